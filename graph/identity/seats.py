"""Where a text sets a place: by what it says, and by the place that it names right after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.model import Findings, Kind, Mention, MentionKey

WRITTEN = "city and country"
"""The rule of "Torvik, Norland"."""

_AFTER = re.compile(r"\s*,\s*(?:in\s+)?")
_LISTED = re.compile(r"\s*(?:,?\s*(?:and|or)\b|,\s*[A-Z])")


def seats(found: Findings) -> Iterator[tuple[MentionKey, MentionKey, str]]:
    """Each place or body of a document with the place that it lies in, and the rule for that."""
    for statement in found.statements:
        if statement.predicate == "locatedIn" and isinstance(statement.object, MentionKey):
            yield statement.subject, statement.object, statement.evidence.rule
    places = (m for m in found.mentions if m.kind is Kind.PLACE)
    for first, second in pairwise(sorted(places, key=lambda m: m.key)):
        if _is_written(found.document.text, first, second):
            yield first.key, second.key, WRITTEN


def _is_written(text: str, first: Mention, second: Mention) -> bool:
    """Whether a comma alone stands between both, and the second does not go on a list."""
    between = text[first.end : second.start]
    return bool(_AFTER.fullmatch(between)) and not _LISTED.match(text, second.end)
