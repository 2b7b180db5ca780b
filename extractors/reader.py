"""Readers: the spaCy pipelines that annotate a text."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from extractors.labels import knows
from graph.errors import ReaderError

if TYPE_CHECKING:
    from spacy.language import Language

BUNDLED = ("fast",)


def load_reader(name: str = "fast") -> Language:
    """Load a bundled reader by name, or any installed spaCy pipeline by its name or path.

    Raises ``ReaderError`` where there is none, or where it lacks a tagger, a parser or the
    entities that the extractors need.
    """
    import spacy  # noqa: PLC0415 (spaCy takes a second to import)

    if name in BUNDLED:
        with as_file(files("extractors") / "readers" / name) as folder:
            return _checked(spacy.load(folder), name)
    try:
        return _checked(spacy.load(name), name)
    except OSError as error:
        raise ReaderError(
            f"no reader {name!r}; one of: {', '.join(BUNDLED)}, or the name or path of a spaCy "
            "pipeline installed here (pip list | grep core)"
        ) from error


def describe_reader(nlp: Language) -> str:
    """The reader's name and version, as they are kept beside each statement."""
    return f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')} {nlp.meta.get('version', '')}"


def _checked(nlp: Language, name: str) -> Language:
    if not ({"parser", "tagger"} <= {*nlp.pipe_names, *nlp.component_names}):
        raise ReaderError(f"the reader {name!r} has no tagger and parser; it has {nlp.pipe_names}")
    labels = tuple(nlp.get_pipe("ner").labels) if nlp.has_pipe("ner") else ()  # type: ignore[attr-defined]
    if not knows(labels):
        raise ReaderError(
            f"the reader {name!r} finds {', '.join(labels) or 'no entities'}; people, places and "
            "organizations are needed"
        )
    return nlp
