import pytest

from extractors.corpora.naming import is_ordinal


@pytest.mark.parametrize("text", ["third", "Second", "21st", "3RD", "last", "tenths"])
def test_a_number_that_ranks_is_an_ordinal(text: str) -> None:
    assert is_ordinal(text)


@pytest.mark.parametrize("text", ["three", "21", "third floor", "the third", "21th century", ""])
def test_a_number_that_counts_or_one_with_more_words_is_none(text: str) -> None:
    assert not is_ordinal(text)
