import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.files.cleaning.paragraphs import Block, Shape
from extractors.files.plain.markdown import looks_like_markdown, split_markdown, strip_marks


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Ada Byron** and *Mary Somerville*", "Ada Byron and Mary Somerville"),
        ("***all three***", "all three"),
        ("__Ada__ and _Mary_", "Ada and Mary"),
        ("snake_case_name stays", "snake_case_name stays"),
        ("2 * 3 stays", "2 * 3 stays"),
        ("the 26<sup>th</sup> of May", "the 26th of May"),
        ("[the report](https://example.org/a_b)", "the report"),
        ("[the report][1]", "the report"),
        ("![a chart](chart.png)after", "after"),
        ("<https://example.org>", "https://example.org"),
        ("a note[^3]", "a note"),
        (r"a \*star\* stays", "a *star* stays"),
        ("Roe &amp; Doe", "Roe & Doe"),
        ("~~gone~~ `code`", "gone code"),
    ],
)
def test_inline_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert strip_marks(marked) == plain


def test_headings_items_quotes_and_rows_become_blocks_of_their_own() -> None:
    prose = "# Floods\nThe river rose.\n\n- one\n* two\n\n> quoted\n> line\n\n"
    text = prose + "| a | b |\n|---|---|\n| c | |\n"
    assert [block.text for block in split_markdown(text)] == [
        "Floods", "The river rose.", "one", "two", "quoted line", "a, b", "c",
    ]  # fmt: skip


def test_a_heading_is_known_as_one() -> None:
    assert split_markdown("## **Floods** ##") == [Block("Floods", Shape.HEADING)]


def test_soft_line_breaks_join_and_hard_ones_stay() -> None:
    soft, hard = split_markdown("The river\nRhine rose.\n\nThe Office  \nof Rivers  \nEast Bank")
    assert soft.text == "The river Rhine rose."
    assert hard.text == "The Office of Rivers\nEast Bank"


def test_emphasis_over_several_lines_is_one_line() -> None:
    text = "**THE RIVER  \nHAS RISEN  \nAGAIN**"
    assert split_markdown(text) == [Block("THE RIVER HAS RISEN AGAIN", Shape.EMPHASIS)]


def test_comments_rules_fences_and_link_targets_go() -> None:
    text = "<!-- draft\nnot yet -->\n---\n```\ncode\n```\n[1]: https://example.org\n***\n"
    assert [block.text for block in split_markdown(text)] == ["code"]


def test_a_comment_that_is_never_closed_is_text() -> None:
    assert [block.text for block in split_markdown("a <!-- b")] == ["a <!-- b"]


def test_whole_sentences_on_long_lines_are_paragraphs() -> None:
    sentence = "The council of the lower town met again on Tuesday and spoke about the pumps. " * 3
    assert len(split_markdown(f"{sentence}\n{sentence}")) == 2


@pytest.mark.parametrize(
    "text",
    ["# A\n\n**b** and **c**", "[a](https://a.example) [b](https://b.example) **c**"],
)
def test_three_marks_are_evidence_of_markdown(text: str) -> None:
    assert looks_like_markdown(text)


@pytest.mark.parametrize(
    "text", ["- one\n- two\n- three", "It cost 5 * 3 * 2 and #1 won.", "a < b > c & d_e_f"]
)
def test_dashes_and_lone_stars_are_no_evidence_of_markdown(text: str) -> None:
    assert not looks_like_markdown(text)


@given(st.text(alphabet="ab*_#[](){}<>|`~\\-=!&;\n .1", max_size=200))
def test_any_marks_can_be_read(text: str) -> None:
    assert all(block.text.strip() for block in split_markdown(text))
