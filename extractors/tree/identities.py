"""Words of one sentence that stand for the same thing: appositions, predicate nouns, two titles."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from extractors.tree.functions import SUBJECT, has_copula
from extractors.tree.syntax import with_conjuncts
from extractors.words.people import kind_of_noun
from graph.model import Kind

_INTRODUCING: Final = frozenset({"det", "nmod:poss", "poss", "nummod"})


def appositions(noun: Token) -> list[Token]:
    """What stands beside the noun to say the same again: "Sargsyan, the president"."""
    return with_conjuncts(child for child in noun.children if child.dep_ == "appos")


def equations(noun: Token) -> list[Token]:
    """What the noun is said to be: the predicate nouns of "X is the president"."""
    head = noun.head
    if noun.dep_ not in SUBJECT:
        return []
    if has_copula(head):
        return with_conjuncts([head]) if head.pos_ in {"NOUN", "PROPN"} else []
    return with_conjuncts(child for child in head.children if child.dep_ == "attr")


def same_things(noun: Token) -> list[Token]:
    """The noun, with those before its verb by which it may be named: "the envoy Ada Lund"."""
    found = (c for c in noun.children if not noun.i < noun.head.i < c.i)
    beside = [child for child in found if child.dep_ in {"flat", "appos"}]
    return [noun, *beside, *_by_two_titles(noun)]


def _by_two_titles(noun: Token) -> list[Token]:
    """The name in "politician and former minister Ada Lund said": one person, by two titles.

    One person without an article before the noun is no subject by themselves.
    """
    bare = noun.tag_ == "NN" and not any(c.dep_ in _INTRODUCING for c in noun.lefts)
    if not bare or kind_of_noun(noun.lemma_.lower()) is not Kind.PERSON:
        return []
    return [child for child in noun.rights if child.dep_ == "conj" and child.pos_ == "PROPN"]
