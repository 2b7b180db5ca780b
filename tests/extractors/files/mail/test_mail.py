import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.files import read_files
from extractors.files.mail.mail import looks_like_mail
from graph.model import Cut, Document, Skipped, Sourced

HEADER = """\
From: Ida Lund <ida@mill.example>
To: the press <press@mill.example>
Subject: Re: The mill is open
Date: Tue, 9 Mar 2004 11:22:05 +0100
"""
OWN = "The mill of the valley opened on Monday after it had been closed by the flood of\nApril.\n"
QUOTE = "On Mon, 8 Mar 2004 at 18:01, Jon Berg <jon@paper.example> wrote:\n> Is the mill open?\n"


def read(folder: Path, name: str, content: str | bytes) -> list[Document | Skipped]:
    data = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(data)
    return list(read_files([folder / name]))


@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_a_message_has_its_sender_as_author_and_its_quotations_have_theirs(
    name: str, tmp_path: Path
) -> None:
    own, quoted = read(tmp_path, name, f"{HEADER}\n{OWN}\n{QUOTE}>> We do not know.\n")
    assert isinstance(own, Document)
    assert isinstance(quoted, Document)
    assert own.title == Sourced("The mill is open", "mail header")
    assert own.authors == (Sourced("Ida Lund", "mail header"),)
    assert own.date == Sourced("2004-03-09", "mail header")
    assert own.text == OWN.replace("\n", " ").strip()
    assert own.cuts == (Cut("We do not know.", "quoted words without a writer"),)
    assert quoted.id == "a-quoted-1"
    assert quoted.source == f"{name}, quoted 1"
    assert quoted.authors == (Sourced("Jon Berg", "quoted message"),)
    assert quoted.date == Sourced("2004-03-08", "quoted message")
    assert quoted.text == "Is the mill open?"


def test_a_sender_that_is_no_person_is_the_publisher(tmp_path: Path) -> None:
    (own,) = read(tmp_path, "a.eml", f"{HEADER}\n{OWN}".replace("Ida Lund", "Mill Press Office"))
    assert isinstance(own, Document)
    assert own.authors == ()
    assert own.publisher == Sourced("Mill Press Office", "mail header")


def test_the_attachments_are_documents_of_their_own(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ida Lund <ida@mill.example>", "Papers"
    message.set_content("See the papers.")
    message.add_attachment("The wheel is new.", filename="wheel.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="mill.png")
    own, wheel, picture = read(tmp_path, "a.eml", message.as_bytes())
    assert isinstance(own, Document)
    assert isinstance(wheel, Document)
    assert isinstance(picture, Skipped)
    assert (wheel.source, wheel.text) == ("a.eml, wheel.txt", "The wheel is new.")
    assert wheel.authors == ()
    assert picture.source == "a.eml, mill.png"
    assert picture.reason.startswith("A picture")


def test_a_message_in_html_alone_is_read(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "Ida Lund <ida@mill.example>"
    message.set_content("<p>The mill is <b>open</b>.</p><p>Come.</p>", subtype="html")
    (own,) = read(tmp_path, "a.eml", message.as_bytes())
    assert isinstance(own, Document)
    assert own.text == "The mill is open.\n\nCome."


def test_a_message_without_a_charset_that_fits_is_decoded_by_its_letters(tmp_path: Path) -> None:
    body = "Müller’s mill in Zürich is open.".encode("cp1252")
    (own,) = read(tmp_path, "a.eml", HEADER.encode() + b"\n" + body)
    assert isinstance(own, Document)
    assert own.text == "Müller’s mill in Zürich is open."


def test_each_message_of_a_box_is_read(tmp_path: Path) -> None:
    head = f"From ida@mill.example Tue Mar  9 11:22:05 2004\n{HEADER}\n"
    one = f"{head}The mill is open.\n>From now on.\n\n"
    first, second = read(tmp_path, "a.mbox", one + one.replace("open", "shut"))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.text == "The mill is open.\n\nFrom now on."
    assert (first.id, second.source) == ("a-message-1", "a.mbox, message 2")


def test_an_archive_in_a_message_is_opened(tmp_path: Path) -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("wheel.txt", "The wheel is new.")
    message = EmailMessage()
    message["From"] = "Ida Lund <ida@mill.example>"
    message.set_content("See the papers.")
    message.add_attachment(held.getvalue(), maintype="application", subtype="zip", filename="p.zip")
    _, wheel = read(tmp_path, "a.eml", message.as_bytes())
    assert isinstance(wheel, Document)
    assert wheel.source == "a.eml, p.zip, wheel.txt"


@pytest.mark.parametrize("data", ["", "no mail at all", "\n\n\n"])
def test_what_is_no_message_is_skipped(data: str, tmp_path: Path) -> None:
    for name in ("a.eml", "a.mbox"):
        (result,) = read(tmp_path, name, data)
        assert isinstance(result, Skipped)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEADER}\n{OWN}", True),
        ("MEMORANDUM\nFROM: Ida Lund\nTO: the board\nSUBJECT: The mill\n\nIt is open.", False),
        ("Date: 4 May 2004\n\nThe mill is open.", False),
        ("", False),
    ],
)
def test_a_text_is_mail_by_its_header(text: str, expected: bool) -> None:
    assert looks_like_mail(text) is expected


PIECES = [
    HEADER, "\n", OWN, QUOTE, "> a\n", "Content-Type: ", "=?x?q?a?=", "--b\n", "\x00", "From: \n",
    "multipart/mixed; boundary=b\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_message_gives_documents_or_sentences(tmp_path: Path, parts: list[str]) -> None:
    for name in ("a.eml", "a.mbox"):
        for result in read(tmp_path, name, "".join(parts)):
            assert result.text if isinstance(result, Document) else result.reason.endswith(".")
