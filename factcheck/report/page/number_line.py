"""Where the values of two figures lie on one axis, in units of a drawing."""

from __future__ import annotations

from fractions import Fraction
from math import log
from typing import Final, NamedTuple

from factcheck.model import Figure, Interval
from factcheck.report import words
from factcheck.report.readings import value_words

WIDTH: Final = 320
_MARGIN: Final = 26
_EDGE: Final = 6  # where an arrow ends
_LONGEST: Final = 40  # characters of a label
_LOGARITHMIC: Final = 50  # from this ratio on the smaller value would stick to the edge


class Bar(NamedTuple):
    """All values that a wording allows.

    Attributes:
        label: the figure in words, and its values where they are more than one.
        low, high: where it begins and ends; the same for a single value.
        low_end, high_end: "closed", "open" (the end itself is excluded) or "arrow" (there is none).
        anchor: to which side of `at` the label is written.
        at: where the label stands.
    """

    label: str
    low: float
    high: float
    low_end: str
    high_end: str
    anchor: str
    at: float

    @property
    def is_point(self) -> bool:
        """Whether it is drawn as a single value."""
        return self.low == self.high


class NumberLine(NamedTuple):
    """Two bars on one axis.

    Attributes:
        draft, reference: the bars.
        against: what the second is: "reference", or "elsewhere" in the draft.
        logarithmic: whether the axis is.
        told: the same in words.
    """

    draft: Bar
    reference: Bar
    against: str
    logarithmic: bool
    told: str


def number_line(ours: Figure, theirs: Figure, against: str = "reference") -> NumberLine | None:
    """Both figures on one axis; None where they have none in common.

    Args:
        ours: the draft's.
        theirs: what it is held against.
        against: what that is, in a word.
    """
    intervals = ours.base_interval, theirs.base_interval
    ends = [end for one in intervals for end in (one.low, one.high) if end is not None]
    if not _comparable(ours, theirs) or not ends:
        return None
    low, high = min(ends), max(ends)
    steep = low > 0 and high / low >= _LOGARITHMIC
    scale = _Scale(low, high, steep)
    draft, reference = (
        _bar(figure, interval, scale)
        for figure, interval in zip((ours, theirs), intervals, strict=True)
    )
    meet = "have values in common" if intervals[0].overlaps(intervals[1]) else "do not meet"
    told = f"Number line: draft {draft.label} and {against} {reference.label} {meet}"
    return NumberLine(draft, reference, against, steep, told)


def _comparable(ours: Figure, theirs: Figure) -> bool:
    """Whether both count in one dimension and one direction, and neither is a score or a date."""
    measured = {figure.unit.dimension if figure.unit else "" for figure in (ours, theirs)}
    plain = not any(figure.parts or figure.date for figure in (ours, theirs))
    return plain and len(measured) == 1 and ours.direction == theirs.direction


class _Scale(NamedTuple):
    low: Fraction
    high: Fraction
    logarithmic: bool

    def at(self, value: Fraction) -> float:
        """Where a value stands; exact values are rounded to be drawn, and for nothing else."""
        if self.low == self.high:
            return WIDTH / 2
        if self.logarithmic:
            share = (_log(value) - _log(self.low)) / (_log(self.high) - _log(self.low))
        else:
            share = float((value - self.low) / (self.high - self.low))
        return round(_MARGIN + share * (WIDTH - 2 * _MARGIN), 1)


def _log(value: Fraction) -> float:
    return log(value.numerator) - log(value.denominator)


def _bar(figure: Figure, interval: Interval, scale: _Scale) -> Bar:
    low = _EDGE if interval.low is None else scale.at(interval.low)
    high = WIDTH - _EDGE if interval.high is None else scale.at(interval.high)
    middle = (low + high) / 2
    anchor, at = "middle", middle
    if middle < WIDTH * 0.36:
        anchor, at = "start", min(low, _MARGIN * 2) - 8
    elif middle > WIDTH * 0.64:
        anchor, at = "end", max(high, WIDTH - _MARGIN * 2) + 8
    ends = (
        _end(interval.low, is_open=interval.low_open),
        _end(interval.high, is_open=interval.high_open),
    )
    return Bar(_label(figure), low, high, *ends, anchor, round(at, 1))


def _end(value: Fraction | None, *, is_open: bool) -> str:
    if value is None:
        return "arrow"
    return "open" if is_open else "closed"


def _label(figure: Figure) -> str:
    told = words.figure_words(figure)
    if not figure.interval.is_point:
        told = f"{told}: {value_words(figure)}"
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
