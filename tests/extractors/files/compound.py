"""Writes small compound files, as Outlook keeps its messages in: [MS-CFB], version 3.

Each stream is filled up to 4,096 bytes, so that none is kept among the small ones.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

SECTOR = 512
FULL = 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

Tree = Mapping[str, "bytes | Tree"]


def write_compound(path: Path, tree: Tree) -> Path:
    """Write a tree of storages (mappings) and streams (bytes)."""
    path.write_bytes(compound(tree))
    return path


def compound(tree: Tree) -> bytes:
    """A compound file that holds a tree of storages (mappings) and streams (bytes)."""
    entries: list[list[object]] = [["Root Entry", 5, FREE, FREE, b""]]
    add(entries, 0, tree)
    sectors: list[bytes] = []
    chains: list[int] = []
    rows = [row(entry, sectors, chains) for entry in entries]
    rows += [
        struct.pack("<64sHBB3I16sI8s8sIQ", b"", 0, 0, 0, FREE, FREE, FREE, b"", 0, b"", b"", 0, 0)
    ] * (-len(rows) % 4)
    first = put(b"".join(rows), sectors, chains)
    count = -(-(len(chains) + 8) // 128)
    fat = len(chains)
    chains += [FAT] * count
    table = struct.pack(f"<{len(chains)}I", *chains).ljust(count * SECTOR, b"\xff")
    sectors += [table[start : start + SECTOR] for start in range(0, len(table), SECTOR)]
    places = [*range(fat, fat + count)] + [FREE] * (109 - count)
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII109I", bytes.fromhex("D0CF11E0A1B11AE1"), b"", 62, 3, 0xFFFE, 9, 6,
        b"", 0, count, first, 0, FULL, END, 0, END, 0, *places,
    )  # fmt: skip
    return head + b"".join(sectors)


def add(entries: list[list[object]], parent: int, tree: Tree) -> None:
    """Add what a storage holds: a child and its brothers to the right."""
    before = None
    for name, held in tree.items():
        number = len(entries)
        entries.append([name, 2 if isinstance(held, bytes) else 1, FREE, FREE, b""])
        entries[parent if before is None else before][3 if before is None else 2] = number
        before = number
        if isinstance(held, bytes):
            # a property of bytes is a text here
            entries[number][4] = held.ljust(FULL, b" " if name.endswith("0102") else b"\0")
        else:
            add(entries, number, held)


def row(entry: list[object], sectors: list[bytes], chains: list[int]) -> bytes:
    name, kind, brother, child, data = entry
    wide = str(name).encode("utf-16-le") + b"\0\0"
    assert isinstance(data, bytes)
    start = put(data, sectors, chains) if data else (END if kind != 1 else 0)
    return struct.pack(
        "<64sHBB3I16sI8s8sIQ", wide, len(wide), kind, 1, FREE, brother, child, b"", 0, b"", b"",
        start, len(data),
    )  # fmt: skip


def put(data: bytes, sectors: list[bytes], chains: list[int]) -> int:
    start = len(sectors)
    parts = [
        data[place : place + SECTOR].ljust(SECTOR, b"\0") for place in range(0, len(data), SECTOR)
    ]
    sectors += parts
    chains += [*range(start + 1, start + len(parts)), END]
    return start
