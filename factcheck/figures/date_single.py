"""One date: a day, a month, a weekday, a feast, and everything the other readers of dates know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factcheck.figures.compound import is_number_word
from factcheck.figures.date_data import feasts, names, numbers, words
from factcheck.figures.date_days import day_first, month_first
from factcheck.figures.date_numeric import anno_domini, numeric, year_alone
from factcheck.figures.date_parts import (
    APOSTROPHES,
    HYPHENS,
    DateMatch,
    any_day_at,
    any_year_at,
    weekday_at,
    word_at,
    year_behind,
)
from factcheck.figures.date_periods import period
from factcheck.figures.date_relative import relative, running, with_tail
from factcheck.figures.date_weeks import week
from factcheck.model import PartialDate
from factcheck.text.tokens import Tokens


def single_date(tokens: Tokens, i: int, locale: str) -> DateMatch | None:
    """The date at token `i`, as for `dates.match_date`, but never a period from one to another."""
    start = i + 1 if tokens.lowers[i] == "the" else i
    if not _may_start(tokens, start):
        return None
    for reader in _readers(tokens, start):
        found = reader(tokens, start)
        if found is not None:
            return found
    if start > i:
        return None
    if tokens.texts[i][0].isdigit():
        return numeric(tokens, i, locale) or year_alone(tokens, i)
    return anno_domini(tokens, i) or _short_year(tokens, i)


def _readers(tokens: Tokens, i: int) -> tuple[Callable[[Tokens, int], DateMatch | None], ...]:
    """The readers of dates that begin with the word at token `i`; a bare year needs none."""
    word = word_at(tokens, i)
    if word[:1].isdigit():
        more = word_at(tokens, i + 1) in words("behind digits")
        return _BY_DIGITS if more or word_at(tokens, i + 2) == "season" else ()
    return _BY_WORDS if word in words("starts") else _BY_COUNTS


def _short_year(tokens: Tokens, i: int) -> DateMatch | None:
    """The year of "in '98", unless a name is quoted there."""
    if tokens.lowers[i] not in APOSTROPHES or word_at(tokens, i - 1) not in words("short_year"):
        return None
    year = any_year_at(tokens, i)
    if year is None or (year[1] < len(tokens) and tokens.texts[year[1]][0].isupper()):
        return None
    return DateMatch(PartialDate(year=year[0]), year[1], "short-year")


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


def _weekday(tokens: Tokens, i: int) -> DateMatch | None:
    """ "Tuesday, 12 March 2024", "Tuesday evening", "Tuesday the 12th", "Tuesday last week"."""
    found = weekday_at(tokens, i, beside=True)
    if found is None:
        return None
    weekday, end = found
    end += word_at(tokens, end) in words("parts of day")
    start = end + (word_at(tokens, end) == ",")
    start += word_at(tokens, start) == "the"
    rest = day_first(tokens, start) or month_first(tokens, start) or _slashed(tokens, start)
    if rest is not None and rest.date.day is not None:
        return rest._replace(date=rest.date._replace(weekday=weekday), rule="weekday-date")
    if weekday_at(tokens, i) is None:
        return None
    day = any_day_at(tokens, end)
    if day is not None and day[2] and word_at(tokens, day[1]) in words("day_after_month"):
        return DateMatch(PartialDate(day=day[0], weekday=weekday), day[1], "weekday-day")
    of = end + (word_at(tokens, end) in ("of", "in"))
    week = relative(tokens, of + (word_at(tokens, of) == "the"))
    if week is not None and week.date.relative in words("weeks told"):
        wording = f"{tokens.lowers[i]} {week.date.relative}"
        return DateMatch(PartialDate(weekday=weekday, relative=wording), week.end, "weekday-week")
    return DateMatch(PartialDate(weekday=weekday), end, "weekday")


def _slashed(tokens: Tokens, i: int) -> DateMatch | None:
    return numeric(tokens, i, "en-GB") if word_at(tokens, i)[:1].isdigit() else None


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
            return with_tail(tokens, PartialDate(year, month, day), end, "feast")
        return DateMatch(PartialDate(year=year, season=" ".join(cut) + span), end, "feast")
    return None


def _part_of(tokens: Tokens, i: int) -> DateMatch | None:
    """ "early 1990s", "mid-March", "the end of 2023", "mid-to-late 2024", "the end of the year"."""
    part = names("parts").get(word_at(tokens, i))
    if part is None or word_at(tokens, i - 1) in words("lateness"):
        return None  # "an hour late in July"
    second, at = _other_part(tokens, i + 1)
    joined = word_at(tokens, at) in HYPHENS
    start = at + joined
    of = word_at(tokens, start) in ("of", "in")
    if word_at(tokens, i) in ("start", "end", "close") and word_at(tokens, i - 1) == "to":
        return None  # "to start in 2027" tells what begins then
    if not of and part in ("end", "start") and not joined:
        return None
    start += of
    the = word_at(tokens, start) == "the"
    start += the
    if start >= len(tokens):
        return None
    inner = period(tokens, start) or month_first(tokens, start) or relative(tokens, start)
    inner = inner or year_alone(tokens, start) or (running(tokens, start) if the and of else None)
    if inner is None or inner.date.day is not None or inner.date.until is not None:
        return None
    date = _narrowed(part, inner.date)
    if second:
        date = date._replace(until=_narrowed(second, inner.date))
    return inner._replace(date=date, rule="part-of")


def _other_part(tokens: Tokens, i: int) -> tuple[str, int]:
    """The second part of "mid-to-late", "early or mid", and the token after it; "" and `i`."""
    at = i + (word_at(tokens, i) in HYPHENS)
    if word_at(tokens, at) not in ("to", "or", "and"):
        return "", i
    at += 1
    at += word_at(tokens, at) in HYPHENS
    part = names("parts").get(word_at(tokens, at))
    return (part, at + 1) if part is not None else ("", i)


def _narrowed(part: str, date: PartialDate) -> PartialDate:
    """A part of a period; of a single day ("late last night") it is the day."""
    if date.relative in numbers("days"):
        return date
    season = f"{part} {date.season}" if date.season is not None else part
    wording = f"{part} {date.relative}" if date.relative is not None else None
    return PartialDate(
        date.year, date.month, None, date.weekday, date.quarter, season, date.decade, wording
    )


# The readers in the order in which they are asked; those of words alone are not asked of digits,
# and a number word begins a count of days or years and nothing else.
_BY_COUNTS: Final = (relative,)
_BY_DIGITS: Final = (day_first, period, relative)
_BY_WORDS: Final = (
    _part_of, _feast, day_first, _weekday, week, period, relative, month_first,
)  # fmt: skip
