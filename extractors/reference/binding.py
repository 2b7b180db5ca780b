"""Whom grammar keeps a pronoun from taking up, however much they stand out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from extractors.reference.referents import Referent
from extractors.tree import functions
from extractors.words.people import load_pronouns
from graph.model import Form, Mention, MentionKey

MentionAt = Callable[[Token], Mention | None]


@dataclass(frozen=True, slots=True)
class MetAgain:
    """Who is named or described inside the clause of which a pronoun is the subject.

    They are not the pronoun's: "they say the commanders told him" is said by others.
    """

    names: frozenset[MentionKey] = field(default=frozenset())
    descriptions: frozenset[str] = field(default=frozenset())

    def holds(self, referent: Referent) -> bool:
        """Whether the referent is among them."""
        mention = referent.mention
        described = mention is not None and mention.form is Form.NOMINAL
        same = described and referent.word.lemma_.lower() in self.descriptions
        return same or referent.who in self.names


def met_again(
    token: Token, mention_at: MentionAt, whole: Mapping[MentionKey, MentionKey]
) -> MetAgain:
    """Who is met again below the verb of which the pronoun is the subject.

    ``whole`` gives the fullest mention of each name that has a fuller one.
    """
    if not functions.is_subject(token):
        return MetAgain()
    below = [word for word in token.head.subtree if word.i > token.i]
    found = [(word, mention) for word in below if (mention := mention_at(word)) is not None]
    names = frozenset(whole.get(m.key, m.key) for _, m in found if m.form is Form.NAME)
    definite = (w for w, m in found if m.form is Form.NOMINAL and functions.is_definite(w))
    return MetAgain(names, frozenset(word.lemma_.lower() for word in definite))


def is_barred(token: Token, referent: Referent) -> bool:
    """Whether grammar keeps the two apart: "Ada saw her", "his wife" for "his"."""
    other = referent.word
    if functions.is_possessor(token):
        return False
    together = other.head in {token.head, token.head.head}
    same_clause = together and (functions.is_subject(other) or functions.is_object(other))
    own = token.lower_ in load_pronouns().own
    return same_clause and not (functions.is_subject(token) or own)
