"""A number with its sign, currency and unit: "$1.2 million", "−3 °C", "38-kilogram", "5 ft 11"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from factcheck.figures.coins import completed
from factcheck.figures.compound import match_compound, may_chain
from factcheck.figures.hedges import hedging, past_hedge
from factcheck.figures.money import currency_after, currency_before, pounds_are_money
from factcheck.figures.number import Number, exact
from factcheck.figures.numerals import read_number
from factcheck.figures.phrases import phrases_before
from factcheck.figures.scan import Amount, Scan
from factcheck.figures.unit_data import forms_at, named, units_before, words
from factcheck.figures.units import match_unit, match_unit_before
from factcheck.model import Hedge, Unit

_SIGNS: Final = {"-": -1, "−": -1, "–": -1, "+": 1}
_SPOKEN_SIGNS: Final = {"minus": -1, "negative": -1}
_GROUPED: Final = frozenset({"comma-groups", "space-groups"})
_THOUSAND: Final = 1000
_SPREAD: Final = 5  # "200-300,000" are thousands, "1-10,000" a lottery
_DEGREES: Final = frozenset({"temperature", "degree"})
SHARES: Final = frozenset({"share", "share_point"})
# What "an hour" and "a mile" measure; "about a second", "under a yard" and the like go with them.
_SINGLE: Final = frozenset({"time", "length", "mass", "volume", "area"})
_ARTICLES: Final = frozenset({"a", "an", "one"})
# Tokens behind a number that may begin a measure in two units.
_COMPOUND: Final = frozenset({":", "'", "′", "’", "°", "º"})


def read_amount(scan: Scan, i: int, *, joined: bool = True) -> Amount | None:
    """The amount that starts at token `i`: sign or currency first, or the number itself.

    Args:
        scan: the text.
        i: where it starts.
        joined: as for `read_number`.
    """
    tokens = scan.tokens
    sign, at = _sign(scan, i)
    money = None if tokens.texts[at][0].isdecimal() else currency_before(tokens, at)
    if money is not None:
        at = money.end
        if not sign:
            sign, at = _sign(scan, at)
    if at >= scan.count:
        return None
    if tokens.lowers[at] in {"a", "an"}:
        single = _one_or_two(scan, at) or _one_and_a_half(scan, at)
        if single is not None:
            return single
    number = read_number(tokens, at, money=money is not None, joined=joined)
    if number is None:
        return None
    amount = _of_number(number, i, sign)
    if money is not None:
        if tokens.texts[i].istitle() and match_unit(tokens, number.last) is not None:
            return None  # "Rub 125 g of butter": a verb
        amount.unit, amount.rules = money.unit, [*amount.rules, money.rule]
        return completed(scan, amount)
    return _with_unit(scan, amount)


def _one_or_two(scan: Scan, i: int) -> Amount | None:
    """ "A day or two" is a range; "a week or so" and "at least a mile" are one, hedged."""
    joined = scan.lower(i + 2) == "or"
    hedged = joined or past_hedge(scan, i + 2) > i + 2
    if not hedged:
        hedged = bool(phrases_before(scan.words["hedges_before"], scan.tokens.lowers, i))
    found = unit_at(scan, i + 1, plural_ok=False) if hedged else None
    if found is None:
        return None
    if not joined:
        return _hedged_one(scan, i, found)
    if found[1] != i + 2:
        return None
    two = scan.lower(i + 3) == "two"
    if not two and past_hedge(scan, i + 2) == i + 2:
        return None
    end, one, top = (i + 4, exact(1), exact(2)) if two else (i + 2, exact(1), exact(1))
    number = Number(None if two else one, one, one, top, i, i + 1, spelled=True, rules=("article",))
    hedge = Hedge.RANGE if two else Hedge.PLAIN
    value, last = (None, end) if two else (one, i + 1)
    rules = ["article", found[2]]
    return Amount(number, value, one, top, one, i, last, end, found[0], hedge=hedge, rules=rules)


def _hedged_one(scan: Scan, i: int, found: tuple[Unit, int, str]) -> Amount | None:
    """ "At least an hour", "more than a mile": an article behind a hedge is a one."""
    unit, end, rule = found
    dated = scan.lower(end) in scan.words["per_not_after"] or scan.lower(end) in {"and", "from"}
    if dated or scan.noun(end) or scan.hyphened(end) or unit.dimension not in _SINGLE:
        return None
    one = exact(1)
    number = Number(one, one, one, one, i, i + 1, spelled=True, rules=("article",))
    amount = Amount(number, one, one, one, one, i, i + 1, end, unit, rules=["article", rule])
    return None if hedging(scan, amount).hedge is Hedge.PLAIN else amount


def _one_and_a_half(scan: Scan, i: int) -> Amount | None:
    """ "A day and a half", "an hour and twenty minutes"."""
    if match_unit(scan.tokens, i + 1, extra=scan.units) is None:
        return None
    found = match_compound(scan.tokens, i, scan.units)
    if found is None:
        return None
    value = found.value
    number = Number(value, found.precision, value, value, i, i + 1, spelled=True)
    return Amount(
        number,
        value,
        value,
        value,
        found.precision,
        i,
        found.end,
        found.end,
        unit=found.unit,
        rules=[found.rule],
    )


def _sign(scan: Scan, i: int) -> tuple[int, int]:
    """The sign at token `i` (0 where there is none) and the token after it."""
    spoken = _SPOKEN_SIGNS.get(scan.lower(i))
    if spoken is not None and i + 1 < len(scan.tokens):
        both = scan.lower(i - 1) == "or" and scan.lower(i - 2) == "plus"
        return 0 if both else spoken, i + 1
    sign = _SIGNS.get(scan.text(i))
    if sign is None or not scan.glued(i + 1):
        return 0, i
    before = scan.text(i - 1)
    if scan.glued(i) and before not in {"(", "[", "$", "€", "£", "≥", "<", ">", "~"}:
        return 0, i
    return sign, i + 1


def _of_number(number: Number, first: int, sign: int) -> Amount:
    value, low, high = number.value, number.low, number.high
    if sign < 0:
        value, low, high = None if value is None else -value, -high, -low
    return Amount(
        number,
        value,
        low,
        high,
        number.precision,
        first,
        number.last,
        number.last,
        high_open=number.high_open and sign >= 0,
        sign=bool(sign),
        rules=[*number.rules, *(["sign"] if sign else [])],
    )


def _with_unit(scan: Scan, amount: Amount) -> Amount:
    """`amount` with the unit or currency behind it, or announced in front of it."""
    compound = _compound(scan, amount)
    if compound is not None:
        return compound
    at = amount.number.last
    hyphen = scan.hyphened(at)
    part = amount.number.fraction or _is_part(amount.value)
    if part and not hyphen:
        at = _past_article(scan, at)
    elif scan.lower(at) == "of" and {"vague", "group"} & set(amount.number.rules):
        at += 1  # "dozens of kilometres", "a couple of days"
    behind = past_hedge(scan, at)
    hyphen, at = hyphen and behind == at, behind
    at += scan.lower(at) in scan.words["unit_adjectives"]
    found = unit_at(scan, at + hyphen, plural_ok=not hyphen)
    if found is not None:
        unit, end, rule = found
        amount.unit, amount.end, amount.hyphened = unit, end, hyphen
        amount.rules.append(rule)
        if unit.dimension in SHARES:
            amount.last = end
        if rule.startswith("currency"):
            return completed(scan, amount)
        return _below_zero(scan, amount) if unit.dimension in _DEGREES else amount
    if scan.lower(at) == "below" and scan.lower(at + 1) == "zero":
        amount.unit = named("degree", "degree")
        return _below_zero(scan, amount)
    amount.hyphened = hyphen
    return _announced(scan, amount)


def _is_part(value: Fraction | None) -> bool:
    return value is not None and 0 < value.numerator < value.denominator


def _below_zero(scan: Scan, amount: Amount) -> Amount:
    """ "Five degrees below zero", "20 below zero"; below freezing in Celsius, whose zero it is."""
    below, zero = scan.lower(amount.end), scan.lower(amount.end + 1)
    freezing = zero == "freezing" and amount.unit is not None and "Celsius" in amount.unit.symbol
    if below != "below" or not (zero == "zero" or freezing) or amount.value is None:
        return amount
    value = -abs(amount.value)
    return replace(
        amount,
        value=value,
        low=value,
        high=value,
        end=amount.end + 2,
        sign=True,
        rules=[*amount.rules, "below-zero"],
    )


def _past_article(scan: Scan, at: int) -> int:
    """Past "of a" of "a third of a mile" and "a" of "half an hour"."""
    start = at + (scan.lower(at) == "of")
    if scan.lower(start) in _ARTICLES and unit_at(scan, start + 1, plural_ok=False) is not None:
        return start + 1
    return at


def unit_at(scan: Scan, i: int, *, plural_ok: bool = True) -> tuple[Unit, int, str] | None:
    """The currency or unit at token `i`: unit, the token after it, rule."""
    tokens = scan.tokens
    if not 0 < i < scan.count or _is_model(scan, i):
        return None
    money = currency_after(tokens, i, plural_ok=plural_ok)
    if money is not None:
        pounds = tokens.lowers[i] in {"pound", "pounds"}
        if not pounds:
            return money.unit, money.end, money.rule
        if pounds_are_money(tokens, i):
            return money.unit, money.end, f"{money.rule}:pounds_money"
    unit = match_unit(tokens, i, plural_ok=plural_ok, extra=scan.units)
    if unit is None:
        return None
    return unit.unit, unit.end, unit.rule if money is None else f"{unit.rule}:pounds_weight"


def _is_model(scan: Scan, i: int) -> bool:
    """Whether a capital letter begins the name of a type: "19 F-16s", "12 C-130 aircraft"."""
    letter = scan.text(i)
    if len(letter) != 1 or not letter.isupper():
        return False
    return scan.hyphened(i + 1) and scan.text(i + 2)[:1].isdecimal()


def _compound(scan: Scan, amount: Amount) -> Amount | None:
    number = amount.number
    if not (number.plain or number.spelled) or number.value is None or number.scale != 1:
        return None
    last = number.last
    text = scan.text(last)
    if not (text in _COMPOUND or text[:1].isalpha() or text in "-‑"):
        return None
    if text[:1].isalpha() and text != "m":
        single = match_unit(scan.tokens, last, extra=scan.units)
        if single is None or not may_chain(single.unit, scan.units):
            return None
    found = match_compound(scan.tokens, number.first, scan.units)
    if found is None or found.end <= last:
        return None
    value = -found.value if amount.value is not None and amount.value < 0 else found.value
    return replace(
        amount,
        value=value,
        low=value,
        high=value,
        precision=found.precision,
        last=found.end,
        end=found.end,
        unit=found.unit,
        rules=[*amount.rules, found.rule],
    )


def _announced(scan: Scan, amount: Amount) -> Amount:
    """A unit in front of its number, or in its noun: "a magnitude of 6.8", "6.8 quake"."""
    if not scan.text(amount.number.first)[0].isdecimal():
        return amount
    if scan.lower(amount.number.last) in words("quakes") and "decimal" in amount.number.rules:
        amount.unit = named("magnitude", "magnitude")
        return amount
    for start in range(max(0, amount.first - 4), amount.first):
        if not forms_at(units_before(), scan.tokens, start):
            continue
        found = match_unit_before(scan.tokens, start)
        if found is not None and found.end + scan.hyphened(found.end) == amount.first:
            amount.unit = found.unit
            amount.rules.append(found.rule)
            amount.start = start
            return amount
    return amount


def with_unit_of(amount: Amount, other: Amount) -> Amount:
    """`amount` in the unit of `other`, where it has none of its own."""
    if amount.unit is None and other.unit is not None:
        return replace(amount, unit=other.unit, rules=[*amount.rules, "shared-unit"])
    return amount


def scaled_like(amount: Amount, other: Amount, *, grouped: bool = False) -> Amount:
    """The 2 of "2 to 3 million" as millions: the magnitude is said once.

    Args:
        amount: the number without one.
        other: the number behind it.
        grouped: whether thousands may be shared that a comma shows: "200-300,000".
    """
    value, partner, number = amount.value, other.value, amount.number
    if value is None or partner is None or number.value is None or number.scale != 1:
        return amount
    if amount.end != number.last:  # a unit of its own stands between
        return amount
    shared = 1 if number.trailing > 1 else other.number.trailing
    for scale in (shared, other.number.scale):
        if scale > 1 and abs(value) * scale < abs(partner):
            return scaled_by(amount, scale)
    commas = grouped and number.plain and other.number.rules[0] in _GROUPED
    if commas and _THOUSAND * value < partner <= _THOUSAND * _SPREAD * value:
        return scaled_by(amount, _THOUSAND)
    return amount


def scaled_by(amount: Amount, scale: int) -> Amount:
    """An amount times the magnitude that it shares with another."""
    value = None if amount.value is None else amount.value * scale
    return replace(
        amount,
        value=value,
        low=amount.low * scale,
        high=amount.high * scale,
        precision=None if amount.precision is None else amount.precision * scale,
        rules=[*amount.rules, "shared-magnitude"],
    )
