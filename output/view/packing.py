"""Tables and texts as they lie in the page: in columns, compressed, ending no element."""

from __future__ import annotations

import base64
import json
import zlib
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from output.view.evidence import ENTITY_COLUMNS, STATEMENT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TABLES = {
    "entities": ENTITY_COLUMNS,
    "statements": STATEMENT_COLUMNS,
    "sentences": ("words", "document", "index", "page", "start"),
    "documents": ("title", "iri", "date", "source"),
}
# Lines hold these as their ends.
_DRAWN = frozenset({"voices"})


def as_data(value: object) -> Markup:
    """A value as JSON that can stand in a script element: nothing in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)  # noqa: S704 - escaped above


def packed(value: object) -> Markup:
    """A value as compressed JSON in base64, which browsers unpack by themselves."""
    return packed_text(
        json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    )


def packed_text(text: str) -> Markup:
    """A text compressed, in base64."""
    return Markup(base64.b64encode(zlib.compress(text.encode(), 9)).decode())  # noqa: S704 - letters and digits


def columns(rows: Sequence[dict[str, Any]]) -> dict[str, list[Any]]:
    """Rows turned into columns, which name each key once."""
    return {key: [row[key] for row in rows] for key in rows[0]} if rows else {}


def evidence_columns(evidence: dict[str, Any]) -> dict[str, Any]:
    """The tables of ``gather`` with a list for each column: browsers read few lists sooner."""
    return evidence | {name: _table(names, evidence[name]) for name, names in _TABLES.items()}


def _table(names: Iterable[str], rows: Sequence[Sequence[Any]]) -> dict[str, list[Any]]:
    wanted = [(place, name) for place, name in enumerate(names) if name not in _DRAWN]
    return {name: [row[place] for row in rows] for place, name in wanted}
