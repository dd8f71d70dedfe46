"""Dates of claims on the calendar: a month is all of its days, and so is a year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR
from datetime import date as Date
from typing import NamedTuple

from factcheck.model import Claim
from factcheck.store.values import WrongValue

_AGE = re.compile(r"\s*(\d{1,4})\s*([dwmy])\w*\s*\Z", re.IGNORECASE | re.ASCII)
_AGE_FORMS = "write a number and a letter: 90d, 2w, 6m or 1y"
_NAMES = {"d": "day", "w": "week", "m": "month", "y": "year"}
_DAYS = {"d": 1, "w": 7}


class Age(NamedTuple):
    """A length of time as people give it.

    Attributes:
        number: how many.
        unit: "d", "w", "m" or "y".
    """

    number: int
    unit: str

    def __str__(self) -> str:
        return f"{self.number} {_NAMES[self.unit]}{'' if self.number == 1 else 's'}"

    def before(self, day: Date) -> Date:
        """The day that lies so long before; of a shorter month the last."""
        if self.unit in _DAYS:
            days = day.toordinal() - self.number * _DAYS[self.unit]
            return Date.fromordinal(max(days, Date.min.toordinal()))
        months = self.number * (12 if self.unit == "y" else 1)
        year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
        if year < MINYEAR:
            return Date.min
        return Date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def read_age(given: str) -> Age:
    """An age: "90d", "2w", "6m", "1y", also spelt out ("6 months").

    Raises:
        WrongValue: it is none.
    """
    found = _AGE.match(given)
    if found is None or not int(found[1]):
        raise WrongValue(f"{given!r} is no length of time", _AGE_FORMS)
    return Age(int(found[1]), found[2].lower())


def first_day(date: Date | str) -> Date:
    """The first day of a day, a month or a year."""
    if isinstance(date, Date):
        return date
    return Date(max(int(date[:4]), MINYEAR), int(date[5:7] or 1), 1)


def last_day(date: Date | str) -> Date:
    """The last day of a day, a month or a year."""
    if isinstance(date, Date):
        return date
    year, month = min(int(date[:4]), MAXYEAR), int(date[5:7] or 12)
    return Date(year, month, monthrange(year, month)[1])


def told_at(claim: Claim) -> Date | str | None:
    """When a claim was made, or where nobody says so, when it held."""
    return claim.date or claim.as_of


def held_at(claim: Claim) -> Date | str | None:
    """When a claim held, or where nobody says so, when it was made."""
    return claim.as_of or claim.date


def is_older(date: Date | str, day: Date) -> bool:
    """Whether all of a date lies before a day: a month only once it has ended before it."""
    return last_day(date) < day
