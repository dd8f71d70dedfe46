"""A small number line of plain characters: the values of a draft's figure above a reference's.

    draft      ●───────────────────────────────   65
    reference  ──────────────────────────────●─   72

A point is one value, a bar all the values that a wording allows; an arrow has no end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.model import Figure, Interval

_MARGIN: Final = 2  # columns that stay free on either side, for arrows


class Marks(NamedTuple):
    """The characters that a line is drawn with."""

    axis: str
    point: str
    bar: str
    ends: tuple[str, str]  # of a bar whose ends are allowed
    open_ends: tuple[str, str]  # of one whose ends are not
    arrows: tuple[str, str]  # of one without an end

    @property
    def drawn(self) -> str:
        """All of them."""
        return "".join((self.axis, self.point, self.bar, *self.ends, *self.open_ends, *self.arrows))


DRAWN: Final = Marks("─", "●", "━", ("┣", "┫"), ("○", "○"), ("◀", "▶"))
PLAIN: Final = Marks("-", "*", "=", ("[", "]"), ("(", ")"), ("<", ">"))


def number_line(figures: Sequence[Figure], width: int, marks: Marks) -> list[str]:
    """A line for each figure, all on one axis; none where they have no axis in common.

    Args:
        figures: at least two.
        width: columns of the axis.
        marks: what to draw with.
    """
    intervals = [figure.base_interval for figure in figures]
    known = [end for interval in intervals for end in _ends(interval)]
    if not _comparable(figures) or not known:
        return []
    if any(interval.low is interval.high is None for interval in intervals):
        return []
    low, high = min(known), max(known)
    scale = _Scale(low, high, width)
    return [_drawn(interval, scale, marks) for interval in intervals]


def _comparable(figures: Sequence[Figure]) -> bool:
    """Whether all of them count in one dimension, and none is a score or a date."""
    measured = {figure.unit.dimension if figure.unit else "" for figure in figures}
    ways = {figure.direction for figure in figures}
    return len(measured) == 1 and len(ways) == 1 and not any(f.parts or f.date for f in figures)


class _Scale(NamedTuple):
    low: Fraction
    high: Fraction
    width: int

    def at(self, value: Fraction) -> int:
        """The column of a value."""
        room = self.width - 1 - 2 * _MARGIN
        if self.low == self.high:
            return self.width // 2
        return _MARGIN + round((value - self.low) * room / (self.high - self.low))


def _drawn(interval: Interval, scale: _Scale, marks: Marks) -> str:
    cells = [marks.axis] * scale.width
    first = 0 if interval.low is None else scale.at(interval.low)
    last = scale.width - 1 if interval.high is None else scale.at(interval.high)
    if interval.is_point or first == last:
        cells[first] = marks.point
        return "".join(cells)
    cells[first : last + 1] = [marks.bar] * (last + 1 - first)
    cells[first] = _end(interval.low, interval.low_open, 0, marks)
    cells[last] = _end(interval.high, interval.high_open, 1, marks)
    return "".join(cells)


def _end(value: Fraction | None, is_open: bool, side: int, marks: Marks) -> str:
    if value is None:
        return marks.arrows[side]
    return marks.open_ends[side] if is_open else marks.ends[side]


def _ends(interval: Interval) -> Iterator[Fraction]:
    if interval.low is not None:
        yield interval.low
    if interval.high is not None:
        yield interval.high
