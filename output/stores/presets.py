"""How the Graph Store Protocol is reached in the stores that people use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Preset:
    """Where under its address a store takes graphs.

    ``path`` follows the address that the user gives, ``parameter`` names the graph, ``auth`` is
    how a name and a password are sent.
    """

    path: str = ""
    parameter: str = "graph"
    auth: str = "basic"


PRESETS: Mapping[str, Preset] = {
    "gsp": Preset(),
    "oxigraph": Preset("/store"),
    "virtuoso": Preset("/sparql-graph-crud-auth", "graph-uri", "digest"),
    "fuseki": Preset("/data"),
    "graphdb": Preset("/rdf-graphs/service"),
    "qlever": Preset(),
    "stardog": Preset(),
    "neptune": Preset("/sparql/gsp/"),
}
"""The stores by name; ``gsp`` takes the address as it is."""


def find_preset(name: str) -> Preset:
    """Find a store by its name; raises ``StoreError`` for an unknown one."""
    try:
        return PRESETS[name]
    except KeyError:
        raise StoreError(f"no kind of store {name!r}; one of: {', '.join(PRESETS)}") from None
