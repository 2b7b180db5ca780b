"""Reads ``.txt`` and ``.md`` files, with the YAML front matter that either may have."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import yaml

from extractors.files.cleaning.characters import clean_characters
from extractors.files.decoding import read_text
from extractors.files.draft import Draft, Layout, Metadata
from extractors.files.inputs.held import Source
from extractors.files.mail.mail import looks_like_mail, read_mail_text
from extractors.files.metadata.datelines import parse_date
from extractors.files.plain.markdown import looks_like_markdown
from extractors.files.plain.subtitles import looks_like_subtitles, read_subtitle_text
from graph.model import Remark, Skipped, Sourced

_FRONT_MATTER = re.compile(
    r"\s{0,20}---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL
)
_MOST_ITEMS = 100
_LARGEST = 10**15
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,24}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_KEYS: Mapping[str, Sequence[str]] = {
    "title": ("title",),
    "authors": ("authors", "author", "creator", "by", "byline"),
    "date": ("date", "published", "issued", "pubdate"),
    "publisher": ("publisher", "site", "sitename", "site_name", "organization"),
    "language": ("language", "lang"),
    "address": ("url", "source", "link", "address", "permalink"),
}


def read_plain(path: Source) -> Iterator[Draft | Skipped]:
    """Read a text file; Markdown, front matter, mail and subtitles are known by their marks."""
    draft = _read(path)
    if looks_like_subtitles(draft.text):
        yield read_subtitle_text(draft.text, draft.remarks)
        return
    if looks_like_mail(draft.text):
        yield from read_mail_text(draft.text)
        return
    marked = looks_like_markdown(draft.text)
    yield replace(draft, layout=Layout.MARKDOWN) if marked else draft


def read_markdown(path: Source) -> Iterator[Draft | Skipped]:
    """Read a Markdown file and its front matter."""
    yield replace(_read(path), layout=Layout.MARKDOWN)


def _read(path: Source) -> Draft:
    decoded = read_text(path)
    whole, remarks = unescape_entities(decoded.text)
    text, metadata = split_front_matter(clean_characters(whole))
    return Draft(text, metadata=metadata, remarks=(*decoded.remarks, *remarks))


def unescape_entities(text: str) -> tuple[str, tuple[Remark, ...]]:
    """Turn HTML's names of letters ("&eacute;") into letters, and say so."""
    known = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if known == text:
        return text, ()
    return known, (Remark("Letters that stood in it as HTML entities were turned into letters."),)


def split_front_matter(text: str) -> tuple[str, Metadata]:
    """Part a text from its YAML front matter; what is no YAML mapping is text."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return text, Metadata()
    try:
        fields = yaml.load(found[1], _Loader)  # noqa: S506 (it is a safe loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return text, Metadata()
    if not isinstance(fields, dict):
        return text, Metadata()
    return text[found.end() :], read_fields(fields, "front matter")


def read_fields(fields: Mapping[Any, object], origin: str) -> Metadata:
    """Read metadata from named fields, whatever their case and type; strange values are left out.

    Authors may be a list, or one string whose names part by ";" or "and".
    """
    known = {str(key).lower().replace("-", "_"): value for key, value in fields.items()}

    def get(name: str) -> list[str]:
        values = (_strings(known.get(key)) for key in _KEYS[name])
        return next((value for value in values if value), [])

    def first(name: str) -> Sourced | None:
        return next((Sourced(value, origin) for value in get(name)), None)

    when = next((parse_date(value) for value in get("date")), "")
    names = [name for value in get("authors") for name in re.split(r"\s*;\s*|\s+and\s+", value)]
    return Metadata(
        title=first("title"),
        authors=tuple(Sourced(name, origin) for name in names if name),
        date=Sourced(when, origin) if when else None,
        publisher=first("publisher"),
        language=first("language"),
        address=next(iter(get("address")), ""),
    )


def is_field(name: str) -> bool:
    """Whether a field of this name is read as metadata."""
    key = name.lower().replace("-", "_")
    return any(key in keys for keys in _KEYS.values())


def _strings(value: object) -> list[str]:
    """Give the strings of a field: a scalar, a mapping with a ``name``, or a list of these."""
    items = value[:_MOST_ITEMS] if isinstance(value, list) else [value]
    named = (item.get("name") if isinstance(item, dict) else item for item in items)
    texts = (" ".join(clean_characters(_scalar(item)).split()) for item in named)
    return [text for text in texts if text]


def _scalar(value: object) -> str:
    """Write a text, a number or a date; nothing else, and no number too long to be one."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return ""
    return "" if isinstance(value, int) and abs(value) > _LARGEST else str(value)


class _Loader(yaml.SafeLoader):
    """Reads YAML without aliases: ten lines of them can stand for a list of a billion items."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse an alias where a node stands."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)
