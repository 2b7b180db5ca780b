"""A small annotated document, and readers that know it by heart."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from extractors.corpora.formats import find_format, read_golds
from extractors.corpora.gold import Gold
from extractors.evaluation.docs import make_reference

Change = Callable[[Doc], None]

GUM = """\
# newdoc id = GUM_news_made
# newpar
1	Anna	Anna	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-giv-nn-cf1-1-coref
2	Bold	Bold	PROPN	NNP	_	1	flat	_	Entity=1)
3	visited	visit	VERB	VBD	_	0	root	_	_
4	Kern	Kern	PROPN	NNP	_	3	obj	_	Entity=(2-place-new-n-cf2-1-sgl)|SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

# newpar
1	Her	her	PRON	PRP$	_	2	nmod:poss	_	_
2	aunt	aunt	NOUN	NN	_	3	nsubj	_	_
3	slept	sleep	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_
"""
GENEVA = {
    "doc_id": "d",
    "sentence": "They met and sang .",
    "tokens": ["They", "met", "and", "sang", "."],
    "event_mentions": [
        {"event_type": "Meeting", "trigger": {"start": 1, "end": 2}},
        {"event_type": "Singing", "trigger": {"start": 3, "end": 4}},
    ],
}


class Oracle(English):  # type: ignore[no-untyped-call]
    """Gives what the corpus says, changed as a test wants."""

    def __init__(self, golds: Iterable[Gold], change: Change) -> None:
        super().__init__()
        self._golds = {gold.text: gold for gold in golds}
        self._change = change

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:  # type: ignore[override]
        for doc in docs:
            gold = self._golds[doc.text]
            known = make_reference(gold, self.vocab) if gold.tree else doc
            _mark(known, gold)
            self._change(known)
            yield known


def _mark(doc: Doc, gold: Gold) -> None:
    def span(start: int, end: int, label: str) -> Span:
        found = doc.char_span(start, end, label=label)
        assert found is not None
        return found

    if gold.names:
        doc.ents = tuple(span(name.start, name.end, name.kind) for name in gold.names.entities)
    if gold.triggers is not None:
        doc.spans["events"] = [span(*place) for place in sorted(gold.triggers)]


Ask = Callable[..., Oracle]


@pytest.fixture
def ask() -> Ask:
    """Make a reader that knows a file by heart but for a ``change``."""

    def make(path: Path, change: Change = lambda _: None) -> Oracle:
        name = find_format(path)
        assert name is not None
        return Oracle(read_golds(path, name), change)

    return make


@pytest.fixture
def gum(tmp_path: Path) -> Path:
    """Nine words in two paragraphs, with a person, a place and two trees."""
    path = tmp_path / "GUM_news_made.conllu"
    path.write_text(GUM, encoding="utf-8")
    return path


@pytest.fixture
def geneva(tmp_path: Path) -> Path:
    """Five words with two triggers."""
    path = tmp_path / "geneva.jsonl"
    path.write_text(json.dumps(GENEVA) + "\n", encoding="utf-8")
    return path
