"""A page of a large network that holds the most told of, and says what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def limit_to(network: MultiDiGraph[str], most: int) -> MultiDiGraph[str]:
    """The part of a network that so many entities make up, with the statements among them.

    Events come first by their salience, then whatever has most statements and mentions.
    """
    if len(network) <= most:
        return network

    def place(node: str) -> tuple[float, int, int, str]:
        data = network.nodes[node]
        said = network.degree(node) + len(data.get("facts", ()))
        return -data.get("salience", 0.0), -said, -data.get("mention_count", 0), node

    return network.subgraph(sorted(network, key=place)[:most])


def count_statements(network: MultiDiGraph[str]) -> int:
    """How many statements a network holds, those about single entities too."""
    facts = sum(len(data.get("facts", ())) for _, data in network.nodes(data=True))
    return network.number_of_edges() + facts


def left_out(network: MultiDiGraph[str], most: int | None) -> str:
    """What a page limited to so many entities leaves out, as a sentence; empty for nothing."""
    if most is None or len(network) <= most:
        return ""
    part = limit_to(network, most)
    entities = len(network) - len(part)
    statements = count_statements(network) - count_statements(part)
    return (
        f"The page holds the {len(part):,} entities that are told of most. Left out: "
        f"entities {entities:,}, statements {statements:,}."
    )
