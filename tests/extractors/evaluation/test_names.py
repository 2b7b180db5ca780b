from extractors.corpora.kinds import KINDS
from extractors.corpora.samples import Entity, Sample
from extractors.evaluation.counts import Counts
from extractors.evaluation.names import score_names

ANNA, KERN = Entity(0, 4, "Person"), Entity(9, 13, "Place")


def make_sample(*, kinds: frozenset[str], unknown: tuple[tuple[int, int], ...] = ()) -> Sample:
    known = frozenset(kind for kind in KINDS if kind in kinds)
    return Sample("Anna saw Kern", "test", "d", known, (ANNA,), unknown)


def test_a_kind_that_the_corpus_does_not_annotate_is_no_mistake() -> None:
    score = score_names([make_sample(kinds=frozenset(["Person"]))], [[ANNA, KERN]])
    assert score.count(KINDS) == Counts(1, 1, 1)


def test_a_name_that_nobody_marked_costs_precision() -> None:
    score = score_names([make_sample(kinds=frozenset(KINDS))], [[ANNA, KERN]])
    assert score.count(KINDS) == Counts(1, 2, 1)
    assert score.count(["Person"]).precision == 100.0


def test_an_open_stretch_counts_neither_way() -> None:
    sample = make_sample(kinds=frozenset(KINDS), unknown=((9, 13),))
    assert score_names([sample], [[ANNA, KERN]]).count(KINDS).precision == 100.0


def test_a_wrong_edge_is_wrong() -> None:
    sample = make_sample(kinds=frozenset(KINDS))
    assert score_names([sample], [[Entity(0, 5, "Person")]]).count(KINDS).f == 0.0
