"""Reads the names among GUM's entities, which are nested, and nominal as well as named."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

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
_BRACKET = re.compile(r"\((\d+)-([a-z]+)-[^()]*|(\d+)\)|\)")
_LINKS_RIGHT: Final = frozenset(["of", "for", "and", "the", "on", "-", "–", "&", "'s", "’s"])
_WITHIN_PERSON: Final = frozenset(["-", "–", "of", "de", "von", "van"])


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
    return ((first, last, label) for first, last, label, _ in _find_entities(words))


def find_references(words: list[Word]) -> dict[int, frozenset[str]]:
    """Give what each head word of a mention refers to: the numbers of its document's entities.

    A word has more than one where it heads more than one mention: the first word of "Ada and Ben"
    heads the mention of Ada and that of both.
    """
    found: defaultdict[int, set[str]] = defaultdict(set)
    for first, last, _, number in _find_entities(words):
        found[_find_head(words, first, last)].add(number)
    return {head: frozenset(numbers) for head, numbers in sorted(found.items())}


def _find_entities(words: list[Word]) -> Iterator[tuple[int, int, str, str]]:
    opened: list[tuple[str, str, int]] = []
    for index, word in enumerate(words):
        fields = [part[7:] for part in word.misc.split("|") if part.startswith("Entity=")]
        for bracket in _BRACKET.finditer(fields[0] if fields else ""):
            number, label, closed = bracket.groups()
            if number:
                opened.append((number, label, index))
                continue
            match = next((e for e in reversed(opened) if closed in {None, e[0]}), None)
            if match:
                opened.remove(match)
                yield match[2], index, match[1], match[0]


def _find_head(words: list[Word], first: int, last: int) -> int:
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


def _find_name(words: list[Word], first: int, last: int, head: int, label: str) -> tuple[int, int]:
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


def _step(words: list[Word], at: int, limit: int, way: int, links: frozenset[str]) -> int:
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


def _trim_time(words: list[Word], first: int, last: int) -> tuple[int, int]:
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
