"""The small number line of two figures."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Interval, Kind
from factcheck.report.number_line import DRAWN, PLAIN, number_line
from report import samples


def figure(low, high=None, unit=None, **more):
    interval = Interval.point(low) if high is None else Interval(low, high)
    return samples.figure("9", "9", 9, unit=unit, interval=more.pop("interval", interval), **more)


def exact(low, high, **ends):
    made = [None if end is None else Fraction(end) for end in (low, high)]
    return Interval(*made, **ends)


@pytest.mark.parametrize(
    ("intervals", "lines"),
    [
        ([exact(65, 65), exact(72, 72)], ["--*-------------", "-------------*--"]),
        ([exact(5, 5), exact(5, 5)], ["--------*-------", "--------*-------"]),
        (
            [exact(10, 20), exact(15, None, low_open=True)],
            ["--[==========]--", "--------(======>"],
        ),
        ([exact(None, 4), exact(4, 8)], ["<=]-------------", "--[==========]--"]),
        ([exact(0, 100), exact(50, 51)], ["--[==========]--", "--------*-------"]),
    ],
)
def test_drawn(intervals, lines):
    assert number_line([figure(1, interval=one) for one in intervals], 16, PLAIN) == lines


def test_no_axis_in_common_is_no_line():
    assert number_line([figure(5, unit=samples.KM), figure(5)], 16, PLAIN) == []
    assert number_line([figure(5), figure(5, interval=Interval(None, None))], 16, PLAIN) == []
    score = samples.figure("3-1", "3-1", None, kind=Kind.SCORE, interval=Interval(None, None))
    assert number_line([score, score], 16, PLAIN) == []
    rise, fall = figure(5, direction=1), figure(5, direction=-1)
    assert number_line([rise, fall], 16, PLAIN) == []


def test_units_share_an_axis():
    miles, km = figure(20, unit=samples.MILES), figure(32, unit=samples.KM)
    first, second = number_line([miles, km], 16, PLAIN)
    assert first.index("*") > second.index("*")  # 20 miles are 32.2 km


ENDS = st.fractions(-(10**12), 10**12) | st.none()


@given(st.lists(st.tuples(ENDS, ENDS, st.booleans(), st.booleans()), min_size=2, max_size=4))
def test_any_line_is_as_wide_as_asked(ends):
    figures = []
    for low, high, low_open, high_open in ends:
        if low is not None and high is not None:
            first, last = sorted((low, high))
        else:
            first, last = low, high
        figures.append(figure(1, interval=Interval(first, last, low_open, high_open)))
    lines = number_line(figures, 24, DRAWN)
    assert len(lines) in (0, len(figures))
    assert all(len(line) == 24 and set(line) <= set(DRAWN.drawn) for line in lines)
