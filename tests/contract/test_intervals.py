"""The contract's table of wordings and intervals (section 3), row by row."""

from fractions import Fraction

import pytest

from factcheck.compare import interval_of
from factcheck.model import Hedge, Interval
from factcheck.policy import Policy

POLICY = Policy()

# The table of intervals: wording, value, a temperature or not, interval.
INTERVALS = [
    (Hedge.PLAIN, 300, False, (300, 300, "")),
    (Hedge.ABOUT, 300, False, (270, 330, "low high")),
    (Hedge.ABOUT, 20, True, (18, 22, "low high")),
    (Hedge.ABOUT, -5, True, (-7, -3, "low high")),
    (Hedge.ABOUT, -50, False, (-55, -45, "low high")),
    (Hedge.ABOUT, 0, False, (0, 0, "")),
    (Hedge.NEARLY, 300, False, (270, 300, "high")),
    (Hedge.NEARLY, -50, False, (-50, -45, "low")),
    (Hedge.NEARLY, 0, True, (-2, 0, "high")),
    (Hedge.JUST_OVER, 300, False, (300, 330, "low")),
    (Hedge.JUST_OVER, 0, True, (0, 2, "low")),
    (Hedge.MORE_THAN, 300, False, (300, None, "low")),
    (Hedge.AT_LEAST, 300, False, (300, None, "")),
    (Hedge.LESS_THAN, 300, False, (0, 300, "high")),
    (Hedge.LESS_THAN, -10, False, (None, -10, "high")),
    (Hedge.LESS_THAN, 10, True, (None, 10, "high")),
    (Hedge.AT_MOST, 300, False, (0, 300, "")),
    (Hedge.AT_MOST, 0, False, (0, 0, "")),
    (Hedge.AT_MOST, 10, True, (None, 10, "")),
    (Hedge.UP_TO, 300, False, (0, 300, "")),
    (Hedge.SHARE_WORD, 50, False, ("47.5", "52.5", "")),
    (Hedge.SHARE_WORD, 2, False, ("1.9", "2.1", "")),
]


@pytest.mark.parametrize(("hedge", "value", "temperature", "expected"), INTERVALS)
def test_each_wording_has_its_interval(hedge, value, temperature, expected):
    low, high, open_ends = expected
    wanted = Interval(
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        "low" in open_ends,
        "high" in open_ends,
    )
    assert interval_of(hedge, Fraction(value), POLICY, temperature) == wanted


@pytest.mark.parametrize("hedge", [Hedge.RANGE, Hedge.MARGIN, Hedge.VAGUE])
def test_what_does_not_follow_from_one_value_is_left_as_read(hedge):
    assert interval_of(hedge, Fraction(300), POLICY) is None
