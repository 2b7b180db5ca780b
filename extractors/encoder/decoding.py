"""From the scores of one window to what is said of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.encoder.heads.biaffine import multiply, relate
from extractors.encoder.heads.entities import Found, Scheme, probabilities
from extractors.encoder.heads.labels import OUTSIDE, ROOT
from extractors.encoder.heads.roles import Arc
from extractors.encoder.heads.trees import Heads, find_trees
from extractors.encoder.network import Network, Outputs, Scores
from extractors.encoder.pieces import Pieces
from extractors.encoder.words import BREAK, Words

Numbers = NDArray[np.intp]

# So many lemma rules of a word are looked at, and none whose odds are 55 times lower (e to the 4th)
# than the best one's; so the tuning parts are read best.
_RULES: Final = 4
_CLOSE: Final = 4.0


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is said of the words of one window: numbers of labels, one row a word.

    It is small: the scores, five kilobytes a word, are gone once a window is decoded.
    """

    tag: Numbers
    pos: Numbers
    morph: Numbers
    lemma: Numbers
    """The best lemma rules of each word, the best first; -1 for those that are far from it."""
    relation: Numbers
    heads: Heads
    """Counted from the first word of the window; a root's head is itself."""
    starts: NDArray[np.bool_]
    """Whether a sentence begins at the word; the first of the window counts as one that does."""
    entities: tuple[Found, ...]
    triggers: tuple[Found, ...]
    arcs: tuple[Arc, ...] = ()
    """The arguments of predicates, by predicate."""
    mentions: Numbers = field(default_factory=lambda: np.empty(0, np.intp))
    """The head words of mentions."""
    references: Scores | None = None
    """A vector a mention, by which what it refers to is found."""


class Analyzer:
    """Reads windows with a network."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._scheme: Final = Scheme(network.labels.entity, network.labels.kinds)
        self._outside = network.labels.trigger.index(OUTSIDE)
        self._root = network.labels.relation.index(ROOT)

    def read(self, words: Words, pieces: Pieces, start: int, end: int) -> Analysis:
        """What is said of the words from ``start`` to ``end`` (exclusive), read as one window."""
        outputs = self._network.run(pieces, start, end)
        presets = words.presets[start:end]
        begins = _find_starts(outputs.sentence, presets)
        breaks = _find_breaks(words, start, end, begins)
        entities = self._find_entities(outputs.entity, breaks)
        _join_inside(begins, presets, entities)
        heads = find_trees(_arc_scores(outputs), begins)
        mentions = np.flatnonzero(() if outputs.mention is None else outputs.mention > 0)
        return Analysis(
            tag=outputs.tag.argmax(axis=1),
            pos=outputs.pos.argmax(axis=1),
            morph=outputs.morph.argmax(axis=1),
            lemma=_find_rules(outputs.lemma),
            relation=self._find_relations(outputs, heads),
            heads=heads,
            starts=begins,
            entities=tuple(entities),
            triggers=tuple(self._find_triggers(outputs.trigger)),
            arcs=tuple(self._find_arcs(outputs, begins)),
            mentions=mentions,
            references=None if outputs.reference is None else outputs.reference[mentions],
        )

    def _find_arcs(self, outputs: Outputs, begins: NDArray[np.bool_]) -> Iterator[Arc]:
        finder = self._network.roles
        predicates, words = outputs.role_predicate, outputs.role_argument
        if finder is None or outputs.predicate is None or predicates is None or words is None:
            return iter(())
        return finder.find(outputs.predicate, predicates, words, begins)

    def _find_entities(self, scores: Scores, breaks: NDArray[np.bool_]) -> list[Found]:
        labels = self._network.labels
        found = self._scheme.find(scores, breaks)
        kept = (one for one in found if one.confidence >= labels.entity_threshold)
        sureness = labels.entity_calibration.apply
        return [replace(one, confidence=sureness(one.confidence)) for one in kept]

    def _find_triggers(self, scores: Scores) -> list[Found]:
        shares = probabilities(scores)
        sure = 1 - shares[:, self._outside]
        shares[:, self._outside] = -1
        places = np.flatnonzero(sure >= self._network.labels.trigger_threshold)
        types = shares[places].argmax(axis=1)
        rows = zip(places.tolist(), types.tolist(), sure[places].tolist(), strict=True)
        sureness = self._network.labels.trigger_calibration.apply
        return [Found(place, place + 1, label, sureness(share)) for place, label, share in rows]

    def _find_relations(self, outputs: Outputs, heads: Heads) -> Numbers:
        """The relation of each word to its head (biaffine: Dozat and Manning 2017)."""
        scores = relate(
            outputs.relation_dependent, self._network.relation, outputs.relation_head[heads]
        )
        scores[:, self._root] = -np.inf
        relations: Numbers = scores.argmax(axis=1)
        relations[heads == np.arange(len(heads))] = self._root
        return relations


def _find_rules(scores: Scores) -> Numbers:
    rows = np.arange(len(scores))[:, None]
    rules = np.argpartition(-scores, min(_RULES, scores.shape[1]) - 1, axis=1)[:, :_RULES]
    rules = rules[rows, np.argsort(-scores[rows, rules], axis=1, kind="stable")]
    found = scores[rows, rules]
    close: Numbers = np.where(found[:, :1] - found <= _CLOSE, rules, -1)
    return close


def _find_starts(scores: Scores, presets: NDArray[np.int64]) -> NDArray[np.bool_]:
    starts = np.where(presets == 0, scores > 0, presets == 1)
    # a window begins where a sentence does, or in one so long that no window holds it
    starts[:1] = True
    return starts


def _find_breaks(
    words: Words, start: int, end: int, starts: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """The words at which no entity goes on.

    A name goes on over the end of a line, as in texts wrapped by hand, unless a sentence begins
    there, as in lists; never over a blank line.
    """
    lines = words.spaces[start:end] == BREAK
    breaks: NDArray[np.bool_] = (
        words.blank_lines[start:end] | (words.presets[start:end] == 1) | (lines & starts)
    )
    return breaks


def _join_inside(
    starts: NDArray[np.bool_], presets: NDArray[np.int64], entities: list[Found]
) -> None:
    """Begin no sentence inside a name, so that each name is in one sentence."""
    for found in entities:
        starts[found.start + 1 : found.end] &= presets[found.start + 1 : found.end] == 1


def _arc_scores(outputs: Outputs) -> Scores:
    scores = multiply(outputs.arc_dependent, outputs.arc_head)
    np.fill_diagonal(scores, outputs.root)
    return scores
