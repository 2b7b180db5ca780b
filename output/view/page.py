"""Writes the interactive view: one file that opens offline and asks the network for nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections import Counter
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network  # type: ignore[import-untyped] # pyvis has no types

from graph.errors import InputError
from output.view.bundling import bundle
from output.view.evidence import clean, gather
from output.view.library import read_library
from output.view.limiting import left_out, limit_to
from output.view.opening import aside
from output.view.packing import as_data, columns, evidence_columns, packed, packed_text
from output.view.picture import Line, draw_lines, sizes
from output.view.places import Places, find_places
from output.view.words import shape_of, words

if TYPE_CHECKING:
    from pathlib import Path

    from networkx import MultiDiGraph

    from output.view.communities import Circles

TEMPLATE = "page.html.j2"
SCRIPT = "start"
STYLES = ("base", "header", "columns", "filters", "evidence", "table", "sheet", "media")
_TOP = 25
_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "keyboard": {"enabled": False},
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 10_000_000,
        "hideEdgesOnDrag": False,
        "zoomSpeed": 0.7,
    },
    "nodes": {"borderWidth": 1.6, "chosen": False, "labelHighlightBold": False},
    "edges": {"chosen": False, "smooth": False, "arrowStrikethrough": False},
}


class Page(Network):  # type: ignore[misc] # pyvis has no types
    """A pyvis network that writes our page: pyvis keeps nodes and edges, all else is ours.

    pyvis' own page links to content delivery networks and does not escape what it holds.
    """

    def __init__(self, title: str, evidence: dict[str, Any], circles: Circles) -> None:
        super().__init__(directed=True, cdn_resources="in_line", heading=clean(title))
        self.options = _OPTIONS
        self.templateEnv = _environment()
        self.path = TEMPLATE
        self.templateEnv.globals.update(evidence=evidence, circles=asdict(circles))

    def add_entity(
        self, number: int, kind: str, size: float, places: Places, *, aside: bool
    ) -> None:
        """Draw an entity; pyvis would search a list of all nodes for its number."""
        node = {"id": number, "x": places.x, "y": places.y, "community": places.community}
        node |= {"amongX": places.among_x, "amongY": places.among_y}
        self.nodes.append(node | {"size": size, "shape": shape_of(kind), "aside": int(aside)})

    def add_line(self, line: Line) -> None:
        """Draw a line; pyvis would search all edges first."""
        self.edges.append(
            {
                "from": line.subject,
                "to": line.object,
                "denied": int(line.denied),
                "hedged": int(line.hedged),
                "claim": int(line.claim),
                "bend": line.bend,
                "statements": line.statements,
            }
        )


def write_view(
    network: MultiDiGraph[str],
    path: Path,
    *,
    title: str,
    sentences: bool = True,
    limit: int | None = None,
) -> None:
    """Write the interactive view of a network as one HTML file that needs nothing else.

    Without ``sentences`` no sentence of the documents is in it. ``limit`` is the most entities
    that it may hold; the page says what it leaves out.

    Folders are made; the file is replaced in one step, so that no half page is ever seen. The
    same network gives the same bytes. Raises ``InputError`` where the place is not writable.
    """
    page = make_page(network, title=title, sentences=sentences, limit=limit)
    content = page.encode("utf-8")
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise InputError(
            f"cannot write the view to {path}: {error.strerror}; choose another place"
        ) from error


def make_page(
    network: MultiDiGraph[str], *, title: str, sentences: bool = True, limit: int | None = None
) -> str:
    """The page as text."""
    part = network if limit is None else limit_to(network, limit)
    evidence: dict[str, Any] = gather(part, sentences=sentences)
    evidence["leftOut"] = left_out(network, limit)
    kinds = [evidence["texts"][row[2]] for row in evidence["entities"]]
    radii = sizes(evidence["entities"], evidence["texts"])
    lines = draw_lines(evidence["statements"])
    later = aside(evidence["entities"], evidence["texts"], lines)
    places, circles = find_places(evidence["entities"], lines, radii, later)
    page = Page(title, evidence, circles)
    for number, (kind, size) in enumerate(zip(kinds, radii, strict=True)):
        page.add_entity(number, kind, float(size), places[number], aside=bool(later[number]))
    for line in lines:
        page.add_line(line)
    return str(page.generate_html())


@cache
def _parts() -> dict[str, str]:
    """The files that the page is made of, by name, and its two scripts as they are run."""
    folder = files("output.view")
    styles = [folder.joinpath("styles", f"{name}.css").read_text("utf-8") for name in STYLES]
    return {
        "template": folder.joinpath(TEMPLATE).read_text("utf-8"),
        "style": "\n".join(styles),
        "script": bundle(folder.joinpath("scripts"), SCRIPT),
        "library": read_library(),
    }


def _environment() -> Environment:
    parts = _parts()
    environment = Environment(
        loader=DictLoader({TEMPLATE: parts["template"]}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        data=as_data,
        packed=packed,
        as_json=json.loads,
        ranked=_ranked,
        columns=columns,
        evidence_columns=evidence_columns,
    )
    environment.globals.update(
        words=words(),
        policy=_policy(parts),
        **{name: Markup(parts[name]) for name in ("style", "script")},  # noqa: S704 - our own files
        library=packed_text(parts["library"]),
        licence=parts["library"].partition("*/")[0].removeprefix("/**").strip(),
    )
    return environment


def _policy(parts: dict[str, str]) -> str:
    """The page may run its script and vis-network and use its style, and may load nothing."""
    hashes = {name: f"'sha256-{_digest(text)}'" for name, text in parts.items()}
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {hashes['library']} {hashes['script']}",
            f"style-src {hashes['style']}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types library",
        )
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _ranked(evidence: dict[str, Any]) -> list[tuple[str, str, int]]:
    """Label, kind and number of statements of the entities with most of them."""
    count: Counter[int] = Counter()
    for row in evidence["statements"]:
        count.update({row[1], row[3]} - {-1})
    rows = evidence["entities"]
    order = sorted(range(len(rows)), key=lambda number: (-count[number], number))[:_TOP]
    return [(rows[n][1], evidence["texts"][rows[n][2]], count[n]) for n in order]
