"""A tiny network with random weights, in the form of a trained one."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import spacy
from onnx import TensorProto, helper, numpy_helper
from spacy.language import Language
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from extractors.encoder.bundling import make_pipeline
from extractors.encoder.heads.references import DISTANCES

LABELS: dict[str, Any] = {
    "entity": ["O", "B-Person", "I-Person", "B-Place", "I-Place", "B-Organization",
               "I-Organization"],
    "trigger": ["O", "Attack", "Arriving", "Statement"],
    "tag": ["NN", "NNP", "VBD", "."],
    "pos": ["NOUN", "PROPN", "VERB", "PUNCT"],
    "morph": ["", "Number=Sing", "Mood=Ind|Tense=Past"],
    "lemma": [[0, "", False], [0, "", True], [2, "e", True], [1, "", False]],
    "relation": ["nsubj", "ROOT", "obj", "punct", "parataxis"],
    "role": ["O", "ARG0", "ARG1"],
    "trigger_types": {"Attack": "Attack", "Arriving": "Visit", "Statement": "Statement"},
    "trigger_threshold": 0.5,
}  # fmt: skip
_WIDTH = 8
_HEADS = {
    "entity": 7, "trigger": 4, "tag": 4, "pos": 4, "morph": 3, "lemma": 4, "sentence": 0,
    "root": 0, "arc_dependent": 5, "arc_head": 5, "relation_dependent": 3, "relation_head": 3,
    "predicate": 0, "role_predicate": 3, "role_argument": 3, "mention": 0, "reference": 6,
}  # fmt: skip


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """The contents of a network's files by name."""
    relation = io.BytesIO()
    np.save(relation, _random(4, 5, 4).astype(np.float16))
    role = io.BytesIO()
    np.save(role, _random(3, 4, 4).astype(np.float16))
    return {
        "model.onnx": _make_model().SerializeToString(),
        "tokenizer.json": _make_tokenizer().to_str().encode(),
        "labels.json": json.dumps(LABELS).encode(),
        "relation.npy": relation.getvalue(),
        "role.npy": role.getvalue(),
        "reference.npz": _make_pairs(6, 5),
    }


@pytest.fixture(scope="session")
def folder(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the network's files."""
    path = tmp_path_factory.mktemp("network")
    for name, content in files.items():
        (path / name).write_bytes(content)
    return path


@pytest.fixture(scope="session")
def nlp(folder: Path) -> Language:
    """A pipeline with the tiny network; nothing it says makes sense."""
    return make_pipeline(spacy.blank("en"), folder)


def _make_pairs(width: int, hidden: int) -> bytes:
    """The content of a file by which pairs of mentions are scored, drawn at random."""
    content = io.BytesIO()
    arrays: dict[str, np.ndarray[Any, np.dtype[np.float32]]] = {
        "mention": _random(width, hidden),
        "bias": _random(hidden),
        "antecedent": _random(width, hidden) / np.float32(2),
        "product": _random(width, hidden) / np.float32(3),
        "distance": _random(2 * (len(DISTANCES) + 1), hidden),
        "score": _random(hidden),
        "base": np.array(0.5, np.float32),
    }
    half = {name: array.astype(np.float16) for name, array in arrays.items()}
    np.savez(content, **half)  # type: ignore[arg-type] # its one flag is another
    return content.getvalue()


def _random(*shape: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    return np.random.default_rng(sum(shape)).normal(0, 1.5, shape).astype(np.float32)


def _make_tokenizer() -> Tokenizer:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789.,;:!?'\"()-"
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters, *(f"##{letter}" for letter in letters)]
    vocabulary = {piece: index for index, piece in enumerate([*pieces, "the", "##ing", "##ed"])}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 (no secret)
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def _make_model() -> onnx.ModelProto:
    """Embeddings with the mean of their window added, and one layer for each output."""
    weights = {"of_pieces": _random(110, _WIDTH), "of_features": _random(12, _WIDTH)}
    nodes = [
        helper.make_node("Gather", ["of_pieces", "pieces"], ["piece"]),
        helper.make_node("Gather", ["of_features", "features"], ["feature"]),
        helper.make_node("Add", ["piece", "feature"], ["sum"]),
        helper.make_node("ReduceMean", ["sum"], ["mean"], axes=[0], keepdims=1),
        helper.make_node("Add", ["sum", "mean"], ["all"]),
        helper.make_node("Gather", ["all", "words"], ["word"]),
    ]
    for index, (name, size) in enumerate(_HEADS.items()):
        shape = (_WIDTH, size) if size else (_WIDTH,)
        weights[f"to_{name}"] = np.random.default_rng(index).normal(0, 1, shape).astype(np.float32)
        nodes.append(helper.make_node("MatMul", ["word", f"to_{name}"], [name]))
    graph = helper.make_graph(
        nodes,
        "tiny",
        [
            helper.make_tensor_value_info("pieces", TensorProto.INT64, ["P"]),
            helper.make_tensor_value_info("features", TensorProto.INT64, ["P"]),
            helper.make_tensor_value_info("words", TensorProto.INT64, ["W"]),
        ],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["W", size] if size else ["W"])
            for name, size in _HEADS.items()
        ],
        [numpy_helper.from_array(array, name) for name, array in weights.items()],
    )
    opset = helper.make_opsetid("", 13)
    return helper.make_model(graph, opset_imports=[opset], ir_version=8)
