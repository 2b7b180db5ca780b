"""OpenDocument, EPUB and Excel: packages of XML that are made here by hand."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.files import read_files
from graph.model import Cut, Document, Remark, Skipped, Sourced

ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "draw", "meta")
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def make(path: Path, **parts: str) -> list[Document | Skipped]:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return list(read_files([path]))


def make_odt(folder: Path, body: str, styles: str = "") -> Document:
    content = (
        f"<office:document-content {ODF}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {ODF} {DC}><office:meta><dc:title>The Old Mill</dc:title>"
        "<meta:initial-creator>Ida Lund</meta:initial-creator></office:meta></office:document-meta>"
    )
    (document,) = make(folder / "a.odt", **{"content.xml": content, "meta.xml": meta})
    assert isinstance(document, Document)
    return document


def test_an_opendocument_text_gives_paragraphs_rows_and_metadata(tmp_path: Path) -> None:
    row = "".join(
        f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in ("Graz", "Linz")
    )
    document = make_odt(
        tmp_path,
        "<text:h>The mill</text:h><text:p>It<text:s/>is <text:span>open</text:span>.</text:p>"
        f"<table:table><table:table-row>{row}</table:table-row></table:table>",
    )
    assert document.text == "The mill\n\nIt is open.\n\nGraz, Linz"
    assert document.title == Sourced("The Old Mill", "OpenDocument properties")
    assert document.authors == (Sourced("Ida Lund", "OpenDocument properties"),)


def test_notes_stand_behind_deletions_are_listed_and_comments_counted(tmp_path: Path) -> None:
    document = make_odt(
        tmp_path,
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        "<dc:creator xmlns:dc='x'>E</dc:creator></office:change-info><text:p>shut</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>It is open.<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Interview.</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>Really?</text:p></office:annotation></text:p>"
        "<text:p>Come.</text:p>",
    )
    assert document.text == "It is open.\n\nCome.\n\nInterview."
    assert document.cuts == (Cut("shut", "tracked deletion"),)
    assert document.remarks == (Remark("Comments in its margin were left out: 1.", partial=True),)


def test_raised_numbers_of_opendocument_join_no_figure(tmp_path: Path) -> None:
    raised = '<style:text-properties style:text-position="super 58%"/>'
    style = f'<style:style style:name="T1">{raised}</style:style>'
    document = make_odt(
        tmp_path,
        '<text:p>They saw 11<text:span text:style-name="T1">3</text:span> mills.</text:p>',
        style,
    )
    assert document.text == "They saw 11 mills."
    assert document.cuts == (Cut("3", "note number"),)


def test_a_book_gives_its_chapters_in_the_order_of_its_spine(tmp_path: Path) -> None:
    book = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata {DC}>'
        "<dc:title>The Old Mill</dc:title>"
        "<dc:creator>Ida Lund</dc:creator><dc:date>2004-05-04</dc:date></metadata><manifest>"
        '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="a" href="a%20a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="c" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>'
    )
    chapter = "<h1>One</h1><p>It is open.<sup>2</sup></p>"
    container = '<container><rootfiles><rootfile full-path="o/book.opf"/></rootfiles></container>'
    (document,) = make(
        tmp_path / "a.epub",
        **{
            "META-INF/container.xml": container,
            "o/book.opf": book,
            "o/a a.xhtml": f"<html><head><title>x</title></head><body>{chapter}</body></html>",
            "o/b.xhtml": "<html><body><p>It is shut.</p></body></html>",
        },
    )
    assert isinstance(document, Document)
    assert document.text == "One\n\nIt is open.\n\nIt is shut."
    assert document.title == Sourced("The Old Mill", "book properties")
    assert document.date == Sourced("2004-05-04", "book properties")
    assert document.cuts == (Cut("2", "note number"),)
    assert document.remarks[0].partial


def test_the_sheets_of_a_workbook_are_tables(tmp_path: Path) -> None:
    def relations(*targets: tuple[str, str, str]) -> str:
        made = (
            f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
            for key, kind, target in targets
        )
        return f"<Relationships>{''.join(made)}</Relationships>"

    runs = "<r><t>Ida </t></r><r><t>Lund</t></r>"
    styles = '<xf numFmtId="0"/><xf numFmtId="14"/>'
    rows = (
        '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>born</t></is></c></row>'
        '<row><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>25569</v></c></row>'
    )
    (document,) = make(
        tmp_path / "a.xlsx",
        **{
            "_rels/.rels": relations(("r", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": (
                f'<workbook {SHEET} xmlns:r="{OFFICE}">'
                '<sheets><sheet name="S" r:id="s1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": relations(
                ("s1", "worksheet", "sheet1.xml"), ("s2", "sharedStrings", "strings.xml"),
                ("s3", "styles", "styles.xml"),
            ),
            "xl/sheet1.xml": f"<worksheet {SHEET}><sheetData>{rows}</sheetData></worksheet>",
            "xl/strings.xml": f"<sst {SHEET}><si><t>name</t></si><si>{runs}</si></sst>",
            "xl/styles.xml": f"<styleSheet {SHEET}><cellXfs>{styles}</cellXfs></styleSheet>",
        },
    )  # fmt: skip
    assert isinstance(document, Document)
    assert document.text == "name, born\n\nIda Lund, 1970-01-01"


@pytest.mark.parametrize("suffix", [".odt", ".epub", ".xlsx", ".docx"])
@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 torn"])
def test_a_damaged_package_is_skipped(suffix: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    (result,) = read_files([path])
    assert isinstance(result, Skipped)
    assert "damaged" in result.reason


@pytest.mark.parametrize("suffix", [".odt", ".epub", ".xlsx", ".docx"])
@given(
    content=st.binary(max_size=200),
    name=st.sampled_from(
        ["content.xml", "_rels/.rels", "META-INF/container.xml", "word/document.xml"]
    ),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_any_parts_of_a_package_are_read_or_refused(
    suffix: str, tmp_path: Path, content: bytes, name: str
) -> None:
    for result in make(tmp_path / f"x{suffix}", **{name: content.decode("latin-1")}):
        assert result.text if isinstance(result, Document) else result.reason.endswith(".")
