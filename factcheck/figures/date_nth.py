"""Periods that are counted in others: "the first three months of 2024", "the last week of May"."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from factcheck.figures.compound import small_number
from factcheck.figures.date_data import names, numbers
from factcheck.figures.date_parts import (
    DateMatch,
    any_year_at,
    days_in,
    month_at,
    ordinal_at,
    past_joint,
    weekday_at,
    whole_at,
    word_at,
    year_behind,
)
from factcheck.figures.date_relative import relative, running
from factcheck.model import PartialDate
from factcheck.text.tokens import Tokens

_LAST: Final = 0
_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6}


class _Part(NamedTuple):
    """ "First three months": the place in order, 0 for the last; how many; of which unit."""

    place: int
    size: int
    unit: str
    end: int


def nth(tokens: Tokens, i: int) -> DateMatch | None:
    """The period that starts at token `i` and is counted in a year, a month or a decade."""
    part = _part(tokens, i)
    if part is None:
        return None
    if word_at(tokens, part.end) not in ("of", "in"):
        return None
    start = part.end + 1
    the = word_at(tokens, start) == "the"
    start += the
    return (
        _of_month(tokens, start, part)
        or _of_year(tokens, start, part)
        or _of_relative(tokens, start, part, the)
    )


def _part(tokens: Tokens, i: int) -> _Part | None:
    word = word_at(tokens, i)
    named = numbers("places").get(word)
    found = (named, i + 1) if named is not None else ordinal_at(tokens, i)
    if found is None:
        return None
    place, end = found
    end = past_joint(tokens, end)
    count = 1
    several = small_number(tokens, end) if word_at(tokens, end) != "a" else None
    if several is not None and several[0].denominator == 1 and place in (1, _LAST):
        count, end = int(several[0]), past_joint(tokens, several[1])
    weekday = weekday_at(tokens, end)
    if weekday is not None and count == 1:
        return _Part(place, 1, f"weekday {weekday[0]}", weekday[1])
    unit = names("counted units").get(word_at(tokens, end))
    if unit is None or not 1 <= count <= 99:
        return None
    return _Part(place, count, unit, end + 1)


def _of_month(tokens: Tokens, i: int, part: _Part) -> DateMatch | None:
    """ "The first week of March", "the last ten days of June", "the first Monday in May"."""
    month = month_at(tokens, i, beside=True)
    if month is None:
        return None
    year, end = year_behind(tokens, month[1])
    date = _in_month(part, PartialDate(year, month[0]))
    return DateMatch(date, end, "part-of-month") if date is not None else None


def _in_month(part: _Part, month: PartialDate) -> PartialDate | None:
    place = _spoken(part.place)
    if part.unit.startswith("weekday"):
        weekday = int(part.unit[-1])
        day = _weekday_of(month, weekday, part.place)
        return month._replace(day=day, weekday=weekday, season=None if day else place)
    if part.unit == "day" and part.size == 1 and 1 <= part.place <= 31:
        return month._replace(day=part.place)
    if part.unit not in ("day", "week", "weekend", "half", "fortnight"):
        return None
    several = f"{part.size} {part.unit}s" if part.size > 1 else part.unit
    return month._replace(season=f"{place} {several}")


def _spoken(place: int) -> str:
    ordinals = {number: word for word, number in numbers("ordinals").items()}
    return ordinals.get(place, "last") if place else "last"


def _weekday_of(month: PartialDate, weekday: int, place: int) -> int | None:
    """The day of the second Tuesday of a month, where its year is said."""
    if month.year is None or month.month is None or not 1 <= month.year <= 9999:
        return None
    first = datetime.date(month.year, month.month, 1).weekday()
    days = range(1 + (weekday - first) % 7, days_in(month.year, month.month) + 1, 7)
    return days[place - 1] if place <= len(days) else None


def _of_year(tokens: Tokens, i: int, part: _Part) -> DateMatch | None:
    """ "The first nine months of 2024", "the last week of 2016", "the third month of 2021"."""
    year = whole_at(tokens, i)
    if year is not None and year % 10 == 0 and tokens.glued(i + 1):
        return _of_decade(year, i + 2, part) if word_at(tokens, i + 1) == "s" else None
    found = any_year_at(tokens, i)
    if found is None:
        return None
    date = _in_year(part, found[0])
    return DateMatch(date, found[1], "part-of-year") if date is not None else None


def _of_decade(year: int, end: int, part: _Part) -> DateMatch | None:
    """ "The first half of the 1990s"."""
    if part.unit != "half" or part.size > 1:
        return None
    season = "first half" if part.place == 1 else "second half"
    return DateMatch(PartialDate(year, season=season, decade=True), end, "part-of-decade")


def _in_year(part: _Part, year: int | None) -> PartialDate | None:
    if part.unit in _MONTHS:
        length = _MONTHS[part.unit] * part.size
        first = _MONTHS[part.unit] * (part.place - 1) if part.place else 12 - length
        return _months(first, length, year)
    if part.unit == "week":
        return _weeks(part, year)
    if part.unit == "day" and part.place == 1 and part.size > 1:
        last = datetime.date(2001, 1, 1) + datetime.timedelta(part.size - 1)
        return PartialDate(year, 1, 1, until=PartialDate(year, last.month, last.day))
    return None


def _months(first: int, length: int, year: int | None) -> PartialDate | None:
    """The months from the one after `first` on: a quarter and a half by their names."""
    if first < 0 or first + length > 12 or length < 1 or length == 12:
        return None
    if length == 1:
        return PartialDate(year, month=first + 1)
    if length == 3 and first % 3 == 0:
        return PartialDate(year, quarter=first // 3 + 1)
    if length == 6 and first % 6 == 0:
        return PartialDate(year, season="second half" if first else "first half")
    if first == 0:
        return PartialDate(year, season=f"first {length} months")
    return PartialDate(year, month=first + 1, until=PartialDate(year, month=first + length))


def _weeks(part: _Part, year: int | None) -> PartialDate | None:
    """Weeks as the calendar numbers them."""
    if year is None or not 1 <= year <= 9999:
        return None
    weeks = datetime.date(year, 12, 28).isocalendar()[1]
    first = part.place if part.place else weeks - part.size + 1
    last = first + part.size - 1
    if not 1 <= first <= last <= weeks:
        return None
    start = PartialDate(year, season=f"week {first}")
    if first == last:
        return start
    return start._replace(until=PartialDate(year, season=f"week {last}"))


def _of_relative(tokens: Tokens, i: int, part: _Part, the: bool) -> DateMatch | None:
    """ "The first half of last year", "the first Friday of next month", "… of the year"."""
    found = running(tokens, i) if the else relative(tokens, i)
    if found is None or found.date.relative is None:
        return None
    unit = found.date.relative.split()[-1]
    if unit == "year":
        date = _in_year(part, None)
        told = not the and date is not None
    elif unit == "month":
        date = _in_month(part, PartialDate())
        told = True
    else:
        return None
    if date is None or date.until is not None:
        return None
    if told:
        date = date._replace(relative=f"{str(date).lower()} {found.date.relative}")
    return DateMatch(date, found.end, "part-of-relative")
