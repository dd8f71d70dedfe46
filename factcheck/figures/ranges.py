"""Two numbers that are one figure: "between 10 and 20", "£2-3bn", "300/400 men", "1,250 ± 40"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from factcheck.figures.amounts import read_amount, scaled_like, with_unit_of
from factcheck.figures.levels import leads_to_level
from factcheck.figures.scan import Amount, Scan
from factcheck.figures.vetoes import names
from factcheck.model import Hedge

DASHES: Final = frozenset("-‐‑–—−")
_JOINING: Final = {"to": "to-range", "till": "to-range", "through": "to-range"}
_NAMING: Final = frozenset({"a", "an", "the"})
# Words that may stand between "and" or "to" and the second number.
_FILLERS: Final = 4
_YEARS: Final = range(1800, 2101)


def read_range(scan: Scan, amount: Amount) -> Amount | None:
    """The range or margin that `amount` begins, or None."""
    margin = _margin(scan, amount)
    if margin is not None:
        return margin
    at = amount.end
    word = scan.lower(at)
    between = _between(scan, amount)
    if between >= 0:
        found = _second(scan, amount, at + 1, "between") if word == "and" else None
        if found is None and word == "and":
            return None
        if found is not None:
            return replace(found, start=between)
    if word in _JOINING:
        found = _second(scan, amount, at + 1, _JOINING[word])
        if found is not None and scan.lower(amount.first - 1) == "from":
            return replace(found, start=amount.first - 1)
        return found
    if word in DASHES or (word == "~" and scan.glued(at) and scan.glued(at + 1)):
        return _dashed(scan, amount, at)
    if word == "/":
        return _slashed(scan, amount, at)
    return _second(scan, amount, at + 1, "or-range") if word == "or" else None


def _between(scan: Scan, amount: Amount) -> int:
    """The token of "between" before `amount`, hedge words apart; -1 where there is none."""
    for k in range(amount.first - 1, max(-1, amount.first - 1 - _FILLERS), -1):
        word = scan.lower(k)
        if word in {"between", "betwixt"}:
            return k
        if not _filler(scan, k):
            return -1
    return -1


def _filler(scan: Scan, i: int) -> bool:
    """Whether token `i` belongs to a hedge or a determiner."""
    return scan.lower(i) in scan.words["hedge_filling"]


def is_between(scan: Scan, i: int) -> bool:
    """Whether "between" stands before the number at token `i`."""
    return "between" in scan.tokens.lowers[max(0, i - 3) : i]


def _second(scan: Scan, first: Amount, at: int, rule: str) -> Amount | None:
    """Join `first` with the amount at or shortly behind token `at`."""
    for k in range(at, at + _FILLERS):
        if k >= len(scan.tokens):
            return None
        second = read_amount(scan, k)
        if second is not None:
            if rule == "to-range" and leads_to_level(scan, first, second):
                return None
            return _joined(scan, first, second, rule)
        if not _filler(scan, k) or rule == "or-range":
            return None
    return None


def _dashed(scan: Scan, first: Amount, at: int) -> Amount | None:
    """ "10–20 km", "£2-3bn", "70 % -80 %"; a third number makes it a code."""
    both = scan.glued(at) and (scan.glued(at + 1) or scan.lower(at + 1) == "to")
    neither = not scan.glued(at) and not scan.glued(at + 1)
    shares = first.unit is not None
    cut = first.number.plain and scan.glued(at + 1)  # "a 75 -300mm lens" of text that was cut up
    if not (both or (neither and scan.text(at) != "—") or shares or cut):
        return None
    if scan.text(at) == "—" and not both:
        return None
    after = at + 1
    if scan.lower(after) == "to":  # "18-to-24-year-olds"
        return _second(scan, first, after + 1 + scan.hyphened(after + 1), "to-range")
    second = read_amount(scan, after) if after < len(scan.tokens) else None
    if second is None:
        return None
    if cut and not (both or shares) and second.unit is None:
        return None
    end = second.number.last
    if scan.text(end) in DASHES and scan.glued(end) and scan.text(end + 1)[:1].isdecimal():
        return None
    return _joined(scan, first, second, "dash-range")


def _slashed(scan: Scan, first: Amount, at: int) -> Amount | None:
    """ "300/400 soldiers": both round and near, with what they count or measure behind them.

    Anything else that is joined by a slash is a fraction, a mark, a date or a code. Round numbers
    alone are taken, since "18/20 pupils" is more likely a part of a whole.
    """
    after = at + 1
    if not (scan.glued(at) and scan.glued(after)) or scan.text(first.first - 1) == "/":
        return None
    second = read_amount(scan, after) if after < len(scan.tokens) else None
    if second is None or first.unit is not None or not _round(first) or not _round(second):
        return None
    bare = second.unit is None
    if (bare and not scan.counts(second.end)) or scan.text(second.number.last) == "/":
        return None
    if names(scan, replace(first, end=second.end)):
        return None
    if not bare and (scan.in_contest() or scan.lower(first.first - 1) in _NAMING):
        return None  # "won the 200/400 metres"
    return _joined(scan, first, second, "slash-range")


def _round(amount: Amount) -> bool:
    """Whether whole tens are written in digits, without a sign or a magnitude word."""
    number = amount.number
    plain = not number.spelled and number.scale == 1 and not amount.sign and not number.fraction
    return plain and number.precision is not None and number.precision >= 10


def _joined(scan: Scan, first: Amount, second: Amount, rule: str) -> Amount | None:
    """One range of two amounts that fit together, or None."""
    low = scaled_like(with_unit_of(first, second), second)
    high = with_unit_of(second, low)
    if not _fits(scan, low, high, rule):
        return None
    reversed_ends = low.low > high.high
    if reversed_ends and (rule != "to-range" or low.unit is None):
        return None
    bottom, top = (high, low) if reversed_ends else (low, high)
    precisions = [p for p in (low.precision, high.precision) if p is not None]
    return replace(
        high,
        value=None,
        low=bottom.low,
        high=top.high,
        high_open=top.high_open,
        precision=min(precisions) if precisions else None,
        first=first.first,
        number=first.number,
        hedge=Hedge.RANGE,
        sign=False,
        start=first.start,
        rules=[*low.rules, *(r for r in high.rules if r not in low.rules), rule],
    )


def _fits(scan: Scan, low: Amount, high: Amount, rule: str) -> bool:
    """Whether both ends are of one dimension and near enough to be one range."""
    a, b = low.unit, high.unit
    if (a is None) != (b is None):
        return False
    if a is not None and b is not None and (a.dimension, a.symbol) != (b.dimension, b.symbol):
        return False
    if low.low == high.high and rule != "between":
        return False
    if rule in {"or-range", "slash-range"} and not _either(low, high):
        return False
    if rule == "slash-range" and _both_years(low, high):
        return False
    if rule in {"between", "to-range"} and _both_years(low, high) and not scan.counts(high.end):
        return False
    return rule != "dash-range" or low.low < high.high


def _either(low: Amount, high: Amount) -> bool:
    """ "two or three", "10 or 12 percent": neighbours, not alternatives."""
    if low.value is None or high.value is None or low.sign or high.sign:
        return False
    return 0 < low.value < high.value <= 2 * low.value


def _both_years(low: Amount, high: Amount) -> bool:
    return all(
        amount.unit is None and amount.number.plain and amount.value in _YEARS
        for amount in (low, high)
    )


def _margin(scan: Scan, amount: Amount) -> Amount | None:
    """ "1,250 ± 40", "48% plus or minus 3 points"."""
    at, lowers = amount.end, scan.tokens.lowers
    if scan.text(at) == "±":
        at += 1
    elif lowers[at : at + 3] in {("+", "/", "-"), ("plus", "or", "minus"), ("give", "or", "take")}:
        at += 3
    else:
        return None
    error = read_amount(scan, at) if at < len(scan.tokens) else None
    if error is None or error.value is None or amount.value is None or error.value < 0:
        return None
    whole = with_unit_of(amount, error)
    reach: Fraction = error.value
    return replace(
        whole,
        low=amount.value - reach,
        high=amount.value + reach,
        last=error.last,
        end=error.end,
        hedge=Hedge.MARGIN,
        rules=[*whole.rules, "margin"],
    )
