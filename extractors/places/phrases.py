"""Where something lies, by what is said of it: "X, a town in Y", "X is located in Y"."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.actors.peoples import country_of
from extractors.names.lexicon.neighbours import Neighbours
from extractors.places.countries import is_area
from extractors.places.locating import (
    Location,
    describing_end,
    is_area_noun,
    is_kind_noun,
    named_part,
    named_place,
    place_from,
    skip_articles,
)
from extractors.reading import Reading
from extractors.tree import functions, syntax
from extractors.words.places import load_place_words
from graph.model import Kind, Mention

_LONGEST_LINK = 6


def find_described(near: Neighbours) -> Iterator[Location]:
    """By the words after the name."""
    for part in near.bounds:
        if named_part(part) is not None:
            yield from _apposed(near, part)
            yield from _lying(near, part)
            yield from _inside(near, part)


def find_owned(reading: Reading, near: Neighbours) -> Iterator[Location]:
    """By the words before the name: "Norway's capital Oslo", "the capital of Norway, Oslo"."""
    for whole in near.bounds:
        place = country_of(reading, whole) if whole.kind is Kind.GROUP else named_place(whole)
        if place is None:
            continue
        yield from _capital(near, whole, place)
        if whole.kind is Kind.PLACE:
            yield from _possessed(near, place)
            yield from _based(near, place)


def _apposed(near: Neighbours, part: Mention) -> Iterator[Location]:
    """From "X, a small town in Y"; "X is the capital of Y"."""
    start = near.end(part)
    if is_area_noun(near, start):
        start += 1
    index, words = _skip_links(near, start), load_place_words()
    if index == start or near.text(index) not in words.kind_articles:
        return
    end = describing_end(near, index)
    if not is_kind_noun(near, end - 1):
        return
    tie = near.text(end)
    if tie in words.tied_inside or (tie == "of" and is_area_noun(near, end - 1)):
        whole = place_from(near, end + 1)
        if whole is not None:
            yield Location(part, whole, end - 1, end + 1, "description", 0.8)


def _lying(near: Neighbours, part: Mention) -> Iterator[Location]:
    """From "X is geographically located in Y"; "X, based in Y"."""
    start = near.end(part)
    index = _skip_links(near, start + is_area_noun(near, start))
    token = near.token(index)
    if token is not None and token.pos_ == "ADV":
        index += 1
    words = load_place_words()
    if near.text(index) in words.lying and near.text(index + 1) in words.tied_inside | {"at"}:
        whole = place_from(near, index + 2)
        if whole is not None:
            yield Location(part, whole, index, index + 2, "verb of lying", 0.85)


def _skip_links(near: Neighbours, index: int) -> int:
    """The token after a comma, "which" and "is"."""
    words = load_place_words().linking
    start = index
    while index - start < _LONGEST_LINK:
        token = near.token(index)
        if token is None or not (token.text == "," or token.lower_ in words):
            break
        index += 1
    return index


def _inside(near: Neighbours, part: Mention) -> Iterator[Location]:
    """From "the town of X in Y"; "X region of Y"; "the Z Institute in Y"."""
    start, stop = near.bounds[part][0], near.end(part)
    noun = is_area_noun(near, stop)
    tie = near.text(stop + noun)
    if tie not in load_place_words().tied_inside and not (tie == "of" and noun):
        return
    whole = place_from(near, stop + noun + 1)
    if whole is None:
        return
    introduced = near.text(start - 1) == "of" and is_area_noun(near, start - 2)
    if tie == "of" and near.doc[stop].lemma_.lower() in load_place_words().inner:
        # "the Volta town of Doba" lies in Volta
        yield Location(whole, part, stop, stop + 2, "place noun", 0.8)
    elif noun or introduced:
        yield Location(part, whole, stop, stop + noun + 1, "place noun", 0.8)
    elif _is_tied(near, part, whole) or (part.kind is Kind.PLACE and is_area(whole)):
        yield Location(part, whole, stop, stop + 1, "preposition", 0.65)


def _is_tied(near: Neighbours, part: Mention, whole: Mention) -> bool:
    """Whether the place goes with the name and not with the verb.

    "At the X Institute in Y" leaves little doubt; otherwise the tree decides, but of an object
    it knows too little: in "sued X in Y" the place is where it was done.
    """
    start, stop = near.bounds[part]
    before = near.text(start - 1 - (near.text(start - 1) == "the"))
    if before in load_place_words().before_tied:
        return True
    head = near.doc[start:stop].root
    if part.kind is Kind.ORGANIZATION and functions.is_object(head):
        return False
    inside = range(*near.bounds[whole])
    return any(noun.i in inside for _, noun in syntax.prepositional(head))


def _capital(near: Neighbours, whole: Mention, place: Mention) -> Iterator[Location]:
    """From "the capital of Y, X"; "the Norwegian capital X"."""
    start, stop = near.bounds[whole]
    index = start - 1 - (near.text(start - 1) == "the")
    before = near.text(index) == "of" and near.text(index - 1) == "capital"
    if before or near.text(stop) == "capital":
        after = stop if before else stop + 1
        after += near.text(after) in load_place_words().before_capital
        part = named_place(near.starting(after))
        if part is not None:
            noun = index - 1 if before else stop
            yield Location(part, place, noun, noun + 1, "capital", 0.8)


def _possessed(near: Neighbours, whole: Mention) -> Iterator[Location]:
    """From "Y's X region"; "Y's capital, X"; "Y's Anatolian News"."""
    stop = near.bounds[whole][1]
    if not near.owns(whole):
        return
    end = describing_end(near, stop + 1)
    end += near.text(end) == "," and is_area_noun(near, end - 1)
    part = named_part(near.starting(end))
    if part is None or (part.kind is Kind.ORGANIZATION and not _is_whole(near, part)):
        return
    sure = is_area_noun(near, near.bounds[part][1]) or any(
        is_area_noun(near, index) for index in range(stop + 1, end)
    )
    yield Location(part, whole, stop, stop + 1, "possessive", 0.8 if sure else 0.6)


def _is_whole(near: Neighbours, body: Mention) -> bool:
    """Whether the name stands for the body itself: not in "Norway's United Nations envoy"."""
    after = near.token(near.bounds[body][1])
    return not near.goes_on(body) and (after is None or after.pos_ not in {"NOUN", "PROPN", "ADJ"})


def _based(near: Neighbours, whole: Mention) -> Iterator[Location]:
    """From "the Oslo-based Y"."""
    stop = near.bounds[whole][1]
    if near.text(stop) == "-" and near.text(stop + 1) == "based":
        part = named_part(near.starting(skip_articles(near, describing_end(near, stop + 2))))
        if part is not None and part.kind is Kind.ORGANIZATION:
            yield Location(part, whole, stop + 1, stop + 2, "based in", 0.8)
