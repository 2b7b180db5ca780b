"""What people do on the page, with real clicks in an installed Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from output.view import write_view
from tests.output.view.conftest import BASE, SENTENCE, entity, statement

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]
DENIAL = "The operator denies that five people were hurt."


@pytest.fixture
def harbour(ferry: Callable[..., nx.MultiDiGraph[str]]) -> nx.MultiDiGraph[str]:
    """The ferry line with a second document that denies a figure, and a chain of three."""
    network = ferry()
    event = network.nodes[BASE + "event-opening"]
    second = {"document": "A reply", "document_iri": BASE + "document-a-reply"}
    denied = statement(
        "injured",
        DENIAL,
        value="5",
        group="Everyone",
        bound="Exactly",
        polarity="Denied",
        speaker="Ferry Operator",
        speaker_iris=(BASE + "agent-ferry-operator",),
        speaker_names=("Ferry Operator",),
        relation_span=(13, 19),
        subject_span=None,
        object_span=None,
        sentence_index=0,
        statement=BASE + "statement-3",
        **second,
    )
    event["facts"] = (*event["facts"], denied)
    network.add_node(BASE + "place-åvik", **entity("Əliyevo", "Place"))
    network.add_edge(
        BASE + "person-anna-weiss",
        BASE + "place-åvik",
        key=BASE + "statement-4",
        **statement("affiliation"),
    )
    first = {"iri": BASE + "document-a-new-ferry-line", "title": "A new ferry line"}
    sentences = ((1, 7, 0, "The sea was calm."), (2, 7, 18, SENTENCE))
    network.graph["documents"] = (
        {**first, "date": "1987-05-03", "source": "ferry.txt", "sentences": sentences},
        {
            "iri": second["document_iri"],
            "title": "A reply",
            "date": "1988-01-09",
            "source": "reply.txt",
            "sentences": ((0, 0, 0, DENIAL),),
        },
    )
    return network


@pytest.fixture
def opened(browser: Any, harbour: nx.MultiDiGraph[str], tmp_path: Path) -> Iterator[Opener]:
    pages = []

    def opened(fragment: str = "", *, before: str = "", **options: Any) -> Any:
        path = tmp_path / "view.html"
        write_view(harbour, path, title="Ferries")
        size = {"width": 1440, "height": 900}
        page = browser.new_context(**{"viewport": size, **options}).new_page()
        page.set_default_timeout(15_000)
        page.add_init_script(before)
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]")
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.context.close()


def hits(page: Any, typed: str) -> list[str]:
    page.fill("#find", typed)
    return [*page.locator("#hits .what").all_inner_texts()]


def test_figures_of_all_sources_stand_side_by_side_and_open_to_their_sentences(
    opened: Opener,
) -> None:
    page = opened("#id=event-opening")
    page.get_by_text("Compare what is said").click()
    rows = page.locator(".figures tbody tr:not(.opened)")
    assert rows.count() == 2
    told = rows.nth(0).inner_text()
    for part in ("5", "✕ denied", "“denies”", "Ferry Operator", "A reply", "9 January 1988"):
        assert part in told
    assert "at least 3" in rows.nth(1).inner_text()
    rows.nth(0).click()
    assert DENIAL in page.locator(".figures .opened").first.inner_text().replace("relation", "")


def test_a_card_leads_to_its_place_in_the_document_and_back(opened: Opener) -> None:
    page = opened("#statement=statement-1")
    page.get_by_text("Read in the document").click()
    text = page.locator("#sheet .text").inner_text()
    assert "The sea was calm." in text
    assert page.locator("#sheet .read.at").inner_text() == SENTENCE
    page.get_by_text("Show it →").first.click()
    assert page.locator("#sheet").is_hidden()


def test_search_forgives_slips_and_knows_other_scripts_and_initials(opened: Opener) -> None:
    page = opened()
    assert hits(page, "Ana Weis")[0] == "Anna Weiss"
    assert hits(page, "Алиево")[0] == "Əliyevo"
    assert "Ferry Operator" in hits(page, "fo")


def test_search_finds_figures_speakers_documents_and_sentences(opened: Opener) -> None:
    page = opened()
    assert any("at least 3" in hit for hit in hits(page, "3"))
    assert "Harbour Gazette" in hits(page, "gazette")
    assert "A reply" in hits(page, "reply")
    page.fill("#find", "sea was")
    page.keyboard.press("Enter")
    assert page.locator("#sheet .read.at").inner_text() == "The sea was calm."


def test_counts_of_filters_follow_the_other_filters(opened: Opener) -> None:
    page = opened()
    page.locator("#filters summary", has_text="Who says it").click()
    gazette = page.locator("#filters li", has_text="Harbour Gazette").locator(".count")
    assert gazette.inner_text() == "3"
    page.locator("#filters li:has(input)", has_text="said").first.locator("input").uncheck()
    assert gazette.inner_text() == "0"
    assert "1 of 4 statements shown" in page.locator("#status").inner_text()


def test_back_undoes_and_forward_redoes(opened: Opener) -> None:
    page = opened("#id=event-opening")
    page.get_by_text("Compare what is said").click()
    page.go_back()
    page.wait_for_selector("#sheet", state="hidden")
    assert page.locator("#panel h2").inner_text() == "Opening of the ferry line"
    page.go_forward()
    page.wait_for_selector("#sheet .figures")


def test_the_shortest_path_between_two_is_told_step_by_step(opened: Opener) -> None:
    page = opened("#id=event-opening")
    page.get_by_text("Path to …").click()
    page.fill("#find", "Əliyevo")
    page.keyboard.press("Enter")
    assert "Shortest path · 2 steps" in page.locator("#panel").inner_text()


def test_a_link_to_a_few_of_many_speakers_is_short_and_complete(opened: Opener) -> None:
    page = opened()
    page.locator("#filters summary", has_text="Who says it").click()
    operator = page.locator("#filters li", has_text="Ferry Operator")
    operator.hover()
    operator.get_by_text("only").click()
    fragment = page.evaluate("location.hash")
    assert len(fragment) < 60
    again = opened(fragment)
    assert "1 of 4 statements shown" in again.locator("#status").inner_text()


@pytest.mark.parametrize(
    ("button", "begins", "holds"),
    [
        ("save-svg", b"<svg", b"Opening of the"),
        ("save-png", b"\x89PNG", b"IHDR"),
        ("save-csv", b"\xef\xbb\xbf", b"1987-05-03"),
        ("save-graphml", b"<?xml", b"says: at least 3 injured"),
    ],
)
def test_what_is_shown_can_be_saved(
    opened: Opener, button: str, begins: bytes, holds: bytes
) -> None:
    page = opened()
    page.locator("#save summary").click()
    with page.expect_download() as saving:
        page.locator(f"#{button}").click()
    content = Path(saving.value.path()).read_bytes()
    assert content.startswith(begins)
    assert holds in content


def test_nothing_is_written_to_the_console_on_the_way(opened: Opener) -> None:
    page = opened()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.locator("#panel .texts button").first.click()
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    page.locator("#sheet th button").nth(2).click()
    page.keyboard.press("Escape")
    page.locator("#time .bars i").first.click()
    page.locator("#reset").click()
    assert said == []


EVENTS = ("Opening of the ferry line", "Harbour Gazette", "Ferry Operator")


def test_keys_lead_to_the_lines_of_a_shape_and_to_their_ends(opened: Opener) -> None:
    page = opened("#id=person-anna-weiss")
    page.locator("#picture").focus()
    seen = []
    for _ in range(3):
        page.keyboard.press("l")
        seen.append(page.locator("#panel .triple .relation").inner_text())
    assert seen[0] != seen[1]
    assert seen[2] == seen[0]
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    assert page.locator("#panel h2").inner_text() in {"Anna Weiss", "Əliyevo", *EVENTS}


SLOW = "let at = 0; performance.now = () => (at += 20);"
VIEW = """() => document.querySelector("#picture .moving")?.style.transform ?? "at rest" """


def test_what_is_slow_to_draw_moves_as_it_is_painted_till_the_hand_rests(opened: Opener) -> None:
    page = opened(before=SLOW)
    box = page.locator("#picture").bounding_box()
    x, y = box["x"] + 12, box["y"] + box["height"] - 12
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y - 20)
    page.mouse.move(x + 60, y - 30)
    page.wait_for_function("document.querySelector('#picture .moving')?.style.transform")
    assert page.evaluate(VIEW).startswith("translate(")
    page.mouse.up()
    assert page.evaluate(VIEW) == "at rest"
    page.mouse.wheel(0, -200)
    page.wait_for_selector("#picture .moving", state="attached")
    page.wait_for_selector("#picture .moving", state="detached")


def test_an_older_browser_unpacks_the_data_too(opened: Opener) -> None:
    page = opened(before="delete globalThis.DecompressionStream")
    assert "All 5 shapes and 4 statements are shown." in page.locator("#status").inner_text()


def test_what_a_filter_leaves_is_drawn_though_it_was_set_aside(
    browser: Any, tmp_path: Path
) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(100):
        network.add_node(f"{BASE}person-{number}", **entity(f"Person {number}"))
    for number in range(99):
        one, other = f"{BASE}person-{number}", f"{BASE}person-{number + 1}"
        polarity = "Denied" if number in {0, 98} else "Affirmed"
        network.add_edge(
            one, other, key=f"{BASE}s-{number}", **statement("opposes", polarity=polarity)
        )
    write_view(network, tmp_path / "view.html", title="Many")
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "view.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    page.locator("#filters [data-name=polarity] li", has_text="said").locator("input").uncheck()
    assert page.locator("#status").inner_text() == "4 of 100 shapes, 2 of 99 statements shown."
    assert errors == []
    page.close()
