"""What the engine's processes tell each other: frames of a kind and some bytes, over a pipe."""

from __future__ import annotations

import io
import os
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

HEAD, DATA, FAILED, DONE = b"H", b"D", b"E", b"Z"
"""What a frame holds: how the answer looks, a part of it, why there is none, or its end."""

PREFIX = struct.Struct("!cI")
"""The kind and the number of bytes that follow."""

# what is gathered before it is sent
_CHUNK = 1 << 16


def send(pipe: int, kind: bytes, content: ReadableBuffer = b"") -> None:
    """Write a whole frame."""
    view = memoryview(PREFIX.pack(kind, memoryview(content).nbytes) + bytes(content))
    while view:
        view = view[os.write(pipe, view) :]


class DataPipe(io.RawIOBase):
    """Sends what is written to it as frames of data."""

    def __init__(self, pipe: int) -> None:
        super().__init__()
        self._pipe = pipe

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def write(self, content: ReadableBuffer, /) -> int:
        """Send a frame for each stretch of the bytes."""
        view = memoryview(content)
        for start in range(0, view.nbytes, _CHUNK):
            send(self._pipe, DATA, view[start : start + _CHUNK])
        return view.nbytes


def gathered(pipe: int) -> io.BufferedWriter:
    """Give what gathers small writes into frames; it must be flushed at the end."""
    return io.BufferedWriter(DataPipe(pipe), _CHUNK)
