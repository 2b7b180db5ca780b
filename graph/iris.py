"""The IRIs of the data: a base, and a local name that any store and any format can hold.

A local name is the kind and a slug (``person-heydar-aliyev``) and matches
``[A-Za-z][A-Za-z0-9_-]*``: some triple stores corrupt names that need an escape.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.errors import InputError

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from graph.model import MentionKey

DEFAULT_BASE = "https://example.org/id/"
"""Where the data lives unless the user says so."""

BACKGROUND = "graph-background"
"""The local name of the named graph of what no document says."""

SLUG_LENGTH = 80
"""The longest slug; what is longer is cut and ends in a hash of the whole."""

_SAFE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
# marks above letters, and apostrophes ("O'Brien"); anything else that is no letter parts words
_JOINING = re.compile("[\u0300-\u036f'`\u2018\u2019\u02bb\u02bc]")
_NO_BASE = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]")


def slug(text: str) -> str:
    """Write the text in ``a-z``, ``0-9`` and ``-``, for names that people can read in an IRI.

    Accents go and Cyrillic is transliterated; a text without a letter of either becomes a hash.
    Never empty, and never longer than ``SLUG_LENGTH``.
    """
    plain = unicodedata.normalize("NFC", text).casefold().translate(_letters())
    latin = unicodedata.normalize("NFKD", plain)
    joined = _JOINING.sub("", latin)
    words = re.sub(r"[^a-z0-9]+", "-", joined).strip("-")
    if not words:
        return digest(text)
    return words if len(words) <= SLUG_LENGTH else f"{words[: SLUG_LENGTH - 9]}-{digest(text)}"


@cache
def _letters() -> dict[int, str]:
    lines = files("graph").joinpath("letters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if not line.startswith("#"))
    return str.maketrans({letter: latin for letter, _, latin in pairs})


def digest(text: str) -> str:
    """Give eight hexadecimal digits that depend on the text alone."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def safe_name(name: str) -> str:
    """Keep a name that is safe as a local name; give any other a safe one of its own."""
    return name if _SAFE.fullmatch(name) else f"x-{slug(name)}-{digest(name)}"


def is_background(quad: Quad) -> bool:
    """Tell whether a quad stands in the graph of what no document says."""
    return is_background_name(getattr(quad.graph_name, "value", ""))


def is_background_name(graph: str) -> bool:
    """Tell whether a named graph is that of what no document says."""
    return graph.endswith((f"/{BACKGROUND}", f"#{BACKGROUND}"))


def checked_base(base: str) -> str:
    """Keep the base; raises ``InputError`` where no IRI of the data can be made from it."""
    try:
        parts = urlsplit(base)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable or not base.endswith(("/", "#")) or _NO_BASE.search(base):
        raise InputError(
            f"no base for IRIs: {base!r}; give an http or https address that ends in / or #, "
            f"such as {DEFAULT_BASE}"
        )
    return base


@dataclass(frozen=True, slots=True)
class Names:
    """The IRI of everything in the data, under one base."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        checked_base(self.base)

    def of(self, name: str) -> str:
        """Make the IRI of an entity or an agent, by its id."""
        return self.base + safe_name(name)

    def document(self, document: str) -> str:
        """Make the IRI of a document, by its id."""
        return self.of(f"document-{document}")

    def graph(self, document: str) -> str:
        """Make the IRI of the named graph that holds what the document says."""
        # a document may be called "entities"; no id holds an underscore
        taken = document in {"entities", "background"}
        return self.of(f"graph-{document}_" if taken else f"graph-{document}")

    @property
    def shared_graph(self) -> str:
        """The IRI of the named graph that holds what spans documents."""
        return self.of("graph-entities")

    @property
    def background_graph(self) -> str:
        """The IRI of the named graph that holds what lexicons know, and no document says."""
        return self.of(BACKGROUND)

    def passage(self, document: str, index: int) -> str:
        """Make the IRI of a sentence."""
        return self.of(f"passage-{document}-{index}")

    def selector(self, document: str, index: int) -> str:
        """Make the IRI of the node that says where in its document a sentence stands."""
        return self.of(f"selector-{document}-{index}")

    def mention(self, key: MentionKey) -> str:
        """Make the IRI of a mention."""
        return self.of(f"mention-{key.document}-{key.start}-{key.end}")

    def statement(self, key: str) -> str:
        """Make the IRI of a statement, by its key."""
        return self.of(f"statement-{key}")
