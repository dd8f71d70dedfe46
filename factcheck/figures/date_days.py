"""Days and months by name: "12 March 2024", "March 12th", "05-Aug-2016", "March 2024"."""

from __future__ import annotations

from factcheck.figures.date_data import numbers, words
from factcheck.figures.date_parts import (
    JOINTS,
    THROUGH,
    DateMatch,
    any_day_at,
    day_at,
    is_digits,
    is_valid,
    month_at,
    ordinal_at,
    word_at,
    year_behind,
)
from factcheck.figures.date_relative import relative, with_tail
from factcheck.model import PartialDate
from factcheck.text.tokens import Tokens


def day_first(tokens: Tokens, i: int) -> DateMatch | None:
    """ "12 March 2024", "12th of March", "fourth of July", "05-Aug-2016"."""
    found = day_at(tokens, i)
    if found is None:
        ordinal = ordinal_at(tokens, i)
        if ordinal is None or ordinal[0] > 31:
            return None
        found = (*ordinal, True)
    day, end, is_ordinal = found
    end += is_ordinal and tokens.lowers[end : end + 1] == ("day",)  # "the 15th day of June"
    of = is_ordinal and word_at(tokens, end) == "of"
    end += of
    joint = word_at(tokens, end) in JOINTS and tokens.glued(end)
    month = month_at(tokens, end + joint, beside=True)
    if month is None or not is_valid(month[0], day):
        return _of_relative_month(tokens, end, day) if is_ordinal else None
    if not is_digits(word_at(tokens, i)) and not of:
        return None
    if joint and not is_ordinal and not tokens.glued(end + 1):
        return None
    year, stop = year_behind(tokens, month[1] + (joint and word_at(tokens, month[1]) in JOINTS))
    end = stop if year is not None else month[1]
    date = PartialDate(year=year, month=month[0], day=day)
    return with_tail(tokens, date, end, "day-month")


def _of_relative_month(tokens: Tokens, i: int, day: int) -> DateMatch | None:
    """The day behind "the 20th of": "next month", "this month", "the month"."""
    found = relative(tokens, i + (word_at(tokens, i) == "the"))
    if found is None or found.date.relative is None or not found.date.relative.endswith(" month"):
        return None
    date = PartialDate(day=day, relative=f"{day} {found.date.relative}")
    return DateMatch(date, found.end, "day-of-month")


def month_first(tokens: Tokens, i: int) -> DateMatch | None:
    """ "March 12, 2024", "March 2024", and the bare month."""
    month = month_at(tokens, i, beside=_number_follows(tokens, i))
    if month is None:
        return None
    number, end = month
    joined = word_at(tokens, end) in JOINTS and tokens.glued(end) and tokens.glued(end + 1)
    day = _day_behind(tokens, end + joined)
    if day is not None and is_valid(number, day[0]) and _is_day(tokens, i, day):
        year, stop = year_behind(tokens, day[1] + (joined and word_at(tokens, day[1]) in JOINTS))
        if year is None or word_at(tokens, day[1]) == "in":
            year, stop = None, day[1]
        return with_tail(tokens, PartialDate(year, number, day[0]), stop, "month-day")
    year, stop = year_behind(tokens, end + joined)
    if year is not None:
        return DateMatch(PartialDate(year=year, month=number), stop, "month-year")
    found = with_tail(tokens, PartialDate(month=number), end, "month")
    if found.date.relative is None and not _month_stands(tokens, i):
        return None
    return found


def _day_behind(tokens: Tokens, i: int) -> tuple[int, int, bool] | None:
    """The day behind a month; one in words only where the sentence goes on as behind a date."""
    day = any_day_at(tokens, i)
    if day is None or is_digits(word_at(tokens, i)):
        return day
    ends = day[1] >= len(tokens) or word_at(tokens, day[1]) in words("day_after_month")
    return day if ends or year_behind(tokens, day[1])[0] is not None else None


def _number_follows(tokens: Tokens, i: int) -> bool:
    """Whether a day, a year or the other month of a period stands behind a month."""
    after = i + 1 + (word_at(tokens, i + 1) in (".", ",", "'"))
    if word_at(tokens, after) in THROUGH or word_at(tokens, after) in JOINTS:
        after += 1  # "Jan-Feb 2017", "Dec/2018"
        return is_digits(word_at(tokens, after)) or word_at(tokens, after) in words("month names")
    return is_digits(word_at(tokens, after))


def _is_day(tokens: Tokens, i: int, day: tuple[int, int, bool]) -> bool:
    """Whether the number behind a month is its day: not in "in March 12 people died"."""
    if day[2] or word_at(tokens, i - 1) != "in":
        return True
    return day[1] >= len(tokens) or word_at(tokens, day[1]) in words("day_after_month")


def _month_stands(tokens: Tokens, i: int) -> bool:
    """Whether a bare month is one, and neither a verb nor somebody's name."""
    word = word_at(tokens, i)
    if word not in words("ambiguous months"):
        return True
    if not tokens.texts[i][0].isupper():
        return False
    before, after = word_at(tokens, i - 1), word_at(tokens, i + 1)
    if word in words("capital months") and word != "may" and after in words("month_after"):
        return True
    if before in ("and", "or") and word_at(tokens, i - 2) in numbers("months"):
        return True
    if after in THROUGH and month_at(tokens, i + 2, beside=True) is not None:
        return True  # "March to May"
    if before not in words("month_before"):
        return False
    return not (before in ("the", "a") and after in ("on", "to", "for", "of"))
