"""Who says what, and whether they affirm, deny or only suppose it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.reference.speakers import speaker_of
from extractors.speech.quoted import find_quoted
from extractors.speech.sections import find_sections, find_turns
from extractors.speech.speech import Speech, find_reported, find_sourced
from extractors.tree.polarity import Judgement, judge
from graph.model import Certainty, Evidence, Mention, Polarity, Qualifiers, Statement, Value

_NAMING_RULES = frozenset({"name of the event", "noun for the event"})
_SAYS = "says"


def find_sayings(reading: Reading) -> Iterator[Statement]:
    """What people, bodies and states of the text say, in quotes and in reported speech."""
    for speech in find_speeches(reading):
        if speech.spoken:
            yield _saying(reading, speech)


def find_speeches(reading: Reading) -> list[Speech]:
    """The stretches of the text that somebody else than its author says; they may nest."""
    found = chain(
        find_quoted(reading),
        find_reported(reading),
        find_sourced(reading),
        find_sections(reading),
        find_turns(reading),
    )
    return _without_repeats(sorted(found, key=lambda speech: (speech.start, -speech.end)))


def attribute(reading: Reading, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements with who says them, affirmed or denied, outright or with a reserve.

    A speaker who is known already stays. Several rules may hold: the innermost speech wins.
    """
    speeches = _Speeches(find_speeches(reading))
    for statement in statements:
        yield _attributed(reading, statement, speeches)


def _attributed(reading: Reading, statement: Statement, speeches: _Speeches) -> Statement:
    evidence = statement.evidence
    judgement = _judged(reading, statement)
    denier = speaker_of(reading, judgement.denier) if judgement.denier is not None else None
    if judgement.denier is not None and denier is None:
        # somebody denies it, but not the author of the text
        judgement.hedged, judgement.denied = True, evidence.rule not in _NAMING_RULES
    around = denier or speeches.speaker_around(evidence)
    speaker = evidence.speaker or (around.key if around else None)
    denied = judgement.denied or evidence.polarity is Polarity.DENIED
    hedged = judgement.hedged or evidence.certainty is Certainty.HEDGED
    attributed = replace(
        evidence,
        speaker=speaker,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        certainty=Certainty.HEDGED if hedged else Certainty.CERTAIN,
    )
    return replace(statement, evidence=attributed)


def _judged(reading: Reading, statement: Statement) -> Judgement:
    """What the grammar around the words of the relation says of it."""
    evidence = statement.evidence
    if evidence.rule == "speaker section" and statement.predicate == _SAYS:
        return Judgement()
    span = reading.span_of(evidence.start, evidence.end)
    return judge(
        span.root,
        about=_head_of_subject(reading, statement),
        named=evidence.rule in _NAMING_RULES,
    )


def _head_of_subject(reading: Reading, statement: Statement) -> Token:
    subject = statement.subject
    return reading.span_of(subject.start, subject.end).root


class _Speeches:
    """The speeches of a text, by their place in it."""

    def __init__(self, speeches: list[Speech]) -> None:
        self._speeches = speeches
        self._longest = max((s.end - s.start for s in speeches), default=0)

    def speaker_around(self, evidence: Evidence) -> Mention | None:
        """The speaker of the shortest speech that holds the words of the relation."""
        first = bisect_left(self._speeches, evidence.end - self._longest, key=_start)
        last = bisect_right(self._speeches, evidence.start, lo=first, key=_start)
        around = [
            s
            for s in self._speeches[first:last]
            if s.covers(evidence.start, evidence.end)
            and (s.cue_start, s.cue_end) != (evidence.start, evidence.end)
        ]
        shortest = min(around, key=lambda s: s.end - s.start, default=None)
        return shortest.speaker if shortest else None


def _start(speech: Speech) -> int:
    return speech.start


def _saying(reading: Reading, speech: Speech) -> Statement:
    text = " ".join(reading.document.text[speech.start : speech.end].split())
    passage = reading.passage_at(speech.cue_start)
    return Statement(
        subject=speech.speaker.key,
        predicate=_SAYS,
        object=Value(_unquoted(text) if speech.quoted else text),
        evidence=Evidence(
            passage=passage.index,
            start=speech.cue_start,
            end=min(speech.cue_end, passage.end),
            rule=speech.rule,
            confidence=speech.confidence,
        ),
        qualifiers=Qualifiers(quoted=speech.quoted),
    )


def _unquoted(text: str) -> str:
    return text[1:-1].strip().rstrip(" ,")


def _without_repeats(speeches: list[Speech]) -> list[Speech]:
    """Leave out a stretch that another rule gave for the same speaker."""
    kept: dict[tuple[int, int], Speech] = {}
    for speech in speeches:
        known = kept.get((speech.start, speech.end))
        if known is None or speech.confidence > known.confidence:
            kept[speech.start, speech.end] = speech
    return list(kept.values())
