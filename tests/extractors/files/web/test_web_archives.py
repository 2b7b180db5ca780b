import gzip
import sys
from pathlib import Path

import pytest

from extractors.files.opening import Opened, open_file
from graph.model import Skipped

SENTENCES = "Rebels attacked the depot on 3 May 2010, killing nine people, Ada Berg told us. " * 4
PAGE = (
    "<html lang='en'><head><title>Nine killed at the depot</title></head><body>"
    f"<article><h1>Nine killed at the depot</h1><p>{SENTENCES}</p></article></body></html>"
)
MHT = f"""From: <Saved by a browser>
Snapshot-Content-Location: https://news.example/depot
Subject: Nine killed
MIME-Version: 1.0
Content-Type: multipart/related; boundary="X"

--X
Content-Type: text/html; charset=utf-8
Content-Location: https://news.example/depot

{PAGE}
--X
Content-Type: text/css

body {{}}
--X--
"""


RECORD = """WARC/1.0\r
WARC-Type: response\r
WARC-Target-URI: https://news.example/depot\r
WARC-Date: 2020-01-01T00:00:00Z\r
WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r
Content-Type: application/http; msgtype=response\r
Content-Length: {size}\r
\r
{answer}\r
\r
"""


def archive(path: Path, *, status: str = "200 OK", kind: str = "text/html") -> Path:
    pytest.importorskip("warcio")
    answer = f"HTTP/1.0 {status}\r\nContent-Type: {kind}\r\n\r\n{PAGE}"
    record = RECORD.format(size=len(answer.encode()), answer=answer).encode()
    path.write_bytes(gzip.compress(record) if path.suffix == ".gz" else record)
    return path


@pytest.mark.parametrize("name", ["pages.warc", "pages.warc.gz"])
def test_the_pages_of_a_web_archive_are_documents_with_their_address(
    tmp_path: Path, name: str
) -> None:
    (page,) = open_file(archive(tmp_path / name))
    assert isinstance(page, Opened)
    assert "attacked the depot" in page.text
    assert page.metadata.address == "https://news.example/depot"
    assert page.metadata.title is not None
    assert page.metadata.title.value == "Nine killed at the depot"
    assert page.metadata.date is None or page.metadata.date.value == "2010-05-03"


@pytest.mark.parametrize(("status", "kind"), [("404 Gone", "text/html"), ("200 OK", "image/png")])
def test_what_is_no_page_is_left_out(tmp_path: Path, status: str, kind: str) -> None:
    (found,) = open_file(archive(tmp_path / "pages.warc", status=status, kind=kind))
    assert found == Skipped("", "The archive holds no web page; leave it out.")


def test_a_damaged_web_archive_is_told(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "pages.warc"
    path.write_bytes(b"no archive at all\n" * 9)
    (found,) = open_file(path)
    assert isinstance(found, Skipped)
    assert "damaged" in found.reason


def test_without_its_library_a_web_archive_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (tmp_path / "pages.warc").write_bytes(b"WARC/1.0")
    (found,) = open_file(tmp_path / "pages.warc")
    assert isinstance(found, Skipped)
    assert "pip install 'vouchgraph[warc]'" in found.reason


def test_a_page_that_a_browser_saved_as_one_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "page.mht").write_text(MHT)
    (page,) = open_file(tmp_path / "page.mht")
    assert isinstance(page, Opened)
    assert "attacked the depot" in page.text
    assert page.metadata.address == "https://news.example/depot"
