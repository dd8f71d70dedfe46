"""Reading times of day, as minutes after midnight."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.figures.compound import is_number_word, small_number
from factcheck.figures.date_data import numbers, words
from factcheck.figures.date_parts import HYPHENS, THROUGH, is_digits, whole_at, word_at
from factcheck.text.tokens import Tokens

_HALVES: Final = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 720, "p.m.": 720, "p.m": 720}
_SPOKEN: Final = {"half": 30, "quarter": 15}
_MINUTES: Final = frozenset({"m", "min", "mins"})
_DAY: Final = 1440
# What can stand behind the hour in digits, or its minutes, so that it is a time of day.
BEHIND_HOUR: Final = frozenset({
    *_HALVES, "a", "p", ":", "h", "hours", "gmt", "utc", "o", "oclock", "noon", "midnight", "past",
    "in", "on", "at", "min", "mins", "minutes",
})  # fmt: skip


class TimeMatch(NamedTuple):
    """A time of day: `minutes` after midnight; `end` is the token after it.

    `until` is the end of a period ("9am-5pm"), beyond 1440 where that is of the next day.
    """

    minutes: Fraction
    end: int
    rule: str
    until: Fraction | None = None


def match_time(tokens: Tokens, i: int) -> TimeMatch | None:
    """The time of day that starts at token `i`, or the period from one time to another.

    "1:59:40" with one digit of hours is a duration (`compound.match_compound`), "6.05" without
    "a.m." a number.
    """
    if not 0 <= i < len(tokens.texts):
        return None
    found = _single(tokens, i)
    if found is None:
        return _shared_half(tokens, i)
    if not _is_through(tokens, i, found.end):
        return found
    last = _single(tokens, found.end + 1)
    if last is None:
        return found
    first = found.minutes
    if found.rule == "clock-24" and last.rule == "clock-half-day":
        first = _in_half_of(first, last.minutes)
    return _period(first, last)


def _single(tokens: Tokens, i: int) -> TimeMatch | None:
    word = word_at(tokens, i)
    named = numbers("clock").get(word)
    if named is not None:
        return TimeMatch(Fraction(named), i + 1, "clock-name")
    if word[:1].isdigit():
        return _digits(tokens, i)
    if word not in _SPOKEN and not is_number_word(word):
        return None
    return _spoken(tokens, i) or _o_clock(tokens, i) or _worded(tokens, i)


def _is_through(tokens: Tokens, i: int, at: int) -> bool:
    """Whether the token at `at` makes a period of the time that starts at `i` and the next."""
    joint = word_at(tokens, at)
    return joint in THROUGH or (joint == "and" and word_at(tokens, i - 1) == "between")


def _shared_half(tokens: Tokens, i: int) -> TimeMatch | None:
    """ "5-6pm", "between 9.30 and 11am": the first time has the half of the day of the last."""
    if not _is_through(tokens, i, i + 1) or not tokens.texts[i][0].isdigit():
        return None
    hour, _, minute = tokens.texts[i].partition(".")
    if (
        not is_digits(hour)
        or len(hour) > 2
        or len(minute) not in (0, 2)
        or not 1 <= int(hour) <= 12
    ):
        return None
    if minute and (not is_digits(minute) or int(minute) > 59):
        return None
    last = _single(tokens, i + 2) or _worded(tokens, i + 2, told=True)
    first = Fraction(int(hour) * 60 + int(minute or 0))
    if last is None:
        return None
    if last.rule == "clock-24" and word_at(tokens, i - 1) in ("between", "from"):
        return _period(first, last) if first < last.minutes else None  # "between 10 and 11:30"
    if last.rule not in ("clock-half-day", "clock-name"):
        return None
    return _period(_in_half_of(first, last.minutes), last)


def _in_half_of(first: Fraction, last: Fraction) -> Fraction:
    """The first of two times in the half of the day in which it lies before the last."""
    ways = (first % 720, first % 720 + 720)
    before = [way for way in ways if way < last]
    return max(before, default=ways[0])


def _period(first: Fraction, last: TimeMatch) -> TimeMatch:
    until = last.minutes + (_DAY if last.minutes <= first else 0)
    return TimeMatch(first, last.end, "clock-period", until)


def _digits(tokens: Tokens, i: int) -> TimeMatch | None:
    if word_at(tokens, i + 1) not in BEHIND_HOUR:
        return None
    found = _dotted(tokens, i) or _colons(tokens, i) or _plain(tokens, i) or _o_clock(tokens, i)
    return found or _spoken(tokens, i) or _worded(tokens, i)


def _half_of_day(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Minutes to add for a.m. or p.m. at `i`, and the token after it."""
    word = word_at(tokens, i)
    if word in _HALVES:
        return _HALVES[word], i + 1
    if word in ("a", "p") and word_at(tokens, i + 1) == "." and word_at(tokens, i + 2) == "m":
        return _HALVES[word + "m"], i + 3
    return None


def _part_of_day(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The same for "in the morning", "on the evening of", "at night"."""
    if word_at(tokens, i) in ("in", "on") and word_at(tokens, i + 1) == "the":
        half = numbers("day parts").get(word_at(tokens, i + 2))
        return None if half is None else (half, i + 3)
    if tokens.lowers[i : i + 2] == ("at", "night"):
        return 720, i + 2
    return None


def _past_zone(tokens: Tokens, i: int) -> int:
    """Past "GMT" or "local time"."""
    if tokens.lowers[i : i + 2] == ("local", "time"):
        return i + 2
    return i + (word_at(tokens, i) in words("zones"))


def _on_twelve(
    tokens: Tokens, hour: int, minute: Fraction, end: int, rule: str
) -> TimeMatch | None:
    """The time on a twelve-hour clock, if a.m. or p.m. stands at `end`."""
    half = _half_of_day(tokens, end)
    if half is None or not 1 <= hour <= 12 or minute >= 60:
        return None
    return TimeMatch(hour % 12 * 60 + minute + half[0], _past_zone(tokens, half[1]), rule)


def _dotted(tokens: Tokens, i: int) -> TimeMatch | None:
    """6.05 a.m., and "at 6.05 in the morning"."""
    hour, dot, minute = tokens.texts[i].partition(".")
    if not dot or not is_digits(hour) or len(hour) > 2 or len(minute) != 2 or not is_digits(minute):
        return None
    found = _on_twelve(tokens, int(hour), Fraction(minute), i + 1, "clock-half-day")
    if found is not None or word_at(tokens, i - 1) not in words("clock_before"):
        return found
    half = _part_of_day(tokens, i + 1)
    if half is None or not 1 <= int(hour) <= 12 or int(minute) > 59:
        return None
    return TimeMatch(int(hour) % 12 * 60 + Fraction(minute) + half[0], half[1], "clock-half-day")


def _colons(tokens: Tokens, i: int) -> TimeMatch | None:
    """06:05, 6:05 pm, 09:30:15, 17h30."""
    text, joint, after = tokens.texts[i], word_at(tokens, i + 1), word_at(tokens, i + 2)
    if not is_digits(text) or len(text) > 2 or len(after.partition(".")[0]) != 2:
        return None
    if joint not in (":", "h") or not tokens.glued(i + 1) or not tokens.glued(i + 2):
        return None
    minute, end = Fraction(after if is_digits(after) else 99), i + 3
    if joint == "h" and word_at(tokens, end) in _MINUTES:
        return None  # "1h30m" is how long
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
    half = _part_of_day(tokens, end) if 1 <= int(text) <= 12 else None
    if half is not None:
        return TimeMatch(int(text) % 12 * 60 + minute + half[0], half[1], "clock-half-day")
    return TimeMatch(int(text) * 60 + minute, _past_zone(tokens, end), "clock-24")


def _plain(tokens: Tokens, i: int) -> TimeMatch | None:
    """6pm, 9 AM, 1140 a.m., 12 noon, 0605 GMT, 1430 hours."""
    text = tokens.texts[i]
    if not is_digits(text) or len(text) > 4:
        return None
    long = len(text) > 2
    hour, minute = (int(text[:-2]), int(text[-2:])) if long else (int(text), 0)
    found = _on_twelve(tokens, hour, Fraction(minute), i + 1, "clock-half-day")
    if found is not None:
        return found
    after = word_at(tokens, i + 1)
    if text == "12" and after in numbers("clock"):
        return TimeMatch(Fraction(numbers("clock")[after]), i + 2, "clock-name")
    if len(text) != 4 or hour > 23 or minute > 59:
        return None
    told = word_at(tokens, i - 1) in words("clock_before") or text[0] == "0"
    soldierly = after == "hours" and (told or text[2:] in ("00", "30"))
    if after in ("gmt", "utc") or (soldierly and word_at(tokens, i + 2) != "of"):
        return TimeMatch(Fraction(hour * 60 + minute), i + 2, "clock-military")
    return None


def _worded(tokens: Tokens, i: int, *, told: bool = False) -> TimeMatch | None:
    """ "Seven p.m.", "at 10 in the morning"; `told` where a time is sure to be spoken of."""
    hour = small_number(tokens, i)
    if hour is None or hour[0].denominator != 1 or not 1 <= hour[0] <= 12:
        return None
    half = _half_of_day(tokens, hour[1])
    if half is None and (told or word_at(tokens, i - 1) in words("clock_before")):
        half = _part_of_day(tokens, hour[1])
    if half is None or word_at(tokens, i) in ("a", "an"):
        return None
    return TimeMatch(hour[0] % 12 * 60 + half[0], _past_zone(tokens, half[1]), "clock-half-day")


def _o_clock(tokens: Tokens, i: int) -> TimeMatch | None:
    """6 o'clock, six o'clock."""
    hour = small_number(tokens, i)
    if hour is None or hour[0].denominator != 1 or not 1 <= hour[0] <= 12:
        return None
    end = _past_o_clock(tokens, hour[1])
    if end == hour[1]:
        return None
    half = _half_of_day(tokens, end) or _part_of_day(tokens, end)
    minutes = hour[0] % 12 * 60 + half[0] if half else hour[0] * 60
    return TimeMatch(minutes, half[1] if half else end, "clock-o-clock")


def _past_o_clock(tokens: Tokens, i: int) -> int:
    """Past "o'clock" where it stands at `i`."""
    if tokens.lowers[i : i + 3] == ("o", "'", "clock"):
        return i + 3
    return i + (word_at(tokens, i) == "oclock")


def _spoken(tokens: Tokens, i: int) -> TimeMatch | None:
    """Half past six, quarter to seven, ten past six."""
    start = i + (word_at(tokens, i) == "a" and word_at(tokens, i + 1) == "quarter")
    minutes = _SPOKEN.get(word_at(tokens, start))
    end = start + 1 + (word_at(tokens, start + 1) in HYPHENS)  # "half-past nine"
    if minutes is None:
        count = small_number(tokens, i)
        if count is None or count[0].denominator != 1 or not 1 < count[0] < 30:
            return None
        minutes, end = int(count[0]), count[1]
        named = word_at(tokens, end) in words("minutes")
        if minutes % 5 and not named:
            return None
        end += named
    way = word_at(tokens, end)
    hour = small_number(tokens, end + 1)
    if way not in ("past", "to") or hour is None or hour[0].denominator != 1:
        return None
    if not 1 <= hour[0] <= 12 or (way == "to" and minutes == 30):
        return None
    if way == "to" and word_at(tokens, start) not in _SPOKEN:
        return None  # "ten to seven" is a vote or a score, "five minutes to ten" a wait
    end = _past_o_clock(tokens, hour[1])
    half = _half_of_day(tokens, end) or _part_of_day(tokens, end)
    whole = hour[0] % 12 * 60 + half[0] if half else hour[0] * 60
    total = whole + (minutes if way == "past" else -minutes)
    return TimeMatch(total % _DAY, half[1] if half else end, "clock-spoken")
