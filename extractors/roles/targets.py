"""Where a role is held, and what it is about, by the words after it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from extractors.names.lexicon.neighbours import POSSESSIVE, Neighbours, is_listing
from extractors.words.function_words import load_function_words
from extractors.words.roles import load_role_words
from extractors.words.times import load_words
from graph.model import Form, Kind, Mention

FIELD = frozenset({"ADJ", "NOUN", "PROPN"})
"""The parts of speech of words that narrow a role or say what it is about."""

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Role:
    """A role and where it is held; numbers are token indexes, ends exclusive.

    ``start`` to ``end`` are the words of the role, ``first`` to ``stop`` those with what they are
    held at and the article. ``text`` is in lower case but for names. ``targets`` is empty where
    the text names none; ``leading`` says that they stand before the role. ``tail`` are words
    that belong to the role and stand apart from it: "ambassador … to X". ``within`` is the
    organization that a target is named to belong to, and ``unit`` names the target in words:
    "of the Trade Committee" of the Bank.
    """

    first: int
    start: int
    head: int
    end: int
    stop: int
    text: str
    targets: tuple[Mention, ...] = ()
    leading: bool = False
    tail: range = range(0)
    within: Mention | None = None
    unit: str = ""


def names_role(token: Token) -> bool:
    """Whether the word is a noun for a role: "minister", "editor"."""
    heads = load_role_words().heads
    return token.lemma_.lower() in heads or token.lower_ in heads


def is_holder(mention: Mention) -> bool:
    """Whether the mention can be what a role is held at."""
    if mention.kind is Kind.ORGANIZATION:
        return mention.form is not Form.PRONOUN
    return mention.kind is Kind.PLACE and mention.form is Form.NAME


def with_complement(near: Neighbours, role: Role) -> Role:
    """The role with what follows it: its field, and where it is held."""
    siding = near.doc[role.head].lemma_.lower() in load_role_words().siding
    while near.text(role.stop) in load_role_words().held_at:
        if siding and near.text(role.stop) == "of":
            return role
        start = _skip_owner(near, _skip_articles(near, role.stop + 1))
        end = _field_end(near, start)
        mention = near.starting(end)
        if mention is not None and _is_field_place(near, role, mention):
            end = _joined_end(near, mention)
            role = replace(role, end=end, stop=end)
            continue
        if mention is not None and (_is_whereabouts(near, role, mention) or near.goes_on(mention)):
            break
        if mention is not None and is_holder(mention) and not near.owns(mention):
            role, going_on = _with_target(near, role, mention)
            if going_on:
                continue
            break
        if mention is not None and is_holder(mention):
            end = _field_end(near, near.bounds[mention][1] + 1)
            return replace(role, end=end, stop=end, targets=(*role.targets, mention))
        if end == start or near.text(start).lower() in load_words().months:
            break
        role = replace(role, end=end, stop=end)
    return _with_listed(near, role)


def _skip_owner(near: Neighbours, index: int) -> int:
    """The token after an owner that no mention names: "the city's"."""
    owned = near.over(index) is None and near.text(index + 1) in POSSESSIVE
    return index + 2 if owned else index


def _is_field_place(near: Neighbours, role: Role, place: Mention) -> bool:
    """Whether the place is what the role of a body is about: "UN Coordinator for Peru"."""
    bodies = role.leading and all(t.kind is Kind.ORGANIZATION for t in role.targets)
    return (
        bodies and place.kind is Kind.PLACE and near.text(role.stop) in load_role_words().field_ties
    )


def _joined_end(near: Neighbours, place: Mention) -> int:
    """Where the last of the places ends that "and" joins to this one."""
    end = near.end(place)
    while near.text(end) == "and":
        following = near.starting(_skip_articles(near, end + 1))
        if following is None or following.kind is not Kind.PLACE:
            break
        end = near.end(following)
    return end


def _is_whereabouts(near: Neighbours, role: Role, mention: Mention) -> bool:
    """Whether the place is where somebody is, not for whom: "a doctor in X", "a nurse from X"."""
    if mention.kind is not Kind.PLACE:
        return False
    words = load_role_words()
    public = near.doc[role.head].lemma_.lower() in words.public
    return near.text(role.stop) in (words.found_in if public else words.found_in | {"from"})


def _with_target(near: Neighbours, role: Role, mention: Mention) -> tuple[Role, bool]:
    """The role held at the mention, and whether more of what it is held at may follow."""
    words = load_role_words()
    lemma = near.doc[role.head].lemma_.lower()
    stop = near.end(mention)
    if near.text(role.stop) == "to" and lemma in words.sent:
        targets = role.targets or (mention,)
        return replace(role, stop=stop, targets=targets, tail=range(role.stop, stop)), False
    if _is_field_name(near, role, mention):
        return replace(role, end=stop, stop=stop), True
    targets = () if role.leading else role.targets
    role = replace(role, stop=stop, targets=(*targets, mention), leading=False)
    if lemma in words.sent:
        return role, near.text(stop) == "to"
    return _with_joined(near, _with_owner(near, role, mention)), False


def _with_owner(near: Neighbours, role: Role, unit: Mention) -> Role:
    """The role with what its organization belongs to: "chair of the Trade Committee of X"."""
    owner = near.starting(_skip_articles(near, role.stop + 1))
    organizations = owner is not None and owner.kind is unit.kind is Kind.ORGANIZATION
    if near.text(role.stop) != "of" or owner is None or not organizations:
        return role
    words = near.doc[role.end : near.bounds[unit][1]].text
    return replace(role, stop=near.end(owner), within=owner, unit=words)


def _is_field_name(near: Neighbours, role: Role, mention: Mention) -> bool:
    """Whether the name is a field: "minister of Public Works of X"."""
    stop = near.end(mention)
    following = near.starting(_skip_articles(near, stop + 1))
    if following is None or not is_holder(following):
        return False
    if near.text(role.stop) == "in":
        return near.text(stop) in load_role_words().after_field
    portfolios = load_role_words().portfolios
    return near.doc[role.head].lemma_.lower() in portfolios and near.text(stop) == "of"


def _with_joined(near: Neighbours, role: Role) -> Role:
    """The role held at several, joined by "and"; what it is about may follow."""
    joining = load_function_words().conjoining
    while near.text(role.stop) in joining:
        mention = near.starting(_skip_articles(near, role.stop + 1))
        if mention is None or not is_holder(mention) or near.owns(mention):
            break
        following = near.token(near.end(mention))
        if following is not None and following.pos_ in {"VERB", "AUX"}:
            break
        role = replace(role, stop=near.end(mention), targets=(*role.targets, mention))
    if near.text(role.stop) in load_role_words().field_ties:
        end = _field_end(near, role.stop + 1)
        if end > role.stop + 1 and near.over(end) is None:
            role = replace(role, stop=end)
    return role


def _with_listed(near: Neighbours, role: Role) -> Role:
    """In a line without a verb, or a note on the author, with the organizations after commas."""
    if not is_listing(near, role.head):
        return role
    while True:
        start = role.stop + (near.text(role.stop) == ",")
        mention = near.starting(_skip_articles(near, start))
        if mention is None or mention.kind is not Kind.ORGANIZATION:
            return role
        role = replace(role, stop=near.end(mention), targets=(*role.targets, mention))


def _field_end(near: Neighbours, start: int) -> int:
    """Where the nouns and adjectives end that begin here and name nothing by themselves."""
    end, joining = start, load_function_words().conjoining
    while end - start < _LONGEST:
        token = near.token(end)
        if token is None or near.over(end) is not None:
            break
        joins = token.lower_ in joining and _is_field(near, end + 1) and end > start
        if not (_is_field(near, end) or joins or token.text == "-"):
            break
        end += 1
    return end


def _is_field(near: Neighbours, index: int) -> bool:
    token = near.token(index)
    if token is None or near.over(index) is not None or names_role(token):
        return False
    return token.pos_ in FIELD and token.text[0].isalpha()


def _skip_articles(near: Neighbours, index: int) -> int:
    return index + (near.text(index) in load_function_words().articles)
