"""The pages of the server in a browser: it does not complain, and they do what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from graph.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.browser

NARROW, WIDE = 390, 1200


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": WIDE, "height": 800})
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    opened.close()
    assert complaints == []


def thing(name: str) -> str:
    return f"/thing?iri={quote(DEFAULT_BASE + name, safe='')}"


def test_a_marked_word_leads_to_its_statement(page: Any, address: str) -> None:
    page.goto(address + thing("document-courier"))
    word = page.locator(".text mark", has_text="12 people were killed").first
    word.click()
    (aimed,) = page.locator("li:target").all_inner_texts()
    assert "killed" in aimed
    assert "12" in aimed
    assert "Mara Voss" in aimed


def test_one_walks_from_a_document_to_an_event_and_its_voices(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Ten years after the bridge").first.click()
    page.get_by_role("link", name="Alden Bridge collapse").first.click()
    assert page.locator("h1").inner_text() == "Alden Bridge collapse"
    page.get_by_role("link", name="Mara Voss").first.click()
    assert page.locator("h1").inner_text() == "Mara Voss"


def test_a_query_that_ships_is_shown_asked_and_answered(page: Any, address: str) -> None:
    page.goto(f"{address}/query")
    page.get_by_label("A query that ships").select_option("counts")
    page.get_by_role("button", name="Show").click()
    assert "PREFIX vg:" in page.get_by_label("SPARQL").input_value()
    page.get_by_role("button", name="Ask").click()
    assert page.get_by_role("status").inner_text() == "3 rows"
    assert page.locator(".answer tbody tr").count() == 3


def test_a_mistake_stays_in_the_editor_with_its_place(page: Any, address: str) -> None:
    page.goto(f"{address}/query")
    page.get_by_label("SPARQL").fill("SELECT ?s {\n  ?s ?p\n}")
    page.get_by_role("button", name="Ask").click()
    assert "error at 3:" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("SPARQL").input_value() == "SELECT ?s {\n  ?s ?p\n}"


@pytest.mark.parametrize(
    "path", ["/", "/query?example=counts", "/vocabulary", thing("event-alden-bridge-collapse-1987")]
)
def test_no_page_is_wider_than_a_small_screen(page: Any, address: str, path: str) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
