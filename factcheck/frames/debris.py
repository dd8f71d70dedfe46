"""Words that a phrase opens with though they tell nothing of what is counted.

"A 5,000-strong crowd" is a crowd and "the 30-share Sensex" the Sensex; three times as many people
are people.
"""

from __future__ import annotations

from typing import Final

from factcheck.frames.context import Context

_HYPHENS: Final = frozenset("-‐‑–")
_MORE: Final = frozenset({"more", "less", "fewer"})
_AMOUNTS: Final = frozenset({"many", "much"})


def without_debris(first: int, last: int, context: Context) -> int:
    """Where a phrase begins without the rest of a compound that its number opens.

    Args:
        first: the first token behind the number.
        last: the token behind the phrase.
        context: the sentence.

    Returns:
        The first token that names what is counted; `last` where nothing is left.
    """
    lowers = context.words.lowers
    while first < last and lowers[first] in _HYPHENS:
        first += 2  # "-strong crowd", "-year-old boys"
    if first < last - 1 and lowers[first] in _MORE:
        first += 1
    if first < last and lowers[first] in _AMOUNTS:
        first += 1
    return min(first, last)
