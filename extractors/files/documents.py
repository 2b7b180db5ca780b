"""Turns files into documents with clean text, metadata and stable identifiers."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from extractors.files.characters import clean_characters
from extractors.files.datelines import find_date_in_name
from extractors.files.decoding import too_long
from extractors.files.draft import MAX_CHARACTERS, Draft, Layout, Metadata
from extractors.files.evidence import find_metadata
from extractors.files.formats import FORMATS
from extractors.files.furniture import Trimmed, trim_furniture
from extractors.files.identifiers import hash_text, make_slug
from extractors.files.inputs import InputFile, find_files
from extractors.files.markdown import split_markdown
from extractors.files.mending import mend_sentences
from extractors.files.paragraphs import split_paragraphs
from extractors.files.running_heads import cut_inner_heads
from graph.errors import UnreadableFileError
from graph.model import Document, Skipped, Sourced

_LOG = logging.getLogger(__name__)
_EMPTY = "The file holds no text; put text into it or leave it out."


def read_files(inputs: Sequence[str | Path]) -> Iterator[Document | Skipped]:
    """Read files, folders and globs into documents, sorted by name.

    The same files give the same documents wherever their folder lies. A file that cannot be read
    is a ``Skipped`` that says why, and the others go on. Metadata comes from the file's own
    fields first, then from the text, then from the file's name; the clock and the time of the
    file's last change are never asked. Raises ``InputError`` at once when no file is found.
    """
    files = find_files(inputs)
    return _read_all(files)


def _read_all(files: Sequence[InputFile | Skipped]) -> Iterator[Document | Skipped]:
    stems = (_stem(file.name) for file in files if isinstance(file, InputFile))
    slugs = Counter(make_slug(stem, "") for stem in stems)
    shared = frozenset(slug for slug, count in slugs.items() if count > 1)
    taken: dict[str, str] = {}
    for file in files:
        if isinstance(file, Skipped):
            yield file
            continue
        for draft in _read(file):
            yield draft if isinstance(draft, Skipped) else _finish(file, draft, shared, taken)


def _stem(name: str) -> str:
    return str(PurePosixPath(name).with_suffix(""))


def _read(file: InputFile) -> Iterator[Draft | Skipped]:
    """Read one file; every failure becomes a ``Skipped`` that carries the file's name."""
    reader = FORMATS[file.path.suffix.lower()]
    try:
        for draft in reader(file.path):
            if isinstance(draft, Draft):
                yield draft
            else:
                yield Skipped(f"{file.name}, {draft.source}", draft.reason)
    except UnreadableFileError as error:
        _LOG.info("skipped: %s", file.path, exc_info=True)
        yield Skipped(file.name, str(error))
    except OSError as error:
        yield Skipped(file.name, f"The file cannot be opened: {error.strerror or error}.")


def _finish(
    file: InputFile, draft: Draft, shared: frozenset[str], taken: dict[str, str]
) -> Document | Skipped:
    trimmed = clean(draft)
    text = "\n\n".join(block.text for block in trimmed.blocks)
    place = f"{file.name}, {draft.id}" if draft.id else file.name
    if not text or len(text) > MAX_CHARACTERS:
        return Skipped(place, too_long() if text else _EMPTY)
    identifier, digest = _identify(file, draft, text, shared), hash_text(text)
    if taken.get(identifier, digest) != digest:
        identifier = f"{identifier}-{digest}"
    if identifier in taken:
        return Skipped(place, f"The id {identifier!r} and its text occur twice; one is left out.")
    taken[identifier] = digest
    known = draft.metadata.or_else(find_metadata(trimmed)).or_else(_read_name(file.name))
    return Document(
        id=identifier,
        text=text,
        source=known.address or file.name,
        title=known.title,
        authors=known.authors,
        date=known.date,
        publisher=known.publisher,
        language=known.language,
        cut=draft.cut + trimmed.cut,
    )


def _identify(file: InputFile, draft: Draft, text: str, shared: frozenset[str]) -> str:
    """Name a document by its own id, or its file; files that share a slug get a hash of the text.

    So a name depends on no file but those that would share it.
    """
    if draft.id:
        return make_slug(draft.id, text)
    slug = make_slug(_stem(file.name), "")
    alone = slug not in shared and file.path.suffix.lower() != ".jsonl"
    slug = make_slug(_stem(file.name), text)
    return slug if alone or slug.endswith(hash_text(text)) else f"{slug}-{hash_text(text)}"


def _read_name(name: str) -> Metadata:
    date = find_date_in_name(PurePosixPath(name).stem)
    return Metadata(date=Sourced(date, "file name") if date else None)


def clean(draft: Draft) -> Trimmed:
    """Clean a draft's text: characters, running heads, paragraphs, cut sentences, furniture."""
    text, heads = cut_inner_heads(clean_characters(draft.text))
    if draft.layout is Layout.MARKDOWN:
        blocks = split_markdown(text)
    else:
        blocks = split_paragraphs(text, wrapped=draft.layout is Layout.PLAIN)
    trimmed = trim_furniture(mend_sentences(blocks))
    return replace(trimmed, cut=trimmed.cut + heads)
