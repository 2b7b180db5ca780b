"""Reads ``.docx`` files whole: text boxes, content controls, tracked changes, notes, headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.files.cleaning.characters import clean_characters
from extractors.files.cleaning.paragraphs import is_closed, join, must_go_on, starts_low
from extractors.files.draft import Draft, Layout, Metadata
from extractors.files.inputs.held import Source
from extractors.files.office.packages import Package, attribute, child, local, open_package
from extractors.files.office.properties import read_author, read_title
from extractors.files.office.word_text import WordText, read_blocks
from graph.errors import UnreadableFileError
from graph.model import Remark, Skipped, Sourced

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMPTY = "The .docx file holds no text; put text into it or leave it out."
_PICTURES = "The .docx file holds pictures but no text; if they are scans, it needs OCR first."
_NO_DOCUMENT = "The .docx file is damaged or is none; open it in a word processor and save it anew."
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class _Parts:
    """The names of a package's parts; headers and footers with the ids by which they are known."""

    document: str
    others: Sequence[tuple[str, str, str]]

    def of_kind(self, kind: str) -> list[tuple[str, str]]:
        return [(identifier, name) for identifier, one, name in self.others if one == kind]


def read_word(path: Source) -> Iterator[Draft | Skipped]:
    """Read a Word file as it shows with all changes accepted, with its title, author and language.

    Foot notes and end notes stand behind the text, headers and footers once; deletions, hidden
    text and comments are left out and told. Its creation date is left alone: it tells when the
    file was made, not the text.
    """
    with open_package(path, ".docx") as package:
        yield _read(package)


def _read(package: Package) -> Draft:
    document = next((name for _, kind, name in package.related() if kind == "officeDocument"), "")
    root = package.xml(document or "word/document.xml")
    body = child(root, "body")
    if body is None:
        raise UnreadableFileError(_NO_DOCUMENT)
    parts = _Parts(document, package.related(document) if document else ())
    found = WordText()
    read_blocks(body, found)
    notes = list(_read_notes(package, parts, found))
    top, others = _read_edges(package, parts, body, found)
    text = clean_characters("\n".join(map(_join_lines, (*top, *found.paragraphs))))
    if not (text.strip() or notes):
        raise UnreadableFileError(_PICTURES if _has_pictures(package) else _EMPTY)
    return Draft(
        text,
        Layout.LINES,
        _read_metadata(package, found),
        notes=(*notes, *others),
        cuts=tuple(found.cuts),
        remarks=tuple(_remark(package, parts, found)),
    )


def _join_lines(paragraph: str) -> str:
    """Keep a line break that the author set, unless the sentence evidently goes on over it."""
    lines = [" ".join(line.split()) for line in clean_characters(paragraph).split("\n")]
    joined: list[str] = []
    for line in filter(None, lines):
        before = joined[-1] if joined else ""
        if before and (must_go_on(before) or (starts_low(line) and not is_closed(before))):
            joined[-1] = join(before, line)
        else:
            joined.append(line)
    return "\n".join(joined)


def _read_notes(package: Package, parts: _Parts, found: WordText) -> Iterator[str]:
    """Give the notes in the order in which the text refers to them, then those it does not."""
    texts: dict[tuple[str, str], str] = {}
    for kind in ("footnotes", "endnotes"):
        for _, name in parts.of_kind(kind):
            for note in _elements(package.xml(name)):
                if attribute(note, "type") not in _SEPARATORS:
                    texts[kind, attribute(note, "id")] = _read_part(note, found)
    yield from filter(None, (texts.pop(key, "") for key in list(found.notes)))
    yield from filter(None, texts.values())


def _elements(root: _Element | None) -> Iterable[_Element]:
    return () if root is None else (one for one in root if local(one))


def _read_part(part: _Element, found: WordText) -> str:
    inner = WordText(cuts=found.cuts)
    read_blocks(part, inner)
    return " ".join(" ".join(inner.paragraphs).split())


def _read_edges(
    package: Package, parts: _Parts, body: _Element, found: WordText
) -> tuple[list[str], list[str]]:
    """Give the lines of the first page's header, and those of the other headers and footers.

    Each is given once; numbers of pages alone are none.
    """
    first = {
        attribute(one, "id")
        for one in body.iter()
        if local(one) == "headerReference" and attribute(one, "type") == "first"
    }
    top: list[str] = []
    others: list[str] = []
    for identifier, name in (*parts.of_kind("header"), *parts.of_kind("footer")):
        root = package.xml(name)
        inner = WordText(cuts=found.cuts)
        if root is not None:
            read_blocks(root, inner)
        for line in (" ".join(text.split()) for text in inner.paragraphs):
            if any(map(str.isalpha, line)) and line not in {*top, *others, *found.paragraphs}:
                (top if identifier in first else others).append(line)
    return top, others


def _read_metadata(package: Package, found: WordText) -> Metadata:
    core = next((name for _, kind, name in package.related() if kind == "core-properties"), "")
    root = package.xml(core)
    fields = {local(one): one.text or "" for one in _elements(root)}
    styled = zip(found.styles, found.paragraphs, strict=True)
    heading = next((text for style, text in styled if style.lower() == "title"), "")
    title = read_title(fields.get("title"), "Word properties")
    language = fields.get("language", "").strip()
    return Metadata(
        title=title or read_title(heading, "heading"),
        authors=read_author(fields.get("creator"), "Word properties"),
        language=Sourced(language, "Word properties") if language else None,
    )


def _has_pictures(package: Package) -> bool:
    return any("/media/" in name for name in package.names)


def _remark(package: Package, parts: _Parts, found: WordText) -> Iterator[Remark]:
    comments = sum(
        sum(local(one) == "comment" for one in _elements(package.xml(name)))
        for _, name in parts.of_kind("comments")
    )
    if comments:
        yield Remark(f"Comments in its margin were left out: {comments}.", partial=True)
    if found.unread:
        yield Remark(f"Files inside it were not read: {found.unread}.", partial=True)
