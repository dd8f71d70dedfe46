"""Rule 2 of the contract's section 3: a plain statement may round the reference."""

from __future__ import annotations

from fractions import Fraction

from factcheck.compare.intervals import reads_degrees
from factcheck.compare.outcome import Side
from factcheck.model import Figure, Kind
from factcheck.policy import Policy

NEVER_ROUNDED = frozenset({Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.SCORE, Kind.AGE})
_ONE = Fraction(1)
_COUNTING = frozenset({Kind.COUNT, Kind.CHANGE, Kind.RATE})


def rounds(ours: Side, theirs: Side, policy: Policy) -> bool:
    """Whether the reference's value, rounded as precisely as the statement, is the statement's.

    A temperature rounded to the whole degree is right however near zero it is (ours: a share
    of a value on a scale with an arbitrary zero says little).
    """
    place, value, reference = ours.figure.precision, ours.value, theirs.value
    if ours.figure.kind in NEVER_ROUNDED or not place or value is None or reference is None:
        return False
    if round_half_away(reference, place) != value:
        return False
    if _counts_things(ours.figure, value, reference):
        floor = policy.rounding_count_floor
        if abs(value) < floor or abs(reference) < floor:
            return False
    if reads_degrees(ours.figure) and place <= 1:
        return True
    one_digit = abs(value) < 10 * place
    limit = policy.rounding_error_one_digit if one_digit else policy.rounding_error
    return abs(value - reference) <= limit * abs(reference)


def _counts_things(figure: Figure, value: Fraction, reference: Fraction) -> bool:
    """Whether whole things are counted, which is done exactly where they are few.

    A rate with a broken value (4.6 births a woman) is a measure like any other (ours).
    """
    if figure.kind not in _COUNTING:
        return False
    if figure.unit is not None and figure.unit.dimension != "count":
        return False
    whole = value.denominator == reference.denominator == 1
    return whole or figure.kind is not Kind.RATE


def round_half_away(value: Fraction, place: Fraction) -> Fraction:
    """`value` rounded to a multiple of `place`, halves away from zero as newsrooms do."""
    if place == 1 and value.denominator == 1:
        return value
    steps = abs(value) / place + Fraction(1, 2)
    rounded = (steps.numerator // steps.denominator) * place
    return rounded if value >= 0 else -rounded


def is_more_precise(ours: Side, theirs: Side) -> bool:
    """Whether the statement, rounded as coarsely as the reference, is the reference."""
    source, target = theirs.figure, ours.figure
    if target.kind in NEVER_ROUNDED or ours.value is None or theirs.value is None:
        return False
    if not source.precision or not target.precision:
        return False
    coarse, here, there = source.precision, _scale(target), _scale(source)
    if here != there:
        coarse *= there / here
    if target.precision >= coarse:
        return False
    # The distance of two readings is the same on every scale, so offsets drop out.
    return abs(ours.value - theirs.value) * 2 <= coarse


def _scale(figure: Figure) -> Fraction:
    return figure.unit.factor if figure.unit is not None else _ONE
