"""Reads ``.odt`` files: text, tables, boxes and notes, with changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.files.cleaning.characters import clean_characters
from extractors.files.cleaning.raised import read_raised
from extractors.files.draft import Draft, Layout, Metadata
from extractors.files.inputs.held import Source
from extractors.files.office.packages import attribute, child, local, open_package
from extractors.files.office.properties import read_author, read_title
from graph.errors import UnreadableFileError
from graph.model import Cut, Remark, Skipped, Sourced

if TYPE_CHECKING:
    from lxml.etree import _Element

_ORIGIN = "OpenDocument properties"
_EMPTY = "The .odt file holds no text; put text into it or leave it out."
_NO_DOCUMENT = (
    "The .odt file is damaged, locked or is none; open it in its program and save it anew."
)
_UNREAD = frozenset({"tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls"})


class _Text:
    """What is found on the way through a document."""

    def __init__(self, raised: frozenset[str]) -> None:
        self.raised = raised
        self.paragraphs: list[str] = []
        self.notes: list[str] = []
        self.cuts: list[Cut] = []
        self.comments = 0

    def read_blocks(self, element: _Element) -> None:
        """Read paragraphs, headings, tables and what holds them."""
        for one in element:
            name = local(one)
            if name in {"p", "h"}:
                text = self.read_inside(one)
                self.paragraphs += [text] if text.strip() else []
            elif name == "table-row":
                self._read_row(one)
            elif name == "tracked-changes":
                self._read_deletions(one)
            elif name not in _UNREAD:
                self.read_blocks(one)

    def _read_row(self, row: _Element) -> None:
        cells = (" ".join(self._read_apart(cell)) for cell in row if local(cell) == "table-cell")
        line = ", ".join(cell for cell in cells if cell.strip())
        self.paragraphs += [line] if line else []

    def _read_apart(self, element: _Element) -> list[str]:
        """Read a part by itself: its paragraphs do not stand among those of the text."""
        kept, self.paragraphs = self.paragraphs, []
        self.read_blocks(element)
        found, self.paragraphs = self.paragraphs, kept
        return [" ".join(text.split()) for text in found]

    def _read_deletions(self, changes: _Element) -> None:
        for one in changes.iter():
            if local(one) == "deletion":
                texts = (
                    text for part in one if local(part) != "change-info" for text in part.itertext()
                )
                words = " ".join("".join(map(str, texts)).split())
                self.cuts += [Cut(words, "tracked deletion")] if words else []

    def read_inside(self, element: _Element) -> str:
        """Read the text of a paragraph; boxes follow it, notes stand behind the document."""
        text = element.text or ""
        for one in element:
            text += self._read_part(one, text) + (one.tail or "")
        return text

    def _read_part(self, one: _Element, before: str) -> str:
        name = local(one)
        if name in {"s", "tab"}:
            return " "
        if name == "line-break":
            return "\n"
        if self._put_aside(one):
            return ""
        inside = self.read_inside(one)
        if name == "span" and attribute(one, "style-name") in self.raised:
            inside, is_note = read_raised(before, inside)
            self.cuts += [Cut(self.read_inside(one), "note number")] if is_note else []
        return inside

    def _put_aside(self, one: _Element) -> bool:
        """Read a note or a box, which does not stand in the line; comments are only counted."""
        name = local(one)
        if name == "note":
            body = child(one, "note-body")
            self.notes += self._read_apart(one if body is None else body)
        elif name in {"frame", "text-box", "custom-shape", "g"}:
            self.paragraphs += self._read_apart(one)
        self.comments += name == "annotation"
        return name in {"note", "frame", "text-box", "custom-shape", "g", *_UNREAD}


def read_opendocument(path: Source) -> Iterator[Draft | Skipped]:
    """Read an OpenDocument text as it shows with all changes accepted."""
    with open_package(path, ".odt") as package:
        root = package.xml("content.xml")
        body = child(root, "body", "text")
        if root is None or body is None:
            raise UnreadableFileError(_NO_DOCUMENT)
        styles = (root, package.xml("styles.xml"))
        found = _Text(frozenset(name for one in styles for name in _find_raised(one)))
        found.read_blocks(body)
        meta = _read_metadata(package.xml("meta.xml"))
    text = clean_characters("\n".join(found.paragraphs))
    if not text.strip() and not found.notes:
        raise UnreadableFileError(_EMPTY)
    said = f"Comments in its margin were left out: {found.comments}."
    remarks = (Remark(said, partial=True),) if found.comments else ()
    yield Draft(
        text, Layout.LINES, meta, notes=tuple(found.notes), cuts=tuple(found.cuts), remarks=remarks
    )


def _find_raised(root: _Element | None) -> Iterator[str]:
    """Find the styles that raise letters."""
    for one in root.iter() if root is not None else ():
        if local(one) == "text-properties" and attribute(one, "text-position").startswith("super"):
            yield attribute(one.getparent(), "name")


def _read_metadata(root: _Element | None) -> Metadata:
    found = child(root, "meta")
    fields = {local(one): one.text or "" for one in (found if found is not None else ())}
    language = fields.get("language", "").strip()
    return Metadata(
        title=read_title(fields.get("title"), _ORIGIN),
        authors=read_author(fields.get("initial-creator") or fields.get("creator"), _ORIGIN),
        language=Sourced(language, _ORIGIN) if language else None,
    )
