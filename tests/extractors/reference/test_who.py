"""Whom and which place each word of the sentences beside this file stands for, by its number."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from extractors.actors.standing import (
    ACTING,
    DEEDS,
    PARTS,
    WORDS,
    Step,
    place_at,
    stands_for,
)
from extractors.reading import Reading

Tell = Callable[..., Reading]


def _who(reading: Reading, *, through: Collection[Step]) -> Iterator[str]:
    for token in reading.doc:
        if token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"}:
            found = stands_for(reading, token, ACTING, through=through)
            if found is not None:
                yield f"{token.text} {token.i}: {found.label}"


def _where(reading: Reading) -> Iterator[str]:
    for token in reading.doc:
        found = place_at(reading, token) if token.pos_ in {"NOUN", "PROPN"} else None
        if found is not None:
            yield f"{token.text} {token.i}: {found.label}"


FINDERS: dict[str, Callable[[Reading], Iterator[str]]] = {
    "undergoes": partial(_who, through=PARTS),
    "acts": partial(_who, through=DEEDS),
    "speaks": partial(_who, through=WORDS),
    "place": _where,
}


def test_a_word_stands_for_somebody_or_for_a_place(case: Any, tell: Tell) -> None:
    reading = tell(*case.trees, names=case.names)
    for name, told in case.told.items():
        assert list(FINDERS[name](reading)) == told
