"""Events that a text tells of without a name: "the massacre", "… were expelled"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.events.deeds import BY_ITSELF, deed_trigger
from extractors.events.phrases import as_meant, is_saying, phrase_trigger
from extractors.events.read_triggers import ReadTrigger, read_triggers
from extractors.events.reality import happened, took_place
from extractors.names.events.event_names import event_noun
from extractors.reading import Reading
from extractors.tree.clauses import is_verb, known_lemma
from extractors.tree.functions import is_definite, is_prefix, serves_another
from extractors.tree.syntax import prepositional
from extractors.words.events.trigger_types import load_trigger_types
from extractors.words.events.triggers import Trigger, load_triggers
from extractors.words.general import load_grammar_words
from extractors.words.people import kind_of_noun
from extractors.words.tables import either
from graph.model import Form, Kind, Mention

_LISTED = 0.6
_BY_READER = " by the reader"


def find_event_mentions(reading: Reading) -> Iterator[Mention]:
    """Event nouns and event verbs outside the names of events, in the order of the text.

    A word is one if the lists say so; a word that they do not hold, if the reader says so.
    """
    dated, read = _dated(reading), read_triggers(reading.doc)
    for token in reading.doc:
        if token.i in dated or not _may_tell(token) or _is_named(reading, token):
            continue
        listed = _listed(reading, token)
        if not _is_real(token):
            continue
        if listed is not None:
            if not is_saying(token):
                yield _mention(reading, token, listed, _LISTED)
        elif (trigger := _by_reader(token, read.get(token.i))) and not is_saying(token):
            confidence = read[token.i].confidence
            yield _mention(reading, token, trigger, confidence, found=_BY_READER)
        elif (deed := deed_trigger(reading, token)) is not None:
            yield _mention(reading, token, deed, _LISTED, found=BY_ITSELF)


def is_noun(event: Mention) -> bool:
    """Whether the mention is that of an event noun, listed or not."""
    return event.origin.startswith("event noun")


def is_by_reader(event: Mention) -> bool:
    """Whether the word is no listed one, but the reader takes it to tell of an event."""
    return event.origin.endswith(_BY_READER)


def reader_confidence(event: Mention) -> float:
    """What the confidence of statements is multiplied by; 1 unless the reader found the event."""
    return event.confidence if is_by_reader(event) else 1.0


def _dated(reading: Reading) -> frozenset[int]:
    """The indexes of the tokens that begin inside a time, such as "March" and "fall of 1871"."""
    spans = ((time, reading.span_of(time.start, time.end)) for time in reading.times)
    return frozenset(token.i for time, span in spans for token in span if time.start <= token.idx)


def _may_tell(token: Token) -> bool:
    """Whether it is a verb, or a noun that does not only modify another, and no prefix: "re-"."""
    return (is_verb(token) or _names(token)) and not is_prefix(token)


def _is_real(token: Token) -> bool:
    """Whether the word tells of something that took place, whatever it is."""
    return happened(token) if is_verb(token) else took_place(token)


def _listed(reading: Reading, token: Token) -> Trigger | None:
    """What the lists say that the word tells of; None for words that they do not hold."""
    if is_verb(token):
        verbs = load_triggers().verbs
        return phrase_trigger(reading, token) or verbs.get(known_lemma(token, verbs))
    noun = None if _is_place(reading, token) else event_noun(token)
    return as_meant(token, noun) if noun is not None else _referring(token)


def _is_place(reading: Reading, noun: Token) -> bool:
    """Whether the noun is for a place here: "the settlement of Doba", no settlement reached."""
    if noun.lemma_.lower() not in load_grammar_words().leading_to_place:
        return False
    named = (reading.headed_by(place) for before, place in prepositional(noun) if before == "of")
    return any(place is not None and place.kind is Kind.PLACE for place in named)


def _by_reader(token: Token, read: ReadTrigger | None) -> Trigger | None:
    """What a word tells of that the lists do not hold; None where it tells of nothing by itself."""
    if read is None:
        return None
    types, lemma = load_trigger_types(), token.lemma_.lower()
    if is_verb(token):
        telling = bool(read.noun) and not known_lemma(token, types.general)
        return Trigger(read.event_type, read.noun) if telling else None
    person = kind_of_noun(lemma) is Kind.PERSON  # "analysts" are no analysis
    telling = token.pos_ == "NOUN" and not (person or lemma in types.others)
    return Trigger(read.event_type, lemma) if telling else None


def _referring(token: Token) -> Trigger | None:
    """A noun that can only take up an event told of before: "this brutality"."""
    referring = either(*load_triggers().referring.values())
    if token.lemma_.lower() in referring and is_definite(token):
        return Trigger("Occurrence", token.lemma_.lower())
    return None


def _is_named(reading: Reading, token: Token) -> bool:
    covering = reading.covering(token)
    return covering is not None and (covering.form is Form.NAME or token.lemma_ == covering.head)


def _names(token: Token) -> bool:
    """Whether the word is a noun that does not only modify another."""
    body = token.pos_ == "PROPN" and token.lemma_.lower() in load_triggers().bodies
    return token.pos_ in {"NOUN", "PROPN"} and not serves_another(token) and not body


def _head(token: Token, trigger: Trigger) -> str:
    """The noun for the event: its lemma, but for nouns in the plural alone, such as "talks"."""
    lemma = token.lemma_.lower()
    return lemma if lemma in load_triggers().nouns and not is_verb(token) else trigger.noun


def _mention(
    reading: Reading, token: Token, trigger: Trigger, confidence: float, *, found: str = ""
) -> Mention:
    start, end = token.idx, token.idx + len(token)
    noun = not is_verb(token)
    return Mention(
        document=reading.document.id,
        start=start,
        end=end,
        passage=reading.passage_at(start).index,
        text=token.text,
        label=token.text,
        kind=Kind.EVENT,
        form=Form.NOMINAL,
        head=_head(token, trigger),
        event_type=trigger.event_type,
        confidence=confidence,
        origin=f"event {'noun' if noun else 'verb'}{found}",
    )
