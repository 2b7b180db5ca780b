from __future__ import annotations

import re
from pathlib import Path

from ontology.lexicons import load_lexicon
from ontology.lexicons.loading import KINDS

PAGE = (Path(__file__).parents[3] / "docs" / "lexicons.md").read_text(encoding="utf-8")


def test_the_example_of_the_documentation_loads(tmp_path: Path) -> None:
    example = re.search(r"```turtle\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    path = tmp_path / "my.ttl"
    path.write_text(example[1], encoding="utf-8")
    lexicon = load_lexicon([path])
    assert [entry.kind for entry in lexicon.find("avella")] == ["Place"]
    assert [entry.begin for entry in lexicon.find("Avela flood")] == ["1931-05"]
    assert lexicon.find("Rzeczpospolita") == lexicon.find("Poland")


def test_the_documentation_names_every_class() -> None:
    assert all(f"`vg:{kind}`" in PAGE for kind in KINDS)


def test_the_size_that_the_documentation_gives_is_right() -> None:
    assert "about 7,300 things" in PAGE
    assert round(len(load_lexicon()), -2) == 7300
