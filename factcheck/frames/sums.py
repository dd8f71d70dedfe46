"""What stands behind a sum with a preposition: what it is paid in, and what it is taken off."""

from __future__ import annotations

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.model import Kind


def in_kind(reading: Reading, context: Context) -> int:
    """What a sum of money is of: "€1.2 million in cash", "$340,000 in withheld tips".

    Args:
        reading: the figure.
        context: the sentence.

    Returns:
        The index of a term, -1 where none is said.
    """
    if reading.figure.kind is not Kind.MONEY:
        return -1
    tags, at = context.words.tags, reading.outer_last
    if context.words.lowers[at : at + 1] != ("in",):
        return -1
    index = context.term_at(min(at + 1 + (tags[at + 1 : at + 2] == ("VERB",)), len(tags) - 1))
    if index < 0 or not context.terms[index].head:
        return -1
    if tags[context.terms[index].first] in ("DET", "PRON", "NUM"):
        return -1  # "paid in two instalments"
    return index


def taken_off(reading: Reading, context: Context) -> int:
    """What is cut by as much as "$3 off the fare" or "18% off its bill" says.

    Args:
        reading: the figure.
        context: the sentence.

    Returns:
        The index of a term, -1 where none is said.
    """
    at = reading.outer_last
    if reading.figure.kind in (Kind.COUNT, Kind.MEASURE):
        return -1  # "40 miles off Peterhead"
    if context.words.lowers[at : at + 1] != ("off",):
        return -1
    return context.term_at(min(at + 1, len(context.words.tags) - 1))
