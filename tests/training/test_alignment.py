from collections.abc import Iterable

from extractors.corpora.kinds import KINDS, LABELS, Kind
from extractors.corpora.samples import Entity, Sample
from training.alignment import allow_labels, label_tokens

TOKENS = [(0, 4), (5, 9), (10, 13), (14, 20)]


def make_sample(
    *,
    kinds: Iterable[Kind] = KINDS,
    entities: tuple[Entity, ...] = (),
    unknown: tuple[tuple[int, int], ...] = (),
) -> Sample:
    return Sample("Anna Kern met Kernia", "test", "d", frozenset(kinds), entities, unknown)


def test_a_name_of_two_tokens_begins_once() -> None:
    sample = make_sample(entities=(Entity(0, 9, "Person"),))
    assert label_tokens(sample, TOKENS) == ["B-Person", "I-Person", "O", "O"]


def test_a_name_whose_edge_falls_inside_a_token_leaves_it_open() -> None:
    sample = make_sample(entities=(Entity(0, 7, "Person"),))
    assert label_tokens(sample, TOKENS) == [None, None, "O", "O"]


def test_an_unknown_stretch_leaves_its_tokens_open() -> None:
    assert label_tokens(make_sample(unknown=((14, 20),)), TOKENS) == ["O", "O", "O", None]


def test_silence_allows_exactly_the_kinds_that_a_corpus_lacks() -> None:
    kinds = frozenset(KINDS) - {"Event"}
    assert allow_labels("O", kinds) == {"O", "B-Event", "I-Event"}
    assert allow_labels("O", frozenset(KINDS)) == {"O"}


def test_a_marked_token_allows_its_own_label_only() -> None:
    assert allow_labels("B-Place", frozenset(["Place"])) == {"B-Place"}


def test_an_open_token_allows_everything() -> None:
    assert allow_labels(None, frozenset(KINDS)) == frozenset(LABELS)
