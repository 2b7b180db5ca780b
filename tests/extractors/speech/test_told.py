"""Who says, denies and accuses what in the sentences of the file beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from extractors.attribution.accusations import find_accusations
from extractors.attribution.attribution import find_sayings
from extractors.attribution.denials import find_denials
from extractors.reading import Reading
from extractors.speech.quoted import find_quoted
from extractors.speech.reported import (
    find_heard,
    find_reported,
    find_sourced,
    find_told_by_nouns,
)
from extractors.speech.speech import Speech
from graph.model import MentionKey, Statement, Value

Tell = Callable[..., Reading]


def _statements(reading: Reading, found: Iterable[Statement]) -> Iterator[str]:
    for said in found:
        assert isinstance(said.object, Value)
        yield (
            f"{_words(reading, said.subject)} {said.predicate} {said.object.text}, "
            f"{said.evidence.rule}"
        )


def _accusations(reading: Reading) -> Iterator[str]:
    for said in find_accusations(reading):
        evidence, key = said.evidence, said.object
        assert isinstance(key, MentionKey)
        speaker = f" ({_words(reading, evidence.speaker)})" if evidence.speaker else ""
        certainty = "" if evidence.certainty == "Certain" else f" {evidence.certainty}"
        polarity = "" if evidence.polarity == "Affirmed" else f" {evidence.polarity}"
        how = f"{speaker}{certainty}{polarity}, {evidence.rule}"
        yield f"{_words(reading, said.subject)} {said.predicate} {_words(reading, key)}{how}"


def _speeches(reading: Reading, found: Iterable[Speech]) -> Iterator[str]:
    for speech in found:
        who = " and ".join(mention.label for mention in speech.speakers) or "nobody"
        said = " … ".join(reading.document.text[start:end] for start, end in speech.segments)
        yield f"{who}: {said} ({speech.rule}{'' if speech.spoken else ', unsaid'})"


def _reported(reading: Reading) -> Iterator[str]:
    for find in (find_reported, find_heard, find_told_by_nouns, find_sourced):
        yield from _speeches(reading, find(reading))


def _words(reading: Reading, key: MentionKey) -> str:
    return reading.document.text[key.start : key.end]


FINDERS: dict[str, Callable[[Reading], Iterator[str]]] = {
    "sayings": lambda reading: _statements(reading, find_sayings(reading)),
    "denials": lambda reading: _statements(reading, find_denials(reading)),
    "accusations": _accusations,
    "quoted": lambda reading: _speeches(reading, find_quoted(reading)),
    "reported": _reported,
}


def test_a_sentence_tells_who_says_what(case: Any, tell: Tell) -> None:
    reading = tell(*case.trees, names=case.names)
    for name, told in case.told.items():
        assert list(FINDERS[name](reading)) == told
