"""Comparing dates that were given with different precision."""

from __future__ import annotations

from datetime import date

from factcheck.compare.outcome import MORE_PRECISE, Comparison, agree, decide, exclude
from factcheck.model import PartialDate, Support

_FIELDS = ("year", "quarter", "month", "day", "weekday", "season")


def compare_dates(statement: PartialDate, reference: PartialDate) -> Comparison:
    """Whether two asserted dates are compatible.

    Years and days are never approximate. A statement that gives less than the reference
    ("in March" for 12 March) is supported; one that gives more is more precise than the
    reference, which does not support it. A year is context, and may be added.
    """
    if statement == reference:
        return agree(Support.EXACT, "date")
    if statement.relative is not None or reference.relative is not None:
        return _differ_in_wording(statement, reference)
    if statement.until is not None or reference.until is not None:
        return _periods(statement, reference)
    if statement.decade != reference.decade:
        return decide(_decade_holds(statement, reference), Support.BOUND, "decade")
    if (_century_of(statement) is None) != (_century_of(reference) is None):
        return _year_and_century(statement, reference)
    return _by_fields(statement, reference)


def _by_fields(statement: PartialDate, reference: PartialDate) -> Comparison:
    """Two dates field by field: one that differs excludes."""
    shared = False
    for field in _FIELDS:
        ours, theirs = _field(statement, field), _field(reference, field)
        if ours is None or theirs is None:
            continue
        if ours != theirs:
            return exclude(f"date: another {field}")
        shared = True
    if not shared:
        return Comparison(False, None, "date: nothing in common", undecided=True)
    if _gives_more(statement, reference):
        return exclude("date", MORE_PRECISE)
    return agree(Support.EXACT, "date")


def _periods(statement: PartialDate, reference: PartialDate) -> Comparison:
    """Periods from one date to another: both of their ends have to be compatible."""
    if statement.until is None or reference.until is None:
        return Comparison(False, None, "period of dates", undecided=True)
    first = compare_dates(statement._replace(until=None), reference._replace(until=None))
    last = compare_dates(statement.until, reference.until)
    return last if first.compatible else first


def _differ_in_wording(statement: PartialDate, reference: PartialDate) -> Comparison:
    """Dates that hang on an unknown day are the same or not comparable, never another."""
    if statement.relative == reference.relative:
        return agree(Support.EXACT, "relative date")
    return Comparison(False, None, "relative date", undecided=True)


def _field(given: PartialDate, name: str) -> object:
    """A field as given, or as it follows from the others."""
    value = getattr(given, name)
    if value is None and name == "quarter" and given.month is not None:
        return (given.month + 2) // 3
    if value is None and name == "weekday":
        return _weekday(given)
    return value


def _weekday(given: PartialDate) -> int | None:
    if given.year is None or given.month is None or given.day is None:
        return None
    try:
        return date(given.year, given.month, given.day).weekday()
    except ValueError:  # 30 February: no calendar knows it
        return None


def _gives_more(statement: PartialDate, reference: PartialDate) -> bool:
    """Whether the statement narrows what the reference leaves open."""
    if statement.day is not None and reference.day is None:
        return True
    part_of_year = (statement.month, statement.quarter, statement.season)
    if part_of_year == (None, None, None) or reference.month is not None:
        return False
    if statement.month is not None:
        return True
    return reference.quarter is None and reference.season is None


def _decade_holds(statement: PartialDate, reference: PartialDate) -> bool:
    if not statement.decade or statement.year is None or reference.year is None:
        return False
    return statement.year <= reference.year < statement.year + 10


def _century_of(given: PartialDate) -> int | None:
    """The century of "in the 13th century"; None for a part of one, which has no sharp end."""
    ordinal, _, rest = (given.season or "").partition(" ")
    digits = ordinal.rstrip("stndrh")
    return int(digits) if rest == "century" and digits.isdigit() else None


def _year_and_century(statement: PartialDate, reference: PartialDate) -> Comparison:
    """A century is supported by each of its years; a year by no century."""
    century = _century_of(statement)
    year = reference.year if century is not None else statement.year
    if year is None:
        return Comparison(False, None, "century", undecided=True)
    within = year // 100 + 1 == (century or _century_of(reference))
    if century is None:
        return exclude("century", *([MORE_PRECISE] if within else []))
    return decide(within, Support.BOUND, "century")
