"""Charges taken up behind the clause that makes them: "…, a charge the army denies"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spacy.tokens import Token

from extractors.tree import clauses, particles, syntax, voice
from extractors.tree.complements import clause_of
from extractors.words.cues import load_doubt_words, load_speech_words
from extractors.words.tables import either

_BEHIND: Final = frozenset({"parataxis", "appos", "conj", "npadvmod", "obl:unmarked"})
_LEADING: Final = frozenset({"mark", "case"})


def words_of_charge(verb: Token) -> list[Token]:
    """The words of what the verb denies in "says they shelled Doba, a charge the army denies".

    Empty for other verbs.
    """
    noun = verb.head
    made = _made(noun) if _denies(verb) and clauses.is_noun_clause(verb) else None
    if made is None:
        return []
    leading = {c for c in made.lefts if c.dep_ in _LEADING}
    return without_charges(t for t in made.subtree if t not in leading)


def without_charges(tokens: Iterable[Token]) -> list[Token]:
    """The words but those that take up what was said and tell who denies it."""
    kept = list(tokens)
    charges = [token for token in kept if _is_taken_up(token)]
    apart = {word for noun in charges for word in noun.subtree}
    return [token for token in kept if token not in apart]


def _is_taken_up(noun: Token) -> bool:
    denied = any(_denies(verb) for verb in clauses.noun_clauses(noun))
    return denied and _made(noun) is not None


def _denies(verb: Token) -> bool:
    lemma = particles.phrasal_lemma(verb) if clauses.is_verb(verb) else ""
    return lemma in load_doubt_words().denying


def _made(noun: Token) -> Token | None:
    """The head of the charge: what a verb of saying or of accusing before the noun tells."""
    words, speech = load_doubt_words(), load_speech_words()
    above = syntax.clause_verb(noun) if noun.dep_ in _BEHIND else None
    known = noun.lemma_.lower() in either(words.claims, words.assertions)
    if above is None or above.i > noun.i or not known:
        return None
    if above.lemma_.lower() in speech.accusing:
        deeds = (c for c in above.rights if c.tag_ == "VBG" and c.i < noun.i)
        return next((c for c in deeds if voice.led_by(c) in words.accusing_of), None)
    told = clause_of(above) if above.lemma_.lower() in speech.reporting else None
    return told or (above if clauses.is_complement(above) else None)
