"""Reads the names among GUM's entities, which are nested, and nominal as well as named."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote

from extractors.corpora.conllu import Sentence, Word, read_sentences
from extractors.corpora.kinds import Kind
from extractors.corpora.naming import is_date
from extractors.corpora.samples import Entity, Sample, keep_longest
from extractors.corpora.titles import is_title

_KINDS: Final[dict[str, Kind]] = {
    "person": "Person",
    "place": "Place",
    "organization": "Organization",
    "event": "Event",
    "time": "Date",
}
# Bridging and split antecedents stand in other fields, so brackets here are entities'.
_BRACKET = re.compile(r"\((\d+)-([a-z]+)-([^()]*)|(\d+)\)|\)")
# what an opening bracket holds after number and type: status, salience, centering, head words,
# link and, where there is an article, its name, of which hyphens and brackets are escaped
_IDENTITY: Final = 5
_LINKS_RIGHT: Final = frozenset(["of", "for", "and", "the", "on", "-", "–", "&", "'s", "’s"])
_WITHIN_PERSON: Final = frozenset(["-", "–", "of", "de", "von", "van"])


class _Entity(NamedTuple):
    """A mention by its first and last word, with what the corpus says of it."""

    first: int
    last: int
    label: str
    number: str
    title: str


class Identified(NamedTuple):
    """A name by its first, last and head word, its kind, and the Wikipedia article of its thing."""

    first: int
    last: int
    head: int
    kind: Kind
    title: str


def read_gum(folder: Path) -> Iterator[Sample]:
    """Yield a sample a sentence; Group and Work are not annotated throughout."""
    for path in sorted(folder.glob("GUM_*.conllu")):
        for sentence in read_sentences(path):
            yield make_sample(sentence)


def make_sample(sentence: Sentence) -> Sample:
    """Give the names of a sentence over its running text."""
    text, spans = sentence.locate_words()
    found: list[Entity] = []
    unclear: list[tuple[int, int]] = []
    for first, last, label in find_mentions(sentence.words):
        head = _find_head(sentence.words, first, last)
        low, high = _find_name(sentence.words, first, last, head, label)
        kind = _choose_kind(sentence.words[head], label)
        stretch = text[spans[low][0] : spans[high][1]]
        if kind == "Date" and is_date(stretch):
            found.append(Entity(spans[low][0], spans[high][1], kind))
        elif label == "time" or not _names(sentence.words[head]):
            continue
        elif kind:
            found.append(Entity(spans[low][0], spans[high][1], kind))
        else:
            unclear.append((spans[low][0], spans[high][1]))
    return Sample(
        text=text,
        source="gum",
        document=sentence.document,
        kinds=frozenset(_KINDS.values()),
        entities=_drop_parts(keep_longest(found), unclear),
        unknown=tuple(unclear),
    )


def _drop_parts(entities: tuple[Entity, ...], wholes: list[tuple[int, int]]) -> tuple[Entity, ...]:
    """Drop the names inside of a longer one that has no kind of ours."""
    return tuple(
        name
        for name in entities
        if not any(start <= name.start and name.end <= end for start, end in wholes)
    )


def find_mentions(words: list[Word]) -> Iterator[tuple[int, int, str]]:
    """Yield first word, last word and GUM type of every entity that ends in the sentence."""
    return ((one.first, one.last, one.label) for one in _find_entities(words))


def find_identities(words: Sequence[Word]) -> Iterator[Identified]:
    """Yield the names, of the kinds we have, of things that have an article in Wikipedia.

    ``words`` are a whole document's, so that a mention without a title has that of its cluster.
    """
    entities = list(_find_entities(words))
    titles = {one.number: one.title for one in reversed(entities) if one.title}
    for first, last, label, number, title in entities:
        head = _find_head(words, first, last)
        kind = _choose_kind(words[head], label)
        thing = title or titles.get(number)
        if thing and kind and kind != "Date" and _names(words[head]):
            low, high = _find_name(words, first, last, head, label)
            yield Identified(low, high, head, kind, unquote(thing).replace("_", " "))


def find_references(words: list[Word]) -> dict[int, frozenset[str]]:
    """Give what each head word of a mention refers to: the numbers of its document's entities.

    A word has more than one where it heads more than one mention: the first word of "Ada and Ben"
    heads the mention of Ada and that of both.
    """
    found: defaultdict[int, set[str]] = defaultdict(set)
    for one in _find_entities(words):
        found[_find_head(words, one.first, one.last)].add(one.number)
    return {head: frozenset(numbers) for head, numbers in sorted(found.items())}


def _find_entities(words: Sequence[Word]) -> Iterator[_Entity]:
    opened: list[tuple[str, str, int, str]] = []
    for index, word in enumerate(words):
        fields = [part[7:] for part in word.misc.split("|") if part.startswith("Entity=")]
        for bracket in _BRACKET.finditer(fields[0] if fields else ""):
            number, label, told, closed = bracket.groups()
            if number:
                opened.append((number, label, index, "".join(told.split("-")[_IDENTITY:])))
                continue
            match = next((e for e in reversed(opened) if closed in {None, e[0]}), None)
            if match:
                opened.remove(match)
                yield _Entity(match[2], index, match[1], match[0], match[3])


def _find_head(words: Sequence[Word], first: int, last: int) -> int:
    inside = range(first, last + 1)
    return next(
        (i for i in inside if words[i].head not in inside or words[i].head == i),
        first,
    )


def _names(head: Word) -> bool:
    return head.upos == "PROPN" and head.form[:1].isupper()


def _choose_kind(head: Word, label: str) -> Kind | None:
    if label == "person" and head.xpos == "NNPS":
        return "Group"
    return _KINDS.get(label)


def _find_name(
    words: Sequence[Word], first: int, last: int, head: int, label: str
) -> tuple[int, int]:
    """Narrow a noun phrase to the name around its head."""
    if label == "time":
        return _trim_time(words, first, last)
    low, high = head, head
    links = _WITHIN_PERSON if label == "person" else _LINKS_RIGHT
    while high < last and (step := _step(words, high, last, 1, links)):
        high += step
    while low > first and (step := _step(words, low, first, -1, links)):
        low -= step
    if label == "person":
        low = max([low, *(i + 1 for i in range(low, high) if is_title(words[i].form))])
    return low, high


def _step(words: Sequence[Word], at: int, limit: int, way: int, links: frozenset[str]) -> int:
    """Tell how many words further the name goes: none, one, or a link and one or two more."""
    for count in range(1, 4):
        there = at + way * count
        if (limit - there) * way < 0:
            return 0
        if _is_name_word(words[there]):
            return count
        if words[there].form.lower() not in links:
            return 0
    return 0


def _is_name_word(word: Word) -> bool:
    return word.upos in {"PROPN", "ADJ", "NOUN", "NUM", "VERB", "X"} and (
        word.form[:1].isupper() or word.form[:1].isdigit()
    )


def _trim_time(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Take articles off, and relative clauses and the like: what follows a comma or a verb."""
    low, high = first, first
    while low < last and words[low].form in {"the", "a", "an"}:
        low += 1
    high = max(low, high)
    stops = {"PRON", "SCONJ", "VERB", "AUX"}
    while high < last and words[high + 1].upos not in stops:
        high += 1
    while high > low and words[high].upos in {"ADP", "PUNCT", "DET", "CCONJ"}:
        high -= 1
    return low, high
