"""An amount of change with the level it led to: "rose $3 to $84", "rose by 12 to 340"."""

from __future__ import annotations

from typing import Final

from factcheck.figures.amounts import SHARES, scaled_like
from factcheck.figures.changes import change_of
from factcheck.figures.hedges import hedging
from factcheck.figures.scan import Amount, Scan

# How many times the first number the second has to be: forecasts of a rise seldom span a factor
# of four, and a toll or a price is seldom less than four times what it moved by. Forecasts in
# percent are wider ("by 10% to 40%"), and a rate of 5.4% moves by a tenth of a point.
_LEAST: Final = 4
_LEAST_SHARE: Final = 10


def leads_to_level(scan: Scan, first: Amount, second: Amount) -> bool:
    """Whether "to" leads from the amount of a change to the level that was reached.

    Args:
        scan: the text.
        first: the amount before "to".
        second: the amount behind it.

    Returns:
        False for a range: where nothing changes, where one unit stands for both numbers ("rose 3
        to 4 percent"), or where the two are near each other ("grew by 5% to 7%").
    """
    a, b = first.unit, second.unit
    if (a is None and b is not None) or scan.lower(first.first - 1) == "from":
        return False
    if not change_of(scan, first, hedging(scan, first).first, first.end).by:
        return False
    if a is not None and (b is None or (a.dimension, a.symbol) != (b.dimension, b.symbol)):
        return True
    low = scaled_like(first, second).value
    if low is None or second.value is None:
        return False
    share = a is not None and a.dimension in SHARES
    far = second.value >= (_LEAST_SHARE if share else _LEAST) * low
    return far or second.value < low
