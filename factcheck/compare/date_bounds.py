"""Comparing dates of which at least one is bounded: "before 2018", "after 12 March"."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.compare.outcome import (
    BOUNDS,
    LOWER_BOUNDS,
    MORE_PRECISE,
    Comparison,
    agree,
    exclude,
)
from factcheck.model import Figure, Hedge, PartialDate, Support

_STRICT = frozenset({Hedge.LESS_THAN, Hedge.MORE_THAN})
_RULE = "bounded date"
_Day = tuple[int, int, int]
_EVER: _Day = (-(10**6), 0, 0)
_NEVER: _Day = (10**6, 0, 0)


class _Days(NamedTuple):
    """The first and the last day that a date, or its bound, allows."""

    first: _Day
    last: _Day


def compare_bounded(statement: Figure, reference: Figure) -> Comparison | None:
    """Whether two dates are compatible where a word like "before" or "after" bounds one of them.

    Args:
        statement: a date.
        reference: the date it is held against.

    Returns:
        The outcome, as for bounds of other values: the statement's bound is supported by a
        date that satisfies it, and by a bound of the reference that is as strong; None where
        neither date is bounded, or where the calendar does not say which is the earlier.
    """
    if statement.hedge not in BOUNDS and reference.hedge not in BOUNDS:
        return None
    ours, theirs = _allowed(statement), _allowed(reference)
    if ours is None or theirs is None or _dated(statement) != _dated(reference):
        return Comparison(False, None, _RULE, undecided=True)
    if ours.last < theirs.first or theirs.last < ours.first:
        return exclude(_RULE)
    if ours.first <= theirs.first and theirs.last <= ours.last:
        return agree(Support.BOUND, _RULE)
    if statement.hedge not in BOUNDS and theirs.first <= ours.first and ours.last <= theirs.last:
        return agree(Support.BOUND, _RULE, MORE_PRECISE)
    if statement.hedge in BOUNDS and reference.hedge in BOUNDS and _same_way(statement, reference):
        return exclude(_RULE)  # a stronger bound than the reference's
    return Comparison(False, None, _RULE, undecided=True)


def _same_way(statement: Figure, reference: Figure) -> bool:
    return (statement.hedge in LOWER_BOUNDS) == (reference.hedge in LOWER_BOUNDS)


def _dated(figure: Figure) -> bool:
    """Whether a date has its year, or is a century of years."""
    date = figure.date
    return date is not None and (date.year is not None or (date.season or "").endswith("century"))


def _allowed(figure: Figure) -> _Days | None:
    """The days that a date allows under its bound, None where no calendar knows them."""
    span = _span(figure.date) if figure.date is not None else None
    if span is None or figure.hedge not in BOUNDS:
        return span
    strict = figure.hedge in _STRICT
    if figure.hedge in LOWER_BOUNDS:
        return _Days(_next(span.last) if strict else span.first, _NEVER)
    return _Days(_EVER, _before(span.first) if strict else span.last)


def _span(date: PartialDate) -> _Days | None:
    if date.until is not None:
        first, last = _span(date._replace(until=None)), _span(date.until)
        return None if first is None or last is None else _Days(first.first, last.last)
    century = date.season.split()[-2:] if date.season is not None else []
    if century[1:] == ["century"]:
        number = int("".join(filter(str.isdecimal, century[0])) or 0)
        return _Days((100 * number - 99, 1, 1), (100 * number, 12, 31))
    if date.relative is not None or date.season is not None or date.decade:
        return None
    if date.year is None and date.month is None:
        return None
    year = date.year or 0
    months = (date.month or 1, date.month or 12)
    if date.month is None and date.quarter is not None:
        months = (3 * date.quarter - 2, 3 * date.quarter)
    return _Days((year, months[0], date.day or 1), (year, months[1], date.day or 31))


def _next(day: _Day) -> _Day:
    """A day later; the calendar's odd months do not matter for what comes before what."""
    return (day[0], day[1], day[2] + 1)


def _before(day: _Day) -> _Day:
    return (day[0], day[1], day[2] - 1)
