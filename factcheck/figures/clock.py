"""Reading times of day, as minutes after midnight."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.figures.compound import is_number_word, small_number
from factcheck.figures.date_data import numbers, words
from factcheck.figures.date_parts import is_digits, whole_at, word_at
from factcheck.text.tokens import Tokens

_HALVES: Final = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 720, "p.m.": 720, "p.m": 720}
_SPOKEN: Final = {"half": 30, "quarter": 15}
_DAY: Final = 1440
# What can stand behind the hour in digits, or its minutes, so that it is a time of day.
_BEHIND_HOUR: Final = frozenset({*_HALVES, "a", "p", ":", "h", "hours", "gmt", "utc", "o"})


class TimeMatch(NamedTuple):
    """A time of day: `minutes` after midnight; `end` is the token after it."""

    minutes: Fraction
    end: int
    rule: str


def match_time(tokens: Tokens, i: int) -> TimeMatch | None:
    """The time of day that starts at token `i`.

    "1:59:40" with one digit of hours is a duration (`compound.match_compound`), "6.05" without
    "a.m." a number.
    """
    if not 0 <= i < len(tokens):
        return None
    word = tokens.lowers[i]
    named = numbers("clock").get(word)
    if named is not None:
        return TimeMatch(Fraction(named), i + 1, "clock-name")
    if tokens.texts[i][0].isdigit():
        return _digits(tokens, i)
    if word not in _SPOKEN and not is_number_word(word):
        return None
    return _spoken(tokens, i) or _o_clock(tokens, i)


def _digits(tokens: Tokens, i: int) -> TimeMatch | None:
    if word_at(tokens, i + 1) not in _BEHIND_HOUR:
        return None
    return _dotted(tokens, i) or _colons(tokens, i) or _plain(tokens, i) or _o_clock(tokens, i)


def _half_of_day(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Minutes to add for a.m. or p.m. at `i`, and the token after it."""
    word = word_at(tokens, i)
    if word in _HALVES:
        return _HALVES[word], i + 1
    if word in ("a", "p") and word_at(tokens, i + 1) == "." and word_at(tokens, i + 2) == "m":
        return _HALVES[word + "m"], i + 3
    return None


def _on_twelve(
    tokens: Tokens, hour: int, minute: Fraction, end: int, rule: str
) -> TimeMatch | None:
    """The time on a twelve-hour clock, if a.m. or p.m. stands at `end`."""
    half = _half_of_day(tokens, end)
    if half is None or not 1 <= hour <= 12 or minute >= 60:
        return None
    return TimeMatch(hour % 12 * 60 + minute + half[0], half[1], rule)


def _dotted(tokens: Tokens, i: int) -> TimeMatch | None:
    """6.05 a.m."""
    hour, dot, minute = tokens.texts[i].partition(".")
    if not dot or not is_digits(hour) or len(hour) > 2 or len(minute) != 2 or not is_digits(minute):
        return None
    return _on_twelve(tokens, int(hour), Fraction(minute), i + 1, "clock-half-day")


def _colons(tokens: Tokens, i: int) -> TimeMatch | None:
    """06:05, 6:05 pm, 09:30:15, 17h30."""
    text, joint, after = tokens.texts[i], word_at(tokens, i + 1), word_at(tokens, i + 2)
    if not is_digits(text) or len(text) > 2 or len(after.partition(".")[0]) != 2:
        return None
    if joint not in (":", "h") or not tokens.glued(i + 1) or not tokens.glued(i + 2):
        return None
    minute, end = Fraction(after if is_digits(after) else 99), i + 3
    if joint == ":" and word_at(tokens, end) == ":" and tokens.glued(end):
        seconds = whole_at(tokens, end + 1)
        half = _half_of_day(tokens, end + 2)
        if seconds is None or seconds >= 60 or (len(text) < 2 and half is None):
            return None
        minute, end = minute + Fraction(seconds, 60), end + 2
    found = _on_twelve(tokens, int(text), minute, end, "clock-half-day")
    if found is not None:
        return found
    if int(text) > 23 or minute >= 60:
        return None
    end += word_at(tokens, end) in words("zones")
    return TimeMatch(int(text) * 60 + minute, end, "clock-24")


def _plain(tokens: Tokens, i: int) -> TimeMatch | None:
    """6pm, 9 AM, 0605 GMT, 1800 hours."""
    text = tokens.texts[i]
    if not is_digits(text) or len(text) > 4:
        return None
    found = _on_twelve(tokens, int(text), Fraction(0), i + 1, "clock-half-day")
    if found is not None:
        return found
    zone = word_at(tokens, i + 1)
    soldierly = zone == "hours" and text[2:] in ("00", "30")
    if len(text) == 4 and (soldierly or zone in ("gmt", "utc")):
        hour, minute = int(text[:2]), int(text[2:])
        if hour < 24 and minute < 60 and (zone != "hours" or text[0] in "012"):
            return TimeMatch(Fraction(hour * 60 + minute), i + 2, "clock-military")
    return None


def _o_clock(tokens: Tokens, i: int) -> TimeMatch | None:
    """6 o'clock, six o'clock."""
    hour = small_number(tokens, i)
    if hour is None or hour[0].denominator != 1 or not 1 <= hour[0] <= 12:
        return None
    end = hour[1]
    if tokens.lowers[end : end + 3] != ("o", "'", "clock"):
        return None
    return TimeMatch(hour[0] * 60, end + 3, "clock-o-clock")


def _spoken(tokens: Tokens, i: int) -> TimeMatch | None:
    """Half past six, quarter to seven, ten past six."""
    start = i + (word_at(tokens, i) == "a" and word_at(tokens, i + 1) == "quarter")
    minutes = _SPOKEN.get(word_at(tokens, start))
    end = start + 1
    if minutes is None:
        count = small_number(tokens, i)
        if count is None or count[0].denominator != 1 or not 1 < count[0] < 30:
            return None
        minutes, end = int(count[0]), count[1]
        if minutes % 5:
            return None
    way = word_at(tokens, end)
    hour = small_number(tokens, end + 1)
    if way not in ("past", "to") or hour is None or hour[0].denominator != 1:
        return None
    if not 1 <= hour[0] <= 12 or (way == "to" and minutes == 30):
        return None
    if way == "to" and word_at(tokens, start) not in _SPOKEN:
        return None  # "ten to seven" is a vote or a score
    total = hour[0] * 60 + (minutes if way == "past" else -minutes)
    half = _half_of_day(tokens, hour[1])
    end = half[1] if half else hour[1]
    return TimeMatch((total + (half[0] if half else 0)) % _DAY, end, "clock-spoken")
