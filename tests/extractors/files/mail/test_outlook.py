from __future__ import annotations

import struct
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractors.files.opening import Opened, open_file
from graph.model import Skipped
from tests.extractors.files.compound import Tree, write_compound

BODY = "The mayor signed the treaty<https://track.example/x?id=1> on 3 May 2010.\n\nAda"
SENT = datetime(2010, 5, 4, 9, tzinfo=UTC)


def text(name: str, value: str) -> dict[str, bytes]:
    return {f"__substg1.0_{name}001F": value.encode("utf-16-le")}


def times(head: int) -> dict[str, bytes]:
    ticks = int((SENT - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
    entry = struct.pack("<HHIQ", 0x40, 0x39, 6, ticks)
    return {"__properties_version1.0": b"\0" * head + entry}


def message(head: int = 32, **more: Tree) -> Tree:
    own = text("0037", "RE: The treaty") | text("0C1A", "Berg, Ada") | text("5D01", "ada@x.example")
    return {**own, **text("1000", BODY), **times(head), **more}


@pytest.fixture(autouse=True)
def _library() -> None:
    pytest.importorskip("olefile")


def test_a_message_has_its_sender_day_and_subject(tmp_path: Path) -> None:
    (found,) = open_file(write_compound(tmp_path / "mail.msg", message()))
    assert isinstance(found, Opened)
    about = found.metadata
    assert about.title is not None
    assert about.date is not None
    assert ([a.value for a in about.authors], about.date.value) == (["Ada Berg"], "2010-05-04")
    assert about.title.value == "The treaty"
    assert found.text == "The mayor signed the treaty on 3 May 2010.\n\nAda"
    assert [cut.words for cut in found.cuts] == ["<https://track.example/x?id=1>"]


def test_attachments_and_messages_within_are_documents_of_their_own(tmp_path: Path) -> None:
    note: Tree = {**text("3707", "note.txt"), "__substg1.0_37010102": b"Nine people died."}
    within: Tree = {**text("3704", "Earlier"), "__substg1.0_3701000D": message(24)}
    tree: Tree = {
        **message(),
        "__attach_version1.0_#00000000": note,
        "__attach_version1.0_#00000001": within,
    }
    found = open_file(write_compound(tmp_path / "mail.msg", tree))
    parts = [(one.part, one.text.split()[0]) for one in found if isinstance(one, Opened)]
    assert parts == [("", "The"), ("note.txt", "Nine"), ("Earlier.eml", "The")]


def test_a_body_in_html_alone_is_read(tmp_path: Path) -> None:
    tree = {**text("0037", "News"), "__substg1.0_10130102": b"<p>Nine <b>people</b> died.</p>"}
    (found,) = open_file(write_compound(tmp_path / "mail.msg", tree))
    assert isinstance(found, Opened)
    assert found.text == "Nine people died."


@pytest.mark.parametrize(
    "data", [b"", b"no message", bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600]
)
def test_what_is_no_message_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "mail.msg"
    path.write_bytes(data)
    (found,) = open_file(path)
    assert isinstance(found, Skipped)
    assert "message" in found.reason or "empty" in found.reason


def test_a_missing_library_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "olefile", None)
    (found,) = open_file(write_compound(tmp_path / "mail.msg", message()))
    assert isinstance(found, Skipped)
    assert "pip install 'vouchgraph[msg]'" in found.reason
