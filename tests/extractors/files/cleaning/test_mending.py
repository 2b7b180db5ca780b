from hypothesis import given
from hypothesis import strategies as st

from extractors.files.cleaning.mending import mend_sentences
from extractors.files.cleaning.paragraphs import Block, Shape

HALF = Block("The lake has lost a third of its water since the dam, and the")
REST = Block("fishing villages on the eastern shore have moved twice.")
WHOLE = Block(f"{HALF.text} {REST.text}")


def test_a_sentence_cut_by_a_page_break_becomes_whole() -> None:
    assert mend_sentences([HALF, REST]) == [WHOLE]


def test_a_box_in_capitals_moves_behind_the_sentence_that_it_cuts() -> None:
    box = Block("WE USED TO FISH WHERE THE ROAD NOW RUNS")
    assert mend_sentences([HALF, box, REST]) == [WHOLE, box]


def test_an_emphasised_box_moves_behind_the_sentence_that_it_cuts() -> None:
    box = Block("We used to fish where the road now runs", Shape.EMPHASIS)
    assert mend_sentences([HALF, box, REST]) == [WHOLE, box]


def test_a_heading_between_paragraphs_stays_where_it_is() -> None:
    blocks = [Block("The lake has lost a third of its water."), Block("WHO PAYS"), REST]
    assert mend_sentences(blocks) == blocks


def test_a_short_line_is_no_half_of_a_sentence() -> None:
    blocks = [Block("Contents"), Block("introduction by the editor")]
    assert mend_sentences(blocks) == blocks


def test_a_sentence_that_ends_is_not_joined_to_what_follows() -> None:
    blocks = [Block("The lake has lost a third of its water since the dam."), REST]
    assert mend_sentences(blocks) == blocks


@given(
    st.lists(st.sampled_from([HALF, REST, WHOLE, Block("WE ALL USED TO FISH HERE"), Block("No")]))
)
def test_mending_twice_changes_nothing_more(blocks: list[Block]) -> None:
    once = mend_sentences(blocks)
    assert mend_sentences(once) == once
