import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.corpora.detokenising import find_tokens, join_tokens


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("He said , `` no . ''", "He said, `` no.''"),
        ('Kern " the Bold " left ( again ) .', 'Kern "the Bold" left (again).'),
        ("Kern 's $ 5 and 10 %", "Kern's $5 and 10%"),
    ],
)
def test_punctuation_joins_the_word_that_it_belongs_to(tokens: str, text: str) -> None:
    assert join_tokens(tokens.split())[0].replace("`` ", "``") == text.replace("`` ", "``")


@given(st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)))
def test_every_token_stands_where_it_is_said_to(tokens: list[str]) -> None:
    text, spans = join_tokens(tokens)
    assert [text[start:end] for start, end in spans] == tokens


def test_tokens_are_found_in_a_known_text() -> None:
    assert find_tokens("a (b)", ["a", "(", "b", ")"])[1] == [(0, 1), (2, 3), (3, 4), (4, 5)]


@pytest.mark.parametrize("tokens", [["b", "a"], ["a", "c"]])
def test_tokens_that_do_not_stand_in_the_text_in_their_order_are_refused(tokens: list[str]) -> None:
    with pytest.raises(ValueError, match="does not hold the token"):
        find_tokens("a b", tokens)
