"""Counts of people in a sentence: a number, its bound, and who is counted.

They are read from the words alone, so that a wrong parse cannot spoil a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extractors.quantities.numbers import Number, find_numbers
from extractors.reading import Reading
from extractors.tree import functions
from extractors.words.quantities import Phrase, load_quantity_words
from graph.model import Concept, Form, Kind, MentionKey, Passage

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]")
_LONGEST = 6
_MODIFIERS = 5

# A number, and the upper end where it begins a range.
Ends = tuple[Number, Number | None]
# Who is counted, and the index of the word after.
Counted = tuple[Concept | MentionKey | None, int]


class Word(NamedTuple):
    """A word or mark of a sentence in lower case, with its place in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Count:
    """A count of people.

    ``start`` and ``end`` are characters of the text and span bound, number and noun; ``first``
    and ``last`` (exclusive) the same as indexes of words. ``upper`` is the other end of a range.
    ``group`` is None where no noun follows ("12 were injured"). ``is_share`` marks a part of
    what was counted before: "63 of them children".
    """

    start: int
    end: int
    first: int
    last: int
    value: int
    upper: int | None
    bound: str
    group: Concept | MentionKey | None
    noun: str
    is_share: bool


def split_words(text: str, offset: int) -> list[Word]:
    """The words and marks of a sentence that begins at the offset."""
    return [
        Word(match[0].lower(), match.start() + offset, match.end() + offset)
        for match in _WORD.finditer(text)
    ]


def phrase_at(words: list[Word], index: int, phrases: AbstractSet[Phrase]) -> int:
    """How many words the longest of the phrases takes that begins here; 0 where none does."""
    texts = tuple([word.text for word in words[index : index + _LONGEST]])
    return next((n for n in range(len(texts), 0, -1) if texts[:n] in phrases), 0)


def phrase_before(words: list[Word], index: int, phrases: AbstractSet[Phrase]) -> int:
    """How many words the longest of the phrases takes that ends before here; 0 where none does."""
    texts = tuple([word.text for word in words[max(index - _LONGEST, 0) : index]])
    return next((n for n in range(len(texts), 0, -1) if texts[-n:] in phrases), 0)


def find_counts(reading: Reading, passage: Passage, words: list[Word]) -> list[Count]:
    """The counts of people in a sentence, in the order of the text."""
    text = reading.document.text[passage.start : passage.end]
    found: list[Count] = []
    for number, upper in _ranges(text, _countable(reading, passage, text)):
        first = next((i for i, w in enumerate(words) if w.start >= passage.start + number.start), 0)
        end = passage.start + (upper or number).end
        after = next((i for i, w in enumerate(words) if w.start >= end), len(words))
        count = _count(reading, words, first, after, ends=(number, upper))
        if count is not None and (not found or found[-1].last <= count.first):
            found.append(count)
    return found


def _countable(reading: Reading, passage: Passage, text: str) -> Iterator[Number]:
    """Numbers outside of dates."""
    times = reading.times_in(passage)
    for number in find_numbers(text):
        start, end = passage.start + number.start, passage.start + number.end
        if not any(time.start < end and start < time.end for time in times):
            yield number


def _ranges(text: str, numbers: Iterator[Number]) -> Iterator[Ends]:
    """Pair "200" and "300" in "200 to 300" and "between 200 and 300"."""
    waiting: Number | None = None
    for number in numbers:
        if waiting is None:
            waiting = number
        elif waiting.value < number.value and _is_range(text, waiting, number):
            yield waiting, number
            waiting = None
        else:
            yield waiting, None
            waiting = number
    if waiting is not None:
        yield waiting, None


def _is_range(text: str, one: Number, other: Number) -> bool:
    gap = text[one.end : other.start]
    between = text[: one.start].lower().endswith("between ") and gap.strip() == "and"
    return between or _joint().fullmatch(gap) is not None


@cache
def _joint() -> re.Pattern[str]:
    joints = "|".join(sorted(word for (word,) in load_quantity_words().inside["range_joints"]))
    return re.compile(rf"\s?[-\u2010-\u2015]\s?|\s(?:{joints})\s")


def _count(
    reading: Reading, words: list[Word], first: int, after: int, *, ends: Ends
) -> Count | None:
    number, upper = ends
    bound, start, end = _bounded(words, first, after)
    noun_at, is_share = _past_share(words, end)
    counted = _group(reading, words, noun_at)
    if counted is not None and counted[0] is None:
        counted, is_share = _equated(reading, words, noun_at) or (counted, is_share)
    if counted is None or (
        number.value == 1 and not _is_one(words, start, counted, is_share=is_share)
    ):
        return None
    group, last = counted
    return Count(
        start=words[start].start,
        end=words[last - 1].end,
        first=start,
        last=last,
        value=number.value,
        upper=upper.value if upper else None,
        bound=bound,
        group=group,
        noun=words[last - 1].text if group else "",
        is_share=is_share,
    )


def _bounded(words: list[Word], first: int, after: int) -> tuple[str, int, int]:
    """The bound of a number, and where the number begins and ends with the words of its bound."""
    lists = load_quantity_words()
    before = phrase_before(words, first, lists.bounds_before.keys())
    behind = phrase_at(words, after, lists.bounds_after.keys())
    bound = "Exactly"
    if before:
        bound = lists.bounds_before[_phrase(words, first - before, first)]
    elif behind:
        bound = lists.bounds_after[_phrase(words, after, after + behind)]
    return bound, first - before, after + behind


def _is_one(words: list[Word], start: int, counted: Counted, *, is_share: bool) -> bool:
    """Whether "one" counts: neither "one of the …" nor "no one"."""
    negated = start > 0 and (words[start - 1].text,) in load_quantity_words().inside["none"]
    singular = counted[1] - start <= _MODIFIERS and [
        w.text for w in words[start + 1 : start + 2]
    ] != ["of"]
    return counted[0] is not None and not negated and (singular or is_share)


def _equated(reading: Reading, words: list[Word], index: int) -> tuple[Counted, bool] | None:
    """Read "63 were children", which counts a part of those counted before."""
    length = phrase_at(words, index, load_quantity_words().inside["passives"])
    counted = _group(reading, words, index + length) if length else None
    return (counted, True) if counted is not None and counted[0] is not None else None


def _past_share(words: list[Word], index: int) -> tuple[int, bool]:
    """Step over "of them", "of whom were" and "of the"."""
    inside = load_quantity_words().inside
    if index + 1 < len(words) and words[index].text == "of":
        if (words[index + 1].text,) in inside["shares"]:
            return index + 2 + phrase_at(words, index + 2, inside["passives"]), True
        if (words[index + 1].text,) in inside["owners"]:
            return index + 2, False
    return index, False


def _group(reading: Reading, words: list[Word], index: int) -> Counted | None:
    """Who is counted from this word on, and the word after; None where it is no people.

    A number without a noun counts people only if its sentence tells what happened to them.
    """
    lists = load_quantity_words()
    concepts: list[str] = []
    last = index
    position = index
    while position < min(index + _MODIFIERS, len(words)):
        length = phrase_at(words, position, lists.groups.keys())
        if length:
            concepts.append(lists.groups[_phrase(words, position, position + length)])
            position = last = position + length
        elif concepts or not (_may_modify(words[position]) or _ends_initials(words, position)):
            break
        else:
            position += 1
    mention = _people(reading, words, index, max(last, position))
    if concepts:
        last, joined = _past_joined(words, last)
        specific = next((name for name in concepts if name != "Everyone"), "Everyone")
        if joined:
            return Concept("Everyone"), last
        return (mention if mention and specific == "Everyone" else Concept(specific)), last
    if mention is not None:
        return mention, next(i for i, w in enumerate(words) if w.end >= mention.end) + 1
    described = _described(reading, words, index)
    if described is not None:
        return Concept("Everyone"), described
    return (None, index) if _may_be_bare(words, index) else None


def _may_modify(word: Word) -> bool:
    stops = load_quantity_words().inside["stops"]
    return word.text[0].isalpha() and (word.text,) not in stops


def _ends_initials(words: list[Word], index: int) -> bool:
    """Whether the full stop belongs to the word before it: "1,200 U.S. soldiers"."""
    return words[index].text == "." and "." in words[index - 1].text


def _described(reading: Reading, words: list[Word], index: int) -> int | None:
    """The word after the noun for people that is counted here: "two suspected separatists"."""
    for place in range(index, min(index + _MODIFIERS, len(words))):
        head = reading.span_of(words[place].start, words[place].end)[-1]
        mention = reading.headed_by(head)
        if mention is None or not functions.is_counted(head):
            continue
        if mention.kind is Kind.GROUP and mention.form is not Form.NAME:
            return place + 1
    return None


def _past_joined(words: list[Word], index: int) -> tuple[int, bool]:
    """Step over ", women and children" where no number parts them from the first noun."""
    lists = load_quantity_words()
    groups, joints = lists.groups, lists.inside["group_joints"]
    joined = False
    while index + 1 < len(words) and (words[index].text,) in joints:
        step = 2 if words[index + 1].text == "and" else 1
        length = phrase_at(words, index + step, groups.keys())
        if not length:
            break
        index, joined = index + step + length, True
    return index, joined


def _people(reading: Reading, words: list[Word], index: int, end: int) -> MentionKey | None:
    """The people or population named right after the number."""
    if index >= len(words):
        return None
    start, stop = words[index].start, words[min(end, len(words) - 1)].end
    groups = (m for m in reading.mentions_between(start, stop) if m.kind is Kind.GROUP)
    return next((group.key for group in groups), None)


def _may_be_bare(words: list[Word], index: int) -> bool:
    """Whether the number stands alone: before a verb, a mark or the end of the sentence."""
    lists = load_quantity_words()
    if index >= len(words) or not words[index].text[0].isalpha():
        return True
    told = (trigger.passive | trigger.active for trigger in lists.triggers)
    allowed = lists.inside["fillers"] | lists.inside["pauses"]
    return bool(phrase_at(words, index, allowed)) or any(phrase_at(words, index, t) for t in told)


def _phrase(words: list[Word], start: int, end: int) -> Phrase:
    return tuple(word.text for word in words[start:end])
