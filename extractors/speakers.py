"""Who the word before a reporting verb, or after "according to", stands for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors import clauses, syntax
from extractors.arguments import nested_place
from extractors.cues import load_speech_words
from extractors.reading import Reading
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
    return _taken_up(reading, token)


def paragraph_of(text: str, offset: int) -> tuple[int, int]:
    """Where the line that holds the character starts and ends."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def _named(reading: Reading, token: Token) -> Mention | None:
    beside = [child for child in token.children if child.dep_ in {"flat", "appos"}]
    for word in (token, *beside):
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
    """The one of this kind that the paragraph names before the word; None where it names two.

    Names with the same last word are one.
    """
    start, _ = paragraph_of(reading.document.text, token.idx)
    before = (m for m in reading.mentions if start <= m.start and m.end <= token.idx)
    named = [m for m in before if m.kind is kind and m.form is Form.NAME]
    last = {m.label.split()[-1].casefold() for m in named}
    return named[-1] if len(last) == 1 else None
