"""Which dates of a sentence delimit a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.cues import holds_against
from factcheck.frames.model import Time
from factcheck.frames.ranked import is_rank_of_another
from factcheck.frames.times import is_compared
from factcheck.model import Kind

_TIMES = frozenset({Kind.DATE, Kind.TIME})


class Owners(NamedTuple):
    """Which figures the dates of a sentence follow.

    Attributes:
        of_time: the figure before each date in its clause, None where there is none.
        last: the last figure of each clause, by the clause's index; dates are no figures here.
    """

    of_time: tuple[Reading | None, ...]
    last: Mapping[int, Reading]


def owned(context: Context) -> Owners:
    """The owners of a sentence's dates."""
    last: dict[int, Reading] = {}
    of_time: list[Reading | None] = []
    readings = [r for r in context.words.readings if r.figure.kind not in _TIMES]
    at = 0
    for time in context.times:
        while at < len(readings) and readings[at].outer_last <= time.first:
            last[context.clause_at(readings[at].first)] = readings[at]
            at += 1
        of_time.append(last.get(context.clause_at(time.first)))
    last.update((context.clause_at(r.first), r) for r in readings[at:])
    return Owners(tuple(of_time), last)


def dated(reading: Reading, number: int, owners: Owners, context: Context) -> tuple[int, ...]:
    """The dates that delimit a figure, as indices of the sentence's times.

    In "grew from 48,000 in 2010 to 60,000 in 2020" each figure has the date behind it. What
    stands before the first figure of a clause holds for all of them, and so does what stands
    behind the last where the others have no date of their own ("3 schools and 5 parks in 2020").

    Args:
        reading: the figure.
        number: index of the clause that tells it.
        owners: the figures that the dates follow.
        context: the sentence.
    """
    clause = context.clauses[number]
    telling = [
        (i, t) for i, t in enumerate(context.times) if not is_rank_of_another(t, reading, context)
    ]
    in_clause = [i for i, t in telling if clause.first <= t.first < clause.last]
    here = [i for i in in_clause if not _is_itself(context.times[i], reading)]
    if reading.figure.kind in _TIMES and clause.verb >= 0:
        return tuple(
            here
        )  # "opened in 1881 and closed on 3 March": neither tells when of the other
    if not here:
        return tuple(
            i
            for i, time in telling
            if not _is_itself(time, reading)
            and not _is_told_of_another(i, reading, owners, context)
        )
    within = clause.first <= reading.first < clause.last and reading.figure.kind not in _TIMES
    last = owners.last.get(number)
    shared = all(owners.of_time[i] is None or owners.of_time[i] is last for i in in_clause)
    # "200 remain, down from 800 in 2010": that was when there were 800
    held = last is not None and holds_against(context.words.lowers, last.outer_first)
    own = (None, reading, last) if shared and not held else (None, reading)
    found = tuple(i for i in here if not within or any(owners.of_time[i] is owner for owner in own))
    return (*_lent(found, reading, owners, context), *found)


def _lent(
    found: Sequence[int], reading: Reading, owners: Owners, context: Context
) -> tuple[int, ...]:
    """The date of the level that a change behind it is of: "landed 2m in 2023, down 8% on 2022"."""
    if not found or not all(
        is_compared(context.times[i], reading.figure, reading.outer_last) for i in found
    ):
        return ()
    before = [
        i
        for i, time in enumerate(context.times)
        if time.last <= reading.outer_first and owners.of_time[i] is not None
    ]
    return tuple(before[-1:])


def _is_itself(time: Time, reading: Reading) -> bool:
    return time.first < reading.outer_last and reading.outer_first < time.last


def _is_told_of_another(time: int, reading: Reading, owners: Owners, context: Context) -> bool:
    """Whether a date of another clause follows a figure there."""
    clause = context.clauses[context.clause_at(context.times[time].first)]
    own = clause.first <= reading.first < clause.last
    return not own and owners.of_time[time] is not None
