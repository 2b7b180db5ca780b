"""Readers: the spaCy pipelines that annotate a text."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from extractors.names.labels import knows
from graph.errors import ReaderError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_READER = "accurate"
"""The name of the reader that comes with the package."""

_TAGS, _TREE, _ENTITIES = "token.tag", "token.dep", "doc.ents"


def load_reader(name: str = DEFAULT_READER) -> Language:
    """Load the bundled reader by its name, or any installed spaCy pipeline by its name or path.

    Raises ``ReaderError`` where there is none, or where no component of it gives the tags, the
    trees or the entities that the extractors need. ``Span._.confidence`` says how sure the reader
    is of a span of ``doc.spans["entities"]`` or ``doc.spans["events"]``.
    """
    import spacy  # noqa: PLC0415 (spaCy takes a second to import)

    from extractors.encoder.confidence import register_confidence  # noqa: PLC0415 (likewise)

    register_confidence()
    if name == DEFAULT_READER:
        with as_file(files("extractors") / "readers" / name) as folder:
            if not (folder / "config.cfg").is_file():
                raise ReaderError(_say_missing(name))
            return _checked(spacy.load(folder), name)
    try:
        return _checked(spacy.load(name), name)
    except (OSError, ValueError) as error:
        raise ReaderError(
            f"no reader {name!r}; one of: {DEFAULT_READER}, or the name or path of a spaCy "
            "pipeline installed here (pip list | grep core)"
        ) from error


def describe_reader(nlp: Language) -> str:
    """The reader's name and version, as they are kept beside each statement."""
    return f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')} {nlp.meta.get('version', '')}"


def _say_missing(name: str) -> str:
    return (
        f"the reader {name!r} is not in this installation; install a release of vouchgraph, train "
        "it as training/README.md says, or take a spaCy pipeline by its name or path"
    )


def _checked(nlp: Language, name: str) -> Language:
    if not (_givers(nlp, _TAGS) and _givers(nlp, _TREE)):
        raise ReaderError(f"the reader {name!r} has no tagger and parser; it has {nlp.pipe_names}")
    givers = [nlp.get_pipe(giver) for giver in _givers(nlp, _ENTITIES)]
    labels = {label for giver in givers for label in getattr(giver, "labels", ())}
    if not knows(tuple(labels)):
        raise ReaderError(
            f"the reader {name!r} finds {', '.join(sorted(labels)) or 'no entities'}; people, "
            "places and organizations are needed"
        )
    return nlp


def _givers(nlp: Language, attribute: str) -> list[str]:
    """The components that say of themselves that they set an attribute."""
    return [name for name in nlp.pipe_names if attribute in nlp.get_pipe_meta(name).assigns]
