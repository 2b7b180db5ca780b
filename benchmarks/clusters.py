"""How well the mentions of one thing are put together over documents, by GUM's Wikipedia titles.

    python -m benchmarks.clusters [-v] GUM

All documents of a part are read and resolved together. What counts are names that the reader found
and of whose thing the corpus gives the Wikipedia article: one title is one thing.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from extractors.corpora.formats import Format, read_golds
from extractors.corpora.gold import Gold
from extractors.corpora.gum import Identified, find_identities
from extractors.corpora.kinds import Kind as CorpusKind
from extractors.evaluation.clusters import Clusters, Shares, count_merges, score_b_cubed
from extractors.pipeline import Pipeline
from extractors.reader import DEFAULT_READER, load_reader
from graph.model import Document, Findings, Form, Mention
from graph.resolution import resolve
from graph.resolved import Resolution
from ontology.lexicons import load_lexicon
from training.corpora import read_splits

KINDS: Final[tuple[CorpusKind, ...]] = ("Person", "Place", "Organization", "Group", "Event")
_ALL: Final = "all but events"


@dataclass(frozen=True, slots=True)
class Text:
    """A document with the names that the corpus identifies; ``held`` where nothing learned it."""

    document: Document
    names: tuple[Name, ...]
    held: bool


class Name(NamedTuple):
    """A name of the corpus with the title of its thing; ``head`` is where its head word begins."""

    start: int
    end: int
    head: int
    kind: CorpusKind
    title: str


@dataclass(frozen=True, slots=True)
class Aligned:
    """A mention of the graph that is a name of the corpus, and the entity that it was put into."""

    mention: Mention
    kind: CorpusKind
    title: str
    entity: str


Sorting = Callable[[Aligned], Hashable]
"""Gives what two mentions have in common that are taken for one thing."""

SORTINGS: Final[Mapping[str, Sorting]] = {
    "resolution": lambda one: one.entity,
    "equal names": lambda one: " ".join(one.mention.label.casefold().split()),
    "documents apart": lambda one: (one.mention.document, one.title),
}
"""Ours, the simple one, and what is right in each document and joins nothing over documents."""


def read_texts(folder: Path) -> Iterator[Text]:
    """Read GUM's documents as running text, with their names of known things."""
    splits = read_splits(folder / "splits.md")
    for path in sorted(folder.glob("GUM_*.conllu")):
        (gold,) = read_golds(path, Format.GUM)
        document = Document(path.stem.lower().replace("_", "-"), gold.text, path.stem)
        names = tuple(_name(gold, one) for one in find_identities(gold.tree))
        yield Text(document, names, splits[path.stem] != "train")


def _name(gold: Gold, one: Identified) -> Name:
    start, end, head = gold.words[one.first][0], gold.words[one.last][1], gold.words[one.head][0]
    return Name(start, end, head, one.kind, one.title)


def align(
    texts: Iterable[Text], findings: Sequence[Findings], resolution: Resolution
) -> list[Aligned]:
    """Pair the graph's names with the corpus', in the order of the texts."""
    entities = resolution.by_mention()
    mentions = {found.document.id: found.mentions for found in findings}
    return [
        Aligned(mention, name.kind, name.title, entities[mention.key].id)
        for text in texts
        for mention, name in pair_names(mentions[text.document.id], text.names)
        if mention.key in entities
    ]


def pair_names(mentions: Iterable[Mention], names: Iterable[Name]) -> list[tuple[Mention, Name]]:
    """Pair names that share the corpus' head word, one with one, the likest first."""
    named = [one for one in mentions if one.form is Form.NAME]
    pairs = [(m, n) for n in names for m in named if m.start <= n.head < m.end]
    taken: set[tuple[int, int] | Name] = set()
    found: list[tuple[Mention, Name]] = []
    for mention, name in sorted(pairs, key=lambda pair: (-_likeness(*pair), pair[0].key, pair[1])):
        place = (mention.start, mention.end)
        if place not in taken and name not in taken:
            taken |= {place, name}
            found.append((mention, name))
    return sorted(found, key=lambda pair: pair[0].key)


def _likeness(mention: Mention, name: Name) -> float:
    both = min(mention.end, name.end) - max(mention.start, name.start)
    return both / (max(mention.end, name.end) - min(mention.start, name.start))


# Scores


def gather(aligned: Sequence[Aligned], sorting: Sorting) -> Clusters:
    """The clusters of mentions that a sorting makes, each by its number in the list."""
    groups: dict[Hashable, set[int]] = defaultdict(set)
    for number, one in enumerate(aligned):
        groups[sorting(one)].add(number)
    return {frozenset(group) for group in groups.values()}


def score(aligned: Sequence[Aligned], sorting: Sorting) -> tuple[Shares, tuple[int, int]]:
    """B cubed over the mentions; and the merges of what documents say of a thing, all and right."""
    shares = score_b_cubed(gather(aligned, sorting), gather(aligned, lambda one: one.title))
    told = {(sorting(one), one.mention.document, one.title): one for one in aligned}
    once = list(told.values())
    return shares, count_merges(gather(once, sorting), gather(once, lambda one: one.title))


def table(named: Iterable[Name], aligned: Sequence[Aligned]) -> Iterator[str]:
    """One row for each kind and each way of sorting."""
    counts = Counter(name.kind for name in named)
    yield "| kind | names | found | things | in several texts | by | P | R | F | merges | right |"
    yield "|---|--:|--:|--:|--:|---|--:|--:|--:|--:|--:|"
    for title, kinds in ((_ALL, KINDS[:-1]), *((kind, (kind,)) for kind in KINDS)):
        chosen = [one for one in aligned if one.kind in kinds]
        several = sum(len(documents) > 1 for documents in _documents(chosen).values())
        sizes = (sum(counts[k] for k in kinds), len(chosen), len(_documents(chosen)), several)
        for name, sorting in SORTINGS.items():
            shares, (merges, right) = score(chosen, sorting)
            figures = f"{shares.precision:.1f} | {shares.recall:.1f} | {shares.f:.1f}"
            first = " | ".join(map(str, (title, *sizes)))
            yield f"| {first} | {name} | {figures} | {merges} | {right} |"


def _documents(aligned: Iterable[Aligned]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in aligned:
        found[one.title].add(one.mention.document)
    return found


# What is wrong


def mistakes(aligned: Iterable[Aligned]) -> Iterator[str]:
    """The entities that hold several things, then the things that are in several entities."""
    entities: dict[str, list[tuple[str, Aligned]]] = defaultdict(list)
    titles: dict[str, list[tuple[str, Aligned]]] = defaultdict(list)
    for one in aligned:
        entities[one.entity].append((one.title, one))
        titles[one.title].append((one.entity, one))
    for word, groups in (("joined", entities), ("apart", titles)):
        for name, members in sorted(groups.items()):
            if len(parts := _parts(members)) > 1:
                yield f"{word}: {name}"
                yield from (f"    {part}" for part in parts)


def _parts(members: Iterable[tuple[str, Aligned]]) -> list[str]:
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for name, one in members:
        words[name][f"{one.mention.document} “{one.mention.label}”"] += 1
    return [
        f"{name}: " + ", ".join(f"{what} ×{count}" for what, count in sorted(counted.items()))
        for name, counted in sorted(words.items())
    ]


def main() -> None:
    """Print the table of the held-out documents, then that of all, with -v what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", dest="verbose")
    parser.add_argument("folder", type=Path, help="the folder of GUM_*.conllu and splits.md")
    given = parser.parse_args()
    texts, lexicon = list(read_texts(given.folder)), load_lexicon([])
    pipeline = Pipeline(load_reader(DEFAULT_READER), lexicon)
    findings = list(pipeline.pipe(text.document for text in texts))
    for title, kept in (("held out", [t for t in texts if t.held]), ("all", texts)):
        known = {text.document.id for text in kept}
        found = [one for one in findings if one.document.id in known]
        aligned = align(kept, found, resolve(found, lexicon=lexicon))
        print(f"{title}: {len(kept)} documents\n")
        print("\n".join(table((name for text in kept for name in text.names), aligned)))
        print("\n".join(["", *mistakes(aligned)] if given.verbose else [""]))


if __name__ == "__main__":
    main()
