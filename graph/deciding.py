"""People's decisions brought to the mentions that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.clusters import Clusters
from graph.decisions import Decision, Reference, Verb, contradiction, find_contradiction
from graph.doubts import Doubt
from graph.entities import Told
from graph.errors import DecisionError
from graph.model import Kind, Mention, MentionKey


@dataclass(frozen=True, slots=True)
class Decided:
    """What the decisions mean for these texts.

    ``pairs`` are the mentions of each pair that was decided, ``idle`` the decisions that name
    nothing here.
    """

    told: Told = field(default_factory=Told)
    dropped: frozenset[MentionKey] = frozenset()
    pairs: tuple[tuple[MentionKey, MentionKey], ...] = ()
    idle: tuple[str, ...] = ()

    def settles(self, clusters: Clusters, doubt: Doubt) -> bool:
        """Whether a pair of the same two groups was decided."""
        wanted = {clusters.root(doubt.first), clusters.root(doubt.second)}
        mentioned = {doubt.first, doubt.second}
        for pair in self.pairs:
            if set(pair) == mentioned:
                return True
            if len(wanted) > 1 and {clusters.root(key) for key in pair} == wanted:
                return True
        return False


class References:
    """Finds what decisions name: mentions by their document and their words."""

    def __init__(self, mentions: Mapping[MentionKey, Mention]) -> None:
        self._by_words: dict[tuple[str, str], list[MentionKey]] = defaultdict(list)
        for key, mention in sorted(mentions.items()):
            words = {" ".join(mention.text.split()), " ".join(mention.label.split())}
            for one in sorted(words):
                self._by_words[mention.document, one].append(key)

    def all(self, reference: Reference) -> list[MentionKey]:
        """The mentions of these words from the one that is meant on, in the order of the text."""
        found = self._by_words.get((reference.document, reference.words), [])
        return found[reference.number - 1 :]

    def find(self, reference: Reference) -> MentionKey | None:
        """The mention that is meant; None where the document or the words are not there."""
        return next(iter(self.all(reference)), None)

    def knows(self, document: str) -> bool:
        """Whether there is a mention in a document of that id."""
        return any(one == document for one, _ in self._by_words)


def apply_decisions(clusters: Clusters, decisions: Sequence[Decision]) -> Decided:
    """Part and join what people decided on, before any rule does.

    Raises ``DecisionError`` where two decisions contradict one another.
    """
    if sentence := find_contradiction(decisions):
        raise DecisionError(sentence)
    references = References(clusters.mentions)
    ordered = sorted(set(decisions))
    pairs = [
        (one, first, other)
        for one in ordered
        if one.other is not None
        and (first := references.find(one.first)) is not None
        and (other := references.find(one.other)) is not None
    ]
    _join(clusters, [pair for pair in pairs if pair[0].verb is Verb.SAME])
    _part(clusters, [pair for pair in pairs if pair[0].verb is Verb.DIFFERENT])
    told = _told(ordered, references)
    dropped = (references.find(one.first) for one in ordered if one.verb is Verb.DROP)
    return Decided(
        told,
        frozenset(key for key in dropped if key is not None),
        tuple((first, other) for _, first, other in pairs),
        tuple(_idle(ordered, references)),
    )


def _join(clusters: Clusters, pairs: Iterable[tuple[Decision, MentionKey, MentionKey]]) -> None:
    for decision, first, other in pairs:
        clusters.join(first, other, f"decided: {_reason(decision)}", 1.0)


def _part(clusters: Clusters, pairs: Iterable[tuple[Decision, MentionKey, MentionKey]]) -> None:
    for decision, first, other in pairs:
        if not clusters.keep_apart(first, other, f"decided: {_reason(decision)}"):
            joined = "other decisions make them the same"
            raise DecisionError(contradiction(decision, joined))


def _reason(decision: Decision) -> str:
    return f"{decision}: {decision.why}" if decision.why else str(decision)


def _told(decisions: Iterable[Decision], references: References) -> Told:
    names: dict[MentionKey, str] = {}
    kinds: dict[MentionKey, Kind] = {}
    for decision in decisions:
        for key in references.all(decision.first):
            if decision.verb is Verb.NAME:
                names.setdefault(key, decision.value)
            elif decision.verb is Verb.KIND:
                kinds.setdefault(key, Kind(decision.value))
    return Told(names, kinds)


def _idle(decisions: Iterable[Decision], references: References) -> Iterable[str]:
    for decision in decisions:
        for reference in filter(None, (decision.first, decision.other)):
            if references.find(reference) is None:
                what = "no such words" if references.knows(reference.document) else "no document"
                yield f"{decision}: there is {what} “{reference.counted}” in {reference.document}"
