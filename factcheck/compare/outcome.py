"""What the rules of the comparison take and give."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.model import Difference, Figure, Hedge, Interval, Support

LOWER_BOUNDS = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})
UPPER_BOUNDS = frozenset({Hedge.LESS_THAN, Hedge.AT_MOST})
BOUNDS = LOWER_BOUNDS | UPPER_BOUNDS
APPROXIMATE = frozenset({Hedge.ABOUT, Hedge.NEARLY, Hedge.JUST_OVER})
SPREAD = frozenset({Hedge.RANGE, Hedge.MARGIN})

MORE_PRECISE = "more precise than the reference"
ONLY_A_BOUND = "the reference gives only a bound, and would have put another one"
LOOSE = "the bound is loose: the reference's value lies far from it"


class Comparison(NamedTuple):
    """The outcome of one comparison.

    Attributes:
        compatible: whether the statement's value and the reference's can both hold.
        support: how firmly, where they are compatible.
        rule: the name of the contract's rule that decided.
        notes: remarks for the editor.
        difference: distance between the nominal values, in the statement's unit.
        undecided: whether the two cannot be held against each other at all ("last year" and
            2024, where nobody knows the day that "last" counts from): neither supported nor
            excluded, so no reason for a conflict.
    """

    compatible: bool
    support: Support | None
    rule: str
    notes: tuple[str, ...] = ()
    difference: Difference | None = None
    undecided: bool = False


def agree(support: Support, rule: str, *notes: str) -> Comparison:
    """The values are compatible by `rule`."""
    return Comparison(True, support, rule, notes)


def exclude(rule: str, *notes: str) -> Comparison:
    """The values exclude each other by `rule`."""
    return Comparison(False, None, rule, notes)


def decide(holds: bool, support: Support, rule: str) -> Comparison:
    """Compatible with `support` where `holds`, else not, by the same rule."""
    return agree(support, rule) if holds else exclude(rule)


class Side(NamedTuple):
    """One figure's value and interval, in the statement's unit and under the check's policy.

    Attributes:
        figure: the figure as read, in its own unit.
        interval: the values it allows.
        value: its nominal value, None where it has none.
        hedge: how its wording bounds the value.
        converted: whether the two figures of the comparison are written in different units,
            so that the one cannot but be a rounding of the other.
    """

    figure: Figure
    interval: Interval
    value: Fraction | None
    hedge: Hedge
    converted: bool = False
