from __future__ import annotations

from pathlib import Path

import pytest

from extractors.corpora.conllu import read_sentences

RAIN = "1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_"
FELL = "2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\t_"


def read(folder: Path, *lines: str) -> list[str]:
    path = folder / "made.conllu"
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return [word.form for sentence in read_sentences(path) for word in sentence.words]


def test_a_sentence_of_which_a_tree_can_be_made_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, RAIN, FELL) == ["Rain", "fell"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (RAIN.replace("\tRain\t", "\t \t"), "word 1 of .* is empty"),
        (RAIN.replace("\t2\t", "\t7\t"), "head of 'Rain' is outside of its sentence, 'Rain fell'"),
        (RAIN.replace("\t2\t", "\t-1\t"), "head of 'Rain' is outside"),
        (RAIN.replace("NOUN", "NN"), "'NN' of 'Rain' is no part of speech of UD"),
        (RAIN.replace("1\t", "4\t", 1), "word 4 'Rain' should be number 1"),
    ],
)
def test_a_sentence_of_which_no_tree_can_be_made_is_refused(
    tmp_path: Path, line: str, told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        read(tmp_path, line, FELL)
