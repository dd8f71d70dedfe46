"""Shares and zeros that are words, and shares that are two numbers.

"Most", "every", "a majority", "no", "nobody", "without any"; "one in ten", "3 out of 5",
"5.9/10", "87 out of 100".
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from factcheck.figures.amounts import unit_at
from factcheck.figures.hedges import hedging, interval_of
from factcheck.figures.number import Number, exact
from factcheck.figures.numerals import read_number
from factcheck.figures.phrases import phrases_at
from factcheck.figures.scan import Amount, Draft, Scan
from factcheck.figures.share_gates import GATES
from factcheck.model import Hedge, Interval, Kind, Unit
from factcheck.policy import Policy

_HUNDRED: Final = Fraction(100)
_YEARS: Final = range(1800, 2101)
_MOST_PEOPLE: Final = 10_000_000
_ZEROS: Final = frozenset({"no", "zero", "without", "paid", "neither", "denied"})
_LEVELLED: Final = frozenset({"up", "down", "rose", "risen", "fell", "fallen", "grew", "grown"})
_SINGULAR: Final = frozenset({"was", "is", "has", "remains", "remained", "died"})


def percent(written: str = "") -> Unit:
    """Percent, as units.toml defines it."""
    return Unit(written, "percent", "share", "one", Fraction(1, 100))


def fraction_unit() -> Unit:
    """The unit of a share that is written as a fraction of one."""
    return Unit("", "fraction", "share", "one")


def read_word(scan: Scan, i: int) -> Draft | None:
    """The share or zero that is one phrase at token `i`."""
    lowers = scan.tokens.lowers
    for phrase, key in phrases_at(scan.words["share_phrases"], lowers, i):
        end = i + len(phrase)
        gate, ends = scan.words["share_words"][key]
        if not GATES[gate](scan, i, end):
            continue
        if lowers[end - 1] == "majority" and _is_lead(scan, end):
            continue
        last = end - 1 if phrase[-1] == "of" else end
        if gate in _ZEROS:
            return _zero(scan, i, last, key)
        return _share(scan, i, last, key, ends)
    return None


def _is_lead(scan: Scan, end: int) -> bool:
    """Whether a majority is a lead in votes: "a majority of 1,120"."""
    number = scan.text(end + 1)[:1].isdecimal() or scan.lower(end + 1) in scan.words["small"]
    return number and scan.lower(end) == "of"


def _zero(scan: Scan, i: int, last: int, key: str) -> Draft:
    return Draft(
        Kind.COUNT,
        i,
        last,
        i,
        last,
        Interval.point(0),
        Fraction(0),
        Fraction(1),
        rules=(f"zero:{key}",),
    )


def _share(scan: Scan, i: int, last: int, key: str, ends: tuple[str, str, bool, bool]) -> Draft:
    low, high = exact(ends[0]), exact(ends[1])
    value = low if low == high else None
    number = Number(value, None, low, high, i, last)
    amount = Amount(number, value, low, high, None, i, last, last, percent(), ends[3])
    around = hedging(scan, amount)
    if around.hedge is Hedge.PLAIN:
        interval = Interval(low, high, ends[2], ends[3])
    else:
        interval = interval_of(amount, around.hedge, scan.policy, _HUNDRED)
    return Draft(
        Kind.SHARE,
        i,
        last,
        around.first,
        around.last,
        interval,
        value,
        None,
        Hedge.SHARE_WORD if around.hedge is Hedge.PLAIN else around.hedge,
        percent(),
        rules=(f"share:{key}", *around.rules),
    )


# ---------------------------------------------------------------- fractions
def is_share(scan: Scan, amount: Amount, hedged: bool) -> bool:
    """Whether a fraction without a unit is a share of something, and no ordinal or compound."""
    end, i = amount.end, amount.first
    follows = scan.lower(end)
    if follows == "of":
        return True
    if follows == "majority":  # a threshold of a vote
        return False
    if scan.hyphened(end) or (scan.glued(end) and scan.text(end)[:1].isalnum()):
        return False
    by = scan.lower(i - 1) == "by"
    if amount.number.rules[-1] == "half":
        return _half_is_share(scan, end, hedged or by)
    value = amount.number.value
    if not amount.number.spelled:
        return by or hedged
    if value is not None and value.numerator > 1:
        return scan.tag(end) != "PROPN"
    if _is_next_in_line(scan, i, value):
        return False
    if scan.tag(end) in {"NOUN", "PROPN", "ADJ", "NUM"} and not (hedged or by):
        return follows in scan.words["comparatives"] and scan.tag(end) != "NOUN"
    if scan.lower(i + 1) in {"quarter"} and not (hedged or by):
        return scan.tag(end) in {"VERB", "AUX"}
    return True


def _half_is_share(scan: Scan, end: int, hedged: bool) -> bool:
    follows = scan.lower(end)
    levelled = scan.lower(end - 2) in {"from", "to"} and scan.lower(end - 3) in _LEVELLED
    if levelled and scan.tag(end) in {"ADP", "PUNCT", ""}:
        return True  # "up from half in 2018"
    if follows in {"the", "its", "their", "his", "her", "our", "those", "these", "all", "that"}:
        return True
    if scan.tag(end) in {"VERB", "AUX"}:
        return (follows.isalpha() and scan.tag(end) == "AUX") or hedged or scan.starts(end - 1)
    return hedged and scan.tag(end) in {"PUNCT", "ADP", "NOUN", "ADJ", "ADV", "", "SCONJ", "CCONJ"}


def _is_next_in_line(scan: Scan, i: int, value: Fraction | None) -> bool:
    """ "Four died and a fifth was hurt": the fifth of them, not a fifth of anything."""
    if value is None or value.denominator < 3 or scan.lower(i) not in {"a", "an"}:
        return False
    before = value.denominator - 1
    small = scan.words["small"]
    for k in range(max(0, i - 25), i):
        word = scan.lower(k)
        if (
            small.get(word) == before
            or word == str(before)
            or scan.words["ordinals"].get(word) == before
        ):
            return scan.lower(i + 2) in _SINGULAR or scan.tag(i + 2) in {"PUNCT", ""}
    return False


def share_interval(value: Fraction, policy: Policy) -> Interval:
    """What "a third" or "one in ten" allows."""
    reach = abs(value) * policy.share_word_width
    return Interval(value - reach, value + reach)


# ---------------------------------------------------------------- two numbers
def read_ratio(scan: Scan, amount: Amount) -> Amount | None:
    """ "One in ten", "3 out of every 5", "5.9/10": `amount` with the number behind it, or None."""
    amount = _one_of_money(scan, amount)
    if amount.unit is not None or amount.value is None or amount.number.scale != 1:
        return None
    if amount.number.rules[-1] == "fraction-digits":
        return _mark(scan, amount)
    joint, at = _joint(scan, amount)
    if not joint or at >= len(scan.tokens) or not scan.text(at)[:1].isalnum():
        return None
    whole = read_number(scan.tokens, at)
    if whole is None or whole.value is None or whole.fraction or whole.value.denominator != 1:
        return None
    if not 0 <= amount.value <= whole.value or whole.value < 2:
        return None
    if _is_rating(scan, amount, whole, joint):
        return _rating(scan, amount, whole)
    if joint == "/" or not _is_part(scan, amount, whole, joint):
        return None
    value = amount.value / whole.value
    return _ratio(amount, whole, value, fraction_unit(), f"ratio-{joint.replace(' ', '-')}")


def _one_of_money(scan: Scan, amount: Amount) -> Amount:
    """ "One euro in eight of revenue" is a share of the money, and "1-in-10" holds no inch."""
    last = amount.number.last
    inch = amount.hyphened and scan.lower(last + 1) == "in" and scan.hyphened(last + 2)
    alone = amount.value == 1 and amount.number.spelled and amount.end == last + 1
    single = alone and amount.unit is not None and scan.lower(amount.end) == "in"
    if not (single or inch):
        return amount
    return replace(amount, unit=None, end=last, rules=[*amount.number.rules])


def _mark(scan: Scan, amount: Amount) -> Amount | None:
    """ "7/10" where it is a mark and not a fraction of something."""
    if amount.last - amount.first != 3:
        return None  # "2 3/4"
    digits = [Fraction(int(scan.text(k))) for k in (amount.first, amount.last - 1)]
    top, bottom = (
        Number(value, exact(1), value, value, k, k + 1, plain=True, rules=("digits",))
        for value, k in zip(digits, (amount.first, amount.last - 1), strict=True)
    )
    value = digits[0]
    mark = Amount(
        top, value, value, value, exact(1), top.first, top.last, top.last, rules=["digits"]
    )
    return _rating(scan, mark, bottom) if _is_rating(scan, mark, bottom, "/") else None


def _joint(scan: Scan, amount: Amount) -> tuple[str, int]:
    """What stands between the two numbers, and the token of the second."""
    end = amount.end + (scan.lower(amount.end) in scan.words["rating_units"])
    if scan.hyphened(end) and scan.lower(end + 1) == "in" and scan.hyphened(end + 2):
        return "in", end + 3  # "a one-in-three chance"
    word, after = scan.lower(end), scan.lower(end + 1)
    if amount.value == 1 and end == amount.end and _is_one_thing(scan, end):
        end += 1  # "one pupil in four"
        word, after = after, scan.lower(end + 1)
        return ("in", end + 1 + (after in {"every", "each"})) if word == "in" else ("", amount.end)
    if end > amount.end and (word, after) != ("out", "of"):
        return "", amount.end
    if word == "in":
        return "in", end + 1 + (after in {"every", "each"})
    if word == "out" and after == "of":
        return "out of", end + 2 + (scan.lower(end + 2) in {"every", "each", "a"})
    if word == "of" and after == "every":
        return "in", end + 2
    if word == "/":
        return "/", end + 1
    return "", end


def _is_one_thing(scan: Scan, at: int) -> bool:
    """Whether a singular noun and "in" with a small number follow, and no year: "one in four"."""
    number = at + 2 + (scan.lower(at + 2) in {"every", "each"})
    small = scan.words["small"].get(scan.lower(number), 0) > 1
    round_number = scan.text(number).isdecimal() and scan.text(number)[-1] == "0"
    counted = not scan.noun(number + 1) and scan.tag(number + 1) != "ADJ"
    singular = scan.tag(at) == "NOUN" and not scan.plural(at) and scan.lower(at + 1) == "in"
    return singular and counted and (small or round_number or len(scan.text(number)) == 1)


def _is_part(scan: Scan, amount: Amount, whole: Number, joint: str) -> bool:
    """Whether two numbers are part and whole, and not a number and its date or time."""
    both = amount.value is not None and whole.value is not None
    if not both or amount.value in (whole.value, 0):
        return False
    if joint == "out of":
        return True
    year = whole.value is not None and whole.value.denominator == 1 and int(whole.value) in _YEARS
    if whole.plain and year and amount.value != 1:
        return False
    if unit_at(scan, whole.last) is not None or amount.number.value != amount.value:
        return False
    small = amount.value is not None and amount.value < 100 and amount.value.denominator == 1
    return small and whole.value is not None and whole.value <= _MOST_PEOPLE


def _is_rating(scan: Scan, amount: Amount, whole: Number, joint: str) -> bool:
    """ "5.9/10", "a score of 87 out of 100": a mark on a scale."""
    scale = whole.value
    if scale not in scan.words["rating_scales"] or joint == "in":
        return False
    spoken = any(
        scan.lower(k) in scan.words["rating_words"]
        for k in range(max(0, amount.first - 12), amount.first)
    ) or any(scan.lower(k) in scan.words["rating_words"] for k in range(whole.last, whole.last + 3))
    if joint == "out of":
        marked = spoken or (amount.value is not None and amount.value.denominator > 1)
        return marked and scan.lower(whole.last) not in {"critics", "people", "reviewers"}
    decimal = amount.value is not None and amount.value.denominator > 1
    if scan.lower(whole.last) == "of":
        return False
    return spoken or decimal or scale in (10, 100)


def _rating(scan: Scan, amount: Amount, whole: Number) -> Amount:
    scale = whole.value or Fraction(1)
    written = scan.tokens.cut(amount.end, whole.last)
    unit = Unit(written, f"out of {scale}", "rating", "rating", 1 / scale)
    value = amount.value or Fraction(0)
    rated = _ratio(amount, whole, value, unit, "rating")
    rated.precision = amount.precision
    return rated


def _ratio(amount: Amount, whole: Number, value: Fraction, unit: Unit, rule: str) -> Amount:
    parts = (amount.value or Fraction(0), whole.value or Fraction(1))
    return Amount(
        amount.number,
        value,
        value,
        value,
        None,
        amount.first,
        whole.last,
        whole.last,
        unit,
        parts=parts,
        rules=[*amount.rules, rule],
    )
