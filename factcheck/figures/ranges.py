"""Two numbers that are one figure: "between 10 and 20", "£2-3bn", "300/400 men", "1,250 ± 40"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from factcheck.figures.amounts import read_amount, scaled_like, with_unit_of
from factcheck.figures.dates import match_date
from factcheck.figures.hedges import hedging
from factcheck.figures.levels import leads_to_level
from factcheck.figures.margins import read_margin
from factcheck.figures.phrases import phrases_at
from factcheck.figures.scan import Amount, Scan
from factcheck.figures.vetoes import names
from factcheck.model import Hedge

DASHES: Final = frozenset("-‐‑–—−~")
_BUT: Final = frozenset({"and", "but", "yet"})
_LOWER: Final = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_UPPER: Final = frozenset({Hedge.AT_MOST, Hedge.UP_TO, Hedge.LESS_THAN})
_JOINING: Final = {"to": "to-range", "till": "to-range", "through": "to-range"}
_NAMING: Final = frozenset({"a", "an", "the"})
# Words that may stand between "and" or "to" and the second number.
_FILLERS: Final = 4
_YEARS: Final = range(1800, 2101)
# How many times the first number the second may be, so that both are one range.
_ALTERNATIVES: Final = {"or-range": 2, "slash-range": 2, "perhaps-range": 5}
# From here on "10 to 20,000" shares its thousands; a pair may become 20,000, too.
_TENS: Final = 10
_PARTED: Final = 20  # above it a fraction in words and a number are no range


def read_range(scan: Scan, amount: Amount) -> Amount | None:
    """The range or margin that `amount` begins, or None."""
    margin = read_margin(scan, amount)
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
    if word in _BUT:
        return _bounds(scan, amount, at)
    found = _second(scan, amount, at + 1, "or-range") if word == "or" else None
    return found or _perhaps(scan, amount, at) or _renamed(scan, amount, at)


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
            if first.unit is not None and _begins_date(scan, k, second):
                return None  # "six months to 30 June"
            if rule == "to-range" and (
                leads_to_level(scan, first, second)
                or _is_receiver(scan, first, second)
                or _is_left(first, second)
            ):
                return None
            return _joined(scan, first, second, rule)
        if not _filler(scan, k) or rule == "or-range":
            return None
    return None


def _is_receiver(scan: Scan, first: Amount, second: Amount) -> bool:
    """Whether a sum goes to as many as the second number says: "$88 million to 133 people"."""
    if first.unit is None or second.unit is not None:
        return False
    money = first.unit.dimension.startswith("money")
    return scan.counts(second.end) or (money and scan.noun(second.end))


def _is_left(first: Amount, second: Amount) -> bool:
    """Whether the second is what a change leaves: "fell by a third to 18,700 tonnes"."""
    part = first.number.fraction and first.number.spelled and not second.number.fraction
    return part and second.high > _PARTED


def _begins_date(scan: Scan, i: int, amount: Amount) -> bool:
    """Whether a bare number is the day of a date: a month stands behind it."""
    if amount.unit is not None or scan.tag(amount.end) != "PROPN":
        return False
    date = match_date(scan.tokens, i)
    return date is not None and date.rule != "bare-year"


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
    if neither and hedging(scan, first).hedge is not Hedge.PLAIN:
        return None  # "over £2m – £2,113,400 to be exact"
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


def _perhaps(scan: Scan, first: Amount, at: int) -> Amount | None:
    """ "Ten, perhaps 20", "two or maybe three", "hundreds, if not thousands"."""
    at += scan.text(at) == ","
    for phrase, _ in phrases_at(scan.words["range_joints"], scan.tokens.lowers, at):
        end = at + len(phrase)
        if end < scan.count:
            second = read_amount(scan, end)
            return None if second is None else _joined(scan, first, second, "perhaps-range")
    return None


def _renamed(scan: Scan, first: Amount, at: int) -> Amount | None:
    """ "10 boats to 20 boats": the noun is said again."""
    noun = scan.lower(at)
    if first.unit is not None or scan.lower(at + 1) not in _JOINING or not scan.noun(at):
        return None
    found = _second(scan, first, at + 2, "to-range")
    return found if found is not None and scan.lower(found.end) == noun else None


def _bounds(scan: Scan, first: Amount, at: int) -> Amount | None:
    """ "At least 10 and at most 20": two bounds of one number."""
    if not _filler(scan, at + 1):
        return None
    low = hedging(scan, first)
    if low.hedge not in _LOWER:
        return None
    for k in range(at + 2, at + 2 + _FILLERS):
        second = read_amount(scan, k) if k < scan.count else None
        if second is not None:
            high = hedging(scan, second)
            both = high.hedge in _UPPER and high.first == at + 1
            found = _joined(scan, first, second, "bounds-range") if both else None
            if found is None:
                return None
            ends = (low.hedge is Hedge.MORE_THAN, high.hedge is Hedge.LESS_THAN)
            return replace(found, low_open=ends[0], high_open=ends[1], start=low.first)
        if not _filler(scan, k):
            return None
    return None


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
    grouped = rule in {"dash-range", "or-range"} or first.low >= _TENS
    low = scaled_like(with_unit_of(first, second), second, grouped=grouped)
    high = with_unit_of(second, low)
    if _is_open_degree(low, high):
        low = replace(low, unit=high.unit)
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


def _is_open_degree(low: Amount, high: Amount) -> bool:
    """Whether the second names the scale of the first: "20°–30°C"."""
    if low.unit is None or high.unit is None or low.unit.dimension != "degree":
        return False
    return high.unit.dimension in {"temperature", "angle"}


def _fits(scan: Scan, low: Amount, high: Amount, rule: str) -> bool:
    """Whether both ends are of one dimension and near enough to be one range."""
    a, b = low.unit, high.unit
    if (a is None) != (b is None):
        return False
    if a is not None and b is not None and (a.dimension, a.symbol) != (b.dimension, b.symbol):
        return False
    if low.low == high.high and rule != "between":
        return False
    if rule in _ALTERNATIVES and not _either(low, high, _ALTERNATIVES[rule]):
        return False
    if rule == "slash-range" and _both_years(low, high):
        return False
    if rule in {"between", "to-range"} and _both_years(low, high) and not scan.counts(high.end):
        return False
    return rule not in {"dash-range", "bounds-range"} or low.low < high.high


def _either(low: Amount, high: Amount, times: int) -> bool:
    """ "two or three", "10 or 12 percent": neighbours, not alternatives."""
    if low.value is None and high.value is None:  # "dozens or even hundreds"
        return low.low < high.low
    if low.value is None or high.value is None or low.sign or high.sign:
        return False
    return 0 < low.value < high.value <= times * low.value


def _both_years(low: Amount, high: Amount) -> bool:
    return all(
        amount.unit is None and amount.number.plain and amount.value in _YEARS
        for amount in (low, high)
    )
