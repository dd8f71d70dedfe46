"""Every tolerance of the contract in one frozen place.

Each default is the contract's own number (VERDICTS.md, section 3, where a table gives it);
what the contract leaves open is marked "ours" and explained in `docs/verdicts.md`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from fractions import Fraction

from factcheck.errors import ConfigError

# Shares that would let an interval reach below zero if they were larger than one.
_AT_MOST_ONE = frozenset(
    {"hedge_width", "near_width", "share_word_width", "bound_reach", "multiple_width"}
)
# At zero, "nearly n" would hold nothing, or else n itself; every bound would be loose.
_ABOVE_ZERO = frozenset({"hedge_degrees", "hedge_minutes", "near_width", "loose_bound"})


@dataclass(frozen=True, slots=True)
class Policy:
    """The tolerances of a check. Shares are fractions of one.

    Numbers may be given as int, float, `Decimal`, or text ("1/3"); they are kept as exact
    fractions, a float as the decimal that it is written as.

    Attributes:
        hedge_width: how far "about n" reaches, as an open share of n (contract: 10%).
        hedge_degrees: the same for temperatures, in kelvin (contract: 2 °C).
        hedge_minutes: the same for times of day, in minutes (ours: "about 8 p.m." is not 9).
        near_width: how far "nearly n" reaches down and "just over n" up (contract: 10%).
        share_word_width: how far "half", "a third", "doubled" reach (contract: 5%).
        rounding_error: largest error of a correct rounding, as a share of the reference's
            value (contract: 5%).
        rounding_error_one_digit: the same where the statement has one significant digit
            (contract: 10%).
        rounding_count_floor: counts of things round only from here on (contract: 100).
        bound_reach: how far beyond a reference's bound a plain statement may lie
            (contract: 25%).
        bound_degrees: the least that this reach is for temperatures, in kelvin (ours: it
            stands to `hedge_degrees` as 25% stands to 10%).
        loose_bound: a statement's bound is called loose where the value is more than this
            many times the bound, or less than its inverse (contract: 2).
        multiple_width: how exactly two values must stand in a stated ratio (contract: 5%).
        doubtful_conflicts: whether a conflict that hangs on a weak link (an event word that
            no lexicon knows) is shown as a conflict; otherwise it is novel with a note (ours).
        candidates: how many claims are aligned for one statement at most (ours: among
            100,000 claims on other topics the right one is among the first 20 in all of 500 cases,
            by `bench/irrelevant.py`; 12 did as well there, and missed one of a story with 20
            claims of its own).

    Raises:
        ConfigError: for a tolerance that is no number or outside its range.
    """

    hedge_width: Fraction = Fraction(10, 100)
    hedge_degrees: Fraction = Fraction(2)
    hedge_minutes: Fraction = Fraction(30)
    near_width: Fraction = Fraction(10, 100)
    share_word_width: Fraction = Fraction(5, 100)
    rounding_error: Fraction = Fraction(5, 100)
    rounding_error_one_digit: Fraction = Fraction(10, 100)
    rounding_count_floor: Fraction = Fraction(100)
    bound_reach: Fraction = Fraction(25, 100)
    bound_degrees: Fraction = Fraction(5)
    loose_bound: Fraction = Fraction(2)
    multiple_width: Fraction = Fraction(5, 100)
    doubtful_conflicts: bool = True
    candidates: int = 20

    def __post_init__(self) -> None:
        for field in fields(self):
            if field.type == "Fraction":
                exact = _tolerance(field.name, getattr(self, field.name))
                object.__setattr__(self, field.name, exact)
        if not isinstance(self.candidates, int) or self.candidates < 1:
            raise ConfigError(
                f"candidates {self.candidates!r} is no whole number from 1",
                where="policy",
                do="leave it out for the default",
            )


def _tolerance(name: str, given: object) -> Fraction:
    """One tolerance as an exact number within its range."""
    try:
        value = given if isinstance(given, Fraction) else Fraction(str(given))
    except (ValueError, ZeroDivisionError):
        raise ConfigError(
            f"{name} {given!r} is not a number", where="policy", do='write it as 0.1 or "1/10"'
        ) from None
    limits = ["above 0" if name in _ABOVE_ZERO else "at least 0"]
    if name in _AT_MOST_ONE:
        limits.append("at most 1")
    too_small = value < 0 or (name in _ABOVE_ZERO and not value)
    if too_small or (name in _AT_MOST_ONE and value > 1):
        raise ConfigError(
            f"{name} {given!r} is out of range",
            where="policy",
            do=f"it must be {' and '.join(limits)}",
        )
    return value
