"""An analysed claim in few bytes: what is the same in all of them is told once, in a dictionary.

A claim alone is too short to be compressed well; half of what is written of it are the names of
types and the frames of lists. zlib takes a text that both sides know (RFC 1950, 2.2) and tells a
claim by where it repeats that: 400 bytes in place of 1,500.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import Final

from factcheck.candidates.analysed import AnalysedClaim, analysed
from factcheck.candidates.written import read_claim, written
from factcheck.model import Claim

_LEVEL: Final = 3  # 6 takes a quarter longer and saves 2 %
_RAW: Final = -15  # no header: the length and the sum are our own
_SUM: Final = 4  # bytes of the checksum
# Sentences of news, the parts of which most claims have: the last ones count most.
_USUAL: Final = (
    "The city council approved 1,200 new homes by 34 votes to 12 in March 2021.",
    "Unemployment fell to 5.4% in the third quarter, from 6.1% a year earlier.",
    "The company's profit rose by 12% to $3.4 billion last year, its report says.",
    "At least 40 people were killed and 120 injured when two trains collided near Lund.",
    "A court in Paris sentenced the former minister to six years in prison on 12 May 2019.",
    "In 2018, 837 French soldiers were deployed to Germany.",
)


def packed(claim: AnalysedClaim, known: bytes) -> bytes:
    """The claim as bytes, the checksum of what they unpack to first.

    Args:
        claim: the claim.
        known: what `dictionary` gave; kept with what is packed.
    """
    squeezed = zlib.compressobj(_LEVEL, wbits=_RAW, zdict=known)
    content = written(claim)
    body = squeezed.compress(content) + squeezed.flush()
    # of what comes out: so it tells of another dictionary as well
    return zlib.crc32(content).to_bytes(_SUM, "little") + body


def unpacked(data: bytes, known: bytes) -> AnalysedClaim:
    """The claim that was packed.

    Args:
        data: what `packed` gave.
        known: what it was given.

    Raises:
        ValueError: the bytes are not those that were written.
    """
    try:
        content = zlib.decompressobj(_RAW, known).decompress(data[_SUM:])
    except zlib.error as error:
        raise ValueError("not what was written") from error
    if zlib.crc32(content) != int.from_bytes(data[:_SUM], "little"):
        raise ValueError("not what was written")
    return read_claim(content)


@cache
def dictionary() -> bytes:
    """What both sides know: some claims, written."""
    texts = enumerate(_USUAL)
    known = (Claim(f"c{n}", text, "National statistics office", "2021-04-12") for n, text in texts)
    return b"".join(written(analysed(claim)) for claim in known)
