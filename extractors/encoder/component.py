"""The spaCy component ``vouchgraph_encoder``: everything the accurate reader says, in one pass."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import srsly  # type: ignore[import-untyped] # has no types
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import minibatch
from spacy.vocab import Vocab

from extractors.annotation.coreference import register_coreference
from extractors.annotation.semantic_roles import register_roles
from extractors.encoder.confidence import register_confidence
from extractors.encoder.decoding import Analyzer
from extractors.encoder.network import FILES, OPTIONAL, Network
from extractors.encoder.relating import Relater
from extractors.encoder.scoring import SCORE_WEIGHTS, score_reading
from extractors.encoder.windows import cut_windows
from extractors.encoder.words import find_words
from extractors.encoder.writing import Writer
from graph.errors import ReaderError

FACTORY: Final = "vouchgraph_encoder"

_ASSIGNS: Final = [
    "token.tag",
    "token.pos",
    "token.morph",
    "token.lemma",
    "token.head",
    "token.dep",
    "token.is_sent_start",
    "token.ent_iob",
    "token.ent_type",
    "doc.sents",
    "doc.ents",
    "doc.spans",
    "span._.confidence",
    "doc._.semantic_roles",
    "doc._.coreference",
]

_Finish = Callable[[], Doc]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What is made of the network's files."""

    network: Network
    analyzer: Analyzer
    writer: Writer
    relater: Relater


class Encoder(Pipe):
    """Annotates Docs by one network: sentences, tags, lemmas, trees, entities and events.

    What was set before is kept: sentences that begin or do not (``Token.is_sent_start``) and
    entities (``Doc.ents``). ``doc.spans["entities"]`` and ``doc.spans["events"]`` hold the
    confidences in ``attrs["scores"]``, which ``Span._.confidence`` looks up.
    """

    def __init__(self, vocab: Vocab, name: str = FACTORY, *, threads: int = 0) -> None:
        """Make a component without a network; ``from_disk`` or ``from_bytes`` brings it.

        ``threads`` says how many windows are read at a time; 0 takes every core.
        """
        self.vocab = vocab
        self.name = name
        self.threads = threads
        self._files: dict[str, bytes] = {}
        self._loaded: _Loaded | None = None
        register_confidence()
        register_roles()
        register_coreference()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        with self._start_threads() as pool:
            return self._begin(doc, pool)()

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Annotate Docs, in their order; while a batch is written, the next one is read."""
        with self._start_threads() as pool:
            waiting: list[tuple[Doc, _Finish]] = []
            for batch in minibatch(stream, batch_size):  # type: ignore[no-untyped-call] # spaCy's
                begun = [*self._begin_all(batch, pool)]
                yield from self._finish_all(waiting)
                waiting = begun
            yield from self._finish_all(waiting)

    def _begin_all(
        self, docs: Iterable[Doc], pool: ThreadPoolExecutor
    ) -> Iterator[tuple[Doc, _Finish]]:
        for doc in docs:
            try:
                yield doc, self._begin(doc, pool)
            except Exception as error:  # noqa: BLE001 (spaCy's handler decides)
                self.get_error_handler()(self.name, self, [doc], error)

    def _finish_all(self, begun: Iterable[tuple[Doc, _Finish]]) -> Iterator[Doc]:
        for doc, finish in begun:
            try:
                finished = finish()
            except Exception as error:  # noqa: BLE001 (spaCy's handler decides)
                self.get_error_handler()(self.name, self, [doc], error)
            else:
                yield finished

    def _begin(self, doc: Doc, pool: ThreadPoolExecutor) -> _Finish:
        """Have the windows of a Doc read; what is returned waits for them and annotates it."""
        parts = self._parts
        words = find_words(doc)
        pieces = parts.network.pieces.make(words, doc.vocab.strings)
        windows = cut_windows(words, pieces)
        reads = [pool.submit(parts.analyzer.read, words, pieces, *window) for window in windows]

        def finish() -> Doc:
            analyses = [read.result() for read in reads]
            parts.writer.write(doc, words, analyses)
            parts.relater.write(doc, words, analyses)
            return doc

        return finish

    @contextmanager
    def _start_threads(self) -> Iterator[ThreadPoolExecutor]:
        # for one stream only: threads do not outlive the fork of nlp.pipe(n_process=2)
        pool = ThreadPoolExecutor(self.threads or os.cpu_count())
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of entities."""
        return self._loaded.network.labels.kinds if self._loaded else ()

    @property
    def event_types(self) -> tuple[str, ...]:
        """The types of events, sorted."""
        types = self._loaded.network.labels.trigger_types.values() if self._loaded else ()
        return tuple(sorted(set(types)))

    def initialize(
        self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None
    ) -> None:
        """Refuse: spaCy does not train this component."""
        del get_examples, nlp
        raise ReaderError(
            f"the component {self.name!r} cannot be initialized or trained by spaCy; train it with "
            "training/accurate and load its folder"
        )

    def score(self, examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 (spaCy's)
        """Score all that the component sets by spaCy's own scorers."""
        return score_reading(examples, **kwargs)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the network's files into a folder; ``exclude`` names them without endings."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name in _included(exclude):
            if name in self._files:
                (folder / name).write_bytes(self._files[name])

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Encoder:
        """Load the network's files from a folder; raises ``ReaderError`` where one is missing."""
        folder = Path(path)
        names = [name for name in _included(exclude) if (folder / name).is_file()]
        return self.load({name: (folder / name).read_bytes() for name in names})

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The network's files; ``exclude`` names them without endings."""
        names = [name for name in _included(exclude) if name in self._files]
        content: bytes = srsly.msgpack_dumps({name: self._files[name] for name in names})
        return content

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> Encoder:
        """Load the network's files; raises ``ReaderError`` where one is missing."""
        files: Any = srsly.msgpack_loads(bytes_data)
        return self.load({name: files[name] for name in _included(exclude) if name in files})

    def load(self, files: Mapping[str, bytes]) -> Encoder:
        """Take the contents of the network's files by name; those not given stay as they are."""
        self._files = {**self._files, **files}
        network = Network(self._files)
        writer = Writer(self.vocab, network.labels, network.lemmas)
        self._loaded = _Loaded(network, Analyzer(network), writer, Relater(network))
        return self

    def __reduce__(self) -> tuple[Callable[..., Encoder], tuple[object, ...]]:
        return _remake, (self.vocab, self.name, self.threads, self._files)

    @property
    def _parts(self) -> _Loaded:
        if self._loaded is None:
            raise ReaderError(
                f"the component {self.name!r} has no network yet; load one with from_disk, or the "
                "whole pipeline with spacy.load"
            )
        return self._loaded


def _included(exclude: Iterable[str]) -> list[str]:
    excluded = set(exclude)
    return [name for name in (*FILES, *OPTIONAL) if name.split(".")[0] not in excluded]


def _remake(vocab: Vocab, name: str, threads: int, files: Mapping[str, bytes]) -> Encoder:
    encoder = Encoder(vocab, name, threads=threads)
    return encoder.load(files) if files else encoder


@Language.factory(
    FACTORY,
    assigns=_ASSIGNS,
    default_config={"threads": 0},
    default_score_weights=SCORE_WEIGHTS,
)
def make_encoder(nlp: Language, name: str, threads: int) -> Encoder:
    """Make the component as spaCy's configurations do."""
    # spaCy refuses a million characters, since its parser keeps what it computed for all of a
    # text; here a window's scores are gone once it is decoded
    nlp.max_length = sys.maxsize
    return Encoder(nlp.vocab, name, threads=threads)
