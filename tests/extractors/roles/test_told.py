"""Who holds which role where in the texts of the file beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from extractors.reading import Reading
from extractors.roles.affiliations import find_affiliations
from graph.model import MentionKey, Statement, Value

Tell = Callable[..., Reading]
Write = Callable[..., Reading]


def _told(reading: Reading) -> Iterator[str]:
    labels = {mention.key: mention.label for mention in reading.mentions}
    for statement in find_affiliations(reading):
        assert isinstance(statement.subject, MentionKey)
        when, evidence = statement.qualifiers, statement.evidence
        said = _role(statement, labels)
        said += f" {when.since}–{when.until}" if when.since or when.until else ""
        said += f" ({when.held.name})" if when.held else ""
        yield f"{labels[statement.subject]}: {said} ({evidence.rule} {evidence.confidence})"


def _role(statement: Statement, labels: dict[MentionKey, str]) -> str:
    role, where = statement.qualifiers.role, statement.object
    if isinstance(where, Value):
        return where.text
    assert isinstance(where, MentionKey)
    return f"{role} at {labels[where]}" if role else f"of {labels[where]}"


def test_a_text_tells_who_holds_which_role_where(case: Any, tell: Tell, write: Write) -> None:
    """Where the case gives no tree, the words are enough."""
    names = case.names
    reading = tell(*case.trees, names=names) if case.trees else write(case.text, names)
    assert list(_told(reading)) == case.told["roles"]
