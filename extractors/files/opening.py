"""Opens one file: its reader, and the cleaning of what it reads; every failure is a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.files.cleaning.characters import clean_characters
from extractors.files.cleaning.cleaning import clean
from extractors.files.cleaning.page_marks import find_pages
from extractors.files.decoding import too_long
from extractors.files.draft import MAX_CHARACTERS, Draft, Metadata
from extractors.files.formats import FORMATS
from extractors.files.languages import find_other_language
from extractors.files.metadata.evidence import find_metadata
from graph.errors import UnreadableFileError
from graph.model import Cut, Page, Remark, Skipped

_EMPTY = "The file holds no text; put text into it or leave it out."


@dataclass(frozen=True, slots=True)
class Opened:
    """A clean text with what its file says of it; ``id`` and ``part`` as in ``Draft``.

    ``other_language`` names the language of a text that is not English.
    """

    text: str
    metadata: Metadata
    id: str = ""
    part: str = ""
    other_language: str = ""
    cuts: tuple[Cut, ...] = ()
    remarks: tuple[Remark, ...] = ()
    pages: tuple[Page, ...] = ()


def open_file(path: Path) -> Iterator[Opened | Skipped]:
    """Open a file by its suffix.

    What cannot be read is a ``Skipped``, whose source is the place in the file, or empty for the
    file as a whole. Only ``MemoryError`` gets out.
    """
    try:
        for draft in FORMATS[path.suffix.lower()](path):
            yield draft if isinstance(draft, Skipped) else _finish(draft)
    except UnreadableFileError as error:
        if isinstance(error.__cause__, MemoryError):
            raise error.__cause__ from error
        yield Skipped("", str(error))
    except OSError as error:
        yield Skipped("", f"The file cannot be opened: {error.strerror or error}.")
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 (libraries let out errors of any type)
        yield Skipped("", _failed(path, error))


def _failed(path: Path, error: Exception) -> str:
    return (
        f"The file could not be read as {path.suffix.lower()} ({type(error).__name__}); if other "
        "programs open it, save it anew or as another type, else leave it out."
    )


def _finish(draft: Draft) -> Opened | Skipped:
    trimmed = clean(draft)
    notes = (clean_characters(note) for note in draft.notes)
    text = "\n\n".join((*(block.text for block in trimmed.blocks), *filter(str.strip, notes)))
    if not text or len(text) > MAX_CHARACTERS:
        return Skipped(draft.id or draft.part, too_long() if text else _EMPTY)
    return Opened(
        text,
        draft.metadata.or_else(find_metadata(trimmed)),
        draft.id,
        draft.part,
        find_other_language(text),
        trimmed.cuts,
        draft.remarks,
        find_pages(text, draft.pages),
    )
