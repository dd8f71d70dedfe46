"""What holds of every comparison, whatever the figures and the tolerances."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import compare, interval_of
from factcheck.compare.intervals import holds_all
from factcheck.model import Figure, Hedge, Interval, Kind, Span, Support, Unit
from factcheck.policy import Policy

KINDS = [Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.SHARE, Kind.RATE, Kind.DURATION]
LENGTHS = [
    Unit("m", "metre", "length", "metre"),
    Unit("km", "kilometre", "length", "metre", Fraction(1000)),
    Unit("miles", "mile", "length", "metre", Fraction("1609.344")),
]
VALUED = [hedge for hedge in Hedge if interval_of(hedge, Fraction(1), Policy()) is not None]
TOLERANCES = [
    "hedge_width",
    "near_width",
    "share_word_width",
    "rounding_error",
    "rounding_error_one_digit",
    "bound_reach",
]

decimals = st.builds(
    lambda digits, exponent: (Fraction(digits) * Fraction(10) ** exponent, exponent),
    st.integers(-300, 1200),
    st.integers(-2, 6),
)


@st.composite
def figures(draw, kind=None, unit=None):
    kind = kind or draw(st.sampled_from(KINDS))
    value, exponent = draw(decimals)
    hedge = draw(st.sampled_from(list(Hedge)))
    interval = interval_of(hedge, value, Policy())
    read = value
    if interval is None:
        high = value + abs(draw(decimals)[0])
        interval = Interval(value, high)
        read = value if hedge is Hedge.MARGIN else None
    precision = Fraction(10) ** exponent
    return Figure("x", Span(0, 1), kind, interval, read, precision, hedge, unit)


@st.composite
def pairs(draw):
    kind = draw(st.sampled_from(KINDS))
    statement, reference = draw(figures(kind)), draw(figures(kind))
    if draw(st.booleans()) and reference.value is not None and statement.hedge in VALUED:
        # Near values are where the rules differ; two drawn at random hardly ever are.
        near = reference.value * Fraction(draw(st.integers(70, 130)), 100)
        interval = interval_of(statement.hedge, near, Policy())
        statement = replace(statement, value=near, interval=interval)
    return statement, reference


@given(pairs())
def test_an_outcome_is_supported_or_excluded(pair):
    outcome = compare(*pair, Policy())
    assert (outcome.support is not None) == outcome.compatible
    assert outcome.rule


@given(figures())
def test_a_figure_agrees_with_itself_exactly(figure):
    outcome = compare(figure, figure, Policy())
    assert (outcome.compatible, outcome.support) == (True, Support.EXACT)
    assert not outcome.notes


@given(pairs(), st.sampled_from(TOLERANCES), st.integers(1, 100), st.integers(1, 100))
def test_a_wider_tolerance_never_makes_a_conflict(pair, name, one, other):
    narrow, wide = sorted((Fraction(one, 100), Fraction(other, 100)))
    if compare(*pair, Policy(**{name: narrow})).compatible:
        assert compare(*pair, Policy(**{name: wide})).compatible


@given(pairs(), st.integers(0, 1000), st.integers(0, 1000))
def test_a_lower_floor_of_rounding_never_makes_a_conflict(pair, one, other):
    low, high = sorted((one, other))
    if compare(*pair, Policy(rounding_count_floor=high)).compatible:
        assert compare(*pair, Policy(rounding_count_floor=low)).compatible


def rescaled(figure, source, target):
    """The same figure, written in another unit as precisely as before."""
    scale = source.factor / target.factor
    return replace(
        figure,
        value=None if figure.value is None else figure.value * scale,
        precision=figure.precision * scale,
        interval=figure.interval.map(scale),
        unit=target,
    )


@given(
    figures(Kind.MEASURE, LENGTHS[0]),
    figures(Kind.MEASURE, LENGTHS[0]),
    st.sampled_from(LENGTHS),
)
def test_another_unit_on_both_sides_changes_nothing(statement, reference, unit):
    before = compare(statement, reference, Policy())
    after = compare(
        rescaled(statement, LENGTHS[0], unit), rescaled(reference, LENGTHS[0], unit), Policy()
    )
    assert before._replace(difference=None) == after._replace(difference=None)
    assert before.difference.relative == after.difference.relative


@given(st.sampled_from(VALUED), decimals)
def test_a_policys_interval_scales_with_the_value(hedge, number):
    value, _ = number
    assert interval_of(hedge, value * 7, Policy()) == interval_of(hedge, value, Policy()).map(
        Fraction(7)
    )


@given(figures(), figures())
def test_an_interval_holds_what_lies_within_it(outer, inner):
    if holds_all(outer.interval, inner.interval):
        for end in (inner.low, inner.high):
            if end is not None and inner.interval.contains(end):
                assert outer.interval.contains(end)
