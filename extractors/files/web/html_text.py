"""Reads the text of HTML as paragraphs, all of it: for books and mail, which have no menus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.files.cleaning.raised import read_raised
from graph.errors import UnreadableFileError
from graph.model import Cut

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_TEXT = "The web page holds no text; save it again from a browser when it is fully loaded."
_UNSHOWN = frozenset({"head", "script", "style", "noscript", "template", "svg", "iframe"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
     "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
     "var", "wbr"}
)  # fmt: skip
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CELLS = frozenset({"td", "th"})


def parse_html(page: str) -> _Element:
    """Parse HTML of any quality; raises ``UnreadableFileError`` where there is nothing in it."""
    from lxml import etree, html  # noqa: PLC0415  # heavy, for HTML alone

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree: _Element = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableFileError(_NO_TEXT) from error
    return tree


def read_shown(tree: _Element, *, cells: str = "\n") -> Iterator[str]:
    """Give all that a page shows, in pieces; a line for each of its blocks.

    ``cells`` stands between the cells of a table's row.
    """
    from lxml import etree  # noqa: PLC0415  # heavy, for HTML alone

    hidden = 0
    for event, one in etree.iterwalk(tree, events=("start", "end")):
        unshown = one.tag in _UNSHOWN
        if one.tag in _CELLS:
            yield cells if event == "end" or cells == "\n" else ""
        elif one.tag not in _INLINE:
            yield "\n"
        if event == "start":
            hidden += unshown
            yield "" if hidden else one.text or ""
        else:
            hidden -= unshown
            yield "" if hidden else one.tail or ""


def read_html(page: str) -> tuple[str, list[Cut]]:
    """Give the text of a page, a paragraph a line, and the numbers of notes that were taken out."""
    tree = parse_html(page)
    cuts = list(cut_raised(tree))
    lines = "".join(read_shown(tree, cells=", ")).split("\n")
    bare = (" ".join(line.split()).strip(", ") for line in lines)
    return "\n".join(line for line in bare if line), cuts


def cut_raised(tree: _Element) -> Iterator[Cut]:
    """Take the raised numbers of notes out of a page: "11<sup>3</sup> men" are eleven."""
    for one in list(tree.iter("sup")):
        raised = "".join(map(str, one.itertext()))
        before, parent = one.getprevious(), one.getparent()
        if parent is None:
            continue
        lead = (before.tail if before is not None else parent.text) or ""
        text, is_note = read_raised(lead, raised)
        if is_note:
            yield Cut(raised.strip(), "note number")
        _put_in_place(one, text)


def fit(text: str) -> str:
    """Leave out what a tree may hold by a broken page, but does not take: control characters."""
    return _UNFIT.sub("", text)


def _put_in_place(element: _Element, text: str) -> None:
    """Put a text where an element stands, and keep what follows it."""
    parent, before = element.getparent(), element.getprevious()
    words = fit(text + (element.tail or ""))
    if parent is None:
        return
    if before is not None:
        before.tail = fit(before.tail or "") + words
    else:
        parent.text = fit(parent.text or "") + words
    element.tail = None
    parent.remove(element)
