from hypothesis import given
from hypothesis import strategies as st

from extractors.files.cleaning.running_heads import cut_inner_heads
from graph.model import Cut

PAGES = """The survey of the reef found that most of the corals had

Reef Survey 2016 | 12

died since the last visit, and that the fish were gone from

Reef Survey 2016 | 13

the northern side.
"""

CASES = """Case 1. On 4 May the keeper went to the reef in the morning and was driven
towards the harbour of the second island. The keeper's brother
denies that anyone was seen there.

Case 2. On 6 May the diver went to the reef in the evening and was driven
towards the harbour of the second island. The keeper's brother
denies that anyone was seen there.
"""


def test_heads_that_interrupt_sentences_and_count_up_are_cut_and_listed() -> None:
    text, cuts = cut_inner_heads(PAGES)
    assert cuts == [Cut("Reef Survey 2016 | 13", "running head")]
    assert "| 13" not in text


def test_the_first_copy_stays_above_the_paragraph_that_it_interrupts() -> None:
    text, _ = cut_inner_heads(PAGES)
    assert text.startswith("Reef Survey 2016 | 12\n\nThe survey of the reef found")
    assert text.split("\n\n")[2].strip().startswith("died since")


def test_page_numbers_alone_are_all_cut() -> None:
    text, cuts = cut_inner_heads(PAGES.replace("Reef Survey 2016 | ", ""))
    assert [cut.words for cut in cuts] == ["12", "13"]
    assert "12" not in text


def test_a_foot_and_a_head_between_the_halves_of_a_sentence_are_both_cut() -> None:
    text = PAGES.replace("| 12", "\n\n12").replace("| 13", "\n\n13")
    assert [cut.words for cut in cut_inner_heads(text)[1]] == ["12", "Reef Survey 2016", "13"]


def test_lines_of_the_text_that_recur_stay() -> None:
    assert cut_inner_heads(CASES) == (CASES, [])


def test_numbered_headings_stay() -> None:
    text = "Article 1\n\nThe reef is protected.\n\nArticle 2\n\nThe state keeps it."
    assert cut_inner_heads(text) == (text, [])


def test_lines_whose_numbers_do_not_count_up_stay() -> None:
    text = PAGES.replace("| 13", "| 19")
    assert cut_inner_heads(text) == (text, [])


def test_a_line_that_interrupts_once_stays() -> None:
    text = PAGES.split("\n\nReef Survey 2016 | 13", maxsplit=1)[0]
    assert cut_inner_heads(text) == (text, [])


@given(st.lists(st.sampled_from(["Page 1", "Page 2", "2", "", "the fish were gone", "A."])))
def test_what_is_kept_and_cut_adds_up(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept, cuts = cut_inner_heads(text)
    left = len(kept.replace("\n", "")) + sum(len(cut.words) for cut in cuts)
    assert left == len(text.replace("\n", ""))
