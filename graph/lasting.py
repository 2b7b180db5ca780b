"""Names that last: which id each thing had in the builds before, by the words that stand for it.

An id stays with what it was given to while documents come and go. Of two things that become one,
the older id stays and the other is replaced by it; a thing that is split off gets an id of its own
that is derived from the old one. What only a document or a decision brought goes with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.iris import digest
from graph.model import Mention, MentionKey

FILE_NAME = "names.tsv"
"""How the file is called in an output folder."""

_COLUMNS = (
    *("id", "document", "words", "number"),
    *("order", "documents", "derived from", "since"),
)

Anchor = tuple[str, str, int]
"""A document, words in it, and how many equal words stand before them, counted from 1."""


@dataclass(frozen=True, slots=True, order=True)
class NameRow:
    """An id and words of a document that stand for what it was given to.

    ``order`` counts the builds that gave new ids, ``documents`` those that told of the thing when
    it got its id: of two ids the older stays, then the one most told of. ``derived`` is the id that
    the thing was split off from. ``since`` holds the new documents and decisions of that build:
    without any of them, the id is forgotten.
    """

    id: str
    document: str
    words: str
    number: int
    order: int
    documents: int
    derived: str = ""
    since: tuple[str, ...] = ()

    @property
    def anchor(self) -> Anchor:
        """What the row is found by."""
        return self.document, self.words, self.number


@dataclass(frozen=True, slots=True)
class Register:
    """The ids that were given, sorted, and the keys of the decisions that held then."""

    rows: tuple[NameRow, ...] = ()
    decisions: frozenset[str] = frozenset()


def read_register(text: str) -> Register:
    """Read the text of ``names.tsv``; a line that is no row counts as absent."""
    rows: list[NameRow] = []
    decisions: frozenset[str] = frozenset()
    for line in text.splitlines():
        if line.startswith("# decisions:"):
            decisions = frozenset(line.partition(":")[2].split())
            continue
        cells = line.split("\t")
        if len(cells) == len(_COLUMNS) and all(cell.isdecimal() for cell in cells[3:6]):
            name, document, words, *numbers, derived, since = cells
            count, order, documents = map(int, numbers)
            owed = tuple(since.split())
            rows.append(NameRow(name, document, words, count, order, documents, derived, owed))
    return Register(tuple(sorted(rows)), decisions)


def write_register(register: Register) -> str:
    """Write the text of ``names.tsv``."""
    head = f"# decisions: {' '.join(sorted(register.decisions))}".rstrip()
    rows = (
        (
            *(row.id, row.document, row.words),
            *map(str, (row.number, row.order, row.documents)),
            *(row.derived, " ".join(row.since)),
        )
        for row in register.rows
    )
    return "\n".join([head, "\t".join(_COLUMNS), *("\t".join(row) for row in rows)]) + "\n"


class Anchors:
    """Words of documents and the mentions that they are."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        counts: Counter[tuple[str, str]] = Counter()
        self.of_mention: dict[MentionKey, Anchor] = {}
        self.mention: dict[Anchor, MentionKey] = {}
        for mention in sorted(mentions, key=lambda one: one.key):
            words = " ".join(mention.text.split())
            counts[mention.document, words] += 1
            anchor = (mention.document, words, counts[mention.document, words])
            self.of_mention[mention.key] = anchor
            self.mention[anchor] = mention.key


@dataclass(frozen=True, slots=True)
class Lasting:
    """The id of each group, in their order, and what became of earlier ids."""

    ids: tuple[str, ...]
    register: Register
    replaced: tuple[tuple[str, str], ...]
    derived: tuple[tuple[str, str], ...]


def give_ids(
    groups: Sequence[Sequence[Mention]],
    names: Sequence[tuple[str, ...]],
    former: Register,
    decisions: frozenset[str] = frozenset(),
    *,
    mentions: Iterable[Mention] | None = None,
) -> Lasting:
    """Give each group the id that it had, or a new one: the first of its names that is its own.

    ``mentions`` are those of all documents, where some are in no group.
    """
    grouped = (mention for group in groups for mention in group)
    anchors = Anchors(grouped if mentions is None else mentions)
    documents = {key.document for key in anchors.of_mention}
    rows = _living(former, documents, decisions)
    holder = {m.key: index for index, group in enumerate(groups) for m in group}
    hits = _hits(rows, anchors, holder)
    winners = _winners(hits)
    ids = _chosen(winners, hits, len(groups))
    fresh = _mint(ids, names, groups, {row.id for row in former.rows})
    known = {row.document for row in former.rows}
    causes = tuple(sorted((documents - known) | (decisions - former.decisions)))
    order = max((row.order for row in rows), default=0) + 1
    given = {row.id: row for row in hits}
    for index in fresh:
        told = len({mention.document for mention in groups[index]})
        given[ids[index]] = NameRow(ids[index], "", "", 0, order, told)
    since = causes if known else ()
    kept = list(_kept(hits, winners, [given[name] for name in ids], since))
    kept += [row for row in rows if row not in hits]
    added = _added(groups, anchors, kept, [given[name] for name in ids], since)
    register = Register(tuple(sorted({*kept, *added})), decisions)
    return Lasting(tuple(ids), register, _replaced(winners, ids), _derived(register, ids))


def _living(former: Register, documents: set[str], decisions: frozenset[str]) -> list[NameRow]:
    """The rows whose documents are still there, and something of what brought them.

    Without that, words that were split off stand for the old id again.
    """
    here = documents | decisions
    given = {row.id: row for row in sorted(former.rows, key=lambda r: (-r.order, r))}
    found = []
    for row in former.rows:
        if row.document not in documents:
            continue
        if not row.since or not here.isdisjoint(row.since):
            found.append(row)
        elif row.derived in given:
            old = given[row.derived]
            found.append(_like(row, old, derived=old.derived))
    return found


def _like(row: NameRow, given: NameRow, *, derived: str, since: tuple[str, ...] = ()) -> NameRow:
    """The words of a row with the id of another."""
    return replace(
        given,
        document=row.document,
        words=row.words,
        number=row.number,
        derived=derived,
        since=since,
    )


def _hits(
    rows: Iterable[NameRow], anchors: Anchors, holder: Mapping[MentionKey, int]
) -> dict[NameRow, int]:
    found = ((row, anchors.mention.get(row.anchor)) for row in rows)
    return {row: holder[key] for row, key in found if key is not None and key in holder}


def _winners(hits: Mapping[NameRow, int]) -> dict[str, int]:
    """The group that keeps each id: the one that most of its words stand for."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for row, group in hits.items():
        counts[row.id][group] += 1
    return {name: min(found, key=lambda g: (-found[g], g)) for name, found in counts.items()}


def _chosen(winners: Mapping[str, int], hits: Iterable[NameRow], count: int) -> list[str]:
    """The oldest of the ids that each group keeps, then the one most told of; empty for none."""
    order = {row.id: (row.order, -row.documents, row.id) for row in hits}
    ids = [""] * count
    for name in sorted(winners, key=lambda name: order[name]):
        ids[winners[name]] = ids[winners[name]] or name
    return ids


def _mint(
    ids: list[str],
    names: Sequence[tuple[str, ...]],
    groups: Sequence[Sequence[Mention]],
    taken: set[str],
) -> frozenset[int]:
    """Give new ids where there are none; a hash tells those of one name apart."""
    fresh = [index for index, name in enumerate(ids) if not name]
    wanted = Counter(name for index in fresh for name in set(names[index]))
    for index in fresh:
        free = (name for name in names[index] if wanted[name] == 1 and name not in taken)
        hashed = f"{names[index][0]}-{digest('/'.join(map(str, groups[index][0].key)))}"
        ids[index] = next(free, hashed)
    return frozenset(fresh)


def _kept(
    hits: Mapping[NameRow, int],
    winners: Mapping[str, int],
    given: Sequence[NameRow],
    since: tuple[str, ...],
) -> Iterator[NameRow]:
    """The former rows; those whose id went to another group take the id of their own."""
    for row, group in hits.items():
        if winners[row.id] == group:
            yield row
        else:
            yield _like(row, given[group], derived=row.id, since=since)


def _added(
    groups: Sequence[Sequence[Mention]],
    anchors: Anchors,
    kept: Sequence[NameRow],
    given: Sequence[NameRow],
    since: tuple[str, ...],
) -> Iterator[NameRow]:
    """A row for each document of a group that has none there.

    In a document that was there before, it is owed to what is new in this build: ``since``.
    """
    held = {anchors.mention.get(row.anchor) for row in kept}
    known = {row.document for row in kept}
    for name, group in zip(given, groups, strict=True):
        done = {m.document for m in group if m.key in held}
        for mention in group:
            if mention.document not in done:
                done.add(mention.document)
                document, words, number = anchors.of_mention[mention.key]
                where = NameRow("", document, words, number, 0, 0)
                owed = since if document in known else ()
                yield _like(where, name, derived="", since=owed)


def _replaced(winners: Mapping[str, int], ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
    pairs = ((name, ids[group]) for name, group in winners.items())
    return tuple(sorted(pair for pair in pairs if pair[0] != pair[1]))


def _derived(register: Register, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
    living = set(ids)
    pairs = {(row.id, row.derived) for row in register.rows if row.derived}
    return tuple(sorted(pair for pair in pairs if living.issuperset(pair)))
