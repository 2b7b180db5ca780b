"""Who belongs to an organization without a role: "works for X", "Jane Doe of X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.names.neighbours import Neighbours, is_telling
from extractors.reading import Reading
from extractors.roles.holders import named_person, person_at
from extractors.roles.phrases import is_role_only
from extractors.tree import syntax
from extractors.words.roles import load_role_words
from graph.model import Evidence, Form, Kind, Mention, Statement

_AT = frozenset({"for", "at", "with"})
_BESIDE = {"of": 0.7, "from": 0.6, "(": 0.6, ",": 0.6}


def find_memberships(reading: Reading, near: Neighbours) -> Iterator[Statement]:
    """Statements ``affiliation`` without a role."""
    for token in near.doc:
        if token.pos_ in {"VERB", "AUX"}:
            yield from _by_verb(reading, token)
    for mention in reading.mentions:
        if named_person(mention) is not None and not is_role_only(near, mention):
            yield from _beside(reading, near, mention)


def _by_verb(reading: Reading, verb: Token) -> Iterator[Statement]:
    """From "joined X", "works for X", "teaches at X"."""
    words, lemma = load_role_words(), verb.lemma_.lower()
    targets: list[Token] = []
    if lemma in words.joining:
        targets = syntax.objects(verb)
    elif lemma in words.working:
        targets = [noun for preposition, noun in syntax.prepositional(verb) if preposition in _AT]
    heads = map(reading.headed_by, targets)
    organizations = [m for m in heads if m is not None and _is_organization(m)]
    for subject in _subjects(verb) if organizations else []:
        person = person_at(reading, subject)
        for organization in organizations:
            if person is not None:
                yield _statement(reading, person, organization, verb, "verb of belonging", 0.7)


def _subjects(verb: Token) -> list[Token]:
    found = [_antecedent(token, verb) for token in syntax.subjects(verb)]
    return found or (_subjects(verb.head) if syntax.is_joined(verb) else [])


def _antecedent(token: Token, verb: Token) -> Token:
    return verb.head if token.lower_ in {"who", "that"} else token


def _beside(reading: Reading, near: Neighbours, person: Mention) -> Iterator[Statement]:
    """From "Jane Doe of X", "Jane Doe (X)", and, in a line without a verb, "Jane Doe, X"."""
    index = near.bounds[person][1]
    link = near.text(index)
    if link == "," and near.text(index + 1) == "of":
        index, link = index + 1, "of"
    if link not in _BESIDE or (link == "," and is_telling(near.doc, index)):
        return
    organization = near.starting(index + 1 + (near.text(index + 1) == "the"))
    if organization is None or not _is_organization(organization):
        return
    after = near.bounds[organization][1]
    if link == "(" and near.text(after) not in {")", ","}:
        return
    rule = {"(": "brackets", ",": "line"}.get(link, "name of organization")
    yield _statement(reading, person, organization, near.doc[index], rule, _BESIDE[link])


def _is_organization(mention: Mention) -> bool:
    return mention.kind is Kind.ORGANIZATION and mention.form is Form.NAME


def _statement(  # noqa: PLR0917 (a statement has as many parts)
    reading: Reading, person: Mention, target: Mention, link: Token, rule: str, confidence: float
) -> Statement:
    evidence = Evidence(
        passage=reading.passage_at(link.idx).index,
        start=link.idx,
        end=link.idx + len(link),
        rule=rule,
        confidence=confidence,
    )
    return Statement(person.key, "affiliation", target.key, evidence)
