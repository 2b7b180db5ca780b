from __future__ import annotations

import pytest

from extractors.explaining import explain
from extractors.pipeline import Pipeline
from extractors.reader import load_reader
from graph.model import Document
from ontology.lexicons import Lexicon

TEXT = "Ada Lund met the minister on Monday. He said that the fire was a blunder."


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(load_reader(), Lexicon())


@pytest.fixture(scope="module")
def lines(pipeline: Pipeline) -> list[str]:
    return list(explain(pipeline, Document("d", TEXT, "test")))


@pytest.mark.reader
def test_each_sentence_is_told_with_what_each_stage_saw(lines: list[str]) -> None:
    assert lines[0] == "1  Ada Lund met the minister on Monday."
    titles = {line[3:12].strip() for line in lines if line.startswith("   ")}
    assert {"words", "times", "names", "unnamed", "events", "speech", "says", "links"} <= titles


@pytest.mark.reader
def test_a_pronoun_is_told_with_whom_it_takes_up_and_why(lines: list[str]) -> None:
    assert any("“He” takes up “minister”" in line for line in lines)


@pytest.mark.reader
def test_an_event_of_which_too_little_is_told_is_said_to_be_left_out(pipeline: Pipeline) -> None:
    document = Document("d", "The fire was a blunder.", "test")
    assert any("left out" in line for line in explain(pipeline, document))


@pytest.mark.reader
def test_a_statement_is_told_with_its_rule_and_confidence(lines: list[str]) -> None:
    assert any("says" in line and "reporting verb, 0.75)" in line for line in lines)
