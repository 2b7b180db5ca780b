"""Reads the text of Word's XML as Word shows it: changes accepted, boxes and notes at their place.

Elements are known by their local names, so that the strict namespaces are read as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractors.files.cleaning.raised import read_raised
from extractors.files.office.packages import attribute, child, local
from graph.model import Cut

if TYPE_CHECKING:
    from lxml.etree import _Element

_INSIDE = frozenset(
    {"hyperlink", "ins", "moveTo", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml", "dir",
     "bdo", "ruby", "rubyBase", "oMath", "oMathPara", "r", "subDoc", "p", "txbxContent", "body",
     "document", "hdr", "ftr", "footnote", "endnote"}
)  # fmt: skip
_GONE = {"del": "tracked deletion", "moveFrom": "tracked deletion"}
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_PROSE = 400


@dataclass(slots=True)
class WordText:
    """What is found on the way through a part: paragraphs, references to notes, what is left out.

    ``notes`` holds the kind and the id of each note in the order of the text.
    """

    paragraphs: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    unread: int = 0


def read_blocks(part: _Element, found: WordText) -> None:
    """Read the paragraphs and tables of a part, in the order of the text."""
    carried = ""
    for block in _find_blocks(part):
        if local(block) == "tbl":
            _read_table(block, found)
            continue
        boxes: list[_Element] = []
        text = carried + _read_inside(block, found, boxes)
        carried = text if _is_joined(block) else ""
        if not carried:
            _add(found, text, attribute(child(block, "pPr", "pStyle"), "val"))
        for box in boxes:
            read_blocks(box, found)
    _add(found, carried, "")


def _add(found: WordText, text: str, style: str) -> None:
    if text.strip():
        found.paragraphs.append(text)
        found.styles.append(style)


def _find_blocks(part: _Element) -> Iterator[_Element]:
    for one in part:
        name = local(one)
        if name in {"p", "tbl"} or name == "altChunk":
            yield one
        elif name in _INSIDE:
            yield from _find_blocks(one)
        elif name == "AlternateContent":
            yield from _find_blocks(_choose(one))


def _is_joined(paragraph: _Element) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on in it."""
    return child(paragraph, "pPr", "rPr", "del") is not None


def _read_table(table: _Element, found: WordText) -> None:
    """Read a row as a line whose cells part with commas; the prose of a layout stays prose."""
    for row in _find(table, "tr"):
        cells = [_read_cell(cell, found) for cell in _find(row, "tc")]
        if child(row, "trPr", "del") is not None:
            words = " ".join(" ".join(cell) for cell in cells)
            found.cuts.append(Cut(words, "tracked deletion"))
        elif any(len(cell) > 1 and len(" ".join(cell)) > _PROSE for cell in cells):
            for text in (text for cell in cells for text in cell):
                _add(found, text, "")
        else:
            texts = (" ".join(" ".join(cell).split()) for cell in cells)
            _add(found, ", ".join(filter(None, texts)), "")


def _find(element: _Element, name: str) -> Iterator[_Element]:
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in _INSIDE:
            yield from _find(one, name)


def _read_cell(cell: _Element, found: WordText) -> list[str]:
    inner = WordText(notes=found.notes, cuts=found.cuts)
    read_blocks(cell, inner)
    found.unread += inner.unread
    return inner.paragraphs


def _read_inside(element: _Element, found: WordText, boxes: list[_Element]) -> str:
    """Read the text of a paragraph; boxes that hang on it are put aside."""
    text = ""
    if local(element) == "altChunk":
        found.unread += 1
    for one in element:
        name = local(one)
        if name == "r":
            text += _read_run(one, text, found, boxes)
        elif name in _GONE:
            _leave_out(one, found, _GONE[name])
        elif name == "AlternateContent":
            text += _read_inside(_choose(one), found, boxes)
        elif name in {"t", "m:t"}:
            text += one.text or ""
        elif name in _INSIDE:
            text += _read_inside(one, found, boxes)
        elif name in {"pict", "drawing", "object"}:
            boxes += _find_boxes(one)
    return text


def _read_run(run: _Element, before: str, found: WordText, boxes: list[_Element]) -> str:
    text = "".join(_read_signs(run, found, boxes))
    properties = child(run, "rPr")
    if not text or properties is None:
        return text
    if _is_on(child(properties, "vanish")):
        found.cuts.append(Cut(text, "hidden text"))
        return ""
    if attribute(child(properties, "vertAlign"), "val") == "superscript":
        text, is_note = read_raised(before, text)
        if is_note:
            found.cuts.append(Cut("".join(_read_signs(run, WordText(), [])), "note number"))
    return text


def _read_signs(run: _Element, found: WordText, boxes: list[_Element]) -> Iterator[str]:
    for one in run:
        name = local(one)
        if name == "t":
            yield one.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name in _NOTES:
            found.notes.append((_NOTES[name], attribute(one, "id")))
        elif name == "AlternateContent":
            boxes += _find_boxes(_choose(one))
        elif name in {"pict", "drawing", "object"}:
            boxes += _find_boxes(one)
        elif name in {"ruby", "rubyBase", "r"}:
            yield _read_inside(one, found, boxes)


def _choose(alternatives: _Element) -> _Element:
    """Take one of several forms of the same content: the newest that holds text."""
    forms = [one for one in alternatives if local(one) in {"Choice", "Fallback"}]
    with_text = (one for one in forms if any(local(inner) == "t" for inner in one.iter()))
    return next(with_text, forms[0] if forms else alternatives)


def _find_boxes(element: _Element) -> list[_Element]:
    """Find the outermost boxes of text in a drawing."""
    boxes: list[_Element] = []
    for one in element:
        if local(one) == "txbxContent":
            boxes.append(one)
        elif local(one) == "AlternateContent":
            boxes += _find_boxes(_choose(one))
        else:
            boxes += _find_boxes(one)
    return boxes


def _leave_out(element: _Element, found: WordText, reason: str) -> None:
    words = "".join(one.text or "" for one in element.iter() if local(one) in {"t", "delText"})
    if words.strip():
        found.cuts.append(Cut(words.strip(), reason))


def _is_on(switch: _Element | None) -> bool:
    return switch is not None and attribute(switch, "val") not in {"0", "false", "off"}
