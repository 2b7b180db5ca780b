"""Takes the weights of a written reader back, to go on from where no checkpoint is left.

The written weights have seven bits and the written embeddings of pieces and positions eight; the
latter are not taken, as training leaves the base encoder's as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

_NODE: Final = re.compile(r"/network/(.+)/MatMul_quant")

# The arrays of ``reference.npz``, and the weights of training's scorer of pairs that they are; some
# are turned for products with rows, and those of the one score have a dimension less.
_PAIRS: Final = {
    "mention": "mention.weight",
    "bias": "mention.bias",
    "antecedent": "antecedent.weight",
    "product": "product.weight",
    "distance": "distance.weight",
    "score": "score.weight",
    "base": "score.bias",
}
_TURNED: Final = frozenset(["mention", "antecedent", "product"])
_SINGLE: Final = frozenset(["score", "base"])

Array = NDArray[Any]


def recover(folder: Path) -> dict[str, Array]:
    """Give the weights of the network in a reader's folder by the names that training uses."""
    graph = onnx.load(str(folder / "model.onnx")).graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {
        name.removeprefix("network."): array
        for name, array in arrays.items()
        if name.startswith("network.") and array.dtype == np.float32 and "_scale" not in name
    }
    features = "network.encoder.embeddings.token_type_embeddings.weight"
    found[features.removeprefix("network.")] = _scale(arrays, features)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            stem = node.input[1].removesuffix("_quantized")
            found[f"{_name(stem, node.name)}.weight"] = _scale(arrays, stem).T
    found |= _load_pairs(folder)
    return {name: np.array(array, np.float32) for name, array in found.items()}


def _load_pairs(folder: Path) -> Iterator[tuple[str, Array]]:
    """Yield the weights that score pairs of words; older readers have those of trees only."""
    yield "relation", np.load(folder / "relation.npy")
    if (folder / "role.npy").exists():
        yield "role", np.load(folder / "role.npy")
    if (folder / "reference.npz").exists():
        with np.load(folder / "reference.npz") as arrays:
            for name, place in _PAIRS.items():
                array = arrays[name][None] if name in _SINGLE else arrays[name]
                yield f"pairs.{place}", array.T if name in _TURNED else array


def arrange_pairs(weights: Mapping[str, Array]) -> dict[str, Array]:
    """Give the arrays that a reader scores pairs of mentions by."""
    arrays = {name: weights[place] for name, place in _PAIRS.items()}
    return {
        name: (array.T if name in _TURNED else array[0] if name in _SINGLE else array).astype(
            np.float16
        )
        for name, array in arrays.items()
    }


def _scale(arrays: dict[str, Array], stem: str) -> Array:
    """Give the numbers that integers stand for, a scale a column or one for all."""
    zero = arrays[f"{stem}_zero_point"].astype(np.float32)
    scaled: Array = (arrays[f"{stem}_quantized"].astype(np.float32) - zero) * arrays[
        f"{stem}_scale"
    ]
    return scaled.astype(np.float32)


def _name(stem: str, node: str) -> str:
    if stem.startswith("network."):
        return stem.removeprefix("network.").removesuffix(".weight_Transposed")
    match = _NODE.fullmatch(node)
    if match is None:
        raise ValueError(f"the product {node!r} of {stem!r} is none of the network's")
    return match[1].replace("/", ".")
