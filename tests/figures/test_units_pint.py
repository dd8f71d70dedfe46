"""Every factor of units.toml against pint's."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from factcheck.figures.unit_data import Entry, expand, read

DATA = read()
ENTRIES = list(expand(DATA))
UNKNOWN = {unit["name"] for units in DATA["unit"].values() for unit in units if unit.get("unknown")}
# pint keeps some definitions as binary floats.
CLOSE = Fraction(1, 10**9)


@cache
def registry() -> Any:
    pint = pytest.importorskip("pint")
    return pint.UnitRegistry(non_int_type=Fraction)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.record[1]}-{entry.name}")
def test_factor_is_pints(entry: Entry) -> None:
    symbol, dimension, _, *ratio, _ = entry.record
    if not entry.pint:
        assert entry.name in UNKNOWN, f"{symbol} names neither `pint` nor `unknown`"
        return
    factor, offset = Fraction(ratio[0], ratio[1]), Fraction(ratio[2], ratio[3])
    base = registry().Unit(DATA["bases"][dimension][1])
    if offset:
        zero = registry().Quantity(Fraction(0), entry.pint).to(base).magnitude
        one = registry().Quantity(Fraction(1), entry.pint).to(base).magnitude
        assert (zero, one - zero) == (offset, factor)
        return
    quantity = registry().parse_expression(entry.pint)
    given = registry().Quantity(quantity).to(base).magnitude
    assert abs(Fraction(given) - factor) <= CLOSE * factor


# pint has it as a logarithmic unit, which needs a reference.
OTHERWISE = {"decibel"}


@pytest.mark.parametrize("name", sorted(UNKNOWN - OTHERWISE))
def test_pint_has_no_unit_of_that_name(name: str) -> None:
    plain = name.replace(" ", "_")
    assert not plain.isidentifier() or plain not in registry()._units


def test_every_entry_says_where_it_comes_from() -> None:
    for units in DATA["unit"].values():
        for unit in units:
            assert bool(unit.get("pint")) != bool(unit.get("unknown")), unit["name"]
            assert "examples" in unit, unit["name"]
