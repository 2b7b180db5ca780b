"""Reads ``.xlsx`` files: each sheet as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from extractors.files.draft import Draft
from extractors.files.inputs.held import Source
from extractors.files.office.packages import Package, attribute, child, local, open_package
from extractors.files.plain.tables import read_rows
from graph.errors import UnreadableFileError
from graph.model import Skipped

if TYPE_CHECKING:
    from lxml.etree import _Element

_REFERENCE = re.compile(r"([A-Z]{1,3})\d{1,8}")
_MOST_COLUMNS = 1_000
_DATE_FORMATS = frozenset({14, 15, 16, 17, 22, 27, 30, 36, 50, 57})
_DATE = re.compile(r"(?:\[[^\]]*\]|\"[^\"]*\"|\\.)|(?P<date>[dy])", re.IGNORECASE)
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 (days of a calendar have no zone)
_NO_BOOK = "The .xlsx file is damaged, locked or is none; save it anew, or as .csv."


def read_sheets(path: Source) -> Iterator[Draft | Skipped]:
    """Read each sheet as ``read_table`` reads a file."""
    with open_package(path, ".xlsx") as package:
        book = next((name for _, kind, name in package.related() if kind == "officeDocument"), "")
        root = package.xml(book)
        if root is None:
            raise UnreadableFileError(_NO_BOOK)
        strings = _read_strings(package, book)
        dates = _find_date_styles(package, book)
        sheets = {key: name for key, kind, name in package.related(book) if kind == "worksheet"}
        found = child(root, "sheets")
        named = [
            (attribute(one, "name"), _relation(one)) for one in (found if found is not None else ())
        ]
        for title, key in named:
            sheet = package.xml(sheets.get(key, ""))
            rows = list(_read_rows(sheet, strings, dates)) if sheet is not None else []
            try:
                yield from read_rows(rows, part=title if len(named) > 1 else "")
            except UnreadableFileError as error:
                yield Skipped(title, str(error))


def _relation(sheet: _Element) -> str:
    return next((str(v) for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")


def _related(package: Package, book: str, kind: str) -> _Element | None:
    name = next((name for _, one, name in package.related(book) if one == kind), "")
    return package.xml(name)


def _read_strings(package: Package, book: str) -> list[str]:
    root = _related(package, book, "sharedStrings")
    return [_text(one) for one in (root if root is not None else ())]


def _text(element: _Element) -> str:
    """Give the text of a cell, without the readings of East Asian letters."""
    phonetic = {id(t) for one in element.iter() if local(one) == "rPh" for t in one.iter()}
    return "".join(
        t.text or "" for t in element.iter() if local(t) == "t" and id(t) not in phonetic
    )


def _find_date_styles(package: Package, book: str) -> frozenset[int]:
    """Find the numbers of the styles that show a cell's number as a day."""
    root = _related(package, book, "styles")
    formats = child(root, "numFmts")
    own = {
        attribute(one, "numFmtId")
        for one in (formats if formats is not None else ())
        if any(found["date"] for found in _DATE.finditer(attribute(one, "formatCode")))
    }
    styles = child(root, "cellXfs")
    ids = [attribute(one, "numFmtId") for one in (styles if styles is not None else ())]
    known = {str(number) for number in _DATE_FORMATS} | own
    return frozenset(index for index, one in enumerate(ids) if one in known)


def _read_rows(sheet: _Element, strings: list[str], dates: frozenset[int]) -> Iterator[list[str]]:
    data = child(sheet, "sheetData")
    for row in data if data is not None else ():
        cells: dict[int, str] = {}
        for cell in row:
            column = _column(attribute(cell, "r"), len(cells))
            if column < _MOST_COLUMNS:
                cells[column] = _read_cell(cell, strings, dates)
        yield [cells.get(index, "") for index in range(max(cells, default=-1) + 1)]


def _column(reference: str, default: int) -> int:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return default
    number = 0
    for letter in found[1]:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _read_cell(cell: _Element, strings: list[str], dates: frozenset[int]) -> str:
    kind, value = attribute(cell, "t"), child(cell, "v")
    text = (value.text or "") if value is not None else ""
    if kind == "inlineStr":
        return _text(cell)
    if kind == "s":
        return strings[int(text)] if text.isdecimal() and int(text) < len(strings) else ""
    style = attribute(cell, "s")
    if kind in {"", "n"} and style.isdecimal() and int(style) in dates:
        return _day(text)
    return text.removesuffix(".0") if kind in {"", "n"} else text


def _day(text: str) -> str:
    try:
        return (_FIRST_DAY + timedelta(days=int(float(text)))).date().isoformat()
    except (ValueError, OverflowError):
        return text
