"""Reads ``.rtf`` files: their text, title and author; foot notes stand behind it."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.files.cleaning.characters import clean_characters
from extractors.files.draft import Draft, Layout, Metadata
from extractors.files.inputs.held import Source
from extractors.files.office.properties import read_author, read_title
from extractors.files.office.rtf_groups import RtfGroups
from graph.errors import UnreadableFileError
from graph.model import Skipped

_LARGEST = 100_000_000
_ORIGIN = "RTF properties"
_NO_RTF = "The file is no RTF; give it its own suffix."
_EMPTY = "The .rtf file holds no text; put text into it or leave it out."
_HUGE = "The .rtf file is larger than 100 MB; save it without its pictures."


def read_rtf(path: Source) -> Iterator[Draft | Skipped]:
    """Read the text of an RTF file; deleted and hidden text is left out and listed."""
    if path.stat().st_size > _LARGEST:
        raise UnreadableFileError(_HUGE)
    data = path.read_bytes()
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableFileError(_NO_RTF)
    groups = RtfGroups()
    groups.read(data)
    text, notes, edges, title, author = (
        _lines(groups, place) for place in ("text", "note", "edge", "title", "author")
    )
    if not (text or notes):
        raise UnreadableFileError(_EMPTY)
    metadata = Metadata(
        title=read_title(" ".join(title), _ORIGIN), authors=read_author(" ".join(author), _ORIGIN)
    )
    edges = [line for line in dict.fromkeys(edges) if any(map(str.isalpha, line))]
    cuts = tuple(groups.cuts)
    yield Draft("\n".join(text), Layout.LINES, metadata, notes=(*notes, *edges), cuts=cuts)


def _lines(groups: RtfGroups, place: str) -> list[str]:
    # Two halves of a letter beyond the first 65,536 stand apart.
    joined = "".join(groups.texts[place]).encode("utf-16", "surrogatepass")
    text = clean_characters(joined.decode("utf-16", errors="replace"))
    lines = (" ".join(line.split()).strip(", ") for line in text.split("\n"))
    return [line for line in lines if line]
