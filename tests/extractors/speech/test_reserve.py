"""What is denied and what is doubted in sentences with negations and reserve: 90 % and more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractors.pipeline import Pipeline
from extractors.reader import DEFAULT_READER, load_reader
from graph.model import Certainty, Concept, Document, Findings, MentionKey, Polarity, Statement
from ontology.lexicons import load_lexicon

FACTS = frozenset({"agent", "patient", "participant", "place", "begin", "end", "killed"})
FEWEST = 145
STANDS = ("certain", "doubted", "denied")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence; for each object of a statement, how it stands there and who says so."""

    text: str
    stands: dict[str, tuple[str, str]]


def cases() -> Iterator[Case]:
    lines = (Path(__file__).parent / "reserve.txt").read_text("utf-8").splitlines()
    told = [line for line in lines if line and not line.startswith("#")]
    text, stands = "", {}
    for line in told:
        head, _, rest = line.partition(": ")
        stand, _, voice = head.partition(" by ")
        if stand in STANDS and rest:
            stands.update(dict.fromkeys(rest.split(", "), (stand, voice)))
            continue
        if text:
            yield Case(text, stands)
        text, stands = line, {}
    yield Case(text, stands)


def found_in(findings: Findings) -> Iterator[tuple[str, tuple[str, str]]]:
    labels = {mention.key: mention.label for mention in findings.mentions}
    for statement in findings.statements:
        if statement.predicate in FACTS:
            voice = labels.get(statement.evidence.speaker, "") if statement.evidence.speaker else ""
            yield named(statement, labels), (stand_of(statement), voice)


def named(statement: Statement, labels: dict[MentionKey, str]) -> str:
    match statement.object:
        case MentionKey() as key:
            return labels[key]
        case Concept(name):
            return name
        case value:
            return value.text


def stand_of(statement: Statement) -> str:
    if statement.evidence.polarity is Polarity.DENIED:
        return "denied"
    return "doubted" if statement.evidence.certainty is Certainty.HEDGED else "certain"


def faults(case: Case, findings: Findings) -> list[str]:
    """What stands otherwise than it should."""
    found = [(name, stand) for name, stand in found_in(findings) if name in case.stands]
    return [
        f"{name}: {stand} by {voice or 'the text'}"
        for name, (stand, voice) in found
        if stand != case.stands[name][0] or (case.stands[name][1] not in {"", voice})
    ]


def is_told(case: Case, findings: Findings) -> bool:
    """Whether anything of it was found: an event that is denied altogether gives nothing."""
    return any(name in case.stands for name, _ in found_in(findings))


@pytest.mark.reader
def test_what_is_denied_and_what_is_doubted() -> None:
    pipeline = Pipeline(load_reader(DEFAULT_READER), load_lexicon())
    known = list(cases())
    assert len(known) >= FEWEST
    documents = [Document(f"d{index}", case.text, "test") for index, case in enumerate(known)]
    read = list(zip(known, pipeline.pipe(documents), strict=True))
    told = [case for case, findings in read if is_told(case, findings)]
    wrong = {case.text: found for case, findings in read if (found := faults(case, findings))}
    assert len(told) >= 0.8 * len(known)
    assert len(wrong) <= 0.1 * len(told), "\n".join(f"{text} {wrong[text]}" for text in wrong)
