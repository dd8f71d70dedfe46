"""What a comparison says beside its outcome, and that the policy decides it."""

from dataclasses import fields, replace
from fractions import Fraction

import pytest
from contract_figures import (
    CELSIUS,
    PERCENT,
    about,
    at_most,
    between,
    celsius,
    change,
    dozens,
    fahrenheit,
    just_over,
    km,
    measure,
    miles,
    most,
    nearly,
    over,
    percent,
    plain,
    share_word,
    under,
    up_to,
)

from factcheck.compare import compare
from factcheck.compare.outcome import LOOSE, MORE_PRECISE, ONLY_A_BOUND
from factcheck.compare.values import difference
from factcheck.model import Figure, Hedge, Interval, Kind, PartialDate, Span, Support
from factcheck.policy import Policy

NOTES = [
    (plain("3512"), plain("3500"), (MORE_PRECISE,)),
    (plain("3549"), plain("3500"), (MORE_PRECISE,)),
    (plain("3551"), plain("3500"), ()),  # rounds to 3,600: another value
    (plain("3600"), plain("3500"), ()),  # no more precise, another value
    (plain("3512"), about("3500"), ()),
    (km("21"), miles("20"), ()),  # 13 miles: not twenty to the nearest ten
    (km("31"), miles("20"), (MORE_PRECISE,)),
    (plain("41", kind=Kind.AGE), plain("40", kind=Kind.AGE), ()),
    (plain("600"), between(500, 700), (MORE_PRECISE,)),
    (plain("47"), dozens(), (MORE_PRECISE,)),
    (about("600"), between(500, 700), ()),
    (plain("400"), over("300"), (ONLY_A_BOUND,)),
    (plain("200"), under("300"), (ONLY_A_BOUND,)),
    (plain("200"), over("300"), ()),
    (plain("320"), over("300"), ()),
    (over("100"), plain("400"), (LOOSE,)),
    (over("100"), plain("201"), (LOOSE,)),
    (over("100"), plain("200"), ()),  # not more than twice
    (under("1000"), plain("499"), (LOOSE,)),
    (under("1000"), plain("500"), ()),  # not less than half
    (at_most("300"), plain("0"), ()),
    (over("100"), over("500"), (LOOSE,)),
    (over("100"), between(250, 400), (LOOSE,)),
    (over("10"), dozens(), (LOOSE,)),
    (up_to("1000"), over("300"), (ONLY_A_BOUND,)),
]


@pytest.mark.parametrize(("statement", "reference", "notes"), NOTES)
def test_notes(statement, reference, notes):
    assert compare(statement, reference, Policy()).notes == notes


DIFFERENCES = [
    (plain("500"), plain("300"), 200, Fraction(2, 3), ""),
    (plain("300"), plain("500"), -200, Fraction(-2, 5), ""),
    (plain("5"), plain("0"), 5, None, ""),
    (celsius("40"), fahrenheit("100"), Fraction(20, 9), Fraction(1, 17), "degree Celsius"),
    (
        km("500"),
        miles("500"),
        Fraction("-304.672"),
        Fraction("-304.672") / Fraction("804.672"),
        "kilometre",
    ),
    (most(), percent("60"), None, None, "percent"),
    (change("4", PERCENT, 1), change("4", PERCENT, -1), 8, 2, "percent"),
    (change("4", PERCENT, 1), change("3", PERCENT, 1), 1, Fraction(1, 3), "percent"),
]


@pytest.mark.parametrize(("statement", "reference", "absolute", "relative", "unit"), DIFFERENCES)
def test_the_difference_is_in_the_statements_unit(statement, reference, absolute, relative, unit):
    for found in (
        difference(statement, reference),
        compare(statement, reference, Policy()).difference,
    ):
        assert (found.absolute, found.relative, found.unit) == (absolute, relative, unit)


# A tolerance, its other value, and a pair whose outcome hangs on it.
TELLING = [
    ("hedge_width", "0.2", about("300"), plain("350")),
    ("hedge_width", "0.2", plain("350"), about("300")),
    ("hedge_width", "0.2", about("300"), about("350")),
    ("hedge_degrees", 5, celsius("20", Hedge.ABOUT), celsius("24")),
    ("hedge_minutes", 60, about("1200", kind=Kind.TIME), plain("1160", kind=Kind.TIME)),
    ("near_width", "0.2", nearly("500"), plain("410")),
    ("near_width", "0.2", just_over("500"), plain("590")),
    ("share_word_width", "0.2", share_word("1/3"), percent("38")),
    ("rounding_error", "0.2", measure("1.0"), measure("0.95")),
    ("rounding_error_one_digit", "0.5", measure("3"), measure("3.4")),
    ("rounding_count_floor", 10, plain("90"), plain("92")),
    ("bound_reach", "0.5", plain("400"), over("300")),
    ("bound_degrees", 12, celsius("-11"), celsius("0", Hedge.LESS_THAN)),
]


@pytest.mark.parametrize(("name", "wider", "statement", "reference"), TELLING)
def test_every_tolerance_takes_effect(name, wider, statement, reference):
    assert not compare(statement, reference, Policy()).compatible
    assert compare(statement, reference, replace(Policy(), **{name: wider})).compatible


def test_a_loose_bound_is_the_policys_to_define():
    assert compare(over("100"), plain("400"), Policy(loose_bound=5)).notes == ()


def test_no_tolerance_of_values_is_left_untested():
    elsewhere = {"loose_bound", "multiple_width", "doubtful_conflicts", "candidates"}
    assert {name for name, *_ in TELLING} == {f.name for f in fields(Policy)} - elsewhere


def test_the_policy_beats_what_the_reader_computed():
    read = replace(about("300"), interval=Interval(Fraction(270), Fraction(330), True, True))
    assert not compare(read, plain("280"), Policy(hedge_width="0.05")).compatible


def test_a_temperature_that_changed_is_no_reading():
    risen = replace(change("1.5", CELSIUS, 1), hedge=Hedge.ABOUT)
    assert not compare(risen, change("3", CELSIUS, 1), Policy()).compatible


def test_scores_are_equal_or_not():
    def score(*parts):
        numbers = tuple(Fraction(part) for part in parts)
        return Figure("x", Span(0, 1), Kind.SCORE, Interval(None, None), None, None, parts=numbers)

    assert compare(score(3, 1), score(3, 1), Policy()).support is Support.EXACT
    assert not compare(score(3, 1), score(1, 3), Policy()).compatible
    assert not compare(score(2, 1), score(2, 2), Policy()).compatible


def test_a_ratio_is_compared_by_its_value_not_its_operands():
    one_in_ten = replace(share_word("1/10"), parts=(Fraction(1), Fraction(10)))
    two_in_twenty = replace(share_word("1/10"), parts=(Fraction(2), Fraction(20)))
    assert compare(one_in_ten, two_in_twenty, Policy()).support is Support.EXACT


def test_a_factor_that_was_read_as_plain_still_reaches_five_percent():
    around_two = Interval(Fraction("1.9"), Fraction("2.1"))
    doubled = replace(plain("2", kind=Kind.FACTOR), interval=around_two)
    a_little_more = plain("2.2", kind=Kind.FACTOR)
    assert compare(doubled, plain("2.1", kind=Kind.FACTOR), Policy()).support is Support.HEDGED
    assert not compare(doubled, a_little_more, Policy()).compatible
    assert compare(doubled, a_little_more, Policy(share_word_width="0.2")).compatible


# Two dates, and the support of the one by the other: None excludes, "" cannot be told.
DATES = [
    (PartialDate(2024, 3, 12), PartialDate(2024, 3, 12), Support.EXACT),
    (PartialDate(2024, 3), PartialDate(2024, 3, 12), Support.EXACT),
    (PartialDate(2024), PartialDate(2024, 3, 12), Support.EXACT),
    (PartialDate(2024, 3, 12), PartialDate(2024, 3), None),
    (PartialDate(2024, 3), PartialDate(2024), None),
    (PartialDate(2024, quarter=1), PartialDate(2024), None),
    (PartialDate(2024, season="spring"), PartialDate(2024), None),
    (PartialDate(2024, quarter=1), PartialDate(2024, 3), Support.EXACT),
    (PartialDate(2024, quarter=2), PartialDate(2024, 3), None),
    (PartialDate(2024, 3), PartialDate(2024, quarter=1), None),
    (PartialDate(2024, 3, 12), PartialDate(month=3, day=12), Support.EXACT),
    (PartialDate(month=3, day=13), PartialDate(2024, 3, 12), None),
    (PartialDate(2023), PartialDate(2024), None),
    (PartialDate(month=3, day=12, weekday=1), PartialDate(2024, 3, 12), Support.EXACT),
    (PartialDate(2024, 3, 12, weekday=0), PartialDate(2024, 3, 12), None),
    (PartialDate(2024, 2, 31), PartialDate(2024, 2, 31, weekday=3), Support.EXACT),
    (PartialDate(1990, decade=True), PartialDate(1994), Support.BOUND),
    (PartialDate(1990, decade=True), PartialDate(2000), None),
    (PartialDate(1994), PartialDate(1990, decade=True), None),
    (PartialDate(1990, decade=True), PartialDate(1990, decade=True), Support.EXACT),
    (PartialDate(relative="last year"), PartialDate(relative="last year"), Support.EXACT),
    (PartialDate(relative="last year"), PartialDate(2024), ""),
    (PartialDate(2024), PartialDate(month=3, day=12), ""),
]


@pytest.mark.parametrize(("statement", "reference", "expected"), DATES)
def test_dates(statement, reference, expected):
    def asserted(date):
        return Figure("x", Span(0, 1), Kind.DATE, Interval(None, None), None, None, date=date)

    outcome = compare(asserted(statement), asserted(reference), Policy())
    assert outcome.undecided == (expected == "")
    assert outcome.support == (expected or None)
    assert outcome.compatible == bool(expected)
