"""What a wrong reading would harm: killers, victims, speakers, denials; ``harm.txt`` lists it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.pipeline import Pipeline
from extractors.reader import load_reader
from graph.model import Certainty, Concept, Document, Findings, MentionKey, Polarity, Statement
from ontology.lexicons import Lexicon

ABOUT_SPEAKERS = frozenset({"says", "denies", "accuses"})


def cases() -> Iterator[tuple[str, list[str]]]:
    text = Path(__file__).with_name("harm.txt").read_text("utf-8")
    for block in text.split("\n\n")[1:]:
        sentence, *expected = block.strip().splitlines()
        yield sentence, expected


CASES = dict(cases())


@pytest.fixture(scope="module")
def read() -> dict[str, Findings]:
    documents = [Document(f"d{i}", sentence, "a") for i, sentence in enumerate(CASES)]
    pipeline = Pipeline(load_reader(), Lexicon())
    return {found.document.text: found for found in pipeline.pipe(documents)}


def told(findings: Findings) -> list[set[str]]:
    return [parts_of(findings, statement) for statement in findings.statements]


def parts_of(findings: Findings, statement: Statement) -> set[str]:
    labels = {mention.key: mention.label for mention in findings.mentions}
    evidence, told_of = statement.evidence, statement.object
    if statement.predicate in ABOUT_SPEAKERS:
        name = labels[statement.subject]
    elif isinstance(told_of, MentionKey):
        name = labels[told_of]
    else:
        name = told_of.name if isinstance(told_of, Concept) else told_of.text
    certain = evidence.certainty is Certainty.CERTAIN
    affirmed = evidence.polarity is Polarity.AFFIRMED
    by = f"by {labels[evidence.speaker]}" if evidence.speaker else ""
    plain = "plain" if certain and affirmed and not by else ""
    reserve = "" if certain else "hedged"
    return {f"{statement.predicate} {name}", by, plain, reserve, "" if affirmed else "denied"}


@pytest.mark.reader
@pytest.mark.parametrize("sentence", CASES)
def test_no_harmful_statement_is_read(sentence: str, read: dict[str, Findings]) -> None:
    found = told(read[sentence])
    for line in CASES[sentence]:
        sign, expected = line[0], set(line[2:].split("; "))
        assert any(expected <= parts for parts in found) is (sign == "+"), (line, found)
