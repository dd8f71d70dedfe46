"""Which words of its clause are nearer to a figure than to its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.links import linked_term
from factcheck.frames.model import Clause
from factcheck.model import Kind

_TIMES = frozenset({Kind.DATE, Kind.TIME})
_BEHIND = 3  # tokens behind a figure that are its own although another one follows


class Neighbours(NamedTuple):
    """Where the figure before a figure ends, and where the words about those behind it begin.

    `after` is None where there is no other figure behind it.
    """

    before: int
    after: int | None


def neighbours(context: Context) -> Mapping[int, Neighbours]:
    """The neighbours of every figure, by its first token; dates are no neighbours."""
    found: dict[int, Neighbours] = {}
    ends, begins = [], None
    end = 0
    for reading in context.words.readings:
        ends.append(end)
        if reading.figure.kind not in _TIMES:
            end = reading.outer_last
    for reading, before in zip(reversed(context.words.readings), reversed(ends), strict=True):
        found[reading.first] = Neighbours(before, begins)
        if reading.figure.kind not in _TIMES:
            start = _begins(reading, context)
            begins = start if begins is None else min(start, begins)
    return found


def window(reading: Reading, clause: Clause, beside: Neighbours) -> range:
    """The part of a figure's clause that is nearer to it than to its neighbours."""
    first, last = max(clause.first, beside.before), clause.last
    if beside.after is not None:
        last = min(last, beside.after, reading.outer_last + _BEHIND)
    return range(first, last)


def _begins(reading: Reading, context: Context) -> int:
    """Where the words about a figure begin: at the phrase that names its quantity, if any."""
    words = context.words
    term = linked_term(reading.outer_first, context.terms, words.lemmas, words.tags)
    return term.first if term is not None else reading.outer_first
