"""Money whose amount goes on behind its currency: "3 dollars 50 cents", "75 USD million"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from factcheck.figures.money import currency_after, same_currency
from factcheck.figures.number import exact
from factcheck.figures.numerals import read_number
from factcheck.figures.scan import Amount, Scan

# A larger sum is not said to the penny in two units.
_MOST: Final = 1000


def completed(scan: Scan, amount: Amount) -> Amount:
    """`amount`, which is money, with the coins or the magnitude behind its currency.

    Args:
        scan: the text.
        amount: a number with its currency, before or behind it.

    Returns:
        The whole sum in the major unit, or `amount` itself.
    """
    if amount.unit is None or amount.value is None or amount.number.scale != 1:
        return amount
    return _with_coins(scan, amount) or _with_magnitude(scan, amount) or amount


def _with_coins(scan: Scan, amount: Amount) -> Amount | None:
    """ "3 dollars 50 cents", "£2 and 50p": fewer coins than make one of the larger unit."""
    unit, value = amount.unit, amount.value
    if unit is None or value is None or unit.factor != 1 or value.denominator != 1:
        return None
    at = amount.end + (scan.lower(amount.end) == "and")
    text = scan.text(at)
    if abs(value) >= _MOST or not (text[:1].isdecimal() or scan.lower(at) in scan.words["small"]):
        return None
    part = read_number(scan.tokens, at, joined=False)
    coins = None if part is None else currency_after(scan.tokens, part.last)
    if part is None or part.value is None or coins is None or not same_currency(coins.unit, unit):
        return None
    added = part.value * coins.unit.factor
    if coins.unit.factor == 1 or not 0 < added < 1:
        return None
    whole = value + added if value >= 0 else value - added
    return replace(
        amount,
        value=whole,
        low=whole,
        high=whole,
        precision=coins.unit.factor,
        end=coins.end,
        rules=[*amount.rules, "coins"],
    )


def _with_magnitude(scan: Scan, amount: Amount) -> Amount | None:
    """ "75 USD million": the code of a table's head between number and magnitude."""
    factor = scan.words["magnitudes"].get(scan.lower(amount.end), 0)
    if factor < _MOST or amount.rules[-1] != "currency-code" or amount.value is None:
        return None
    value = amount.value * factor
    precision = None if amount.precision is None else amount.precision * exact(factor)
    return replace(
        amount,
        value=value,
        low=value,
        high=value,
        precision=precision,
        end=amount.end + 1,
        rules=[*amount.rules, "magnitude"],
    )
