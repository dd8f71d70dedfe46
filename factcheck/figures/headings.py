"""Headings of a line of figures: "Revenue, £m: 4.2", "Murders per 100,000: 5.4", "Profit/(loss):".

What stands before a colon says once what the numbers behind it are measured in, what they are
counted by, and whether brackets are losses.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from factcheck.figures.amounts import scaled_by, unit_at
from factcheck.figures.money import currency_before
from factcheck.figures.rates import Per, per_at
from factcheck.figures.scan import Amount, Scan
from factcheck.model import Unit
from factcheck.text.tokens import tokenize

_OPENING: Final = frozenset({",", "(", "in"})
_LOSSES: Final = frozenset({
    "loss", "losses", "deficit", "deficits", "decrease", "outflow", "outflows", "expense",
    "shortfall",
})  # fmt: skip
_REACH: Final = 40  # tokens of a line of figures; longer ones are prose
# Tokens of a unit before its colon: "(", "£", "m", ")"; and of a denominator.
_UNIT_REACH: Final = 4
_PER_REACH: Final = 6
# Behind a number that counts nothing of its own: "2.9 in June", "2.9 a year ago".
_CLOSING: Final = frozenset(
    {"", ".", ",", ";", ")", "|", "in", "for", "/", "(", "vs", "against", "and"}
)
_EARLIER: Final = frozenset({"ago", "earlier", "before"})


def headed(scan: Scan, amount: Amount) -> Amount:
    """An amount with the unit, magnitude and sign that its heading gives it."""
    colon = _colon(scan, amount.first)
    if colon < 0 and scan.text(amount.first - 2) != "|":
        return amount
    if _is_loss(scan, amount, colon):
        value = None if amount.value is None else -amount.value
        amount = replace(amount, value=value, low=-amount.high, high=-amount.low, sign=True)
        amount.rules.append("loss-in-brackets")
    behind = scan.lower(amount.end) in _CLOSING or scan.lower(amount.end + 2) in _EARLIER
    if amount.unit is not None or not behind:
        return amount
    unit, scale = _heading(scan, colon)
    if unit is None or amount.number.scale != 1:
        return amount
    amount = scaled_by(amount, scale) if scale > 1 else amount
    return replace(amount, unit=unit, rules=[*amount.rules, "heading"])


def per_of_heading(scan: Scan, amount: Amount) -> Per | None:
    """The denominator of "Murders per 100,000 inhabitants: 5.4"."""
    colon = _colon(scan, amount.first)
    for k in range(max(0, colon - _PER_REACH), colon):
        if scan.lower(k) == "per":
            found = per_at(scan, k)
            return found if found is not None and found.last == colon else None
    return None


def in_heading(scan: Scan, amount: Amount) -> bool:
    """Whether a number only says per how many: "beds per 1,000 people fell", "Turnover, £000: 4".

    The denominator of a figure goes with it and is not read again.
    """
    if scan.text(amount.number.first) == "000":
        return True
    if scan.lower(amount.first - 1) != "per":
        return False
    found = per_at(scan, amount.first - 1)
    return found is not None


def _colon(scan: Scan, i: int) -> int:
    """The colon not far before token `i` that ends a heading, -1 where there is none."""
    first = max(0, i - _REACH)
    near = scan.tokens.texts[first:i]
    if ":" not in near:
        return -1
    at = first + near.index(":")
    return -1 if scan.glued(at + 1) else at


def _is_loss(scan: Scan, amount: Amount, colon: int) -> bool:
    """Whether brackets make a loss of an amount: in a cell of a table, or under "(loss)"."""
    before, behind = scan.text(amount.first - 1), scan.text(amount.end)
    if before != "(" or behind != ")" or amount.sign:
        return False
    outside = (scan.text(amount.first - 2), scan.text(amount.end + 1))
    if outside[0] == "|" and outside[1] in {"|", ""}:
        return True
    lowers = scan.tokens.lowers
    named = any(
        lowers[k] in _LOSSES and lowers[k - 1] == "(" and scan.text(k + 1) == ")"
        for k in range(max(1, colon - _REACH), max(colon, 0))
    )
    return named and outside[0] in {":", ",", ";", "|"}


def _heading(scan: Scan, colon: int) -> tuple[Unit | None, int]:
    """The unit right before the colon, and the magnitude with it: "£m" are millions of pounds."""
    end = colon - (scan.text(colon - 1) == ")")
    for start in range(max(1, end - _UNIT_REACH), end):
        if scan.lower(start - 1) not in _OPENING:
            continue
        found = unit_at(scan, start)
        if found is not None and found[1] == end:
            return found[0], 1
        scale = _scale(scan, start + 1, end)
        money = currency_before(tokenize(f"{scan.text(start)}1"), 0) if scale else None
        if money is not None:
            return money.unit, scale
    return None, 1


def _scale(scan: Scan, start: int, end: int) -> int:
    """The magnitude that fills tokens `start` to `end`: "m", "bn", "000", "million"; 0 else."""
    if start == end:
        return 1
    if end != start + 1:
        return 0
    word = scan.lower(start)
    if word in {"000", "000s"}:
        return 1000
    words = scan.words
    found: int = words["suffixes"].get(word) or words["magnitudes"].get(word, 0)
    return found or int(words["money_suffixes"].get(word, 0))
