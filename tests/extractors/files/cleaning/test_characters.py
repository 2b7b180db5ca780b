import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.files.cleaning.characters import clean_characters


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_characters(text)
    assert clean_characters(once) == once


@given(st.text())
def test_cleaned_text_is_nfc_and_fits_into_utf8(text: str) -> None:
    cleaned = clean_characters(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("page one\fpage two", "page one\n\npage two"),
        ("co\u00adoperate", "cooperate"),
        ("inter\u00ad\n  national", "international"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\u202eright to left\u202c", "right to left"),
        ("a\u00a0b\tc", "a b c"),
        ("\x00bell\x07", "bell"),
        ("cafe\u0301", "café"),
        ("the ﬁrst eﬃgy", "the first effigy"),
        ("\uf0b7 item", "• item"),
    ],
)
def test_troublesome_characters_are_normalised(raw: str, cleaned: str) -> None:
    assert clean_characters(raw) == cleaned
