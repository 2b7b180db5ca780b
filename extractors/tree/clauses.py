"""How clauses hang together, for readers with UD labels and readers with ClearNLP labels."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

from extractors.annotation.remembering import remembered
from extractors.tree import functions, syntax
from extractors.words.function_words import load_function_words
from extractors.words.general import load_grammar_words

_NOUN_CLAUSE = frozenset({"acl", "acl:relcl", "relcl"})
_SUBJECTS = frozenset(
    {"nsubj", "csubj", "nsubj:pass", "nsubjpass", "csubj:pass", "nsubj:outer", "expl"}
)
_CORE = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "obj", "dobj", "iobj", "dative", "csubj"})
_COMPLEMENT = frozenset(
    {"ccomp", "xcomp", "obj", "dobj", "nsubj:pass", "nsubjpass", "csubj", "csubj:pass", "csubjpass"}
)
_PASSIVE_MARKS = frozenset({"aux:pass", "auxpass"})
_PAST = "VBD"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PREDICATE = frozenset({"xcomp", "oprd", "attr", "acomp"})


@remembered
def light_verb(noun: Token) -> Token | None:
    """The verb that only says that the event took place or who did it; None for other verbs.

    One that says what the event was is none: "declared the raid as a crime".
    """
    carrying = load_grammar_words().carrying
    for verb in noun_clauses(noun):
        if verb.lemma_.lower() in carrying:
            return verb
    called = any(preposition == "as" for preposition, _ in syntax.prepositional(noun.head))
    carried = (functions.is_subject(noun) or functions.is_object(noun)) and not called
    return noun.head if carried and noun.head.lemma_.lower() in carrying else None


def is_verb(token: Token) -> bool:
    """Whether the token is a verb or an auxiliary; readers give "states" both labels at times.

    A participle that they take for an adjective is a verb in the passive: "was acquitted of".
    """
    if token.pos_ == "ADJ":
        return token.tag_ == "VBN" and any(c.dep_ in _PASSIVE_MARKS for c in token.children)
    return token.pos_ in {"VERB", "AUX"} and not token.tag_.startswith("NN")


def known_lemma(token: Token, words: Container[str]) -> str:
    """The lemma if it is among the words, "" if not."""
    lemma = token.lemma_.lower()
    return lemma if lemma in words else ""


def content(verb: Token) -> Token | None:
    """The head of the clause that says what: "said that …"; None where there is none.

    Of two the one behind the verb, unless a comma follows it: in "after it fell, he said it was
    mended" readers take the first clause for another.
    """
    found = [c for c in verb.children if c.dep_ == "ccomp" and is_clause(c) and has_subject(c)]
    behind = [c for c in found if c.i > verb.i]
    goes_on = bool(behind) and verb.nbor().text != ","
    return next(iter(behind if goes_on else found), None)


def has_subject(clause: Token) -> bool:
    """Whether a subject of any kind hangs from the head of the clause."""
    return any(child.dep_ in _SUBJECTS for child in clause.children)


def content_without_subject(verb: Token) -> Token | None:
    """The head of a finite clause whose subject a reader hangs elsewhere, behind the verb."""
    found = (c for c in verb.rights if c.dep_ == "ccomp" and is_verb(c) and not has_subject(c))
    return next((c for c in found if _is_finite(c)), None)


def _is_finite(verb: Token) -> bool:
    return any(word.tag_ in _FINITE for word in (verb, *_auxiliaries(verb)))


def noun_clauses(noun: Token) -> list[Token]:
    """The verbs of the clauses that tell more of the noun."""
    return [child for child in noun.children if is_noun_clause(child)]


def is_noun_clause(token: Token) -> bool:
    """Whether the token heads a clause that tells more of a noun."""
    return token.dep_ in _NOUN_CLAUSE


def is_open(token: Token) -> bool:
    """Whether the clause of the token has its subject from the verb above: "seems to be"."""
    return token.dep_ == "xcomp"


def is_full(token: Token) -> bool:
    """Whether the token heads a clause with a subject of its own that the verb above is about."""
    return token.dep_ == "ccomp"


def is_subordinate(token: Token) -> bool:
    """Whether the token heads a clause under a verb."""
    return token.dep_ in {"xcomp", "ccomp", "advcl"}


def is_inserted(verb: Token) -> bool:
    """Whether the verb stands beside the clause that it comments on: "…, she said"."""
    return verb.dep_ == "parataxis"


def stands_apart(token: Token) -> bool:
    """Whether what is said of the verb above does not reach the clause of the token."""
    return token.dep_ in {"advcl", "parataxis"} and is_verb(token)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(child.lower_ == "to" and child.pos_ == "PART" for child in verb.lefts)


def is_clause(token: Token) -> bool:
    """Whether the token is the head of a clause: a verb, or a noun with "is"."""
    return is_verb(token) or functions.has_copula(token)


def led_on_from(verb: Token) -> Token | None:
    """The verb before a participle that tells what came of it: "attacked the town, killing 11"."""
    above = verb.head
    tied = verb.dep_ in {"advcl", "xcomp", "acl", "conj", "parataxis", "dep"} and above.i < verb.i
    alone = not (syntax.subjects_of_its_own(verb) or marks(verb) or auxiliaries(verb))
    return above if verb.tag_ == "VBG" and tied and alone and is_verb(above) else None


def is_accompanying(verb: Token) -> bool:
    """Whether the clause tells what went with the verb above: "with police firing into the air"."""
    opened = verb.left_edge.lower_ == "with" and verb.left_edge.head == verb
    return opened and verb.tag_ == "VBG" and verb.dep_ == "advcl"


def occasions(verb: Token) -> list[Token]:
    """The verbs of the clauses that tell when the verb happened: "died when the roof fell"."""
    opening = load_function_words().occasions
    return [c for c in verb.children if c.dep_ == "advcl" and marks(c) & opening]


def moments(verb: Token) -> list[Token]:
    """The verbs of what went on when the verb happened: "shot as he walked through Doba"."""
    opening = load_function_words().moments
    return [c for c in verb.children if c.dep_ == "advcl" and marks(c) & opening]


def is_complement(token: Token) -> bool:
    """Whether the token is what its verb is about: its object, its clause, its passive subject.

    A noun with "is" after the verb is its clause, whatever label a reader gives it.
    """
    equation = token.i > token.head.i and functions.has_copula(token)
    return token.dep_ in _COMPLEMENT or (equation and token.dep_ == "obl")


def is_core(token: Token) -> bool:
    """Whether the token is a subject or an object."""
    return token.dep_ in _CORE


def is_predicate(token: Token) -> bool:
    """Whether the token is what its verb makes of its subject or object."""
    return token.dep_ in _PREDICATE


def auxiliaries(verb: Token) -> frozenset[str]:
    """The lemmas of the verb's auxiliaries, in lower case."""
    return frozenset(child.lemma_.lower() for child in _auxiliaries(verb))


def is_past(verb: Token) -> bool:
    """Whether the verb tells of what is over: "shot", "has shot", "was shot"; not "is shot"."""
    if verb.tag_ == _PAST:
        return True
    return verb.tag_ == "VBN" and any(
        word.tag_ == _PAST or word.lemma_.lower() == "have" or word.lower_ == "been"
        for word in _auxiliaries(verb)
    )


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_.startswith("aux")]


def marks(clause: Token) -> frozenset[str]:
    """The words that open the clause: "that", "whether"; "if", too, of "had they known, …"."""
    opening = {child.lower_ for child in clause.children if child.dep_ in {"mark", "advmod"}}
    return frozenset(opening | ({"if"} if _is_inverted(clause) else set()))


def _is_inverted(clause: Token) -> bool:
    """Whether the order of the words makes the clause a condition: "had they known"."""
    first = clause.left_edge
    subjects = [child for child in clause.lefts if child.dep_ in _SUBJECTS]
    opened = first.head == clause and first.dep_.startswith("aux")
    inverted = opened and first.lower_ in load_function_words().inverted and bool(subjects)
    return inverted and clause.dep_ == "advcl"


def is_subjunctive(verb: Token) -> bool:
    """Whether the clause tells what somebody wants to be: "demanded that he be tried"."""
    that = any(child.lower_ == "that" and child.dep_ == "mark" for child in verb.children)
    helping = [child for child in verb.children if child.dep_.startswith("aux")]
    bare = helping[0].tag_ == "VB" if helping else verb.tag_ == "VB"
    return that and bare and verb.dep_ == "ccomp"
