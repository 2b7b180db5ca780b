"""How clauses hang together, for readers with UD labels and readers with ClearNLP labels."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import chain

from spacy.tokens import Token

from extractors.tree import syntax
from extractors.words.cues import load_control_words
from extractors.words.general import load_grammar_words

_NOUN_CLAUSE = frozenset({"acl", "acl:relcl", "relcl"})
_UNDER_NOUN = frozenset({"acl", "acl:relcl", "relcl", "advcl", "ccomp"})
_SHARING = frozenset({"conj", "advcl", "xcomp", "acl", "pcomp"})
_SINGLED_OUT = frozenset({"one", "first", "only", "last", "second"})
_SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:pass", "nsubjpass", "csubj:pass", "expl"})
_RELATIVE_WORDS = frozenset({"who", "which", "that", "whom"})
_JOINED_IN_NEGATION = frozenset({"or", "nor"})
_CORE = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "obj", "dobj", "iobj", "dative", "csubj"})
_COMPLEMENT = frozenset({"ccomp", "xcomp", "obj", "dobj", "nsubj:pass", "nsubjpass", "csubj"})
_PASSIVE_MARKS = frozenset({"aux:pass", "auxpass"})
_PARTICLE = frozenset({"compound:prt", "prt"})
_ADDRESSED = frozenset({"iobj", "dative"})
_PREDICATE = frozenset({"xcomp", "oprd", "attr", "acomp"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_HIGHEST_CLIMB = 4


def doers(verb: Token) -> list[Token]:
    """Who does what the verb says, also where a higher clause or a noun tells who.

    "X refuses to recognize": X; "X, which recognized": X; "adopted a resolution condemning":
    the resolution. Empty where a passive has no agent.
    """
    return _doers(verb, _HIGHEST_CLIMB)


def _doers(verb: Token, climb: int) -> list[Token]:
    # a subject of its own speaks against a passive: readers take "said by telephone" for one
    if syntax.is_passive(verb) and not syntax.subjects(verb):
        return syntax.agents(verb)
    found = [_antecedent(token, verb) for token in syntax.subjects(verb)]
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if found or climb == 0 or head is verb:
        return found
    if not is_verb(head):
        return identified(head) if verb.dep_ in _UNDER_NOUN else []
    controlling = _controlling(verb, head)
    if controlling or verb.dep_ not in _SHARING:
        return controlling
    if syntax.is_passive(head) and not syntax.subjects(head):
        return undergoers(head)
    return _doers(head, climb - 1)


def _controlling(verb: Token, head: Token) -> list[Token]:
    """Whom the verb above makes the doer: "urged the army to stop", "accused Suderia of shelling".

    Empty where the doer is that of the verb above: "promised the town to rebuild it", "fled after
    shelling".
    """
    words = load_control_words()
    if verb.dep_ not in {"xcomp", "ccomp", "advcl", "pcomp"} or head.lemma_.lower() in words.own:
        return []
    if is_infinitive(verb) and verb.dep_ != "pcomp":
        return addressees(head)
    leading = led_by(verb)
    blamed = head.lemma_.lower() in words.blaming and leading in words.blaming_by
    return syntax.objects(head) if leading in words.turning or blamed else []


def addressees(verb: Token) -> list[Token]:
    """To whom an active verb turns: "urged the army", "called on the army"."""
    direct = syntax.objects(verb) or [c for c in verb.children if c.dep_ in _ADDRESSED]
    turned = load_control_words().turned_to
    found = [noun for preposition, noun in syntax.prepositional(verb) if preposition in turned]
    return direct or found


def led_by(verb: Token) -> str:
    """The preposition that leads to a clause without subject: "of" of "accused of shelling"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_
    leading = (c for c in verb.lefts if c.dep_ in {"mark", "case"} and c.lower_ != "to")
    return next((c.lower_ for c in leading), "")


def undergoers(verb: Token) -> list[Token]:
    """To whom or what the verb is done, whether it is active, passive or a participle."""
    if not syntax.is_passive(verb):
        named = _named(verb)
        quoted = [child for child in verb.children if _is_quoted_object(child)]
        return named[:1] or syntax.objects(verb) or quoted or _subjects_of_predicates(verb)
    found = [_antecedent(token, verb) for token in syntax.passive_subjects(verb)]
    if found or is_verb(verb.head):
        return found or (undergoers(verb.head) if verb.dep_ == "conj" else [])
    return [verb.head] if verb.dep_ in _NOUN_CLAUSE else []


def _subjects_of_predicates(verb: Token) -> list[Token]:
    """The object that a reader took for the subject of what it is called: "saw the raid as a crime".

    Readers make a clause of "the raid as a crime" at times.
    """
    called = (c for c in verb.rights if not is_verb(c) and any(t.lower_ == "as" for t in c.lefts))
    return [token for noun in called for token in syntax.subjects(noun) if token.i > verb.i]


def lost_objects(verb: Token) -> list[Token]:
    """The object that a reader hung from a noun before it: "condemned in hard words the ambush".

    Empty where the verb has an object, or is passive.
    """
    if syntax.is_passive(verb) or syntax.objects(verb):
        return []
    doc = verb.doc
    return [
        noun
        for _, tied in syntax.prepositional(verb)
        for noun in syntax.appositions(tied)
        if verb.i < tied.i < noun.left_edge.i and doc[noun.left_edge.i - 1].text != ","
    ]


def identified(noun: Token) -> list[Token]:
    """Whom the noun is said to be: X of "X was one of the first countries"; else the noun."""
    top = noun
    while top.dep_ in {"nmod", "pobj", "prep"} and not is_verb(top.head):
        top = top.head
    if top is not noun and not any(t.lower_ in _SINGLED_OUT for t in (top, *top.children)):
        return [noun]
    if syntax.has_copula(top):
        return syntax.subjects(top)
    if top.dep_ == "attr":
        return syntax.subjects(top.head)
    return [noun]


def light_verb(noun: Token) -> Token | None:
    """The verb that only says that the event took place or who did it; None for other verbs."""
    carrying = load_grammar_words().carrying
    for verb in noun_clauses(noun):
        if verb.lemma_.lower() in carrying:
            return verb
    carried = syntax.is_subject(noun) or syntax.is_object(noun)
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


def phrasal_lemma(verb: Token) -> str:
    """The lemma with the verb's particle, if it has one: "rule out"."""
    particles = [c.lower_ for c in verb.rights if c.dep_ in _PARTICLE]
    return " ".join([verb.lemma_.lower(), *particles])


def content(verb: Token) -> Token | None:
    """The head of the clause that says what: "said that …"; None where there is none."""
    found = (c for c in verb.children if c.dep_ == "ccomp" and is_clause(c) and _has_subject(c))
    return next(found, None)


def _has_subject(clause: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in clause.children)


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
    return is_verb(token) or syntax.has_copula(token)


def is_complement(token: Token) -> bool:
    """Whether the token is what its verb is about: its object, its clause, its passive subject.

    A noun with "is" after the verb is its clause, whatever label a reader gives it.
    """
    equation = token.i > token.head.i and syntax.has_copula(token)
    return token.dep_ in _COMPLEMENT or (equation and token.dep_ == "obl")


def is_core(token: Token) -> bool:
    """Whether the token is a subject or an object."""
    return token.dep_ in _CORE


def is_predicate(token: Token) -> bool:
    """Whether the token is what its verb makes of its subject or object."""
    return token.dep_ in _PREDICATE


def predicates(verb: Token) -> Iterator[Token]:
    """What the verb makes of its object: "call it a crime", "describe it as a crime"."""
    objects = [child for child in verb.children if syntax.is_object(child)]
    nouns = [child for child in verb.children if is_predicate(child) and not is_verb(child)]
    found = _named(verb)[1:] or (*objects[1:], *nouns)
    yield from chain.from_iterable(map(syntax.joined, found))
    yield from (noun for preposition, noun in syntax.prepositional(verb) if preposition == "as")
    for child in verb.children:
        marked = child.dep_ in {"advcl", "xcomp", "ccomp"} and not is_verb(child)
        if marked and any(c.lower_ == "as" for c in child.lefts):
            yield child


def _named(verb: Token) -> list[Token]:
    """What an active verb is about, and what it makes of it: "call the fire a tragedy".

    Readers give both nouns the label of either at times, so that their order tells. Empty where
    the verb has only one.
    """
    nouns = [
        child
        for child in verb.rights
        if (syntax.is_object(child) or is_predicate(child)) and child.pos_ in _NOMINAL
    ]
    return nouns if len(nouns) > 1 and not syntax.is_passive(verb) else []


def is_joined_in_negation(token: Token) -> bool:
    """Whether "or" or "nor" joins the token to its head, so that a "not" there reaches here."""
    between = token.doc[token.head.i + 1 : token.i]
    return any(word.lower_ in _JOINED_IN_NEGATION and word.dep_ == "cc" for word in between)


def is_contrasted(token: Token) -> bool:
    """Whether "but" joins the token to a noun, so that a "not" before both is not said of it."""
    between = token.doc[token.head.i + 1 : token.i]
    return not is_verb(token) and any(w.lower_ == "but" and w.dep_ == "cc" for w in between)


def auxiliaries(verb: Token) -> frozenset[str]:
    """The lemmas of the verb's auxiliaries, in lower case."""
    return frozenset(
        child.lemma_.lower() for child in verb.children if child.dep_.startswith("aux")
    )


def marks(clause: Token) -> frozenset[str]:
    """The words that open the clause: "that", "if", "whether"."""
    return frozenset(child.lower_ for child in clause.children if child.dep_ in {"mark", "advmod"})


def _is_quoted_object(token: Token) -> bool:
    """Whether an object in quotation marks was taken for a clause: condemned “the killing of …”."""
    noun = token.dep_ == "ccomp" and token.pos_ in {"NOUN", "PROPN"}
    return noun and not is_clause(token) and not syntax.subjects(token)


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.lower_ in _RELATIVE_WORDS and verb.dep_ in _NOUN_CLAUSE and token.pos_ == "PRON":
        return next(iter(identified(verb.head)), verb.head)
    return token
