import spacy

from extractors.reading import Reading, find_passages
from extractors.speech.attribution import find_sayings
from extractors.speech.sections import find_sections, find_turns
from graph.model import Document, Kind, Mention

PROSE = (
    "The dam was inspected every year, and nobody at the meeting could say why it gave way then."
)


def read(text: str, *people: str) -> Reading:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    document = Document("d", text, "test")
    doc = nlp(text)
    starts = [text.index(name) for name in people]
    return Reading(document, doc, find_passages(doc)).with_mentions(
        Mention("d", start, start + len(name), 0, name, name, Kind.PERSON)
        for name, start in zip(people, starts, strict=True)
    )


def sections(text: str, *people: str) -> list[tuple[str, str]]:
    found = find_sections(read(text, *people))
    return [(speech.speakers[0].label, text[speech.start : speech.end]) for speech in found]


def test_headings_with_names_give_the_paragraphs_to_their_speakers() -> None:
    text = f"Dr. Ana Berg\n\nDirector, Hydrowatch\n\n{PROSE}\n\nSenator Jon Holm\n\n{PROSE}"
    assert sections(text, "Ana Berg", "Jon Holm") == [("Ana Berg", PROSE), ("Jon Holm", PROSE)]


def test_one_heading_with_a_name_is_a_byline() -> None:
    assert sections(f"Dr. Ana Berg\n\n{PROSE}\n\n{PROSE}", "Ana Berg") == []


def test_another_heading_ends_a_section() -> None:
    text = f"Ana Berg\n\n{PROSE}\n\nJon Holm\n\n{PROSE}\n\nOpen Questions\n\n{PROSE}"
    assert len(sections(text, "Ana Berg", "Jon Holm")) == 2


def test_a_pull_quote_in_capitals_is_left_out() -> None:
    shouted = PROSE.upper()
    text = f"Ana Berg\n\n{PROSE}\n\n{shouted}\n\n{PROSE}\n\nJon Holm\n\n{PROSE}"
    assert shouted not in [words for _, words in sections(text, "Ana Berg", "Jon Holm")]


def test_a_section_gives_one_saying_a_paragraph_that_is_no_quote() -> None:
    text = f"Ana Berg\n\n{PROSE}\n\nJon Holm\n\n{PROSE}\n\n{PROSE}"
    found = list(find_sayings(read(text, "Ana Berg", "Jon Holm")))
    assert [statement.qualifiers.quoted for statement in found] == [False, False, False]


def test_a_name_and_a_colon_open_a_turn_of_a_dialogue() -> None:
    text = "Ana Berg: The dam was never safe.\nThe hall was silent."
    (turn,) = find_turns(read(text, "Ana Berg"))
    assert text[turn.start : turn.end] == "The dam was never safe."


def test_a_heading_with_a_colon_opens_no_turn() -> None:
    text = "Ana Berg:\nThe dam was never safe, they said."
    assert list(find_turns(read(text, "Ana Berg"))) == []


def turns(text: str, *people: str) -> list[tuple[str, str]]:
    found = find_turns(read(text, *people))
    return [(one.speakers[0].label, " ".join(text[a:b] for a, b in one.segments)) for one in found]


def test_letters_and_nouns_before_colons_open_the_turns_of_a_transcript() -> None:
    text = "Q: Who came?\nA: The guards came.\nTHE WITNESS: I saw them."
    assert turns(text) == [
        ("Q", "Who came?"),
        ("A", "The guards came."),
        ("witness", "I saw them."),
    ]


def test_full_stops_may_stand_after_the_letters() -> None:
    text = "Q. Who came?\nA. The guards came."
    assert turns(text) == [("Q", "Who came?"), ("A", "The guards came.")]


def test_a_label_alone_or_of_something_else_opens_no_turn() -> None:
    assert turns("A: The guards came.\nThey left.") == []
    assert turns("Date: 4 May 1999\nPlace: Doba\nSubject: the dam") == []
    assert turns("Prayer: we met.\nSong: we sang.") == []
    assert turns("TREASURER: Ada Berg\nSECRETARY: Jon Holm") == []


def test_a_turn_of_a_transcript_goes_on_to_the_next_but_the_last() -> None:
    text = "Q: Who came?\nA: The guards.\nThey had trucks.\n\nQ: And then?\n\nThe court rose."
    assert turns(text) == [
        ("Q", "Who came?"),
        ("A", "The guards. They had trucks."),
        ("Q", "And then?"),
    ]


def test_names_far_apart_make_no_transcript() -> None:
    prose = "\n".join(["It rained in the town for days on end."] * 6)
    text = f"Ana Berg: The dam was never safe.\n{prose}\nJon Holm: It was always safe.\n{prose}"
    assert turns(text, "Ana Berg", "Jon Holm") == [
        ("Ana Berg", "The dam was never safe."),
        ("Jon Holm", "It was always safe."),
    ]


def test_captions_over_paragraphs_about_the_person_are_no_headings_of_speakers() -> None:
    text = f"Ana Berg\n\n{PROSE} Berg was elected.\n\nJon Holm\n\n{PROSE}"
    assert sections(text, "Ana Berg", "Jon Holm") == []
