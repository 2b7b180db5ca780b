from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractors.names.events.event_names import find_event_names
from extractors.names.mentions import make_mentions
from extractors.names.spans import Candidate
from extractors.reading import Reading, find_passages
from graph.model import Document, Kind

Annotate = Callable[[str], Doc]


def candidates(doc: Doc, names: str, origin: str = "reader") -> list[Candidate]:
    """Names by their first place: ``Doba=Place, Norlanders=Group``."""
    words = [token.text for token in doc]
    found = []
    for label, _, kind in (entry.partition("=") for entry in names.split(", ") if entry):
        parts = label.split(" ")
        at = next(i for i in range(len(words)) if words[i : i + len(parts)] == parts)
        found.append(Candidate(at, at + len(parts), Kind(kind), origin))
    return sorted(found, key=lambda name: name.start)


def events(doc: Doc, names: str = "", *, origin: str = "reader") -> dict[str, str]:
    """The types of the named events by their text."""
    found = find_event_names(doc, candidates(doc, names, origin))
    return {event.span(doc).text: event.event_type for event in found}


def test_a_place_before_an_event_noun_names_it(annotate: Annotate) -> None:
    doc = annotate("the|DET|det|2 Doba|PROPN|compound|2 fire|NOUN|ROOT")
    assert events(doc, "Doba=Place") == {"Doba fire": "Disaster"}


def test_a_common_noun_may_stand_between(annotate: Annotate) -> None:
    doc = annotate("the|DET|det|3 Lindvik|PROPN|compound|3 gas|NOUN|compound|3 explosion|NOUN|ROOT")
    assert events(doc, "Lindvik=Place") == {"Lindvik gas explosion": "Disaster"}


def test_a_noun_that_makes_no_name_with_a_place_names_no_event(annotate: Annotate) -> None:
    doc = annotate("the|DET|det|2 Doba|PROPN|compound|2 arson|NOUN|ROOT")
    assert events(doc, "Doba=Place") == {}


@pytest.mark.parametrize(
    ("noun", "named"), [("revolution", True), ("massacre", True), ("attack", False)]
)
def test_a_people_names_only_some_events(annotate: Annotate, noun: str, named: bool) -> None:
    doc = annotate(f"the|DET|det|2 Norlandic|ADJ|amod|2 {noun}|NOUN|ROOT")
    assert (f"Norlandic {noun}" in events(doc, "Norlandic=Group")) is named


@pytest.mark.parametrize(("noun", "named"), [("trial", True), ("explosion", False)])
def test_a_person_names_only_a_trial_or_a_murder(
    annotate: Annotate, noun: str, named: bool
) -> None:
    doc = annotate(f"the|DET|det|2 Berg|PROPN|compound|2 {noun}|NOUN|ROOT")
    assert (f"Berg {noun}" in events(doc, "Berg=Person")) is named


@pytest.mark.parametrize("noun", ["siege", "fire", "massacre", "raid"])
def test_a_noun_of_a_place_names_an_event(annotate: Annotate, noun: str) -> None:
    doc = annotate(f"the|DET|det|1 {noun}|NOUN|ROOT of|ADP|case|3 Doba|PROPN|nmod|1")
    assert f"{noun} of Doba" in events(doc, "Doba=Place")


def test_an_everyday_noun_of_a_place_needs_a_capital(annotate: Annotate) -> None:
    small = annotate("the|DET|det|1 election|NOUN|ROOT of|ADP|case|3 Doba|PROPN|nmod|1")
    large = annotate("the|DET|det|1 Election|PROPN|ROOT of|ADP|case|3 Doba|PROPN|nmod|1")
    assert events(small, "Doba=Place") == {}
    assert events(large, "Doba=Place") == {"Election of Doba": "Election"}


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("‘", "’")])
def test_a_title_in_quotes_beside_its_noun_is_an_event(
    annotate: Annotate, opening: str, closing: str
) -> None:
    doc = annotate(
        f"the|DET|det|1 seminar|NOUN|ROOT {opening}|PUNCT|punct|3 Rivers|PROPN|appos|1 "
        f"Without|ADP|case|5 Borders|PROPN|nmod|3 {closing}|PUNCT|punct|3"
    )
    assert events(doc) == {"Rivers Without Borders": "Meeting"}


def test_a_quote_in_small_letters_is_no_title(annotate: Annotate) -> None:
    doc = annotate(
        "the|DET|det|1 seminar|NOUN|ROOT “|PUNCT|punct|3 went|VERB|ROOT very|ADV|advmod|5 "
        "well|ADV|advmod|3 ”|PUNCT|punct|3"
    )
    assert events(doc) == {}


def test_a_title_in_quotes_far_from_such_a_noun_is_no_event(annotate: Annotate) -> None:
    doc = annotate(
        "the|DET|det|1 novel|NOUN|ROOT “|PUNCT|punct|3 Rivers|PROPN|appos|1 ”|PUNCT|punct|3"
    )
    assert events(doc) == {}


def test_war_crimes_are_no_war(annotate: Annotate) -> None:
    doc = annotate("the|DET|det|3 Doba|PROPN|compound|2 war|NOUN|compound|3 crimes|NOUN|ROOT")
    assert events(doc, "Doba=Place") == {}


def test_a_convention_is_no_event(annotate: Annotate) -> None:
    doc = annotate(
        "the|DET|det|2 Doba|PROPN|compound|2 Genocide|PROPN|compound|3 Convention|PROPN|ROOT"
    )
    assert events(doc, "Doba Genocide Convention=Work", origin="head word") == {}


def test_a_known_event_keeps_its_identifier_and_type(annotate: Annotate) -> None:
    doc = annotate("the|DET|det|1 Doba|PROPN|compound|2 fire|NOUN|ROOT")
    known = Candidate(1, 3, Kind.EVENT, "lexicon", identifier="x:fire", event_type="Attack")
    (event,) = find_event_names(doc, [known])
    assert (event.identifier, event.event_type, event.origin) == ("x:fire", "Attack", "lexicon")


def test_a_numeral_belongs_to_the_name(annotate: Annotate) -> None:
    doc = annotate(
        "the|DET|det|2 Norland|PROPN|compound|2 War|PROPN|ROOT II|PROPN|flat|2 ended|VERB|dep|2"
    )
    assert events(doc, "Norland=Place") == {"Norland War II": "Conflict"}


def test_a_bare_noun_that_the_reader_took_for_a_name_is_none(annotate: Annotate) -> None:
    doc = annotate("the|DET|det|1 Massacre|PROPN|ROOT ended|VERB|dep|1")
    doc.ents = [Span(doc, 1, 2, "Event")]
    assert events(doc) == {}


def test_a_name_that_the_reader_cut_short_is_none(annotate: Annotate) -> None:
    doc = annotate("the|DET|det|2 Harvest|PROPN|compound|2 days|NOUN|ROOT")
    doc.ents = [Span(doc, 1, 2, "Event")]
    assert events(doc) == {}


def test_an_event_that_only_the_reader_knows_is_taken(annotate: Annotate) -> None:
    doc = annotate("the|DET|det|2 Harvest|PROPN|compound|2 Games|PROPN|ROOT")
    doc.ents = [Span(doc, 1, 3, "Event")]
    assert events(doc) == {"Harvest Games": "Occurrence"}


def test_a_place_stays_a_mention_inside_the_name_of_an_event(annotate: Annotate) -> None:
    doc = annotate("the|DET|det|2 Doba|PROPN|compound|2 fire|NOUN|ROOT")
    reading = Reading(Document("d", doc.text, "test"), doc, find_passages(doc))
    names = candidates(doc, "Doba=Place")
    found = make_mentions(reading, names, find_event_names(doc, names))
    assert [(m.label, m.kind, m.head) for m in found] == [
        ("Doba fire", Kind.EVENT, "fire"),
        ("Doba", Kind.PLACE, "doba"),
    ]


def test_a_name_that_only_laps_over_an_event_is_dropped(annotate: Annotate) -> None:
    doc = annotate("Old|ADJ|amod|1 Doba|PROPN|compound|2 fire|NOUN|ROOT")
    reading = Reading(Document("d", doc.text, "test"), doc, find_passages(doc))
    event = Candidate(1, 3, Kind.EVENT, "lexicon")
    found = make_mentions(reading, candidates(doc, "Old Doba=Place"), [event])
    assert [m.label for m in found] == ["Doba fire"]


def test_a_work_does_not_nest_in_an_event(annotate: Annotate) -> None:
    doc = annotate("Doba|PROPN|compound|1 Pact|PROPN|compound|2 summit|NOUN|ROOT")
    reading = Reading(Document("d", doc.text, "test"), doc, find_passages(doc))
    event = Candidate(0, 3, Kind.EVENT, "event noun")
    found = make_mentions(reading, candidates(doc, "Doba Pact=Work"), [event])
    assert [m.label for m in found] == ["Doba Pact summit"]


def test_a_name_that_ends_in_an_event_noun_is_whole(annotate: Annotate) -> None:
    doc = annotate(
        "the|DET|det|4 1932|NUM|nummod|3 Doban|ADJ|amod|3 election|NOUN|compound|4 "
        "campaign|NOUN|ROOT"
    )
    doc.ents = [Span(doc, 1, 4, "Event")]
    assert "1932 Doban election" in events(doc)


@pytest.mark.parametrize(
    ("table", "named"),
    [
        (
            "Hurricane|PROPN|nsubj|2 Ada|PROPN|flat|0 struck|VERB|ROOT",
            {"Hurricane Ada": "Disaster"},
        ),
        ("a|DET|det|1 hurricane|NOUN|nsubj|2 struck|VERB|ROOT Ada|PROPN|obj|2", {}),
        ("The|DET|det|1 Storm|PROPN|nsubj|3 Tuesday|PROPN|obl|3 struck|VERB|ROOT", {}),
    ],
)
def test_storms_have_names_as_people_have(
    annotate: Annotate, table: str, named: dict[str, str]
) -> None:
    assert events(annotate(table)) == named


def test_a_noun_that_narrows_another_far_behind_it_names_no_event(annotate: Annotate) -> None:
    doc = annotate("the|DET|det|4 Doba|PROPN|compound|4 war|NOUN|compound|4 "
                   "crimes|NOUN|compound|4 court|NOUN|ROOT")  # fmt: skip
    assert events(doc, "Doba=Place") == {}


def test_the_last_word_of_a_name_is_no_event_by_itself(annotate: Annotate) -> None:
    doc = annotate("Helsinki|PROPN|compound|1 Watch|PROPN|nsubj|2 met|VERB|ROOT")
    doc.ents = [Span(doc, 1, 2, label="Event")]
    assert events(doc) == {}
    doc.ents = [Span(doc, 0, 2, label="Event")]
    assert events(doc) == {"Helsinki Watch": "Occurrence"}


@pytest.mark.parametrize(
    ("prefix", "found"), [("anti", set()), ("pro", set()), ("semi", {"Doba fire"})]
)
def test_what_is_for_or_against_a_place_is_not_named_after_it(
    vocab: Vocab, prefix: str, found: set[str]
) -> None:
    doc = Doc(
        vocab,
        words=["the", prefix, "-", "Doba", "fire"],
        spaces=[True, False, False, True, False],
        pos=["DET", "ADJ", "PUNCT", "PROPN", "NOUN"],
        deps=["det", "amod", "punct", "compound", "ROOT"],
        heads=[4, 3, 3, 4, 4],
        lemmas=["the", prefix, "-", "Doba", "fire"],
        sent_starts=[True, False, False, False, False],
    )
    assert set(events(doc, "Doba=Place")) == found
