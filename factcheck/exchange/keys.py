"""What makes two records the same claim, and ids for those that bring none.

A record is known by its own id where it has one. Else it is known by who says it and where
(source and web address), so that a text that was mended there updates the claim; and where it has
no address, by who says it and the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from factcheck.model import Claim

_SIZE: Final = 12  # bytes: among ten million claims two alike are a matter of one in 10^15
_SHOWN: Final = 10  # hexadecimal digits in an id; two claims that share them get a number
_SLUG: Final = 24
_ODD = re.compile(r"[^a-z0-9]+")
# Beyond this many changed texts at one address, the address no longer tells which is which.
MOST_PAIRED: Final = 50


def key_of(claim: Claim) -> bytes:
    """The digest of what a claim without an id of its own is known by."""
    return _digest("url" if claim.url else "text", claim.source or "", claim.url or claim.text)


def text_of(claim: Claim) -> bytes:
    """The digest of a claim's words, whatever the white space between them."""
    return words_of(claim.text)


def words_of(text: str) -> bytes:
    """The digest of words, whatever the white space between them."""
    return _digest(" ".join(text.split()))


def new_id(claim: Claim, name: str) -> str:
    """An id for a claim that has none: whose it is in letters, and the digest of what it says.

    Args:
        claim: the claim.
        name: what to call it where it has no source.
    """
    slug = _ODD.sub("-", (claim.source or name).casefold())[:_SLUG].strip("-") or "claim"
    return f"{slug}-{_digest(claim.source or '', claim.url or '', claim.text).hex()[:_SHOWN]}"


def paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Which changed text was which, of those at one address: the most alike first.

    Args:
        old: texts that are no longer there.
        new: texts that were not there before.

    Returns:
        Pairs of positions in both. All of the shorter list are paired: what is said at one
        address and is not the same text has been changed.
    """
    from rapidfuzz import fuzz

    if len(old) > MOST_PAIRED or len(new) > MOST_PAIRED:
        return []
    alike = sorted(
        ((-fuzz.ratio(a, b), n, m) for n, a in enumerate(old) for m, b in enumerate(new)),
    )
    pairs: list[tuple[int, int]] = []
    for _, n, m in alike:
        if all(n != a and m != b for a, b in pairs):
            pairs.append((n, m))
    return pairs


def _digest(*parts: str) -> bytes:
    state = blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.digest()
