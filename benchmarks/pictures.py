"""Takes the pictures of the README: ``python -m benchmarks.pictures OUT [FOLDER]``.

``OUT`` is a folder that a build of examples/khojaly wrote to. Needs playwright and a Chromium.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from vouchgraph import KnowledgeGraph

_SIZE = {"width": 1440, "height": 900}


def take_pictures(out: Path, folder: Path) -> None:
    """Take the opening picture, and a comparison of what is said of the main event."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as engine:
        view = Path(made) / "view.html"
        KnowledgeGraph.load(out).view(view, title="Khojaly")
        browser = engine.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport=_SIZE)  # type: ignore[arg-type] # a plain dict is one
        page.goto(view.as_uri())
        page.wait_for_selector("html[data-ready]")
        _take(page, folder / "view.png")
        page.locator("#panel .starts button").first.click()
        page.get_by_text("Compare what is said").click()
        page.locator(".figures .open-row").first.click()
        _take(page, folder / "evidence.png")
        browser.close()


def _take(page: Page, path: Path) -> None:
    page.mouse.move(5, 5)
    page.wait_for_timeout(700)
    page.screenshot(path=path)


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "docs/pictures"))  # noqa: PLR2004
