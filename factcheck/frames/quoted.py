"""Quoted words inside a noun phrase: 'a 12% "rotten" rating', "the 'Certified Fresh' score"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

MARKS: Final = frozenset({'"', "``", "''", "`", "'", "“", "”", "‘", "’"})
_BEFORE: Final = frozenset({"DET", "NUM", "SYM", "ADJ", "NOUN"})
LONGEST: Final = 3  # words of a quoted attribute


def quoted_attributes(texts: Sequence[str], tags: Sequence[str]) -> list[tuple[int, int]]:
    """Where quoted words describe the noun behind them, with their quotation marks.

    Args:
        texts: the tokens.
        tags: their universal tags.

    Returns:
        Half-open token ranges, in order.
    """
    marks = [i for i, text in enumerate(texts) if text in MARKS]
    found: list[tuple[int, int]] = []
    for first in marks:
        if first < 1 or texts[first - 1] in MARKS or (found and first < found[-1][1]):
            continue
        opened = _behind_marks(first, texts)
        closing = opened
        while closing < len(texts) and texts[closing].replace("-", "").isalpha():
            closing += 1
        last = _behind_marks(closing, texts)
        near = 0 < closing - opened <= LONGEST and closing < last < len(texts)
        if near and tags[first - 1] in _BEFORE and tags[last] == "NOUN":
            found.append((first, last))
    return found


def _behind_marks(at: int, texts: Sequence[str]) -> int:
    """The token behind a run of quotation marks."""
    while at < len(texts) and texts[at] in MARKS:
        at += 1
    return at


def mend_quoted(texts: Sequence[str], tags: list[str]) -> None:
    """A participle among such words is no predicate: 'a "Certified Fresh" rating'."""
    for first, last in quoted_attributes(texts, tags):
        for at in range(first, last):
            if tags[at] == "VERB":
                tags[at] = "ADJ"
