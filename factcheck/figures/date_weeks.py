"""Weeks and weekends by a day in them: "the week of 5 May", "the weekend of 8 June"."""

from __future__ import annotations

from factcheck.figures.date_data import names, words
from factcheck.figures.date_days import day_first, month_first
from factcheck.figures.date_parts import DateMatch, day_at, word_at
from factcheck.model import PartialDate
from factcheck.text.tokens import Tokens


def week(tokens: Tokens, i: int) -> DateMatch | None:
    """The week or weekend that starts at token `i`, past any "the"."""
    word = word_at(tokens, i)
    if word == "w" and tokens.lowers[i + 1 : i + 3] in (("/", "c"), ("/", "b"), ("/", "e")):
        name = "week to" if tokens.lowers[i + 2] == "e" else "week from"
        return _named(tokens, i + 3, name)
    if word not in ("week", "weekend"):
        return None
    how = names("week by").get(word_at(tokens, i + 1))
    if how is None or (word == "weekend" and how != "of"):
        return None
    start = i + 2 + (word_at(tokens, i + 2) in ("on", "from"))
    return _named(tokens, start, f"{word} {how}")


def _named(tokens: Tokens, i: int, name: str) -> DateMatch | None:
    """The week of the day at token `i`, under the name that says where in it the day lies."""
    start = i + (word_at(tokens, i) in words("weekday names"))
    start += word_at(tokens, start) == ","
    start += word_at(tokens, start) == "the"
    found = day_first(tokens, start) or month_first(tokens, start)
    if found is None:
        day = day_at(tokens, start)
        if day is None or not day[2]:
            return None
        return DateMatch(PartialDate(day=day[0], season=name), day[1], "week-by-day")
    if found.date.day is None or found.date.relative is not None:
        return None
    date = PartialDate(found.date.year, found.date.month, found.date.day, season=name)
    return DateMatch(date, found.end, "week-by-day")
