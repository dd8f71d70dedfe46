"""Every example of units.toml, and the readings that typical tools get wrong."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.errors import UnitError
from factcheck.figures import unit_guards
from factcheck.figures.unit_data import read
from factcheck.figures.units import (
    UnitMatch,
    as_difference,
    match_unit,
    match_unit_before,
    settle,
    user_units,
)
from factcheck.model import Unit
from factcheck.text.tokens import tokenize


def units_in(text: str) -> list[UnitMatch]:
    tokens = tokenize(text)
    found = []
    for i, token in enumerate(tokens.texts):
        if token[0].isdigit():
            hyphen = tokens.texts[i + 1 : i + 2] == ("-",)
            match = match_unit(tokens, i + 1 + hyphen)
            if match is not None:
                found.append(match)
    return found


def only_unit(text: str) -> Unit:
    (match,) = units_in(text)
    return match.unit


def entries(field: str) -> list[tuple[str, str, str]]:
    return [
        (dimension, unit.get("same", unit["name"]), text)
        for dimension, units in read()["unit"].items()
        for unit in units
        for text in unit.get(field, ())
    ]


@pytest.mark.parametrize(("dimension", "name", "text"), entries("examples"))
def test_example_is_read(dimension: str, name: str, text: str) -> None:
    units = [match.unit for match in units_in(text)]
    assert any(u.dimension == dimension and u.symbol.endswith(name) for u in units), units


@pytest.mark.parametrize(("dimension", "name", "text"), entries("not"))
def test_counterexample_is_not_read(dimension: str, name: str, text: str) -> None:
    assert not any(
        match.unit.dimension == dimension and match.unit.symbol == name for match in units_in(text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "at 6pm",  # picometres
        "at 6 pm",
        "one in 10 in Aleppo",  # inches
        "11k soldiers",  # kelvin
        "11 K soldiers",
        "221B Baker Street",  # bytes
        "£3bn",  # pound barn newton
        "£3m",
        "€4.5m",
        "$2t of debt",
        "$5 GB",
        "the 1990s",  # seconds
        "two 747s",
        "in his 30s",
        "3 a day",  # ares, years
        "5 P",
        "12 C students",  # coulombs, degrees
        "Boeing 737 max",
        "a 5G network",  # grams
        "4 X",
        "5 People",
        "12 m people",  # metres
        "3 won medals",
        "Article 5 of",
        "7 T-shirts",
    ],
)
def test_no_unit(text: str) -> None:
    assert units_in(text) == []


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("90 minutes", "minute"),  # not minutes of arc
        ("5 percentage points", "percentage point"),
        ("5 percent", "percent"),
        ("12 miles per hour", "mile per hour"),
        ("12 miles per day", "mile"),
        ("120 kilometres an hour's drive", "kilometre"),
        ("460 MW", "megawatt"),
        ("460 mW", "milliwatt"),
        ("5 Mb/s", "megabit per second"),
        ("5 MB/s", "megabyte per second"),
        ("40 GWH", "gigawatt hour"),
        ("12 SQ KM", "square kilometre"),
        ("12 ft. tall", "foot"),
        ("900 sq. ft. of", "square foot"),
        ("40 degrees Celsius", "degree Celsius"),
        ("12 km²", "square kilometre"),
        ("12 km2,", "square kilometre"),
        ("12 km 2 days ago", "kilometre"),
        ("5 barrels per day", "barrel"),
        ("5,000 bpd", "barrel"),
    ],
)
def test_reading(text: str, symbol: str) -> None:
    assert units_in(text)[0].unit.symbol == symbol


def test_milliwatt_in_one_case_only() -> None:
    assert units_in("5 mw") == []


def test_plural_only_where_it_can_stand() -> None:
    tokens = tokenize("a 5-mile walk")
    assert match_unit(tokens, 3, plural_ok=False) is not None
    tokens = tokenize("a 5-miles walk")
    assert match_unit(tokens, 3, plural_ok=False) is None


def test_end_and_rule() -> None:
    tokens = tokenize("12 square kilometres of rice")
    match = match_unit(tokens, 1)
    assert match is not None
    assert (match.end, match.rule, match.unit.written) == (3, "unit-name", "square kilometres")


def test_share_and_points_never_compare() -> None:
    percent, points = only_unit("5%"), only_unit("5 percentage points")
    assert settle(percent, points) is None
    assert percent.factor == points.factor == Fraction(1, 100)
    assert only_unit("25 basis points").factor == Fraction(1, 10_000)


def test_temperature_has_an_offset_and_its_change_none() -> None:
    celsius, fahrenheit = only_unit("38 °C"), only_unit("118 °F")
    assert 38 * celsius.factor + celsius.offset == Fraction("311.15")
    assert 118 * fahrenheit.factor + fahrenheit.offset != Fraction("311.15")
    assert 2 * as_difference(celsius).factor == Fraction("3.6") * as_difference(fahrenheit).factor
    assert as_difference(celsius).dimension == "temperature_difference"
    kilometre = only_unit("5 km")
    assert as_difference(kilometre) is kilometre


@pytest.mark.parametrize(
    ("text", "other", "kilograms"),
    [
        ("5 tons", "5 tonnes", 1000),
        ("5 tons", "5 kg", 1000),
        ("5 tons", "5 tons", 1000),
        ("5 tons", "5 short tons", Fraction("907.18474")),
        ("5 tons", "5 long tons", Fraction("1016.0469088")),
        ("5 tons", "5 pounds", Fraction("907.18474")),
    ],
)
def test_open_ton(text: str, other: str, kilograms: Fraction) -> None:
    settled = settle(only_unit(text), only_unit(other))
    assert settled is not None
    assert settled[0].factor == kilograms
    turned = settle(only_unit(other), only_unit(text))
    assert turned is not None
    assert turned[1].factor == kilograms


def test_open_degrees_take_the_other_scale() -> None:
    bare = only_unit("temperatures of 30 degrees")
    for text in ("30 °C", "30 °F", "30 degrees north"):
        other = only_unit(text)
        settled = settle(bare, other)
        assert settled is not None
        assert (settled[0].factor, settled[0].offset) == (other.factor, other.offset)
        assert settled[0].written == "degrees"


@pytest.mark.parametrize(
    ("one", "other"),
    [("5 km", "5 kg"), ("5 mpg", "5 l/100km"), ("5 °C", "5%"), ("5 bpd", "5 barrels")],
)
def test_different_things(one: str, other: str) -> None:
    assert settle(units_in(one)[0].unit, units_in(other)[0].unit) is None


@pytest.mark.parametrize(
    ("text", "i", "end", "symbol"),
    [
        ("magnitude 6.8", 0, 1, "magnitude"),
        ("magnitude-6.8", 0, 1, "magnitude"),
        ("a magnitude of 6.8", 0, 3, "magnitude"),
        ("pH 7.4", 0, 1, "pH"),
    ],
)
def test_unit_before(text: str, i: int, end: int, symbol: str) -> None:
    match = match_unit_before(tokenize(text), i)
    assert match is not None
    assert (match.end, match.unit.symbol) == (end, symbol)


def test_no_unit_before_without_a_number() -> None:
    assert match_unit_before(tokenize("magnitude of it"), 0) is None


def test_every_guard_is_known_and_used() -> None:
    used = {
        guard
        for units in read()["unit"].values()
        for unit in units
        for guard in [unit.get("guard"), *unit.get("guards", {}).values()]
        if guard
    }
    listed = {guard.partition(":")[::2] for guard in used if ":" in guard}
    assert {guard for guard in used if ":" not in guard} == set(unit_guards.GUARDS)
    assert {test for test, _ in listed} == set(unit_guards.LISTED)
    assert all(unit_guards.words(name) for _, name in listed)


def test_guarded_forms_exist() -> None:
    for units in read()["unit"].values():
        for unit in units:
            letters = [""] + [read()["prefixes"][p][0] for p in unit.get("prefixes", ())]
            forms = {letter + s for letter in letters for s in unit.get("symbols", ())}
            names = {name.partition("|")[0] for name in unit.get("also", ())}
            assert set(unit.get("guards", ())) <= forms | names | {unit["name"]}, unit["name"]


def test_user_unit() -> None:
    extra = user_units(["smoot = 1.7018 metre = smt", "double_smoot = 2 smoot = _ = dsm"])
    tokens = tokenize("364.4 smoots, or 182 double smoots, or 3 smt, or 4 dsm")
    found = [match_unit(tokens, i, extra=extra) for i in (1, 5, 10, 14)]
    assert [match and match.unit.symbol for match in found] == [
        "smoot",
        "double smoot",
        "smoot",
        "double smoot",
    ]
    assert found[0] is not None
    assert found[0].unit.factor == Fraction("1.7018")
    assert found[0].unit.dimension == "length"
    assert found[0].rule == "user-unit-name"
    assert found[1] is not None
    assert found[1].unit.factor == Fraction("3.4036")
    assert match_unit(tokens, 1) is None


@pytest.mark.parametrize(
    "definition",
    ["smoot", "smoot =", "= 5 metre", "smoot = 5 flurb", "x = 5 metre ** 7", "smoot = metre +"],
)
def test_bad_user_unit(definition: str) -> None:
    with pytest.raises(UnitError) as raised:
        user_units([definition])
    assert repr(definition) in str(raised.value)


HOSTILE = [
    "",
    "\x00",
    "5\ud800",
    "٥ km",
    "5 " + "º" * 50,
    "5" * 5000 + " km",
    "5 -",
    "5 sq.",
    "5 °",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_read(text: str) -> None:
    tokens = tokenize(text)
    for i in range(-1, len(tokens) + 1):
        match = match_unit(tokens, i)
        assert match is None or i < match.end <= len(tokens)
        before = match_unit_before(tokens, i)
        assert before is None or i < before.end < len(tokens)
