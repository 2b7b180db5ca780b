"""axe-core finds nothing in any state of the page, light or dark, wide or narrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from output.view import write_view

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[3] / "node_modules" / "axe-core" / "axe.min.js"
EVENT = "#id=event-opening"
STATES = {
    "opening": ("", ""),
    "a shape": (EVENT, ""),
    "a line": ("#statement=statement-1", ""),
    "table": ("#view=table", ""),
    "comparison": (EVENT + "&view=compare&of=event-opening", ""),
    "text": ("#view=read&of=document-a-new-ferry-line", ""),
    "search": ("", "search"),
    "nothing found": ("", "nothing"),
    "menu": ("", "menu"),
    "filters": ("", "filters"),
    "all open": (EVENT, "open"),
}
SCREENS = {"wide, light": (1440, "light"), "phone, dark": (390, "dark")}


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    width, scheme = SCREENS[request.param]
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    yield context
    context.close()


def act(page: Any, what: str) -> None:
    if what in {"search", "nothing"}:
        page.fill("#find", {"search": "a", "nothing": "qqqqq"}[what])
    elif what == "menu":
        page.locator("#save summary").click()
    elif what == "filters" and page.locator("#open-filters").is_visible():
        page.locator("#open-filters").click()
    elif what == "open":
        page.evaluate(
            "() => document.querySelectorAll('details').forEach((d) => { d.open = true; })"
        )


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(state: str, screen: Any, ferry: Any, tmp_path: Path) -> None:
    if not AXE.exists():
        pytest.skip("`make node_modules` has not installed axe-core")
    write_view(ferry(), tmp_path / "view.html", title="Ferries")
    fragment, what = STATES[state]
    page = screen.new_page()
    page.goto((tmp_path / "view.html").as_uri() + fragment)
    page.wait_for_selector("html[data-ready]")
    act(page, what)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("() => axe.run()")["violations"]
    told = [(one["id"], one["impact"], [n["html"][:90] for n in one["nodes"]]) for one in found]
    assert told == []
