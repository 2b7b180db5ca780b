from hypothesis import given
from hypothesis import strategies as st

from extractors.files.cleaning.page_marks import find_pages
from graph.model import Page

ONE = "The mill of the valley was opened on Mon-"
TWO = "day by the mayor of the upper town."
THREE = "It is new."


def test_the_start_of_each_page_is_found_in_joined_text() -> None:
    text = (
        "The mill of the valley was opened on Monday by the mayor of the upper town.\n\nIt is new."
    )
    pages = find_pages(text, [(1, ONE), (2, TWO), (3, THREE)])
    assert [page.number for page in pages] == [1, 2, 3]
    assert text[pages[1].start :].startswith("day by")
    assert text[pages[2].start :] == THREE


def test_the_top_of_a_page_that_was_cut_is_stepped_over() -> None:
    pages = find_pages(f"{ONE} {TWO}", [(1, ONE), (2, f"Mill Survey of the Year 12 {TWO}")])
    assert pages[1] == Page(len(ONE) + 1, 2)


def test_pages_with_the_same_words_stand_one_after_the_other() -> None:
    text = "\n\n".join([TWO] * 3)
    starts = [page.start for page in find_pages(text, [(n, TWO) for n in (1, 2, 3)])]
    assert starts == [0, len(TWO) + 2, 2 * len(TWO) + 4]


def test_a_page_of_which_nothing_is_left_is_left_out() -> None:
    assert find_pages(TWO, [(1, "0123456789"), (2, TWO)]) == (Page(0, 2),)


@given(st.lists(st.text(alphabet="ab \n", min_size=1, max_size=30), max_size=8))
def test_starts_go_up_and_lie_in_the_text(pages: list[str]) -> None:
    text = "\n".join(pages)
    found = find_pages(text, list(enumerate(pages, start=1)))
    assert sorted(found) == list(found)
    assert all(0 <= page.start < len(text) for page in found)
