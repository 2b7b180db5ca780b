"""onnxruntime, started without its telemetry: the one place that imports it."""

from __future__ import annotations

import os
import sys
import warnings
from types import ModuleType
from typing import Any, Final

QUIET: Final = "ORT_DISABLE_TELEMETRY"
"""The variable of the environment by which onnxruntime sends nothing and keeps nothing."""


def import_runtime() -> ModuleType:
    """Import onnxruntime so that it sends and keeps nothing.

    From 1.30 on its threads look up a server of its makers, and it keeps an id of the machine and a
    queue of events in ``~/.cache/Microsoft``, unless the environment forbids it before the import.
    An application that has imported it before without that is warned.
    """
    if "onnxruntime" not in sys.modules:
        os.environ[QUIET] = "1"
    elif os.environ.get(QUIET) != "1":
        warnings.warn(
            f"onnxruntime was imported before Vouchgraph, and may send telemetry; set {QUIET}=1 in "
            "the environment before that import",
            stacklevel=2,
        )
    import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415 (after the environment)

    module: ModuleType = onnxruntime
    return module


def start_session(model: bytes) -> Any:  # noqa: ANN401 (onnxruntime has no types)
    """Start what runs a network; ``model`` is the content of an ONNX file."""
    runtime = import_runtime()
    options = runtime.SessionOptions()
    # windows run beside each other, which is faster than many threads for one short window
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # memory planned for one length of a window is of no use for the next
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
