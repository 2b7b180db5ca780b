"""The words that stand in a relation to a word, for readers with UD labels and ClearNLP labels.

UD hangs a noun from its verb and the preposition from the noun (``obl`` + ``case``); ClearNLP the
preposition from the verb and the noun from that (``prep`` + ``pobj``). Extractors know neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Token

from extractors.annotation.remembering import remembered
from extractors.tree.functions import (
    MODIFIER,
    NEGATING,
    OBJECT,
    POSSESSOR,
    SUBJECT,
    has_case,
    is_counted,
    is_joined,
    is_left_out,
    is_plural_noun,
)
from extractors.tree.misread import heading, lent_subjects, own_subjects, turned_subject
from extractors.words.general import load_grammar_words

_PASSIVE_SUBJECT = frozenset({"nsubj:pass", "nsubjpass", "csubj:pass", "csubjpass"})
_INDIRECT_OBJECT = frozenset({"iobj", "dative"})
_OBLIQUE = frozenset({"obl", "nmod", "obl:agent", "nmod:desc", "obl:tmod", "obl:unmarked"})
_PREPOSITION = frozenset({"prep", "agent", "dative"})
_PREPOSITIONAL_OBJECT = "pobj"
_CLAUSE = frozenset({"acl", "acl:relcl", "relcl", "advcl", "xcomp", "ccomp", "conj"})
_PASSIVE_MARKS = _PASSIVE_SUBJECT | {"aux:pass", "auxpass", "obl:agent", "agent"}
_PARTICIPLE = frozenset({"acl", "advcl", "acl:relcl", "amod", "xcomp", "ccomp"})
_AUXILIARY = frozenset({"aux", "aux:pass", "auxpass"})
_SUBJECTS = SUBJECT | _PASSIVE_SUBJECT
_AROUND = NEGATING | _AUXILIARY
_DESCRIBING = frozenset({"advmod", "amod"})
_NAMED = frozenset({"obj", "dobj", "xcomp", "oprd", "attr", "obl:pred"})


@remembered
def subjects(verb: Token) -> list[Token]:
    """Who or what does what the verb says, with those joined by "and".

    A participle after a noun that has an object of its own is a past tense, which readers mistake:
    in "the ministry confirmed ten deaths" the ministry is the subject. Of a second subject behind
    the verb another verb tells: "soldiers killed ten men, the mayor said".
    """
    own = own_subjects(verb, SUBJECT) or turned_subject(verb, OBJECT)
    if not own and _is_mistaken(verb):
        return with_conjuncts([verb.head])
    if not own and _is_active_after_all(verb):
        own = [child for child in verb.lefts if child.dep_ in _PASSIVE_SUBJECT]
    return with_conjuncts(own or lent_subjects(verb, SUBJECT))


def subjects_of_its_own(verb: Token) -> list[Token]:
    """The subjects, active or passive, that hang from the verb itself."""
    return [child for child in verb.children if child.dep_ in _SUBJECTS]


def _is_mistaken(verb: Token) -> bool:
    past = verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "acl" and verb.head.i < verb.i
    return past and any(child.dep_ in OBJECT for child in verb.children)


def passive_subjects(verb: Token) -> list[Token]:
    """To whom or what it is done, where the verb is passive.

    Passive verbs joined to others by "and" may share their subject: "he fled and was arrested".
    """
    own = with_conjuncts(child for child in verb.children if child.dep_ in _PASSIVE_SUBJECT)
    passive = not own and is_passive(verb)
    own = own or (heading(verb) if passive else [])
    if own or verb.dep_ != "conj" or not passive or subjects(verb):
        return own
    first = verb.head
    return passive_subjects(first) or subjects(first)


@remembered
def objects(verb: Token) -> list[Token]:
    """To whom or what it is done, where the verb is active."""
    turned = turned_subject(verb, OBJECT)
    found = (child for child in verb.children if child not in turned)
    return with_conjuncts(child for child in found if _is_object_of(child, verb))


def _is_object_of(token: Token, verb: Token) -> bool:
    """Readers take "the attack" in "blamed the attack on them" for a circumstance at times."""
    bare = token.dep_ == "obl" and token.i > verb.i and _case(token) is None
    return token.dep_ in OBJECT or (bare and verb.lemma_.lower() in load_grammar_words().putting_on)


def indirect_objects(verb: Token) -> list[Token]:
    """To whom the verb gives or tells something, without a preposition: "told her the news"."""
    return [child for child in verb.children if child.dep_ in _INDIRECT_OBJECT]


def agents(verb: Token) -> list[Token]:
    """Who does it, where the verb is passive: "by …"."""
    if not is_passive(verb):
        return []
    return [noun for preposition, noun in prepositional(verb) if preposition == "by"]


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, as a clause or as a participle.

    A participle joined to a passive one is passive as well ("was tortured and murdered"), and so is
    one that completes another verb: "was found shot", "had the leaders arrested".
    """
    if _is_mistaken(verb) or any(child.dep_ in SUBJECT for child in verb.children):
        return False
    if any(child.dep_ in _PASSIVE_MARKS for child in verb.children):
        return not _is_active_after_all(verb)
    if verb.tag_ != "VBN" or any(child.lemma_ == "have" for child in _auxiliaries(verb)):
        return False
    joined_to = verb.head if verb.dep_ == "conj" and not _auxiliaries(verb) else None
    return verb.dep_ in _PARTICIPLE or (joined_to is not None and is_passive(joined_to))


def _is_active_after_all(verb: Token) -> bool:
    """Whether a past tense was given a passive subject: "the bishop the rebels killed"."""
    marks = {child.dep_ for child in verb.children} & (_PASSIVE_MARKS - _PASSIVE_SUBJECT)
    had = any(child.lemma_ == "have" for child in _auxiliaries(verb))
    # "whom the court convicted": a relative clause without an auxiliary is active
    alone = not _auxiliaries(verb)
    bare = alone and (verb.dep_ == "acl:relcl" or _has_own_object(verb))
    return (verb.tag_ == "VBD" or had or bare) and not marks


def _has_own_object(verb: Token) -> bool:
    """Whether a clause of a whole sentence has an object: "the forces arrested ten men".

    A headline may leave out "were": "Ten men denied bail".
    """
    if not any(child.dep_ in OBJECT and child.i > verb.i for child in verb.children):
        return False
    return any(token.text in {".", "!", "?", "”", '"'} for token in verb.sent[-2:])


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in _AUXILIARY]


@remembered
def prepositional(head: Token) -> list[tuple[str, Token]]:
    """The nouns tied to the head by a preposition, with the preposition in lower case.

    A noun joined by "and" to another has the preposition of the first. "Blamed the attack on the
    rebels" has none below its object, whatever the reader says: "on" is the verb's.
    """
    lent = put_on(head.head)
    return [*(pair for pair in _hanging(head) if pair not in lent), *put_on(head)]


def put_on(verb: Token) -> list[tuple[str, Token]]:
    """Those on whom the verb puts its object, where the reader hangs them from the object."""
    if verb.lemma_.lower() not in load_grammar_words().putting_on:
        return []
    below = [pair for noun in objects(verb) for pair in _hanging(noun)]
    onto = load_grammar_words().put_on
    if any(preposition in onto | {"for"} for preposition, _ in _hanging(verb)):
        return []
    if any(preposition == "for" for preposition, _ in below):
        return []
    return [pair for pair in below if pair[0] in onto][-1:]


def _hanging(head: Token) -> list[tuple[str, Token]]:
    found: list[tuple[str, Token]] = []
    for child in head.children:
        if child.dep_ in _PREPOSITION:
            nouns = [noun for noun in child.children if noun.dep_ == _PREPOSITIONAL_OBJECT]
            found += [(child.lower_, noun) for noun in with_conjuncts(nouns)]
        elif child.dep_ in _OBLIQUE:
            case = _case(child)
            if case is not None:
                found += [(case.lower_, noun) for noun in with_conjuncts([child])]
    return found


def _case(noun: Token) -> Token | None:
    """The preposition under the noun; readers hang it from the noun's owner at times.

    "The anniversary of the state's founding": "of" may stand under "state".
    """
    owners = [child for child in noun.children if child.dep_ in POSSESSOR]
    words = chain(noun.children, *(owner.children for owner in owners))
    return next((c for c in words if c.dep_ == "case" and c.tag_ != "POS"), None)


def preposition_of(noun: Token) -> str:
    """The preposition before the noun, or before that which it is joined to; "" for none."""
    if noun.dep_ == _PREPOSITIONAL_OBJECT:
        return noun.head.lower_
    case = _case(noun)
    if case is None and is_joined(noun):
        return preposition_of(noun.head)
    return case.lower_ if case is not None else ""


def modifiers(noun: Token) -> list[Token]:
    """The words before the noun that say which: compounds and adjectives."""
    found = (c for c in noun.lefts if c.dep_ in MODIFIER and not has_case(c))
    return sorted(found, key=lambda token: token.i)


def possessors(noun: Token) -> list[Token]:
    """Whose it is: "Armenia's policy", "their policy"."""
    return with_conjuncts(child for child in noun.children if child.dep_ in POSSESSOR)


def describing(token: Token) -> list[Token]:
    """The adverbs and adjectives directly under the token."""
    return [child for child in token.children if child.dep_ in _DESCRIBING]


def negators(token: Token) -> list[Token]:
    """The words directly under the token among which a "not" or a "no" would stand."""
    return [child for child in token.children if child.dep_ in _AROUND]


def named_by(noun: Token) -> Token | None:
    """The verb that makes somebody what the noun says, or says that they are: "served as mayor"."""
    if noun.dep_ in {_PREPOSITIONAL_OBJECT, "obl"}:
        verb = noun.head.head if noun.dep_ == _PREPOSITIONAL_OBJECT else noun.head
        return verb if preposition_of(noun) == "as" else None
    return noun.head if noun.dep_ in _NAMED else None


def led_to(word: Token) -> Token | None:
    """The noun or clause that a preposition leads to; None where the word is no preposition."""
    if word.dep_ in {"case", "mark"}:
        return word.head
    return next((c for c in word.children if c.dep_ in {"pobj", "pcomp"} and c.i > word.i), None)


def noun_above(noun: Token) -> Token | None:
    """The noun that the noun belongs to as a modifier or by a preposition: "a report of 1950"."""
    above = noun.head.head if noun.dep_ == _PREPOSITIONAL_OBJECT else noun.head
    tied = noun.dep_.startswith("nmod") or noun.dep_ == _PREPOSITIONAL_OBJECT
    return above if tied and above.pos_ in {"NOUN", "PROPN"} else None


def above(token: Token) -> Token:
    """The word that the token hangs from, past a preposition between; itself at the top."""
    return token.head.head if token.dep_ in {_PREPOSITIONAL_OBJECT, "pcomp"} else token.head


def joined(noun: Token) -> Iterator[Token]:
    """The noun and those joined to it by "and", and in "a driver, two guards and …" the guards."""
    yield noun
    listed = any(child.dep_ == "conj" for child in noun.children) and not is_plural_noun(noun)
    for child in noun.children:
        if child.dep_ == "conj" or (listed and child.dep_ == "appos" and is_counted(child)):
            yield from joined(child)


def clause_verb(token: Token) -> Token | None:
    """The nearest verb above the token, inside its sentence; None where there is none."""
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return above
    return None


def governs(head: Token, token: Token) -> bool:
    """Whether the token stands under the head without another clause between them."""
    while token != head:
        if token.head == token or (token.dep_ in _CLAUSE and token.pos_ in {"VERB", "AUX"}):
            return False
        token = token.head
    return True


def with_conjuncts(tokens: Iterator[Token] | list[Token]) -> list[Token]:
    """The tokens, each followed by those joined to it."""
    tokens = list(tokens)
    if len(tokens) <= 1 and not any(c.dep_ == "conj" for token in tokens for c in token.children):
        return tokens
    found = sorted({*chain.from_iterable(map(joined, tokens))}, key=lambda token: token.i)
    # "by the army, not by the Guard" names only the army
    return [token for token in found if not is_left_out(token)] if len(found) > 1 else found
