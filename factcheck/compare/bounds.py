"""Comparing bounds: "more than 300", "at most 20", "up to 50"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.compare.intervals import degree_of, holds_all, reads_degrees
from factcheck.compare.outcome import (
    APPROXIMATE,
    BOUNDS,
    LOOSE,
    LOWER_BOUNDS,
    ONLY_A_BOUND,
    SPREAD,
    UPPER_BOUNDS,
    Comparison,
    Side,
    agree,
    decide,
    exclude,
)
from factcheck.compare.rounding import rounds
from factcheck.model import Hedge, Interval, Support
from factcheck.policy import Policy

_NOMINAL = APPROXIMATE | {Hedge.SHARE_WORD}


def attested_maximum(ours: Side, theirs: Side, policy: Policy) -> Comparison:
    """ "Up to n": n itself is compared with the other side's upper end.

    A bound on the other side has no upper end of its own, or none that was attested: there n
    is held against it like any plain value (ours).
    """
    rule = "attested maximum"
    if ours.hedge is theirs.hedge:
        if ours.value == theirs.value:
            return agree(Support.EXACT, rule)
        return decide(rounds(ours, theirs, policy), Support.BOUND, rule)
    maximum, other = (ours, theirs) if ours.hedge is Hedge.UP_TO else (theirs, ours)
    if maximum.value is None:
        return decide(ours.interval.overlaps(theirs.interval), Support.BOUND, rule)
    if other.hedge in BOUNDS:
        plain = maximum._replace(interval=Interval.point(maximum.value), hedge=Hedge.PLAIN)
        if other is ours:
            return statement_bound(ours, plain, policy)
        return reference_bound(plain, theirs, policy)
    if other.hedge is Hedge.PLAIN or other.hedge in SPREAD:
        ours, theirs = _top(ours), _top(theirs)
        holds = ours.value == theirs.value or rounds(ours, theirs, policy)
    else:
        holds = other.interval.contains(maximum.value)
    return decide(holds, Support.BOUND, rule)


def _top(side: Side) -> Side:
    """The side with its upper end for a value."""
    return side._replace(value=side.interval.high) if side.hedge in SPREAD else side


def statement_bound(ours: Side, theirs: Side, policy: Policy) -> Comparison:
    """A bound in the statement is satisfied by a value, or is no stronger than another bound."""
    if _same_direction(ours, theirs):
        return _two_bounds(ours, theirs, policy)
    if not _satisfies(ours, theirs):
        return exclude("bound")
    notes = (LOOSE,) if _is_loose(ours, theirs, policy) else ()
    return agree(Support.BOUND, "bound", *notes)


def _same_direction(ours: Side, theirs: Side) -> bool:
    return any(
        ours.hedge in bounds and theirs.hedge in bounds for bounds in (LOWER_BOUNDS, UPPER_BOUNDS)
    )


def _two_bounds(ours: Side, theirs: Side, policy: Policy) -> Comparison:
    if ours.interval == theirs.interval:
        return agree(Support.EXACT, "two bounds")
    weaker = holds_all(ours.interval, theirs.interval)
    if not weaker:
        # 32 km are 19.9 miles: nobody writes that, so a converted bound may be rounded (ours).
        weaker = ours.converted and ours.hedge is theirs.hedge and rounds(ours, theirs, policy)
        return decide(weaker, Support.BOUND, "two bounds")
    notes = (LOOSE,) if _is_loose(ours, theirs, policy) else ()
    return agree(Support.BOUND, "two bounds", *notes)


def _satisfies(ours: Side, theirs: Side) -> bool:
    """Whether the reference can lie within the statement's bound.

    The contract holds a bound against the nominal value of a hedged reference: "more than
    300" is not supported by "about 300". It is by "just over 300", all of which lies within
    the bound, and "at least 300" is not by "nearly 300", none of which does (ours).
    """
    if not ours.interval.overlaps(theirs.interval):
        return False
    if theirs.hedge in _NOMINAL and theirs.value is not None:
        return ours.interval.contains(theirs.value) or holds_all(ours.interval, theirs.interval)
    return True


def _is_loose(ours: Side, theirs: Side, policy: Policy) -> bool:
    """Whether the reference lies more than twice, or less than half, the bound away."""
    bound, value = ours.value, theirs.value
    if value is None:  # the end of the range that is nearer to the bound
        nearer = theirs.interval.low if ours.hedge in LOWER_BOUNDS else theirs.interval.high
        if nearer is None or not ours.interval.contains(nearer):
            return False
        value = nearer
    if bound is None or bound <= 0 or value <= 0:
        return False
    return value > policy.loose_bound * bound or value * policy.loose_bound < bound


def reference_bound(ours: Side, theirs: Side, policy: Policy) -> Comparison:
    """A bound in the reference holds values from the bound itself to a quarter beyond it."""
    rule = "bound of the reference"
    if theirs.value is None:
        return decide(ours.interval.overlaps(theirs.interval), Support.BOUND, rule)
    if ours.interval.overlaps(_reach(ours, theirs, theirs.value, policy)):
        return agree(Support.BOUND, rule)
    if ours.converted and ours.hedge is Hedge.PLAIN and rounds(ours, theirs, policy):
        return agree(Support.BOUND, rule)
    excluded = not ours.interval.overlaps(theirs.interval)
    return exclude(rule) if excluded else exclude(rule, ONLY_A_BOUND)


def _reach(ours: Side, theirs: Side, bound: Fraction, policy: Policy) -> Interval:
    """From the bound itself, which is included, to as far beyond it as it still speaks for."""
    width = abs(bound) * policy.bound_reach
    if reads_degrees(ours.figure):
        width = max(width, policy.bound_degrees / degree_of(ours.figure))
    if theirs.hedge in LOWER_BOUNDS:
        return Interval(bound, bound + width)
    return Interval(bound - width, bound)
