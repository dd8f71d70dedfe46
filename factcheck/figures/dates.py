"""Reading dates: calendar dates, months, years, periods, and relative wording.

`match_date` looks at one place only; where in a sentence dates may stand is the caller's
matter. Periods and relative wording have files of their own.
"""

from __future__ import annotations

from typing import Final

from factcheck.figures.clock import TimeMatch, match_time
from factcheck.figures.compound import is_number_word
from factcheck.figures.date_data import feasts, names, numbers, words
from factcheck.figures.date_order import date_relation, later, resolve, tiles
from factcheck.figures.date_parts import (
    HYPHENS,
    DateMatch,
    day_at,
    full_year,
    is_digits,
    month_at,
    ordinal_at,
    weekday_at,
    whole_at,
    word_at,
    year_at,
    year_behind,
)
from factcheck.figures.date_periods import period
from factcheck.figures.date_relative import relative, tail_of
from factcheck.model import PartialDate
from factcheck.text.tokens import Tokens

__all__ = [
    "DateMatch",
    "TimeMatch",
    "date_relation",
    "later",
    "match_date",
    "match_time",
    "resolve",
    "tiles",
]

# Where 12/03 is the third of December; everywhere else the day goes first.
_MONTH_FIRST: Final = frozenset({"en-US", "en-PH"})
_MONTH_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def match_date(tokens: Tokens, i: int, *, locale: str = "en-GB") -> DateMatch | None:
    """The date expression that starts at token `i`.

    Args:
        tokens: the text.
        i: where it starts; a leading "the" belongs to it, prepositions do not.
        locale: decides 12/03: the month goes first in "en-US" and "en-PH", the day elsewhere.

    Returns:
        The date as far as it is given, or None. A bare year ("2024", rule "bare-year") may be
        a count all the same: the caller has to look at what it counts.
    """
    if not 0 <= i < len(tokens):
        return None
    start = i + 1 if tokens.lowers[i] == "the" else i
    if not _may_start(tokens, start):
        return None
    for reader in (_part_of, _feast, _day_first, _weekday, period, relative, _month_first):
        found = reader(tokens, start)
        if found is not None:
            return found
    if start > i:
        return None
    if tokens.texts[i][0].isdigit():
        return _numeric(tokens, i, locale) or _year(tokens, i)
    return _anno_domini(tokens, i)


def _may_start(tokens: Tokens, i: int) -> bool:
    """Whether a date can begin at token `i`: most words cannot, and dates are asked for often.

    A number begins one only where it has a year's four digits or two stops, or where a month,
    an ending, a joint, an era or a unit of time stands behind it.
    """
    word = word_at(tokens, i)
    if word[:1].isdigit():
        year_or_triple = len(word) == 4 or word.count(".") == 2
        return year_or_triple or word_at(tokens, i + 1) in words("behind digits")
    return word in words("starts") or is_number_word(word)


def _valid(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _MONTH_DAYS[month - 1]


def _with_tail(tokens: Tokens, date: PartialDate, end: int, rule: str) -> DateMatch:
    """The date with the year behind it, absolute or relative."""
    if date.year is None:
        tail = tail_of(tokens, end)
        if tail is not None:
            phrase = f"{_spoken(date)} {tail[0]}"
            fields = (date.month, date.day, date.weekday, date.quarter, date.season)
            return DateMatch(PartialDate(None, *fields, relative=phrase), tail[1], rule)
    return DateMatch(date, end, rule)


def _spoken(date: PartialDate) -> str:
    months = {number: name for name, number in numbers("months").items()}
    day = f"{date.day} " if date.day is not None else ""
    month = months[date.month] if date.month is not None else str(date)
    season = f"{date.season} " if date.season is not None and date.month is not None else ""
    return f"{season}{day}{month}"


def _day_first(tokens: Tokens, i: int) -> DateMatch | None:
    """ "12 March 2024", "12th of March", "fourth of July"."""
    found = day_at(tokens, i)
    if found is None:
        ordinal = ordinal_at(tokens, i)
        if ordinal is None or ordinal[0] > 31:
            return None
        found = (*ordinal, True)
    day, end, is_ordinal = found
    of = is_ordinal and word_at(tokens, end) == "of"
    end += of
    joint = word_at(tokens, end) in HYPHENS and tokens.glued(end)
    month = month_at(tokens, end + joint, beside=True)
    if month is None or not _valid(month[0], day):
        return None
    if not is_digits(word_at(tokens, i)) and not of:
        return None
    if joint and not is_ordinal and not tokens.glued(end + 1):
        return None
    year, stop = year_behind(tokens, month[1] + (joint and word_at(tokens, month[1]) in HYPHENS))
    end = stop if year is not None else month[1]
    date = PartialDate(year=year, month=month[0], day=day)
    return _with_tail(tokens, date, end, "day-month")


def _month_first(tokens: Tokens, i: int) -> DateMatch | None:
    """ "March 12, 2024", "March 2024", and the bare month."""
    month = month_at(tokens, i, beside=_number_follows(tokens, i))
    if month is None:
        return None
    number, end = month
    day = day_at(tokens, end)
    if day is not None and _valid(number, day[0]) and _is_day(tokens, i, day):
        year, stop = year_behind(tokens, day[1])
        if year is not None and word_at(tokens, day[1]) == "in":
            year, stop = None, day[1]
        return _with_tail(tokens, PartialDate(year, number, day[0]), stop, "month-day")
    year, stop = year_behind(tokens, end)
    if year is not None:
        return DateMatch(PartialDate(year=year, month=number), stop, "month-year")
    found = _with_tail(tokens, PartialDate(month=number), end, "month")
    if found.date.relative is None and not _month_stands(tokens, i):
        return None
    return found


def _number_follows(tokens: Tokens, i: int) -> bool:
    after = i + 1 + (word_at(tokens, i + 1) in (".", ",", "'"))
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
    if before not in words("month_before"):
        return False
    return not (before in ("the", "a") and after in ("on", "to", "for", "of"))


def _weekday(tokens: Tokens, i: int) -> DateMatch | None:
    """ "Tuesday, 12 March 2024", "Tuesday evening", "Tuesday"."""
    found = weekday_at(tokens, i, beside=True)
    if found is None:
        return None
    weekday, end = found
    start = end + (word_at(tokens, end) == ",")
    start += word_at(tokens, start) == "the"
    rest = _day_first(tokens, start) or _month_first(tokens, start)
    if rest is not None and rest.date.day is not None:
        date = PartialDate(
            rest.date.year, rest.date.month, rest.date.day, weekday, relative=rest.date.relative
        )
        return DateMatch(date, rest.end, "weekday-date")
    if weekday_at(tokens, i) is None:
        return None
    end += word_at(tokens, end) in words("parts of day")
    return DateMatch(PartialDate(weekday=weekday), end, "weekday")


def _feast(tokens: Tokens, i: int) -> DateMatch | None:
    """ "Christmas Day", "Easter 2024"."""
    if i >= len(tokens) or not tokens.texts[i][0].isupper():
        return None
    for cut, month, day in feasts().get(tokens.lowers[i], ()):
        end = i + len(cut)
        if tokens.lowers[i:end] != cut:
            continue
        kind = word_at(tokens, end)
        span = f" {kind}" if not month and kind in words("feast_spans") else ""
        year, end = year_behind(tokens, end + bool(span))
        if month:
            return _with_tail(tokens, PartialDate(year, month, day), end, "feast")
        return DateMatch(PartialDate(year=year, season=" ".join(cut) + span), end, "feast")
    return None


def _part_of(tokens: Tokens, i: int) -> DateMatch | None:
    """ "early 1990s", "mid-March", "the end of 2023"."""
    part = names("parts").get(word_at(tokens, i))
    if part is None:
        return None
    joined = word_at(tokens, i + 1) in HYPHENS
    start = i + 1 + joined
    if word_at(tokens, start) in ("of", "in"):
        start += 1
    elif part in ("end", "start") and not joined:
        return None
    start += word_at(tokens, start) == "the"
    if start >= len(tokens):
        return None
    inner = period(tokens, start) or _month_first(tokens, start) or relative(tokens, start)
    inner = inner or _year(tokens, start)
    if inner is None or inner.date.day is not None:
        return None
    return inner._replace(date=_narrowed(part, inner.date), rule="part-of")


def _narrowed(part: str, date: PartialDate) -> PartialDate:
    season = f"{part} {date.season}" if date.season is not None else part
    wording = f"{part} {date.relative}" if date.relative is not None else None
    return PartialDate(
        date.year, date.month, None, date.weekday, date.quarter, season, date.decade, wording
    )


def _numeric(tokens: Tokens, i: int, locale: str) -> DateMatch | None:
    """2024-03-12, 12/03/2024, 12.03.2024, 12/03."""
    dotted = tokens.texts[i].split(".")
    if len(dotted) == 3 and len(dotted[2]) in (2, 4):
        return _triple(dotted, locale, i + 1)
    pieces = [tokens.texts[i]]
    end = i + 1
    joint = word_at(tokens, end)
    if joint != "/" and joint not in HYPHENS:
        return None
    while len(pieces) < 3 and word_at(tokens, end) == joint and tokens.glued(end):
        if not tokens.glued(end + 1) or not is_digits(word_at(tokens, end + 1)):
            break
        pieces.append(tokens.texts[end + 1])
        end += 2
    if tokens.glued(end) and word_at(tokens, end) == joint:
        return None
    if len(pieces) == 3:
        return _triple(pieces, locale, end)
    if len(pieces) == 2:
        return _double(tokens, i, pieces, locale, end)
    return None


def _triple(pieces: list[str], locale: str, end: int) -> DateMatch | None:
    if any(not is_digits(piece) or len(piece) > 4 for piece in pieces):
        return None
    first, second, third = (int(piece) for piece in pieces)
    if len(pieces[0]) == 4:
        valid = _valid(second, third) and first >= 1000
        return DateMatch(PartialDate(first, second, third), end, "iso") if valid else None
    if len(pieces[2]) not in (2, 4):
        return None
    year = full_year(third) if len(pieces[2]) == 2 else third
    found = _month_and_day(first, second, locale)
    if found is None or not 1000 <= year <= 2099:
        return None
    return DateMatch(PartialDate(year, *found), end, "numeric-date")


def _month_and_day(first: int, second: int, locale: str) -> tuple[int, int] | None:
    """In the order of the locale, or in the only order that is possible."""
    month_first, day_first = (first, second), (second, first)
    orders = (month_first, day_first) if locale in _MONTH_FIRST else (day_first, month_first)
    return next((order for order in orders if _valid(*order)), None)


def _double(tokens: Tokens, i: int, pieces: list[str], locale: str, end: int) -> DateMatch | None:
    """12/03 with leading zeros or behind "on"; 2024-03 is a month, unless it splits a year."""
    first, second = pieces
    if len(first) == 4 and len(second) == 2 and year_at(tokens, i) and 1 <= int(second) <= 12:
        if word_at(tokens, i + 1) == "-":
            return DateMatch(PartialDate(int(first), int(second)), end, "iso-month")
        return None
    if word_at(tokens, i + 1) != "/" or max(len(first), len(second)) > 2:
        return None
    padded = len(first) == len(second) == 2 and "0" in (first[0], second[0])
    if not padded and word_at(tokens, i - 1) != "on":
        return None
    found = _month_and_day(int(first), int(second), locale)
    return DateMatch(PartialDate(None, *found), end, "numeric-day") if found else None


def _year(tokens: Tokens, i: int) -> DateMatch | None:
    """ "2024", "44 BC", "1066 AD"."""
    era = tokens.texts[i + 1].replace(".", "") if i + 1 < len(tokens) else ""
    number = whole_at(tokens, i)
    if number and era in ("BC", "BCE", "AD", "CE"):
        year = -number if era.startswith("B") else number
        return DateMatch(PartialDate(year=year), i + 2, "year-of-era")
    found = year_at(tokens, i)
    return DateMatch(PartialDate(year=found[0]), found[1], "bare-year") if found else None


def _anno_domini(tokens: Tokens, i: int) -> DateMatch | None:
    """ "AD 79"."""
    number = whole_at(tokens, i + 1)
    if tokens.texts[i] not in ("AD", "A.D.") or not number:
        return None
    return DateMatch(PartialDate(year=number), i + 2, "year-of-era")
