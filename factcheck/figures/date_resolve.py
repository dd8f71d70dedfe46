"""What a relative date means in a text of a given day."""

from __future__ import annotations

import datetime
from typing import Final

from factcheck.figures.date_data import numbers, words
from factcheck.figures.date_parts import days_in
from factcheck.model import PartialDate

# Units that are counted in whole periods of the calendar: "the last two quarters".
_WHOLE: Final = frozenset({"quarter", "decade", "century"})
_DAYS: Final = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def resolve(d: PartialDate, anchor: datetime.date) -> PartialDate:
    """The date that `d` means in a text of the day `anchor`.

    A weekday is the most recent such day on or before it; "last October" the latest October
    that is over; "last winter" is named by the year in which it began; "the past three months"
    end with the day, "the next three" begin after it. What needs more than the day ("a year
    earlier" than what, "this season") is returned as it is, and so is a month without a year.
    """
    if d.until is not None:
        return _period(d, d.until, anchor)
    if d.relative is None:
        if d.weekday is not None and d == PartialDate(weekday=d.weekday):
            return _day(anchor - datetime.timedelta(days=(anchor.weekday() - d.weekday) % 7))
        if d.weekday is not None and d.day is not None and d.month is None:
            return _nearest(d, d.weekday, d.day, anchor)
        return d
    offset = numbers("days").get(d.relative)
    try:
        if offset is not None:
            return _day(anchor + datetime.timedelta(days=offset))
        said = d.relative.split()
        if said[-1] in ("ago", "hence") and len(said) % 2:
            return _counted(d, said, anchor)
        if len(said) == 3 and said[0] in words("reaching"):
            return _reaching(d, said, anchor)
        if len(said) < 2 or said[-2] not in numbers("steps"):
            return d
        return _stepped(d, numbers("steps")[said[-2]], said, anchor)
    except (OverflowError, ValueError):  # before year 1, or a number that is none
        return d


def _nearest(d: PartialDate, weekday: int, day: int, anchor: datetime.date) -> PartialDate:
    """ "Tuesday the 12th": the nearest month in which that day is a Tuesday."""
    for step in sorted(range(-12, 13), key=abs):
        month = _month(anchor, step)
        found = _calendar_day(month._replace(day=day))
        if found is not None and found.weekday() == weekday:
            return month._replace(day=day, weekday=weekday)
    return d


def _period(d: PartialDate, until: PartialDate, anchor: datetime.date) -> PartialDate:
    """A period from one date to another; a weekday at its end is the next after its beginning."""
    first = resolve(d._replace(until=None), anchor)
    weekday = until.weekday if until == PartialDate(weekday=until.weekday) else None
    start = _calendar_day(first)
    if weekday is not None and start is not None:
        last = _day(start + datetime.timedelta(days=(weekday - start.weekday()) % 7))
    else:
        last = resolve(until, anchor)
    if (first.relative, last.relative) != (None, None) or first.until or last.until:
        return d
    return first._replace(until=last)


def _calendar_day(d: PartialDate) -> datetime.date | None:
    if d.year is None or d.month is None or d.day is None:
        return None
    try:
        return datetime.date(d.year, d.month, d.day)
    except ValueError:  # 30 February
        return None


def _day(day: datetime.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _counted(d: PartialDate, said: list[str], anchor: datetime.date) -> PartialDate:
    """ "Two weeks ago", "three years hence": as precise as its smallest unit."""
    way = -1 if said[-1] == "ago" else 1
    steps = [(way * int(count), unit.removesuffix("s")) for count, unit in _pairs(said[:-1])]
    day: datetime.date | None = anchor
    for count, unit in steps[:-1]:
        day = None if day is None else _moved(day, count, unit)
    count, unit = steps[-1]
    if day is None:
        return d
    if unit in ("year", "decade"):
        return d._replace(year=day.year + count * (10 if unit == "decade" else 1), relative=None)
    if unit == "month":
        return _month(day, count)
    moved = _moved(day, count, unit)
    if moved is None:
        return d
    return _week(moved) if unit in ("week", "fortnight") and len(steps) == 1 else _day(moved)


def _pairs(said: list[str]) -> list[tuple[str, str]]:
    return list(zip(said[::2], said[1::2], strict=True))


def _reaching(d: PartialDate, said: list[str], anchor: datetime.date) -> PartialDate:
    """ "Past 3 months", "next 5 years": days up to the day, or from the one after it on."""
    if not said[1].isdigit():
        return d
    back = numbers("steps").get(said[0], 1 if said[0] in ("following", "upcoming") else -1) < 0
    count, unit = int(said[1]), said[2].removesuffix("s").replace("centurie", "century")
    if unit in _WHOLE:
        return _whole(unit, -count if back else 1, -1 if back else count, anchor)
    edge = _moved(anchor, -count if back else count, unit)
    if edge is None:
        return d
    first, last = (edge, anchor) if back else (anchor + datetime.timedelta(days=1), edge)
    return _day(first)._replace(until=_day(last))


def _moved(anchor: datetime.date, count: int, unit: str) -> datetime.date | None:
    """The same day, so many days, weeks, months or years on."""
    if unit == "hour":
        return anchor + datetime.timedelta(hours=count)
    if unit in _DAYS:
        return anchor + datetime.timedelta(days=count * _DAYS[unit])
    if unit not in ("month", "year"):
        return None
    month = _month(anchor, count * (12 if unit == "year" else 1))
    year, number = month.year or 0, month.month or 0
    return datetime.date(year, number, min(anchor.day, days_in(year, number)))


def _whole(unit: str, first: int, last: int, anchor: datetime.date) -> PartialDate:
    """The periods of the calendar from `first` to `last`, 0 being that of the day."""
    if unit == "century":
        begin = anchor.year // 100 * 100
        return PartialDate(begin + 100 * first, until=PartialDate(begin + 100 * last + 99))
    return _step_of(unit, first, anchor)._replace(until=_step_of(unit, last, anchor))


def _week(day: datetime.date) -> PartialDate:
    year, week, _ = day.isocalendar()
    return PartialDate(year=year, season=f"week {week}")


def _month(anchor: datetime.date, step: int) -> PartialDate:
    months = anchor.year * 12 + anchor.month - 1 + step
    return PartialDate(year=months // 12, month=months % 12 + 1)


def _stepped(d: PartialDate, step: int, said: list[str], anchor: datetime.date) -> PartialDate:
    """ "Last year", "next Tuesday", "this October", "12 March last year"."""
    unit = said[-1]
    if unit == "year":
        return d._replace(year=anchor.year + step, relative=None)
    if unit == "month":
        return _in_month(d, _month(anchor, step))
    if unit == "fortnight" and step:
        return _reaching(d, ["last" if step < 0 else "next", "1", "fortnights"], anchor)
    if unit == "week":
        day = anchor + datetime.timedelta(days=7 * step)
        if d.weekday is None:
            return _week(day)
        return _day(day + datetime.timedelta(days=d.weekday - day.weekday()))
    if unit == "weekend":
        saturday = anchor + datetime.timedelta(days=7 * step + 5 - anchor.weekday())
        return _day(saturday)._replace(until=_day(saturday + datetime.timedelta(days=1)))
    if unit in ("quarter", "decade"):
        return _step_of(unit, step, anchor)._replace(season=d.season)
    return d if len(said) > 2 else _named(d, step, anchor)


def _named(d: PartialDate, step: int, anchor: datetime.date) -> PartialDate:
    """A weekday, a month or a season with "last", "this" or "next"."""
    if d.weekday is not None:
        return _stepped_weekday(d.weekday, step, anchor)
    if d.month is not None:
        return d._replace(year=_year_of_month(d.month, step, anchor), relative=None)
    if d.season in _SEASONS:
        return d._replace(year=_year_of_season(d.season, step, anchor), relative=None)
    return d


def _in_month(d: PartialDate, month: PartialDate) -> PartialDate:
    """A day, a weekday or a part of a month that is known."""
    if d.weekday is None:
        return month._replace(day=d.day, season=d.season)
    first = datetime.date(month.year or 0, month.month or 0, 1)
    days = range(1, days_in(first.year, first.month) + 1)
    fitting = [day for day in days if (first.weekday() + day - 1) % 7 == d.weekday]
    place = numbers("ordinals").get(d.season or "", 0)
    if place > len(fitting):
        return d
    return month._replace(day=fitting[place - 1], weekday=d.weekday)


def _step_of(unit: str, step: int, anchor: datetime.date) -> PartialDate:
    if unit == "decade":
        return PartialDate(year=anchor.year // 10 * 10 + 10 * step, decade=True)
    quarters = anchor.year * 4 + (anchor.month - 1) // 3 + step
    return PartialDate(year=quarters // 4, quarter=quarters % 4 + 1)


def _stepped_weekday(weekday: int, step: int, anchor: datetime.date) -> PartialDate:
    if step < 0:
        back = (anchor.weekday() - weekday) % 7 or 7
        return _day(anchor - datetime.timedelta(days=back))
    ahead = (weekday - anchor.weekday()) % 7
    return _day(anchor + datetime.timedelta(days=ahead or 7 * step))


def _year_of_month(month: int, step: int, anchor: datetime.date) -> int:
    if step < 0:
        return anchor.year - (month >= anchor.month)
    if step > 0:
        return anchor.year + (month <= anchor.month)
    return anchor.year


def _year_of_season(season: str, step: int, anchor: datetime.date) -> int:
    """By the months of the north, where the wording of the news agencies is at home."""
    first = _SEASONS[season]
    if step < 0:
        return anchor.year - (anchor.month < first + 3)
    if step > 0:
        return anchor.year + (anchor.month >= first)
    return anchor.year - (season == "winter" and anchor.month < 3)
