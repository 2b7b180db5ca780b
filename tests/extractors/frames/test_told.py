"""Who takes which stance, and what an event is called, in the sentences beside this file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from extractors.frames.characterizations import find_characterizations
from extractors.frames.frames import find_told
from extractors.reading import Reading
from graph.model import Concept, MentionKey

Tell = Callable[..., Reading]


def _stances(reading: Reading) -> Iterator[str]:
    for said in find_told(reading):
        assert isinstance(said.object, MentionKey)
        who, what = _words(reading, said.subject), _words(reading, said.object)
        yield f"{who} {said.predicate} {what} ({said.evidence.rule})"


def _called(reading: Reading) -> Iterator[str]:
    for said in find_characterizations(reading):
        assert isinstance(said.object, Concept)
        event, speaker = _words(reading, said.subject), said.evidence.speaker
        by = f", {_words(reading, speaker)}" if speaker else ""
        yield f"{event} {said.object.name} ({said.evidence.rule}{by})"


def _words(reading: Reading, key: MentionKey) -> str:
    return reading.document.text[key.start : key.end]


FINDERS = {"told": _stances, "called": _called}


def test_a_sentence_tells_who_takes_which_stance_and_what_an_event_is_called(
    case: Any, tell: Tell
) -> None:
    reading = tell(*case.trees, names=case.names)
    for name, told in case.told.items():
        assert list(FINDERS[name](reading)) == told
