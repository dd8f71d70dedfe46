"""Ordinals that only say of which one something is told: "the second season began in 2016"."""

from __future__ import annotations

from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.model import Kind

_KNOWN: Final = frozenset({"the", "its", "his", "her", "their", "'s", "'", "’s", "’"})


def is_label(ordinal: Reading, date: int, context: Context) -> bool:
    """Whether a date is told of the one that an ordinal names, and is no detail of its rank.

    The ordinal stands in a subject that is known; in "she was the third winner in 2016" the rank
    is what is told.

    Args:
        ordinal: a figure.
        date: the first token of a date.
        context: the sentence.
    """
    if ordinal.figure.kind is not Kind.ORDINAL:
        return False
    verb = context.clauses[context.clause_at(date)].verb
    if not ordinal.outer_last < verb < date:
        return False
    before = context.words.lowers[max(0, ordinal.outer_first - 1) : ordinal.outer_first]
    return not before or before[0] in _KNOWN
