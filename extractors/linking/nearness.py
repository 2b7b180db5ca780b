"""How near an event and something else are, as the scorer of links is told it."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from spacy.tokens import Token

from extractors.annotation.semantic_roles import RoleArc
from extractors.linking.scene import Event, Scene
from graph.model import MentionKey

ROLES: Final = ("ARG0", "ARG1", "ARG2", "ARGM-LOC", "ARGM-TMP")
"""The learned roles that are told apart; the last two are those of circumstances."""

FAR: Final = 20
"""What stands for sentences between, or a rank, where there is nothing."""

MOST: Final = 9
"""Up to where mentions, events and the like are counted."""

BEYOND: Final = 60
"""Words between, where another sentence is meant."""

_WORDS: Final = 40


def words_apart(event: Event, word: Token, *, together: bool, later: bool) -> int:
    """Words between both, negative where the event comes second; far in another sentence."""
    if not together:
        return BEYOND if later else -BEYOND
    return max(-_WORDS, min(_WORDS, word.i - event.head.i))


def in_others(scene: Scene, event: Event, fact: tuple[str, MentionKey | int]) -> list[float]:
    """Other events of which the same is told: how many, where, and how many alike."""
    others = scene.told.events_of.get(fact, [])
    own = event.mention
    at = bisect_left(others, own.start, key=lambda m: m.start)
    here = at < len(others) and others[at].key == own.key
    before = [m for m in others[max(0, at - MOST) : at] if own.passage - m.passage <= FAR]
    after = [m for m in others[at + here : at + here + MOST] if m.passage - own.passage <= FAR]
    back = [own.passage - m.passage for m in before] + [
        0 for m in after if m.passage == own.passage
    ]
    ahead = [m.passage - own.passage for m in after if m.passage > own.passage]
    alike = [m for m in (*before, *after) if m.event_type == own.event_type]
    lemma = event.head.lemma_
    return [
        float(min(len(others) - here, FAR)),
        float(min(back, default=FAR)),
        float(min(ahead, default=FAR)),
        float(len(alike)),
        float(sum(scene.head_of(m).lemma_ == lemma for m in alike)),
    ]


def by_role(arc: RoleArc | None) -> list[float]:
    """How sure the reader is of each role of the word for its event."""
    return [arc.score if arc is not None and arc.role == role else 0.0 for role in ROLES]
