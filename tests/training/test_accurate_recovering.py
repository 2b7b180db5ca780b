from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.accurate.recovering import arrange_pairs, recover

FEATURES = "network.encoder.embeddings.token_type_embeddings.weight"
TAG = "network.heads.tag.weight_Transposed"
QUERY = "onnx::MatMul_7"
QUERY_NODE = "/network/encoder/encoder/layer.0/attention/self/query/MatMul_quant"


def write(folder: Path, *, query: str = QUERY_NODE) -> None:
    """Write what the export of two products, an embedding and a bias comes to."""
    arrays: dict[str, NDArray[np.generic]] = {
        f"{TAG}_quantized": np.array([[1, 2], [3, -4], [5, 6]], np.int8),
        f"{TAG}_zero_point": np.zeros(2, np.int8),
        f"{TAG}_scale": np.array([0.5, 0.25], np.float32),
        "network.heads.tag.bias": np.array([7, 8], np.float32),
        f"{QUERY}_quantized": np.array([[2]], np.int8),
        f"{QUERY}_zero_point": np.zeros(1, np.int8),
        f"{QUERY}_scale": np.array([0.5], np.float32),
        f"{FEATURES}_quantized": np.array([[130, 128]], np.uint8),
        f"{FEATURES}_zero_point": np.array(128, np.uint8),
        f"{FEATURES}_scale": np.array(0.5, np.float32),
    }
    nodes = [
        helper.make_node("MatMulInteger", ["x", f"{stem}_quantized"], [stem], name=name)
        for stem, name in ((TAG, "/network/tag/Gemm_MatMul_quant"), (QUERY, query))
    ]
    given = helper.make_tensor_value_info("x", TensorProto.INT8, ["W", 3])
    tensors = [numpy_helper.from_array(array, name) for name, array in arrays.items()]
    graph = helper.make_graph(nodes, "tiny", [given], [], tensors)
    onnx.save(helper.make_model(graph), str(folder / "model.onnx"))
    np.save(folder / "relation.npy", np.ones((2, 3, 2), np.float16))


def test_integers_become_the_weights_that_they_stand_for(tmp_path: Path) -> None:
    write(tmp_path)
    found = recover(tmp_path)
    assert {name: array.tolist() for name, array in found.items()} == {
        "heads.tag.weight": [[0.5, 1.5, 2.5], [0.5, -1.0, 1.5]],
        "heads.tag.bias": [7, 8],
        "encoder.encoder.layer.0.attention.self.query.weight": [[1.0]],
        "encoder.embeddings.token_type_embeddings.weight": [[1.0, 0.0]],
        "relation": np.ones((2, 3, 2)).tolist(),
    }
    assert {array.dtype.name for array in found.values()} == {"float32"}


def test_a_product_that_is_none_of_the_network_s_is_refused(tmp_path: Path) -> None:
    write(tmp_path, query="/other/MatMul")
    with pytest.raises(ValueError, match="'/other/MatMul' of 'onnx::MatMul_7' is none"):
        recover(tmp_path)


def test_the_scorer_of_pairs_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write(tmp_path)
    shapes = {
        "mention.weight": (2, 3),
        "mention.bias": (2,),
        "antecedent.weight": (2, 3),
        "product.weight": (2, 3),
        "distance.weight": (4, 2),
        "score.weight": (1, 2),
        "score.bias": (1,),
    }
    chance = np.random.default_rng(1)
    weights = {name: chance.normal(size=shape).astype(np.float16) for name, shape in shapes.items()}
    arrays = arrange_pairs(weights)
    np.savez(tmp_path / "reference.npz", **arrays)  # type: ignore[arg-type] # its one flag is another
    np.save(tmp_path / "role.npy", np.ones((2, 3, 3), np.float16))
    found = recover(tmp_path)
    assert found["role"].shape == (2, 3, 3)
    for name, array in weights.items():
        assert np.array_equal(found[f"pairs.{name}"], array), name
