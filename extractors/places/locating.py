"""A place that something lies in, and how a phrase names one."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.names.lexicon.neighbours import Neighbours
from extractors.places.countries import contains, is_country
from extractors.words.places import load_place_words
from graph.model import Form, Kind, Mention

_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB", "NUM"})
_LONGEST = 7
_SHOUTED = 6  # a longer word in capitals may be a heading's


@dataclass(frozen=True, slots=True)
class Location:
    """The part lies in the whole, by the words from ``start`` to ``end`` (token indexes)."""

    part: Mention
    whole: Mention
    start: int
    end: int
    rule: str
    confidence: float

    @property
    def is_possible(self) -> bool:
        """Whether the part is no country, is not the whole itself and does not hold it."""
        same = self.part.label.casefold() == self.whole.label.casefold()
        return not (same or is_country(self.part) or contains(self.part, self.whole))


def named_place(mention: Mention | None) -> Mention | None:
    """The mention, if it is the name of a place."""
    named = mention is not None and mention.kind is Kind.PLACE and mention.form is Form.NAME
    return mention if named else None


def named_part(mention: Mention | None) -> Mention | None:
    """The mention, if it is the name of a place or an organization."""
    kinds = {Kind.PLACE, Kind.ORGANIZATION}
    named = mention is not None and mention.kind in kinds and mention.form is Form.NAME
    return mention if named else None


def is_plausible(place: Mention) -> bool:
    """Whether a reader's guess may stand: no abbreviation that no lexicon knows for a place."""
    return bool(place.identifier) or not (place.label.isupper() and len(place.label) < _SHOUTED)


def place_from(near: Neighbours, index: int) -> Mention | None:
    """The place that a phrase names which begins here: "the disputed region of X", "Y's X area"."""
    end = describing_end(near, index)
    found = near.starting(end)
    if near.text(end) == "of" and is_area_noun(near, end - 1):
        found = near.starting(skip_articles(near, end + 1))
    if found is not None and near.owns(found):
        owned = near.starting(describing_end(near, near.bounds[found][1] + 1))
        found = named_place(owned) or found
    return named_place(found) if found is None or not near.goes_on(found) else None


def describing_end(near: Neighbours, index: int) -> int:
    """Where the article and the words end that describe what follows and name nothing."""
    end = skip_articles(near, index)
    stop, joints = end + _LONGEST, load_place_words().in_description
    while end < stop:
        token = near.token(end)
        if token is None or near.over(end) is not None:
            break
        if token.pos_ not in _DESCRIBING and token.text not in joints:
            break
        end += 1
    return end


def skip_articles(near: Neighbours, index: int) -> int:
    """The next token, or the one after it where it is an article."""
    return index + (near.text(index) in load_place_words().kind_articles)


def is_area_noun(near: Neighbours, index: int) -> bool:
    """Whether the token is a noun such as "town" or "region"."""
    token = near.token(index)
    words = load_place_words().areas
    return token is not None and bool({token.lower_, token.lemma_.lower()} & words)


def is_kind_noun(near: Neighbours, index: int) -> bool:
    """Whether the token is a noun such as "town" or "hospital"."""
    token = near.token(index)
    words = load_place_words().kinds
    return token is not None and bool({token.lower_, token.lemma_.lower()} & words)
