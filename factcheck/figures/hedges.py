"""Hedges and bounds around a number, and the intervals that they make of it."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.figures.scan import Amount, Scan
from factcheck.model import Hedge, Interval, Unit
from factcheck.policy import Policy

_BOUNDS: Final = frozenset(
    {Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.UP_TO}
)
_MOST_STACKED: Final = 3


class Hedging(NamedTuple):
    """What surrounds a number: the deciding hedge, the outer tokens, and the rules' names."""

    hedge: Hedge
    first: int
    last: int
    rules: tuple[str, ...]


def hedging(scan: Scan, amount: Amount) -> Hedging:
    """All hedges around `amount`; the outermost bound decides, else the outermost hedge."""
    first = amount.start if amount.start >= 0 else amount.first
    found: list[Hedge] = []
    rules: list[str] = []
    for _ in range(_MOST_STACKED):
        step = _one_before(scan, first, amount.unit)
        if step is None:
            break
        hedge, first, rule = step
        found.append(hedge)
        rules.append(rule)
    last = amount.end
    behind = _behind(scan, amount)
    if behind is not None:
        hedge, end, rule = behind
        if not any(h in _BOUNDS for h in found):
            found.append(hedge)
        rules.append(rule)
        last = max(last, end)
    return Hedging(_deciding(found), first, last, tuple(rules))


def _deciding(found: list[Hedge]) -> Hedge:
    bounds = [hedge for hedge in found if hedge in _BOUNDS]
    # the innermost bound decides: "averaged over less than 20 reviews"
    return bounds[0] if bounds else (found[-1] if found else Hedge.PLAIN)


def _one_before(scan: Scan, first: int, unit: Unit | None) -> tuple[Hedge, int, str] | None:
    """The hedge that ends before token `first`: hedge, its first token (or `first`), rule."""
    words, lowers = scan.words, scan.tokens.lowers
    at, skipped = first, False
    between = words["hedge_between"]
    while at > 0 and first - at < 3 and lowers[at - 1] in between:
        if lowers[at - 1] in words["hedge_articled"] and scan.lower(at - 2) in {"a", "an"}:
            at -= 1
        skipped = skipped or lowers[at - 1] in words["hedge_determiners"]
        at -= 1
    for start in {at, first}:
        if start <= 0:
            continue
        for phrase, name in words["hedges_before"].get(lowers[start - 1], ()):
            head = start - len(phrase)
            if head < 0 or lowers[head:start] != phrase:
                continue
            if _refused(scan, head, phrase, skipped and start == at != first, unit):
                continue
            key = " ".join(phrase)
            outer = first if key in words["hedge_verbal"] else head
            return Hedge(name), outer, f"hedge:{key}"
    return None


def _refused(
    scan: Scan, head: int, phrase: tuple[str, ...], determined: bool, unit: Unit | None
) -> bool:
    """Whether the phrase is something else here: a phrasal verb, a preposition, a duration."""
    key = " ".join(phrase)
    before = scan.lower(head - 1)
    if before in scan.words["hedge_except"].get(key, ()):
        return True
    if determined and phrase[-1] in scan.words["hedge_prepositions"]:
        return True
    timed = unit is not None and unit.dimension == "time"
    return timed and key in scan.words["during"] and before not in scan.words["during_bound"]


def _behind(scan: Scan, amount: Amount) -> tuple[Hedge, int, str] | None:
    """A hedge behind the number, its unit, or the noun that it counts."""
    for at in (amount.number.last if amount.hedge is Hedge.PLAIN else amount.last, amount.end):
        found = _one_behind(scan, at)
        if found is not None:
            return found
    at = amount.end
    for k in range(at, at + 3):
        if not scan.noun(k) and scan.tag(k) != "ADJ":
            return None
        found = _one_behind(scan, k + 1)
        if found is not None and found[2] != "hedge:+":
            return found[0], at, found[2]
    return None


def _one_behind(scan: Scan, at: int) -> tuple[Hedge, int, str] | None:
    lowers = scan.tokens.lowers
    for phrase, name in scan.words["hedges_after"].get(scan.lower(at), ()):
        end = at + len(phrase)
        if lowers[at:end] != phrase:
            continue
        key = " ".join(phrase)
        if phrase[0] in {"-", "+", "ish"} and not scan.glued(at):
            continue
        if phrase[0] in {"-", "+"} and scan.glued(end) and scan.text(end)[0].isalnum():
            continue
        following = scan.lower(end)
        if key in scan.words["hedge_ambiguous"] and (
            _numeric(scan, end) or following in {"than", "to", "of"}
        ):
            continue
        if key in scan.words["hedge_adjectives"] and scan.noun(end):
            continue
        return Hedge(name), end, f"hedge:{key}"
    return None


def _numeric(scan: Scan, i: int) -> bool:
    text = scan.text(i)
    return bool(text) and (
        text[0].isdecimal() or scan.tag(i) == "NUM" or scan.lower(i) in scan.words["small"]
    )


def interval_of(
    amount: Amount, hedge: Hedge, policy: Policy, cap: Fraction | None = None
) -> Interval:
    """The contract's interval of a hedged amount, in its written unit.

    Args:
        amount: nominal value, or the ends that its words allow.
        hedge: the deciding hedge.
        policy: the widths.
        cap: the largest possible value (a share word never exceeds the whole).
    """
    plain = Interval(amount.low, amount.high, False, amount.high_open)
    if hedge in (Hedge.PLAIN, Hedge.RANGE, Hedge.MARGIN, Hedge.VAGUE, Hedge.SHARE_WORD):
        return plain
    if hedge in _BOUNDS:
        return _bounded(amount, hedge, cap)
    if amount.value is None:
        return plain
    n = amount.value
    if hedge is Hedge.ABOUT:
        reach = _reach(n, amount.unit, policy)
        return Interval(n - reach, n + reach, bool(reach), bool(reach))
    near = abs(n) * policy.near_width
    if hedge is Hedge.NEARLY:
        return Interval(n - near, n, False, True)
    return Interval(n, n + near, True, False)


def _reach(n: Fraction, unit: Unit | None, policy: Policy) -> Fraction:
    if unit is not None and unit.dimension == "temperature":
        return policy.hedge_degrees / unit.factor
    return abs(n) * policy.hedge_width


def _bounded(amount: Amount, hedge: Hedge, cap: Fraction | None) -> Interval:
    low = amount.low if amount.value is None else amount.value
    high = amount.high if amount.value is None else amount.value
    if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return Interval(low, cap, hedge is Hedge.MORE_THAN and amount.value is not None, False)
    coldest = amount.unit is not None and amount.unit.dimension == "temperature"
    floor = None if coldest or high < 0 else Fraction(0)
    if hedge is Hedge.LESS_THAN and floor == high:
        floor = None
    return Interval(floor, high, False, hedge is Hedge.LESS_THAN)
