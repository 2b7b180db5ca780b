"""Measures the page in Chromium: ``python -m benchmarks.page [ENTITIES ...]``.

For each size a network of communities with one sentence a statement: processor time of the
browser to the first frame (median of five, in turn with pyvis' own page of the same network with
places given and physics off, and with an empty page), milliseconds from a filter to the painted
picture and from a key of a search to its results, and how often a second the picture follows the
hand that drags it. Needs playwright and an installed Chromium.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import networkx as nx
from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network  # type: ignore[import-untyped] # pyvis has no types

from output.view import write_view

_SIZE = {"width": 1440, "height": 900}
_KINDS = ("Person", "Organization", "Place", "Event", "Group")
_RELATIONS = ("agent", "patient", "place", "affiliation", "opposes")
_BASE = "https://example.org/"
_FILTER = """async () => {
  const box = document.querySelector("#filters [data-name=relation] li input, #filters li input");
  const start = performance.now();
  box.click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const spent = performance.now() - start;
  box.click();
  return spent;
}"""
_SEARCH = """() => {
  const field = document.querySelector("#find");
  field.value = field.value === "person 1" ? "person 12" : "person 1";
  const start = performance.now();
  field.dispatchEvent(new Event("input"));
  return performance.now() - start;
}"""
_IS_DRAWN = """() => document.documentElement.dataset.ready || document.title === "empty"
  || (typeof network === "object" && network.canvas)"""
_MOST_STOCK = 20_000
_COUNT = """() => {
  globalThis.frames_seen = 0;
  const canvas = document.querySelector("#picture canvas");
  const context = canvas.getContext("2d");
  const clear = context.clearRect.bind(context);
  context.clearRect = (...box) => { globalThis.frames_seen += 1; clear(...box); };
  // What is painted may be moved instead of drawn anew.
  globalThis.moves_seen = 0;
  new MutationObserver((changes) => { globalThis.moves_seen += changes.length; })
    .observe(document.querySelector("#picture"), { attributeFilter: ["style"], subtree: true });
}"""


def make_network(entities: int) -> nx.MultiDiGraph[str]:
    """Communities of about 40, most ties within, two statements an entity, 40 documents."""
    chance = random.Random(7)  # noqa: S311 - no secret
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(entities):
        kind = _KINDS[number % len(_KINDS)]
        network.add_node(f"{_BASE}e{number}", **_entity(f"{kind} {number}", kind))
    for number in range(2 * entities):
        one = chance.randrange(entities)
        near = one // 40 * 40 + int(40 * chance.random() ** 2)
        other = min(near, entities - 1) if chance.random() < 0.85 else chance.randrange(entities)  # noqa: PLR2004
        network.add_edge(
            f"{_BASE}e{one}", f"{_BASE}e{other}", key=f"s{number}", **_statement(number, chance)
        )
    return network


def _entity(label: str, kind: str) -> dict[str, Any]:
    return {
        "label": label,
        "kind": kind,
        "alt_labels": (),
        "mention_count": 2,
        "documents": ("Document 1",),
        "event_type": "",
        "begin": "",
        "end": "",
        "facts": (),
        "named": True,
        "salience": 0.0,
    }


def _statement(number: int, chance: random.Random) -> dict[str, Any]:
    document = number % 40
    return {
        "predicate": chance.choice(_RELATIONS),
        "polarity": "Denied" if chance.random() < 0.05 else "Affirmed",  # noqa: PLR2004
        "certainty": "Certain",
        "confidence": 0.9,
        "value": "",
        "speaker": f"Speaker {number % 25}",
        "speaker_iris": (),
        "speaker_names": (f"Speaker {number % 25}",),
        "document": f"Document {document}",
        "document_iri": f"{_BASE}d{document}",
        "sentence": f"Sentence {number} tells that one thing had to do with another that day.",
        "sentence_index": number // 40,
        "statement": f"{_BASE}s{number}",
        "page": 0,
        "subject_span": None,
        "object_span": None,
        "relation_span": (9, 15),
        "rule": "made",
        "role": "",
        "group": "",
        "bound": "",
        "time_text": "",
    }


def write_stock(network: nx.MultiDiGraph[str], path: Path) -> None:
    """Pyvis' own page of a network, with places, without physics."""
    stock = Network(directed=True, cdn_resources="in_line", height="900px")
    stock.set_options(json.dumps({"physics": {"enabled": False}}))
    chance = random.Random(7)  # noqa: S311 - no secret
    wide = 30 * len(network) ** 0.5
    number = {node: place for place, node in enumerate(network)}
    stock.nodes = [
        {"id": place, "label": network.nodes[node]["label"], "shape": "dot", "size": 8}
        | {"x": chance.gauss(0, wide), "y": chance.gauss(0, wide)}
        for node, place in number.items()
    ]
    stock.edges = [
        {"from": number[one], "to": number[other], "label": data["predicate"], "arrows": "to"}
        for one, other, data in network.edges(data=True)
    ]
    path.write_text(stock.generate_html(), encoding="utf-8")


def first_frames(browser: Browser, paths: dict[str, Path]) -> dict[str, float]:
    """Seconds of processor time until each page stands, medians of runs in turn."""
    times: dict[str, list[float]] = {name: [] for name in paths}
    for _ in range(5):
        for name, path in paths.items():
            times[name].append(_first_frame(browser, path))
    return {name: statistics.median(some) for name, some in times.items()}


def _first_frame(browser: Browser, path: Path) -> float:
    page = _new_page(browser)
    # pyvis' own page asks the network for two files.
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    before = _spent()
    page.goto(path.as_uri())
    page.wait_for_function(_IS_DRAWN)
    page.wait_for_timeout(300)
    spent = _spent() - before
    page.close()
    return spent


def _new_page(browser: Browser) -> Page:
    page = browser.new_page(viewport=_SIZE)  # type: ignore[arg-type] # a plain dict is one
    page.set_default_timeout(120_000)
    return page


def measure(browser: Browser, path: Path) -> dict[str, float]:
    """What people wait for on one page, once it stands with all that it draws at once."""
    page = _new_page(browser)
    page.goto(path.as_uri() + "#aside=shown")
    page.wait_for_selector("html[data-ready]")
    page.wait_for_timeout(500)
    figures = {
        "filter to picture (ms)": min(float(page.evaluate(_FILTER)) for _ in range(3)),
        "key of a search (ms)": min(float(page.evaluate(_SEARCH)) for _ in range(5)),
    }
    figures |= _drag(page)
    page.close()
    return figures


def _drag(page: Page) -> dict[str, float]:
    """How often a second the picture follows the hand, drawn anew or moved as it is."""
    page.evaluate(_COUNT)
    page.mouse.move(700, 780)
    page.mouse.down()
    start, step = time.perf_counter(), 0
    while time.perf_counter() - start < 3:  # noqa: PLR2004 - seconds
        step += 1
        page.mouse.move(700 - step % 200, 780 - step % 100)
    seconds = time.perf_counter() - start
    seen = page.evaluate("() => [globalThis.frames_seen, globalThis.moves_seen]")
    page.mouse.up()
    return {"drawn a second": seen[0] / seconds, "moved a second": seen[1] / seconds}


def _spent() -> float:
    """Seconds of processor time that this process' children and theirs have used till now."""
    tick = os.sysconf("SC_CLK_TCK")
    total, wanted = 0, {os.getpid()}
    rows = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text().rpartition(") ")
        except OSError:
            continue
        fields = rest.split()
        rows[int(name.split()[0])] = (int(fields[1]), int(fields[11]) + int(fields[12]))
    for number in sorted(rows):
        parent, spent = rows[number]
        if parent in wanted and number not in wanted:
            wanted.add(number)
            total += spent
    return total / tick


def main() -> None:
    """Print a line for each size."""
    sizes = [int(size) for size in sys.argv[1:]] or [1000, 5000, 20000, 50000]
    with tempfile.TemporaryDirectory() as made, sync_playwright() as engine:
        browser = engine.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for size in sizes:
            told = figures_of(size, browser, Path(made))
            print(size, " · ".join(f"{name} {figure:.2f}" for name, figure in told.items()))
        browser.close()


def figures_of(size: int, browser: Browser, folder: Path) -> dict[str, float]:
    """All figures of a network of so many entities."""
    network = make_network(size)
    paths = {"empty page": folder / "empty.html", "ours": folder / f"{size}.html"}
    paths["empty page"].write_text("<!doctype html><title>empty</title>")
    start = time.process_time()
    write_view(network, paths["ours"], title="Test")
    told = {
        "written in (s)": time.process_time() - start,
        "file (MB)": paths["ours"].stat().st_size / 1e6,
    }
    if size <= _MOST_STOCK:
        paths["stock pyvis"] = folder / f"{size}-stock.html"
        write_stock(network, paths["stock pyvis"])
    frames = first_frames(browser, paths)
    told |= {f"first frame of {name} (s of processor)": spent for name, spent in frames.items()}
    return told | measure(browser, paths["ours"])


if __name__ == "__main__":
    main()
