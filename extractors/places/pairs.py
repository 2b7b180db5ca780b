"""Where something lies, by names beside each other: "Oslo, Norway"; "the Senate of Norway"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.names.lexicon.neighbours import POSSESSIVE, Neighbours, is_listing, is_telling
from extractors.places.countries import contains, is_area, is_country, is_placed
from extractors.places.locating import Location, is_plausible, named_place
from extractors.reading import Reading
from extractors.tree import functions
from extractors.words.places import load_place_words
from graph.model import Form, Kind, Mention


def find_pairs(near: Neighbours) -> Iterator[Location]:
    """From "City, Country"."""
    for part in near.bounds:
        stop = near.bounds[part][1]
        whole = named_place(near.starting(stop + 1)) if near.text(stop) == "," else None
        if named_place(part) is None or whole is None:
            continue
        confidence = _likelihood(near, part, whole)
        if confidence:
            yield Location(part, whole, stop, stop + 1, "city and country", confidence)


def _likelihood(near: Neighbours, part: Mention, whole: Mention) -> float:
    """How sure the comma means "in" and not "and"; 0 where it does not."""
    if _is_acting(near, whole):
        return 0.0
    if contains(whole, part):
        return 0.9
    if _is_listed(near, part, whole) or (is_placed(part) and is_country(whole)):
        return 0.0
    if is_area(whole):
        return 0.7
    return 0.0 if is_telling(near.doc, near.bounds[part][0]) else 0.6


def _is_acting(near: Neighbours, whole: Mention) -> bool:
    """Whether the comma closes what opens the sentence: "After leaving X, Y's army …"."""
    start, stop = near.bounds[whole]
    following = near.token(stop)
    if following is not None and (
        following.pos_ in {"VERB", "AUX", "ADV"} or following.lower_ in POSSESSIVE
    ):
        return True
    root = near.doc[start:stop].root
    return functions.is_subject(root) or _says_which(root)


def _says_which(root: Token) -> bool:
    """Whether it belongs to a noun behind it: "in Lima province, U.S. officials say"."""
    return functions.is_modifier(root)


def _is_listed(near: Neighbours, part: Mention, whole: Mention) -> bool:
    """Whether more places stand beside the two, as in "A, B and C"."""
    start, stop = near.bounds[part][0], near.bounds[whole][1]
    joints = load_place_words().list_joints
    before = near.text(start - 1) in joints and named_place(near.ending(start - 1)) is not None
    after = stop + 1 + (near.text(stop + 1) in joints)
    after += near.text(after) == "the"
    return before or (near.text(stop) in joints and named_place(near.starting(after)) is not None)


def find_in_lines(near: Neighbours) -> Iterator[Location]:
    """From "Institute, City" in signatures, addresses and notes on the author."""
    for place in near.bounds:
        start = near.bounds[place][0]
        if (
            not _may_close(near, place)
            or near.text(start - 1) != ","
            or not is_listing(near, start)
        ):
            continue
        end = start - 1
        while (part := _organization_before(near, end)) is not None:
            yield Location(part, place, end, end + 1, "line", 0.65)
            end = near.bounds[part][0] - 1
            if near.text(end) != ",":
                break


def _may_close(near: Neighbours, place: Mention) -> bool:
    """Whether the place ends a part of the line, and its name is no abbreviation unheard of."""
    following = near.token(near.bounds[place][1])
    closed = following is None or following.is_space or following.text in {",", ".", ")", ";"}
    return closed and named_place(place) is not None and is_plausible(place)


def _organization_before(near: Neighbours, end: int) -> Mention | None:
    """The organization that ends here, its abbreviation in brackets left out."""
    if near.text(end - 1) == ")" and near.text(end - 3) == "(":
        end -= 3
    found = near.ending(end)
    named = found is not None and found.kind is Kind.ORGANIZATION and found.form is Form.NAME
    return found if named else None


def find_named_after(reading: Reading, near: Neighbours) -> Iterator[Location]:
    """From "Senate of Norway": organizations whose name ends with "of" and a place of the text."""
    places = [m for m in reading.mentions if named_place(m) is not None]
    for part in near.bounds:
        if part.kind is not Kind.ORGANIZATION or part.form is not Form.NAME:
            continue
        index = _last_of(near, part)
        if index is None or _is_abroad(near, part):
            continue
        stop = near.bounds[part][1]
        name = near.doc[index + 1 + (near.text(index + 1) == "the") : stop].text
        same = [place for place in places if place.label == name]
        if same:
            whole = min(same, key=lambda place: abs(place.start - part.start))
            yield Location(part, whole, index, index + 1, "name", 0.75)


def _last_of(near: Neighbours, part: Mention) -> int | None:
    start, stop = near.bounds[part]
    found = (index for index in range(stop - 1, start, -1) if near.text(index) == "of")
    return next(found, None)


def _is_abroad(near: Neighbours, part: Mention) -> bool:
    words = load_place_words().abroad
    return any(token.lower_ in words for token in near.doc[slice(*near.bounds[part])])
