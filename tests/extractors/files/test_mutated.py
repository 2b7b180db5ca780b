"""No file ends a run, whatever bytes it holds: small valid files, changed at random.

``VOUCHGRAPH_EXAMPLES`` sets how many are tried for each type; 40 where it is not set.
"""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.files.opening import Opened, open_file
from graph.model import Skipped
from tests.extractors.files.compound import compound

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = int(os.environ.get("VOUCHGRAPH_EXAMPLES", "40"))
TEXT = (
    "Rebels attacked the depot on 3 May 2010, killing nine, Ada Berg said. The ministry denied it."
)
MAIL = f"""From: Ada Berg <ada@example.org>
Subject: Report
Date: Tue, 4 May 2010 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=X

--X
Content-Type: text/plain; charset=utf-8

{TEXT}
> quoted
--X
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="a.txt"

{TEXT}
--X--
"""
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
WORDS = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def packed(**parts: str) -> bytes:
    """A .zip; two underscores in a name stand for a slash, one for a full stop."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return target.getvalue()


def in_a_tar(name: str, content: bytes) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return target.getvalue()


ODT = packed(
    mimetype="application/vnd.oasis.opendocument.text",
    content_xml=f'<o:document-content xmlns:o="{OFFICE}" xmlns:t="{WORDS}"><o:body><o:text>'
    f"<t:h>Report</t:h><t:p>{TEXT}</t:p></o:text></o:body></o:document-content>",
)
EPUB = packed(
    mimetype="application/epub+zip",
    **{
        "META-INF__container_xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:'
        'container"><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>'
    },
    c_opf='<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" '
    'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    a_xhtml=f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html>',
)
DOCX_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FILES: dict[str, bytes] = {
    ".txt": TEXT.encode(),
    ".md": f"---\ndate: 2010-05-04\n---\n# Report\n\n{TEXT}\n".encode(),
    ".html": f"<html><head><title>Report</title></head><body><article><p>{TEXT}</p></article>"
    "</body></html>".encode(),
    ".rtf": rf"{{\rtf1\ansi{{\info{{\author Ada Berg}}}}\f0 {TEXT}\par \u233? {{\b x}}}}".encode(),
    ".csv": f'text,date\n"{TEXT}",2010-05-04\n'.encode(),
    ".jsonl": f'{{"text": "{TEXT}", "date": "2010-05-04"}}\n'.encode(),
    ".srt": f"1\n00:00:01,000 --> 00:00:04,000\n{TEXT}\n".encode(),
    ".vtt": f"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada>{TEXT}\n".encode(),
    ".eml": MAIL.encode(),
    ".mbox": f"From ada Tue May  4 10:00:00 2010\n{MAIL}\n".encode(),
    ".msg": compound(
        {
            "__substg1.0_0037001F": "Report".encode("utf-16-le"),
            "__substg1.0_1000001E": TEXT.encode(),
            "__properties_version1.0": bytes(48),
            "__attach_version1.0_#00000000": {"__substg1.0_37010102": TEXT.encode()},
        }
    ),
    ".odt": ODT,
    ".epub": EPUB,
    ".docx": packed(
        **{"[Content_Types]_xml": "<Types/>"},
        word__document_xml=f'<w:document xmlns:w="{DOCX_NAMESPACE}"><w:body><w:p><w:r><w:t>{TEXT}'
        "</w:t></w:r></w:p></w:body></w:document>",
    ),
    ".pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>",
    ".zip": packed(a_txt=TEXT, b_csv=f"text\n{TEXT}\n"),
    ".tar": in_a_tar("a.txt", TEXT.encode()),
}


@st.composite
def changed(draw: st.DrawFn, content: bytes) -> bytes:
    """The bytes with some stretches replaced, left out or repeated, or cut short."""
    made = bytearray(content)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(made)))
        end = draw(st.integers(start, min(start + 60, len(made))))
        new = draw(st.one_of(st.binary(max_size=20), st.just(bytes(made[start:end]) * 2)))
        made[start:end] = new
    if draw(st.integers(0, 5)) == 0:
        del made[draw(st.integers(0, len(made))) :]
    return bytes(made)


@pytest.mark.parametrize("suffix", sorted(FILES))
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_changed_file_is_read_or_said_to_be_unreadable(
    tmp_path: Path, suffix: str, data: st.DataObject
) -> None:
    path = tmp_path / f"changed{suffix}"
    path.write_bytes(data.draw(changed(FILES[suffix])))
    for found in open_file(path):
        assert isinstance(found, Opened | Skipped)
        assert not isinstance(found, Skipped) or found.reason


@pytest.mark.parametrize("suffix", sorted(set(FILES) - {".pdf", ".docx"}))
def test_the_files_that_are_changed_hold_the_text(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"whole{suffix}"
    path.write_bytes(FILES[suffix])
    texts = " ".join(found.text for found in open_file(path) if isinstance(found, Opened))
    assert "attacked the depot" in " ".join(texts.split())
