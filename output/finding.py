"""Where the graph of an output folder lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import InputError
from graph.loading import SUFFIXES
from output.files import current

if TYPE_CHECKING:
    from pathlib import Path

GRAPH_FILES = ("graph.trig", "graph.ttl")
"""The files of an output folder that hold the graph, the fullest first."""


def find_graph(path: Path) -> Path:
    """Find the file that holds the graph: the path itself, or the best one in a folder."""
    if path.is_file():
        return path
    if path.is_dir():
        for name in GRAPH_FILES:
            if (found := current(path, name)).is_file():
                return found
        raise InputError(
            f"no graph in the folder {str(path)!r}; build one with "
            f"`vouchgraph build TEXTS -o {path}`"
        )
    raise InputError(
        f"no file or folder {str(path)!r}; give the folder that `vouchgraph build` wrote to, or a "
        f"file that ends in one of: {', '.join(SUFFIXES)}"
    )
