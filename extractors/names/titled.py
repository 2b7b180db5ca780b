"""Where a post ends and a name begins, in spans that a reader took for one name."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extractors.names.spans import is_capitalised
from extractors.words.general import load_name_words
from extractors.words.people import load_gender_words
from extractors.words.roles import load_role_words
from extractors.words.tables import either

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT"})


def without_post(person: Span) -> Span | None:
    """The person's name without the post before it: "Estonian Foreign Minister Karl Ilves".

    None where the words are no more than a post or a degree: "Prime Minister", "M.D.", "Doe
    Professor of History".
    """
    words = load_role_words()
    person = _without_field(person)
    if _is_field_of(person) or _is_subject_taught(person):
        return None
    if all(token.lower_ in either(words.degrees, words.before) for token in person):
        return None
    posts = (t.i for t in person if _is_post(t) or _is_post_of_a_people(t, person))
    last = max(posts, default=-1)
    if last < 0 or not all(token.pos_ in _INSIDE for token in person.doc[person.start : last]):
        return person
    name = person.doc[last + 1 : person.end]
    return name if len(name) and is_capitalised(name[0]) else None


def _is_field_of(person: Span) -> bool:
    """Whether the words only tell whose and which post follows: "French Trade" of "Minister"."""
    doc, end = person.doc, person.end
    follows = end < len(doc) and doc[end].is_title and _is_post(doc[end])
    return follows and person[0].pos_ == "ADJ" and person[0].is_title


def _is_subject_taught(person: Span) -> bool:
    """Whether one word is the field of a post before it: "Professor of History"."""
    words, before = load_role_words(), person.doc[max(0, person.start - 2) : person.start]
    post = before[0].lemma_.lower() if len(before) > 1 and before[1].lower_ == "of" else ""
    return len(person) == 1 and post in words.endowed | words.portfolios


def _is_post_of_a_people(token: Token, person: Span) -> bool:
    """Whether a word that may be a name is a post here: "German Chancellor Ada Berg".

    Two names follow, and no first name stands before it, as in "Ada Chancellor Berg Holm".
    """
    second = token.i == person.start + 1 and token.i < person.end - 2
    post = token.lower_ in load_role_words().also_names & load_role_words().public
    words = load_gender_words()
    return second and post and person[0].lower_ not in words.male_names | words.female_names


def _without_field(person: Span) -> Span:
    """The name without the field of the post before it: "Defence Ilves" in "Minister of"."""
    doc, start = person.doc, person.start
    before = doc[max(0, start - 2) : start]
    if len(before) < 2 or before[-1].lower_ != "of" or not _is_post(before[0]):  # noqa: PLR2004 (a post and "of")
        return person
    fields = either(load_role_words().portfolio_words, load_name_words().joining)
    while start < person.end and doc[start].lower_ in fields:
        start += 1
    return doc[start : person.end]


def without_officer(body: Span) -> Span:
    """The body's name without the post of somebody in it: "Pentagon Press" before "Secretary".

    The name stays whole where what is left would end in a preposition, and where it ends in
    many: "Institution of Civil Engineers".
    """
    doc, end = body.doc, body.end
    if end < len(doc) and not _is_post(doc[end]) and not _is_officer(doc[end - 1]):
        return body
    words = load_role_words().portfolio_words
    while end > body.start + 1 and (_is_officer(doc[end - 1]) or doc[end - 1].lower_ in words):
        end -= 1
    left = doc[body.start : end]
    cut_short = left[-1].lower_ in either(load_name_words().inside, load_name_words().joining)
    return body if cut_short else left


def _is_officer(token: Token) -> bool:
    return _is_post(token) and token.tag_ not in {"NNS", "NNPS"}


def _is_post(token: Token) -> bool:
    """Whether the word is a noun for a post, and hardly a name: "Minister", not "Bishop"."""
    words, word = load_role_words(), token.lower_
    known = token.lemma_.lower() in words.heads or word in words.heads
    titled = token.text in load_name_words().titles
    return (known or titled) and word not in words.also_names
