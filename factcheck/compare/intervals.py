"""The interval that a hedge puts around a value: the contract's table, in one place.

The reader calls this with the default policy to fill `Figure.interval`; the comparison calls
it again with the policy of the check, so that a changed tolerance takes effect everywhere.

Values below zero and zero itself, of which the contract's table does not speak: "nearly" comes
from the side of zero, "just over" lies above, and about zero, nearly zero and just over zero of
anything but a temperature is zero.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.model import Figure, Hedge, Interval, Kind
from factcheck.policy import Policy

_ZERO = Fraction(0)
_ONE = Fraction(1)
_APPROXIMATE = frozenset({Hedge.ABOUT, Hedge.NEARLY, Hedge.JUST_OVER})
_UPWARD = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})


def interval_of(
    hedge: Hedge,
    value: Fraction,
    policy: Policy,
    temperature: bool = False,
    *,
    degree: Fraction = _ONE,
    cap: Fraction | None = None,
) -> Interval | None:
    """The values that `hedge` allows around the nominal `value` (contract, section 3).

    Args:
        hedge: how the wording bounds the value.
        value: the nominal value, in any unit.
        policy: the tolerances.
        temperature: whether `value` is a reading on a temperature scale, where a share of the
            value means nothing: "about" reaches `policy.hedge_degrees`, also below zero.
        degree: kelvins in one degree of that scale (5/9 for °F); unused elsewhere.
        cap: the largest value there can be ("more than half" is at most the whole).

    Returns:
        The interval in the unit of `value`; None for a hedge whose interval does not follow
        from one value (ranges, margins, "dozens", "several"): what was read stands.
    """
    if hedge is Hedge.PLAIN:
        return Interval(value, value)
    if hedge is Hedge.ABOUT:
        width = policy.hedge_degrees / degree if temperature else abs(value) * policy.hedge_width
        return _around(value, width, closed=False)
    if hedge is Hedge.SHARE_WORD:
        return _around(value, abs(value) * policy.share_word_width, closed=True)
    if hedge in (Hedge.NEARLY, Hedge.JUST_OVER):
        width = abs(value) * policy.near_width
        if temperature and not value:
            width = policy.hedge_degrees / degree
        return _beside(hedge, value, width)
    below_zero = value < 0 or (not value and hedge is Hedge.LESS_THAN)
    floor = None if temperature or below_zero else _ZERO
    return _bounded(hedge, value, floor, cap)


def hedge_of(figure: Figure) -> Hedge:
    """The figure's hedge; "doubled" reaches as far as a share word, whatever it was read as."""
    if figure.hedge is Hedge.PLAIN and figure.value is not None and not figure.interval.is_point:
        return Hedge.SHARE_WORD
    return figure.hedge


def interval_under(figure: Figure, policy: Policy) -> Interval:
    """The figure's interval under `policy`, in its written unit.

    What was read stands where the hedge alone does not give the interval, and where a share
    word is exact ("all", "none"); so does the cap of a share.
    """
    hedge, value = hedge_of(figure), figure.value
    if value is None or hedge is Hedge.PLAIN:
        return figure.interval
    if hedge is Hedge.SHARE_WORD and figure.interval.is_point:
        return figure.interval
    if figure.kind is Kind.TIME and hedge in _APPROXIMATE:
        return _by_the_clock(hedge, value, policy.hedge_minutes)
    cap = figure.interval.high if hedge in _UPWARD else None
    found = interval_of(
        hedge, value, policy, reads_degrees(figure), degree=degree_of(figure), cap=cap
    )
    return figure.interval if found is None else found


def _by_the_clock(hedge: Hedge, value: Fraction, width: Fraction) -> Interval:
    """Times of day are minutes since midnight, of which a share would mean nothing."""
    if hedge is Hedge.ABOUT:
        return _around(value, width, closed=False)
    return _beside(hedge, value, width)


def reads_degrees(figure: Figure) -> bool:
    """Whether the figure is a reading on a temperature scale, and not a change of one."""
    unit = figure.unit
    return unit is not None and unit.dimension == "temperature" and figure.kind is not Kind.CHANGE


def degree_of(figure: Figure) -> Fraction:
    """Base units in one of the figure's unit: for a temperature, kelvins in a degree."""
    return figure.unit.factor if figure.unit is not None else _ONE


def holds_all(outer: Interval, inner: Interval) -> bool:
    """Whether every value of `inner` is one of `outer`."""
    if outer.low is not None:
        if inner.low is None or inner.low < outer.low:
            return False
        if inner.low == outer.low and outer.low_open and not inner.low_open:
            return False
    if outer.high is not None:
        if inner.high is None or inner.high > outer.high:
            return False
        if inner.high == outer.high and outer.high_open and not inner.high_open:
            return False
    return True


def _around(value: Fraction, width: Fraction, *, closed: bool) -> Interval:
    """`value` ± `width`; an open interval of no width would hold nothing, so it is closed."""
    is_open = not closed and width > 0
    return Interval(value - width, value + width, is_open, is_open)


def _beside(hedge: Hedge, value: Fraction, width: Fraction) -> Interval:
    """Everything within `width` on one side of `value`, `value` itself left out."""
    if not width:
        return Interval(value, value)
    if hedge is Hedge.JUST_OVER or value < 0:
        return Interval(value, value + width, low_open=True)
    return Interval(value - width, value, high_open=True)


def _bounded(
    hedge: Hedge, value: Fraction, floor: Fraction | None, cap: Fraction | None
) -> Interval | None:
    """A bound; what is counted or measured does not fall below zero."""
    if hedge is Hedge.MORE_THAN:
        return Interval(value, cap, low_open=True)
    if hedge is Hedge.AT_LEAST:
        return Interval(value, cap)
    if hedge is Hedge.LESS_THAN:
        return Interval(floor, value, high_open=True)
    if hedge in (Hedge.AT_MOST, Hedge.UP_TO):
        return Interval(floor, value)
    return None
