"""From texts to a graph: everything composed in one place."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from glob import glob, has_magic
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from extractors.files import read_files
from extractors.limits import DEFAULT_LIMITS, Limits
from extractors.reader import DEFAULT_READER
from graph.dataset import DATA_PREFIX, make_dataset
from graph.decisions import FILE_NAME as DECISIONS
from graph.decisions import Decision, read_decisions
from graph.errors import InputError, LexiconError
from graph.findings_store import FindingsStore
from graph.iris import DEFAULT_BASE, checked_base
from graph.lasting import FILE_NAME as NAMES
from graph.lasting import Register, read_register, write_register
from graph.model import Document, Findings, Skipped
from graph.rdf import describe
from graph.resolution import resolve_fully
from graph.sources import Run
from ontology.lexicons import LexiconFormatError, load_lexicon
from output.files import claim, write_together
from output.formats import serialize
from output.report import write_merges, write_report
from output.view import write_view
from vouchgraph.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from spacy.language import Language

    from ontology.lexicons import Lexicon

_PAGE = "view.html"
_MOST_REASONS = 5

Progress = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is."""


class Finder(Protocol):
    """Whatever reads documents: ``extractors.pipeline.Pipeline``."""

    def pipe(self, documents: Iterable[Document]) -> Iterator[Findings]:
        """Read documents, in their order."""
        ...


def build(
    inputs: Sequence[str | Path],
    *,
    output: str | Path | None = None,
    reader: str | Language = DEFAULT_READER,
    lexicons: Sequence[str | Path] = (),
    base: str = DEFAULT_BASE,
    mentions: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    decisions: str | Path | None = None,
    language: str = "",
    title: str = "",
    evidence: bool = True,
    limit: int | None = None,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Read files, folders and globs into a graph, and write it to ``output`` where that is given.

    ``reader`` is a bundled reader's name, an installed spaCy pipeline's name or path, or a spaCy
    ``Language``. ``mentions`` puts the mentions into ``graph.ttl`` too. ``decisions`` is a file of
    people's decisions on identity; without it the one in ``output`` counts. ``language`` "en"
    reads every text as English, also one that looks like another language. ``title``, ``evidence``
    and ``limit`` are those of ``KnowledgeGraph.view``. ``limits`` bound what the opening of a file
    may cost. A file that cannot be read is skipped and told in ``skipped``. Raises a
    ``VouchgraphError`` where nothing can be read or the output cannot be written; earlier output
    then stays as it was.
    """
    tell = progress or (lambda *_: None)
    folder = Path(output) if output is not None else None
    checked_base(base)
    if folder is not None:
        _check_apart(inputs, folder)
    with claim(folder) if folder is not None else nullcontext():
        decided = _decisions(decisions, folder)
        lexicon = load_lexicons(lexicons)
        documents, skipped = _read(inputs, language, limits, tell)
        tell("loading the reader", 0, 1)
        nlp = _load_reader(reader)
        store = FindingsStore(folder / ".findings", _fingerprint(nlp, lexicon)) if folder else None
        findings = _find(documents, make_finder(nlp, lexicon), store, tell)
        run = Run(software=(("Vouchgraph", _version()), _reader_version(nlp)))
        graph = assemble(
            findings,
            skipped,
            base=base,
            run=run,
            lexicon=lexicon,
            decisions=decided,
            former=former_names(folder),
            progress=tell,
        )
        if folder is not None and store is not None:
            tell("writing", 0, 1)
            page = partial(write_view, sentences=evidence, limit=limit)
            page = partial(page, title=title or folder.resolve().name)
            write_output(graph, folder, run=run, mentions=mentions, page=page)
            store.prune()
        tell("writing", 1, 1)
        return graph


def make_finder(nlp: Language, lexicon: Lexicon) -> Finder:
    """Make what reads the documents; made once for all of them."""
    from extractors.pipeline import Pipeline  # noqa: PLC0415 (spaCy takes a second to import)

    return Pipeline(nlp, lexicon)


def assemble(
    findings: Sequence[Findings],
    skipped: Sequence[Skipped] = (),
    *,
    base: str = DEFAULT_BASE,
    run: Run | None = None,
    lexicon: Lexicon | None = None,
    decisions: Sequence[Decision] = (),
    former: Register | None = None,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Make the graph of what was found: resolve, describe, hold."""
    tell = progress or (lambda *_: None)
    tell("resolving", 0, 1)
    resolved = resolve_fully(findings, lexicon=lexicon, decisions=decisions, former=former)
    resolution = resolved.resolution
    quads = describe(findings, resolution, base=base, run=run, lexicon=lexicon)
    dataset = make_dataset(quads, prefixes={DATA_PREFIX: base})
    tell("resolving", 1, 1)
    return KnowledgeGraph(
        dataset,
        findings=findings,
        resolution=resolution,
        skipped=skipped,
        register=resolved.register,
    )


def write_output(
    graph: KnowledgeGraph,
    folder: Path,
    *,
    run: Run | None = None,
    mentions: bool = False,
    page: Callable[..., None] | None = None,
) -> None:
    """Write the graph, its view and its report; all of them or none."""
    software = (run or Run()).software
    report = write_report(
        graph.dataset,
        graph.findings,
        graph.skipped,
        software=software,
        resolution=graph.resolution,
    )
    with write_together(folder) as staged:
        turtle = serialize(graph.dataset, name="turtle", mentions=mentions)
        (staged / "graph.ttl").write_bytes(turtle)
        (staged / "graph.trig").write_bytes(serialize(graph.dataset, name="trig"))
        (staged / "report.json").write_bytes(report)
        (staged / "merges.jsonl").write_bytes(write_merges(graph.findings, graph.resolution))
        (staged / NAMES).write_text(write_register(graph.register), encoding="utf-8", newline="\n")
        write_page = page or partial(write_view, title=folder.resolve().name)
        write_page(graph.network(), staged / _PAGE)


def former_names(folder: Path | None) -> Register:
    """Read the ids that an earlier build into the folder gave; none where there was none."""
    try:
        text = (folder / NAMES).read_text(encoding="utf-8") if folder else ""
    except (OSError, UnicodeDecodeError):
        return Register()
    return read_register(text)


def _decisions(named: str | Path | None, folder: Path | None) -> tuple[Decision, ...]:
    """Read the decisions of a file that must be there, or those of the output folder, if any."""
    if named is not None and not Path(named).is_file():
        raise InputError(f"no file of decisions {str(named)!r}; check the path")
    path = Path(named) if named is not None else folder / DECISIONS if folder else None
    return read_decisions(path) if path is not None else ()


def _read(
    inputs: Sequence[str | Path], language: str, limits: Limits, tell: Progress
) -> tuple[list[Document], list[Skipped]]:
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for one in read_files(inputs, language=language, limits=limits):
        (documents if isinstance(one, Document) else skipped).append(one)  # type: ignore[arg-type]
        count = len(documents) + len(skipped)
        tell("opening files", count, count)
    if not documents:
        reasons = "; ".join(f"{one.source}: {one.reason}" for one in skipped[:_MOST_REASONS])
        reasons += f"; and {more} more" if (more := len(skipped) - _MOST_REASONS) > 0 else ""
        raise InputError(f"none of the files could be read ({reasons}); nothing was written")
    return documents, skipped


def _check_apart(inputs: Sequence[str | Path], folder: Path) -> None:
    """Refuse to write into what is read: the next build would take our pages for texts."""
    for one in _meant(inputs):
        if one.is_dir() and folder.resolve().is_relative_to(one.resolve()):
            raise InputError(
                f"the output {str(folder)!r} lies inside the input {str(one)!r}, and the next "
                "build would read its pages as texts; give an output folder beside it"
            )
        if one.resolve() == folder.resolve() / _PAGE:
            raise InputError(
                f"{str(one)!r} is the page of an earlier build into {str(folder)!r} and no text; "
                "leave it out"
            )


def _meant(inputs: Sequence[str | Path]) -> Iterator[Path]:
    for named in map(str, inputs):
        yield Path(named)
        if has_magic(named):
            yield from map(Path, glob(named, recursive=True))  # noqa: PTH207 (as inputs are found)


def _find(
    documents: Sequence[Document], finder: Finder, store: FindingsStore | None, tell: Progress
) -> list[Findings]:
    """Read what was not read before, and keep what was found."""
    known = {one.id: found for one in documents if store and (found := store.get(one))}
    new = [one for one in documents if one.id not in known]
    for count, found in enumerate(finder.pipe(new), start=1):
        known[found.document.id] = found
        if store:
            store.put(found)
        tell("reading", count, len(new))
    return [known[one.id] for one in documents]


def _load_reader(reader: str | Language) -> Language:
    from extractors.reader import load_reader  # noqa: PLC0415 (spaCy takes a second to import)

    return load_reader(reader) if isinstance(reader, str) else reader


def load_lexicons(lexicons: Sequence[str | Path]) -> Lexicon:
    """Load the lexicon that ships and the user's own; raises ``LexiconError`` for a bad one."""
    try:
        return load_lexicon([Path(one) for one in lexicons])
    except LexiconFormatError as error:
        raise LexiconError(str(error)) from error


def _version() -> str:
    from vouchgraph import __version__  # noqa: PLC0415 (it reads the package's metadata)

    return __version__


def _reader_version(nlp: Language) -> tuple[str, str]:
    name = f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')}".strip("_")
    return name, str(nlp.meta.get("version", ""))


# What the findings depend on, beside the document


def _fingerprint(nlp: Language, lexicon: Lexicon) -> str:
    """Hash the reader, the lexicon and the rules: a change of any means reading anew."""
    hashed = hashlib.sha256(json.dumps(nlp.meta, sort_keys=True, default=str).encode())
    hashed.update(repr(tuple(lexicon)).encode("utf-8", "surrogatepass"))
    for package in ("extractors", "graph", "ontology"):
        for content in _contents(files(package)):
            hashed.update(hashlib.sha256(content).digest())
    return hashed.hexdigest()


def _contents(folder: Traversable) -> Iterator[bytes]:
    """Give the code and data of a package, the weights of readers left out."""
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir() and one.name not in {"__pycache__", "readers"}:
            yield from _contents(one)
        elif one.is_file():
            yield one.read_bytes()
