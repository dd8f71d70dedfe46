"""Periods from one date to another: "3 to 5 March", "March 3-5", "May to October 2020".

The pieces that are said once are shared: the month and the year of the last day are those of
the first as well.
"""

from __future__ import annotations

from typing import Final

from factcheck.figures.date_data import words
from factcheck.figures.date_parts import (
    HYPHENS,
    THROUGH,
    DateMatch,
    any_day_at,
    is_valid,
    month_at,
    word_at,
    year_behind,
)
from factcheck.figures.date_relative import with_tail
from factcheck.figures.date_single import single_date
from factcheck.model import PartialDate
from factcheck.text.tokens import Tokens

_REACH: Final = 6  # tokens before a date in which a word may say that it was put off
_LISTING: Final = frozenset({"and", "or", ","})
BEHIND_DAY: Final = THROUGH | _LISTING | {"/", "&", "st", "nd", "rd", "th"}


def days_of_month(tokens: Tokens, i: int) -> DateMatch | None:
    """Days in front of their month: "3 to 5 March" as a period, "20 and 21 June" as two days."""
    if tokens.texts[i][0].isdigit() and word_at(tokens, i + 1) not in BEHIND_DAY:
        return None
    first = any_day_at(tokens, i)
    if first is None:
        return None
    joint = word_at(tokens, first[1])
    through = joint == "/" or _is_through(tokens, i, joint)
    if not through and joint not in _LISTING:
        return None
    start = first[1] + 1 + (joint == "," and word_at(tokens, first[1] + 1) in ("and", "or"))
    last = any_day_at(tokens, start)
    if last is None:
        return None
    of = last[1] + (word_at(tokens, last[1]) == "of")
    month = month_at(tokens, of, beside=True)
    if month is None:
        later = None if through else days_of_month(tokens, start)
        return None if later is None else _same_month(first, later)
    if not is_valid(month[0], first[0]) or not is_valid(month[0], last[0]):
        return None
    year, end = year_behind(tokens, month[1])
    if not through:
        return DateMatch(PartialDate(year, month[0], first[0]), first[1], "days-month")
    found = with_tail(tokens, PartialDate(year, month[0], last[0]), end, "days-month")
    if last[0] <= first[0]:
        return None
    date = found.date._replace(day=first[0], until=found.date._replace(relative=None))
    return found._replace(date=date)


def _same_month(first: tuple[int, int, bool], later: DateMatch) -> DateMatch | None:
    """The first of several days, in the month that is said behind the last."""
    date = later.date
    if date.month is None or date.until is not None or not is_valid(date.month, first[0]):
        return None
    return DateMatch(date._replace(day=first[0]), first[1], "days-month")


def _is_through(tokens: Tokens, i: int, joint: str) -> bool:
    """Whether a joint makes a period of the dates on its sides."""
    if joint in ("and", "&"):
        return word_at(tokens, i - 1) == "between" or (
            word_at(tokens, i - 1) == "the" and word_at(tokens, i - 2) == "between"
        )
    return joint in THROUGH


def with_end(tokens: Tokens, i: int, first: DateMatch, locale: str) -> DateMatch:
    """The date at token `i`, with the one that it runs to where the text goes on with it."""
    joint = word_at(tokens, first.end)
    if not _is_through(tokens, i, joint) or first.date.until is not None:
        return first
    if first.rule == "month-day":
        found = _day_behind(tokens, first, joint)
        if found is not None:
            return found
    start = first.end + 1
    if word_at(tokens, start) in THROUGH and word_at(tokens, start + 1) in HYPHENS:
        start += 2  # "July-to-September"
    if start >= len(tokens) or _is_put_off(tokens, i):
        return first
    last = single_date(tokens, start, locale) or _short_month(tokens, start, first)
    if last is None or not _are_alike(first.date, last.date):
        return first
    relative = first.date.relative is not None or last.date.relative is not None
    if relative and joint in HYPHENS:
        return first  # "last week - Monday"
    return _joined(first, last)


def _short_month(tokens: Tokens, i: int, first: DateMatch) -> DateMatch | None:
    """The "Nov" of "Sep to Nov", which alone would be none."""
    month = month_at(tokens, i, beside=True) if first.rule == "month" else None
    return None if month is None else DateMatch(PartialDate(month=month[0]), month[1], "month")


def _day_behind(tokens: Tokens, first: DateMatch, joint: str) -> DateMatch | None:
    """ "March 3-5, 2024", "April 9th through 17th"."""
    last = any_day_at(tokens, first.end + 1)
    date = first.date
    if last is None or date.year is not None or date.month is None or date.day is None:
        return None
    if not date.day < last[0] or not is_valid(date.month, last[0]):
        return None
    year, end = year_behind(tokens, last[1])
    if not _ends_there(tokens, last[1], joint) and year is None:
        return None
    until = date._replace(year=year, day=last[0], relative=None)
    return DateMatch(date._replace(year=year, until=until), end, "month-days")


def _ends_there(tokens: Tokens, i: int, joint: str) -> bool:
    """Whether the number before token `i` is a day, and counts nothing behind it."""
    if i >= len(tokens) or word_at(tokens, i) in words("day_after_month"):
        return True
    return joint in HYPHENS and not tokens.glued(i) and month_at(tokens, i, beside=True) is None


def _is_put_off(tokens: Tokens, i: int) -> bool:
    """Whether the two dates are an old and a new one: "postponed from March to May"."""
    before = tokens.lowers[max(0, i - _REACH) : i]
    return "from" in before and any(word in words("put_off") for word in before)


def _are_alike(first: PartialDate, last: PartialDate) -> bool:
    """Whether one date can run to the other: from a day to a day, from a year to a month."""
    if first == last:
        return False
    if first.relative is not None or last.relative is not None:
        return True
    weekday = first.weekday is not None and first.day is None
    if weekday or (last.weekday is not None and last.day is None):
        return weekday and last.day is None and last.weekday is not None
    years = first.year is not None and last.year is not None
    return years or _precision(first) == _precision(last)


def _precision(date: PartialDate) -> tuple[bool, ...]:
    """Which of the parts of a year are said."""
    return date.day is not None, date.month is not None, date.quarter is not None, date.decade


def _joined(first: DateMatch, last: DateMatch) -> DateMatch:
    """The period of two dates; a year that only one of them has is that of both."""
    a, b = first.date, last.date
    relative = a.relative is not None or b.relative is not None
    if not relative and a.year is None and b.year is not None and a.month and b.month:
        a = a._replace(year=b.year - ((a.month, a.day or 0) > (b.month, b.day or 0)))
    elif not relative and a.year is None and b.year is not None:
        a = a._replace(year=b.year)
    elif not relative and b.year is None and a.year is not None and a.month and b.month:
        b = b._replace(year=a.year + ((a.month, a.day or 0) > (b.month, b.day or 0)))
    years = first.rule == last.rule == "bare-year"
    return DateMatch(a._replace(until=b), last.end, "years" if years else "period")
