from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.files import read_files
from graph.model import Cut, Document, Skipped, Sourced

PageMaker = Callable[..., Path]


def draw(*placed: tuple[float, float, float, str]) -> bytes:
    """Draw texts on a page, each at (x, y) and in a size."""
    shown = (f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in placed)
    return "\n".join(shown).encode("cp1252")


def read(path: Path) -> Document | Skipped:
    (result,) = read_files([path])
    return result


def test_a_pdf_gives_paragraphs_title_and_author(make_pdf: PageMaker) -> None:
    path = make_pdf(
        "The glacier above the village has lost a third of\n"
        "its ice since the first survey, and the inter-\n"
        "national team that measured it expects the lake\n"
        "to drain by summer.\n"
        "The villagers keep boats ready.",
        title="Ice of the Upper Valley",
        author="Jane Roe",
    )
    document = read(path)
    assert isinstance(document, Document)
    assert document.text == (
        "The glacier above the village has lost a third of its ice since the first survey, and the "
        "international team that measured it expects the lake to drain by summer.\n\n"
        "The villagers keep boats ready."
    )
    assert document.title == Sourced("Ice of the Upper Valley", "PDF properties")
    assert document.authors == (Sourced("Jane Roe", "PDF properties"),)
    assert document.date is None


def test_a_pdf_without_text_may_be_a_scan(make_pdf: PageMaker) -> None:
    result = read(make_pdf(""))
    assert isinstance(result, Skipped)
    assert "may be a scan" in result.reason
    assert "install tesseract" in result.reason


def test_an_encrypted_pdf_is_skipped(make_pdf: PageMaker) -> None:
    result = read(make_pdf("Secret.", locked=True))
    assert result == Skipped("file.pdf", "The PDF is encrypted; remove its password first.")


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", b"no pdf at all", b"\x00" * 5000])
def test_a_damaged_pdf_is_skipped_without_a_warning(
    data: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "x.pdf").write_bytes(data)
    result = read(tmp_path / "x.pdf")
    assert isinstance(result, Skipped)
    assert "damaged" in result.reason
    assert [record for record in caplog.records if record.name.startswith("pypdf")] == []


def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other(
    make_drawn_pdf: PageMaker,
) -> None:
    left = [
        "The lake above the village has",
        "lost a third of its water, and",
        "the boats lie dry.",
    ]
    right = [
        "In another valley the springs",
        "have failed, and the farmers",
        "carry water by hand.",
    ]
    rows = enumerate(zip(left, right, strict=True))
    placed = [
        (x, 700 - 14 * row, 10, text)
        for row, pair in rows
        for x, text in zip((50, 310), pair, strict=True)
    ]
    document = read(make_drawn_pdf(draw((50, 740, 10, "WATER IN THE VALLEYS"), *placed)))
    assert isinstance(document, Document)
    assert document.text == "\n\n".join(("WATER IN THE VALLEYS", " ".join(left), " ".join(right)))


def test_the_rows_of_a_table_are_lines_whose_cells_part_with_commas(
    make_drawn_pdf: PageMaker,
) -> None:
    rows = [("1", "Lena Hof", "baker"), ("2", "Jan Berg", "miller"), ("3", "Ida Lund", "teacher")]
    placed = [
        (x, 700 - 14 * row, 10, text)
        for row, cells in enumerate(rows)
        for x, text in zip((60, 90, 200), cells, strict=True)
    ]
    document = read(make_drawn_pdf(draw(*placed)))
    assert isinstance(document, Document)
    assert document.text.split("\n\n") == [", ".join(cells) for cells in rows]


def test_raised_numbers_join_no_figure_and_are_listed(make_drawn_pdf: PageMaker) -> None:
    page = draw((60, 700, 10, "They counted 11"), (131, 704, 6, "3"), (138, 700, 10, "boats."))
    document = read(make_drawn_pdf(page))
    assert isinstance(document, Document)
    assert document.text == "They counted 11 boats."
    assert document.cuts == (Cut("3", "note number"),)


def test_foot_notes_stand_behind_the_text_that_goes_on_over_the_page(
    make_drawn_pdf: PageMaker,
) -> None:
    first = draw(
        (60, 700, 10, "The lake was measured by the commission of the upper valley and"),
        (60, 100, 8, "1 Report of the commission, 1998, page 4."),
    )
    second = draw((60, 700, 10, "found to be dry."))
    document = read(make_drawn_pdf(first, second))
    assert isinstance(document, Document)
    assert document.text == (
        "The lake was measured by the commission of the upper valley and found to be dry.\n\n"
        "1 Report of the commission, 1998, page 4."
    )
    assert document.page_at(document.text.index("found to be")) == 2
    assert document.page_at(document.text.index("1 Report")) == 1


def test_running_heads_and_page_numbers_go_and_the_first_head_stays(
    make_drawn_pdf: PageMaker,
) -> None:
    pages = [
        draw(
            (60, 800, 10, "Survey of Ice"),
            (60, 700, 10, f"The lake of the {word} valley is dry."),
            (300, 30, 10, str(number)),
        )
        for number, word in enumerate(("upper", "middle", "lower"), start=7)
    ]
    document = read(make_drawn_pdf(*pages))
    assert isinstance(document, Document)
    assert document.text.split("\n\n") == [
        "Survey of Ice",
        *(f"The lake of the {word} valley is dry." for word in ("upper", "middle", "lower")),
    ]
    words = [(cut.words, cut.reason) for cut in document.cuts]
    assert sorted(words) == [
        ("7", "page number"), ("8", "page number"), ("9", "page number"),
        ("Survey of Ice", "running head"), ("Survey of Ice", "running head"),
    ]  # fmt: skip


def test_letters_with_the_same_words_at_the_same_places_stay_whole(
    make_drawn_pdf: PageMaker,
) -> None:
    def letter(name: str, day: int) -> bytes:
        lines = (
            "Valley Water Office", f"Concerning: {name}", f"Graz, {day} May 1997", "",
            "We ask you to repair the pipe of the person named above, which was",
            "broken by the frost of last winter.", "", "Lena Hof, director",
        )  # fmt: skip
        return draw(*((60, 780 - 14 * n, 10, line) for n, line in enumerate(lines) if line))

    document = read(make_drawn_pdf(letter("Jan Berg", 3), letter("Ida Lund", 4)))
    assert isinstance(document, Document)
    assert document.cuts == ()
    for words in ("Valley Water Office", "broken by the frost", "Lena Hof, director"):
        assert document.text.count(words) == 2


def test_a_word_that_a_line_breaks_is_whole_and_a_name_keeps_its_hyphen(
    make_drawn_pdf: PageMaker,
) -> None:
    lines = (
        "The inter-",
        "national team heard Vice-",
        "President Luis Ortega and Jean-",
        "Pierre Marchal.",
    )
    page = draw(*((60, 700 - 14 * n, 10, line) for n, line in enumerate(lines)))
    document = read(make_drawn_pdf(page))
    assert isinstance(document, Document)
    assert document.text == (
        "The international team heard Vice-President Luis Ortega and Jean-Pierre Marchal."
    )


def test_what_is_filled_into_a_form_stands_beside_its_label(make_drawn_pdf: PageMaker) -> None:
    page = draw((60, 700, 10, "Name of the owner:"))
    path = make_drawn_pdf(page, fields=[("owner", "Jan Berg of Graz", "160 695 400 712")])
    document = read(path)
    assert isinstance(document, Document)
    assert document.text == "Name of the owner: Jan Berg of Graz"


def test_what_is_drawn_twice_at_one_place_is_read_once(make_drawn_pdf: PageMaker) -> None:
    line = (60, 700, 10, "The effort failed.")
    document = read(make_drawn_pdf(draw(line, line)))
    assert isinstance(document, Document)
    assert document.text == "The effort failed."


def test_a_page_that_lies_on_its_side_is_read(make_drawn_pdf: PageMaker) -> None:
    lines = b"(The lake is dry,) Tj T* (and so is the well.) Tj"
    page = b"BT /F1 10 Tf 0 1 -1 0 300 100 Tm 14 TL %s ET" % lines
    document = read(make_drawn_pdf(page, rotate=90))
    assert isinstance(document, Document)
    assert document.text == "The lake is dry, and so is the well."


def test_pages_without_text_are_told_with_their_numbers(make_drawn_pdf: PageMaker) -> None:
    picture = b"q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"
    document = read(make_drawn_pdf(draw((60, 700, 10, "The lake is dry.")), picture, picture))
    assert isinstance(document, Document)
    (remark,) = document.remarks
    assert remark.partial
    assert remark.sentence.startswith("Pages 2-3 of 3 pages hold no text but pictures")


def test_paragraphs_part_where_lines_stand_apart_or_begin_further_in(
    make_drawn_pdf: PageMaker,
) -> None:
    page = draw(
        (60, 700, 10, "The lake above the village has lost a third of its water and"),
        (60, 686, 10, "the boats lie dry."),
        (75, 672, 10, "The villagers have dug a well beside the school of the upper"),
        (60, 658, 10, "valley, in which"),
        (60, 644, 10, "there is no water."),
        (60, 616, 10, "They will dig another."),
    )
    document = read(make_drawn_pdf(page))
    assert isinstance(document, Document)
    assert [part[:9] for part in document.text.split("\n\n")] == [
        "The lake ",
        "The villa",
        "They will",
    ]


@given(st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_any_content_of_a_page_is_read_or_refused(make_drawn_pdf: PageMaker, data: bytes) -> None:
    result = read(make_drawn_pdf(b"BT /F1 10 Tf 60 700 Td (a) Tj " + data))
    assert result.text if isinstance(result, Document) else result.reason.endswith(".")
