"""Reads ``.csv`` and ``.tsv`` files: a row a document where a column holds texts, else a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.files.cleaning.characters import clean_characters
from extractors.files.decoding import read_text
from extractors.files.draft import Draft, Layout
from extractors.files.inputs.held import Source
from extractors.files.plain.plain import is_field, read_fields
from extractors.files.words import ordered
from graph.errors import UnreadableFileError
from graph.model import Cut, Remark, Skipped

_SAMPLE = 20_000
_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 10_000_000
_NONE = "The table holds no text; leave it out."
_TORN = "The table cannot be read ({error}); save it anew as .csv in UTF-8."


def read_table(path: Source) -> Iterator[Draft | Skipped]:
    """Read a table of texts, or one of facts.

    Where the first row names a column for texts ("text", "statement", ...), each row is a
    document, and its other columns its metadata. Otherwise each row is a line.
    """
    decoded = read_text(path)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    limit = csv.field_size_limit(_LONGEST_FIELD)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=_find_delimiter(text, path.suffix)))
    except csv.Error as error:
        raise UnreadableFileError(_TORN.format(error=error)) from error
    finally:
        csv.field_size_limit(limit)
    yield from read_rows([list(map(clean_characters, row)) for row in rows], decoded.remarks)


def _find_delimiter(text: str, suffix: str) -> str:
    if suffix.lower() == ".tsv":
        return "\t"
    try:
        return (
            csv.Sniffer().sniff(text[:_SAMPLE].split("\n\n", maxsplit=1)[0], _DELIMITERS).delimiter
        )
    except csv.Error:
        return ","


def read_rows(
    rows: Sequence[Sequence[str]], remarks: tuple[Remark, ...] = (), part: str = ""
) -> Iterator[Draft | Skipped]:
    """Make documents, or lines, of the rows of a table; ``part`` names the table in its file."""
    filled = [row for row in rows if any(map(str.strip, row))]
    if not filled:
        raise UnreadableFileError(_NONE)
    heading = [cell.strip() for cell in filled[0]]
    column = _find_text_column(heading)
    if column is None:
        lines = "\n".join(_join(row) for row in filled)
        yield Draft(lines, Layout.LINES, part=part, remarks=remarks)
        return
    for number, row in enumerate(filled[1:], start=2):
        place = f"{part}, row {number}" if part else f"row {number}"
        cells = {name: cell for name, cell in zip(heading, row, strict=False) if name}
        if len(row) <= column or not row[column].strip():
            yield Skipped(place, f"The row has no {heading[column]!r}; fill it in or leave it out.")
            continue
        yield _make_document(cells, heading[column], place, remarks)


def _make_document(
    cells: Mapping[str, str], column: str, place: str, remarks: tuple[Remark, ...]
) -> Draft:
    metadata = read_fields(cells, "table column")
    rest = ((name, cell) for name, cell in cells.items() if name != column and not is_field(name))
    cuts = tuple(
        Cut(f"{name}: {cell.strip()}", "table column") for name, cell in rest if cell.strip()
    )
    return Draft(cells[column], Layout.PLAIN, metadata, part=place, cuts=cuts, remarks=remarks)


def _find_text_column(heading: Sequence[str]) -> int | None:
    names = [name.lower() for name in heading]
    known = [names.index(name) for name in ordered("text_columns") if name in names]
    return known[0] if known and len(names) > 1 else None


def _join(row: Iterable[str]) -> str:
    return ", ".join(" ".join(cell.split()) for cell in row if cell.strip())
