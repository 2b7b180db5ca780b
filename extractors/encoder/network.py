"""The network: its files, and one run of it for one window."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from extractors.encoder.heads.labels import Labels, read_labels
from extractors.encoder.heads.lemmas import Lemmas
from extractors.encoder.heads.references import PairScorer
from extractors.encoder.heads.roles import RoleFinder
from extractors.encoder.pieces import PieceMaker, Pieces
from extractors.encoder.runtime import start_session
from graph.errors import ReaderError

FILES: Final = ("model.onnx", "tokenizer.json", "labels.json", "relation.npy")
LEMMAS: Final = "lemmas.txt"
ROLES: Final = "role.npy"
REFERENCES: Final = "reference.npz"
OPTIONAL: Final = (LEMMAS, ROLES, REFERENCES)
"""Files that may be missing: a reader then gives what its other files tell."""

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the network says of the words of one window: scores, one row a word."""

    entity: Scores
    trigger: Scores
    tag: Scores
    pos: Scores
    morph: Scores
    lemma: Scores
    sentence: Scores
    root: Scores
    arc_dependent: Scores
    arc_head: Scores
    relation_dependent: Scores
    relation_head: Scores
    predicate: Scores | None = None
    role_predicate: Scores | None = None
    role_argument: Scores | None = None
    mention: Scores | None = None
    reference: Scores | None = None


_OUTPUTS: Final = tuple(Outputs.__slots__)


class Network:
    """Runs windows; may be used by several threads at once."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Take the contents of ``FILES`` by name; raises ``ReaderError`` where one is missing."""
        if missing := [name for name in FILES if name not in files]:
            raise ReaderError(
                f"the reader lacks {', '.join(missing)}; take its folder from a release, or train "
                "it with training/accurate"
            )
        self.labels: Final[Labels] = read_labels(files["labels.json"])
        self.lemmas: Final = Lemmas(self.labels.lemma, self.labels.pos, files.get(LEMMAS, b""))
        tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode())
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self.pieces: Final = PieceMaker(tokenizer)
        relation = np.load(io.BytesIO(files["relation.npy"]), allow_pickle=False)
        # one matrix a relation
        self.relation: Final[Scores] = np.ascontiguousarray(
            relation.transpose(1, 0, 2), dtype=np.float32
        )
        self.roles: Final = RoleFinder(files[ROLES], self.labels.role) if ROLES in files else None
        self.references: Final = PairScorer(files[REFERENCES]) if REFERENCES in files else None
        self._session = start_session(files["model.onnx"])
        given = {output.name for output in self._session.get_outputs()}
        self._outputs = [name for name in _OUTPUTS if name in given]

    def run(self, pieces: Pieces, start: int, end: int) -> Outputs:
        """Read the words from ``start`` to ``end`` (exclusive) as one window.

        A window is its own run: the quantisation looks at all that is run together, so that a
        text read beside another would be read differently.
        """
        offsets = pieces.offsets[start : end + 1]
        first, last = int(offsets[0]), int(offsets[-1])
        ids = np.empty(last - first + 2, np.int64)
        ids[0], ids[-1] = self.pieces.cls, self.pieces.sep
        ids[1:-1] = pieces.flat[first:last]
        features = np.zeros_like(ids)
        features[1:-1] = np.repeat(pieces.features[start:end], np.diff(offsets))
        given = {"pieces": ids, "features": features, "words": offsets[:-1] - first + 1}
        found: Any = self._session.run(self._outputs, given)
        return Outputs(**dict(zip(self._outputs, found, strict=True)))
