"""Writes the trained network as the files that the reader runs: ONNX in 8-bit integers."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch  # type: ignore[import-not-found, unused-ignore]
from onnx import TensorProto
from torch import nn

from extractors.corpora.kinds import OUTSIDE
from extractors.encoder.runtime import import_runtime
from extractors.words.events.trigger_types import load_trigger_types
from training.accurate.inventory import Inventory, gather_lemmas, load_inventory
from training.accurate.learn import load_average
from training.accurate.network import LABELLED, load_tokenizer
from training.accurate.recovering import arrange_pairs
from training.accurate.sentences import Lesson

OUTPUTS: Final = (
    *LABELLED,
    *("sentence", "root", "arc_dependent", "arc_head", "relation_dependent", "relation_head"),
    *("predicate", "role_predicate", "role_argument", "mention", "reference"),
)
_OPSET: Final = 17


class _OneWindow(nn.Module):  # type: ignore[misc, unused-ignore]  # no types of PyTorch's
    """The network over one window without padding: no mask, no batch."""

    def __init__(self, network: Any) -> None:  # noqa: ANN401
        super().__init__()
        self.network = network

    def forward(self, pieces: Any, features: Any, words: Any) -> tuple[Any, ...]:  # noqa: ANN401
        scores = self.network(pieces[None], features[None], None, words)
        return tuple(scores[name] for name in OUTPUTS)


# How sure the encoder must be of a trigger and of a name; so the tuning parts are read best.
_TRIGGER_THRESHOLD: Final = 0.45
_ENTITY_THRESHOLD: Final = 0.55


def export_checkpoint(run: Path, folder: Path, lessons: Sequence[Lesson]) -> None:
    """Write the files of the averaged weights of a training's last checkpoint, and its lemmas."""
    inventory = load_inventory(run / "labels.json")
    types = load_trigger_types()
    export(
        load_average(inventory, run),
        inventory,
        folder,
        trigger_types={
            name: types.type_of(name).event_type for name in inventory.trigger if name != OUTSIDE
        },
        trigger_threshold=_TRIGGER_THRESHOLD,
        entity_threshold=_ENTITY_THRESHOLD,
    )
    lemmas = "".join(f"{line}\n" for line in gather_lemmas(lessons))
    (folder / "lemmas.txt").write_text(lemmas, encoding="utf-8", newline="\n")


def export(
    network: Any,  # noqa: ANN401
    inventory: Inventory,
    folder: Path,
    *,
    trigger_types: Mapping[str, str],
    trigger_threshold: float,
    entity_threshold: float,
) -> None:
    """Write ``model.onnx``, ``tokenizer.json``, ``labels.json`` and the arrays of pairs."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        plain, fused = Path(work) / "plain.onnx", Path(work) / "fused.onnx"
        _trace(network, plain)
        _fuse(network, plain, fused)
        quantize(fused, folder / "model.onnx")
    load_tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    np.save(folder / "relation.npy", network.relation.detach().numpy().astype(np.float16))
    np.save(folder / "role.npy", network.role.detach().numpy().astype(np.float16))
    _save_pairs(network.pairs, folder / "reference.npz")
    inventory.save(
        folder / "labels.json",
        trigger_types=dict(sorted(trigger_types.items())),
        trigger_threshold=trigger_threshold,
        entity_threshold=entity_threshold,
    )


def _save_pairs(pairs: Any, path: Path) -> None:  # noqa: ANN401
    weights = {name: array.numpy() for name, array in pairs.state_dict().items()}
    np.savez(path, **arrange_pairs(weights))  # type: ignore[arg-type] # its one flag is another


def _trace(network: Any, path: Path) -> None:  # noqa: ANN401
    pieces = torch.arange(1000, 1012)
    example = (pieces, torch.ones_like(pieces), torch.tensor([1, 2, 4, 7]))
    inputs = ("pieces", "features", "words")
    torch.onnx.export(
        _OneWindow(network).eval(),
        example,
        str(path),
        input_names=list(inputs),
        output_names=list(OUTPUTS),
        dynamic_axes={
            "pieces": {0: "P"},
            "features": {0: "P"},
            **{name: {0: "W"} for name in ("words", *OUTPUTS)},
        },
        opset_version=_OPSET,
        dynamo=False,
    )


def _fuse(network: Any, plain: Path, fused: Path) -> None:  # noqa: ANN401
    """Join the steps of attention and normalisation into one operation each: a third faster."""
    import_runtime()
    from onnxruntime.transformers import optimizer  # type: ignore[import-untyped] # noqa: PLC0415 (quiet first)

    config = network.encoder.config
    model = optimizer.optimize_model(
        str(plain),
        model_type="bert",
        num_heads=config.num_attention_heads,
        hidden_size=config.hidden_size,
    )
    model.save_model_to_file(str(fused))


def quantize(fused: Path, path: Path) -> None:
    """Write the weights in 8-bit integers, one scale a column.

    Seven bits are used of eight: processors without dot-product instructions
    (AVX-VNNI) would overflow and read differently.
    """
    import_runtime()
    from onnxruntime import quantization  # type: ignore[import-untyped] # noqa: PLC0415 (quiet first)

    quantization.quantize_dynamic(
        fused,
        path,
        per_channel=True,
        reduce_range=True,
        weight_type=quantization.QuantType.QInt8,
        # The joined operations are not in ONNX's own domain, so their outputs' type is not known.
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )
