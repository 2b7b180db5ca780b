from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.files import read_files
from graph.model import Cut, Document, Skipped, Sourced

HEAD = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}}"


def read(folder: Path, body: str) -> Document | Skipped:
    (folder / "a.rtf").write_text(f"{HEAD}{body}}}", encoding="latin-1")
    (result,) = read_files([folder / "a.rtf"])
    return result


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"The mill is open.\par It is new.", "The mill is open.\n\nIt is new."),
        (r"\f0 M\'fcller\'92s mill", "Müller’s mill"),
        (r"\f1 Milo\'9a", "Miloš"),
        (r"\u381?eljko and \uc0\u269 avi\uc1\u263\'e6.", "Željko and čavić."),
        (r"{\*\generator Program;}{\pict\pngblip 89504e}Open.", "Open."),
        (r"\trowd Ida\cell 34\cell\row Jon\cell 61\cell\row", "Ida, 34\n\nJon, 61"),
        (
            r"They saw 11{\super 3} mills on the 1{\super st} day.",
            "They saw 11 mills on the 1st day.",
        ),
        (r"It is open.{\footnote Interview.} Come.", "It is open. Come.\n\nInterview."),
        (r"{\header Mill Society\par}It is open.", "It is open.\n\nMill Society"),
        (r"It is {\deleted shut}open{\v  today}.", "It is open."),
        (r"Dogs \{and\} cats\~here\_there", "Dogs {and} cats here-there"),
    ],
)
def test_rtf_gives_its_text(body: str, text: str, tmp_path: Path) -> None:
    document = read(tmp_path, body)
    assert isinstance(document, Document)
    assert document.text == text


def test_title_and_author_are_read_from_its_properties(tmp_path: Path) -> None:
    document = read(
        tmp_path, r"{\info{\title The Old Mill}{\author Ida Lund}{\company X}}It is open."
    )
    assert isinstance(document, Document)
    assert document.text == "It is open."
    assert document.title == Sourced("The Old Mill", "RTF properties")
    assert document.authors == (Sourced("Ida Lund", "RTF properties"),)


def test_what_is_left_out_is_listed(tmp_path: Path) -> None:
    document = read(tmp_path, r"It is {\deleted shut}open{\super 3}{\v today}.")
    assert isinstance(document, Document)
    assert document.cuts == (
        Cut("shut", "tracked deletion"), Cut("3", "note number"), Cut("today", "hidden text"),
    )  # fmt: skip


def test_what_is_no_rtf_or_empty_is_skipped(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, ""), Skipped)
    (tmp_path / "b.rtf").write_text("no rtf")
    (result,) = read_files([tmp_path / "b.rtf"])
    assert result == Skipped("b.rtf", "The file is no RTF; give it its own suffix.")


PIECES = [
    "{", "}", "\\", "\\u-1?", "\\'9", "\\'ff", "\\f1", "\\*", "a ", "\\uc9", "\\fcharset300",
    "\\ansicpg99999", "\\footnote", "\\up",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_any_rtf_gives_a_document_or_a_sentence(tmp_path: Path, parts: list[str]) -> None:
    result = read(tmp_path, "".join(parts))
    assert result.text if isinstance(result, Document) else result.reason.endswith(".")
