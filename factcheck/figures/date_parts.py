"""The pieces of a date: years, days, months, weekdays, at one place in the tokens.

Each reader returns what it found and the token after it, or None.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.figures.date_data import numbers, words
from factcheck.model import PartialDate
from factcheck.text.tokens import Tokens

HYPHENS: Final = frozenset("-‐‑–—")
# What may stand between the day, the month and the year of "05-Aug-2016".
JOINTS: Final = HYPHENS | {"/"}
# What makes a period of the dates or times on its sides.
THROUGH: Final = HYPHENS | {"to", "through", "thru", "until", "till", "~"}
APOSTROPHES: Final = frozenset("'’‘ʼ")
_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_MONTH_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Two-digit years up to 68 are of this century, as POSIX strptime has it.
_PIVOT: Final = 69


class DateMatch(NamedTuple):
    """A date in the text: `end` is the token after it, `rule` names what read it."""

    date: PartialDate
    end: int
    rule: str


def word_at(tokens: Tokens, i: int) -> str:
    """The lower-case token, "" beyond either end."""
    lowers = tokens.lowers
    return lowers[i] if 0 <= i < len(lowers) else ""


def is_valid(month: int, day: int) -> bool:
    """Whether some year has this day."""
    return 1 <= month <= 12 and 1 <= day <= _MONTH_DAYS[month - 1]


def days_in(year: int, month: int) -> int:
    """How many days a month has; `calendar` knows it as well, and reads the locale first."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 if month == 2 and not leap else _MONTH_DAYS[month - 1]


def is_digits(text: str) -> bool:
    """Whether `text` is all ASCII digits."""
    return text.isascii() and text.isdigit()


def whole_at(tokens: Tokens, i: int) -> int | None:
    """The whole number of at most four digits at `i`."""
    text = word_at(tokens, i)
    return int(text) if is_digits(text) and len(text) <= 4 else None


def full_year(two_digits: int) -> int:
    """The year that two digits stand for."""
    return two_digits + (2000 if two_digits < _PIVOT else 1900)


def year_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A year of four digits, 1000 to 2199, that no letter or digit touches."""
    text = word_at(tokens, i)
    if len(text) != 4 or not is_digits(text) or not 1000 <= int(text) <= 2199:
        return None
    after = tokens.texts[i + 1] if tokens.glued(i + 1) else ""
    if after[:1].isalpha() or (after in ("%", "°")):
        return None
    return int(text), i + 1


def any_year_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A year of four digits, or of two behind an apostrophe ("Q3 ’24")."""
    if word_at(tokens, i) in APOSTROPHES and tokens.glued(i + 1):
        text = word_at(tokens, i + 1)
        if len(text) == 2 and is_digits(text) and not word_at(tokens, i + 2).startswith("s"):
            return full_year(int(text)), i + 2
    return year_at(tokens, i)


def year_behind(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """The year behind a month or period, past a comma or "of"; (None, i) without one."""
    start = i + 1 if word_at(tokens, i) in ("of", ",", "in") else i
    found = any_year_at(tokens, start)
    return found or (None, i)


def day_at(tokens: Tokens, i: int) -> tuple[int, int, bool] | None:
    """A day of the month, the token after it, and whether it is written as an ordinal."""
    text = word_at(tokens, i)
    if len(text) > 2 or not is_digits(text) or not 1 <= int(text) <= 31:
        return None
    if tokens.glued(i + 1) and word_at(tokens, i + 1) in _ENDINGS:
        return int(text), i + 2, True
    if tokens.glued(i + 1) and tokens.texts[i + 1][0].isalpha():
        return None
    return int(text), i + 1, False


def month_at(tokens: Tokens, i: int, *, beside: bool) -> tuple[int, int] | None:
    """A month's name.

    Args:
        tokens: the text.
        i: where to look.
        beside: whether a day or year stands beside it; only then are short forms read, and
            the months that are also words.
    """
    word = word_at(tokens, i)
    if not word or not word[0].isalpha():
        return None
    month = numbers("months").get(word)
    capital = tokens.texts[i][0].isupper()
    if month is not None:
        named = capital or word not in words("capital months") or (beside and _dated(tokens, i))
        return (month, i + 1) if named else None
    month = numbers("short months").get(word)
    if month is None or not capital or not (beside or word.endswith(".")):
        return None
    end = i + 1
    if word_at(tokens, end) == "." and tokens.glued(end) and word_at(tokens, end + 1)[:1].isdigit():
        end += 1
    return month, end


def _dated(tokens: Tokens, i: int) -> bool:
    """Whether a word in lower case can only be a month: "by march 20", "on 4 may 2020".

    "In march 20 people fell" and "on 4 may reach" leave it open.
    """
    behind, front = day_at(tokens, i + 1), word_at(tokens, i - 1)
    if behind is not None:
        year = any_year_at(tokens, behind[1] + (word_at(tokens, behind[1]) == ","))
        return behind[2] or year is not None or front in words("before_month_day")
    at = i - 2 if front in _ENDINGS else i - 1
    if not is_digits(word_at(tokens, at)):
        return False
    return year_at(tokens, i + 1) is not None or word_at(tokens, at - 1) in words(
        "before_month_day"
    )


def weekday_at(tokens: Tokens, i: int, *, beside: bool = False) -> tuple[int, int] | None:
    """A weekday's name; short forms only beside a date."""
    word = word_at(tokens, i)
    day = numbers("weekdays").get(word)
    if day is not None:
        return day, i + 1
    day = numbers("short weekdays").get(word) if beside else None
    if day is None or not tokens.texts[i][0].isupper():
        return None
    end = i + 1
    return day, end + (word_at(tokens, end) == "." and tokens.glued(end))


def ordinal_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """An ordinal, in words ("third", "twenty-first") or digits ("3rd")."""
    text = word_at(tokens, i)
    number = numbers("ordinals").get(text)
    if number is not None:
        return number, i + 1
    tens = numbers("tens").get(text)
    if tens is not None:
        at = i + 1 + (word_at(tokens, i + 1) in HYPHENS)
        unit = numbers("ordinals").get(word_at(tokens, at), 99)
        return (tens + unit, at + 1) if unit < 10 else None
    ended = tokens.glued(i + 1) and word_at(tokens, i + 1) in _ENDINGS
    return (int(text), i + 2) if ended and len(text) <= 2 and is_digits(text) else None


def any_day_at(tokens: Tokens, i: int) -> tuple[int, int, bool] | None:
    """A day of the month, also as "the 3rd" or "the twenty-first"; see `day_at`."""
    start = i + (word_at(tokens, i) == "the")
    found = day_at(tokens, start)
    if found is None:
        ordinal = ordinal_at(tokens, start)
        return (*ordinal, True) if ordinal is not None and ordinal[0] <= 31 else None
    return found if found[2] or start == i else None


def past_joint(tokens: Tokens, i: int) -> int:
    """Past one hyphen ("third-quarter"), else `i` itself."""
    return i + 1 if word_at(tokens, i) in HYPHENS and tokens.glued(i) else i
