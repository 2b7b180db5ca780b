"""Subjects that readers give to the wrong verb where a clause stands before "…, X said"."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ"})
_PASSIVE = frozenset({"aux:pass", "auxpass"})
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET"})
_LONGEST_NAME = 8
_SETTING_OFF = frozenset({",", '"', "”", "’", "''", "»"})


def own_subjects(verb: Token, labels: Container[str]) -> list[Token]:
    """The verb's subjects, without one that belongs to another verb.

    In "soldiers killed ten men, the mayor said" readers give "killed" the mayor as well; in "he led
    his rival, Ada Lund, reporters said" they give "said" Ada Lund.
    """
    found = [child for child in verb.children if child.dep_ in labels]
    inserted = _inserted(verb, labels)
    if inserted is not None:
        return [inserted]
    if not found:
        return _bare_before(verb) or _behind_opening(verb)
    before = [token for token in found if token.i < verb.i]
    last = before[-1:] if len(before) > 1 and _is_alone(*before[-2:]) else before
    return last or found


def _is_alone(first: Token, second: Token) -> bool:
    """Whether the second of two subjects is the verb's: set off, or right behind the first.

    In "German Chancellor Berg said" readers give "said" both the adjective and the name.
    """
    named = first.pos_ == second.pos_ == "PROPN"
    return _is_set_off(second) or (named and first.right_edge.i + 1 >= second.left_edge.i)


def _inserted(verb: Token, labels: Container[str]) -> Token | None:
    """The subject by the word order of "Berg, said Lund, shot them", which readers turn round.

    The first verb's is the one right behind it, the second's the one before the comma.
    """
    told = next((c for c in verb.rights if c.dep_ == "ccomp" and c.tag_ == "VBD"), None)
    saying = verb if told is not None else verb.head
    told = told or verb
    if saying == told or told.dep_ != "ccomp" or saying.i == 0 or saying.nbor(-1).text != ",":
        return None
    first = [c for c in saying.lefts if c.dep_ in labels]
    second = [c for c in told.lefts if c.dep_ in labels and c.left_edge.i == saying.i + 1]
    if not (first and second) or told.nbor(-1).text != ",":
        return None
    before = verb.doc[first[-1].left_edge.i : saying.i - 1]
    if any(token.text == "," for token in before):
        return None
    return second[0] if verb == saying else first[-1]


def _bare_before(verb: Token) -> list[Token]:
    """The plural right before a joined verb, tied to it otherwise: "and on 6 May rebels fled"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    tied = before.head == verb and before.dep_ == "obl" and before.tag_ == "NNS"
    cased = any(child.dep_ == "case" for child in before.children)
    return [before] if tied and not cased and verb.dep_ == "conj" and verb.tag_ == "VBD" else []


def _behind_opening(verb: Token) -> list[Token]:
    """The name right before a verb, tied to what opens its sentence: "In talks with Iveria, Berg".

    Readers take it for a part of the name before the comma.
    """
    opening = [child for child in verb.lefts if child.dep_ in {"obl", "prep"}]
    if verb.tag_ not in _FINITE or not opening or verb.i - 1 != opening[-1].right_edge.i:
        return []
    last = next((t.i for t in reversed(verb.doc[opening[-1].i : verb.i]) if t.text == ","), None)
    words = verb.doc[last + 1 : verb.i] if last is not None else ()
    heads = [token for token in words if token.head not in words]
    named = 0 < len(words) <= _LONGEST_NAME and all(w.pos_ in _NAMING for w in words)
    loose = [head for head in heads if head.pos_ == "PROPN" and head.dep_ in {"appos", "flat"}]
    return loose if named and len(heads) == 1 else []


def turned_subject(verb: Token, objects: Container[str]) -> list[Token]:
    """Who does what is seen or heard, where a reader took them for an object: "saw him kill her".

    They stand before a verb that completes another and has an object behind it as well.
    """
    if verb.dep_ not in {"ccomp", "xcomp"} or verb.tag_ not in {"VB", "VBG"}:
        return []
    before = [c for c in verb.lefts if c.dep_ in objects and c.i > verb.head.i]
    behind = any(c.dep_ in objects for c in verb.rights)
    return before[-1:] if behind else []


def heading(verb: Token) -> list[Token]:
    """The subject that a reader made the head of its own verb: "the claim that … was rejected"."""
    finite = any(child.dep_ in _PASSIVE and child.tag_ in _FINITE for child in verb.lefts)
    noun = verb.head.pos_ in {"NOUN", "PROPN"} and verb.head.i < verb.i
    return [verb.head] if finite and noun and verb.dep_ in {"appos", "parataxis", "dep"} else []


def lent_subjects(verb: Token, labels: Container[str]) -> list[Token]:
    """The subject of the verb that a reader gave to the clause before it.

    It stands behind that clause and a comma, or right behind the verb: "“We met”, said the mayor".
    """
    if any(child.dep_ in labels for child in verb.children):
        return []
    clauses = [child for child in verb.lefts if child.pos_ in {"VERB", "AUX"}]
    behind = [token for clause in clauses for token in clause.rights if token.i > verb.i]
    inverted = [token for token in behind if token.left_edge.i == verb.i + 1]
    if inverted and inverted[0].pos_ in {"NOUN", "PROPN", "PRON"}:
        return inverted[:1]
    return [
        token
        for clause in clauses
        if any(child.dep_ in labels for child in clause.lefts)
        for token in clause.rights
        if token.dep_ in labels and _is_set_off(token)
    ]


def _is_set_off(token: Token) -> bool:
    first = token.left_edge
    return first.text in _SETTING_OFF or (first.i > 0 and first.nbor(-1).text in _SETTING_OFF)
