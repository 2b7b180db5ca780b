"""What a format's reader hands on: text as the file gives it, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from graph.model import Cut, Remark, Sourced

# A long book has two million characters; what is longer by far is a dump of data.
MAX_CHARACTERS = 10_000_000


class Layout(StrEnum):
    """What a line break means in a draft.

    ``PLAIN`` leaves it to the text: a wrapped line or the end of a paragraph. In ``LINES`` every
    line is a paragraph. ``MARKDOWN`` follows the rules of Markdown.
    """

    PLAIN = "plain"
    LINES = "lines"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a text; None and empty mean "not found". ``address`` is its URL."""

    title: Sourced | None = None
    authors: tuple[Sourced, ...] = ()
    date: Sourced | None = None
    publisher: Sourced | None = None
    language: Sourced | None = None
    address: str = ""

    def or_else(self, other: Metadata) -> Metadata:
        """Fill the gaps from a source that is trusted less."""
        return Metadata(
            title=self.title or other.title,
            authors=self.authors or other.authors,
            date=self.date or other.date,
            publisher=self.publisher or other.publisher,
            language=self.language or other.language,
            address=self.address or other.address,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A text before it is cleaned.

    ``id`` is the name that the file itself gives the text (``jsonl``); ``part`` names one of
    several texts of a file ("attachment 2"), and both are empty for a file that is one text.
    ``notes`` are foot notes and end notes, which will stand behind the text. ``pages`` holds the
    number and the text of each page. ``cuts`` and ``remarks`` tell what the format's reader has
    left out already, and what people should know of it.
    """

    text: str
    layout: Layout = Layout.PLAIN
    metadata: Metadata = field(default_factory=Metadata)
    id: str = ""
    part: str = ""
    notes: tuple[str, ...] = ()
    pages: tuple[tuple[int, str], ...] = ()
    cuts: tuple[Cut, ...] = ()
    remarks: tuple[Remark, ...] = ()
