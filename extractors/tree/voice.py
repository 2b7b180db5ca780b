"""Who does what a verb tells, and to whom or what it is done, however the clause is built."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Token

from extractors.annotation.remembering import remembered
from extractors.tree import clauses, functions, identities, syntax
from extractors.words.cues import load_control_words
from extractors.words.function_words import load_function_words
from extractors.words.general import load_grammar_words

_UNDER_NOUN = frozenset({"acl", "acl:relcl", "relcl", "advcl", "ccomp"})
_SHARING = frozenset({"conj", "advcl", "xcomp", "acl", "pcomp"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_HIGHEST_CLIMB = 4
_NEAR_JOINED = 3


@remembered
def doers(verb: Token) -> list[Token]:
    """Who does what the verb says, also where a higher clause or a noun tells who.

    "X refuses to recognize": X; "X, which recognized": X; "adopted a resolution condemning":
    the resolution. Empty where a passive has no agent.
    """
    return _doers(verb, _HIGHEST_CLIMB)


def _doers(verb: Token, climb: int) -> list[Token]:
    # a subject of its own speaks against a passive: readers take "said by telephone" for one
    if syntax.is_passive(verb) and not syntax.subjects(verb):
        return syntax.agents(verb) or _shared_agents(verb)
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    found = _own_doers(verb, head)
    if found or climb == 0 or head == verb:
        return found
    if not clauses.is_verb(head):
        # "Iveria's policy of denying": Iveria, and not the policy
        telling = syntax.possessors(head) if led_by(verb) == "of" else identified(head)
        return telling if verb.dep_ in _UNDER_NOUN else []
    controlling = _controlling(verb, head)
    if controlling or verb.dep_ not in _SHARING or _is_blamed(verb, head):
        return controlling
    if syntax.is_passive(head) and not syntax.subjects(head):
        return undergoers(head)
    return _doers(head, climb - 1)


def _own_doers(verb: Token, head: Token) -> list[Token]:
    """The subjects of the verb; in "Lund was seen by Berg burning the mill" Berg only saw it."""
    found = [_antecedent(token, verb) for token in syntax.subjects(verb)] or _lent(verb)
    seen = bool(found) and led_by(verb) == "by" and syntax.is_passive(head)
    return undergoers(head) if seen else found


def _lent(verb: Token) -> list[Token]:
    """The subject before the verb that a reader gave to what the verb makes of its object.

    In "Berg, who had fled, called the fire a crime" a tree may have "Berg" under "crime".
    """
    below = (subject for noun in _small_clauses(verb) for subject in syntax.subjects(noun))
    return [subject for subject in below if subject.i < verb.i]


def _controlling(verb: Token, head: Token) -> list[Token]:
    """Whom the verb above makes the doer: "urged the army to stop", "accused Suderia of shelling".

    Empty where the doer is that of the verb above: "promised the town to rebuild it", "fled after
    shelling".
    """
    words = load_control_words()
    if verb.dep_ not in {"xcomp", "ccomp", "advcl", "pcomp"} or head.lemma_.lower() in words.own:
        return []
    if clauses.is_infinitive(verb) and verb.dep_ != "pcomp":
        return addressees(head)
    leading = led_by(verb)
    if _is_bare(verb) or leading == "as" or _is_perceived(verb, head):
        return syntax.objects(head) or undergoers(head)
    blamed = head.lemma_.lower() in words.blaming and leading in words.blaming_by
    turned = undergoers(head) if syntax.is_passive(head) else _acted_on(head)
    return turned if leading in words.turning or blamed else []


def _is_perceived(verb: Token, head: Token) -> bool:
    """Whether the verb tells what the object right before it was seen to do: "saw men digging"."""
    seen = head.lemma_.lower() in load_control_words().perceiving
    before = [noun for noun in syntax.objects(head) if noun.right_edge.i == verb.left_edge.i - 1]
    return seen and verb.tag_ == "VBG" and bool(before)


def _is_blamed(verb: Token, head: Token) -> bool:
    """Whether another than the subject did it: "whom the court convicted of shelling"."""
    words = load_control_words()
    blaming = head.lemma_.lower() in words.blaming
    return blaming and not syntax.is_passive(head) and led_by(verb) in words.blamed_for


def _is_bare(verb: Token) -> bool:
    """Whether the verb tells what the object above does: "saw them kill", "saw them killing"."""
    return verb.dep_ in {"xcomp", "ccomp"} and (
        verb.tag_ == "VB" or (verb.tag_ == "VBG" and bool(syntax.objects(verb.head)))
    )


def _shared_agents(verb: Token) -> list[Token]:
    """The agents of the last of several passives: "beaten, arrested and held by the police"."""
    first = verb.head if functions.is_joined(verb) else verb
    joined = [
        c for c in (*verb.children, *first.children) if functions.is_joined(c) and c.i > verb.i
    ]
    for other in joined:
        alike = syntax.is_passive(other) and not syntax.subjects_of_its_own(other)
        if alike and (found := syntax.agents(other)):
            return found
    return []


def addressees(verb: Token) -> list[Token]:
    """To whom an active verb turns: "urged the army", "called on the army"."""
    direct = syntax.objects(verb) or syntax.indirect_objects(verb)
    turned = load_control_words().turned_to
    found = [noun for preposition, noun in syntax.prepositional(verb) if preposition in turned]
    return direct or found


def led_by(verb: Token) -> str:
    """The preposition that leads to a clause without subject: "of" of "accused of shelling"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_
    leading = (c for c in verb.lefts if c.dep_ in {"mark", "case"} and c.lower_ != "to")
    return next((c.lower_ for c in leading), "")


@remembered
def undergoers(verb: Token) -> list[Token]:
    """To whom or what the verb is done, whether it is active, passive or a participle."""
    if not syntax.is_passive(verb):
        return _acted_on(verb)
    found = [_antecedent(token, verb) for token in syntax.passive_subjects(verb)]
    if found or not clauses.is_verb(verb.head):
        return found or ([verb.head] if clauses.is_noun_clause(verb) else [])
    if verb.dep_ == "conj":
        return undergoers(verb.head)
    return _completed(verb) if clauses.is_subordinate(verb) else []


def _acted_on(verb: Token) -> list[Token]:
    """To whom or what an active verb does something."""
    named = _named(verb)
    quoted = [child for child in verb.children if _is_quoted_object(child)]
    direct = named[:1] or syntax.objects(verb) or quoted or _subjects_of_predicates(verb)
    found = [_antecedent(token, verb) for token in direct]
    return found or _left_out(verb) or _shared_objects(verb)


def _left_out(verb: Token) -> list[Token]:
    """The noun before a clause that is its object: "the bishop the rebels killed"."""
    by_subject = clauses.is_noun_clause(verb) and verb.head.pos_ in _NOMINAL
    own = syntax.subjects(verb) if by_subject else []
    named = {token.lower_ for token in own if token.i < verb.i} - load_function_words().relative
    return [verb.head] if named and not _opening(verb) else []


def _opening(clause: Token) -> list[Token]:
    """The words before the verb that make the clause one of place, time or matter."""
    return [c for c in clause.lefts if c.dep_ in {"mark", "advmod", "obl", "prep"}]


def _shared_objects(verb: Token) -> list[Token]:
    """The object of a verb joined right behind this one: "arrested and beat the students"."""
    if verb.lemma_.lower() in load_grammar_words().intransitive:
        return []
    for other in verb.children:
        near = functions.is_joined(other) and other.i - verb.i <= _NEAR_JOINED
        alone = near and clauses.is_verb(other) and not syntax.subjects_of_its_own(other)
        if alone and not syntax.is_passive(other):
            return syntax.objects(other)
    return []


def _completed(verb: Token) -> list[Token]:
    """Whom a participle below a verb is about: "had the leaders arrested", "shot, he died"."""
    head = verb.head
    if syntax.is_passive(head):
        return undergoers(head)
    return (syntax.objects(head) if verb.dep_ != "advcl" else []) or doers(head)


def _subjects_of_predicates(verb: Token) -> list[Token]:
    """The object taken for the subject of what it is called: a clause of "the raid as a crime"."""
    rights = [child for child in verb.rights if not clauses.is_verb(child)]
    after_as = [child for child in rights if any(t.lower_ == "as" for t in child.lefts)]
    called = {child.i: child for child in (*after_as, *_small_clauses(verb))}.values()
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
        for noun in identities.appositions(tied)
        if verb.i < tied.i < noun.left_edge.i and doc[noun.left_edge.i - 1].text != ","
    ]


def identified(noun: Token) -> list[Token]:
    """Whom the noun is said to be: X of "X was one of the first countries"; else the noun."""
    words, top = load_grammar_words().singling_out, noun
    while top.dep_ in {"nmod", "pobj", "prep"} and not clauses.is_verb(top.head):
        top = top.head
    if top != noun and not any(t.lower_ in words for t in (top, *top.children)):
        return [noun]
    if functions.has_copula(top):
        return syntax.subjects(top)
    if top.dep_ == "attr":
        return syntax.subjects(top.head)
    return [noun]


def predicates(verb: Token) -> Iterator[Token]:
    """What the verb makes of its object: "call it a crime", "describe it as a crime"."""
    objects = [child for child in verb.children if functions.is_object(child)]
    nouns = [
        child
        for child in verb.children
        if clauses.is_predicate(child) and not clauses.is_verb(child)
    ]
    found = _named(verb)[1:] or (*objects[1:], *nouns, *_misread_predicates(verb))
    yield from chain.from_iterable(map(syntax.joined, found))
    yield from (noun for preposition, noun in syntax.prepositional(verb) if preposition == "as")
    for child in verb.children:
        marked = clauses.is_subordinate(child) and not clauses.is_verb(child)
        if marked and any(c.lower_ == "as" for c in child.lefts):
            yield child


def _misread_predicates(verb: Token) -> list[Token]:
    """What a past tense makes of its object, where a reader took it for a clause of that noun.

    In "the lawyer called the fire a crime" a tree may have "called" under "crime".
    """
    top = verb.head if verb.head.i > verb.i else verb.head.head
    mistaken = verb.tag_ == "VBD" and clauses.is_noun_clause(verb) and top.i > verb.i
    fits = mistaken and top.pos_ == "NOUN" and not functions.has_copula(top)
    return [top] if fits and syntax.objects(verb) else []


def _small_clauses(verb: Token) -> list[Token]:
    """The nouns without a verb that have a subject: "call [the fire a tragedy]"."""
    below = [child for child in verb.children if clauses.is_open(child) and child.pos_ in _NOMINAL]
    bare = [child for child in below if not functions.has_copula(child)]
    return [child for child in bare if not clauses.is_infinitive(child)]


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    relative = token.lower_ in load_function_words().relative and token.pos_ == "PRON"
    if relative and clauses.is_noun_clause(verb):
        nearest = _nearest_joined(token, verb)
        return next(iter(identified(nearest)), nearest)
    return token


def _nearest_joined(pronoun: Token, verb: Token) -> Token:
    """The one of several whom "who was" means, which readers hang from the first of them."""
    joined = [noun for noun in syntax.joined(verb.head) if noun.i < pronoun.i]
    plural = load_function_words().singular.isdisjoint(child.lower_ for child in verb.lefts)
    return joined[-1] if not plural and joined else verb.head


def _is_quoted_object(token: Token) -> bool:
    """Whether an object in quotation marks was taken for a clause: condemned “the killing of …”."""
    noun = token.dep_ == "ccomp" and token.pos_ in {"NOUN", "PROPN"}
    return noun and not clauses.is_clause(token) and not syntax.subjects(token)


def _named(verb: Token) -> list[Token]:
    """What an active verb is about, and what it makes of it: "call the fire a tragedy".

    Readers give both nouns the label of either at times, so that their order tells. Empty where
    the verb has only one.
    """
    nouns = [
        child
        for child in verb.rights
        if (functions.is_object(child) or clauses.is_predicate(child)) and child.pos_ in _NOMINAL
    ]
    return nouns if len(nouns) > 1 and not syntax.is_passive(verb) else []
