from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graph.errors import InputError
from graph.iris import SLUG_LENGTH, Names, checked_base, safe_name, slug
from graph.model import MentionKey

LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Heydar Aliyev", "heydar-aliyev"),
        ("Heydər Əliyev", "heydar-aliyev"),
        ("José Ünal-Strauß", "jose-unal-strauss"),
        ("O’Brien & Sons (1992)", "obrien-sons-1992"),
        ("Щёлково", "shchyolkovo"),
    ],
)
def test_a_slug_can_be_read_by_people(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_name_in_a_script_without_transliteration_becomes_a_hash_of_its_own() -> None:
    assert slug("北京") != slug("上海")


@given(ANY_TEXT)
def test_any_text_gives_a_safe_slug_of_limited_length(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", made)
    assert len(made) <= SLUG_LENGTH


@given(ANY_TEXT, ANY_TEXT)
def test_two_names_never_share_a_safe_name(one: str, other: str) -> None:
    assert (safe_name(one) == safe_name(other)) == (one == other)


@given(ANY_TEXT, st.integers(0), st.integers(0))
def test_every_name_of_the_data_is_a_valid_iri_with_a_safe_local_name(
    name: str, start: int, end: int
) -> None:
    names = Names("https://example.org/id/")
    made = [
        names.of(name),
        names.document(name),
        names.graph(name),
        names.passage(name, start),
        names.selector(name, start),
        names.mention(MentionKey(name, start, end)),
        names.statement(name),
    ]
    for iri in made:
        assert NamedNode(iri).value == iri
        assert LOCAL.fullmatch(iri.removeprefix(names.base))


def test_a_document_called_entities_does_not_share_the_graph_that_spans_documents() -> None:
    names = Names()
    assert names.graph("entities") != names.shared_graph


@pytest.mark.parametrize("base", ["https://example.org/id/", "http://localhost:8000/a#"])
def test_a_web_address_that_ends_in_a_slash_or_hash_is_a_base(base: str) -> None:
    assert checked_base(base) == base


@pytest.mark.parametrize(
    "base",
    [
        "",
        "example.org/",
        "https://example.org/id",
        "ftp://example.org/",
        "https:///id/",
        "https://example.org/a b/",
        "https://example.org/<x>/",
        "https://[::1/",
        "file:///etc/",
    ],
)
def test_a_base_of_which_no_iri_can_be_made_is_refused_with_its_value(base: str) -> None:
    with pytest.raises(InputError, match="ends in / or #") as refused:
        Names(base)
    assert repr(base) in str(refused.value)
