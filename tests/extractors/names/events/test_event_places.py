"""Places inside events' names that a reader found whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.names.events.event_places import find_places_in_events
from extractors.names.spans import Candidate
from graph.model import Kind

Annotate = Callable[[str], Doc]
SIEGE = "the|DET|det|1 {noun}|NOUN|nsubj|4 of|ADP|case|3 {name}|PROPN|nmod|1 ended|VERB|ROOT"
FIRE = "the|DET|det|2 Lima|PROPN|compound|2 {noun}|NOUN|nsubj|3 ended|VERB|ROOT"


def event(start: int, end: int, origin: str = "reader") -> Candidate:
    return Candidate(start, end, Kind.EVENT, origin)


def places(doc: Doc, *names: Candidate, known: tuple[Candidate, ...] = ()) -> set[str]:
    return {place.span(doc).text for place in find_places_in_events(doc, list(names), known)}


@pytest.mark.parametrize("noun", ["siege", "conference", "ceasefire"])
def test_a_place_of_the_lexicon_is_found_after_of(annotate: Annotate, noun: str) -> None:
    doc = annotate(SIEGE.format(noun=noun, name="Paris"))
    paris = Candidate(3, 4, Kind.PLACE, "lexicon")
    assert places(doc, event(1, 4), known=(paris,)) == {"Paris"}


@pytest.mark.parametrize(
    ("noun", "found"), [("siege", {"Dobra"}), ("killing", set()), ("conference", set())]
)
def test_an_unknown_name_after_of_is_a_place_for_nouns_of_force(
    annotate: Annotate, noun: str, found: set[str]
) -> None:
    doc = annotate(SIEGE.format(noun=noun, name="Dobra"))
    assert places(doc, event(1, 4)) == found


@pytest.mark.parametrize(("noun", "found"), [("fire", {"Lima"}), ("arson", set())])
def test_a_place_is_found_before_a_noun_that_makes_a_name_with_one(
    annotate: Annotate, noun: str, found: set[str]
) -> None:
    doc = annotate(FIRE.format(noun=noun))
    assert places(doc, event(1, 3), known=(Candidate(1, 2, Kind.PLACE, "lexicon"),)) == found


def test_a_place_named_elsewhere_in_the_text_is_known(annotate: Annotate) -> None:
    doc = annotate(FIRE.format(noun="fire") + " / Lima|PROPN|nsubj|5 slept|VERB|ROOT")
    assert places(doc, event(1, 3), Candidate(4, 5, Kind.PLACE, "reader")) == {"Lima"}


def test_a_person_named_elsewhere_is_no_place(annotate: Annotate) -> None:
    doc = annotate(SIEGE.format(noun="fall", name="Berg") + " / Berg|PROPN|nsubj|6 slept|VERB|ROOT")
    assert places(doc, event(1, 4), Candidate(5, 6, Kind.PERSON, "reader")) == set()


def test_a_surname_is_no_place(annotate: Annotate) -> None:
    doc = annotate("Ada|PROPN|compound|1 Lima|PROPN|compound|2 trial|NOUN|nsubj|3 ended|VERB|ROOT")
    assert places(doc, event(0, 3), known=(Candidate(1, 2, Kind.PLACE, "lexicon"),)) == set()


def test_an_event_of_the_lexicon_has_the_places_that_are_known(annotate: Annotate) -> None:
    doc = annotate(FIRE.format(noun="fire"))
    lima = Candidate(1, 2, Kind.PLACE, "lexicon")
    assert places(doc, event(1, 3, "lexicon"), known=(lima,)) == {"Lima"}
    assert places(doc, event(1, 3, "lexicon")) == set()
