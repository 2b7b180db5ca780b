"""Makes lessons look like what users bring, without changing how many words they have."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Final

from training.accurate.sentences import Lesson

_UPPER: Final = 0.05
_LOWER: Final = 0.03
_TITLE: Final = 0.02
_CURLY: Final = 0.35
_MISSPELT: Final = 0.12
_GLUED: Final = 0.03
_LONG_ENOUGH: Final = 5
_QUOTES: Final = {'"': ("“", "”"), "``": ("“", "“"), "''": ("”", "”")}


def vary(lesson: Lesson, chance: random.Random) -> Lesson:
    """Change quotes, spelling of names and case, each with its own odds."""
    forms = list(lesson.forms)
    if chance.random() < _CURLY:
        forms = _curl(forms)
    if chance.random() < _MISSPELT:
        _misspell(forms, lesson, chance)
    glued = chance.random() < _GLUED
    return replace(
        lesson,
        forms=tuple(_recase(forms, chance)),
        # Careless texts begin a sentence without a blank.
        glued=(glued, *lesson.glued[1:]),
    )


def _recase(forms: list[str], chance: random.Random) -> list[str]:
    draw = chance.random()
    if draw < _UPPER:
        return [form.upper() for form in forms]
    if draw < _UPPER + _LOWER:
        return [form.lower() for form in forms]
    if draw < _UPPER + _LOWER + _TITLE:
        return [form[:1].upper() + form[1:] for form in forms]
    return forms


def _curl(forms: list[str]) -> list[str]:
    curled: list[str] = []
    opened = False
    for form in forms:
        if form in _QUOTES:
            curled.append(_QUOTES[form][opened if form == '"' else 0])
            opened = not opened
        else:
            curled.append(form.replace("'", "’"))
    return curled


def _misspell(forms: list[str], lesson: Lesson, chance: random.Random) -> None:
    """Spoil one word of one name: swap, drop, double or replace a letter."""
    spoilt = [
        index
        for index, label in enumerate(lesson.names)
        if label not in {None, "O"} and len(forms[index]) >= _LONG_ENOUGH and forms[index].isalpha()
    ]
    if not spoilt:
        return
    index = chance.choice(spoilt)
    form = forms[index]
    at = chance.randrange(1, len(form) - 2)
    pair = form[at : at + 2]
    slips = (pair[::-1], pair[0], pair[0] * 2 + pair[1], pair[0] + chance.choice("aeioulnrst"))
    forms[index] = form[:at] + chance.choice(slips) + form[at + 2 :]
