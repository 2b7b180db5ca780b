"""Common nouns that name somebody by a people or a place: "Armenian forces", "people of Bhopal"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.tree.functions import opens_after_preposition
from extractors.tree.syntax import modifiers, possessors, prepositional
from extractors.words.function_words import load_function_words
from extractors.words.nominals import load_nominal_classes
from extractors.words.people import kind_of_noun
from graph.model import Form, Kind, Mention

_ANCHORS = frozenset({Kind.GROUP, Kind.PLACE})


def find_nominals(reading: Reading) -> Iterator[Mention]:
    """Nouns that a people or a place tells apart, as mentions from the first word to the last."""
    classes = load_nominal_classes()
    for token in reading.doc:
        known = classes.get(token.lemma_.lower())
        if known is None or token.pos_ not in {"NOUN", "PROPN"} or reading.covering(token):
            continue
        anchor = anchor_of(reading, token)
        if anchor is not None and not _is_one(token):
            yield _nominal(reading, token, anchor, known[1])


def _is_one(noun: Token) -> bool:
    """Whether one person is meant, who is no people: "a Norlandic official"."""
    person = kind_of_noun(noun.lemma_.lower()) is Kind.PERSON
    return person and noun.tag_ == "NN"


def anchor_of(reading: Reading, noun: Token) -> Mention | None:
    """The people or the place that tells which: before the noun, or after "of", "in", "from"."""
    before = [] if opens_after_preposition(noun) else [*modifiers(noun), *possessors(noun)]
    tying = load_function_words().originating
    after = [child for preposition, child in prepositional(noun) if preposition in tying]
    whole = (token for token in (*reversed(before), *after) if not _is_hyphenated(token))
    found = (reading.headed_by(token) for token in whole)
    return next((m for m in found if m and m.kind in _ANCHORS and m.form is Form.NAME), None)


def _is_hyphenated(token: Token) -> bool:
    """Whether the word is only part of another: "Oslo-based"."""
    following = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    return following in {"-", "–"} and not token.whitespace_


def _nominal(reading: Reading, noun: Token, anchor: Mention, kind: Kind) -> Mention:
    start = min(anchor.start, noun.idx)
    end = max(anchor.end, noun.idx + len(noun))
    text = reading.document.text[start:end]
    return Mention(
        document=reading.document.id,
        start=start,
        end=end,
        passage=reading.passage_at(start).index,
        text=text,
        label=" ".join(text.split()),
        kind=kind,
        form=Form.NOMINAL,
        head=noun.lemma_.lower(),
        confidence=0.7,
        origin="noun with a people or a place",
    )
