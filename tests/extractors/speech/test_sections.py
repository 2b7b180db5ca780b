from dataclasses import replace

import pytest
import spacy

from extractors.attribution.attribution import find_sayings
from extractors.reading import Reading, find_passages
from extractors.speech.sections import find_sections, find_turns
from graph.model import Document, Form, Kind, Mention

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


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("Dr. Ana Berg", 2),
        ("Ana Berg,", 0),
        ("Words of Ana Berg to come.", 0),
        ("Director of all the old waterworks of the whole north and south, Ana Berg", 0),
    ],
)
def test_a_heading_of_a_speaker_is_little_more_than_the_name(heading: str, count: int) -> None:
    text = f"{heading}\n\n{PROSE}\n\nJon Holm\n\n{PROSE}"
    assert len(sections(text, "Ana Berg", "Jon Holm")) == count


def test_a_surname_alone_is_no_heading_of_a_speaker() -> None:
    assert sections(f"Berg\n\n{PROSE}\n\nJon Holm\n\n{PROSE}", "Berg", "Jon Holm") == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Open Questions", 2),
        ("Open to Questions", 2),
        ("Open Questions,", 3),
        ("open questions", 3),
        ("OPEN QUESTIONS", 3),
        ("1 2 3", 3),
        ("It was so.", 4),
        ("Open Questions\n\nIt was so.", 4),
    ],
)
def test_a_section_ends_at_a_heading_over_a_paragraph(line: str, count: int) -> None:
    text = f"Ana Berg\n\n{PROSE}\n\n{line}\n\n{PROSE}\n\nJon Holm\n\n{PROSE}"
    assert len(sections(text, "Ana Berg", "Jon Holm")) == count


def test_a_heading_without_a_name_makes_no_second_speaker() -> None:
    text = f"Ana Berg\n\n{PROSE}\n\nOpen Questions\n\n{PROSE}"
    assert sections(text, "Ana Berg") == []


def test_a_short_line_may_have_the_name_of_the_speaker() -> None:
    text = f"Ana Berg\n\nBerg, 2010\n\n{PROSE}\n\nJon Holm\n\n{PROSE}"
    assert len(sections(text, "Ana Berg", "Jon Holm")) == 2


@pytest.mark.parametrize("line", ["Note: Ana Berg: The dam was never safe.", "Ana Berg: unsafe"])
def test_a_name_behind_another_label_or_before_a_word_opens_no_turn(line: str) -> None:
    assert turns(line, "Ana Berg") == []


def test_a_description_before_a_colon_opens_no_turn() -> None:
    reading = read("Ana Berg: The dam was never safe.", "Ana Berg")
    (name,) = reading.mentions
    described = reading.with_mentions([replace(name, form=Form.NOMINAL)])
    assert len(list(find_turns(reading))) == 1
    assert list(find_turns(described)) == []
