from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from extractors.reading import Reading
from extractors.reference.gender import Gender
from extractors.reference.pronouns import fits, score_of, sort_of
from extractors.reference.referents import Referent, salience_of
from graph.model import Kind, MentionKey

Annotate = Callable[[str], Doc]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("table", "sort"),
    [
        ("he|PRON|nsubj|1 slept|VERB|ROOT", "person"),
        ("they|PRON|nsubj|1 slept|VERB|ROOT", "many"),
        ("their|PRON|nmod:poss|1 mill|NOUN|ROOT", "many"),
        ("them|PRON|obj|1 saw|VERB|ROOT", ""),
        ("it|PRON|nsubj|1 slept|VERB|ROOT", "thing"),
        ("this|PRON|nsubj|1 slept|VERB|ROOT", ""),
        ("it|PRON|obj|1 saw|VERB|ROOT", ""),
        ("it|PRON|nsubj|1 has|AUX|ROOT", ""),
        ("it|PRON|nsubj|2 was|AUX|cop|2 burning|VERB|ROOT", ""),
        ("it|PRON|nsubj|1 is|VERB|ROOT||VBZ|be", ""),
    ],
)
def test_a_pronoun_asks_for_a_person_for_several_or_for_a_body_that_does_something(
    annotate: Annotate, table: str, sort: str
) -> None:
    assert sort_of(annotate(table)[0]) == sort


ROWS = (
    "Red|PROPN|compound|1 Front|PROPN|nsubj|2 say|VERB|ROOT mill|NOUN|obj|2 "
    "they|PRON|nsubj|5 say|VERB|ROOT he|PRON|nsubj|7 left|VERB|ROOT"
)


def referent(reading: Reading, index: int, kind: Kind | None, *, plural: bool = False) -> Referent:
    """The word as one told of; a thing where there is no kind."""
    mention = replace(reading.mentions[0], kind=kind) if kind else None
    return Referent(reading.doc[index], MentionKey("d", 0, 3), mention, kind, plural,
                    Gender.OPEN, salience=1.0, passage=0, quote=-1)  # fmt: skip


@pytest.mark.parametrize(
    ("sort", "word", "kind", "plural", "allowed"),
    [
        ("person", 1, Kind.PERSON, False, True),
        ("person", 1, Kind.PERSON, True, False),
        ("person", 1, Kind.ORGANIZATION, False, False),
        ("person", 1, None, False, True),
        ("person", 3, None, False, False),
        ("many", 1, Kind.PERSON, True, True),
        ("many", 1, Kind.PERSON, False, False),
        ("many", 1, Kind.ORGANIZATION, False, True),
        ("many", 3, None, False, False),
        ("thing", 1, Kind.ORGANIZATION, False, True),
        ("thing", 3, None, False, True),
        ("thing", 1, Kind.PERSON, False, False),
        ("thing", 3, None, True, False),
    ],
)
def test_number_and_kind_tell_who_may_be_meant(
    read: Read, sort: str, word: int, kind: Kind | None, *, plural: bool, allowed: bool
) -> None:
    reading = read(ROWS, "Red Front=Organization")
    assert fits(sort, referent(reading, word, kind, plural=plural)) == allowed


@pytest.mark.parametrize(
    ("pronoun", "word", "of", "score"),
    [
        (4, 3, (Kind.ORGANIZATION, Gender.OPEN, True), 1.0),
        (4, 3, (Kind.ORGANIZATION, Gender.OPEN, False), 0.7),
        (4, 1, (Kind.ORGANIZATION, Gender.OPEN, True), 1.6),
        (6, 3, (Kind.ORGANIZATION, Gender.OPEN, False), 1.0),
        (6, 3, (Kind.PERSON, Gender.OPEN, False), 1.1),
        (6, 3, (Kind.PERSON, Gender.MALE, False), 1.35),
        (6, 1, (Kind.PERSON, Gender.OPEN, False), 1.1),
    ],
)
def test_who_is_likely_meant(
    read: Read, pronoun: int, word: int, of: tuple[Kind, Gender, bool], score: float
) -> None:
    reading = read(ROWS, "Red Front=Organization")
    kind, gender, plural = of
    told = replace(referent(reading, word, kind, plural=plural), gender=gender)
    assert score_of(reading.doc[pronoun], told, passages=0, told=1) == pytest.approx(score)


@pytest.mark.parametrize(
    ("table", "salience"),
    [
        ("Ada|PROPN|nsubj|1 slept|VERB|ROOT", 1.0),
        ("Ada|PROPN|obj|1 saw|VERB|ROOT", 0.6),
        ("Ada|PROPN|nmod:poss|1 mill|NOUN|ROOT", 0.55),
        ("Ada|PROPN|obl|1 slept|VERB|ROOT", 0.45),
        ("Ada|PROPN|appos|1 envoy|NOUN|ROOT", 0.2),
        ("Ada|PROPN|compound|1 mill|NOUN|ROOT", 0.2),
        ("Ada|PROPN|ROOT|0 is|AUX|cop|0", 0.2),
        ("Ada|PROPN|conj|1 Orn|PROPN|nsubj|2 slept|VERB|ROOT", 1.0),
    ],
)
def test_subjects_stand_out_most(annotate: Annotate, table: str, salience: float) -> None:
    assert salience_of(annotate(table)[0]) == salience
