"""Where places lie, and which place a word in the name of an event means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.clusters import Clusters
from graph.identity.romanising import word_key
from graph.identity.sides import Sides
from graph.identity.tables import load_names
from graph.model import Findings, Form, Kind, MentionKey
from graph.spelling import normalised


def place_id(key: MentionKey) -> str:
    """The root of a group, as a word for features and blocks."""
    return f"{key.document}/{key.start}-{key.end}"


def surroundings(
    clusters: Clusters, findings: Sequence[Findings], sides: Sides
) -> dict[str, frozenset[str]]:
    """The places around each place, by what the texts say and by the lexicon."""
    above: dict[str, set[str]] = defaultdict(set)
    entries: dict[str, str] = {}
    for found in findings:
        for mention in found.mentions:
            if mention.identifier and mention.kind is Kind.PLACE:
                entries.setdefault(mention.identifier, place_id(clusters.root(mention.key)))
        for one in found.statements:
            known = one.subject in clusters.mentions and one.object in clusters.mentions
            if one.predicate == "locatedIn" and known and isinstance(one.object, MentionKey):
                above[place_id(clusters.root(one.subject))].add(place_id(clusters.root(one.object)))
    for identifier, root in entries.items():
        ancestors = sides.ancestors(identifier)
        above[root].update(entries.get(one, one) for one in ancestors)
    return {place: _closure(place, above) for place in list(above)}


def _closure(place: str, above: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    todo = [place]
    while todo:
        for one in above.get(todo.pop(), ()):
            if one not in found:
                found.add(one)
                todo.append(one)
    return frozenset(found - {place})


def place_names(clusters: Clusters) -> dict[str, str]:
    """The place that a word means in the name of an event; none where it means several.

    A place that is called by the word alone goes before one with a common noun: Katyn before
    Katyn Forest.
    """
    alone: dict[str, set[str]] = defaultdict(set)
    with_noun: dict[str, set[str]] = defaultdict(set)
    for mention in clusters.mentions.values():
        if mention.kind is Kind.PLACE and mention.form is Form.NAME:
            words = normalised(mention.label).split()
            kept = [word for word in words if word not in load_names().place_nouns] or words
            if len(kept) == 1:
                found = alone if len(words) == 1 else with_noun
                found[word_key(kept[0])].add(place_id(clusters.root(mention.key)))
    found = with_noun | alone
    return {word: min(roots) for word, roots in found.items() if len(roots) == 1}
