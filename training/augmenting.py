"""Makes training text look like what users bring: typing, capitals and slips of the pen."""

import random
from dataclasses import replace
from typing import Final

from extractors.corpora.samples import Entity, Sample

_CURLY: Final = str.maketrans({"'": "’", "`": "’"})
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_STYLE_ODDS: Final = (0.35, 0.15, 0.02, 0.48)
_DASHED: Final = 0.3
_MISSPELT: Final = 0.1
_UPPER: Final = 0.05
_LOWER: Final = 0.02
_LONG_ENOUGH: Final = 5
_DASHES: Final = {"-": "–", "–": "-", "—": "–"}


def vary(sample: Sample, chance: random.Random) -> Sample:
    """Change quotes, dashes, case and spelling of a sample, each with its own odds."""
    varied = _vary_quotes(sample, chance)
    if chance.random() < _MISSPELT:
        varied = _misspell(varied, chance)
    draw = chance.random()
    if draw < _UPPER:
        return _recase(varied, varied.text.upper())
    if draw > 1 - _LOWER:
        return _recase(varied, varied.text.lower())
    return varied


def _recase(sample: Sample, text: str) -> Sample:
    # Some letters change into two ("ß"), which would shift every offset.
    return replace(sample, text=text) if len(text) == len(sample.text) else sample


def _vary_quotes(sample: Sample, chance: random.Random) -> Sample:
    style = chance.choices(("curly", "straight", "grave", ""), _STYLE_ODDS)[0]
    text = sample.text
    if style == "curly":
        text = _curl_double(text.translate(_CURLY))
    elif style == "straight":
        text = text.translate(_STRAIGHT)
    elif style == "grave":
        text = text.replace("'", "`")
    if chance.random() < _DASHED:
        text = _vary_dashes(text)
    return replace(sample, text=text)


def _curl_double(text: str) -> str:
    letters: list[str] = []
    for index, letter in enumerate(text):
        opens = index == 0 or text[index - 1] in " (["
        letters.append(("“" if opens else "”") if letter == '"' else letter)
    return "".join(letters)


def _vary_dashes(text: str) -> str:
    return "".join(
        _DASHES[letter]
        if letter in _DASHES
        and text[index - 1 : index].isdigit()
        and text[index + 1 :][:1].isdigit()
        else letter
        for index, letter in enumerate(text)
    )


def _misspell(sample: Sample, chance: random.Random) -> Sample:
    """Spoil one word of one name: swap, drop, double or replace a letter."""
    names = [
        name
        for name in sample.entities
        if name.kind != "Date" and name.end - name.start >= _LONG_ENOUGH
    ]
    if not names:
        return sample
    name = chance.choice(names)
    at = chance.randrange(name.start + 1, name.end - 2)
    pair = sample.text[at : at + 2]
    if not pair.isalpha():
        return sample
    slips = (pair[::-1], pair[0], pair[0] * 2 + pair[1], pair[0] + chance.choice("aeioulnrst"))
    return replace_text(sample, at, at + 2, chance.choice(slips))


def replace_text(sample: Sample, start: int, end: int, new: str) -> Sample:
    """Write something else over a stretch; what lies behind it moves along."""
    shift = len(new) - (end - start)

    def move(edge: int) -> int:
        return edge + shift if edge >= end else edge

    return replace(
        sample,
        text=sample.text[:start] + new + sample.text[end:],
        entities=tuple(
            Entity(move(name.start), move(name.end), name.kind) for name in sample.entities
        ),
        unknown=tuple((move(low), move(high)) for low, high in sample.unknown),
    )
