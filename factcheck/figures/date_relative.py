"""Wording that needs the date of the text: "last year", "two weeks ago", "yesterday"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from factcheck.figures.compound import is_number_word, small_number
from factcheck.figures.date_data import names, numbers, words
from factcheck.figures.date_parts import (
    HYPHENS,
    DateMatch,
    month_at,
    ordinal_at,
    weekday_at,
    word_at,
)
from factcheck.figures.wording import tables
from factcheck.model import PartialDate
from factcheck.text.tokens import Tokens

# What makes "the last three years" the last of something else, or of "three-year-old".
_ON: Final = HYPHENS | {"of"}
_CHAIN: Final = 3  # years, months and days
_DATED_REACH: Final = 6  # tokens of "dates back to more than about"
# "From now" and "three weeks' time".
_HENCE: Final = {"from": "now", "'": "time", "'s": "time"}


def relative(tokens: Tokens, i: int) -> DateMatch | None:
    """The relative wording that starts at token `i`, past any "the"."""
    start = i
    word = word_at(tokens, i)
    if word in ("earlier", "later"):
        if tokens.lowers[i + 1 : i + 3] == ("in", "the"):
            return running(tokens, i + 3)
        start, word = i + 1, word_at(tokens, i + 1)
    if word in words("steps"):
        return _step(tokens, start) or _reaching(tokens, start) or _named_day(tokens, start)
    if word in words("first of days"):
        return _named_day(tokens, start)
    if word in words("entire"):
        return _entire(tokens, i)
    if not word[:1].isdigit() and not is_number_word(word):
        return None
    return _counted(tokens, start) or _reaching(tokens, start)


def _entire(tokens: Tokens, i: int) -> DateMatch | None:
    """ "The whole year", "all year": the one that the text is of; "a full year" is a duration."""
    definite = word_at(tokens, i) == "all" or word_at(tokens, i - 1) == "the"
    if not definite or word_at(tokens, i + 1) != "year":
        return None
    return running(tokens, i + 1)


def _named_day(tokens: Tokens, i: int) -> DateMatch | None:
    """ "yesterday", "last night", "the day before yesterday"."""
    days = numbers("days")
    for length in (3, 2, 1):
        cut = tokens.lowers[i : i + length]
        phrase = " ".join(cut)
        if len(cut) == length and phrase in days:
            end = i + length
            if word_at(tokens, end) in words("parts of day"):
                end += 1
            return DateMatch(PartialDate(relative=phrase), end, "relative-day")
    return None


def _step(tokens: Tokens, i: int) -> DateMatch | None:
    """ "last year", "next Tuesday", "this October", "the same month last year"."""
    step = word_at(tokens, i)
    if step not in words("steps") or word_at(tokens, i + 1) in HYPHENS:
        return None
    kind = word_at(tokens, i + 1)
    if kind in words("steps") and step in ("this", "that"):
        return _step(tokens, i + 1)  # "this past Wednesday", "this coming week"
    if kind in words("units"):
        return _step_unit(tokens, i, step, kind)
    if kind in words("year kinds") and word_at(tokens, i + 2) in ("year", "quarter"):
        phrase = f"{step} {kind} {word_at(tokens, i + 2)}"
        return DateMatch(PartialDate(relative=phrase), i + 3, "relative-period")
    season = names("seasons").get(kind)
    if season is not None:
        date = PartialDate(season=season, relative=f"{step} {season}")
        return DateMatch(date, i + 2, "relative-season")
    month = month_at(tokens, i + 1, beside=True)
    if month is not None:
        date = PartialDate(month=month[0], relative=f"{step} {kind.rstrip('.')}")
        return DateMatch(date, month[1], "relative-month")
    weekday = weekday_at(tokens, i + 1)
    if weekday is not None:
        end = weekday[1] + (word_at(tokens, weekday[1]) in words("parts of day"))
        date = PartialDate(weekday=weekday[0], relative=f"{step} {kind}")
        return DateMatch(date, end, "relative-weekday")
    return None


def _step_unit(tokens: Tokens, i: int, step: str, kind: str) -> DateMatch | None:
    end = i + 2
    if word_at(tokens, end) == "end" and tokens.glued(end):
        return None
    phrase = f"{step} {kind}"
    if kind == "year" and word_at(tokens, end) == "'s":
        inner = _of_that_year(tokens, end + 1, phrase)
        if inner is not None:
            return inner
    if kind == "week":
        on = end + (word_at(tokens, end) == "on")
        weekday = weekday_at(tokens, on)
        if weekday is not None:
            wording = f"{tokens.lowers[on]} {phrase}"
            date = PartialDate(weekday=weekday[0], relative=wording)
            return DateMatch(date, weekday[1], "weekday-week")
    if step in ("same", "that") and word_at(tokens, end) in words("steps"):
        tail = _step(tokens, end)
        if tail is not None and tail.date.relative is not None:
            phrase, end = f"{phrase} {tail.date.relative}", tail.end
    return DateMatch(PartialDate(relative=phrase), end, "relative-period")


def _of_that_year(tokens: Tokens, i: int, year: str) -> DateMatch | None:
    """The "third quarter" of "last year's third quarter", the "March" of "this year's March"."""
    place = ordinal_at(tokens, i)
    if place is None:
        month = month_at(tokens, i, beside=False)
        if month is None:
            return None
        date, end = PartialDate(month=month[0]), month[1]
    elif word_at(tokens, place[1]) == "quarter" and place[0] <= 4:
        date, end = PartialDate(quarter=place[0]), place[1] + 1
    elif word_at(tokens, place[1]) == "half" and place[0] <= 2:
        half = "first half" if place[0] == 1 else "second half"
        date, end = PartialDate(season=half), place[1] + 1
    else:
        return None
    return DateMatch(date._replace(relative=f"{_spoken(date)} {year}"), end, "part-of-relative")


def _counted(tokens: Tokens, i: int) -> DateMatch | None:
    """ "A year earlier", "10 days ago", "a few weeks ago", "1 month and 21 days ago".

    "A year before the war" is one too, "40 years before the war" a duration, and "dated to 4,000
    years ago" an age.
    """
    pieces: list[str] = []
    at = i
    for _ in range(_CHAIN):
        found = _count_and_unit(tokens, at)
        if found is None:
            return None
        pieces.append(found[0])
        at = found[1]
        if word_at(tokens, at) in words("ends") or word_at(tokens, at) in _HENCE:
            break
        at += word_at(tokens, at) in ("and", ",")
    tail = word_at(tokens, at)
    several = len(pieces) > 1 or not pieces[0].startswith("1 ")
    if several and tail in ("before", "after"):
        return None
    if tail in _HENCE:
        if word_at(tokens, at + 1) != _HENCE[tail]:
            return None
        tail, at = "hence", at + 1
    if tail not in words("ends") or (tail == "ago" and _tells_age(tokens, i)):
        return None
    date = PartialDate(relative=f"{' '.join(pieces)} {tail}")
    return DateMatch(date, at + 1, "relative-count")


def _tells_age(tokens: Tokens, i: int) -> bool:
    """Whether what is dated so long ago, and not done: "the temple dates to about 4,000 years"."""
    lowers = tokens.lowers[max(0, i - _DATED_REACH) : i]
    return any(verb in words("dated") and to in words("dated_to") for verb, to in pairwise(lowers))


def _count_and_unit(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """ "10 days", "a week", "a few months", and the token after it."""
    start = i + (word_at(tokens, i) == "a" and word_at(tokens, i + 1) in words("reaching counts"))
    count = _how_many(tokens, start, least=1)
    if count is None:
        return None
    at = count[1] + (word_at(tokens, count[1]) in HYPHENS)
    kind = _singular(word_at(tokens, at))
    if kind not in words("units"):
        return None
    plural = "s" if count[0] != "1" else ""
    return f"{count[0]} {kind}{plural}", at + 1 + (word_at(tokens, at + 1) in HYPHENS)


def _singular(unit: str) -> str:
    return "century" if unit == "centuries" else unit.removesuffix("s")


def _reaching(tokens: Tokens, i: int) -> DateMatch | None:
    """A period that ends or begins with the day: "the past three months", "the next 5 years"."""
    step = word_at(tokens, i)
    if step == "last" and word_at(tokens, i - 1) in words("last_verb"):
        return None  # "will last three weekends"
    count = _how_many(tokens, i + (step in words("reaching")), least=2)
    if count is None:
        return None
    number, at = count
    if step not in words("reaching"):
        step, at = word_at(tokens, at), at + 1  # "the five past years"
        if step not in words("reaching"):
            return None
    unit = _singular(word_at(tokens, at))
    if unit == word_at(tokens, at) or unit not in words("reaching units"):
        return None
    if word_at(tokens, at + 1) in _ON:
        return None
    return DateMatch(PartialDate(relative=f"{step} {number} {unit}s"), at + 1, "relative-reach")


def _how_many(tokens: Tokens, i: int, least: int) -> tuple[str, int] | None:
    """A whole number from `least` on, or a word such as "few", and the token after it."""
    for phrase in (tokens.lowers[i : i + 2], tokens.lowers[i : i + 1]):
        if " ".join(phrase) in words("reaching counts"):
            return phrase[0], i + len(phrase)
    word = word_at(tokens, i)
    small = tables()["small"].get(word)
    if small is not None and word_at(tokens, i + 1) not in HYPHENS:
        return (str(small), i + 1) if small >= least else None
    count = small_number(tokens, i)
    if count is None or count[0].denominator != 1 or not least <= count[0] < 10_000:
        return None
    return str(count[0]), count[1]


def running(tokens: Tokens, i: int) -> DateMatch | None:
    """The "year" of "the end of the year": the one that the text is of."""
    unit = word_at(tokens, i)
    if unit not in words("running"):
        return None
    return DateMatch(PartialDate(relative=f"this {unit}"), i + 1, "relative-period")


def with_tail(tokens: Tokens, date: PartialDate, end: int, rule: str) -> DateMatch:
    """A date with the year behind it, absolute or relative."""
    if date.year is None:
        tail = tail_of(tokens, end)
        if tail is not None:
            phrase = f"{_spoken(date)} {tail[0]}"
            return DateMatch(date._replace(relative=phrase), tail[1], rule)
    return DateMatch(date, end, rule)


def _spoken(date: PartialDate) -> str:
    if date.month is None:
        return str(date).lower()
    months = {number: name for name, number in numbers("months").items()}
    day = f"{date.day} " if date.day is not None else ""
    season = f"{date.season} " if date.season is not None else ""
    return f"{season}{day}{months[date.month]}"


def tail_of(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The year that relative wording gives a date in front of it: "in March last year"."""
    start = i + (word_at(tokens, i) in ("of", ","))
    start += word_at(tokens, start) == "the"
    found = _step(tokens, start)
    if found is None or found.date.relative is None or not found.date.relative.endswith("year"):
        found = _counted(tokens, start)
        if found is None or "year" not in str(found.date.relative):
            return None
    return str(found.date.relative), found.end
