from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.corpora.kinds import KINDS
from extractors.corpora.samples import Entity, Sample, respace

words = st.lists(st.sampled_from(["do", "n't", "Kern", "-", "’", "ß"]), min_size=1, max_size=9)
gaps = st.lists(st.sampled_from(["", " ", "\u00a0", "\n\n"]), min_size=9, max_size=9)


def join(forms: list[str], spaces: list[str]) -> tuple[str, list[tuple[int, int]]]:
    text = ""
    spans = []
    for form, space in zip(forms, spaces, strict=False):
        text += space
        spans.append((len(text), len(text) + len(form)))
        text += form
    return text, spans


def test_names_move_with_the_blanks_of_another_text() -> None:
    name = Entity(7, 15, "Place")
    sample = Sample("do n't New Kern!", "made", "d", frozenset(KINDS), (name,), ((0, 6),))
    moved = respace(sample, "don't New  Kern!")
    assert [moved.text[one.start : one.end] for one in moved.entities] == ["New  Kern"]
    assert [moved.text[start:end] for start, end in moved.unknown] == ["don't"]
    assert (moved.source, moved.kinds) == (sample.source, sample.kinds)


@given(words, gaps, gaps, st.data())
def test_only_white_space_changes_and_each_name_keeps_its_letters(
    forms: list[str], before: list[str], after: list[str], data: st.DataObject
) -> None:
    text, spans = join(forms, before)
    first = data.draw(st.integers(0, len(forms) - 1))
    last = data.draw(st.integers(first, len(forms) - 1))
    name = Entity(spans[first][0], spans[last][1], "Place")
    sample = Sample(text, "made", "d", frozenset(KINDS), (name,), ((name.start, name.end),))
    other, places = join(forms, after)
    moved = respace(sample, other)
    expected = (places[first][0], places[last][1])
    assert moved.unknown == (expected,)
    assert moved.entities == (Entity(*expected, "Place"),)
    assert respace(moved, text) == sample
