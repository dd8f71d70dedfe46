"""What the kinds of arithmetic share: a derived value, its operands, and how it is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.align.model import Aligned, Candidate
from factcheck.model import Figure, Hedge, Interval


class Derivation(NamedTuple):
    """One derivation, before it is held against the statement's figure.

    Attributes:
        value: the derived value in base units.
        interval: what it may be.
        hedge: how far it is trusted.
        operands: the references that it was derived from.
        words: how it was derived, for a note.
        aligned: the alignment of the operand that decides.
        complete: whether the operands are all there are, so that they may contradict as well.
    """

    value: Fraction | None
    interval: Interval
    hedge: Hedge
    operands: tuple[Candidate, ...]
    words: str
    aligned: Aligned
    complete: bool = True

    def as_figure(self, like: Figure) -> Figure:
        """The derived value as a figure of the statement's sort, in base units as it is.

        Args:
            like: the statement's figure, of which kind, text and span are taken.
        """
        unit = like.unit
        return replace(
            like,
            interval=self.interval,
            value=self.value,
            hedge=self.hedge,
            precision=None,
            unit=unit and replace(unit, factor=Fraction(1), offset=Fraction(0)),
        )


def value_of(candidate: Candidate) -> Fraction | None:
    """The value of a candidate's figure in base units; None for an interval or a whole sentence."""
    return None if candidate.frame is None else base_value(candidate.frame.figure)


def base_value(figure: Figure) -> Fraction | None:
    """The value of a figure in base units; None where it gives only an interval."""
    if figure.value is None or figure.unit is None:
        return figure.value
    return figure.value * figure.unit.factor + figure.unit.offset


def joint_hedge(*operands: Candidate) -> Hedge:
    """The hedge of what is derived from operands: "about" where any of them is hedged."""
    hedged = any(
        c.frame is not None and c.frame.figure.hedge not in (Hedge.PLAIN, Hedge.SHARE_WORD)
        for c in operands
    )
    return Hedge.ABOUT if hedged else Hedge.PLAIN


def around(value: Fraction, hedge: Hedge) -> Interval:
    """The interval of a derived value.

    Args:
        value: the derived value, in base units.
        hedge: as `joint_hedge` gives it.

    Returns:
        The value itself, or an open tenth on both sides of it, as the contract reads "about".
    """
    if hedge is Hedge.PLAIN:
        return Interval.point(value)
    width = abs(value) / 10
    return Interval(value - width, value + width, True, True)


def text_of(candidate: Candidate) -> str:
    """A candidate's figure in its own words, or the id of its claim."""
    return candidate.frame.figure.text if candidate.frame else candidate.claim.id


def number(value: Fraction) -> str:
    """A derived number as a note shows it: an integer, or to four digits below a thousand."""
    if value.denominator == 1 or abs(value) >= 1000:
        return f"{round(value):,}"  # never through a float, which has an end
    return f"{float(value):,.4g}"


def percent(value: Fraction) -> str:
    """A share as a note shows it, to three digits."""
    return f"{float(value * 100):.3g}%"
