from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.accurate.lessons import Lessons, gather_lessons, read_triggers
from training.accurate.sentences import Lesson
from training.corpora import PARTS

# The tree's "do" and "n't" are one word of running text; the names' are two.
DEV = """\
# newdoc id = dev
1	Anna	Anna	PROPN	NNP	_	0	root	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	1	aux	_	_
3	n't	not	PART	RB	_	1	advmod	_	_

# newpar
1	Unnamed	unnamed	ADJ	JJ	_	0	root	_	_

"""
FILES = {
    "crossner-politics/train.txt": "Anna\tB-politician\nwon\tO\n\n",
    "crossner-politics/dev.txt": "It\tO\nran\tO\n\n" * 3,
    "uner-ewt/en_ewt-ud-train.first-commit.iob2": (
        "# newdoc id = train\n# text = Kern\n1\tKern\tB-LOC\t-\t-\n\n"
    ),
    "uner-ewt/en_ewt-ud-dev.iob2": (
        "# newdoc id = dev\n# text = Anna do n't\n"
        "1\tAnna\tB-PER\t-\t-\n2\tdo\tO\t-\t-\n3\tn't\tO\t-\t-\n\n"
    ),
    "wikigold/wikigold.conll.txt": "The O\nTreaty O\nof O\nKern O\n\n",
    "ud-ewt/en_ewt-ud-train.conllu": "1\tKern\tKern\tPROPN\tNNP\t_\t0\troot\t_\t_\n\n",
    "ud-ewt/en_ewt-ud-dev.conllu": DEV,
    "ud-ewt/en_ewt-ud-test.conllu": "1\tBold\tBold\tPROPN\tNNP\t_\t0\troot\t_\t_\n\n",
    "gum/splits.md": "## train\n * GUM_a\n## dev\n * GUM_b\n## test\n * GUM_c\n",
    **{
        f"gum/GUM_{name}.conllu": (
            f"# newdoc id = GUM_{name}\n1\tKern\tKern\tPROPN\tNNP\t_\t0\troot\t_\t"
            "Entity=(1-place-new-n-cf1-1-sgl)\n\n"
        )
        for name in "abc"
    },
    "geneva.jsonl": "".join(
        json.dumps(
            {
                "doc_id": str(number),
                "sentence": "They took part .",
                "tokens": ["They", "took", "part", "."],
                "event_mentions": [
                    {
                        "event_type": "Joining",
                        "trigger": {"start": 1, "end": 3, "text": "took part"},
                    }
                ],
            }
        )
        + "\n"
        for number in range(20)
    ),
}


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def lessons(corpora: Path) -> Lessons:
    return gather_lessons(corpora)


def find(lessons: list[Lesson], source: str) -> list[Lesson]:
    return [lesson for lesson in lessons if lesson.source == source]


def test_every_corpus_stands_in_its_parts_and_names_of_trees_in_none_of_their_own(
    lessons: Lessons,
) -> None:
    sources = {part: sorted({one.source for one in found}) for part, found in lessons.items()}
    trees = ["geneva", "gum", "ud-ewt"]
    assert sources == {
        "train": ["crossner-politics", *trees],
        "tune": ["crossner-politics", *trees],
        "test": ["crossner-politics", *trees, "wikigold"],
    }


def test_a_tree_meets_its_names_whatever_blanks_either_has(lessons: Lessons) -> None:
    named, unnamed = find(lessons["tune"], "ud-ewt")
    assert named.forms == ("Anna", "do", "n't")
    assert named.glued == (False, False, True)
    assert named.names == ("B-Person", "O", "O")
    assert (unnamed.names, len(unnamed.tree)) == ((), 1)


def test_gum_has_trees_and_names_in_the_parts_of_its_split(lessons: Lessons) -> None:
    for part, name in zip(PARTS, ("GUM_a", "GUM_b", "GUM_c"), strict=True):
        (lesson,) = find(lessons[part], "gum")
        assert (lesson.document, lesson.names) == (name, ("B-Place",))
        assert lesson.tree


def test_headed_names_fill_in_kinds_that_a_corpus_leaves_out(lessons: Lessons) -> None:
    (lesson,) = find(lessons["test"], "wikigold")
    assert "Work" not in lesson.kinds
    assert lesson.names == ("O", "B-Work", "I-Work", "I-Work")


def test_each_word_of_a_trigger_is_labelled(corpora: Path) -> None:
    _, lesson = next(read_triggers(corpora / "geneva.jsonl"))
    assert lesson.triggers == ("O", "Joining", "Joining", "O")
    assert lesson.glued == (False, False, False, True)


def test_of_twenty_sentences_with_triggers_two_test_and_one_tunes(corpora: Path) -> None:
    parts = [part for part, _ in read_triggers(corpora / "geneva.jsonl")]
    assert (parts.count("test"), parts.count("tune"), parts.count("train")) == (2, 1, 17)
