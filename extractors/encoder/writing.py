"""Writes what was said of a document's words into its Doc."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab

from extractors.encoder.confidence import ENTITIES, EVENTS
from extractors.encoder.decoding import Analysis, Numbers
from extractors.encoder.heads.entities import Found
from extractors.encoder.heads.labels import ROOT, Labels
from extractors.encoder.heads.lemmas import Lemmas
from extractors.encoder.words import Words

GIVEN: Final = 1.0
"""The confidence of an entity that was set before the reading."""

_ATTRIBUTES: Final[list[int | str]] = [
    "TAG",
    "POS",
    "MORPH",
    "LEMMA",
    "DEP",
    "HEAD",
    "ENT_IOB",
    "ENT_TYPE",
]

Keys = NDArray[np.uint64]


class Writer:
    """Writes into Docs of one vocabulary."""

    def __init__(self, vocab: Vocab, labels: Labels, lemmas: Lemmas) -> None:
        add = vocab.strings.add
        self._labels = labels
        self._tags = _keys([*labels.tag, "_SP"], add)
        self._pos = _keys([*labels.pos, "SPACE"], add)
        self._morphs = _keys([*labels.morph, ""], vocab.morphology.add)
        self._relations = _keys([*labels.relation, "dep"], add)
        self._kinds = _keys(labels.kinds, add)
        self._root = labels.relation.index(ROOT)
        self._lemmas = lemmas

    def write(self, doc: Doc, words: Words, analyses: Sequence[Analysis]) -> None:
        """Annotate the Doc with the analyses of its windows, in their order."""
        if not len(doc):
            doc.spans[ENTITIES] = _group(doc, ENTITIES, [], [])
            doc.spans[EVENTS] = _group(doc, EVENTS, [], [])
            return
        columns = doc.to_array([*_ATTRIBUTES, "ORTH"]).astype(np.uint64)
        self._fill_words(columns, doc.vocab.strings, words, analyses)
        self._fill_tree(columns, words, analyses)
        entities = [(found, span) for found, span in _locate(words, analyses) if _free(words, span)]
        self._fill_entities(columns, words, entities)
        _set(doc, _ATTRIBUTES, columns[:, :-1])
        # spaCy finds the sentences of trees whose arcs cross by trial, and gives up on some
        _set(doc, ["SENT_START"], _sentence_starts(words, analyses))
        self._group_entities(doc, entities)
        self._group_events(doc, words, analyses)

    def _fill_words(
        self, columns: Keys, strings: StringStore, words: Words, analyses: Sequence[Analysis]
    ) -> None:
        orths = columns[:, -1].copy()
        columns[:, 0], columns[:, 1], columns[:, 2] = (
            self._tags[-1],
            self._pos[-1],
            self._morphs[-1],
        )
        columns[:, 3] = orths
        if not analyses:
            return
        at = words.tokens
        columns[at, 0] = self._tags[np.concatenate([a.tag for a in analyses])]
        pos = np.concatenate([a.pos for a in analyses])
        columns[at, 1] = self._pos[pos]
        columns[at, 2] = self._morphs[np.concatenate([a.morph for a in analyses])]
        rules = np.concatenate([a.lemma for a in analyses])
        columns[at, 3] = self._make_lemmas(words.orths, pos, rules, strings)

    def _make_lemmas(self, orths: Keys, pos: Numbers, rules: Numbers, strings: StringStore) -> Keys:
        """The lemmas of the words, each form with its part of speech and rules once."""
        rows = list(zip(orths.tolist(), pos.tolist(), map(tuple, rules.tolist()), strict=True))
        # anew for each text: the store may have forgotten them (Language.memory_zone)
        made = {
            (orth, one, best): strings.add(
                self._lemmas.find(strings[orth], one, tuple(rule for rule in best if rule >= 0))
            )
            for orth, one, best in set(rows)
        }
        return np.array([made[row] for row in rows], np.uint64)

    def _fill_tree(self, columns: Keys, words: Words, analyses: Sequence[Analysis]) -> None:
        """Fill in heads and relations; white space hangs on the word before it, or the first."""
        tokens, size = words.tokens, words.size
        relations = np.full(size, len(self._labels.relation), np.intp)
        if not len(tokens):
            heads = np.zeros(size, np.int64)
            relations[0] = self._root
        else:
            last = np.searchsorted(tokens, np.arange(size), side="right") - 1
            heads = tokens[np.maximum(last, 0)]
            found, of_words = _join(analyses, words.presets, self._root, len(self._labels.relation))
            heads[tokens] = tokens[found]
            relations[tokens] = of_words
        columns[:, 4] = self._relations[relations]
        columns[:, 5] = (heads - np.arange(size)).astype(np.uint64)

    def _fill_entities(
        self, columns: Keys, words: Words, entities: Sequence[tuple[Found, tuple[int, int]]]
    ) -> None:
        columns[~words.ents, 6] = 2
        columns[~words.ents, 7] = 0
        for found, (start, end) in entities:
            columns[start, 6] = 3
            columns[start + 1 : end, 6] = 1
            columns[start:end, 7] = self._kinds[found.label]

    def _group_entities(self, doc: Doc, entities: Sequence[tuple[Found, tuple[int, int]]]) -> None:
        confidences = {span[0]: found.confidence for found, span in entities}
        spans = list(doc.ents)
        scores = [confidences.get(span.start, GIVEN) for span in spans]
        doc.spans[ENTITIES] = _group(doc, ENTITIES, spans, scores)

    def _group_events(self, doc: Doc, words: Words, analyses: Sequence[Analysis]) -> None:
        spans, scores, first = [], [], 0
        for analysis in analyses:
            for found in analysis.triggers:
                start = int(words.tokens[first + found.start])
                name = self._labels.trigger[found.label]
                label = self._labels.trigger_types.get(name, "")
                spans.append(Span(doc, start, start + 1, label=label, span_id=name))
                scores.append(found.confidence)
            first += len(analysis.heads)
        doc.spans[EVENTS] = _group(doc, EVENTS, spans, scores)


def _keys(names: Sequence[str], key_of: Callable[[str], int]) -> Keys:
    return np.array([key_of(name) for name in names], np.uint64)


def _set(doc: Doc, attributes: list[int | str], columns: Keys) -> None:
    doc.from_array(attributes, columns)  # type: ignore[arg-type] # spaCy's protocol lacks numpy's


def _group(doc: Doc, name: str, spans: list[Span], scores: list[float]) -> SpanGroup:
    return SpanGroup(doc, name=name, attrs={"scores": np.array(scores, np.float32)}, spans=spans)


def _locate(words: Words, analyses: Sequence[Analysis]) -> Iterator[tuple[Found, tuple[int, int]]]:
    """The entities with their first token and their last (exclusive)."""
    first = 0
    for analysis in analyses:
        for found in analysis.entities:
            start = words.tokens[first + found.start]
            end = words.tokens[first + found.end - 1] + 1
            yield found, (int(start), int(end))
        first += len(analysis.heads)


def _free(words: Words, span: tuple[int, int]) -> bool:
    """Whether an entity touches none that was set before the reading."""
    return not words.ents[slice(*span)].any()


def _join(
    analyses: Sequence[Analysis], presets: NDArray[np.int64], of_root: int, other: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The heads and relations of all words; ``other`` is the relation that says nothing.

    Where no sentence may begin at a window's first word, its first tree hangs on the root before.
    """
    heads = np.empty(len(presets), np.intp)
    first, root = 0, 0
    for analysis in analyses:
        own = np.arange(len(analysis.heads))
        roots = first + np.flatnonzero(analysis.heads == own)
        heads[first : first + len(own)] = first + analysis.heads
        if presets[first] == -1:
            heads[roots[0]] = root
        first, root = first + len(own), int(roots[-1])
    relations = np.concatenate([analysis.relation for analysis in analyses])
    hung = (relations == of_root) & (heads != np.arange(len(heads)))
    return heads, np.where(hung, other, relations)


def _sentence_starts(words: Words, analyses: Sequence[Analysis]) -> Keys:
    starts = np.full(words.size, -1, np.int64)
    if analyses:
        begins = np.concatenate([analysis.starts for analysis in analyses])
        begins &= words.presets != -1
        starts[words.tokens[begins]] = 1
        starts[words.tokens[0]] = -1
    starts[0] = 1
    return starts.astype(np.uint64)
