"""A number as it is written, before anything is known of what it counts."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple


class Number(NamedTuple):
    """A number as written, before sign, hedge and unit.

    Attributes:
        value: nominal value, None where only an interval is named ("dozens").
        precision: place of its last significant digit; None with `value`.
        low, high: ends of what the word itself allows; equal to `value` for exact numbers.
        high_open: whether `high` itself is excluded.
        first, last: its tokens.
        scale: the magnitude that the digits are multiplied by (10⁶ in "1.2 million"), 1 else.
        trailing: the product of all magnitude words at its end (10⁵ in "three hundred thousand").
        plain: bare digits without grouping or decimals: may be a year or a label.
        spelled: written in words.
        fraction: a fraction word or quotient ("a third", "3/4"), which may be a share.
        rules: names of the readers.
    """

    value: Fraction | None
    precision: Fraction | None
    low: Fraction
    high: Fraction
    first: int
    last: int
    high_open: bool = False
    scale: int = 1
    plain: bool = False
    spelled: bool = False
    fraction: bool = False
    rules: tuple[str, ...] = ()
    trailing: int = 1

    @property
    def vague(self) -> bool:
        """Whether the word names an interval rather than a number."""
        return self.value is None


@lru_cache(maxsize=4096)
def exact(written: str | int) -> Fraction:
    """The value of a decimal or quotient of the data files."""
    return Fraction(written)


def number(
    value: Fraction,
    precision: Fraction,
    first: int,
    last: int,
    *rules: str,
    scale: int = 1,
    plain: bool = False,
    spelled: bool = False,
    fraction: bool = False,
) -> Number:
    """An exact number, whose interval is its value."""
    return Number(
        *(value, precision, value, value, first, last),
        False,
        scale,
        plain,
        spelled,
        fraction,
        rules,
    )
