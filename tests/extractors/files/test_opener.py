from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from extractors.files.opener import Opener
from extractors.files.opening import Opened
from extractors.limits import Limits
from graph.model import Skipped

LIMITS = Limits(seconds=1, memory=500)
POSIX = pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")

# what stands for a library that runs wild inside the process: a reader that obeys its file
OBEDIENT = """
import os, signal
from extractors.files import formats
from extractors.files.draft import Draft
def read(path):
    for line in path.read_text().splitlines():
        exec(line)
        yield Draft(line)
formats.FORMATS[".txt"] = read
from extractors.files.worker import main
"""


@pytest.fixture
def obedient(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractors.files import opener  # noqa: PLC0415 (only here)

    code = opener._CODE.replace(
        "from extractors.files.worker import main; ", f"exec({OBEDIENT!r});"
    )
    monkeypatch.setattr(opener, "_CODE", code)


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def reasons(found: list[Opened | Skipped]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Skipped)]


def test_one_process_opens_many_files(tmp_path: Path) -> None:
    with Opener(Limits()) as opener:
        texts = [list(opener.open(put(tmp_path, f"{n}.txt", f"Well {n}."))) for n in range(3)]
        process = opener._process
        assert process is not None
        assert process.poll() is None
    assert [one.text for (one,) in texts if isinstance(one, Opened)] == [
        "Well 0.", "Well 1.", "Well 2.",
    ]  # fmt: skip
    assert process.poll() is not None


def test_a_name_that_is_no_unicode_is_opened(tmp_path: Path) -> None:
    path = put(tmp_path, "\udcffa.txt", "The well is dry.")
    with Opener(Limits()) as opener:
        (opened,) = opener.open(path)
    assert isinstance(opened, Opened)


@POSIX
@pytest.mark.usefixtures("obedient")
@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("while True: pass", "took more than 1 seconds of processor time; .* --file-seconds"),
        ("[0] * 100_000_000", "took more than 500 MB of memory; .* --file-memory"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", r"made the program fail .* \(status -11\)"),
        ("os._exit(3)", r"made the program fail .* \(status 3\)"),
    ],
)
def test_a_file_that_goes_over_is_skipped_and_the_next_is_opened(
    tmp_path: Path, order: str, told: str
) -> None:
    bad, good = put(tmp_path, "a.txt", order), put(tmp_path, "b.txt", "1")
    with Opener(LIMITS) as opener:
        before, found, after = (list(opener.open(path)) for path in (good, bad, good))
    (reason,) = reasons(found)
    assert re.search(told, reason)
    assert reasons(before) == reasons(after) == []


@POSIX
@pytest.mark.usefixtures("obedient")
def test_what_one_file_leaves_behind_is_no_burden_to_the_next(tmp_path: Path) -> None:
    first = put(tmp_path, "a.txt", "import sys; sys.left = bytes(300_000_000)")
    second = put(tmp_path, "b.txt", "bytes(200_000_000)")
    with Opener(LIMITS) as opener:
        assert reasons([*opener.open(first), *opener.open(second)]) == []


@POSIX
@pytest.mark.usefixtures("obedient")
def test_documents_of_one_file_are_each_given_the_time(tmp_path: Path) -> None:
    work = "import time; end = time.process_time() + 0.6\nwhile time.process_time() < end: pass"
    path = put(tmp_path, "a.txt", "\n".join([f"exec({work!r})"] * 4))
    with Opener(LIMITS) as opener:
        assert reasons(list(opener.open(path))) == []


@POSIX
@pytest.mark.usefixtures("obedient")
def test_the_process_that_opens_files_writes_none(tmp_path: Path) -> None:
    order = f"open({str(tmp_path / 'made')!r}, 'wb', buffering=0).write(b'x')"
    with Opener(LIMITS) as opener:
        (reason,) = reasons(list(opener.open(put(tmp_path, "a.txt", order))))
    assert reason == "The file cannot be opened: File too large."
    assert (tmp_path / "made").read_bytes() == b""


def test_a_file_left_half_read_does_not_answer_for_the_next(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": f"Well {n}."}) for n in range(5))
    with Opener(Limits()) as opener:
        next(opener.open(put(tmp_path, "a.jsonl", lines)))
        (opened,) = opener.open(put(tmp_path, "b.txt", "It rained."))
    assert isinstance(opened, Opened)
    assert opened.text == "It rained."


@POSIX
def test_a_page_with_a_tag_of_too_many_attributes_is_skipped(tmp_path: Path) -> None:
    attributes = " ".join(f"a{n}='x'" for n in range(300_000))
    path = put(
        tmp_path, "a.html", f"<html><body><p {attributes}>The well is dry.</p></body></html>"
    )
    with Opener(Limits(seconds=1)) as opener:
        (reason,) = reasons(list(opener.open(path)))
    assert reason.startswith("Opening the file took more than 1 seconds of processor time")
