"""Reads what a web page says of itself: in its head, in linked data, in its byline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from extractors.files.draft import Metadata
from extractors.files.metadata.datelines import find_date, parse_date
from extractors.files.metadata.names import find_byline, find_names, recase, turn_name
from extractors.files.words import words
from graph.model import Sourced

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 500
_LONGEST_JSON = 2_000_000
_LONGEST_BYLINE = 200
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|contributor|writer)(?:$|[\s_-])", re.IGNORECASE
)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|published|pubdate|posted|dateline|time)(?:$|[\s_-])", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"comment|related|sidebar|teaser|promo|recommend|widget|footer|modified", re.IGNORECASE
)
_OUTSIDE = frozenset({"aside", "footer", "nav", "form"})
_PUBLISHED = (
    "article:published_time", "og:published_time", "pubdate", "publishdate", "publish-date",
    "date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created",
    "dc.date.created", "citation_publication_date", "citation_date", "sailthru.date",
    "parsely-pub-date", "datepublished", "article.published", "originalpublicationdate",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified")
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author",
           "parsely-author", "sailthru.author", "byl")  # fmt: skip
_SITE = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "citation_publisher",
         "application-name")  # fmt: skip
_SUFFIX = re.compile(r"\s[|–—»·-]\s([^|–—»·]{3,60})$")
_ORIGIN = "web page"


def read_page_metadata(tree: _Element, shown: str) -> Metadata:
    """Read authors, date and publisher; people alone are authors, an outlet is a publisher.

    ``shown`` is the text that the page shows. The date of publication goes before any other, and
    the date of a change is none.
    """
    heads = _read_heads(tree)
    linked = list(islice(_find_linked(tree), _MOST))
    publisher = _find_publisher(heads, linked, tree, shown)
    authors = _find_authors(heads, linked, tree, publisher)
    date = _find_date(heads, linked, tree)
    return Metadata(
        authors=tuple(Sourced(name, _ORIGIN) for name in authors),
        date=Sourced(date, _ORIGIN) if date else None,
        publisher=Sourced(publisher, _ORIGIN) if publisher else None,
    )


def find_modified(tree: _Element) -> str:
    """Give the day on which a page says that it was changed; "" where it does not say so."""
    heads = _read_heads(tree)
    linked = (one.get("dateModified") for one in islice(_find_linked(tree), _MOST))
    values = (*(heads.get(name, "") for name in _MODIFIED), *linked)
    return next((day for value in values if (day := parse_date(_text(value)))), "")


def find_head_lines(tree: _Element) -> list[str]:
    """Give the page's heading, byline and date as they are shown, in the order of the page."""
    lines: dict[str, None] = {}
    for one in tree.iter("h1", "p", "div", "span", "address", "time", "a"):
        marks = _marks(one)
        line = _shown(one)
        wanted = one.tag == "h1" or _BYLINE.search(marks) or _DATED.search(marks)
        if wanted and 0 < len(line) <= _LONGEST_BYLINE and not _is_elsewhere(one):
            known = one.tag == "h1" or find_byline(line) or find_date(line)
            if known and not any(line in other for other in lines):
                lines[line] = None
        if len(lines) >= 3:  # noqa: PLR2004 (a heading, a byline and a date)
            break
    return list(lines)


def _read_heads(tree: _Element) -> dict[str, str]:
    """Give the fields of the page's head, the first of each name."""
    found: dict[str, str] = {}
    for one in islice(tree.iter("meta"), _MOST):
        name = one.get("property") or one.get("name") or one.get("itemprop") or ""
        found.setdefault(name.lower(), " ".join((one.get("content") or "").split()))
    return found


def _find_linked(tree: _Element) -> Iterator[dict[str, Any]]:
    """Give the objects of linked data that tell of an article, the outermost first."""
    for script in tree.iter("script"):
        content = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(content) > _LONGEST_JSON:
            continue
        try:
            loaded = json.loads(content, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk(loaded, 0)


def _walk(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and depth < 4:  # noqa: PLR2004 (a graph in a list in an object)
        if _is_article(value):
            yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(name), depth + 1)
    elif isinstance(value, list) and depth < 4:  # noqa: PLR2004 (likewise)
        for one in value[:_MOST]:
            yield from _walk(one, depth + 1)


def _is_article(value: dict[str, Any]) -> bool:
    kinds = value.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in named)


_ARTICLES = ("Article", "Posting", "Report", "WebPage", "CreativeWork", "Review", "Interview")


def _find_authors(
    heads: dict[str, str], linked: list[dict[str, Any]], tree: _Element, publisher: str
) -> tuple[str, ...]:
    """The people of the first field that names any: the outlet itself is none."""
    fields = (
        [n for one in _listed(article.get("author")) for n in _people(one)] for article in linked
    )
    bylines = (find_byline(line) or find_names(line) for line in _find_bylines(tree))
    named = (_people(heads.get(name)) for name in _AUTHOR)
    outlet = publisher.casefold()
    for names in (*fields, *bylines, *named):
        people = (recase(name) for name in names if name.casefold() != outlet)
        if found := tuple(dict.fromkeys(people)):
            return found
    return ()


def _people(value: object) -> tuple[str, ...]:
    """Give the names of people in an author's field; an organization has none."""
    if isinstance(value, dict) and "Organization" in str(value.get("@type")):
        return ()
    lines = (" ".join(one.split()) for one in _text(value).split(";"))
    line = ", ".join(turn_name(one) for one in lines)
    return find_byline(line) or find_names(line)


def _find_bylines(tree: _Element) -> Iterator[str]:
    for one in tree.iter("p", "div", "span", "a", "address", "li", "h2", "h3", "h4"):
        named = one.get("rel") == "author" or one.get("itemprop") == "author"
        if (named or _BYLINE.search(_marks(one))) and not _is_elsewhere(one):
            line = _shown(one)
            if line and len(line) <= _LONGEST_BYLINE:
                yield line


def _find_date(heads: dict[str, str], linked: list[dict[str, Any]], tree: _Element) -> str:
    values = [_text(one.get("datePublished")) for one in linked]
    values += [heads.get(name, "") for name in _PUBLISHED]
    found = next((day for value in values if (day := parse_date(value))), "")
    return found or next(_find_shown_dates(tree), "")


def _find_shown_dates(tree: _Element) -> Iterator[str]:
    for one in tree.iter("time", "p", "span", "div", "li"):
        if _is_elsewhere(one) or not (one.tag == "time" or _DATED.search(_marks(one))):
            continue
        line = _shown(one)
        if len(line) <= _LONGEST_BYLINE:
            shown = find_date(line)
            day = parse_date(one.get("datetime") or "") or (shown.iso if shown else "")
            yield from [day] if day else []


def _find_publisher(
    heads: dict[str, str], linked: list[dict[str, Any]], tree: _Element, shown: str
) -> str:
    for name in _SITE[:1]:
        if heads.get(name):
            return heads[name]
    for article in linked:
        if name := next((_text(one) for one in _listed(article.get("publisher"))), ""):
            return name
    for name in _SITE[1:]:
        if heads.get(name):
            return heads[name]
    title = next((_shown(one) for one in tree.iter("title")), "")
    suffix = _SUFFIX.search(title)
    if suffix and (suffix[1] in shown or suffix[1] in heads.get("author", "")):
        return suffix[1].strip()
    author = heads.get("author", "")
    outlet = {word.lower() for word in author.split()} & words("outlets")
    return author if outlet and not find_names(author) else ""


def _listed(value: object) -> list[Any]:
    return value[:_MOST] if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    """Give a field's text: a string, or the name of an object."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(_text(one) for one in value[:20] if not isinstance(one, list))
    return value.strip() if isinstance(value, str) else ""


def _shown(element: _Element) -> str:
    return " ".join("".join(_limited(element.itertext())).split())


def _limited(texts: Iterable[str]) -> Iterator[str]:
    length = 0
    for text in texts:
        yield str(text)
        length += len(text)
        if length > 2 * _LONGEST_BYLINE:
            return


def _marks(element: _Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _is_elsewhere(element: _Element) -> bool:
    """Whether an element, or one around it, belongs to comments, other articles or the footer."""
    around = (element, *islice(element.iterancestors(), 12))
    return any(one.tag in _OUTSIDE or _ELSEWHERE.search(_marks(one)) for one in around)
