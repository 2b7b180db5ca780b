"""Which words name a role, by the words before and around its head noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extractors.names.lexicon.neighbours import POSSESSIVE, Neighbours
from extractors.roles.targets import FIELD, Role, is_holder, names_role, with_complement
from extractors.tree import syntax
from extractors.words.function_words import load_function_words
from extractors.words.roles import load_role_words
from graph.model import Kind, Mention

_LONGEST = 6


def read_role(near: Neighbours, head: int) -> Role | None:
    """The role that has this token as its head; None where the token names no role here."""
    if not _is_head(near, near.doc[head]):
        return None
    start = _start(near, head)
    end = _end(near, head)
    role = Role(start, start, head, end, end, "")
    role = with_complement(near, _with_leading(near, role))
    return replace(role, text=_text(near, role))


def _is_head(near: Neighbours, token: Token) -> bool:
    noun = token.pos_ in {"NOUN", "PROPN"} or (
        token.pos_ == "ADJ" and near.text(token.i + 1) == "of"
    )
    if not (noun and names_role(token)):
        return False
    around = near.over(token.i)
    if around is not None and not (around.kind is Kind.PERSON and is_role_only(near, around)):
        return False
    following = near.token(token.i + 1)
    if following is None or near.over(following.i) is not None:
        return True
    if following.lower_ in POSSESSIVE or following.pos_ == "NOUN":
        return False
    return not (names_role(following) and following.pos_ == "PROPN") and not _goes_on(near, token.i)


def is_role_only(near: Neighbours, mention: Mention) -> bool:
    """Whether a reader took the bare role for somebody's name: "Research Assistant"."""
    start, end = near.bounds[mention]
    before = load_role_words().before
    return all(names_role(t) or t.lower_ in before for t in near.doc[start:end])


def _goes_on(near: Neighbours, index: int) -> bool:
    """Whether a hyphen makes another word of the token: "student-led", "director - general"."""
    if near.text(index + 1) != "-":
        return False
    following = near.token(index + 2)
    if following is None or near.text(index + 2) == "in":
        return False
    return names_role(following) or not near.doc[index + 1].whitespace_


def _start(near: Neighbours, head: int) -> int:
    """Where the words begin that narrow the role: "former", "public relations"."""
    start = head
    while start > 0 and head - start < _LONGEST:
        hyphen = near.text(start - 1) == "-" and start > 1
        previous = near.doc[start - 2 if hyphen else start - 1]
        if not _narrows(near, previous, head):
            break
        start = previous.i
    return start


def _narrows(near: Neighbours, token: Token, head: int) -> bool:
    around = near.over(token.i)
    if around is not None and around is not near.over(head):
        return False
    known = token.lower_ in load_role_words().before or names_role(token)
    return known or (token.pos_ in FIELD and token.text[0].isalpha())


def _end(near: Neighbours, head: int) -> int:
    words, known = [near.text(head + step) for step in range(1, 5)], load_role_words()
    for length in (4, 2):
        if " ".join(words[:length]) in known.after_phrases:
            return head + length + 1
    if words[0] == "-" and words[1] in known.after:
        return head + 3
    return head + 2 if words[0] in known.after else head + 1


def _with_leading(near: Neighbours, role: Role) -> Role:
    """The role with what is named before it: "UN envoy", "Freedonia's president"."""
    end = role.start
    owned = near.text(end - 1) in POSSESSIVE
    mention = near.ending(end - 1 if owned else end)
    if mention is not None and _is_endowed(near, role, mention):
        start = near.bounds[mention][0]
        return _after_article(near, replace(role, first=start, start=start))
    if mention is None or not _may_lead(near, mention, owned=owned):
        return _after_article(near, role)
    first = near.bounds[mention][0]
    return _after_article(near, replace(role, first=first, targets=(mention,), leading=True))


def _is_endowed(near: Neighbours, role: Role, mention: Mention) -> bool:
    """Whether a post bears the name of another: "the Ada Berg Professor of History"."""
    endowed = near.doc[role.head].lemma_.lower() in load_role_words().endowed
    article = near.text(near.bounds[mention][0] - 1) in load_function_words().articles
    beside = mention.kind is Kind.PERSON and near.ending(role.start) == mention
    return endowed and article and beside


def _may_lead(near: Neighbours, mention: Mention, *, owned: bool) -> bool:
    """Whether what stands before the role may be what it is held at: not "in Oslo President X".

    Nor is it the end of a longer word: "pro-Oslo leader".
    """
    if near.text(near.bounds[mention][0] - 1) == "-":
        return False
    if owned or mention.kind in {Kind.ORGANIZATION, Kind.GROUP}:
        return is_holder(mention) or mention.kind is Kind.GROUP
    start, end = near.bounds[mention]
    apart = syntax.preposition_of(near.doc[start:end].root)
    return is_holder(mention) and not (apart and _is_after_preposition(near, start))


def _is_after_preposition(near: Neighbours, index: int) -> bool:
    return index > 0 and near.doc[index - 1].pos_ == "ADP"


def _after_article(near: Neighbours, role: Role) -> Role:
    """The role with the article, an owner without a name, and a "then" or "currently" before it."""
    first = role.first
    if near.text(first - 1) in POSSESSIVE and near.over(first - 2) is None:
        first -= 2
    if role.leading and near.text(first - 1) in load_role_words().before:
        first -= 1
    if near.text(first - 1) in load_function_words().articles:
        first -= 1
    before = near.token(first - 1)
    if before is not None and before.pos_ == "ADV" and first < role.first:
        first -= 1
    return replace(role, first=first)


def _text(near: Neighbours, role: Role) -> str:
    start = role.start
    while start < role.head and near.text(start) in load_role_words().dropped:
        start += 1
    before = range(role.first, role.start) if role.leading else range(0)
    then = [i for i in before if near.text(i) in load_role_words().before]
    tokens = [near.doc[index] for index in (*then, *range(start, role.end), *role.tail)]
    written = "".join(_word(near, t) + ("" if t.text == "-" else " ") for t in tokens)
    return written.replace(" -", "-").strip()


def _word(near: Neighbours, token: Token) -> str:
    around = near.over(token.i)
    named = around is not None and not (around.kind is Kind.PERSON and is_role_only(near, around))
    if named or (token.text.isupper() and len(token) > 1):
        return token.text
    return token.lower_


def all_roles(near: Neighbours) -> Iterator[Role]:
    """Every role of the text, in order; none begins inside another."""
    stop = 0
    for token in near.doc:
        role = read_role(near, token.i) if token.i >= stop else None
        if role is not None:
            stop = role.stop
            yield role
