import numpy as np

from extractors.corpora.kinds import LABELS
from training.accurate.decoding import Scores, find_best_labels, find_doubts, find_names


def make_scores(*rows: dict[str, float]) -> Scores:
    """Give log-probabilities: each row maps labels to probability, the rest share little."""
    table = np.full((len(rows), len(LABELS)), 1e-6, dtype=np.float32)
    for place, row in enumerate(rows):
        for label, probability in row.items():
            table[place, LABELS.index(label)] = probability
    return np.log(table)


def test_an_inside_label_never_begins_a_name() -> None:
    scores = make_scores({"I-Event": 0.6, "B-Event": 0.4}, {"I-Event": 0.9, "O": 0.1})
    assert [LABELS[label] for label in find_best_labels(scores)] == ["B-Event", "I-Event"]


def test_a_name_is_as_sure_as_its_least_sure_token() -> None:
    scores = make_scores({"B-Place": 0.9}, {"I-Place": 0.7}, {"O": 1.0})
    ((first, last, kind, sure),) = find_names(find_best_labels(scores), scores)
    assert (first, last, kind) == (0, 1, "Place")
    assert abs(sure - 0.7) < 1e-3


def test_an_unsure_outside_is_a_doubt() -> None:
    scores = make_scores({"O": 0.5, "B-Work": 0.4}, {"O": 0.9})
    assert find_doubts(find_best_labels(scores), scores) == [0]


def test_no_tokens_give_no_labels() -> None:
    assert find_best_labels(make_scores()) == []
