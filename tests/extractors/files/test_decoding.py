import codecs
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.files.decoding import Decoded, decode, read_text
from extractors.files.draft import MAX_CHARACTERS
from graph.errors import UnreadableFileError
from graph.model import Remark

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
    assert decode(text.encode(encoding)).text == text


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
    with pytest.raises(UnreadableFileError, match="longer than 10,000,000 characters"):
        read_text(path)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The court named Željko Šarić, Đuro Kovačić and Ilija Čavić.", "iso8859_2"),
        ("President Tomáš Řezníček met Jiří Dvořák in Plzeň.", "cp1250"),
        ("Søren’s café in Malmö – closed – was Müller’s.", "mac_roman"),
        ("El niño murió en Perú, según el señor Núñez.", "cp850"),
        ("Президент Иванов сказал, что выборы будут в мае.", "koi8_r"),
        ("Градоначелник је рекао да су врата затворена.", "iso8859_5"),
        ("東京都の知事は記者会見で発表した。", "shift_jis"),
    ],
)
def test_the_letters_that_an_encoding_makes_tell_it_and_the_guess_is_said(
    text: str, encoding: str
) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.remarks[0].sentence.startswith("The encoding was guessed")


def test_a_few_bad_bytes_leave_the_rest_utf_8() -> None:
    decoded = decode("Šarić and Čavić met. ".encode() * 2 + b"The mayor\x92s office was closed.")
    assert decoded.text.endswith("Šarić and Čavić met. The mayor’s office was closed.")
    assert decoded.remarks == (
        Remark("The text is UTF-8 with bytes that are none, read as Windows-1252: 1."),
    )


def test_a_byte_that_is_nothing_becomes_the_sign_for_it() -> None:
    assert decode("Čavić ".encode() + b"\x81.").text == "Čavić \ufffd."


def test_text_that_was_encoded_twice_is_mended_and_said() -> None:
    twice = "“No,” said Anne Lefèvre — the widow’s lawyer.".encode().decode("cp1252", "ignore")
    decoded = decode(twice.encode())
    assert decoded.text == "“No,” said Anne Lefèvre — the widow’s lawyer."
    assert decoded.remarks == (Remark("Letters that had been encoded twice were mended in it."),)


@pytest.mark.parametrize(
    "text", ["Ängste in Århus", "naïve cafés — “so”", "Ação em São João", "Ελλάδα"]
)
def test_text_that_was_encoded_once_stays(text: str) -> None:
    assert decode(text.encode()) == Decoded(text)


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_give_a_text_or_a_sentence(data: bytes) -> None:
    with suppress(UnreadableFileError):
        assert decode(data).text


# Invented sentences in the languages that these desks get, and in English with their names.
WRITTEN = {
    "Azerbaijani": (
        "Kitabxananın müdiri dedi ki, şəhərdə yeni oxu zalı açılacaq və kitablar qayıdacaq."
    ),
    "Turkish": (
        "Belediye başkanı dün İzmir'de yaptığı konuşmada köprünün yakında açılacağını söyledi."
    ),
    "Russian": (
        "Директор сообщил вчера, что библиотека откроется в понедельник. "
        "По его словам, ремонт окончен."
    ),
    "Polish": (
        "Burmistrz powiedział wczoraj, że śledztwo zostanie wznowione. "
        "Świadkowie widzieli łódź na Żuławach."
    ),
    "Bosnian": (
        "Načelnik je jučer izjavio da će se most ponovo otvoriti. "
        "Žitelji čekaju, rekla je Đurđica Čović."
    ),
    "German": (
        "Der Bürgermeister erklärte gestern in München, die Brücke würde geöffnet. "
        "Über fünfzig Gäste kämen."
    ),
    "French": (
        "Le maire a déclaré hier que les travaux étaient terminés. "
        "Hier à Genève, une délégation a été reçue."
    ),
    "English": (
        "The mayor told reporters in Zürich that the bridge would open. “We met,” said José Núñez."
    ),
    "Greek": (
        "Ο δήμαρχος δήλωσε χθες ότι η γέφυρα θα ανοίξει. Στην Αθήνα συναντήθηκαν οι δύο υπουργοί."
    ),
    "English with names": (
        "Mayor Milošević met Đinđić in Zagreb. The bridge near Žepa opens, said Karadžić."
    ),
}
ENCODINGS = {
    "Azerbaijani": "utf-8",
    "Turkish": "cp1254 iso8859-9 cp857 utf-8 utf-16 utf-16-le",
    "Russian": "cp1251 koi8-r cp866 iso8859-5 mac-cyrillic utf-8 utf-16 utf-16-le utf-16-be",
    "Polish": "iso8859-2 cp1250 utf-8 utf-16-be",
    "Bosnian": "iso8859-2 cp1250 cp852 utf-8",
    "German": "cp1252 iso8859-1 cp850 mac-roman utf-8 utf-16",
    "French": "cp1252 cp850 cp437 mac-roman iso8859-15",
    "English": "cp1252 mac-roman utf-8 utf-8-sig utf-16 utf-32",
    "Greek": "cp1253 iso8859-7 utf-8",
    "English with names": "cp1250 iso8859-2 utf-8 utf-16",
}
PAIRS = [(name, encoding) for name, known in ENCODINGS.items() for encoding in known.split()]


def encoded(name: str, encoding: str) -> tuple[str, Decoded]:
    text = WRITTEN[name].replace("“", '"').replace("”", '"')
    if not encoding.startswith(("utf", "cp125", "mac")):
        text = text.replace("’", "'")
    return text, decode(text.encode(encoding))


@pytest.mark.parametrize(("name", "encoding"), PAIRS)
def test_no_text_is_read_in_another_encoding_without_a_word(name: str, encoding: str) -> None:
    text, decoded = encoded(name, encoding)
    assert decoded.remarks or decoded.text == text


def test_two_sentences_are_nearly_always_enough_to_tell_the_encoding() -> None:
    read = {pair: encoded(*pair) for pair in PAIRS}
    wrong = {pair for pair, (text, decoded) in read.items() if decoded.text != text}
    assert wrong == {("Russian", "mac-cyrillic")}
