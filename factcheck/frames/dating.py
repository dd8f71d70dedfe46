"""Which dates of a sentence delimit a figure."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.model import Clause, Time
from factcheck.model import Kind

_TIMES = frozenset({Kind.DATE, Kind.TIME})


def dated(reading: Reading, clause: Clause, context: Context) -> tuple[int, ...]:
    """The dates that delimit a figure, as indices of the sentence's times.

    In "grew from 48,000 in 2010 to 60,000 in 2020" each figure has the date behind it. What
    stands before the first figure of a clause holds for all of them, and so does what stands
    behind the last where the others have no date of their own ("3 schools and 5 parks in 2020").

    Args:
        reading: the figure.
        clause: the clause that it stands in.
        context: the sentence.
    """
    here = [
        i
        for i, time in enumerate(context.times)
        if clause.first <= time.first < clause.last and not _is_itself(time, reading)
    ]
    if here:
        return tuple(i for i in here if _is_for(context.times[i], reading, clause, context))
    return tuple(
        i
        for i, time in enumerate(context.times)
        if not _is_itself(time, reading) and not _is_told_of_another(time, reading, context)
    )


def _is_itself(time: Time, reading: Reading) -> bool:
    return time.first < reading.outer_last and reading.outer_first < time.last


def _figures(clause: Clause, context: Context) -> list[Reading]:
    """The figures of a clause but its dates, in text order."""
    return [
        r
        for r in context.words.readings
        if clause.first <= r.first < clause.last and r.figure.kind not in _TIMES
    ]


def _is_for(time: Time, reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether a date of the figure's own clause delimits it, and not its neighbour."""
    figures = _figures(clause, context)
    owner = _owner(time, figures)
    if owner is None or owner is reading or reading not in figures:
        return True
    last = owner is figures[-1]
    return last and not any(
        _owner(other, figures) in figures[:-1]
        for other in context.times
        if clause.first <= other.first < clause.last
    )


def _owner(time: Time, figures: Sequence[Reading]) -> Reading | None:
    """The figure that a date follows, None where it stands before them all."""
    before = [r for r in figures if r.outer_last <= time.first]
    return before[-1] if before else None


def _is_told_of_another(time: Time, reading: Reading, context: Context) -> bool:
    """Whether a date of another clause follows a figure there."""
    clause = context.clauses[context.clause_at(time.first)]
    own = clause.first <= reading.first < clause.last
    return not own and _owner(time, _figures(clause, context)) is not None
