from hypothesis import given
from hypothesis import strategies as st

from extractors.tree.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [quotation.text(text) for quotation in find_quotations(text)]


def test_curly_and_straight_marks_quote() -> None:
    assert quoted('“The dam held,” she said. "It held."') == ["The dam held", "It held."]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert quoted("The miners' lamp and the town’s dam didn't fail.") == []


def test_an_apostrophe_closes_no_quotation() -> None:
    assert quoted("They said ‘the town’s dam is safe’ twice.") == ["the town’s dam is safe"]


def test_a_quotation_runs_over_paragraphs_that_open_with_the_mark_again() -> None:
    assert quoted("“The dam held.\n“It held for years.” Later") == [
        "The dam held. “It held for years."
    ]


def test_a_quotation_runs_over_a_line_break_up_to_its_closing_mark() -> None:
    assert quoted("“The dam\nheld.” Later") == ["The dam held."]


def test_a_mark_that_is_never_closed_quotes_nothing() -> None:
    assert quoted("“The dam held.\nThe town slept.") == []


def test_a_nested_quotation_is_part_of_the_outer_one() -> None:
    assert quoted("“They called it ‘the wall’ here”") == ["They called it ‘the wall’ here"]


@given(st.text(alphabet="ab “”\"'‘’\n.,", max_size=60))
def test_quotations_stand_inside_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for quotation in find_quotations(text):
        assert end <= quotation.start < quotation.inner_start <= quotation.inner_end
        assert quotation.inner_end < quotation.end <= len(text)
        end = quotation.end


def test_two_apostrophes_are_one_mark() -> None:
    assert quoted("''The dam held,'' she said.") == ["The dam held"]
