"""What a date figure denotes, laid out like the TIMEX notation of the Recognizers-Text specs."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import NamedTuple

from factcheck.figures.dates import resolve
from factcheck.model import Figure, Kind, PartialDate

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_HALVES = {"first half": (1, 7), "second half": (7, 13)}
_SECONDS = {"S": 1, "M": 60, "H": 3600}
_DAYS = {"D": 86_400, "W": 7 * 86_400, "M": 30 * 86_400, "Y": 365 * 86_400}


class Period(NamedTuple):
    """First day, and the day after the last; "X" stands for digits that were not said."""

    first: str
    after: str


def expected_periods(timex: str) -> list[Period]:
    """The date part of a TIMEX value, nothing for a time of day alone."""
    if timex.startswith("("):
        parts = timex.strip("()").split(",")
        first, last = _day_part(parts[0]), _day_part(parts[1])
        return [Period(first, last)] if first else []
    day = _day_part(timex)
    return [_period(day)] if day else []


def _day_part(timex: str) -> str:
    return timex.partition("T")[0]


def _period(day: str) -> Period:
    """ "2016-09" as the month from its first day to the first of the next."""
    numbers = day.split("-")
    if len(numbers) == 2 and numbers[1].isdigit():
        return _months(numbers[0], int(numbers[1]), 1)
    if len(numbers) == 1 and numbers[0].removeprefix("FY").isdigit():
        fiscal = day.startswith("FY")
        return Period(day, day) if fiscal else _months(day, 1, 12)
    if len(numbers) == 3 and numbers[0].isdigit() and numbers[1].isdigit() and numbers[2].isdigit():
        return Period(day, _next_day(day))
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", day)
    if week is not None:
        monday = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        return Period(str(monday), str(monday + datetime.timedelta(2 if week[3] else 7)))
    return Period(day, day)


def _months(year: str, first: int, count: int) -> Period:
    last = first - 1 + count
    after = str(int(year) + last // 12) if year.isdigit() else year
    return Period(f"{year}-{first:02d}-01", f"{after}-{last % 12 + 1:02d}-01")


def _next_day(day: str) -> str:
    try:
        return str(datetime.date.fromisoformat(day) + datetime.timedelta(1))
    except ValueError:
        return day


def periods(date: PartialDate, anchor: datetime.date) -> list[Period]:
    """What a date denotes on the day `anchor`: the ways that a spec may write it."""
    found = resolve(date, anchor)
    if found.relative is not None:
        return []
    if found.until is not None:
        firsts = periods(_without_until(found), anchor)
        lasts = periods(found.until, anchor)
        return [Period(a.first, end) for a in firsts for b in lasts for end in (b.first, b.after)]
    return [_of_fields(found)]


def _without_until(date: PartialDate) -> PartialDate:
    from dataclasses import replace

    return replace(date, until=None)


def _of_fields(date: PartialDate) -> Period:
    year = f"{date.year:04d}" if date.year is not None else "XXXX"
    if date.decade:
        return Period(f"{date.year}-01-01", f"{(date.year or 0) + 10}-01-01")
    if date.quarter is not None and date.season is None:
        return _months(year, date.quarter * 3 - 2, 3)
    season = date.season or ""
    if season == "fiscal" and date.quarter is None:
        return Period(f"FY{year}", f"FY{year}")
    if season in _HALVES and date.month is None:
        first, last = _HALVES[season]
        return _months(year, first, last - first)
    if season in _SEASONS.values():
        code = next(code for code, name in _SEASONS.items() if name == season)
        name = f"{year}-{code}" if date.year is not None else code
        return Period(name, name)
    if season.endswith("century"):
        first = (int(re.sub(r"\D", "", season)) - 1) * 100
        return Period(f"{first:04d}-01-01", f"{first + 100:04d}-01-01")
    if re.fullmatch(r"week \d+", season):
        return _period(f"{year}-W{int(season[5:]):02d}")
    if date.day is not None and date.month is not None:
        day = f"{year}-{date.month:02d}-{date.day:02d}"
        return Period(day, _next_day(day))
    if date.day is not None:
        return Period(f"XXXX-XX-{date.day:02d}", f"XXXX-XX-{date.day:02d}")
    if date.month is not None:
        return _month(date, year)
    if date.weekday is not None:
        return Period(f"XXXX-WXX-{date.weekday + 1}", f"XXXX-WXX-{date.weekday + 1}")
    return _months(year, 1, 12)


def _month(date: PartialDate, year: str) -> Period:
    """A month, or a week or weekday that is counted in it."""
    return _months(year, date.month or 1, 1)


def expected_minutes(timex: str) -> list[Fraction]:
    """The times of day of a TIMEX value, in minutes; of a range, both."""
    found = []
    for part in timex.strip("()").split(",")[:2]:
        clock = part.partition("T")[2] if not part.startswith("P") else ""
        pieces = clock.split(":")
        if clock and all(piece.isdigit() for piece in pieces):
            hour, minute, second = (*map(int, pieces), 0, 0)[:3]
            found.append(hour * 60 + minute + Fraction(second, 60))
    return found


def minutes(figure: Figure) -> list[Fraction]:
    """The time or times of day that a figure of that kind gives."""
    if figure.kind is not Kind.TIME:
        return []
    low, high = figure.low, figure.high
    ends = [low] if low == high else [low, high]
    return [end % 1440 for end in ends if end is not None]


def expected_seconds(timex: str) -> Fraction | None:
    """The length of a TIMEX duration, a month taken for 30 days and a year for 365."""
    match = re.fullmatch(r"P([\d.]+[YMWD])*(T?)([\d.]+[HMS])*", timex)
    if match is None:
        return None
    total, timed = Fraction(0), False
    for mark, number, unit in re.findall(r"(T)|([\d.]+)([A-Z])", timex):
        timed = timed or bool(mark)
        if number:
            total += Fraction(number) * (_SECONDS if timed else _DAYS)[unit]
    return total
