"""What a verb of speech says: the words of its clause, its infinitive or its nouns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from spacy.tokens import Token

from extractors.tree import clauses, functions, syntax, voice
from extractors.tree.complements import (
    clause_of,
    commented_on,
    gerund,
    infinitive,
    misread_content,
)
from extractors.words.cues import load_control_words, load_speech_words
from extractors.words.tables import either
from extractors.words.times import load_words

OF_NOUNS: Final = frozenset(
    {
        "verb of accusing",
        "verb of denying",
        "verb of describing",
        "verb with -ing",
        "verb with a preposition",
        "verb with a noun",
    }
)
"""The rules by which no whole clause is said."""


class Content(NamedTuple):
    """The tokens that are said, and the rule by which."""

    tokens: list[Token]
    rule: str


def content_of(verb: Token) -> Content | None:
    """What the verb says; None where it is no verb of speech or says nothing."""
    if not clauses.is_verb(verb):
        return None
    lemma = verb.lemma_.lower()
    for rule, find in _FORMS.items():
        tokens = find(verb, lemma)
        if tokens:
            return Content(tokens, rule)
    return None


def is_thought(verb: Token) -> bool:
    """Whether the verb tells what somebody thinks, not what they say or a text shows."""
    return verb.lemma_.lower() in load_speech_words().thinking and not _tells_findings(verb)


def _tells_findings(verb: Token) -> bool:
    """Whether a text tells by the verb what was found: "a poll shows that"."""
    words = load_speech_words()
    if verb.lemma_.lower() not in words.showing:
        return False
    return any(doer.lemma_.lower() in words.findings for doer in voice.doers(verb))


def _clause(verb: Token, lemma: str) -> list[Token]:
    words = load_speech_words()
    known = lemma in words.reporting or lemma in words.thinking
    known = known and lemma not in words.only_with_quote
    if not (known or _tells_findings(verb)):
        return []
    clause = clause_of(verb)
    if clause is not None:
        return _without(clause, verb)
    rest = misread_content(verb, plain=lemma in words.plainly)
    if rest:
        return rest
    above = commented_on(verb)
    return _without(above, verb) if above is not None and syntax.subjects(verb) else []


def _without(clause: Token, verb: Token) -> list[Token]:
    """The words of the clause, but for those of a verb put into it."""
    own = set(clause.subtree)
    told_by = {token for subject in syntax.subjects(verb) for token in subject.subtree}
    left = own - (set(verb.subtree) if verb in own else told_by) | _held_by(clause, verb)
    start = min((token.left_edge.i for token in syntax.subjects(verb)), default=verb.i)
    return _without_time([token for token in left if not start <= token.i < verb.i], clause, verb)


def _held_by(clause: Token, verb: Token) -> set[Token]:
    """The words inside the clause that a reader hangs from the verb: "should not be over-used"."""
    first, last = clause.left_edge.i, clause.right_edge.i
    inside = (t for t in verb.rights if verb.i < first < t.i < last)
    return {word for token in inside for word in token.subtree}


def _without_time(tokens: list[Token], clause: Token, verb: Token) -> list[Token]:
    """The words without a day right behind the verb, which tells when it was said.

    It may stand behind whoever was told: "told reporters Friday". Whose something is, is no such
    day: "said Friday's vote was flawed".
    """
    found = sorted(tokens, key=lambda token: token.i)
    first = next((token for token in found if token.i > verb.i), clause)
    told = max((t.right_edge.i for t in voice.addressees(verb) if t.i < first.i), default=verb.i)
    day = first.lower_ in load_words().weekdays and first.i == max(told, verb.i) + 1
    day = day and not functions.is_possessor(first)
    told = first.right_edge.i if day else _end_of_text(verb, first)
    return [token for token in found if not verb.i < token.i <= told]


def _end_of_text(verb: Token, first: Token) -> int:
    """The last word of "in a statement Thursday" right behind the verb; else that of the verb."""
    if first.i != verb.i + 1 or first.lower_ not in load_speech_words().in_texts:
        return verb.i
    noun = next((t for t in first.doc[first.i + 1 : first.i + _FEW] if t.pos_ == "NOUN"), first)
    if noun.lemma_.lower() not in load_speech_words().texts or noun.i + 1 >= len(noun.doc):
        return verb.i
    return noun.i + (noun.nbor().lower_ in load_words().weekdays)


def _infinitive(verb: Token, lemma: str) -> list[Token]:
    asked = infinitive(verb) if lemma in load_speech_words().infinitive else None
    turned = load_control_words().turned_to | {"for"}
    tied = [noun for preposition, noun in syntax.prepositional(verb) if preposition in turned]
    # "called the police to report it" is no "called on the police to stop"
    led = asked is not None and (tied or any(child.lower_ == "for" for child in asked.lefts))
    if asked is None or (lemma in load_control_words().turning_only and not led):
        return []
    alone = lemma in load_control_words().own
    told = [*syntax.describing(verb), *syntax.negators(verb)]
    told += [] if alone else [*tied, *voice.addressees(verb)]
    between = (token for token in told if verb.i < token.i < asked.i)
    tokens = _stretch(*between, asked)
    # "called on the army to stop": the words are for the army, not on it
    return tokens[1:] if tokens[0].lower_ in turned else tokens


def _accusation(verb: Token, lemma: str) -> list[Token]:
    words = load_speech_words()
    if lemma not in words.accusing:
        return []
    accused = [token for token in syntax.objects(verb) if token.i > verb.i]
    tied = syntax.prepositional(verb)
    of = (noun for preposition, noun in tied if preposition in words.accused_of)
    below = (c for noun in accused for c in clauses.noun_clauses(noun) if _is_blamed_for(c))
    deed = gerund(verb) or next(of, None) or next(below, None)
    return _stretch(*accused, deed) if accused and deed and deed.i > accused[0].i else []


def _is_blamed_for(clause: Token) -> bool:
    return voice.led_by(clause) in load_speech_words().accused_of


def _description(verb: Token, lemma: str) -> list[Token]:
    words = load_speech_words()
    if lemma not in either(words.describing, words.naming):
        return []
    described = [token for token in syntax.objects(verb) if token.i > verb.i]
    as_told = [c for c in verb.rights if "as" in clauses.marks(c)]
    told = [token for token in (*voice.predicates(verb), *as_told) if token.i > verb.i]
    tokens = _stretch(*described[:1], *told) if described and told else []
    quoted = any(token.is_quote for token in tokens)
    return tokens if quoted or lemma in words.describing else []


def _gerund(verb: Token, lemma: str) -> list[Token]:
    words = load_speech_words()
    done = gerund(verb) if lemma in words.gerund else None
    return _stretch(done) if done is not None else []


def _prepositional(verb: Token, lemma: str) -> list[Token]:
    known = load_speech_words().prepositional
    for preposition, noun in syntax.prepositional(verb):
        if f"{lemma} {preposition}" in known and noun.i > verb.i:
            return [
                token for token in _stretch(noun) if token.lower_ != preposition or token.i > noun.i
            ]
    return []


def _noun(verb: Token, lemma: str) -> list[Token]:
    if lemma not in load_speech_words().noun or syntax.is_passive(verb):
        return []
    found = (token for token in syntax.objects(verb) if token.pos_ == "NOUN" and token.i > verb.i)
    said = next(found, None)
    return _stretch(said) if said is not None and _tells_of_something(said) else []


def _tells_of_something(noun: Token) -> bool:
    """Whether the noun tells what it is about: "doubts about the treaty", not "his doubts"."""
    about = load_speech_words().noun_about_what
    tied = any(preposition in about for preposition, _ in syntax.prepositional(noun))
    return tied or bool(clauses.noun_clauses(noun))


def _stretch(*heads: Token) -> list[Token]:
    """All words from the first to the last of these phrases."""
    start = min(head.left_edge.i for head in heads)
    end = max(head.right_edge.i for head in heads)
    return list(heads[0].doc[start : end + 1])


_FEW: Final = 4

_FORMS: Final[dict[str, Callable[[Token, str], list[Token]]]] = {
    "reporting verb": _clause,
    "verb of asking": _infinitive,
    "verb of accusing": _accusation,
    "verb of describing": _description,
    "verb with -ing": _gerund,
    "verb with a preposition": _prepositional,
    "verb with a noun": _noun,
}
