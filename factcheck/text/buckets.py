"""A read-only hash table in a memory-mapped file: nothing is loaded but the pages looked at.

A key's CRC-32 (the same on every machine and in every process, unlike `hash`) picks one of
8,192 buckets and, with other bits, a 16-bit mark; a bucket holds up to 16 marks side by side,
so that one `find` tells whether the key is there and in which slot. A key that was never
stored is taken for a stored one about once in 5,000 times, which the users here can bear.
"""

from __future__ import annotations

import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from zlib import crc32

SLOTS: Final = 16  # of a bucket
BUCKETS: Final = 8192
_MARK: Final = 2  # bytes
_BUCKET: Final = SLOTS * _MARK
MARKS: Final = BUCKETS * _BUCKET  # bytes of all marks


def mapped(path: Path, magic: bytes) -> mmap.mmap:
    """Map a file of the package's data into memory.

    Raises:
        ValueError: the file does not begin with `magic`: the installation is damaged.
    """
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if data[: len(magic)] != magic:
        raise ValueError(f"{path} is not of this version of factcheck; install it again")
    return data


def _place(key: str) -> tuple[int, bytes]:
    """Return the bucket of `key`, and its mark, which is never all zeros: that is no entry."""
    code = crc32(key.encode("utf-8", "surrogatepass"))
    return code & BUCKETS - 1, (code >> 16 or 1).to_bytes(_MARK, "little")


def slot(data: mmap.mmap, base: int, key: str) -> int:
    """Return the number of the slot that holds `key` in the table at offset `base`, or -1."""
    bucket, mark = _place(key)
    start = base + bucket * _BUCKET
    at = data.find(mark, start, start + _BUCKET)
    while at >= 0 and (at - start) % _MARK:  # the end of one mark and the start of the next
        at = data.find(mark, at + 1, start + _BUCKET)
    return bucket * SLOTS + (at - start) // _MARK if at >= 0 else -1


def packed(entries: Mapping[str, bytes], width: int, weight: Mapping[str, int]) -> bytes:
    """Lay out a table: all marks, then all payloads of `width` bytes.

    Args:
        entries: the payload of each key.
        width: the length of a payload in bytes.
        weight: what a key is worth; where a bucket is full, the least worthy are left out.
    """
    marks, payloads = bytearray(MARKS), bytearray(BUCKETS * SLOTS * width)
    used: dict[int, set[bytes]] = {}
    for key in sorted(entries, key=lambda key: (-weight[key], key)):
        bucket, mark = _place(key)
        taken = used.setdefault(bucket, set())
        if len(taken) == SLOTS or mark in taken:
            continue
        number = bucket * SLOTS + len(taken)
        taken.add(mark)
        marks[number * _MARK : (number + 1) * _MARK] = mark
        payloads[number * width : (number + 1) * width] = entries[key]
    return bytes(marks + payloads)
