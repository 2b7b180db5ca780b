from pathlib import Path

from training.card import write_scores

FIGURES = ["tags", "coarse_tags", "lemmas", "uas", "las", "sentences_f"]
SCORES = {
    "names": {"made": {"Person": {"p": 80.0, "r": 70.0, "f": 74.7, "n": 10}}},
    "trees": {
        "made": {
            "running text": dict.fromkeys(FIGURES, 90.1),
            "corpus' tokens": dict.fromkeys(FIGURES),
        }
    },
    "triggers": {"geneva": {"p": 71.0, "r": 72.0, "f": 71.5, "n": 20}, "made": None},
    "roles": {"made": {"predicates": {"p": 95.0, "r": 94.0, "f": 94.5, "n": 30}}},
    "given_predicates": {"made": {"arguments": {"p": 81.0, "r": 82.0, "f": 81.5, "n": 60}}},
    "coreference": {
        "made": {
            "pronouns": {"they": {"p": 75.0, "r": 74.0, "f": 74.5, "n": 9}},
            "clusters": {"MUC": {"p": 70.0, "r": 60.0, "f": 64.6}},
            "conll": 55.5,
        }
    },
    "sureness": {
        "names": {
            "error": 3.4,
            "n": 12,
            "bins": [{"n": 12, "confidence": 0.814, "right": 0.78}],
        }
    },
    "bytes": 12_300_000,
    "words_per_second": 5000,
}


def test_scores_replace_what_stood_between_the_marks(tmp_path: Path) -> None:
    card = tmp_path / "README.md"
    begin, end = "<!-- scores: written by training, do not edit -->", "<!-- end of scores -->"
    card.write_text(f"Before\n{begin}\nold\n{end}\nAfter\n", encoding="utf-8")
    write_scores(card, SCORES)
    write_scores(card, SCORES)
    text = card.read_text(encoding="utf-8")
    assert text.startswith("Before\n")
    assert text.endswith("After\n")
    assert "old" not in text
    assert text.count("| made | Person | 80.0 | 70.0 | 74.7 | 10 |") == 1
    assert "| made | running text |" + " 90.1 |" * 6 in text
    assert "| made | corpus' tokens |" + " – |" * 6 in text
    assert "| made | – | – | – | – |" in text
    assert "| geneva | 71.0 | 72.0 | 71.5 | 20 |" in text
    assert "| made | predicates | 95.0 | 94.0 | 94.5 | 30 |" in text
    assert "| made | arguments, predicates given | 81.0 | 82.0 | 81.5 | 60 |" in text
    assert "| made | they | 75.0 | 74.0 | 74.5 | 9 |" in text
    assert "| made | MUC | 70.0 | 60.0 | 64.6 | |" in text
    assert "| made | CoNLL, the mean of these | | | 55.5 | |" in text
    assert "| sureness of 12 held-out names | found | mean confidence | right |" in text
    assert "| bin 1 | 12 | 81.4 % | 78.0 % |" in text
    assert "| expected calibration error, points | | | 3.4 |" in text
    assert "12.3 MB; 5,000 words" in text


def test_a_reader_without_roles_and_coreference_has_no_tables_of_them(tmp_path: Path) -> None:
    card = tmp_path / "README.md"
    begin, end = "<!-- scores: written by training, do not edit -->", "<!-- end of scores -->"
    card.write_text(f"{begin}\n{end}\n", encoding="utf-8")
    write_scores(card, SCORES | {"roles": {}, "given_predicates": {}, "coreference": {}})
    assert "| what |" not in card.read_text(encoding="utf-8")
