"""Turns files into documents with clean text, metadata and stable identifiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from extractors.files.datelines import find_date_in_name
from extractors.files.draft import Metadata
from extractors.files.identifiers import hash_text, make_slug
from extractors.files.inputs import InputFile, find_files
from extractors.files.opener import Opener
from extractors.files.opening import Opened
from extractors.limits import DEFAULT_LIMITS, Limits
from graph.model import Document, Skipped, Sourced


def read_files(
    inputs: Sequence[str | Path], *, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Document | Skipped]:
    """Read files, folders and globs into documents, sorted by name.

    The same files give the same documents wherever their folder lies. A file that cannot be read,
    or not within the limits, is a ``Skipped`` that says why, and the others go on. Metadata comes
    from the file's own fields first, then from the text, then from the file's name; the clock and
    the time of the file's last change are never asked. Raises ``InputError`` at once when no file
    is found.
    """
    files = find_files(inputs)
    return _read_all(files, limits)


def _read_all(files: Sequence[InputFile | Skipped], limits: Limits) -> Iterator[Document | Skipped]:
    stems = (_stem(file.name) for file in files if isinstance(file, InputFile))
    slugs = Counter(make_slug(stem, "") for stem in stems)
    shared = frozenset(slug for slug, count in slugs.items() if count > 1)
    taken: dict[str, str] = {}
    with Opener(limits) as opener:
        for file in files:
            if isinstance(file, Skipped):
                yield file
                continue
            for one in _read(opener, file):
                yield one if isinstance(one, Skipped) else _finish(file, one, shared, taken)


def _stem(name: str) -> str:
    return str(PurePosixPath(name).with_suffix(""))


def _read(opener: Opener, file: InputFile) -> Iterator[Opened | Skipped]:
    """Read one file; what is skipped of it carries the file's name."""
    for found in opener.open(file.path):
        if isinstance(found, Skipped):
            yield Skipped(_place(file, found.source), found.reason)
        else:
            yield found


def _place(file: InputFile, inside: str) -> str:
    return f"{file.name}, {inside}" if inside else file.name


def _finish(
    file: InputFile, opened: Opened, shared: frozenset[str], taken: dict[str, str]
) -> Document | Skipped:
    identifier, digest = _identify(file, opened, shared), hash_text(opened.text)
    if taken.get(identifier, digest) != digest:
        identifier = f"{identifier}-{digest}"
    if identifier in taken:
        reason = f"The id {identifier!r} and its text occur twice; one is left out."
        return Skipped(_place(file, opened.id), reason)
    taken[identifier] = digest
    known = opened.metadata.or_else(_read_name(file.name))
    return Document(
        id=identifier,
        text=opened.text,
        source=known.address or file.name,
        title=known.title,
        authors=known.authors,
        date=known.date,
        publisher=known.publisher,
        language=known.language,
        cut=opened.cut,
    )


def _identify(file: InputFile, opened: Opened, shared: frozenset[str]) -> str:
    """Name a document by its own id, or its file; files that share a slug get a hash of the text.

    So a name depends on no file but those that would share it.
    """
    text = opened.text
    if opened.id:
        return make_slug(opened.id, text)
    slug = make_slug(_stem(file.name), "")
    alone = slug not in shared and file.path.suffix.lower() != ".jsonl"
    slug = make_slug(_stem(file.name), text)
    return slug if alone or slug.endswith(hash_text(text)) else f"{slug}-{hash_text(text)}"


def _read_name(name: str) -> Metadata:
    date = find_date_in_name(PurePosixPath(name).stem)
    return Metadata(date=Sourced(date, "file name") if date else None)
