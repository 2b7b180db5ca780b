"""Pairs of which no rule is sure that they are one thing or two."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import MentionKey
from graph.resolved import Feature


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two mentions that may mean one thing or two, for people to decide.

    ``joined`` tells what they are in the graph as it stands.
    """

    first: MentionKey
    second: MentionKey
    reason: str
    confidence: float
    joined: bool
    features: tuple[Feature, ...] = ()
