"""Periods: quarters, halves, fiscal years, decades, centuries, split years, seasons."""

from __future__ import annotations

from factcheck.figures.date_data import names, numbers, words
from factcheck.figures.date_nth import nth
from factcheck.figures.date_parts import (
    APOSTROPHES,
    HYPHENS,
    DateMatch,
    any_year_at,
    full_year,
    is_digits,
    ordinal_at,
    past_joint,
    whole_at,
    word_at,
    year_at,
    year_behind,
)
from factcheck.figures.date_relative import with_tail
from factcheck.model import PartialDate
from factcheck.text.tokens import Tokens

_HALVES = {1: "first half", 2: "second half"}


def period(tokens: Tokens, i: int) -> DateMatch | None:
    """The period that starts at token `i`, past any "the"."""
    for reader in (_lettered, _fiscal, _ordinal, _decade, _split_year, _season):
        found = reader(tokens, i)
        if found is not None:
            return found
    return None


def _lettered(tokens: Tokens, i: int) -> DateMatch | None:
    """Q3 2024, H1 2024, FY25, 3Q24, 2024-Q3."""
    word = word_at(tokens, i)
    if word in ("q", "h", "fy") and tokens.glued(i + 1) and tokens.texts[i][0].isupper():
        number = whole_at(tokens, i + 1)
        if word == "fy":
            return _fiscal_year(tokens, i + 1)
        return None if number is None else _quarter_or_half(tokens, word, number, i + 2)
    if year_at(tokens, i) is not None:
        return _behind_year(tokens, i)
    number = whole_at(tokens, i)
    if number is not None and word_at(tokens, i + 1) in ("q", "h") and tokens.glued(i + 1):
        if word_at(tokens, i + 1) == "h" and not tokens.texts[i + 1].isupper():
            return None  # "3h" is three hours
        end = i + 2
        two = word_at(tokens, end)
        if tokens.glued(end) and is_digits(two) and len(two) in (2, 4):
            year = full_year(int(two)) if len(two) == 2 else int(two)
            return _numbered(tokens.lowers[i + 1], number, year, end + 1)
        return _quarter_or_half(tokens, tokens.lowers[i + 1], number, end)
    return None


def _behind_year(tokens: Tokens, i: int) -> DateMatch | None:
    """2024-Q3, 2024 H1."""
    at = past_joint(tokens, i + 1)
    letter, number = word_at(tokens, at), whole_at(tokens, at + 1)
    if letter not in ("q", "h") or not tokens.texts[at].isupper() or not tokens.glued(at + 1):
        return None
    return None if number is None else _numbered(letter, number, int(word_at(tokens, i)), at + 2)


def _quarter_or_half(tokens: Tokens, kind: str, number: int, end: int) -> DateMatch | None:
    fiscal = _fiscal_behind(tokens, end)
    if fiscal is not None and kind == "q" and 1 <= number <= 4:
        date = PartialDate(year=fiscal.date.year, quarter=number, season="fiscal")
        return DateMatch(date, fiscal.end, "quarter")
    year, stop = year_behind(tokens, past_joint(tokens, end))
    found = _numbered(kind, number, year, end if year is None else stop)
    return None if found is None else with_tail(tokens, found.date, found.end, found.rule)


def _numbered(kind: str, number: int, year: int | None, end: int) -> DateMatch | None:
    if kind == "q" and 1 <= number <= 4:
        return DateMatch(PartialDate(year=year, quarter=number), end, "quarter")
    if kind == "h" and number in _HALVES:
        return DateMatch(PartialDate(year=year, season=_HALVES[number]), end, "half-year")
    return None


def _fiscal_behind(tokens: Tokens, i: int) -> DateMatch | None:
    start = i + 1 if word_at(tokens, i) == "of" else i
    start += word_at(tokens, start) == "the"
    if word_at(tokens, start) == "fy":
        return _fiscal_year(tokens, start + 1)
    return _fiscal(tokens, start)


def _fiscal_year(tokens: Tokens, i: int) -> DateMatch | None:
    """The year behind FY: 25, 2025, ’25."""
    found = any_year_at(tokens, i)
    if found is None:
        two = word_at(tokens, i)
        if len(two) != 2 or not is_digits(two):
            return None
        found = full_year(int(two)), i + 1
    return DateMatch(PartialDate(year=found[0], season="fiscal"), found[1], "fiscal-year")


def _fiscal(tokens: Tokens, i: int) -> DateMatch | None:
    """ "fiscal 2024", "financial year 2023/24", "fiscal third quarter"."""
    if word_at(tokens, i) not in ("fiscal", "financial"):
        return None
    start = i + 1 + (word_at(tokens, i + 1) in ("year", "years"))
    split = _split_year(tokens, start)
    if split is not None:
        return split
    found = any_year_at(tokens, start)
    if found is not None:
        return DateMatch(PartialDate(year=found[0], season="fiscal"), found[1], "fiscal-year")
    quarter = _ordinal(tokens, i + 1)
    if quarter is not None and quarter.date.quarter:
        date = PartialDate(quarter.date.year, quarter=quarter.date.quarter, season="fiscal")
        return quarter._replace(date=date)
    return None


def _ordinal(tokens: Tokens, i: int) -> DateMatch | None:
    """ "third quarter", "first half of 2024", "first three months of 2024", "19th century"."""
    part = nth(tokens, i)
    if part is not None:
        return part
    found = ordinal_at(tokens, i)
    if found is None:
        return None
    number, end = found
    end = past_joint(tokens, end)
    word = word_at(tokens, end)
    if word == "century":
        name = f"{number}{_ending(number)} century"
        return DateMatch(PartialDate(season=name), end + 1, "century")
    if word in ("fiscal", "financial") and word_at(tokens, end + 1) == "quarter" and number <= 4:
        year, end = year_behind(tokens, end + 2)
        return DateMatch(PartialDate(year, quarter=number, season="fiscal"), end, "quarter")
    if word == "quarter":
        return _quarter_or_half(tokens, "q", number, end + 1)
    if word == "half" and number in _HALVES:
        return _half(tokens, end + 1, number)
    return None


def _half(tokens: Tokens, i: int, number: int) -> DateMatch | None:
    """The half of a year or a century; "the first half" alone belongs to a match."""
    year, stop = year_behind(tokens, i)
    if year is not None:
        return _numbered("h", number, year, stop)
    start = i + (word_at(tokens, i) == "of")
    start += word_at(tokens, start) == "the"
    found = _ordinal(tokens, start) if start > i and ordinal_at(tokens, start) else None
    if found is None or found.rule != "century":
        return None
    name = f"{_HALVES[number]} {found.date.season}"
    return DateMatch(PartialDate(season=name), found.end, "century")


def _ending(number: int) -> str:
    if 10 < number % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _decade(tokens: Tokens, i: int) -> DateMatch | None:
    """ "1990s", "1990’s", "’90s", "the 90s", "the nineties"."""
    before = word_at(tokens, i - 1)
    the = before == "the" or before in HYPHENS or before in names("parts")
    word = word_at(tokens, i)
    named = numbers("decades").get(word)
    if named is not None:
        return _of_century(tokens, i, named, i + 1) if the else None
    marked = word in APOSTROPHES and tokens.glued(i + 1)
    at = i + marked
    text = word_at(tokens, at)
    ends = tokens.glued(at + 1) and word_at(tokens, at + 1) in ("s", "'s")
    if not ends or not is_digits(text) or not text.endswith("0"):
        return None
    if len(text) == 4 and 1000 <= int(text) <= 2090 and not marked:
        if word_at(tokens, at + 1) == "'s" and not the:
            return None  # "2020's biggest fire" is of that year
        return DateMatch(PartialDate(year=int(text), decade=True), at + 2, "decade")
    if len(text) == 2 and (marked or the):
        return _of_century(tokens, i, int(text), at + 2)
    return None


def _of_century(tokens: Tokens, i: int, tens: int, end: int) -> DateMatch | None:
    """The decade of `tens` in the twentieth century, or of this one up to the twenties."""
    around = tokens.lowers[max(0, i - 8) : i] + tokens.lowers[end : end + 4]
    if any(word in words("tens") for word in around):
        return None
    year = (1900 if tens >= 30 else 2000) + tens
    return DateMatch(PartialDate(year=year, decade=True), end, "decade")


def _split_year(tokens: Tokens, i: int) -> DateMatch | None:
    """ "2016/17", "2021-22", "2016-2017": one season over the turn of a year."""
    first = word_at(tokens, i)
    second = word_at(tokens, i + 2)
    if len(first) != 4 or not is_digits(first) or not is_digits(second):
        return None
    joint = tokens.texts[i + 1]
    joined = joint == "/" or joint in HYPHENS
    if not joined or not tokens.glued(i + 1) or not tokens.glued(i + 2):
        return None
    start = int(first)
    if not 1000 <= start <= 2099 or len(second) not in (2, 4):
        return None
    if int(second) != (start + 1) % (100 if len(second) == 2 else 10_000):
        return None
    if len(second) == 2 and word_at(tokens, i + 3) in HYPHENS and tokens.glued(i + 4):
        return None  # 2011-12-24
    name = f"{start}-{(start + 1) % 100:02d}"
    return DateMatch(PartialDate(season=name), i + 3, "split-year")


def _season(tokens: Tokens, i: int) -> DateMatch | None:
    """ "spring 2024", "the dry season", "spring quarter", "2023 dry season"."""
    word = word_at(tokens, i)
    year = year_at(tokens, i)
    if year is not None and word_at(tokens, year[1] + 1) == "season":
        inner = _season(tokens, year[1])
        if inner is not None and inner.date.season is not None:
            date = PartialDate(year=year[0], season=inner.date.season)
            return inner._replace(date=date)
    if word in words("of the year") and word_at(tokens, i + 1) == "season":
        found, end = year_behind(tokens, i + 2)
        return DateMatch(PartialDate(year=found, season=f"{word} season"), end, "season-of-year")
    name = names("seasons").get(word)
    if name is None:
        return None
    if word_at(tokens, i + 1) == "quarter":
        found, end = year_behind(tokens, i + 2)
        return DateMatch(PartialDate(year=found, season=f"{name} quarter"), end, "season-quarter")
    found, end = year_behind(tokens, i + 1)
    if found is None and not _season_stands(tokens, i, word):
        return None
    return with_tail(tokens, PartialDate(year=found, season=name), end, "season")


def _season_stands(tokens: Tokens, i: int, word: str) -> bool:
    """Whether a season without a year is one: neither a coil nor a collapse."""
    before = word_at(tokens, i - 1)
    if before in HYPHENS:
        before = word_at(tokens, i - 2)
    if word == "fall":
        in_the = before == "the" and word_at(tokens, i - 2) in ("in", "by", "since", "until")
        return (in_the and word_at(tokens, i + 1) != "of") or before in words("fall before")
    if word == "spring":
        return (before in words("season before") and before != "the") or (
            before == "the" and word_at(tokens, i - 2) in words("season before")
        )
    return True
