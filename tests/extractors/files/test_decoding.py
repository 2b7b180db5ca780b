import codecs
from pathlib import Path

import pytest

from extractors.files.decoding import decode, read_text
from extractors.files.draft import MAX_CHARACTERS
from graph.errors import UnreadableFileError

ENGLISH = "The mayor’s office said that the café near the river – closed since May – would reopen."
TURKISH = "The mayor of Şişli said that İstanbul’s festival would take place in Beyoğlu."
POLISH = "Prezydent Gdańska powiedział, że wybory odbędą się w październiku. Święto łódzkie."
RUSSIAN = "Библиотека откроется в понедельник после ремонта, сообщил директор."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        ("He said “no”.", "cp1252"),
        ("Müller’s office in Zürich", "cp1252"),
        ("Le maire a annoncé que les élections auront lieu l’été prochain, d’après lui.", "cp1252"),
        (TURKISH, "cp1254"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
    ],
)
def test_the_encoding_is_found_out(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is a PNG picture, not text"),
        (b"%PDF-1.7 ...", "is a PDF file, not text"),
        (bytes(range(256)) * 20, "binary data"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "encoding of the file could not be told"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        decode(data)


def test_a_file_that_must_be_too_long_is_not_even_decoded(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"\xff" * (4 * MAX_CHARACTERS + 5))
    with pytest.raises(UnreadableFileError, match="longer than 1,000,000 characters"):
        read_text(path)
