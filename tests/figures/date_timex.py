"""Dates as the Recognizers-Text specs write them, in the notation of TIMEX.

A date is laid out as its first day and the day after its last; "X" stands for digits that were
not said. "2016-09" is from 2016-09-01 to 2016-10-01, "XXXX-WXX-5" some Friday.
"""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.figures.dates import resolve
from factcheck.model import PartialDate

_SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_HALVES: Final = {"first half": 1, "second half": 7}
_CLOCK: Final = {"S": 1, "M": 60, "H": 3600}
_CALENDAR: Final = {"D": 86_400, "W": 7 * 86_400, "M": 30 * 86_400, "Y": 365 * 86_400}
_PARTS: Final = frozenset({"", "early", "mid", "late", "start", "end"})
_PLACES: Final = ("", "first", "second", "third", "fourth", "fifth")


class Period(NamedTuple):
    """First day, and the day after the last."""

    first: str
    after: str


def period_of(timex: str) -> Period | None:
    """The date part of a TIMEX value; None for a time of day alone."""
    if timex.startswith("("):
        first, after, *_ = (part.partition("T")[0] for part in timex.strip("()").split(","))
        if not first:
            return None
        return _laid_out(first) if first == after else Period(first, after)  # hours of one day
    day = timex.partition("T")[0]
    return _laid_out(day) if day else None


def _laid_out(day: str) -> Period:
    numbers = day.split("-")
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", day)
    if week is not None:
        start = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        return Period(str(start), str(start + datetime.timedelta(2 if week[3] else 7)))
    if len(numbers) == 2 and numbers[1].isdigit():
        return _months(numbers[0], int(numbers[1]), 1)
    if len(numbers) == 1 and numbers[0].isdigit():
        return _months(day, 1, 12)
    return Period(day, _next(day))


def _months(year: str, first: int, count: int) -> Period:
    last = first + count - 1
    after = f"{int(year) + last // 12:04d}" if year.isdigit() else year
    return Period(f"{year}-{first:02d}-01", f"{after}-{last % 12 + 1:02d}-01")


def _next(day: str) -> str:
    try:
        return str(datetime.date.fromisoformat(day) + datetime.timedelta(1))
    except ValueError:
        return day


def periods(date: PartialDate, anchor: datetime.date) -> list[Period]:
    """What a date means in a text of the day `anchor`.

    Of a period from one date to another a spec may or may not count the last ("between 2007 and
    2009"); none where the day does not tell.
    """
    found = resolve(date, anchor)
    if found.relative is not None:
        return []
    if date.relative is None and date.weekday is not None and date.day is None:
        return [_one(date), _one(found)]  # "Friday" is some Friday, or the last
    if found.until is None:
        return [_one(found), *_counted(date, found)]
    first, last = _one(found._replace(until=None)), _one(found.until)
    return [Period(first.first, last.first), Period(first.first, last.after)]


def _counted(date: PartialDate, found: PartialDate) -> list[Period]:
    """ "The first Friday of next month" as it is counted, and not as the day that it is."""
    if date.weekday is None or found.month is None or date.season not in _PLACES:
        return []
    day = f"XXXX-{found.month:02d}-WXX-{date.weekday + 1}-#{_PLACES.index(date.season)}"
    return [Period(day, day)]


def _one(date: PartialDate) -> Period:
    year = f"{date.year:04d}" if date.year is not None else "XXXX"
    season = date.season or ""
    if date.decade:
        return Period(f"{year}-01-01", f"{int(year) + 10}-01-01")
    if date.day is not None and date.month is not None:
        day = f"{year}-{date.month:02d}-{date.day:02d}"
        return Period(day, _next(day))
    if date.day is not None:
        return Period(f"XXXX-XX-{date.day:02d}", f"XXXX-XX-{date.day:02d}")
    if date.month is not None:
        return _in_month(date, year)
    if date.quarter is not None:
        return _months(year, date.quarter * 3 - 2, 3)
    if date.weekday is not None:
        return Period(f"XXXX-WXX-{date.weekday + 1}", f"XXXX-WXX-{date.weekday + 1}")
    return _named(season, year)


def _in_month(date: PartialDate, year: str) -> Period:
    """A month, or a week or weekday that is counted in it."""
    month = f"{year}-{date.month:02d}"
    place, _, unit = (date.season or "").partition(" ")
    if date.weekday is not None and place in _PLACES:
        day = f"{month}-WXX-{date.weekday + 1}-#{_PLACES.index(place)}"
        return Period(day, day)
    if unit == "week":
        week = f"{month}-W{_PLACES.index(place) if place in _PLACES else 5:02d}"
        return Period(week, week)
    return _months(year, date.month or 1, 1)


def _named(season: str, year: str) -> Period:
    if season in _HALVES:
        return _months(year, _HALVES[season], 6)
    if season in _SEASONS:
        name = f"{year}-{_SEASONS[season]}" if year.isdigit() else _SEASONS[season]
        return Period(name, name)
    if season == "fiscal":
        return Period(f"FY{year}", f"FY{year}")
    if season.endswith("century"):
        first = (int(re.sub(r"\D", "", season)) - 1) * 100
        return Period(f"{first:04d}-01-01", f"{first + 100:04d}-01-01")
    if season.startswith("week ") and year.isdigit():
        return _laid_out(f"{year}-W{int(season[5:]):02d}")
    return _months(year, 1, 12) if season in _PARTS else Period(season, season)


def clock_of(timex: str) -> list[Fraction]:
    """The times of day of a TIMEX value, in minutes; of a period, both."""
    found = []
    for part in timex.strip("()").split(",")[:2]:
        pieces = part.partition("T")[2].split(":")
        if not part.startswith("P") and all(piece.isdigit() for piece in pieces):
            hour, minute, second = (*map(int, pieces), 0, 0)[:3]
            found.append(Fraction(hour * 60 + minute) + Fraction(second, 60))
    return found


def seconds_of(timex: str) -> Fraction:
    """The length of a TIMEX duration, a month taken for 30 days and a year for 365."""
    total, table = Fraction(0), _CALENDAR
    for mark, number, unit in re.findall(r"(T)|([\d.]+)([A-Z])", timex):
        if mark:
            table = _CLOCK
        elif unit in table:
            total += Fraction(number) * table[unit]
    return total
