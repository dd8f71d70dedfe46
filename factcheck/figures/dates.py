"""Reading dates: calendar dates, months, years, periods, and relative wording.

`match_date` looks at one place only; where in a sentence dates may stand is the caller's
matter. One date is `date_single`'s, a period from one to another `date_ranges`'s.
"""

from __future__ import annotations

from functools import cache

from factcheck.figures.clock import BEHIND_HOUR, TimeMatch, match_time
from factcheck.figures.date_data import words
from factcheck.figures.date_order import date_relation, later, tiles
from factcheck.figures.date_parts import DateMatch, word_at
from factcheck.figures.date_ranges import BEHIND_DAY, days_of_month, with_end
from factcheck.figures.date_resolve import resolve
from factcheck.figures.date_single import single_date
from factcheck.text.tokens import Tokens

__all__ = [
    "DateMatch",
    "TimeMatch",
    "date_relation",
    "later",
    "match_date",
    "match_time",
    "may_open",
    "resolve",
    "tiles",
]


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
    if not 0 <= i < len(tokens.texts):
        return None
    found = days_of_month(tokens, i)
    if found is not None:
        return found
    found = single_date(tokens, i, locale)
    return found if found is None else with_end(tokens, i, found, locale)


def may_open(tokens: Tokens, i: int) -> bool:
    """Whether a date or a time of day can begin with the digits at token `i`; few numbers can.

    It can where a year has four digits or a date two stops, or by what stands behind.
    """
    text = tokens.texts[i]
    return len(text) == 4 or text.count(".") == 2 or word_at(tokens, i + 1) in _behind_digits()


@cache
def _behind_digits() -> frozenset[str]:
    """Every word or sign that may make a date or a time of the digits before it."""
    return BEHIND_HOUR | BEHIND_DAY | words("behind digits")
