"""Turns files into documents with clean text, metadata and stable identifiers."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from extractors.files.characters import clean_characters
from extractors.files.cleaning import clean
from extractors.files.datelines import find_date_in_name
from extractors.files.decoding import too_long
from extractors.files.draft import MAX_CHARACTERS, Draft, Metadata
from extractors.files.evidence import find_metadata
from extractors.files.formats import FORMATS
from extractors.files.identifiers import hash_text, make_slug
from extractors.files.inputs import InputFile, find_files
from extractors.files.languages import find_other_language
from extractors.files.page_marks import find_pages
from graph.errors import UnreadableFileError
from graph.model import Document, Remark, Skipped, Sourced

_LOG = logging.getLogger(__name__)
_EMPTY = "The file holds no text; put text into it or leave it out."


@dataclass(frozen=True, slots=True)
class _Run:
    """What the documents of one run share.

    ``shared`` holds the slugs that several files have, ``taken`` the hash of each id's text,
    ``texts`` the first document of each text. ``language`` "en" reads every text as English.
    """

    shared: frozenset[str]
    language: str = ""
    taken: dict[str, str] = field(default_factory=dict)
    texts: dict[str, Document] = field(default_factory=dict)


def read_files(
    inputs: Sequence[str | Path], *, language: str = ""
) -> Iterator[Document | Skipped]:
    """Read files, folders and globs into documents, sorted by name.

    The same files give the same documents wherever their folder lies. A file that cannot be read
    is a ``Skipped`` that says why, and the others go on; so is a text in another language than
    English, unless ``language`` is "en", and one that repeats another word for word. Metadata
    comes from the file's own fields first, then from the text, then from the file's name; the
    clock and the time of the file's last change are never asked. Raises ``InputError`` at once
    when no file is found.
    """
    files = find_files(inputs)
    return _read_all(files, language)


def _read_all(
    files: Sequence[InputFile | Skipped], language: str
) -> Iterator[Document | Skipped]:
    stems = (_stem(file.name) for file in files if isinstance(file, InputFile))
    slugs = Counter(make_slug(stem, "") for stem in stems)
    run = _Run(frozenset(slug for slug, count in slugs.items() if count > 1), language)
    for file in files:
        if isinstance(file, Skipped):
            yield file
            continue
        for draft in _read(file):
            yield draft if isinstance(draft, Skipped) else _finish(file, draft, run)


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


def _finish(file: InputFile, draft: Draft, run: _Run) -> Document | Skipped:
    """Clean a draft and give it its metadata and its id, unless there is a reason to skip it."""
    place = f"{file.name}, {draft.id or draft.part}" if draft.id or draft.part else file.name
    trimmed = clean(draft)
    notes = (clean_characters(note) for note in draft.notes)
    text = "\n\n".join((*(block.text for block in trimmed.blocks), *filter(str.strip, notes)))
    if not text or len(text) > MAX_CHARACTERS:
        return Skipped(place, too_long() if text else _EMPTY)
    other = "" if run.language else find_other_language(text)
    if other:
        return Skipped(place, _say_other(other))
    known = draft.metadata.or_else(find_metadata(trimmed)).or_else(_read_name(file.name))
    document = Document(
        id=_identify(file, draft, text, run.shared),
        text=text,
        source=known.address or (place if draft.part else file.name),
        title=known.title,
        authors=known.authors,
        date=known.date,
        publisher=known.publisher,
        language=known.language,
        cuts=trimmed.cuts,
        remarks=draft.remarks,
        pages=find_pages(text, draft.pages),
    )
    return _admit(document, place, run)


def _say_other(language: str) -> str:
    return (
        f"The text is in {language}, and only English is read; leave it out, translate it, or "
        "insist with --language en."
    )


def _admit(document: Document, place: str, run: _Run) -> Document | Skipped:
    """Keep ids apart, and read a text that comes twice with all its metadata only once."""
    digest = hash_text(document.text)
    first = run.texts.setdefault(digest, document)
    if first is not document and _origins(first) == _origins(document):
        return Skipped(place, f"Its text is that of {first.source}, word for word; one is read.")
    identifier = document.id
    if run.taken.get(identifier, digest) != digest:
        identifier = f"{identifier}-{digest}"
    if identifier in run.taken:
        return Skipped(place, f"The id {identifier!r} and its text occur twice; one is left out.")
    run.taken[identifier] = digest
    same = Remark(f"Its text is also that of {first.source}, word for word.")
    remarks = document.remarks if first is document else (*document.remarks, same)
    return replace(document, id=identifier, remarks=remarks)


def _origins(document: Document) -> tuple[object, ...]:
    return (document.title, document.authors, document.date, document.publisher)


def _identify(file: InputFile, draft: Draft, text: str, shared: frozenset[str]) -> str:
    """Name a document by its own id, or its file; files that share a slug get a hash of the text.

    So a name depends on no file but those that would share it.
    """
    if draft.id:
        return make_slug(draft.id, text)
    slug = make_slug(_stem(file.name), "")
    alone = slug not in shared and file.path.suffix.lower() != ".jsonl"
    slug = make_slug(_stem(file.name), text)
    if draft.part:
        slug = f"{slug}-{make_slug(draft.part, text)}"
    return slug if alone or slug.endswith(hash_text(text)) else f"{slug}-{hash_text(text)}"


def _read_name(name: str) -> Metadata:
    date = find_date_in_name(PurePosixPath(name).stem)
    return Metadata(date=Sourced(date, "file name") if date else None)
