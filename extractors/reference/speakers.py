"""Who the word before a reporting verb, or after "according to", stands for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.reference.standing import nested_place
from extractors.tree import clauses, syntax
from extractors.tree.quotations import find_quotations
from extractors.words.cues import load_speech_words
from graph.model import Form, Kind, Mention

SPEAKING = frozenset({Kind.PERSON, Kind.ORGANIZATION})
"""The kinds that ``vg:says`` knows; countries and groups can be speakers of other statements."""

_ATTRIBUTABLE = frozenset({*SPEAKING, Kind.PLACE, Kind.GROUP})
_BEHIND = frozenset({"of", "for", "by", "from", "at"})


def speaker_of(reading: Reading, verb: Token) -> Mention | None:
    """Who says what the verb reports; None where nobody is named."""
    found = (speaker_at(reading, token) for token in clauses.doers(verb))
    return next((mention for mention in found if mention), None)


def speaker_at(reading: Reading, token: Token) -> Mention | None:
    """Whom the word stands for: by a name, through "a spokesman for …", or as "he"."""
    named = _named(reading, token)
    if named is not None:
        return named
    if token.lemma_.lower() in load_speech_words().speaking_for:
        behind = (_named(reading, word) for word in _standing_behind(token))
        found = next((mention for mention in behind if mention), None)
        if found is not None:
            return found
    return _issuer(reading, token) or _taken_up(reading, token)


def paragraph_of(text: str, offset: int) -> tuple[int, int]:
    """Where the line that holds the character starts and ends."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def _named(reading: Reading, token: Token) -> Mention | None:
    for word in syntax.same_things(token):
        found = reading.headed_by(word) or _inside_name(reading, word)
        if found is not None and found.kind in _ATTRIBUTABLE and found.form is not Form.PRONOUN:
            return found
        place = nested_place(reading, word)
        if found is None and place is not None:
            return place
    return None


def _inside_name(reading: Reading, token: Token) -> Mention | None:
    """A person's name that holds the word, where the reader took another word for its head."""
    found = reading.covering(token)
    held = found is not None and found.kind in SPEAKING and found.form is Form.NAME
    return found if held else None


def _issuer(reading: Reading, text: Token) -> Mention | None:
    """Who adopted or issued the text that speaks: "X adopted a resolution that calls …"."""
    words, verb = load_speech_words(), text.head
    issued = text.lemma_.lower() in words.texts and verb.lemma_.lower() in words.issuing
    if not issued or not clauses.is_complement(text):
        return None
    found = (_named(reading, token) for token in clauses.doers(verb))
    return next((mention for mention in found if mention), None)


def _standing_behind(noun: Token) -> Iterator[Token]:
    """The nouns for which a spokesman or a report speaks."""
    yield from syntax.possessors(noun)
    yield from reversed(syntax.modifiers(noun))
    for preposition, token in syntax.prepositional(noun):
        if preposition in _BEHIND:
            yield token
            yield from _standing_behind(token)


def _taken_up(reading: Reading, token: Token) -> Mention | None:
    """Whom the paragraph has named before, for "he", "the ambassador", "it" or "the court"."""
    words = load_speech_words()
    lemma, definite = token.lemma_.lower(), syntax.is_definite(token)
    if token.lower_ in words.pronouns or (definite and lemma in words.persons):
        return _only_named(reading, token, Kind.PERSON)
    if token.lower_ == "it" or (definite and lemma in words.bodies):
        return _only_named(reading, token, Kind.ORGANIZATION)
    return None


def _only_named(reading: Reading, token: Token, kind: Kind) -> Mention | None:
    """The one of this kind that the paragraph names before the word, outside of quotes.

    Where it names several, the one that is the subject of the last sentence. Names with the same
    last word are one.
    """
    start, _ = paragraph_of(reading.document.text, token.idx)
    before = reading.mentions_between(start, token.idx)
    quotes = find_quotations(reading.document.text[start : token.idx])
    named = [
        m
        for m in before
        if m.kind is kind
        and m.form is Form.NAME
        and not any(q.start <= m.start - start < q.end for q in quotes)
    ]
    return _single(named) or _single([m for m in named if _is_last_subject(reading, m, token)])


def _single(named: list[Mention]) -> Mention | None:
    last = {m.label.split()[-1].casefold() for m in named}
    return named[-1] if len(last) == 1 else None


def _is_last_subject(reading: Reading, mention: Mention, token: Token) -> bool:
    """Whether the mention is the subject of the sentence of the word or of the one before it."""
    near = reading.passage_at(token.idx).index - mention.passage <= 1
    head = reading.head_of(mention)
    return near and (syntax.is_subject(head) or head.head == head)
