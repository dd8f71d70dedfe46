"""How two dates stand to each other: one within the other, one after the other.

Dates are laid out on a line of 372 days a year, 31 a month: it keeps their order, holds years
before Christ, and knows no invalid day. A date without a year is laid out in the year 0.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from factcheck.figures.date_data import numbers
from factcheck.model import PartialDate

_YEAR: Final = 372
_MONTH: Final = 31
# What parts of a period cover, in hundredths of it. "Early", "mid" and "late" are no thirds to
# the day, so they overlap; first and second half are exact.
_PARTS: Final = {
    "early": (0, 40),
    "mid": (30, 70),
    "late": (60, 100),
    "start": (0, 25),
    "end": (75, 100),
    "first half": (0, 50),
    "second half": (50, 100),
    "first week": (0, 25),
    "second week": (22, 47),
    "third week": (44, 70),
    "last week": (75, 100),
}

# How far a week that is named by one of its days reaches about that day.
_WEEKS: Final = {
    "week of": (0, 6),
    "week from": (0, 6),
    "week to": (-6, 0),
    "weekend of": (-1, 1),
}

# Seasons that a period has to the day; none is a year, a quarter or a month.
_EXACT: Final = frozenset({None, "first half", "second half"})


_HALVES: Final = frozenset({"first half", "second half"})
# A year that is named from the day of the text.
_YEARS: Final = frozenset({"last year", "this year", "next year"})


@lru_cache(maxsize=4096)
def date_relation(a: PartialDate, b: PartialDate) -> str:
    """How date `a`, of a statement, stands to date `b`.

    Returns:
        "same" where both say one thing in as many fields; "same_less" or "same_more" where
        `a` says the same but leaves out, or adds, the year or weekday; "part" where `a` lies
        within `b` (March 2024 in 2024 or its first quarter), "whole" where `b` lies within
        `a`; "differs" where they exclude each other; "unknown" where nothing is comparable.
    """
    if _is_relative(a) or _is_relative(b):
        return _relative_relation(a, b)
    if a.weekday is not None and b.weekday is not None and a.weekday != b.weekday:
        return "differs"
    if _weekday_excludes(a, b) or _weekday_excludes(b, a):
        return "differs"
    if _is_weekday(a) or _is_weekday(b):
        return _weekday_relation(a, b)
    if _is_bare_day(a) or _is_bare_day(b):
        return _bare_day_relation(a, b)
    return _span_relation(a, b)


def _is_relative(date: PartialDate) -> bool:
    """Whether a date, or the end of it, hangs on the day of the text."""
    until = date.until
    return date.relative is not None or (until is not None and until.relative is not None)


def _relative_relation(a: PartialDate, b: PartialDate) -> str:
    if (a.relative, a.until) == (b.relative, b.until):
        return "same"
    for field in ("month", "day", "weekday", "quarter"):
        ours, theirs = getattr(a, field), getattr(b, field)
        if ours is not None and theirs is not None and ours != theirs:
            return "differs"
    if _are_steps_apart(a.relative, b.relative):
        return "differs"
    if _is_year_of(a, b):
        return "whole"
    return "part" if _is_year_of(b, a) else "unknown"


def _are_steps_apart(a: str | None, b: str | None) -> bool:
    """Whether two periods are named from one day as two: "last season" and "this season".

    Days are left out: what one text tells of yesterday, another of the day before tells of today.
    """
    ours, theirs = (a or "").split(), (b or "").split()
    if len(ours) != 2 or len(theirs) != 2 or ours[1] != theirs[1] or ours[1] == "day":
        return False
    steps = numbers("steps")
    one, other = steps.get(ours[0]), steps.get(theirs[0])
    return one is not None and other is not None and one != other


def _is_year_of(year: PartialDate, part: PartialDate) -> bool:
    """Whether one is the year, named from the day of the text, that the other is a part of.

    "The first half of last year" is in last year; "the first half of the year" is in this one.
    """
    if year.relative not in _YEARS or year != PartialDate(relative=year.relative):
        return False
    if part.relative is not None:
        return part.relative.endswith(f" {year.relative}")
    portion = part.quarter is not None or part.season in _HALVES
    return year.relative == "this year" and portion and part.year is None


def _is_weekday(date: PartialDate) -> bool:
    return date.weekday is not None and date == PartialDate(weekday=date.weekday)


def _is_bare_day(date: PartialDate) -> bool:
    """Whether a date is a day of a month that is not said: "the 12th"."""
    return date.day is not None and date.month is None


def _bare_day_relation(a: PartialDate, b: PartialDate) -> str:
    if a.day is None or b.day is None:
        return "unknown"
    if a.day != b.day:
        return "differs"
    return "same" if a == b else "same_less" if a.month is None else "same_more"


def _weekday_excludes(a: PartialDate, b: PartialDate) -> bool:
    """Whether the full date `b` falls on another day of the week than `a` names."""
    if a.weekday is None or b.year is None or b.month is None or b.day is None:
        return False
    if a.day is not None and (a.month, a.day) != (b.month, b.day):
        return False
    day = _calendar(b.year, b.month, b.day)
    return day is not None and day.weekday() != a.weekday


def _calendar(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _weekday_relation(a: PartialDate, b: PartialDate) -> str:
    """Where at least one of them is a weekday alone."""
    if a.weekday == b.weekday and a.weekday is not None:
        return "same" if a == b else "same_less" if _is_weekday(a) else "same_more"
    full = b if _is_weekday(a) else a
    if full.year is None or full.month is None or full.day is None:
        return "unknown"
    return "same_less" if _is_weekday(a) else "same_more"


def _span_relation(a: PartialDate, b: PartialDate) -> str:
    anchored = _has_year(a) and _has_year(b)
    if not anchored and (_whole_year(a) or _whole_year(b)):
        return "same" if a == b and a != PartialDate() else "unknown"
    ours, theirs = _span(a, yearless=not anchored), _span(b, yearless=not anchored)
    if ours is None or theirs is None:
        return _opaque_relation(a, b)
    if ours == theirs:
        return _more_or_less(a, b)
    if theirs[0] <= ours[0] and ours[1] <= theirs[1]:
        return "part"
    if ours[0] <= theirs[0] and theirs[1] <= ours[1]:
        return "whole"
    return "differs" if ours[1] < theirs[0] or theirs[1] < ours[0] else "unknown"


def _has_year(date: PartialDate) -> bool:
    return date.year is not None or _named_span(date.season) is not None


def _whole_year(date: PartialDate) -> bool:
    fields = (date.month, date.day, date.quarter, date.season)
    return all(field is None for field in fields)


def _more_or_less(a: PartialDate, b: PartialDate) -> str:
    """Whether two dates of one span say the same in as many fields."""
    mine = (a.year is not None) + (a.weekday is not None)
    yours = (b.year is not None) + (b.weekday is not None)
    return "same" if mine == yours else "same_less" if mine < yours else "same_more"


def _opaque_relation(a: PartialDate, b: PartialDate) -> str:
    """Where a season, a feast or a fiscal year has no days that a calendar knows."""
    gap = abs(a.year - b.year) if a.year is not None and b.year is not None else 0
    if (a.season, a.quarter, a.month) == (b.season, b.quarter, b.month):
        return _more_or_less(a, b) if gap == 0 else "differs"
    if gap > 1:  # a winter and a fiscal year reach into the next year
        return "differs"
    both_fiscal = a.season == b.season == "fiscal"
    if both_fiscal and gap == 0:
        if a.quarter is None or b.quarter is None:
            return "part" if a.quarter is not None else "whole"
        return "differs"
    ours, theirs = _season_of(a), _season_of(b)
    if both_fiscal or (ours and theirs and ours != theirs):
        return "differs"
    if gap == 0 and a.year is not None and b.year is not None:
        if _whole_year(b) and a.season != "fiscal" and not b.decade:
            return "part"
        if _whole_year(a) and b.season != "fiscal" and not a.decade:
            return "whole"
    return "unknown"


def _span(date: PartialDate, *, yearless: bool = False) -> tuple[int, int] | None:
    """First and last day on the line, None where the calendar does not say."""
    if date.until is not None:
        begin = _span(date._replace(until=None), yearless=yearless)
        end = _span(date.until, yearless=yearless)
        return None if begin is None or end is None else (begin[0], end[1])
    if _is_bare_day(date):
        return None
    outside = _named_span(date.season) if date.year is None else None
    if outside is not None:
        return outside
    year = 0 if date.year is None or yearless else date.year
    first, days = year * _YEAR, _YEAR
    if date.decade:
        days = 10 * _YEAR
    if date.quarter is not None:
        first, days = first + (date.quarter - 1) * 3 * _MONTH, 3 * _MONTH
    if date.month is not None:
        first, days = first + (date.month - 1) * _MONTH, _MONTH
    if date.day is not None:
        first, days = first + date.day - 1, 1
    if date.season is None:
        return first, first + days - 1
    return _part_span(date.season, first, days)


def _part_span(season: str, first: int, days: int) -> tuple[int, int] | None:
    part = _PARTS.get(season)
    if part is None:
        words = season.split()
        if len(words) == 3 and words[0] == "first" and words[2] == "months" and words[1].isdigit():
            return first, first + int(words[1]) * _MONTH - 1
        if len(words) == 2 and words[0] == "week" and words[1].isdigit():
            return _week_span(first // _YEAR, int(words[1]))
        return _around(season, first)
    return first + days * part[0] // 100, first + days * part[1] // 100 - 1


def _around(season: str, day: int) -> tuple[int, int] | None:
    """The days of "the week of 5 May", "the week ending 12 March", "the weekend of 8 June"."""
    reach = _WEEKS.get(season)
    return None if reach is None else (day + reach[0], day + reach[1])


def _week_span(year: int, week: int) -> tuple[int, int] | None:
    try:
        monday = datetime.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return _on_line(monday), _on_line(monday + datetime.timedelta(days=6))


def _on_line(day: datetime.date) -> int:
    return day.year * _YEAR + (day.month - 1) * _MONTH + day.day - 1


def _season_of(date: PartialDate) -> str:
    """The season of a period that is named after one ("spring quarter", "autumn term"), or ""."""
    season, _, period = (date.season or "").partition(" ")
    known = season in ("spring", "summer", "autumn", "winter")
    periods = ("", "quarter", "season", "term", "semester", "session", "half")
    return season if known and period in periods else ""


def _named_span(season: str | None) -> tuple[int, int] | None:
    """The span of "19th century" and "2016-17", which are their own years."""
    if season is None:
        return None
    if season.endswith(" century"):
        digits = season.split()[-2].rstrip("stndrh")
        if not digits.isdigit():
            return None
        first = (int(digits) - 1) * 100 * _YEAR
        part = _PARTS.get(" ".join(season.split()[:-2]), (0, 100))
        return first + _YEAR * part[0], first + _YEAR * part[1] - 1
    start, dash, end = season.partition("-")
    if dash and start.isdigit() and end.isdigit() and len(start) == 4:
        return int(start) * _YEAR, (int(start) + 2) * _YEAR - 1
    return None


def tiles(whole: PartialDate, parts: Sequence[PartialDate]) -> bool:
    """Whether periods fill another without a gap or an overlap: two quarters, the half-year."""
    if len({_year_of_text(d) for d in (whole, *parts)}) > 1:
        return False
    whole, *parts = (_in_year_of_text(d) for d in (whole, *parts))
    if any(d.relative or d.day or d.season not in _EXACT for d in (whole, *parts)):
        return False
    over = _span(whole)
    spans = sorted(span for span in map(_span, parts) if span is not None)
    if over is None or not spans or len(spans) != len(parts):
        return False
    joined = all(one[1] + 1 == other[0] for one, other in itertools.pairwise(spans))
    return joined and (spans[0][0], spans[-1][1]) == over


def _year_of_text(date: PartialDate) -> str:
    """The year, named from the day of the text, that a date is in: "last year", or this one."""
    named = (year for year in _YEARS if (date.relative or "").endswith(year))
    return "" if date.year is not None else next(named, "this year")


def _in_year_of_text(date: PartialDate) -> PartialDate:
    """A date without the year that it is named by, for dates that all are in that year."""
    named = date.relative is not None and date.relative.endswith(tuple(_YEARS))
    return date._replace(relative=None) if named else date


def later(a: PartialDate, b: PartialDate) -> bool | None:
    """Whether `a` is after `b`; None where they overlap or cannot be ordered.

    Where one of them leaves out the year, both are taken to be of one year, unless they are
    more than half a year apart.
    """
    if a == b and a.relative is None:
        return False
    if _is_relative(a) or _is_relative(b):
        return None
    opaque = _span(a) is None or _span(b) is None
    if opaque and a.year is not None and b.year is not None and a.year != b.year:
        return a.year > b.year
    yearless = not (_has_year(a) and _has_year(b))
    if yearless and (_whole_year(a) or _whole_year(b)):
        return None
    ours, theirs = _span(a, yearless=yearless), _span(b, yearless=yearless)
    if ours is None or theirs is None:
        return None
    if yearless and abs(ours[0] - theirs[0]) > _YEAR // 2:
        return None
    if ours[0] > theirs[1]:
        return True
    return False if ours[1] < theirs[0] or ours == theirs else None
