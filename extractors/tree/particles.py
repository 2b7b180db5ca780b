"""Small words that turn what another word says: "rule out", "not A but B", "neither A nor B"."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.tree.clauses import is_verb
from extractors.words.function_words import load_function_words

_PARTICLE = frozenset({"compound:prt", "prt"})


def phrasal_lemma(verb: Token) -> str:
    """The lemma with the verb's particle, if it has one: "rule out"."""
    particles = [c.lower_ for c in verb.rights if c.dep_ in _PARTICLE]
    return " ".join([verb.lemma_.lower(), *particles])


def is_contrasted(token: Token) -> bool:
    """Whether "but" joins the token to a noun, so that a "not" before both is not said of it."""
    between = token.doc[token.head.i + 1 : token.i]
    return not is_verb(token) and any(w.lower_ == "but" and w.dep_ == "cc" for w in between)


def is_joined_in_negation(token: Token) -> bool:
    """Whether "or" or "nor" joins the token to its head, so that a "not" there reaches here."""
    between = token.doc[token.head.i + 1 : token.i]
    alternative = load_function_words().alternative
    return any(word.lower_ in alternative and word.dep_ == "cc" for word in between)
