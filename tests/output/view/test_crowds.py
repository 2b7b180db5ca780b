"""A network too large to draw each entity, with real clicks in an installed Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from output.view import communities, write_view
from tests.output.view.conftest import BASE, entity, statement

pytestmark = pytest.mark.browser
# The middle of what is painted in one colour most: a circle is larger than any text.
CIRCLE = """() => {
  const canvas = document.querySelector("#picture canvas");
  const { width, height } = canvas;
  const pixels = canvas.getContext("2d").getImageData(0, 0, width, height).data;
  const isCircle = (x, y) => pixels[4 * (y * width + x) + 2] - pixels[4 * (y * width + x)] > 60;
  for (let y = 60; y < height - 60; y += 4) for (let x = 60; x < width - 60; x += 4) {
    const around = [[0, 0], [9, 0], [-9, 0], [0, 9], [0, -9]];
    if (around.every(([a, b]) => isCircle(x + a, y + b))) return { x, y };
  }
  return null;
}"""


@pytest.fixture
def crowd(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A page of six communities of twelve, as large networks are drawn."""
    monkeypatch.setattr(communities, "MOST_SHAPES", 40)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(72):
        network.add_node(f"{BASE}{number:02}", **entity(f"Person {number}"))
    for number in range(72):
        group = number // 12 * 12
        for step in (1, 2, 5):
            other = group + (number + step) % 12
            key = f"{BASE}s{number:02}{step}"
            network.add_edge(f"{BASE}{number:02}", f"{BASE}{other:02}", key=key, **statement())
    network.add_edge(f"{BASE}00", f"{BASE}12", key=f"{BASE}t", **statement())
    path = tmp_path / "crowd.html"
    write_view(network, path, title="Crowd")
    size = {"width": 1440, "height": 900}
    page = browser.new_page(viewport=size, reduced_motion="reduce")
    page.goto(path.as_uri() + "#aside=shown")
    page.wait_for_selector("html[data-ready]")
    yield page
    page.close()


def test_communities_of_a_large_network_are_opened_by_a_click_and_closed_by_back(
    crowd: Any,
) -> None:
    assert "6 communities stand for 72 of the shapes" in crowd.locator("#status").inner_text()
    crowd.locator("#panel .texts button").first.click()
    assert "12 shapes" in crowd.locator("#status").inner_text()
    assert "open=0" in crowd.url
    crowd.go_back()
    crowd.locator("#status", has_text="6 communities").wait_for()
    # The circle in the middle of the picture is one of them, wherever it stands.
    shown = crowd.evaluate(CIRCLE)
    crowd.locator("#picture canvas").click(position=shown)
    crowd.locator("#status", has_text="Opened").wait_for()
