"""What the pages for people name exists, and what exists is on the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.pipeline import EXTRACTORS
from graph import model, resolved

ROOT = Path(__file__).parents[1]
ARCHITECTURE = ROOT / "docs" / "architecture.md"
ROW = re.compile(r"^\| `(find_\w+)` \| .* \| (.*) \| `(\S+\.py)` \|$", re.MULTILINE)


def pages() -> list[Path]:
    """All pages of the project, without those of tools and outputs."""
    folders = [one for one in ROOT.iterdir() if one.is_dir() and one.name[0] != "."]
    made = {"out", "node_modules"}
    inside = (page for one in folders if one.name not in made for page in one.rglob("*.md"))
    return [page for page in (*ROOT.glob("*.md"), *inside) if not is_input(page)]


def is_input(page: Path) -> bool:
    """Whether the page is a text of the examples, which looks like a page."""
    return page.parent.parent.name == "examples"


def text_of(page: Path) -> str:
    """The page without its code, in which a bracket is no link."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"`[^`\n]*`", "", text)


def links() -> Iterator[tuple[str, str]]:
    for page in pages():
        for target in re.findall(r"\]\(([^)\s]+)\)", text_of(page)):
            if not re.match(r"[a-z]+:", target):
                yield str(page.relative_to(ROOT)), target


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    words = (re.sub(r"[^\w\s-]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in words}


@pytest.mark.parametrize(("page", "target"), sorted(set(links())))
def test_a_relative_link_leads_somewhere(page: str, target: str) -> None:
    path, _, anchor = target.partition("#")
    linked = (ROOT / page).parent / path if path else ROOT / page
    assert linked.exists()
    assert not anchor or anchor in anchors(linked)


@pytest.mark.parametrize("page", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_every_file_that_a_page_names_exists(page: str) -> None:
    named = re.findall(r"`([a-z_]+/[\w./]*)`", (ROOT / page).read_text(encoding="utf-8"))
    written = [name for name in named if not re.search("YOURS|NAME|ROOM", name)]
    assert written
    assert [name for name in written if not (ROOT / name).exists()] == []


def test_every_extractor_stands_in_the_table_in_its_order_and_with_its_file() -> None:
    rows = [(name, file) for name, _, file in ROW.findall(ARCHITECTURE.read_text("utf-8"))]
    extractors = [(one.__name__, one.__module__.replace(".", "/") + ".py") for one in EXTRACTORS]
    assert rows == extractors


def test_every_rule_in_the_table_is_a_rule_of_the_code() -> None:
    files = [*(ROOT / "extractors").rglob("*.py"), ROOT / "extractors/words/data/frames.toml"]
    code = "".join(path.read_text("utf-8") for path in files)
    rules = "".join(rules for _, rules, _ in ROW.findall(ARCHITECTURE.read_text("utf-8")))
    names = {rule.removeprefix("ORIGIN: ") for rule in re.findall(r"`([^`]+)`", rules)}
    made = {"absolute date", "relative date", "inherited date"}  # of time.how and " date"
    assert {name for name in names - made if f'"{name}"' not in code} == set()


def test_every_value_in_the_table_is_a_value_of_the_model() -> None:
    table = ARCHITECTURE.read_text("utf-8").split("## The values", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| ([^|]*`[^|]*) \|", table, re.MULTILINE)
    names = re.findall(r"`(\w+)`", " ".join(rows))
    assert names
    known = {*vars(model), *vars(resolved)}
    assert [name for name in names if name not in known] == []


def test_every_page_of_the_docs_stands_in_their_list() -> None:
    folder = ROOT / "docs"
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", (folder / "README.md").read_text("utf-8")))
    assert listed == {page.name for page in folder.glob("*.md")} - {"README.md"}
