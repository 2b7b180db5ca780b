import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from extractors.files import read_files
from graph.model import Cut, Document, Remark, Skipped, Sourced

PageMaker = Callable[..., Path]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TEXT = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'


def read(path: Path) -> Document | Skipped:
    (result,) = read_files([path])
    return result


def relations(*targets: tuple[str, str]) -> str:
    made = (
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{PACKAGE}">{"".join(made)}</Relationships>'


def make(folder: Path, body: str, **parts: str) -> Document:
    """Write a package with a body and with further parts by their kinds, and read it."""
    path = folder / "made.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
        document = (
            f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>'
        )
        archive.writestr("word/document.xml", document)
        names = [(kind, f"{kind}1.xml") for kind in parts]
        archive.writestr("word/_rels/document.xml.rels", relations(*names))
        for kind, content in parts.items():
            root = f'<w:{kind} xmlns:w="{WORD}">{content}</w:{kind}>'
            archive.writestr(f"word/{kind}1.xml", root)
    document_read = read(path)
    assert isinstance(document_read, Document)
    return document_read


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(run if run[:1] == '<' else TEXT.format(run) for run in runs)}</w:p>"


def test_a_word_file_gives_paragraphs_title_and_author(make_docx: PageMaker) -> None:
    document = read(
        make_docx("The orchestra toured.", "It came home.", title="A Long Tour", author="Jane Roe")
    )
    assert isinstance(document, Document)
    assert document.text == "The orchestra toured.\n\nIt came home."
    assert document.title == Sourced("A Long Tour", "Word properties")
    assert document.authors == (Sourced("Jane Roe", "Word properties"),)


def test_defaults_of_programs_are_no_metadata(make_docx: PageMaker) -> None:
    document = read(make_docx("The orchestra toured.", title="Untitled", author="python-docx"))
    assert isinstance(document, Document)
    assert (document.title, document.authors, document.date) == (None, (), None)


def test_tables_stand_where_they_are_with_commas_between_cells(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("The towns of the tour:")
    table = file.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Graz", "Linz"
    file.add_paragraph("Then it ended.")
    file.save(str(tmp_path / "x.docx"))
    document = read(tmp_path / "x.docx")
    assert isinstance(document, Document)
    assert document.text == "The towns of the tour:\n\nGraz, Linz\n\nThen it ended."


def test_a_word_file_without_text_is_skipped(make_docx: PageMaker) -> None:
    result = read(make_docx())
    assert isinstance(result, Skipped)
    assert "holds no text" in result.reason


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 torn"])
def test_a_damaged_word_file_is_skipped(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(data)
    result = read(tmp_path / "x.docx")
    assert isinstance(result, Skipped)
    assert "damaged" in result.reason


def test_changes_are_accepted_and_deletions_listed(tmp_path: Path) -> None:
    document = make(
        tmp_path,
        paragraph(
            "The orchestra ",
            "<w:del><w:r><w:delText>sank</w:delText></w:r></w:del>",
            f"<w:ins>{TEXT.format('sang')}</w:ins>",
            " in Graz.",
        )
        + f"<w:p><w:ins>{TEXT.format('It came home.')}</w:ins></w:p>",
    )
    assert document.text == "The orchestra sang in Graz.\n\nIt came home."
    assert document.cuts == (Cut("sank", "tracked deletion"),)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    joined = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + TEXT.format("The orchestra ") + "</w:p>"
    )
    assert make(tmp_path, joined + paragraph("sang.")).text == "The orchestra sang."


def test_a_box_of_text_follows_the_paragraph_on_which_it_hangs_and_counts_once(
    tmp_path: Path,
) -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{paragraph('Ida Lund led it.')}</w:txbxContent>"
    run = (
        f"<w:r><mc:AlternateContent {mc}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = make(tmp_path, paragraph("The orchestra toured.", run) + paragraph("It came home."))
    assert document.text == "The orchestra toured.\n\nIda Lund led it.\n\nIt came home."


def test_content_controls_links_and_fields_are_text(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('It came home.')}</w:sdtContent></w:sdt>"
    inner = f"<w:sdt><w:sdtContent>{TEXT.format('Graz')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{TEXT.format(' and Linz')}</w:hyperlink>"
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    body = paragraph("The orchestra saw ", inner, link, code, ".") + control
    assert make(tmp_path, body).text == "The orchestra saw Graz and Linz.\n\nIt came home."


def test_raised_note_numbers_join_no_figure_and_ordinals_stay(tmp_path: Path) -> None:
    body = paragraph(
        "They gave 11", RAISED.format("3"), " concerts on the 1", RAISED.format("st"), " day."
    )
    document = make(tmp_path, body)
    assert document.text == "They gave 11 concerts on the 1st day."
    assert document.cuts == (Cut("3", "note number"),)


def test_notes_stand_behind_the_text_in_its_order(tmp_path: Path) -> None:
    refer = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'
    body = paragraph("The orchestra toured.", refer.format("footnote", 3)) + paragraph(
        "It came home.", refer.format("endnote", 2)
    )
    note = '<w:{0} w:id="{1}" {2}>{3}</w:{0}>'
    document = make(
        tmp_path,
        body,
        footnotes=note.format("footnote", 0, 'w:type="separator"', paragraph("---"))
        + note.format("footnote", 3, "", paragraph("Interview with Ida Lund.")),
        endnotes=note.format("endnote", 2, "", paragraph("Her diary.")),
    )
    assert document.text.split("\n\n") == [
        "The orchestra toured.", "It came home.", "Interview with Ida Lund.", "Her diary.",
    ]  # fmt: skip


def test_headers_come_once_and_comments_are_counted(tmp_path: Path) -> None:
    document = make(
        tmp_path,
        paragraph("The orchestra toured.") + paragraph("It came home."),
        hdr="",
        header=paragraph("Orchestra Society"),
        comments=f"<w:comment>{paragraph('Really?')}</w:comment>" * 2,
    )
    assert document.text == "The orchestra toured.\n\nIt came home.\n\nOrchestra Society"
    assert document.remarks == (Remark("Comments in its margin were left out: 2.", partial=True),)


def test_hidden_text_is_left_out_and_listed(tmp_path: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>badly</w:t></w:r>"
    document = make(tmp_path, paragraph("The orchestra played ", hidden, "."))
    assert document.text == "The orchestra played ."
    assert document.cuts == (Cut("badly", "hidden text"),)


def test_a_sentence_goes_on_over_a_line_break_and_an_address_does_not(tmp_path: Path) -> None:
    br = "<w:r><w:br/></w:r>"
    body = paragraph("Music House", br, "Graz") + paragraph("They played in", br, "Linz.")
    assert make(tmp_path, body).text == "Music House\n\nGraz\n\nThey played in Linz."


def test_strict_names_are_read_like_others(tmp_path: Path) -> None:
    make(tmp_path, paragraph("The orchestra toured."))
    strict = tmp_path / "strict.docx"
    with zipfile.ZipFile(tmp_path / "made.docx") as made, zipfile.ZipFile(strict, "w") as archive:
        for name in made.namelist():
            content = made.read(name).decode()
            archive.writestr(
                name, content.replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            )
    document = read(strict)
    assert isinstance(document, Document)
    assert document.text == "The orchestra toured."


def test_entities_of_xml_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "made.docx"
    bomb = '<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c "&b;&b;&b;">]>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
        body = f"<w:body>{paragraph('The orchestra toured. &c;')}</w:body>"
        archive.writestr(
            "word/document.xml", f'{bomb}<w:document xmlns:w="{WORD}">{body}</w:document>'
        )
    document = read(path)
    assert isinstance(document, Document)
    assert "boom" not in document.text
