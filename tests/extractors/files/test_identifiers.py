import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.files.identifiers import hash_text, make_slug


@given(st.text(), st.text())
def test_every_slug_is_safe_in_iris_and_file_names(name: str, text: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", make_slug(name, text))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Annual Report (final)", "annual-report-final"),
        ("2019/Été à Zürich", "2019-ete-a-zurich"),
        ("Xocalı şəhəri", "xocali-seheri"),
        ("--x--", "x"),
    ],
)
def test_a_slug_is_readable(name: str, slug: str) -> None:
    assert make_slug(name, "") == slug


@pytest.mark.parametrize(("name", "slug"), [("отчёт", "text-"), ("отчёт 2", "text-2-")])
def test_a_name_in_another_script_falls_back_on_the_text(name: str, slug: str) -> None:
    assert make_slug(name, "body") == slug + hash_text("body")
