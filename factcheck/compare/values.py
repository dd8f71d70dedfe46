"""Whether the values of two figures that measure the same thing are compatible.

This room sees intervals and numbers, never text: section 3 of the contract, and nothing else.
Both values are brought to the statement's unit first.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.compare.bounds import attested_maximum, reference_bound, statement_bound
from factcheck.compare.date_bounds import compare_bounded
from factcheck.compare.dates import compare_dates
from factcheck.compare.intervals import degree_of, hedge_of, interval_under, reads_degrees
from factcheck.compare.outcome import (
    APPROXIMATE,
    BOUNDS,
    MORE_PRECISE,
    SPREAD,
    Comparison,
    Side,
    agree,
    decide,
    exclude,
)
from factcheck.compare.rounding import is_more_precise, rounds
from factcheck.model import Difference, Figure, Hedge, Kind, Support, Unit
from factcheck.policy import Policy

_HEDGED = APPROXIMATE | {Hedge.SHARE_WORD}
# A share word ("a third") has no unit either, but a share's kind.
_OF_A_WHOLE = frozenset({"share", "rating"})
_DIRECTED = frozenset({Kind.CHANGE, Kind.FACTOR})


def compare(statement: Figure, reference: Figure, policy: Policy) -> Comparison:
    """Compare two figures that measure the same thing.

    Args:
        statement: the figure that is checked.
        reference: the figure it is held against, of the same kind and dimension.
        policy: the tolerances; they apply however the readers filled `Figure.interval`.

    Returns:
        Whether the values are compatible, by which rule, and how far apart they are.
    """
    if statement.kind is Kind.DATE and statement.date and reference.date:
        bounded = compare_bounded(statement, reference)
        return bounded or compare_dates(statement.date, reference.date)
    if statement.kind is Kind.SCORE and statement.parts and reference.parts:
        return decide(_score(statement) == _score(reference), Support.EXACT, "score")
    if statement.kind is Kind.TIME and Hedge.RANGE is statement.hedge is reference.hedge:
        return decide(statement.interval == reference.interval, Support.EXACT, "hours")
    ours, theirs = _sides(statement, reference, policy)
    if _is_opposed(statement, reference):
        outcome = exclude("opposite direction")
    else:
        outcome = _decide(ours, theirs, policy)
    return outcome._replace(difference=_distance(ours, theirs))


def _score(figure: Figure) -> tuple[Fraction, ...]:
    """A score with the winner's number first, where it is told of the side that lost."""
    return figure.parts[::-1] if "score-lost" in figure.rules else figure.parts


def difference(statement: Figure, reference: Figure) -> Difference:
    """The distance between the nominal values of two figures, in the statement's unit.

    A rise of 4% and a fall of 4% are 8 points apart.
    """
    return _distance(*_sides(statement, reference, Policy()))


def _distance(ours: Side, theirs: Side) -> Difference:
    unit = ours.figure.unit.symbol if ours.figure.unit else ""
    if ours.value is None or theirs.value is None:
        return Difference(None, None, unit)
    reference = theirs.value
    if _is_opposed(ours.figure, theirs.figure):
        reference = -reference
    absolute = ours.value - reference
    return Difference(absolute, absolute / abs(reference) if reference else None, unit)


def _is_opposed(statement: Figure, reference: Figure) -> bool:
    """Whether one says by how much something rose, and the other by how much it fell."""
    return (
        statement.kind in _DIRECTED
        and statement.direction * reference.direction < 0
        and bool(statement.value or reference.value)
    )


def _sides(statement: Figure, reference: Figure, policy: Policy) -> tuple[Side, Side]:
    """Both figures in the statement's unit."""
    ours = Side(
        statement,
        interval_under(statement, policy),
        statement.value,
        hedge_of(statement),
        converted=_differ(statement.unit, reference.unit),
    )
    value, interval = reference.value, interval_under(reference, policy)
    if ours.converted:
        scale, shift = _conversion(statement, reference)
        value = None if value is None else value * scale + shift
        interval = interval.map(scale, shift)
    return ours, Side(reference, interval, value, hedge_of(reference), ours.converted)


def _differ(one: Unit | None, other: Unit | None) -> bool:
    if one is None or other is None:
        return one is not other
    return one.symbol != other.symbol or one.factor != other.factor


def _conversion(statement: Figure, reference: Figure) -> tuple[Fraction, Fraction]:
    """Factor and offset from the reference's unit to the statement's.

    A change has no zero to be counted from: a rise of 9 °F is one of 5 °C.
    """
    target = _degree_beside(statement, reference)
    scale, shift = _degree_beside(reference, statement) / target, Fraction(0)
    if statement.kind is not Kind.CHANGE:
        above = reference.unit.offset if reference.unit is not None else Fraction(0)
        below = statement.unit.offset if statement.unit is not None else Fraction(0)
        shift = (above - below) / target
    return scale, shift


def _degree_beside(figure: Figure, other: Figure) -> Fraction:
    """A figure's degree; a bare number beside an age is one in the same unit.

    A mark without a scale is on that of the other mark where it lies on it, else out of 100, as
    it is beside a share.
    """
    if figure.unit is None and other.kind is Kind.AGE:
        return degree_of(other)
    if figure.unit is not None or other.unit is None or other.unit.dimension not in _OF_A_WHOLE:
        return degree_of(figure)
    on_scale = other.unit.dimension == "rating" and (figure.value or 0) * other.unit.factor <= 1
    return other.unit.factor if on_scale else Fraction(1, 100)


def _decide(ours: Side, theirs: Side, policy: Policy) -> Comparison:
    """The first rule of the contract that speaks about this pair of wordings."""
    if Hedge.UP_TO in (ours.hedge, theirs.hedge):
        return attested_maximum(ours, theirs, policy)
    if ours.hedge in BOUNDS:
        return statement_bound(ours, theirs, policy)
    if theirs.hedge in BOUNDS:
        return reference_bound(ours, theirs, policy)
    if ours.hedge in _HEDGED and theirs.hedge in _HEDGED:
        return _two_hedges(ours, theirs, policy)
    if ours.hedge is Hedge.PLAIN and theirs.hedge is Hedge.PLAIN:
        return _two_plain(ours, theirs, policy)
    return _overlap(ours, theirs, policy)


def _two_plain(ours: Side, theirs: Side, policy: Policy) -> Comparison:
    if ours.value is None or theirs.value is None:
        return _overlap(ours, theirs, policy)
    if ours.value == theirs.value:
        return agree(Support.EXACT, "equal")
    if rounds(ours, theirs, policy):
        return agree(Support.ROUNDED, "rounding")
    if is_more_precise(ours, theirs):
        return exclude("unequal", MORE_PRECISE)
    return exclude("unequal")


def _two_hedges(ours: Side, theirs: Side, policy: Policy) -> Comparison:
    """Two hedges do not add up: the nominal values themselves must be near each other.

    The intervals have to overlap besides, or "nearly 300" would hold "just over 300".
    """
    if ours.value is None or theirs.value is None:
        return _most_and_half(ours, theirs)
    rule = "two hedges"
    if ours.value == theirs.value and ours.hedge is theirs.hedge:
        return agree(Support.EXACT, rule)
    near = ours.interval.overlaps(theirs.interval) and _are_near(ours, theirs, policy)
    return decide(near, Support.HEDGED, rule)


def _are_near(ours: Side, theirs: Side, policy: Policy) -> bool:
    if ours.value is None or theirs.value is None or ours.value == theirs.value:
        return ours.value == theirs.value
    apart = abs(ours.value - theirs.value)
    if reads_degrees(ours.figure):
        return apart * degree_of(ours.figure) < policy.hedge_degrees
    if ours.figure.kind is Kind.TIME:
        return apart < policy.hedge_minutes
    larger = max(abs(ours.value), abs(theirs.value))
    if ours.hedge is Hedge.SHARE_WORD and theirs.hedge is Hedge.SHARE_WORD:
        return apart <= policy.share_word_width * larger
    return apart < policy.hedge_width * larger


def _most_and_half(ours: Side, theirs: Side) -> Comparison:
    """ "Most" and "a minority" are bounds: they are held against the nominal value (ours)."""
    rule = "share word"
    if ours.value is None and theirs.value is None:
        if ours.interval == theirs.interval:
            return agree(Support.EXACT, rule)
        return decide(ours.interval.overlaps(theirs.interval), Support.BOUND, rule)
    bound, other = (ours, theirs) if ours.value is None else (theirs, ours)
    holds = other.value is not None and bound.interval.contains(other.value)
    return decide(holds, Support.BOUND, rule)


def _overlap(ours: Side, theirs: Side, policy: Policy) -> Comparison:
    """Rule 1, and the grade that follows from the wordings."""
    if not ours.interval.overlaps(theirs.interval):
        if ours.hedge is Hedge.PLAIN and rounds(ours, theirs, policy):
            return agree(Support.ROUNDED, "rounding")
        return exclude("no overlap")
    if _say_the_same(ours, theirs):
        return agree(Support.EXACT, "same wording")
    if Hedge.SHARE_WORD in (ours.hedge, theirs.hedge):
        return agree(_share_support(ours, theirs), "share word")
    if ours.hedge in SPREAD or theirs.hedge in SPREAD:
        inside = ours.hedge is Hedge.PLAIN and ours.value != theirs.value
        return agree(Support.BOUND, "range", *((MORE_PRECISE,) if inside else ()))
    vague = ours.hedge is Hedge.PLAIN and theirs.hedge is Hedge.VAGUE
    return agree(Support.HEDGED, "overlap", *((MORE_PRECISE,) if vague else ()))


def _say_the_same(ours: Side, theirs: Side) -> bool:
    """Whether nothing but the form differs: 1,250 ± 40 is 1,210 to 1,290, a couple is two."""
    if ours.interval != theirs.interval:
        return False
    spread = ours.hedge in SPREAD and theirs.hedge in SPREAD
    return ours.hedge is theirs.hedge or spread or ours.interval.is_point


def _share_support(ours: Side, theirs: Side) -> Support:
    """ "A quarter" for 25% says the same; "a third" for 34% is a hedge; "most" is a bound."""
    if ours.value is None or theirs.value is None:
        return Support.BOUND
    return Support.EXACT if ours.value == theirs.value else Support.HEDGED
