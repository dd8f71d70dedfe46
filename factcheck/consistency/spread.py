"""What a number may stand for, and arithmetic with that.

A written number is rounded to its last significant digit, so that "1.2 million" is anything from
1.15 to 1.25 million. Of things that are counted in a list, few people round below a hundred, or to
one digit: 90 is 90, and 700 is 695 to 705.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.compare.intervals import interval_under
from factcheck.model import Figure, Hedge, Interval, Kind
from factcheck.policy import Policy

# Digits that are meant at least, where zeros are written out: 700 seats are hardly 651, nor are
# €700, where $1 million may be 1.04.
_DIGITS = 2
# Percentages are told to the point: "20%" is no 16%. "About 20%" may be, "some 41%" may not.
_POINT = Fraction(1)
_ROUND_SHARE = 5


def spread(figure: Figure, policy: Policy) -> Interval:
    """All values that would be written as a figure is, in base units.

    Args:
        figure: any but a date.
        policy: the tolerances; from its rounding floor down, things are counted exactly.
    """
    written = interval_under(figure, policy)
    if figure.value is not None and (
        (figure.hedge is Hedge.PLAIN and written.is_point) or _is_told_to_the_point(figure)
    ):
        half = _half_step(figure, figure.value, policy)
        written = Interval(figure.value - half, figure.value + half)
    return written if figure.unit is None else written.map(figure.unit.factor)


def spread_beside(figure: Figure, other: Figure, policy: Policy) -> Interval:
    """The same for a figure that is told with another of its sort, from which it changed.

    Whoever writes £1,696 does not mean £1,550 by £1,600: of two plain levels, the rounder one is
    rounded ten times as much as the other, at most.
    """
    plain = figure.hedge is Hedge.PLAIN and other.hedge is Hedge.PLAIN
    if plain and figure.precision and other.precision and figure.unit == other.unit:
        step = min(figure.precision, other.precision * 10)
        return spread(replace(figure, precision=step), policy)
    return spread(figure, policy)


def _is_told_to_the_point(figure: Figure) -> bool:
    """Whether a percentage is exact in spite of its "some"."""
    about = figure.hedge is Hedge.ABOUT and _is_percent(figure)
    return about and figure.value is not None and figure.value % _ROUND_SHARE != 0


def _is_percent(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension in ("share", "share_point")


def _half_step(figure: Figure, value: Fraction, policy: Policy) -> Fraction:
    """How far a plain figure may lie from what it stands for, at most."""
    step = figure.precision or Fraction(0)
    if _is_percent(figure):
        return min(step, _POINT) / 2
    limit = policy.rounding_error_one_digit if abs(value) < 10 * step else policy.rounding_error
    counted = figure.kind is Kind.COUNT or (figure.kind is Kind.RATE and step >= 1)
    if counted and abs(value) < policy.rounding_count_floor:
        return Fraction(0)
    if counted or not any(map(str.isalpha, figure.text)):
        digits = len(str(abs(value).numerator // value.denominator))
        step = min(step, Fraction(10) ** (digits - _DIGITS))
    return min(step / 2, limit * abs(value))


def summed(parts: list[Interval]) -> Interval:
    """The sum of several values."""
    lows = [part.low for part in parts]
    highs = [part.high for part in parts]
    low = None if None in lows else sum((x for x in lows if x is not None), Fraction(0))
    high = None if None in highs else sum((x for x in highs if x is not None), Fraction(0))
    return Interval(low, high)


def ratio(one: Interval, other: Interval) -> Interval | None:
    """One value as a share of another; None where either may be zero, less, or endless."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None
    if other.low <= 0 or one.low < 0:
        return None
    return Interval(one.low / other.high, one.high / other.low)
