"""Which known word somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable

# Similarity, of 100, from which a suggestion helps more than it puzzles. Tried on the field
# names with one letter dropped, doubled or swapped, with "-" for "_", and in the plural: all
# score 80 or more but in words of four letters ("txet": 75), unrelated names 67 and less.
_CUTOFF = 72.0


def nearest(word: str, known: Iterable[str], cutoff: float = _CUTOFF) -> str | None:
    """The most similar word of `known`, or None where none is similar.

    Args:
        word: what was written.
        known: what may be meant.
        cutoff: the least similarity, of 100; higher where hundreds of words are known.
    """
    from rapidfuzz import fuzz, process

    choices = sorted(known)
    best = process.extractOne(
        word, choices, scorer=fuzz.ratio, processor=_fold, score_cutoff=cutoff
    )
    return best[0] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy for an unknown word: the near one, or all that there are."""
    choices = list(known)
    near = nearest(word, choices)
    return f"did you mean {near!r}?" if near else f"known are {', '.join(choices)}"


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
