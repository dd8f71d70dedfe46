"""The words that one slip of a letter makes of another, among those of an index in memory."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.candidates.keys import encodable


def among(word: str, words: Iterable[str]) -> list[str]:
    """Those of some words that are one letter away: dropped, added, exchanged or swapped.

    Args:
        word: what is written.
        words: what may be meant.
    """
    # A slip is in the first half of a word or in the last; two neighbours swapped may be in both.
    half = (len(word) - 1) // 2
    first, last = word[:half], word[-half:]
    near = [
        one
        for one in words
        if -2 < len(one) - len(word) < 2 and (one.startswith(first) or one.endswith(last))
    ]
    if not near:
        return near
    from rapidfuzz.distance import OSA  # 9 ms to load, and few words come as far as this

    return [one for one in near if OSA.distance(word, encodable(one), score_cutoff=1) <= 1]
