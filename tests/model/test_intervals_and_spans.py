"""Intervals, spans and dates."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Interval, PartialDate, Span

numbers = st.fractions(-1000, 1000, max_denominator=12)


@st.composite
def intervals(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    if low == high:
        return Interval.point(low)
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    return Interval(
        draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None])), low_open, high_open
    )


OVERLAPS = [
    (Interval.point(3), Interval.point(3), True),
    (Interval.point(3), Interval.point(4), False),
    (Interval(1, 3), Interval(3, 5), True),
    (Interval(1, 3, high_open=True), Interval(3, 5), False),
    (Interval(1, 3), Interval(3, 5, low_open=True), False),
    (Interval(1, 3), Interval(2, 5), True),
    (Interval(3, None), Interval.point(3), True),
    (Interval(3, None, low_open=True), Interval.point(3), False),
    (Interval(None, 3), Interval(4, None), False),
    (Interval(None, None), Interval.point(0), True),
]


@pytest.mark.parametrize(("one", "other", "expected"), OVERLAPS)
def test_overlap_at_the_ends(one, other, expected):
    assert one.overlaps(other) is other.overlaps(one) is expected


@pytest.mark.parametrize(
    ("interval", "value", "expected"),
    [
        (Interval(1, 3), 1, True),
        (Interval(1, 3), 3, True),
        (Interval(1, 3, low_open=True), 1, False),
        (Interval(1, 3, high_open=True), 3, False),
        (Interval(1, None), 10**30, True),
        (Interval(None, 3), -(10**30), True),
        (Interval(1, 3), 4, False),
    ],
)
def test_contains_at_the_ends(interval, value, expected):
    assert interval.contains(Fraction(value)) is expected


@given(intervals(), intervals())
def test_overlap_knows_no_order(one, other):
    assert one.overlaps(other) == other.overlaps(one)


@given(intervals(), intervals(), numbers)
def test_a_value_in_both_is_an_overlap(one, other, value):
    if one.contains(value) and other.contains(value):
        assert one.overlaps(other)


@given(intervals(), numbers)
def test_a_point_overlaps_what_contains_it(interval, value):
    assert interval.overlaps(Interval.point(value)) == interval.contains(value)


@given(intervals(), numbers, st.fractions(Fraction(1, 100), 100), numbers)
def test_a_change_of_unit_keeps_what_is_inside(interval, value, factor, offset):
    moved = interval.map(factor, offset)
    assert moved.contains(value * factor + offset) == interval.contains(value)


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_a_span_cuts_code_points(text, one, other):
    span = Span(min(one, other), max(one, other))
    assert span.cut(text) == "".join(list(text)[span.start : span.end])


def test_spans_that_only_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).overlaps(Span(2, 5))


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (PartialDate(2024, 3, 12), "2024-03-12"),
        (PartialDate(2024, 3), "2024-03"),
        (PartialDate(2024), "2024"),
        (PartialDate(2024, quarter=1), "2024-Q1"),
        (PartialDate(1990, decade=True), "1990s"),
        (PartialDate(2024, season="spring"), "spring 2024"),
        (PartialDate(weekday=0), "Monday"),
        (PartialDate(relative="last year"), "last year"),
    ],
)
def test_a_date_is_shown_as_precisely_as_it_was_given(date, written):
    assert str(date) == written
