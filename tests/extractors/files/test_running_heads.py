from hypothesis import given
from hypothesis import strategies as st

from extractors.files.running_heads import cut_inner_heads, cut_running_heads

PAGES = """The survey of the reef found that most of the corals had

Reef Survey 2016 | 12

died since the last visit, and that the fish were gone from

Reef Survey 2016 | 13

the northern side.
"""


def test_running_heads_and_page_numbers_are_cut_and_counted() -> None:
    pages = [f"Survey of Ice {n}\nText {word}.\n{n}" for n, word in enumerate("abc", 1)]
    kept, cut = cut_running_heads(pages)
    assert kept == ["Survey of Ice 1\nText a.", "Text b.", "Text c."]
    assert cut == 2 * len("Survey of Ice 1") + 3


def test_a_line_on_both_of_two_pages_stays_on_the_first() -> None:
    pages = ["Survey of Ice\nText a.", "Survey of Ice\n\nText b."]
    assert cut_running_heads(pages)[0] == ["Survey of Ice\nText a.", "\nText b."]


def test_numbered_headings_on_two_pages_stay() -> None:
    pages = ["Article 1\nText a.", "Article 2\nText b."]
    assert cut_running_heads(pages) == (pages, 0)


def test_an_empty_page_has_no_edges() -> None:
    assert cut_running_heads(["", "Text."]) == (["", "Text."], 0)


def test_heads_that_interrupt_sentences_and_count_up_are_cut_from_plain_text() -> None:
    text, cut = cut_inner_heads(PAGES)
    assert "Reef Survey" not in text
    assert cut == 2 * len("Reef Survey 2016 | 12")


def test_heads_without_a_number_are_cut_when_they_interrupt_twice() -> None:
    assert cut_inner_heads(PAGES.replace(" | 12", "").replace(" | 13", ""))[1] == 32


def test_numbered_headings_stay() -> None:
    text = "Article 1\n\nThe reef is protected.\n\nArticle 2\n\nThe state keeps it."
    assert cut_inner_heads(text) == (text, 0)


def test_lines_whose_numbers_do_not_count_up_stay() -> None:
    text = PAGES.replace("| 13", "| 19")
    assert cut_inner_heads(text) == (text, 0)


def test_a_line_that_interrupts_once_and_stands_alone_stays() -> None:
    text = PAGES.split("\n\nReef Survey 2016 | 13", maxsplit=1)[0]
    assert cut_inner_heads(text) == (text, 0)


@given(st.lists(st.sampled_from(["Page 1", "Page 2", "2", "", "the fish were gone", "A."])))
def test_what_is_kept_and_cut_adds_up(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept, cut = cut_inner_heads(text)
    assert len(kept.replace("\n", "")) + cut == len(text.replace("\n", ""))
