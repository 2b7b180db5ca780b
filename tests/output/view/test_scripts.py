"""Functions of the page's scripts, each file run alone in an installed Chromium."""

from __future__ import annotations

import base64
import zlib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Any) -> Any:
    page = browser.new_page()
    for name in ("fuzzy", "unpack"):
        text = files("output.view").joinpath("scripts", f"{name}.js").read_text("utf-8")
        page.add_script_tag(content=text)
    return page


@pytest.mark.parametrize(
    ("typed", "word", "meant"),
    [
        ("aliev", "aliyev", True),
        ("gorbachov", "gorbachev", True),
        ("tchaikovski", "chaikovsky", True),
        ("wach", "watch", True),
        ("wtach", "watch", True),
        ("oslo", "osaka", False),
        ("iran", "iraq", True),
        ("bern", "burgos", False),
        ("at", "to", False),
    ],
)
def test_a_word_may_mean_one_that_is_a_slip_away(
    page: Any, typed: str, word: str, *, meant: bool
) -> None:
    assert page.evaluate("([a, b]) => mayMean(a, b)", [typed, word]) is meant


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Əliyev", "aliyev"), ("Горбачёв", "gorbachev"), ("Ångström", "angstrom"), ("Đoko", "doko")],
)
def test_names_of_other_scripts_are_folded_to_plain_letters(
    page: Any, text: str, plain: str
) -> None:
    assert page.evaluate("(text) => folded(text)", text) == plain


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(alphabet="ab", max_size=3000).map(str.encode)))
def test_what_zlib_packs_comes_back_as_it_was(page: Any, content: bytes) -> None:
    for level in (0, 1, 9):
        text = base64.b64encode(zlib.compress(content, level)).decode()
        found = page.evaluate(
            "(text) => Array.from(inflate(Uint8Array.from(atob(text), (c) => c.charCodeAt(0))))",
            text,
        )
        assert bytes(found) == content
