"""Numbers, dates and details in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Detail, Difference, SlotState
from factcheck.report import words
from report import samples


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("300", "300"),
        ("11000", "11,000"),
        ("-40", "−40"),
        ("4.5", "4.5"),
        ("0.125", "0.125"),
        ("-0.0001", "−0.0001"),
        ("1234.5", "1,234.5"),
        ("2/3", "≈ 0.667"),
        ("100/3", "≈ 33.33"),
        ("-1000/3", "≈ −333.3"),
        ("10000/3", "≈ 3,333"),
        ("1/70000", "≈ 0.0000143"),
        ("1e15", "≈ 1 × 10^15"),
        ("-1.236e20", "≈ −1.24 × 10^20"),
    ],
)
def test_number(value, text):
    assert words.number(Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("300", "300"),
        ("-1.25", "-1.25"),
        ("1/3", "1/3"),
        ("-7/6", "-7/6"),
        ("0.001", "0.001"),
        ("-0.5", "-0.5"),
        ("7/8", "0.875"),
        ("0", "0"),
    ],
)
def test_exact(value, text):
    assert words.exact(Fraction(value)) == text


@given(st.fractions())
def test_exact_loses_nothing(value):
    assert Fraction(words.exact(value)) == value


@given(st.fractions())
def test_any_number_can_be_read(value):
    assert words.number(value)


def test_numbers_beyond_what_python_prints():
    huge = Fraction(10**9000 + 7)
    assert words.exact(huge) == "1" + "0" * 8999 + "7"
    assert words.exact(-huge).startswith("-10")
    assert words.number(huge) == "≈ 1 × 10^9000"
    assert words.exact(1 / huge) == f"1/{words.exact(huge)}"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (date(2025, 3, 4), "4 March 2025"),
        ("2025-12", "December 2025"),
        ("2025", "2025"),
    ],
)
def test_date_words(given, text):
    assert words.date_words(given) == text


@pytest.mark.parametrize(
    ("relative", "text"),
    [
        ("2/3", "66.7% above the reference"),
        ("-0.4", "40% below the reference"),
        ("0.0058", "0.58% above the reference"),
        ("1", "100% above the reference"),
        ("-1", "100% below the reference"),
        ("-3", "300% below the reference"),
        ("999", "1,000 times the reference"),
        ("-0.999", "the reference is 1,000 times as much"),
        ("2.5", "3.5 times the reference"),
        ("0", ""),
    ],
)
def test_relative_difference(relative, text):
    assert words.relative_difference(Difference(Fraction(1), Fraction(relative))) == text


def test_no_difference_where_there_is_no_value():
    nothing = Difference(None, None)
    assert words.relative_difference(nothing) == ""
    assert words.signed_difference(nothing, None) == ""


@pytest.mark.parametrize(
    ("amount", "unit", "of", "text"),
    [
        ("200", "", None, "+200"),
        ("-2.5", "percent", samples.PERCENT, "−2.5 points"),
        ("-1/4", "fraction", samples.FRACTION, "−25 points"),
        ("1/3", "kilometre", samples.KM, "≈ +0.333 km"),
        ("-1/3", "kilometre", samples.KM, "≈ −0.333 km"),
        ("1000", "EUR", samples.EURO, "+1,000 EUR"),
        ("3", "metre", samples.KM, "+3 metre"),
    ],
)
def test_signed_difference(amount, unit, of, text):
    figure = samples.figure("7", "7", 7, unit=of)
    difference = Difference(Fraction(amount), None, unit)
    assert words.signed_difference(difference, figure) == text


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (Detail("event", SlotState.MATCHED, "killed", "dead"), "killed = dead"),
        (Detail("event", SlotState.MATCHED, "killed", "killed"), "killed"),
        (Detail("event", SlotState.MATCHED, "", "killed"), "killed"),
        (Detail("place", SlotState.OMITTED, "", "Lyon"), "Lyon"),
        (Detail("place", SlotState.ADDED, "Lyon", ""), "Lyon"),
        (Detail("place", SlotState.WIDER, "France", "Lyon"), "France, wider than Lyon"),
        (Detail("place", SlotState.DIFFERING, "Paris", "Lyon"), "Paris against Lyon"),
        (Detail("increment", SlotState.DIFFERING, "", "total"),
         "total or addition: none against total"),
        (Detail("event", SlotState.TURNED, "rose", "fell", "opposed"),
         "rose against fell (opposed)"),
    ],
)  # fmt: skip
def test_detail_words(detail, text):
    assert words.detail_words(detail) == text


@pytest.mark.parametrize("state", SlotState)
def test_every_state_has_words(state):
    assert words.detail_words(Detail("time", state, "May", "June", "why"))


def test_notes_that_begin_alike_are_gathered():
    notes = ("not checked: “May”", "a note", "not checked: “total”", "other: x")
    assert words.gathered(notes) == ["not checked: “May”; “total”", "a note", "other: x"]


def test_a_speaker_whom_the_source_names_is_not_repeated():
    claim = samples.replace(samples.RETURNED, source="Rep. Yu Yong-weon", speaker="Yu Yong-weon")
    assert words.source_words(samples.Citation(claim)).startswith("Rep. Yu Yong-weon · as of")
