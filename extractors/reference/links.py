"""Mentions of one document that mean the same actor although they are written differently."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from extractors.actors.nominals import anchor_of
from extractors.names.abbreviations import abbreviates
from extractors.reading import Reading
from extractors.reference.gender import gender_of
from extractors.words.general import load_name_words
from extractors.words.nominals import load_nominal_classes
from extractors.words.people import kind_of_noun
from graph.model import Form, Kind, Link, Mention, MentionKey

_NESTED = 5
_BEFORE = 4
_TIMES = 2
_NUMERALS = frozenset("IVX")


def find_links(reading: Reading) -> list[Link]:
    """All links of the document between people, organizations and groups.

    A mention has at most one link, to a mention before it, except that an abbreviation may
    stand before the name that it stands for.
    """
    found = [
        *_surnames(reading),
        *_first_names(reading),
        *_abbreviations(reading),
        *_short_names(reading),
        *_nominals(reading),
    ]
    first: dict[MentionKey, Link] = {}
    for link in found:
        first.setdefault(link.mention, link)
    return sorted(first.values(), key=lambda link: link.mention)


def _surnames(reading: Reading) -> Iterator[Link]:
    """“Aliyev” after “Heydar Aliyev”; of several of that name, the one told of, else the last.

    Who is told of is named in full twice as often as each other, as in a life with its family.
    """
    people = _people(reading)
    named = _by_word(people, -1)
    alone = {name for name, full in named.items() if len({p.label.casefold() for p in full}) == 1}
    for mention in people:
        full = _most_named(_of_same_title(reading, mention, named.get(mention.label, [])))
        if full:
            chosen = full[max(bisect_left(full, mention.start, key=_start) - 1, 0)]
            reason = f"“{mention.label}” is the last name of {chosen.label} in the same document"
            yield Link(mention.key, chosen.key, reason, 0.9 if mention.label in alone else 0.55)


def _first_names(reading: Reading) -> Iterator[Link]:
    """“Hu” after “Hu Jintao”, “Ada” after “Ada Lund”: the only one whose name begins so.

    With and without a middle name it is one. "Tsar" is no first name, and "Oskar" may be another
    than "Oskar II".
    """
    people = _people(reading)
    named, last = _by_word(people, 0), _by_word(people, -1)
    for mention in people:
        full = [] if mention.label in last else named.get(mention.label, [])
        if not _is_of_one(mention.label, full) or full[0].start > mention.start:
            continue
        titles = _titles(reading, mention)
        if not titles or any(titles & _titles(reading, one) for one in full):
            reason = f"“{mention.label}” is the first name of {full[0].label} in the same document"
            yield Link(mention.key, full[0].key, reason, 0.7)


def _is_of_one(word: str, full: list[Mention]) -> bool:
    """Whether a first word is the first name of one family's name: no title, no king's number."""
    last = {one.label.split()[-1] for one in full}
    numbered = any(set(name) <= _NUMERALS for name in last)
    return len(last) == 1 and not numbered and kind_of_noun(word.lower()) is not Kind.PERSON


def _people(reading: Reading) -> list[Mention]:
    return [m for m in reading.mentions if m.kind is Kind.PERSON]


def _by_word(people: list[Mention], index: int) -> dict[str, list[Mention]]:
    """The full names by their first or their last word."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for person in people:
        if " " in person.label:
            named[person.label.split()[index]].append(person)
    return named


def _most_named(full: list[Mention]) -> list[Mention]:
    """Those of the full names whose first name is there twice as often as any other; else all."""
    ranked = Counter(_first_name(one) for one in full).most_common(2)
    if len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]:
        return full
    return [one for one in full if _first_name(one) == ranked[0][0]]


def _first_name(person: Mention) -> str:
    return person.label.split()[0].casefold()


def _of_same_title(reading: Reading, mention: Mention, full: list[Mention]) -> list[Mention]:
    """Those of the full names that a title before the last name may mean: "Mrs", "Minister"."""
    gender, titles = gender_of(reading, mention), _titles(reading, mention)
    fitting = [one for one in full if gender.fits(gender_of(reading, one))] if full else []
    return [one for one in fitting if titles & _titles(reading, one)] or fitting


def _titles(reading: Reading, mention: Mention) -> frozenset[str]:
    """The words for a post or a rank right before the name: "Finance Minister Mr"."""
    span = reading.span_of(mention.start, mention.end)
    before = reading.doc[max(span.start - _BEFORE, span.sent.start) : span.start]
    posts = (token.lemma_.lower() for token in before if token.text[:1].isupper())
    return frozenset(post for post in posts if kind_of_noun(post) is Kind.PERSON)


def _start(mention: Mention) -> int:
    return mention.start


def _abbreviations(reading: Reading) -> Iterator[Link]:
    """The abbreviation in brackets after a name, and its other places through the same label."""
    named = [m for m in reading.mentions if m.form is Form.NAME]
    for index, short in enumerate(named):
        before = named[max(0, index - _NESTED) : index]
        explained = [name for name in before if _explains(reading, name, short)]
        if explained:
            name = min(explained, key=lambda name: name.end - name.start)
            reason = f"“{short.label}” is explained as {name.label} in the same document"
            yield Link(short.key, name.key, reason, 0.95)


def _explains(reading: Reading, name: Mention, short: Mention) -> bool:
    between = reading.document.text[name.end : short.start].strip()
    return between == "(" and short.kind is name.kind and abbreviates(short.text, name.text)


@cache
def _after_head() -> re.Pattern[str]:
    """What stands between the head of a body's name and what the body is for."""
    ties = "|".join(sorted(load_name_words().after_head))
    return re.compile(rf"(?<=\S) (?:{ties}) ")


def _short_names(reading: Reading) -> Iterator[Link]:
    """“The Institute” after “Lori Institute of History”: the last longer name with that head."""
    longer: dict[str, Mention] = {}
    for mention in reading.mentions:
        if mention.kind is not Kind.ORGANIZATION or mention.form is not Form.NAME:
            continue
        if " " in mention.label:
            longer[_after_head().split(mention.label)[0].split()[-1]] = mention
        elif mention.label in load_name_words().heads and mention.label in longer:
            found = longer[mention.label]
            reason = f"“the {mention.label}” takes up {found.label}, named before it"
            yield Link(mention.key, found.key, reason, 0.75)


def _nominals(reading: Reading) -> Iterator[Link]:
    """“Armenian troops” and “Armenian armed forces”: one class of people, one people or place."""
    seen: dict[tuple[str, str], Mention] = {}
    for mention in reading.mentions:
        told = _class_and_people(reading, mention)
        if told is None:
            continue
        first = seen.setdefault((told[0], told[1].casefold()), mention)
        if first is not mention:
            reason = f"“{mention.label}” and “{first.label}” name the {told[0]} of {told[1]}"
            yield Link(mention.key, first.key, reason, 0.8)


def _class_and_people(reading: Reading, mention: Mention) -> tuple[str, str] | None:
    """What tells such a group from another; None for mentions that are no such group."""
    classes = load_nominal_classes()
    if mention.kind is Kind.EVENT or mention.head not in classes:
        return None
    words = reading.span_of(mention.start, mention.end)
    head = next((token for token in words if token.lemma_.lower() == mention.head), None)
    if head is None:
        return None
    if mention.form is Form.NAME and head.i > words.start:
        return classes[mention.head][0], words[0].text
    anchor = anchor_of(reading, head)
    return (classes[mention.head][0], anchor.label) if anchor is not None else None
