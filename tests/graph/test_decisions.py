from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.decisions import (
    COLUMNS,
    Decision,
    Reference,
    Verb,
    find_contradiction,
    read_decisions,
    write_decisions,
)
from graph.errors import DecisionError

SAME = Decision(Verb.SAME, Reference("a", "Mara Voss"), Reference("b", "Dr. Voss", 2), who="Ida")


def read(tmp_path: Path, *lines: str) -> tuple[Decision, ...]:
    path = tmp_path / "decisions.tsv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_decisions(path)


def test_decisions_are_read_as_they_were_written(tmp_path: Path) -> None:
    name = Decision(Verb.NAME, Reference("a", "it"), value="Alden Bridge", when="1997-05-03")
    assert read(tmp_path, write_decisions([SAME, name])) == (name, SAME)


def test_without_a_file_there_are_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.tsv") == ()


def test_comments_blank_lines_and_a_line_given_twice_do_no_harm(tmp_path: Path) -> None:
    line = "drop\ta\tPage Two"
    assert len(read(tmp_path, "\t".join(COLUMNS), "# of the archive", "", line, line)) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("joined\ta\tx\tb\ty", "no decision 'joined'; one of: same, different"),
        ("same\ta\tx\tb", "a cell is empty"),
        ("same\ta\tx\t\ty", "the other document is not named"),
        ("kind\ta\tx\t\tCity", "no kind 'City'; one of: Person"),
    ],
)
def test_a_bad_line_is_told_with_its_number(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(DecisionError, match="line 2") as raised:
        read(tmp_path, "\t".join(COLUMNS), line)
    assert told in str(raised.value)


def test_a_number_tells_equal_words_apart() -> None:
    assert Reference.parse("a", "John  Smith #2") == Reference("a", "John Smith", 2)
    assert Reference.parse("a", "Apollo #0") == Reference("a", "Apollo #0")


def test_who_decides_and_why_do_not_make_another_decision() -> None:
    other = Decision(SAME.verb, SAME.first, SAME.other, who="Ada", why="a letter")
    turned = Decision(SAME.verb, Reference("b", "Dr. Voss", 2), SAME.first)
    assert SAME.key == other.key == turned.key


def test_two_names_for_one_thing_contradict() -> None:
    first, second = (Decision(Verb.NAME, Reference("a", "it"), value=name) for name in "xy")
    sentence = find_contradiction([second, first])
    assert sentence == (
        "two decisions contradict one another: “it” in a is called x; “it” in a is called y; "
        "undo one of them"
    )
    assert find_contradiction([first, first]) == ""


@given(st.text(min_size=1).filter(lambda words: words.split()))
def test_any_words_can_be_decided_on(words: str) -> None:
    text = write_decisions([Decision(Verb.DROP, Reference.parse("a", words))])
    assert len(text.splitlines()[0].split("\t")) == len(COLUMNS)
    assert text.count("\n") == 2
