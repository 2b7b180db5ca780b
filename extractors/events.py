"""Events that a text tells of without a name: "the massacre", "… were expelled"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.clauses import auxiliaries, is_infinitive, is_verb, known_lemma
from extractors.event_names import event_noun
from extractors.polarity import is_negated
from extractors.reading import Reading
from extractors.syntax import is_definite
from extractors.triggers import Trigger, load_triggers
from extractors.words import load_grammar_words
from graph.model import Form, Kind, Mention

_NO_EVENT = frozenset({"amod", "compound", "aux", "aux:pass", "auxpass", "case", "mark"})


def find_event_mentions(reading: Reading) -> Iterator[Mention]:
    """Event nouns and event verbs outside the names of events, in the order of the text."""
    verbs = load_triggers().verbs
    dated = _dated(reading)
    for token in reading.doc:
        if token.i in dated or _is_named(reading, token):
            continue
        noun = event_noun(token) or _referring(token)
        if noun is not None and token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in _NO_EVENT:
            yield _mention(reading, token, noun, "event noun")
        elif is_verb(token) and (verb := known_lemma(token, verbs)) and _tells(token):
            yield _mention(reading, token, verbs[verb], "event verb")


def _dated(reading: Reading) -> frozenset[int]:
    """The indexes of the tokens that begin inside a time, such as "March" and "fall of 1871"."""
    spans = ((time, reading.span_of(time.start, time.end)) for time in reading.times)
    return frozenset(token.i for time, span in spans for token in span if time.start <= token.idx)


def _referring(token: Token) -> Trigger | None:
    """A noun that can only take up an event told of before: "this brutality"."""
    referring = frozenset[str]().union(*load_triggers().referring.values())
    if token.lemma_.lower() in referring and is_definite(token):
        return Trigger("Occurrence", token.lemma_.lower())
    return None


def _is_named(reading: Reading, token: Token) -> bool:
    covering = reading.covering(token)
    return covering is not None and (covering.form is Form.NAME or token.lemma_ == covering.head)


def _tells(verb: Token) -> bool:
    """Whether the verb tells what happened: neither negated, wished for nor merely possible."""
    if verb.dep_ in _NO_EVENT or is_negated(verb):
        return False
    return not (auxiliaries(verb) & load_grammar_words().unreal or is_infinitive(verb))


def _mention(reading: Reading, token: Token, trigger: Trigger, origin: str) -> Mention:
    start, end = token.idx, token.idx + len(token)
    return Mention(
        document=reading.document.id,
        start=start,
        end=end,
        passage=reading.passage_at(start).index,
        text=token.text,
        label=token.text,
        kind=Kind.EVENT,
        form=Form.NOMINAL,
        head=token.lemma_.lower() if origin == "event noun" else trigger.noun,
        event_type=trigger.event_type,
        confidence=0.6,
        origin=origin,
    )
