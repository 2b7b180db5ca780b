from pathlib import Path

import pytest

from extractors.files import read_files
from graph.model import Document, Skipped

SRT = """\
1
00:00:01,000 --> 00:00:04,200
On 12 June the mayor

2
00:00:04,300 --> 00:00:07,900
opened the mill of the town.

3
00:00:13,000 --> 00:00:16,000
<i>Fourteen people came,</i>
said the miller.
"""
VTT = """\
WEBVTT

NOTE not said

intro
00:01.000 --> 00:04.000 align:start
<v Ida Lund>The mill is open.

00:04.000 --> 00:06.000
<v Jon Berg>Since when?
"""


def read(folder: Path, name: str, content: str) -> Document | Skipped:
    (folder / name).write_text(content)
    (result,) = read_files([folder / name])
    return result


@pytest.mark.parametrize("name", ["a.srt", "a.txt"])
def test_what_subtitles_say_becomes_sentences_without_numbers_and_times(
    name: str, tmp_path: Path
) -> None:
    document = read(tmp_path, name, SRT)
    assert isinstance(document, Document)
    assert document.text == (
        "On 12 June the mayor opened the mill of the town.\n\n"
        "Fourteen people came, said the miller."
    )


def test_voices_stand_before_what_they_say(tmp_path: Path) -> None:
    document = read(tmp_path, "a.vtt", VTT)
    assert isinstance(document, Document)
    assert document.text == "Ida Lund: The mill is open.\n\nJon Berg: Since when?"


def test_a_line_that_stays_while_the_next_comes_is_said_once(tmp_path: Path) -> None:
    twice = SRT.replace(
        "3\n00:00:13",
        "3\n00:00:08,000 --> 00:00:12,000\nopened the mill of the town.\n\n4\n00:00:13",
    )
    document = read(tmp_path, "a.srt", twice)
    assert isinstance(document, Document)
    assert document.text.count("opened the mill") == 1


def test_a_file_without_subtitles_is_skipped(tmp_path: Path) -> None:
    result = read(tmp_path, "a.srt", "No subtitles.")
    assert isinstance(result, Skipped)
    assert "no subtitles" in result.reason


def test_a_text_that_names_a_time_is_no_file_of_subtitles(tmp_path: Path) -> None:
    document = read(tmp_path, "a.txt", "The train left at 00:01:05,000 --> and came late.")
    assert isinstance(document, Document)
    assert "00:01:05" in document.text
