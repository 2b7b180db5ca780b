import pytest

from extractors.files.metadata.edges import (
    is_body,
    is_contact,
    is_control,
    is_stamp,
    is_tail_heading,
    is_title_like,
)


@pytest.mark.parametrize(
    "line",
    [
        "×", "A", "A A A", "Settings", "Share", "Share Tweet Print", "Share on Facebook", "| | |",
        "Read more", "Subscribe to our newsletter", "Skip to main content", "Home > News", "***",
        "12 shares", "3 MIN READ", "Updated 2 hours ago",
        "Follow us on Instagram and X", "ADVERTISEMENT", "Log in",
        "Sign in | Register",
        "We use cookies to improve this site. By continuing to browse you agree.",
    ],
)  # fmt: skip
def test_buttons_and_notices_are_controls(line: str) -> None:
    assert is_control(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ferry sinks off Oslo", "Jane Roe", "No comment from the palace", "1992", "Abstract:",
        "The company uses shares to pay its staff.", "Print workers strike", "A river", "Oslo",
    ],
)  # fmt: skip
def test_titles_names_and_text_are_no_controls(line: str) -> None:
    assert not is_control(line)


@pytest.mark.parametrize(
    "line",
    [
        "www.example.org", "https://example.org/a/b?c=d", "info@example.org",
        "info@example.org | www.example.org", "P.O. Box 12, Oslo", "Tel: +47 22 00 00 00",
        "© 2019 Harbour News", "All rights reserved.", "E-mail: info@example.org",
        "Web: example.org",
        "@harbournews",
        "Copyright 2019 Harbour News. All rights reserved.",
    ],
)  # fmt: skip
def test_addresses_are_contacts(line: str) -> None:
    assert is_contact(line)


@pytest.mark.parametrize(
    "line",
    [
        "Telephone lines were cut in the whole valley.", "Mail service resumes", "Contact lost",
        "Contact: Jane Roe, editor, Harbour News, Oslo",
        "The author can be reached at jane@example.org.", "Webster wins",
    ],
)  # fmt: skip
def test_sentences_and_titles_are_no_contacts(line: str) -> None:
    assert not is_contact(line)


@pytest.mark.parametrize(
    "line",
    ["Sport 2019-07-04 10:30:00", "Published: 4 July 2019", "Updated July 4, 2019 | 10:30 am",
     "date 2019-07-04", "Arts & Culture | 4 July 2019, 10:30"],
)  # fmt: skip
def test_sections_and_labels_with_dates_are_stamps(line: str) -> None:
    assert is_stamp(line)


@pytest.mark.parametrize(
    "line",
    ["4 July 2019", "Oslo, 4 July 2019", "The hearing of 4 July 2019", "Sport",
     "On 4 July 2019 10:30 the ferry left the harbour with forty people."],
)  # fmt: skip
def test_bare_dates_and_sentences_are_no_stamps(line: str) -> None:
    assert not is_stamp(line)


@pytest.mark.parametrize("line", ["Related articles", "READ ALSO: Ferry sinks", "Most read"])
def test_lists_of_other_texts_have_their_headings(line: str) -> None:
    assert is_tail_heading(line)


@pytest.mark.parametrize("line", ["Related by blood", "Readers wrote letters.", "Most of us"])
def test_other_lines_head_no_list(line: str) -> None:
    assert not is_tail_heading(line)


def test_running_text_is_long_or_a_sentence() -> None:
    assert is_body("The ferry sank in the night with all of its cargo.")
    assert not is_body("The ferry sank.")
    assert is_body("word " * 20)


def test_a_title_has_no_full_stop_and_no_colon() -> None:
    assert is_title_like("Ferry sinks off Oslo")
    assert not is_title_like("The ferry sank off Oslo.")
    assert not is_title_like("Introduction:")
