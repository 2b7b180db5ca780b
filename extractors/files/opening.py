"""Opens one file: its reader, and the cleaning of what it reads; every failure is a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.files.characters import clean_characters
from extractors.files.decoding import too_long
from extractors.files.draft import MAX_CHARACTERS, Draft, Layout, Metadata
from extractors.files.evidence import find_metadata
from extractors.files.formats import FORMATS
from extractors.files.furniture import Trimmed, trim_furniture
from extractors.files.markdown import split_markdown
from extractors.files.mending import mend_sentences
from extractors.files.paragraphs import split_paragraphs
from extractors.files.running_heads import cut_inner_heads
from graph.errors import UnreadableFileError
from graph.model import Skipped

_EMPTY = "The file holds no text; put text into it or leave it out."


@dataclass(frozen=True, slots=True)
class Opened:
    """A clean text with what its file says of it; ``id`` and ``cut`` as in ``Draft``."""

    text: str
    metadata: Metadata
    id: str = ""
    cut: int = 0


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
    text = "\n\n".join(block.text for block in trimmed.blocks)
    if not text or len(text) > MAX_CHARACTERS:
        return Skipped(draft.id, too_long() if text else _EMPTY)
    known = draft.metadata.or_else(find_metadata(trimmed))
    return Opened(text, known, draft.id, draft.cut + trimmed.cut)


def clean(draft: Draft) -> Trimmed:
    """Clean a draft's text: characters, running heads, paragraphs, cut sentences, furniture."""
    text, heads = cut_inner_heads(clean_characters(draft.text))
    if draft.layout is Layout.MARKDOWN:
        blocks = split_markdown(text)
    else:
        blocks = split_paragraphs(text, wrapped=draft.layout is Layout.PLAIN)
    trimmed = trim_furniture(mend_sentences(blocks))
    return replace(trimmed, cut=trimmed.cut + heads)
