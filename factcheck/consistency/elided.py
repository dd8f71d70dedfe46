"""Figures that leave out what the figure before them said: "212 days: 58 on the first flight"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.frames.model import FigureFrame
from factcheck.model import Figure, Kind

_UNITED = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.RATE})


def sort_of(figure: Figure) -> tuple[str, str]:
    """What a figure has to share with another to be added to it: its kind and its dimension."""
    return figure.kind, figure.unit.dimension if figure.unit is not None else ""


def is_bare(frame: FigureFrame) -> bool:
    """Whether a number says neither its unit nor what it counts."""
    return frame.figure.kind is Kind.COUNT and frame.figure.unit is None and frame.counted < 0


def like(frame: FigureFrame, other: FigureFrame) -> FigureFrame | None:
    """A figure as one of the other's sort; None where it is of another.

    Args:
        frame: the figure; a bare number takes the unit of the other, and a price "in 2019" is one
            of whatever it is told of.
        other: the figure that said the unit.
    """
    ours, theirs = frame.figure, other.figure
    if sort_of(ours) == sort_of(theirs):
        same = ours.unit is None or theirs.unit is None or ours.unit.per == theirs.unit.per
        return frame if same else None
    lends = theirs.kind in _UNITED and theirs.unit is not None
    bare = is_bare(frame)
    price = ours.kind is Kind.MONEY and theirs.kind is Kind.RATE
    if price and ours.unit is not None and theirs.unit is not None:
        price = ours.unit.dimension == theirs.unit.dimension
    if not lends or not (bare or price):
        return None
    unit = theirs.unit if bare or ours.unit is None else ours.unit
    return frame._replace(figure=replace(ours, kind=theirs.kind, unit=unit))
