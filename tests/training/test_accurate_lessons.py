from __future__ import annotations

from pathlib import Path

import pytest

from extractors.corpora.propbank import Predicate
from training.accurate.lessons import Lessons, gather_lessons, read_triggers
from training.accurate.sentences import Lesson
from training.corpora import PARTS, read_names


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


def test_a_tree_meets_its_predicates_without_auxiliaries(lessons: Lessons) -> None:
    known, unknown = find(lessons["tune"], "ud-ewt")
    assert known.predicates == (Predicate(0, ((1, "ARG1"), (2, "ARGM-NEG"))),)
    assert unknown.predicates is None


def test_gum_has_what_mentions_refer_to(lessons: Lessons) -> None:
    (lesson,) = find(lessons["train"], "gum")
    assert lesson.references == {0: frozenset("1")}
    assert find(lessons["tune"], "ud-ewt")[0].references is None


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


def test_a_tree_takes_its_names_from_its_own_part(corpora: Path) -> None:
    path = corpora / "gum" / "GUM_a.conllu"
    path.write_text(path.read_text("utf-8").replace("place", "person"), encoding="utf-8")
    lessons = gather_lessons(corpora)
    assert [find(lessons[part], "gum")[0].names for part in PARTS] == [
        ("B-Person",),
        ("B-Place",),
        ("B-Place",),
    ]


def test_documents_train_or_test_alike_in_whatever_order_names_and_trees_have_them(
    corpora: Path,
) -> None:
    tree = "# newdoc id = {0}\n1\t{0}\t_\tX\tX\t_\t0\troot\t_\t_\n\n"
    names = "# newdoc id = {0}\n# text = {0}\n1\t{0}\tB-PER\t-\t-\n\n"
    for pattern, text, order in (
        ("ud-ewt/en_ewt-ud-dev.conllu", tree, "abcd"),
        ("uner-ewt/en_ewt-ud-dev.iob2", names, "cabd"),
    ):
        (corpora / pattern).write_text("".join(map(text.format, order)), encoding="utf-8")
    lessons = gather_lessons(corpora)
    trained = {one.document: one.names for one in find(lessons["train"], "ud-ewt") if one.names}
    tested = {one.document for part, one in read_names(corpora) if part == "test"}
    assert {document for document in "abcd" if document in trained} == {"b", "d"}
    assert tested & set("abcd") == {"a", "c"}
