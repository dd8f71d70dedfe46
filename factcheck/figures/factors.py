"""A multiple as a figure: what "tripled", "fell fivefold" and "twice as many" leave or make."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.figures.hedges import hedging, interval_of
from factcheck.figures.number import Number
from factcheck.figures.scan import Amount, Draft, Scan
from factcheck.model import Hedge, Interval, Kind

# What a hedge of a fall says of what is left: "more than halved" is less than half.
_OPPOSITE: Final = {
    Hedge.MORE_THAN: Hedge.LESS_THAN,
    Hedge.LESS_THAN: Hedge.MORE_THAN,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.AT_MOST: Hedge.AT_LEAST,
    Hedge.UP_TO: Hedge.AT_LEAST,
    Hedge.NEARLY: Hedge.JUST_OVER,
    Hedge.JUST_OVER: Hedge.NEARLY,
}


def factor(
    scan: Scan, first: int, last: int, value: Fraction, direction: int, *rules: str
) -> Draft:
    """A factor with the contract's 5% on either side, unless a hedge says more.

    What falls fivefold is divided: a fifth of it is left, as half is of what is halved. A hedge
    speaks of the fall, so that "more than halved" leaves less than half.
    """
    falls = direction < 0
    times = 1 / value if falls and value < 1 else value
    number = Number(times, None, times, times, first, last)
    amount = Amount(number, times, times, times, None, first, last, last)
    around = hedging(scan, amount)
    value = 1 / times if falls else value
    if around.hedge is Hedge.PLAIN:
        reach = value * scan.policy.multiple_width
        interval = Interval(value - reach, value + reach)
    else:
        interval = interval_of(amount, around.hedge, scan.policy)
    if falls and around.hedge is not Hedge.PLAIN:
        interval = _divided(interval)
        around = around._replace(hedge=_OPPOSITE.get(around.hedge, around.hedge))
    return Draft(
        Kind.FACTOR,
        first,
        last,
        around.first,
        around.last,
        interval,
        value,
        None,
        around.hedge,
        direction=direction,
        rules=(*rules, *around.rules),
    )


def _divided(times: Interval) -> Interval:
    """What is left by a fall of so many times; all above zero where the times have no end."""
    low, high = times.low, times.high
    least = Fraction(0) if high is None else 1 / high
    most = 1 / low if low else None
    return Interval(least, most, high is not None and times.high_open, times.low_open)
