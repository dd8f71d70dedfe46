"""A number with its error: "1,250 ± 40", "48%, give or take 3 points", "10 m (+/- 50 cm)"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from factcheck.figures.amounts import SHARES, read_amount, scaled_by, with_unit_of
from factcheck.figures.scan import Amount, Scan
from factcheck.model import Hedge, Unit

_SIGNS: Final = (
    ("±",),
    ("+", "/", "-"),
    ("+", "/", "−"),
    ("plus", "or", "minus"),
    ("give", "or", "take"),
)
_BEGINNINGS: Final = frozenset(sign[0] for sign in _SIGNS)
# Tokens that a noun, a comma and a bracket take up before the sign.
_REACH: Final = 5
_LARGE: Final = 1000


def read_margin(scan: Scan, amount: Amount) -> Amount | None:
    """`amount` with the error behind it, behind its noun, or in brackets; None without one.

    A "margin of error" that a poll is said to have is a figure of its own, because it holds of
    every share in the poll.
    """
    end = amount.end
    if _BEGINNINGS.isdisjoint(scan.tokens.lowers[end : end + _REACH]):
        return None
    sign, at, bracket = _sign(scan, end)
    if scan.tokens.lowers[at : at + 2] == ("a", "few"):
        return None  # "give or take a few": a hedge
    error = read_amount(scan, at) if 0 < at < scan.count else None
    if error is None or amount.value is None or error.low < 0:
        return None
    if error.value is None:  # "give or take a point or two"
        error = replace(error, value=error.high)
    last = error.end + (error.unit is None and scan.lower(error.end) in scan.words["points"])
    if bracket and scan.text(last) != ")":
        return None
    direct = sign == end and amount.end == amount.number.last
    whole = _completed(amount, error) if direct else amount
    reach = _converted(error, whole.unit)
    if reach is None or whole.value is None:
        return None
    return replace(
        whole,
        low=whole.value - reach,
        high=whole.value + reach,
        last=max(last, error.last),
        end=last if sign == end else amount.end,
        hedge=Hedge.MARGIN,
        rules=[*whole.rules, "margin"],
    )


def _sign(scan: Scan, end: int) -> tuple[int, int, bool]:
    """The sign behind token `end`, the token after it, and whether a bracket opens before it."""
    at = end
    while at < end + 2 and scan.lower(at) not in _BEGINNINGS and _is_counted(scan, at):
        at += 1
    at += scan.text(at) == ","
    bracket = scan.text(at) == "("
    at += bracket
    for sign in _SIGNS:
        if scan.tokens.lowers[at : at + len(sign)] == sign:
            return at, at + len(sign), bracket
    return at, 0, bracket


def _is_counted(scan: Scan, at: int) -> bool:
    """Whether a word is a noun that may stand between, or a plural that looks like a verb."""
    return scan.noun(at) or scan.tag(at) == "ADJ" or scan.lower(at).endswith("s")


def _completed(amount: Amount, error: Amount) -> Amount:
    """The 1.8 of "1.8 ± 0.1 million years": unit and magnitude are said once, behind the error."""
    scale = error.number.scale
    if amount.number.scale == 1 and scale >= _LARGE and error.number.value is not None:
        below = amount.value is not None and amount.value < scale
        amount = scaled_by(amount, scale) if below else amount
    return with_unit_of(amount, error)


def _converted(error: Amount, unit: Unit | None) -> Fraction | None:
    """An error in the unit of what it is the error of, None where it measures another thing."""
    own = error.unit
    if own is None or error.value is None:
        return error.value
    if unit is None:
        return None
    if own.symbol == unit.symbol or {own.dimension, unit.dimension} <= SHARES:
        return error.value
    if own.dimension == unit.dimension:
        return error.value * own.factor / unit.factor
    return error.value if own.dimension == "degree" else None
