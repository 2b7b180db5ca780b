"""Who belongs to an organization without a role: "works for X", "Jane Doe of X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.names.lexicon.neighbours import Neighbours, is_telling
from extractors.reading import Reading
from extractors.roles.holders import named_person
from extractors.roles.phrases import is_role_only
from extractors.tree import syntax
from extractors.words.roles import load_role_words
from graph.model import Evidence, Form, Kind, Mention, Statement

_SURE, _LESS_SURE = 0.7, 0.6


def find_memberships(reading: Reading, near: Neighbours) -> Iterator[Statement]:
    """Statements ``affiliation`` without a role."""
    for mention in reading.mentions:
        if named_person(mention) is not None and not is_role_only(near, mention):
            yield from _beside(reading, near, mention)


def _beside(reading: Reading, near: Neighbours, person: Mention) -> Iterator[Statement]:
    """From "Jane Doe of X", "Jane Doe (X)", and, in a line without a verb, "Jane Doe, X"."""
    index = near.bounds[person][1]
    link = near.text(index)
    if link == "," and near.text(index + 1) == "of":
        index, link = index + 1, "of"
    if link not in load_role_words().beside_name or (link == "," and is_telling(near.doc, index)):
        return
    organization = near.starting(_behind_noun(near, index + 1 + (near.text(index + 1) == "the")))
    if organization is None or not _is_organization(organization):
        return
    if link == "from" and _is_parted(reading, person, organization):
        return
    after = near.bounds[organization][1]
    if link == "(" and near.text(after) not in {")", ","}:
        return
    rule = {"(": "brackets", ",": "line"}.get(link, "name of organization")
    confidence = _SURE if link == "of" else _LESS_SURE
    yield _statement(reading, person, organization, near.doc[index], rule, confidence)


def _is_parted(reading: Reading, person: Mention, organization: Mention) -> bool:
    """Whether a verb before the name parts something from it: "removed a film of X from Y"."""
    verb = syntax.clause_verb(reading.head_of(organization))
    parting = verb is not None and verb.lemma_.lower() in load_role_words().parting
    return parting and verb is not None and verb.idx < person.start


def _behind_noun(near: Neighbours, index: int) -> int:
    """The token after a noun that says what a name names: "of the firm Doe Lawyers"."""
    token = near.token(index)
    noun = token is not None and token.pos_ == "NOUN" and near.over(index) is None
    return index + 1 if noun else index


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
