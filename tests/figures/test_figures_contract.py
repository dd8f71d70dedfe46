"""The contract's table of intervals, in words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from figure_lines import readings, written

from factcheck.model import Hedge
from factcheck.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "interval", "hedge"),
    [
        ("300 men", "300", Hedge.PLAIN),
        ("exactly 300 men", "300", Hedge.PLAIN),
        ("about 300 men", "(270, 330)", Hedge.ABOUT),
        ("300 or so men", "(270, 330)", Hedge.ABOUT),
        ("an estimated 300 men", "(270, 330)", Hedge.ABOUT),
        ("about 20 °C", "(18, 22)", Hedge.ABOUT),
        ("about 68 °F", "(64.4, 71.6)", Hedge.ABOUT),
        ("nearly 300 men", "[270, 300)", Hedge.NEARLY),
        ("just over 300 men", "(300, 330]", Hedge.JUST_OVER),
        ("more than 300 men", "(300, ∞]", Hedge.MORE_THAN),
        ("at least 300 men", "[300, ∞]", Hedge.AT_LEAST),
        ("fewer than 300 men", "[0, 300)", Hedge.LESS_THAN),
        ("below 12 °C", "[∞, 12)", Hedge.LESS_THAN),
        ("at most 300 men", "[0, 300]", Hedge.AT_MOST),
        ("up to 300 men", "[0, 300]", Hedge.UP_TO),
        ("300 ± 20 men", "[280, 320]", Hedge.MARGIN),
        ("between 300 and 400 men", "[300, 400]", Hedge.RANGE),
        ("several men", "[3, 9]", Hedge.VAGUE),
        ("most of the men", "(50, 100]", Hedge.SHARE_WORD),
        ("half of the men", "[0.475, 0.525]", Hedge.SHARE_WORD),
        # Stacked and negated.
        ("at least some 300 men", "[300, ∞]", Hedge.AT_LEAST),
        ("no more than about 300 men", "[0, 300]", Hedge.AT_MOST),
        ("about 300 men or more", "[300, ∞]", Hedge.AT_LEAST),
        ("not more than 300 men", "[0, 300]", Hedge.AT_MOST),
        ("no fewer than 300 men", "[300, ∞]", Hedge.AT_LEAST),
        ("more than another 300 men", "(300, ∞]", Hedge.MORE_THAN),
        ("more than a dozen men", "(12, ∞]", Hedge.MORE_THAN),
        ("at least several hundred men", "[300, ∞]", Hedge.AT_LEAST),
        ("over $3bn", "(3000000000, ∞]", Hedge.MORE_THAN),
        ("more than a third of the men", "(1/3, 1]", Hedge.MORE_THAN),
        ("lasted over 12 hours", "(12, ∞]", Hedge.MORE_THAN),
        ("over 12 months sales fell", "12", Hedge.PLAIN),
    ],
)
def test_interval(text: str, interval: str, hedge: Hedge) -> None:
    (reading,) = readings(text)
    assert written(reading.figure.interval) == interval
    assert reading.figure.hedge is hedge


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("3,500 men", 100),
        ("12 men", 1),
        ("1.2 million men", 100_000),
        ("3 million men", 1_000_000),
        ("4.5% of men", Fraction(1, 10)),
        ("4.50% of men", Fraction(1, 100)),
        ("three hundred men", 100),
        ("twenty-one men", 1),
        ("half a million men", 100_000),
        ("two and a half billion men", 100_000_000),
        ("a dozen men", 1),
        ("63K men", 1_000),
        ("10 men", 10),
    ],
)
def test_precision(text: str, precision: Fraction | int) -> None:
    (reading,) = readings(text)
    assert reading.figure.precision == precision


@pytest.mark.parametrize(
    ("text", "figure", "outer"),
    [
        ("about $1.2 million was paid", "$1.2 million", "about $1.2 million"),
        ("at least 38 kilograms of it", "38", "at least 38 kilograms"),
        ("ten percent of men", "ten percent", "ten percent"),
        ("between 500 and 700 men", "500 and 700", "between 500 and 700"),
        ("a 26-year-old man", "26", "26-year-old"),
        ("900 cars per week", "900", "900 cars per week"),
        ("One in twelve of the men", "One in twelve", "One in twelve"),
        ("300-plus men", "300", "300-plus"),
        ("more than doubled", "doubled", "more than doubled"),
        ("fell by two percentage points", "two percentage points", "two percentage points"),
        ("Not a single flight", "Not a single", "Not a single"),
    ],
)
def test_spans(text: str, figure: str, outer: str) -> None:
    (reading,) = readings(text)
    assert reading.figure.text == figure
    assert tokenize(text).cut(reading.outer_first, reading.outer_last) == outer
