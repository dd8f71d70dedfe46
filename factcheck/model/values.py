"""Spans, intervals, units, dates: the values that figures are made of.

Numbers are `fractions.Fraction` throughout: they are compared, converted and rounded
exactly, never as binary floats.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points in the original input: `text[start:end]`."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The piece of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a wording allows. `None` is an infinite end, which is always open."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Fraction | int) -> Interval:
        """The interval that holds `value` alone."""
        exact = Fraction(value)
        return cls(exact, exact)

    @property
    def is_point(self) -> bool:
        """Whether exactly one value is allowed."""
        return self.low is not None and (self.low is self.high or self.low == self.high)

    def contains(self, value: Fraction) -> bool:
        """Whether `value` is allowed."""
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return not (
            self.high is not None and (value > self.high or (self.high_open and value == self.high))
        )

    def overlaps(self, other: Interval) -> bool:
        """Whether some value is allowed by both."""
        return not (self._lies_below(other) or other._lies_below(self))

    def _lies_below(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def map(self, factor: Fraction, offset: Fraction = Fraction(0)) -> Interval:
        """The interval after `x * factor + offset`; `factor` must be positive."""
        return Interval(
            None if self.low is None else self.low * factor + offset,
            None if self.high is None else self.high * factor + offset,
            self.low_open,
            self.high_open,
        )


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read.

    Attributes:
        written: as it stands in the text ("km", "percent", "euros").
        symbol: the canonical name ("kilometre", "percent", "EUR").
        dimension: what is measured ("length", "temperature", "money:EUR", "share").
        base: canonical name of the dimension's base unit.
        factor: base units in one of this unit, exactly (a kilometre is 1000 metres).
        offset: base value of zero of this unit (0 °C is 273.15 K); 0 elsewhere.
        per: denominator of a rate as a canonical phrase ("week", "1000 live birth"), or None.
    """

    written: str
    symbol: str
    dimension: str
    base: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    per: str | None = None


class PartialDate(NamedTuple):
    """A date with the precision it was given in; a field that was not said is None.

    `relative` keeps wording that needs a document date to be resolved ("last year",
    "Thursday"), lower-case; such dates are equal when their wording is. `until` makes a period
    of it, from the first of this date to the last of that one.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    quarter: int | None = None
    season: str | None = None
    decade: bool = False  # the 1990s: `year` is its first
    relative: str | None = None
    until: PartialDate | None = None

    def __str__(self) -> str:
        return self._first() if self.until is None else f"{self._first()} to {self.until}"

    def _first(self) -> str:
        if self.relative is not None:
            return self.relative
        numbers = []
        if self.year is not None:
            numbers.append(f"{self.year:04d}")
        if self.quarter is not None:
            numbers.append(f"Q{self.quarter}")
        if self.month is not None:
            numbers.append(f"{self.month:02d}")
        if self.day is not None:
            numbers.append(f"{self.day:02d}")
        number = "-".join(numbers) + ("s" if self.decade else "")
        if self.weekday is None and not self.season:
            return number
        named = _WEEKDAYS[self.weekday] if self.weekday is not None else ""
        return " ".join(filter(None, (named, self.season, number)))


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
