import numpy as np

from extractors.corpora.kinds import LABELS
from training.accurate.decoding import Scores, find_best_labels, find_names


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


def test_a_name_goes_from_its_first_token_to_its_last() -> None:
    rows = ["B-Place", "I-Place", "B-Place", "O", "B-Event"]
    scores = make_scores(*({label: 0.9} for label in rows))
    names = find_names(find_best_labels(scores))
    assert names == [(0, 1, "Place"), (2, 2, "Place"), (4, 4, "Event")]


def test_no_tokens_give_no_labels() -> None:
    assert find_best_labels(make_scores()) == []
