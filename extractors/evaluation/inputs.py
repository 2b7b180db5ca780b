"""Finds the corpora that somebody names, and says what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractors.corpora.formats import Format, find_format, read_golds
from extractors.corpora.gold import Gold
from graph.errors import FormatError, InputError, UnreadableFileError
from graph.model import Skipped


@dataclass(slots=True)
class Corpus:
    """The files of one format under one name."""

    name: str
    format: Format
    files: int = 0
    golds: list[Gold] = field(default_factory=list)


def read_corpora(
    inputs: Iterable[str | Path], name: Format | None
) -> tuple[list[Corpus], list[Skipped]]:
    """Read files, and folders with all files in them whose format is known (or is ``name``).

    Raises ``InputError`` where nothing could be read.
    """
    corpora: dict[tuple[str, Format], Corpus] = {}
    skipped: list[Skipped] = []
    for given in map(Path, inputs):
        try:
            files = list(_find_files(given, name))
        except (FormatError, InputError) as error:
            skipped.append(Skipped(str(given), str(error)))
            continue
        for path, told in files:
            corpus = corpora.setdefault((str(given), told), Corpus(str(given), told))
            try:
                corpus.golds += read_golds(path, told)
            except UnreadableFileError as error:
                skipped.append(Skipped(str(path), str(error)))
            else:
                corpus.files += 1
    kept = [corpus for corpus in corpora.values() if corpus.files]
    if not kept:
        reasons = "; ".join(one.reason for one in skipped)
        raise InputError(f"no corpus could be read: {reasons or 'none was named'}")
    return kept, skipped


def _find_files(given: Path, name: Format | None) -> Iterator[tuple[Path, Format]]:
    if given.is_dir():
        files = sorted(path for path in given.rglob("*") if path.is_file())
        told = [(path, find_format(path)) for path in files]
        found = [(path, one) for path, one in told if one and name in {None, one}]
        if not found:
            raise InputError(f"no corpus in the folder {str(given)!r}; {_choices(Format)}")
        yield from found
    elif not given.is_file():
        raise InputError(f"no file or folder {str(given)!r}; check the path")
    elif told_format := name or find_format(given):
        yield given, told_format
    else:
        raise FormatError(
            f"{str(given)!r} is in no format of corpora that is known; {_choices(Format)}"
        )


def _choices(formats: Sequence[Format] | type[Format]) -> str:
    return f"--format is one of: {', '.join(formats)}"
