"""Names in a list name things of one kind: "the villages of A, B and C"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extractors.names.spans import Candidate, is_capitalised
from extractors.words.general import head_kind, load_name_words
from extractors.words.places import load_place_words
from extractors.words.tables import either
from graph.model import Kind

_LONG_ENOUGH = 3
_LEAD = 3


def agree_in_lists(doc: Doc, names: list[Candidate]) -> list[Candidate]:
    """Give the names of a list after "villages of", "cities of" and the like the kind Place.

    Capitalised words of such a list that no source took for a name become names. In other lists
    of three or more, a kind that only the reader gave yields to that of most of the others.
    """
    agreed: list[Candidate] = []
    for group in _lists(doc, names):
        kind = Kind.PLACE if _names_places(doc, group[0]) else _common_kind(group)
        agreed += [_with_kind(doc, name, kind) for name in group] if kind else group
    return agreed


def _lists(doc: Doc, names: list[Candidate]) -> Iterator[list[Candidate]]:
    group: list[Candidate] = []
    for name in _with_gaps_filled(doc, names):
        if group and not _follows(doc, group[-1], name):
            yield group
            group = []
        group.append(name)
    if group:
        yield group


def _follows(doc: Doc, first: Candidate, second: Candidate) -> bool:
    between = [token.lower_ for token in doc[first.end : second.start]]
    joints = load_name_words().list_joints
    return 0 < len(between) <= _LEAD - 1 and all(word in joints for word in between)


def _with_gaps_filled(doc: Doc, names: list[Candidate]) -> list[Candidate]:
    """The names, with those that a list after "villages of" holds but no source knew."""
    taken = {index for name in names for index in range(name.start, name.end)}
    added = [
        Candidate(start, end, Kind.PLACE, "list", confidence=0.7)
        for lead in doc
        if lead.lower_ in load_name_words().place_nouns
        for start, end in _items(doc, lead.i + 1)
        if taken.isdisjoint(range(start, end))
    ]
    return sorted([*names, *added], key=lambda name: name.start)


def _items(doc: Doc, index: int) -> Iterator[tuple[int, int]]:
    """The capitalised items of the list that begins here, after "of" or "such as"."""
    within = load_name_words().within_list
    sentence_end = doc[min(index, len(doc) - 1)].sent.end
    while index < sentence_end:
        end = index
        while end < sentence_end and (is_capitalised(doc[end]) or doc[end].text == "-"):
            end += 1
        if end > index:
            yield index, end
        elif doc[index].lower_ not in within:
            return
        index = max(end, index + 1)


def _names_places(doc: Doc, first: Candidate) -> bool:
    """Whether a common noun leads to the name: "villages of", "towns such as", not "States"."""
    lead, words = doc[max(0, first.start - _LEAD) : first.start], load_name_words()
    return any(
        token.text in words.place_nouns
        and all(word.text in words.list_leads for word in doc[token.i + 1 : first.start])
        for token in lead
    )


def _common_kind(group: list[Candidate]) -> Kind | None:
    if len(group) < _LONG_ENOUGH:
        return None
    kind, count = Counter(name.kind for name in group).most_common(1)[0]
    return kind if count * 2 > len(group) else None


def _with_kind(doc: Doc, name: Candidate, kind: Kind) -> Candidate:
    if name.kind is kind or name.origin not in {"reader", "repeated", "list"}:
        return name
    if kind is not Kind.PLACE and (_tells_its_kind(doc, name) or _follows_place_noun(doc, name)):
        return name
    return replace(name, kind=kind, event_type="")


def _follows_place_noun(doc: Doc, name: Candidate) -> bool:
    """Whether a noun for places leads to the name: "the province of Torvik"."""
    lead = [token.lower_ for token in doc[max(0, name.start - 2) : name.start]]
    nouns = either(load_place_words().areas, load_name_words().place_nouns)
    return len(lead) == 2 and lead[1] == "of" and lead[0] in nouns  # noqa: PLR2004 (a noun and "of")


def _tells_its_kind(doc: Doc, name: Candidate) -> bool:
    """Whether a head word stands in the name: "Green Party"."""
    return any(head_kind(token.text) is not None for token in name.span(doc))
