from collections.abc import Callable

import pytest

from extractors.names.titled import without_officer, without_post
from extractors.reading import Reading

Write = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norse Foreign Minister Ada Berg", "Ada Berg"),
        ("Dean Berg", "Dean Berg"),
        ("Martin King Berg", "Martin King Berg"),
        ("Prime Minister", None),
        ("M.D.", None),
        ("Berg Professor of History", None),
    ],
)
def test_a_post_is_no_part_of_a_name(write: Write, text: str, name: str | None) -> None:
    left = without_post(write(text, "").doc[:])
    assert (left.text if left is not None else None) == name


@pytest.mark.parametrize(
    ("text", "length", "name"),
    [
        ("Mill Press Secretary Ada Berg", 2, "Mill"),
        ("Mill Homeland Security Advisor", 3, "Mill"),
        ("Mill Constable Ada Berg", 2, "Mill"),
        ("Mill Press said no", 2, "Mill Press"),
        ("Department of Health Secretary", 3, "Department of Health"),
    ],
)
def test_an_officer_is_no_part_of_a_body(write: Write, text: str, length: int, name: str) -> None:
    assert without_officer(write(text, "").doc[:length]).text == name
