"""Whether the words around a time speak of what is still to come."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

from extractors.tree import clauses, functions, syntax
from extractors.words.events.triggers import load_triggers, load_type_sets
from extractors.words.times import load_words


def looking_ahead(doc: Doc) -> Callable[[int], bool]:
    """Make the question whether the clause at a character of the text looks ahead."""

    def looks_ahead(offset: int) -> bool:
        span = doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span is not None and _looks_ahead(span[0])

    return looks_ahead


def _looks_ahead(token: Token) -> bool:
    """From "will begin on Monday", "is set to begin on Monday", "due on Monday"."""
    if _dates_what_nobody_plans(token):
        return False
    verb = syntax.clause_verb(token)
    chain = [token, *token.ancestors]
    beside = chain if verb is None else [*chain[: chain.index(verb)], *verb.children]
    if any(word.lemma_.lower() in load_words().ahead for word in beside if word.pos_ == "ADJ"):
        return True
    if verb is None:
        return False
    above = verb.head if clauses.is_infinitive(verb) else verb
    planned = above.lemma_.lower() in load_words().ahead
    participle = above == verb and verb.tag_ == "VBN" and planned
    return _will(verb) or _will(above) or (planned and above != verb) or participle


def _dates_what_nobody_plans(token: Token) -> bool:
    """Whether it is the day of an attack or an accident: "will ask about Monday's bombing"."""
    if not (functions.is_possessor(token) or functions.is_modifier(token)):
        return False
    noun = load_triggers().nouns.get(token.head.lemma_.lower())
    return noun is not None and noun.event_type in load_type_sets().short


def _will(verb: Token) -> bool:
    auxiliaries = {child.lower_ for child in verb.children if child.pos_ == "AUX"}
    return not auxiliaries.isdisjoint(load_words().ahead_auxiliaries)
