"""What can be wrong with a graph, told so that it can be found."""

from __future__ import annotations

from dataclasses import dataclass

SHAPES = "https://w3id.org/vouchgraph/shapes#"
"""The namespace of the shapes."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Where a graph departs from the shapes.

    ``focus`` is the node, ``path`` the property, ``shape`` the rule that it breaks, by its IRI.
    ``sentence`` is the text behind a statement, a mention or a passage; empty for anything else.
    """

    severity: str
    focus: str
    path: str
    message: str
    shape: str = ""
    sentence: str = ""

    def __str__(self) -> str:
        """Tell it in a line."""
        where = f"{self.focus} {self.path}".strip()
        sentence = f" “{self.sentence}”" if self.sentence else ""
        shape = self.shape.removeprefix(SHAPES)
        return f"{self.severity}: {where}: {self.message} [{shape}]{sentence}"
