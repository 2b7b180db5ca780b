"""Reads ``.html`` files: the main text of a web page and what the page says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.files.cleaning.characters import clean_characters
from extractors.files.decoding import decode, too_long
from extractors.files.draft import MAX_CHARACTERS, Draft, Layout, Metadata
from extractors.files.inputs.held import Source
from extractors.files.metadata.datelines import parse_date
from extractors.files.metadata.names import find_names
from extractors.files.web.html_text import cut_raised, fit, parse_html, read_shown
from extractors.files.web.page_metadata import find_head_lines, find_modified, read_page_metadata
from extractors.files.web.quiet import silence
from graph.errors import UnreadableFileError
from graph.model import Cut, Remark, Skipped, Sourced

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_BYTES = 20_000_000
_HUGE = "The web page is larger than 20 MB; save only its text, as .txt."
_NO_TEXT = "The web page holds no text; save it again from a browser when it is fully loaded."
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w-]{2,40})", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"<html[^>]{0,500}\slang\s?=\s?[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})"
)
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.IGNORECASE | re.DOTALL)
_BREAKS = re.compile(r"[\r\n]+[ \t\r\n]*")
_HEAD = 4_000
_WEB = ("http://", "https://")
# Stands for a line break while trafilatura works, which takes lines for paragraphs.
_BREAK = "\u23ce"
_TWO_BREAKS = re.compile(rf"[ \n]*{_BREAK}(?:[ \n]*{_BREAK})+[ \n]*")
_ONE_BREAK = re.compile(rf"[ \n]*{_BREAK}[ \n]*")
_WORD = re.compile(r"\w+")


def read_webpage(path: Source) -> Iterator[Draft | Skipped]:
    """Read a saved web page without any look at the network.

    Menus, links and footers are cut by trafilatura, and listed; its byline and date stay.
    """
    if path.stat().st_size > _MAX_BYTES:
        raise UnreadableFileError(_HUGE)
    yield read_page_bytes(path.read_bytes())


def read_page_bytes(data: bytes) -> Draft:
    """Read the bytes of a page; raises ``UnreadableFileError`` where it shows no text."""
    page, remarks = _decode(data)
    return read_page(page, remarks)


def read_page(page: str, remarks: tuple[Remark, ...] = ()) -> Draft:
    """Read the source of a page; raises ``UnreadableFileError`` where it shows no text."""
    with silence("trafilatura", "htmldate", "courlan", "justext"):
        return _extract(_unwrap(page), remarks)


def _decode(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    named = _CHARSET.search(data[:_HEAD])
    try:
        if named:
            return data.decode(named[1].decode("ascii")), ()
    except (LookupError, UnicodeDecodeError):
        pass
    decoded = decode(data)
    return decoded.text, decoded.remarks


def _unwrap(page: str) -> str:
    """Take the line breaks out of the source, which mean nothing outside ``pre``."""
    # Without an end, every "<pre" would be searched for one up to the end of the page.
    closed = page.count("<pre") <= page.count("</pre>")
    parts = _PREFORMATTED.split(page) if closed else [page]
    return "".join(
        part if _PREFORMATTED.fullmatch(part) else _BREAKS.sub(" ", part) for part in parts
    )


def _extract(page: str, remarks: tuple[Remark, ...]) -> Draft:
    from trafilatura import bare_extraction  # noqa: PLC0415  # heavy, for HTML alone

    tree = parse_html(page.replace(_BREAK, " "))
    cuts = list(cut_raised(tree))
    _mark_breaks(tree)
    source = _write(tree)
    visible = clean_characters("".join(read_shown(tree)))
    found = bare_extraction(
        source,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = clean_characters(getattr(found, "text", None) or "") or visible
    if not text.strip():
        raise UnreadableFileError(_NO_TEXT)
    if len(text) > MAX_CHARACTERS:
        raise UnreadableFileError(too_long())
    # trafilatura writes a paragraph a line, and lists and tables with the marks of Markdown.
    text = _set_breaks(text.replace("\n", "\n\n"))
    text = _add_head(find_head_lines(tree), text)
    cuts += _find_cuts(_set_breaks(visible), text)
    metadata = _read_metadata(found, page, tree, visible)
    return Draft(text, Layout.MARKDOWN, metadata, cuts=tuple(cuts), remarks=remarks)


def _write(tree: _Element) -> str:
    from lxml import etree  # noqa: PLC0415  # heavy, for HTML alone

    return etree.tostring(tree, encoding="unicode", method="html")


def _add_head(lines: list[str], text: str) -> str:
    """Put the byline and the date that a page shows into its text, below its heading."""
    known = _bare(text)
    missing = [line for line in lines if _bare(line) not in known]
    first, _, rest = text.partition("\n\n")
    if missing and lines[0] not in missing and _bare(first) == _bare(lines[0]):
        return "\n\n".join(filter(None, (first, *missing, rest)))
    return "\n\n".join((*missing, text))


def _mark_breaks(tree: _Element) -> None:
    from lxml import etree  # noqa: PLC0415  # heavy, for HTML alone

    for one in tree.iter("br"):
        one.tail = _BREAK + fit(one.tail or "")
    etree.strip_tags(tree, "br")


def _set_breaks(text: str) -> str:
    """Turn marked line breaks into Markdown's; two are the end of a paragraph."""
    return _ONE_BREAK.sub("  \n", _TWO_BREAKS.sub("\n\n", text))


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _find_cuts(visible: str, text: str) -> Iterator[Cut]:
    """List the lines that the page shows and the text lacks."""
    left = Counter(_WORD.findall(visible))
    left.subtract(_WORD.findall(text))
    for line in visible.split("\n"):
        found = _WORD.findall(line)
        missed = sum(left[word] > 0 for word in found)
        if found and 2 * missed >= len(found):
            left.subtract(found)
            yield Cut(" ".join(line.split()), "page furniture")


def _read_metadata(found: object, page: str, tree: _Element, visible: str) -> Metadata:
    def get(name: str) -> str:
        return " ".join(clean_characters(str(getattr(found, name, None) or "")).split())

    def sourced(value: str) -> Sourced | None:
        return Sourced(value, "web page") if value else None

    language = _LANGUAGE.search(page[:_HEAD])
    address = get("url")
    own = read_page_metadata(tree, visible)
    date = parse_date(get("date"))
    publisher = own.publisher.value if own.publisher else get("sitename")
    names = (name for one in get("author").split(";") for name in find_names(one))
    return Metadata(
        title=sourced(get("title")),
        authors=own.authors or tuple(Sourced(n, "web page") for n in names if n != publisher),
        date=own.date or sourced("" if date == find_modified(tree) else date),
        publisher=sourced(publisher),
        language=sourced(language[1] if language else ""),
        address=address if address.startswith(_WEB) else "",
    )
