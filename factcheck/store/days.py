"""Dates as other programs and people write them; never guessed where two days are meant."""

from __future__ import annotations

import re
from datetime import date as Date
from typing import Final

from factcheck.store.values import WrongValue, shortened

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z", re.ASCII)
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})\Z", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})\Z", re.ASCII)
_YEAR = re.compile(r"\d{4}\Z", re.ASCII)
_SERIAL = re.compile(r"[1-9]\d{4}(\.\d+)?\Z", re.ASCII)  # days since 1900
_TWO_WAYS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\Z", re.ASCII)
# What stands behind the day is dropped: a day is all that a claim keeps.
_TIME = re.compile(
    r"(?<=\d)[T ,]+\d{1,2}[:.h]\d{2}([:.]\d{2}(\.\d+)?)?\s*([ap]\.?m\.?)?"
    r"\s*(Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}:?\d{2})?\Z",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_DAY_MONTH = re.compile(
    r"(?P<day>\d{1,2})(st|nd|rd|th)?[\s-]*(of\s+)?(?P<month>[a-z]{3,})\.?,?[\s-]*(?P<year>\d{4})\Z",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"(?P<month>[a-z]{3,})\.?\s*(?P<day>\d{1,2})(st|nd|rd|th)?,?\s+(?P<year>\d{4})\Z", re.IGNORECASE
)
_MONTH_YEAR = re.compile(r"(?P<month>[a-z]{3,})\.?,?[\s-]+(?P<year>\d{4})\Z", re.IGNORECASE)
_FORMS = "write 2024-03-12, 12 March 2024, 2024-03 or 2024"


def read_day(written: str, order: str | None = None) -> Date | str:
    """A day as a date, a month or a year as text.

    Args:
        written: as the file has it.
        order: "day" or "month", whichever comes first in 12/03/2024; None where nobody has said.

    Raises:
        WrongValue: it is no date, or one of two.
    """
    given = _TIME.sub("", " ".join(written.split()))
    given = _WEEKDAY.sub("", given)
    for pattern in (_YEAR_FIRST, _COMPACT):
        if found := pattern.match(given):
            return _day(int(found[1]), int(found[2]), int(found[3]), written)
    if _YEAR.match(given):
        return given
    if found := _YEAR_MONTH.match(given):
        return _month(int(found[1]), int(found[2]), written)
    if found := _TWO_WAYS.match(given):
        return _ordered(int(found[1]), int(found[3]), int(found[4]), written, order)
    return _in_words(given, written)


def typed_day(written: str) -> Date | str:
    """A day, a month or a year as somebody types it, who can be asked to write it another way.

    Raises:
        WrongValue: it is no date, or its order of day and month differs from country to country.
    """
    given = " ".join(written.split())
    if not given:
        raise WrongValue("is empty", _FORMS)
    if _TWO_WAYS.match(given):
        raise WrongValue(f"{shortened(written)!r} is no clear date", _FORMS)
    return read_day(given)


def _in_words(given: str, written: str) -> Date | str:
    for pattern in (_DAY_MONTH, _MONTH_DAY, _MONTH_YEAR):
        found = pattern.match(given)
        month = _named(found["month"]) if found else 0
        if found and month:
            if pattern is _MONTH_YEAR:
                return _month(int(found["year"]), month, written)
            return _day(int(found["year"]), month, int(found["day"]), written)
    if _SERIAL.match(given):
        raise WrongValue(
            f"{shortened(written)!r} may be a spreadsheet's number for a day",
            "format its column as dates there, and save it again",
        )
    raise WrongValue(f"{shortened(written)!r} is no date", _FORMS)


def _named(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 for another word."""
    word = word.lower()
    if word == "sept":
        return 9
    fitting = [n for n, name in enumerate(_MONTHS, 1) if name == word or name[:3] == word]
    return fitting[0] if fitting else 0


def _ordered(first: int, second: int, year: int, written: str, order: str | None) -> Date | str:
    if order == "day":
        return _day(year, second, first, written)
    if order == "month":
        return _day(year, first, second, written)
    if first > 12 or second > 12:
        month, day = (second, first) if first > 12 else (first, second)
        _day(year, month, day, written)  # 31/02/2024 is none in whatever order
        what, do = "has its day and month in an order that was not given", "--dayfirst"
        do = do if first > 12 else "--monthfirst"
        raise WrongValue(f"{written!r} {what}", f"give {do}, if that holds for all of the file")
    raise WrongValue(
        f"{written!r} may be two days", "say which comes first: --dayfirst or --monthfirst"
    )


def _day(year: int, month: int, day: int, written: str) -> Date:
    try:
        return Date(year, month, day)
    except ValueError:
        raise WrongValue(f"there is no day {shortened(written)!r}", _FORMS) from None


def _month(year: int, month: int, written: str) -> str:
    if not 1 <= month <= 12 or not year:
        raise WrongValue(f"there is no month {shortened(written)!r}", _FORMS)
    return f"{year:04}-{month:02}"
