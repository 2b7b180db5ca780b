from hypothesis import given
from hypothesis import strategies as st

from extractors.files.cleaning.furniture import Trimmed, trim_furniture
from extractors.files.cleaning.paragraphs import Block
from graph.model import Cut

BODY = "The library of Lindau opened its reading room again after two years of work on the roof."
MORE = "Some nine thousand volumes had been kept in a barn, and all but a dozen came back dry."


def trim(*texts: str) -> Trimmed:
    return trim_furniture([Block(text) for text in texts])


def kept(*texts: str) -> list[str]:
    return [block.text for block in trim(*texts).blocks]


def test_buttons_go_and_the_title_stays() -> None:
    assert kept("×", "A", "A", "Settings", "Library reopens", BODY, "Share", "Tweet") == [
        "Library reopens",
        BODY,
    ]


def test_every_cut_is_listed_with_its_words() -> None:
    trimmed = trim("Share", BODY, "Print")
    assert trimmed.cuts == (Cut("Share", "page furniture"), Cut("Print", "page furniture"))


def test_titles_of_other_articles_with_their_dates_go() -> None:
    texts = ("Strike at the Mill", "May 2, 2019", "Rain for the Weekend", "May 5, 2019", BODY)
    assert kept(*texts) == [BODY]
    assert trim(*texts).date == ""


def test_the_own_title_stays_among_titles_of_others() -> None:
    texts = (
        "Strike at the Mill", "May 2, 2019", "Library reading room opened", "May 4, 2019", BODY,
    )  # fmt: skip
    assert kept(*texts) == ["Library reading room opened", "May 4, 2019", BODY]


def test_a_single_title_with_its_date_stays() -> None:
    assert kept("Strike at the Mill", "May 2, 2019", BODY) == [
        "Strike at the Mill",
        "May 2, 2019",
        BODY,
    ]


def test_a_stamp_goes_and_leaves_its_date() -> None:
    trimmed = trim(BODY, "Culture 2019-05-04 17:43:00")
    assert [block.text for block in trimmed.blocks] == [BODY]
    assert trimmed.date == "2019-05-04"


def test_a_label_that_runs_into_the_first_sentence_goes() -> None:
    trimmed = trim(f"date 2019-05-04 {BODY}")
    assert (trimmed.blocks[0].text, trimmed.date) == (BODY, "2019-05-04")


def test_a_sentence_that_opens_like_a_label_stays() -> None:
    texts = [f"Published on 4 May 2019, the catalogue was late. {BODY}"]
    assert kept(*texts) == texts


def test_an_address_and_the_letterhead_above_it_go() -> None:
    trimmed = trim(
        BODY, MORE, "Lindau Library Trust\nBooks for all", "PO Box: 12, Lindau",
        "info@example.org\nwww.example.org",
    )  # fmt: skip
    assert [block.text for block in trimmed.blocks] == [BODY, MORE]
    assert trimmed.publisher == "Lindau Library Trust"


def test_a_signature_above_an_address_stays() -> None:
    signature = "Jane Roe, Librarian, Lindau Library Trust, Lindau"
    assert kept(BODY, signature, "Tel: 0800 12", "info@example.org") == [BODY, signature]
    assert kept(BODY, "Jane Roe", "Tel: 0800 12", "info@example.org") == [BODY, "Jane Roe"]


def test_related_titles_go_with_their_heading() -> None:
    assert kept(BODY, "Related articles", "Strike at the Mill", "Rain for the Weekend") == [BODY]


def test_text_after_something_like_a_list_heading_stays() -> None:
    texts = [BODY, "See also", "Strike at the Mill", "This note ends with a sentence."]
    assert kept(*texts) == texts


def test_the_address_behind_the_last_sentence_goes() -> None:
    assert kept(BODY, f"{MORE} https://example.org/roof") == [BODY, MORE]


def test_lines_between_paragraphs_stay_whatever_they_look_like() -> None:
    texts = [BODY, "Share", "www.example.org", MORE]
    assert kept(*texts) == texts


def test_bylines_notes_and_the_place_with_its_date_stay() -> None:
    texts = ["By: Jane Roe", BODY, "The author is a librarian.", "Lindau, 4 May 2019"]
    assert kept(*texts) == texts


def test_a_short_text_loses_its_buttons_too() -> None:
    assert kept("Share", "The library reopened today.", "Print") == ["The library reopened today."]


def test_a_text_of_furniture_alone_stays_as_it_is() -> None:
    assert kept("Share", "Tweet") == ["Share", "Tweet"]


@given(st.lists(st.sampled_from([BODY, MORE, "Share", "May 2, 2019", "x@y.example", "A Title"])))
def test_what_is_kept_and_cut_adds_up(texts: list[str]) -> None:
    trimmed = trim(*texts)
    told = [*(block.text for block in trimmed.blocks), *(cut.words for cut in trimmed.cuts)]
    assert sum(map(len, told)) == sum(map(len, texts))
    assert 0 <= trimmed.first <= trimmed.last <= len(trimmed.blocks)


def test_a_site_menu_goes_and_the_lines_around_it_stay() -> None:
    texts = ("Harbour News", "Home", "World", "Science", "Opinion", "Library reopens", BODY)
    assert kept(*texts) == ["Harbour News", "Library reopens", BODY]


def test_short_lines_that_are_no_sections_stay() -> None:
    texts = ["Seminar on Books", "Lindau", "Room Four", "Opening Remarks", "Jane Roe", BODY]
    assert kept(*texts) == texts


def test_a_line_of_signs_alone_is_cut_anywhere() -> None:
    assert kept(BODY, "* * *", MORE) == [BODY, MORE]


def test_a_label_that_runs_into_the_title_goes() -> None:
    trimmed = trim("date 2019-05-04 The reading room has opened", BODY)
    assert trimmed.blocks[0].text == "The reading room has opened"
    assert trimmed.date == "2019-05-04"
