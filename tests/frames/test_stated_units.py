"""Units that the keeper of a claim writes beside a figure."""

from __future__ import annotations

import pytest

from factcheck import Checker, Claim, Verdict
from factcheck.errors import ClaimError
from factcheck.figures.units import user_units
from factcheck.frames.stated_units import StatedUnits, stated_unit
from factcheck.model import Kind, StatedFigure
from factcheck.store.spelling import nearest


@pytest.mark.parametrize(
    ("written", "dimension", "symbol", "per"),
    [
        ("km", "length", "kilometre", None),
        ("kilometres", "length", "kilometre", None),
        ("percent", "share", "percent", None),
        ("%", "share", "percent", None),
        ("percentage points", "share_point", "percentage point", None),
        ("EUR", "money:EUR", "EUR", None),
        ("US$", "money:USD", "USD", None),
        ("Swiss francs", "money:CHF", "CHF", None),
        ("km/h", "speed", "kilometre per hour", None),
        ("litres a day", "volume", "litre", "day"),
        ("euros per month", "money:EUR", "EUR", "month"),
        ("people per km²", "count", "", "square kilometre"),
        # letters that running text has to be asked about
        ("m", "length", "metre", None),
        ("t", "mass", "tonne", None),
        ("in", "length", "inch", None),
        ("C", "temperature", "degree Celsius", None),
    ],
)
def test_a_unit_that_is_known(written: str, dimension: str, symbol: str, per: str | None) -> None:
    unit = stated_unit(written)
    assert unit is not None
    assert (unit.dimension, unit.symbol, unit.per) == (dimension, symbol, per)


@pytest.mark.parametrize(
    "written",
    [
        "kilomtres",
        "soldiers",
        "million",
        "million euros",
        "out of 10",
        "km km",
        "2",
        " ",
        "K",
        "points",
    ],
)
def test_what_is_no_unit(written: str) -> None:
    assert stated_unit(written) is None


def test_a_unit_of_the_users_own_is_known_and_suggested() -> None:
    own = StatedUnits(user_units(["smoot = 1.7018 metre = smt"]))
    assert own.knows("smoots")
    assert own.knows("smt")
    assert not StatedUnits().knows("smoots")
    assert nearest("smoott", own.names()) == "smoot"


def test_it_is_compared() -> None:
    stated = StatedFigure("12", unit="t")
    claim = Claim(id="a", text="The bridge takes a load of 12.", figures=(stated,))
    assert Checker([claim]).check("The bridge takes a load of 12,000 kg.").verdict is (
        Verdict.CONSISTENT
    )


def test_a_change_stays_one() -> None:
    stated = StatedFigure("5", unit="percent")
    claim = Claim(id="a", text="Rents rose by 5 in May.", figures=(stated,))
    (finding,) = Checker([claim]).check("Rents rose by 5% in May.").findings
    assert finding.verdict is Verdict.CONSISTENT
    assert finding.figure is not None
    assert finding.figure.kind is Kind.CHANGE


def test_a_claim_in_memory_is_refused_as_well() -> None:
    claim = Claim(id="a", text="A road of 3.", figures=(StatedFigure("3", unit="kilomtres"),))
    with pytest.raises(ClaimError, match="kilomtres"):
        Checker([claim])
