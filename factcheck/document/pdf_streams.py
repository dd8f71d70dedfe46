"""How much the streams of a PDF unpack to, told before anything unpacks them into memory."""

from __future__ import annotations

import re
import zlib
from typing import Final

# The drawing of a page takes some 25 times its size in memory. Ten thousand characters take less
# than 100 kB, the most detailed maps some tens of megabytes.
LARGEST: Final = 64_000_000
_SMALL: Final = LARGEST // 1100  # deflate makes nothing more than 1,032 times as small
_END: Final = b"endstream"
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image")  # never unpacked where only text is wanted
_PACKED: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_CHUNK: Final = 1 << 20


def unpacks_too_large(data: bytes) -> bool:
    """Whether a stream of the file is packed so that it would fill the memory.

    Args:
        data: the whole file. Streams of an encrypted one cannot be looked into.
    """
    at = 0
    while (found := data.find(b"stream", at)) >= 0:
        at = found + len(b"stream")
        if data[found - 3 : found] == b"end":
            continue
        end = data.find(_END, at)
        end = len(data) if end < 0 else end
        about = data[max(data.rfind(b"obj", 0, found), found - 2000) : found]
        packed = len(_PACKED.findall(about))
        asked = packed > 1 or (packed == 1 and end - at > _SMALL)
        if asked and not _PICTURE.search(about) and _unpacked(data[at:end], packed) > LARGEST:
            return True
        at = end
    return False


def _unpacked(stream: bytes, times: int) -> int:
    """How large it gets, up to a little more than the largest that is allowed."""
    packed = stream.lstrip(b"\r\n")
    size, layers = 0, [zlib.decompressobj() for _ in range(times)]
    for start in range(0, len(packed), _CHUNK):
        waiting = packed[start : start + _CHUNK]
        while waiting:
            try:
                told = layers[0].decompress(waiting, _CHUNK)
                for layer in layers[1:]:
                    told = layer.decompress(told, LARGEST + 1)
            except zlib.error:
                return size  # damaged, or encrypted: nothing of it is unpacked
            size += len(told)
            if size > LARGEST:
                return size
            waiting = layers[0].unconsumed_tail
    return size
