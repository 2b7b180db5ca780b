import socket
from pathlib import Path

import pytest

from extractors.files import read_files
from extractors.files.draft import Draft
from extractors.files.web.webpage import read_webpage
from graph.model import Cut, Document, Skipped, Sourced

PAGE = """<html lang="en-GB"><head><meta charset="utf-8"><title>Canal opens | Harbour News</title>
<meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2019-07-04T10:00:00Z">
<meta property="og:site_name" content="Harbour News">
<link rel="canonical" href="https://news.example/canal">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Canal opens</h1>
<p>The canal between the two lakes opened on Thursday, eleven years after the first spade.</p>
<h2>Who paid</h2><p>The towns of <b>Graz</b> and Linz shared the cost with a bank.</p>
<ul><li>Twelve locks were built by hand</li></ul>
<table><tr><td>Length of it</td><td>Forty miles</td></tr></table></article>
<footer>© 2019 Harbour News</footer></body></html>"""


def read(tmp_path: Path, page: str | bytes) -> Document | Skipped:
    data = page.encode() if isinstance(page, str) else page
    (tmp_path / "page.html").write_bytes(data)
    (result,) = read_files([tmp_path])
    return result


def test_a_web_page_gives_its_text_and_metadata(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE)
    assert isinstance(document, Document)
    assert document.text.split("\n\n") == [
        "Canal opens",
        "The canal between the two lakes opened on Thursday, eleven years after the first spade.",
        "Who paid",
        "The towns of Graz and Linz shared the cost with a bank.",
        "Twelve locks were built by hand",
        "Length of it, Forty miles",
    ]
    assert document.title == Sourced("Canal opens", "web page")
    assert document.authors == (Sourced("Jane Roe", "web page"),)
    assert document.date == Sourced("2019-07-04", "web page")
    assert document.publisher == Sourced("Harbour News", "web page")
    assert document.language == Sourced("en-GB", "web page")
    assert document.source == "https://news.example/canal"


def test_menus_and_footers_are_listed_as_cuts(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE)
    assert isinstance(document, Document)
    assert [cut.words for cut in document.cuts] == ["Home Sport", "© 2019 Harbour News"]


def page(head: str, body: str) -> str:
    text = "<p>The canal between the two lakes opened on Thursday, eleven years after it began.</p>"
    return f"<html><head>{head}</head><body><article>{body}{text}</article></body></html>"


def test_the_people_of_the_byline_are_authors_and_the_outlet_is_the_publisher(
    tmp_path: Path,
) -> None:
    head = (
        '<title>Canal opens | Harbour News</title><meta name="author" content="Harbour News Desk">'
    )
    body = '<h1>Canal opens</h1><p class="byline">By Lena Hof and J. P. Berg Jr.</p>'
    document = read(tmp_path, page(head, body))
    assert isinstance(document, Document)
    assert [author.value for author in document.authors] == ["Lena Hof", "J. P. Berg Jr."]
    assert document.publisher == Sourced("Harbour News", "web page")
    assert "By Lena Hof" in document.text


LINKED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
    '"1998-06-08", "dateModified": "2021-03-02"}</script>'
)


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="1998-06-08T10:00Z">', "1998-06-08"),
        (LINKED, "1998-06-08"),
        ('<meta property="article:modified_time" content="2021-03-02T10:00:00Z">', None),
    ],
)
def test_the_date_of_publication_goes_before_that_of_a_change(
    head: str, date: str | None, tmp_path: Path
) -> None:
    document = read(tmp_path, page(head, "<h1>Canal opens</h1>"))
    assert isinstance(document, Document)
    assert (document.date.value if document.date else None) == date


def test_the_first_date_that_a_page_shows_is_that_of_publication(tmp_path: Path) -> None:
    head = '<meta property="article:modified_time" content="2021-03-02T10:00:00Z">'
    body = '<h1>Canal opens</h1><p class="date">Published 8 June 1998, updated 2 March 2021</p>'
    document = read(tmp_path, page(head, body))
    assert isinstance(document, Document)
    assert document.date == Sourced("1998-06-08", "web page")


def test_an_organization_that_linked_data_name_as_author_is_none(tmp_path: Path) -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Report", "author": '
        '[{"@type": "Organization", "name": "Lena Hof"}, {"@type": "Person", "name": "Ida Lund"}],'
        ' "publisher": {"name": "Harbour News"}}]}</script>'
    )
    document = read(tmp_path, page(head, "<h1>Canal opens</h1>"))
    assert isinstance(document, Document)
    assert document.authors == (Sourced("Ida Lund", "web page"),)
    assert document.publisher == Sourced("Harbour News", "web page")


def test_raised_note_numbers_join_no_figure_and_ordinals_stay(tmp_path: Path) -> None:
    body = "<p>Some 11<sup>3</sup> boats passed the 1<sup>st</sup> lock on 5 km<sup>2</sup>.</p>"
    document = read(tmp_path, page("", body))
    assert isinstance(document, Document)
    assert "Some 11 boats passed the 1st lock on 5 km²." in document.text
    assert Cut("3", "note number") in document.cuts


def test_a_sentence_goes_on_over_the_line_breaks_of_a_page(tmp_path: Path) -> None:
    body = (
        "<div>Canal Office<br>Release No. 14<br><br>The office opened the lock of the canal in<br>"
        "Graz on Friday, and the boats of the valley passed<br>Linz on the same day.</div>"
    )
    document = read(tmp_path, f"<html><body>{body}</body></html>")
    assert isinstance(document, Document)
    assert document.text == (
        "Canal Office\nRelease No. 14\n\nThe office opened the lock of the canal in Graz on "
        "Friday, and the boats of the valley passed Linz on the same day."
    )


def test_the_network_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a network connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (draft,) = read_webpage(tmp_path / "page.html")
    assert isinstance(draft, Draft)


def test_the_encoding_that_a_page_names_is_used(tmp_path: Path) -> None:
    page = "<html><head><meta charset='windows-1254'></head><body><p>Beyoğlu, İzmir.</p></body>"
    document = read(tmp_path, page.encode("cp1254"))
    assert isinstance(document, Document)
    assert document.text == "Beyoğlu, İzmir."


def test_a_short_page_is_read_whole(tmp_path: Path) -> None:
    document = read(tmp_path, "<html><body><p>The canal opened.</p></body></html>")
    assert isinstance(document, Document)
    assert (document.text, document.date) == ("The canal opened.", None)


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><script>1</script></html>"])
def test_a_page_without_text_is_skipped(page: str, tmp_path: Path) -> None:
    result = read(tmp_path, page)
    assert isinstance(result, Skipped)
    assert "holds no text" in result.reason


def test_line_breaks_in_the_source_of_a_page_part_nothing(tmp_path: Path) -> None:
    text = "The canal opened on Monday, and the\n  mayor of\n<a href='x'>Graz</a>\nsaid so."
    document = read(tmp_path, f"<html><body><article><p>{text}</p></article></body></html>")
    assert isinstance(document, Document)
    assert document.text == "The canal opened on Monday, and the mayor of Graz said so."


def test_control_characters_of_a_broken_page_are_no_harm(tmp_path: Path) -> None:
    document = read(
        tmp_path, page("", "<p>Some 11&#1;<sup>3</sup>&#2; boats passed&#x1f;<br>&#3;Linz.</p>")
    )
    assert isinstance(document, Document)
    assert "Some 11 boats passed" in document.text
