"""Which named place "the town", "the country" or "the site" takes up."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.names.labels import is_state
from extractors.reading import Reading
from extractors.tree import functions, syntax
from extractors.words.general import load_name_words
from extractors.words.places import PlaceWords, load_place_words
from extractors.words.tables import either
from graph.model import Kind, Mention

_NEAR = 3


def site_at(reading: Reading, noun: Token) -> Mention | None:
    """The last place named before a definite noun that may be called so; None where it is open.

    It is named in one of the three passages before, or in the noun's own, and that passage names no
    other such place, but for one in which it lies ("Doba, Norland").
    """
    if not _takes_up(noun):
        return None
    lemma, words = noun.lemma_.lower(), load_place_words()
    here = reading.passage_at(noun.idx).index
    for index in range(here, max(here - _NEAR, 0) - 1, -1):
        named = [m for m in reading.mentions_in(reading.passages[index]) if m.end <= noun.idx]
        fitting = [m for m in named if _may_be(lemma, m, words)]
        fitting = [m for m in fitting if not _is_called_otherwise(reading, lemma, m)]
        if lemma in words.countries:  # "U.S. citizens" may be in another country
            fitting = [m for m in fitting if not functions.is_modifier(reading.head_of(m))]
        if fitting:
            return fitting[0] if _is_one(reading, fitting) else None
    return None


def _takes_up(noun: Token) -> bool:
    """Whether the noun is definite, single, and narrowed by nothing: not "the town of Doba"."""
    words = load_place_words()
    narrowed = [*syntax.modifiers(noun), *syntax.possessors(noun), *syntax.prepositional(noun)]
    told = functions.is_definite(noun) and not functions.is_plural_noun(noun) and not narrowed
    return told and noun.lemma_.lower() in either(words.countries, words.towns, words.anywhere)


def _may_be(lemma: str, mention: Mention, words: PlaceWords) -> bool:
    if mention.kind is not Kind.PLACE:
        return False
    if lemma in words.anywhere:
        return True
    return not _is_site(mention) and is_state(mention.identifier) == (lemma in words.countries)


def _is_called_otherwise(reading: Reading, lemma: str, mention: Mention) -> bool:
    """Whether the text calls the place by a noun of another sort: "the Doba district", no town."""
    words, span = load_place_words(), reading.span_of(mention.start, mention.end)
    doc = span.doc
    behind = doc[span.end : span.end + 1]
    before = doc[max(span.start - 2, 0) : span.start]
    introduced = before[:1] if len(before) > 1 and before[1].lower_ == "of" else ()
    called = {token.lemma_.lower() for token in (*behind, *introduced)} & words.areas
    towns = words.inner & words.towns
    alike = {lemma} | (towns if lemma in towns else set())
    return bool(called) and lemma not in words.anywhere and called.isdisjoint(alike)


def _is_site(mention: Mention) -> bool:
    """Whether the name is that of a building or a street: "Pearl Roundabout", "Doba Airport"."""
    last = mention.label.split()[-1]
    names = load_name_words()
    site = names.heads.get(last) is Kind.PLACE and last not in names.polities
    return site or last.lower() in load_place_words().sites


def _is_one(reading: Reading, places: list[Mention]) -> bool:
    """Whether all mentions are of the first place, or of one that it is said to lie in."""
    first, *others = places
    text = reading.document.text
    before = first.end
    for other in others:
        if other.label == first.label or text[before : other.start].strip() == ",":
            before = other.end
            continue
        return False
    return True
