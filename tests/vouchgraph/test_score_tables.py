from __future__ import annotations

from extractors.evaluation import Evaluation, Scores
from extractors.evaluation.clusters import ClusterScore, Shares
from extractors.evaluation.coreference import CoreferenceScores
from extractors.evaluation.counts import Counts
from extractors.evaluation.trees import TreeScores
from vouchgraph.score_tables import make_tables, to_values

PRONOUNS = {"he, she": Counts(9, 10, 12)}
CLUSTERS = ClusterScore(Shares(60, 60), Shares(50, 50), Shares(40, 40))


def make_scores(
    roles: dict[str, Counts] | None = None, coreference: CoreferenceScores | None = None
) -> Evaluation:
    scores = Scores(
        corpus="made.conllu",
        format="gum",
        files=1,
        texts=1,
        words=10,
        words_per_second=1.0,
        words_per_processor_second=1.0,
        names={},
        trees=TreeScores(),
        sentences=None,
        triggers=None,
        typed_triggers=None,
        notes=(),
        roles=roles,
        coreference=coreference,
    )
    return Evaluation("made", True, False, (scores,), ())


def test_roles_and_references_stand_in_a_table_of_their_own() -> None:
    evaluation = make_scores({"predicates": Counts(3, 4, 6)}, CoreferenceScores(PRONOUNS, CLUSTERS))
    pairs, _ = make_tables(evaluation)
    assert pairs.rows == (
        ("made.conllu", "predicates", "6", "75.0", "50.0", "60.0"),
        ("made.conllu", "he, she", "12", "90.0", "75.0", "81.8"),
        ("made.conllu", "MUC", "–", "60.0", "60.0", "60.0"),
        ("made.conllu", "B³", "–", "50.0", "50.0", "50.0"),
        ("made.conllu", "CEAF", "–", "40.0", "40.0", "40.0"),
        ("made.conllu", "CoNLL, the mean of these", "–", "–", "–", "50.0"),
    )


def test_without_roles_and_references_there_is_no_such_table() -> None:
    assert len(make_tables(make_scores())) == 1


def test_values_hold_roles_and_references() -> None:
    evaluation = make_scores({"predicates": Counts(3, 4, 6)}, CoreferenceScores(PRONOUNS, CLUSTERS))
    (values,) = to_values(evaluation)["corpora"]
    assert values["roles"]["predicates"]["recall"] == 50.0
    assert values["coreference"]["pronouns"]["he, she"]["precision"] == 90.0
    assert values["coreference"]["clusters"]["muc"] == {"precision": 60.0, "recall": 60.0}
    assert values["coreference"]["conll"] == 50.0


def test_values_are_empty_where_the_reader_tells_nothing_of_pairs() -> None:
    (values,) = to_values(make_scores())["corpora"]
    assert (values["roles"], values["coreference"]) == ({}, None)
