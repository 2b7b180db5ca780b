"""Turns files into documents with clean text, metadata and stable identifiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from extractors.files.draft import Metadata
from extractors.files.identifiers import hash_text, make_slug
from extractors.files.inputs.inputs import InputFile, find_files
from extractors.files.metadata.datelines import find_date_in_name
from extractors.files.opener import Opener
from extractors.files.opening import Opened
from extractors.limits import DEFAULT_LIMITS, Limits
from graph.model import Document, Remark, Skipped, Sourced

_Origins = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """What the documents of one run share.

    ``shared`` holds the slugs that several files have, ``taken`` the hash of each id's text,
    ``texts`` the place and the metadata of the first document of each text. ``language`` "en"
    reads every text as English.
    """

    shared: frozenset[str]
    language: str = ""
    taken: dict[str, str] = field(default_factory=dict)
    texts: dict[str, tuple[str, _Origins]] = field(default_factory=dict)


def read_files(
    inputs: Sequence[str | Path], *, language: str = "", limits: Limits = DEFAULT_LIMITS
) -> Iterator[Document | Skipped]:
    """Read files, folders and globs into documents, sorted by name.

    The same files give the same documents wherever their folder lies. A file that cannot be read,
    or not within the limits, is a ``Skipped`` that says why, and the others go on; so is a text in
    another language than English, unless ``language`` is "en", and one that repeats another,
    metadata and all. Metadata comes from the file's own fields first, then from the text, then from
    the file's name; the clock and the time of the file's last change are never asked. Raises
    ``InputError`` at once when no file is found.
    """
    files = find_files(inputs)
    return _read_all(files, language, limits)


def _read_all(
    files: Sequence[InputFile | Skipped], language: str, limits: Limits
) -> Iterator[Document | Skipped]:
    stems = (_stem(file.name) for file in files if isinstance(file, InputFile))
    slugs = Counter(make_slug(stem, "") for stem in stems)
    run = _Run(frozenset(slug for slug, count in slugs.items() if count > 1), language)
    with Opener(limits) as opener:
        for file in files:
            if isinstance(file, Skipped):
                yield file
                continue
            for one in _read(opener, file):
                yield one if isinstance(one, Skipped) else _finish(file, one, run)


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


def _finish(file: InputFile, opened: Opened, run: _Run) -> Document | Skipped:
    """Make a document of a text, unless it is in another language or there already."""
    if opened.other_language and not run.language:
        return Skipped(_place(file, opened.id or opened.part), _say_other(opened.other_language))
    known = opened.metadata.or_else(_read_name(file.name))
    document = Document(
        id=_identify(file, opened, run.shared),
        text=opened.text,
        source=known.address or _place(file, opened.part),
        title=known.title,
        authors=known.authors,
        date=known.date,
        publisher=known.publisher,
        language=known.language,
        cuts=opened.cuts,
        remarks=opened.remarks,
        pages=opened.pages,
    )
    return _admit(document, _place(file, opened.id or opened.part), run)


def _say_other(language: str) -> str:
    return (
        f"The text is in {language}, and only English is read; leave it out, translate it, or "
        "insist with --language en."
    )


def _admit(document: Document, place: str, run: _Run) -> Document | Skipped:
    """Keep ids apart; a text that comes again with the same metadata is not read twice."""
    digest = hash_text(document.text)
    origins: _Origins = (document.title, document.authors, document.date, document.publisher)
    first, known = run.texts.setdefault(digest, (place, origins))
    if first != place and known == origins:
        return Skipped(place, f"Its text and metadata are those of {first}; one of them is read.")
    identifier = document.id
    if run.taken.get(identifier, digest) != digest:
        identifier = f"{identifier}-{digest}"
    if identifier in run.taken:
        return Skipped(place, f"The id {identifier!r} and its text occur twice; one is left out.")
    run.taken[identifier] = digest
    same = Remark(f"Its text is also that of {first}, word for word.")
    remarks = document.remarks if first == place else (*document.remarks, same)
    return replace(document, id=identifier, remarks=remarks)


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
    if opened.part:
        slug = f"{slug}-{make_slug(opened.part, text)}"
    return slug if alone or slug.endswith(hash_text(text)) else f"{slug}-{hash_text(text)}"


def _read_name(name: str) -> Metadata:
    date = find_date_in_name(PurePosixPath(name).stem)
    return Metadata(date=Sourced(date, "file name") if date else None)
