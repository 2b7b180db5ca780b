"""Opens files that are ZIP archives of XML (Word, OpenDocument, EPUB, Excel) without trust."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from extractors.files.inputs.held import Source
from graph.errors import UnreadableFileError

if TYPE_CHECKING:
    from lxml.etree import _Element

# A document of a million characters has some 50 MB of XML; a zip bomb has gigabytes.
MAX_PART = 100_000_000
_RELATIONS = "_rels/.rels"


@contextmanager
def open_package(path: Source, kind: str) -> Iterator[Package]:
    """Open a package; raises ``UnreadableFileError`` where it is none, or is torn."""
    broken = f"The {kind} file is damaged or is none; open it in its program and save it anew."
    with path.open("rb") as file:
        try:
            with zipfile.ZipFile(file) as archive:
                yield Package(archive, kind)
        except UnreadableFileError:
            raise
        # zipfile lets errors of many types out where a header lies
        except (
            zipfile.BadZipFile,
            ValueError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise UnreadableFileError(broken) from error
        except (zipfile.LargeZipFile, KeyError, IndexError, LookupError) as error:
            raise UnreadableFileError(broken) from error


class Package:
    """An open archive; its parts are read with a limit that no header can raise."""

    def __init__(self, archive: zipfile.ZipFile, kind: str) -> None:
        self._archive = archive
        self._kind = kind
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """Give the bytes of a part, b"" where there is none."""
        if name not in self.names:
            return b""
        try:
            with self._archive.open(name) as part:
                content = part.read(MAX_PART + 1)
        # zlib and lzma have errors of their own for torn data, and OSError is theirs, too
        except Exception as error:
            raise ValueError(name) from error
        if len(content) > MAX_PART:
            raise UnreadableFileError(
                f"The {self._kind} file unpacks to more than 100 MB; split it."
            )
        return content

    def xml(self, name: str) -> _Element | None:
        """Give the root of a part of XML; None where there is no such part, or it is torn."""
        content = self.read(name)
        return parse_xml(content) if content.strip() else None

    def related(self, part: str = "") -> list[tuple[str, str, str]]:
        """Give (id, kind, name) of each part that a part, or the package, refers to.

        The kind is the last word of the relation's type: "footnotes", "header".
        """
        folder = PurePosixPath(part).parent
        name = f"{folder}/_rels/{PurePosixPath(part).name}.rels" if part else _RELATIONS
        root = self.xml(name.removeprefix("./"))
        found = root if root is not None else ()
        return [
            (one.get("Id", ""), one.get("Type", "").rsplit("/", 1)[-1], _resolve(folder, one))
            for one in found
            if isinstance(one.tag, str) and one.get("TargetMode") != "External"
        ]


def _resolve(folder: PurePosixPath, relation: _Element) -> str:
    target = unquote(relation.get("Target", ""))
    parts: list[str] = []
    for part in (PurePosixPath(target) if target[:1] == "/" else folder / target).parts:
        if part == "..":
            parts = parts[:-1]
        elif part not in {"/", "."}:
            parts.append(part)
    return "/".join(parts)


def parse_xml(content: bytes) -> _Element | None:
    """Parse XML without entities, document types and the network; None for what is none."""
    from lxml import etree  # noqa: PLC0415  # heavy, needed for some formats

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(element: _Element) -> str:
    """Give the name of an element without its namespace; "" for comments and instructions."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def attribute(element: _Element | None, name: str) -> str:
    """Give an attribute, whatever its namespace; "" where there is none."""
    if element is None:
        return ""
    return next(
        (
            str(value)
            for key, value in element.attrib.items()
            if str(key).rsplit("}", 1)[-1] == name
        ),
        "",
    )


def child(element: _Element | None, *names: str) -> _Element | None:
    """Go down by names of children, the first of each name."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element
