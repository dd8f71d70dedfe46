"""The policy holds the contract's numbers, exactly, and refuses what is no tolerance."""

from dataclasses import FrozenInstanceError, fields
from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.errors import ConfigError
from factcheck.policy import Policy

CONTRACT = {
    "hedge_width": Fraction(1, 10),
    "hedge_degrees": 2,
    "near_width": Fraction(1, 10),
    "share_word_width": Fraction(1, 20),
    "rounding_error": Fraction(1, 20),
    "rounding_error_one_digit": Fraction(1, 10),
    "rounding_count_floor": 100,
    "bound_reach": Fraction(1, 4),
    "loose_bound": 2,
    "multiple_width": Fraction(1, 20),
}


@pytest.mark.parametrize(("name", "value"), CONTRACT.items())
def test_defaults_are_the_contracts(name, value):
    assert getattr(Policy(), name) == value


def test_every_tolerance_says_where_it_comes_from():
    for field in fields(Policy):
        entry = Policy.__doc__.split(f"\n        {field.name}: ")[1].split("\n        ")
        described = entry[0] + "".join(line for line in entry[1:] if line.startswith(" "))
        assert "(contract: " in described or "(ours" in described, field.name


def test_tolerances_are_exact_and_never_binary():
    numbers = [
        field.name
        for field in fields(Policy)
        if isinstance(getattr(Policy(), field.name), Fraction)
    ]
    assert len(numbers) == len(fields(Policy)) - 2  # a switch and a number of claims


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (0.1, Fraction(1, 10)),
        ("0.07", Fraction(7, 100)),
        ("1/3", Fraction(1, 3)),
        (Decimal("0.25"), Fraction(1, 4)),
        (1, Fraction(1)),
    ],
)
def test_numbers_of_any_form_are_kept_as_they_are_written(given, kept):
    assert Policy(hedge_width=given).hedge_width == kept


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("hedge_width", -0.1),
        ("hedge_width", 1.5),
        ("hedge_width", "ten"),
        ("hedge_width", "1/0"),
        ("hedge_width", float("nan")),
        ("hedge_width", float("inf")),
        ("hedge_width", None),
        ("hedge_width", True),
        ("near_width", 0),
        ("hedge_degrees", 0),
        ("loose_bound", 0),
        ("bound_reach", 2),
        ("candidates", 0),
        ("candidates", 2.5),
    ],
)
def test_what_is_no_tolerance_is_refused_with_its_name(name, given):
    with pytest.raises(ConfigError, match=name) as caught:
        Policy(**{name: given})
    assert caught.value.do


def test_a_policy_is_frozen_and_hashable():
    with pytest.raises(FrozenInstanceError):
        Policy().hedge_width = Fraction(1)
    assert hash(Policy()) == hash(Policy(hedge_width="0.10"))
    assert Policy() == Policy(hedge_width="0.10")
