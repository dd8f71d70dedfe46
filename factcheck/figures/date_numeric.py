"""Dates in digits alone: 2024-03-12, 12/03/2024, 12/03, and bare years."""

from __future__ import annotations

from typing import Final

from factcheck.figures.date_parts import (
    HYPHENS,
    DateMatch,
    full_year,
    is_digits,
    is_valid,
    whole_at,
    word_at,
    year_at,
)
from factcheck.model import PartialDate
from factcheck.text.tokens import Tokens

# Where 12/03 is the third of December; everywhere else the day goes first.
_MONTH_FIRST: Final = frozenset({"en-US", "en-PH"})


def numeric(tokens: Tokens, i: int, locale: str) -> DateMatch | None:
    """2024-03-12, 12/03/2024, 12.03.2024, 12/03, 05-Aug-2016."""
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
        valid = is_valid(second, third) and first >= 1000
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
    return next((order for order in orders if is_valid(*order)), None)


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


def year_alone(tokens: Tokens, i: int) -> DateMatch | None:
    """ "2024", "44 BC", "1066 AD"."""
    era = tokens.texts[i + 1].replace(".", "") if i + 1 < len(tokens) else ""
    number = whole_at(tokens, i)
    if number and era in ("BC", "BCE", "AD", "CE"):
        year = -number if era.startswith("B") else number
        return DateMatch(PartialDate(year=year), i + 2, "year-of-era")
    found = year_at(tokens, i)
    return DateMatch(PartialDate(year=found[0]), found[1], "bare-year") if found else None


def anno_domini(tokens: Tokens, i: int) -> DateMatch | None:
    """ "AD 79"."""
    number = whole_at(tokens, i + 1)
    if tokens.texts[i] not in ("AD", "A.D.") or not number:
        return None
    return DateMatch(PartialDate(year=number), i + 2, "year-of-era")
