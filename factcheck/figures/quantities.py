"""From a number to a figure: range, unit, hedge, and which kind of quantity it is.

The kinds are tried in an order that goes from the narrow to the wide: a mark or a part of a
whole, an age, a factor, a rate, a change, and at last what the unit says.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from factcheck.figures import ages, changes, multiples, shares
from factcheck.figures.amounts import SHARES, read_amount, scaled_like, with_unit_of
from factcheck.figures.factors import factor
from factcheck.figures.headings import headed, in_heading, per_of_heading
from factcheck.figures.hedges import Hedging, hedging, interval_around, interval_of
from factcheck.figures.listed import with_listed_unit
from factcheck.figures.number import Number, exact
from factcheck.figures.ranges import is_between, read_range
from factcheck.figures.rates import Per, read_per
from factcheck.figures.scan import Amount, Draft, Scan
from factcheck.figures.unit_data import quotient, unit_of
from factcheck.figures.units import as_difference
from factcheck.figures.vetoes import labelled, names
from factcheck.model import Hedge, Kind, Unit

_WHOLE: Final = Fraction(1)
_BARE: Final = "count"  # dimension of "900 cars a week", which has no unit of its own


def read_quantity(scan: Scan, i: int) -> tuple[list[Draft], int]:
    """The figure whose number, sign or currency is token `i`; two for "from 210 to 420".

    Returns:
        No figures where no number starts or where it is none, and the token to go on at.
    """
    age = ages.read_decade_of_life(scan, i)
    if age is not None:
        return [_age(scan, age)], age.end
    adverb = scan.words["factor_adverbs"].get(scan.lower(i))
    if adverb is not None:
        return _kinds(scan, _occasions(i, exact(adverb))), i + 1
    between = is_between(scan, i)
    amount = read_amount(scan, i, joined=not between)
    if amount is None:
        return [], i + 1
    if between:
        amount = _rejoined(scan, i, amount)
    amount = headed(scan, amount)
    ratio = shares.read_ratio(scan, amount)
    if ratio is not None:
        return [_ratio(scan, ratio)], ratio.end
    whole = read_range(scan, amount)
    if whole is None:
        refused = (
            names(scan, amount)
            or _stray(scan, amount)
            or _is_period(scan, amount)
            or in_heading(scan, amount)
        )
        end = _past_quotient(scan, amount, named=refused)
        if refused or end:
            return [], max(end, amount.number.last)
        drafts = _kinds(scan, with_listed_unit(scan, amount))
        again = not drafts and amount.number.spelled  # "a third deployment": an ordinal
        return drafts, i + 1 if again else amount.last
    levels = _levels(scan, amount, whole)
    if levels:
        return levels, whole.last
    return ([] if labelled(scan, whole) else _kinds(scan, whole)), whole.last


def _age(scan: Scan, age: Amount) -> Draft:
    """An age; "over 65" bounds it, where "over 12 months" of a duration would be during them."""
    return _draft(scan, age, Kind.AGE, hedging(scan, replace(age, unit=None)))


def _occasions(i: int, value: Fraction) -> Amount:
    """ "Twice" on its own: two occasions."""
    number = Number(value, exact(1), value, value, i, i + 1, spelled=True, rules=("times",))
    return Amount(number, value, value, value, exact(1), i, i + 1, i + 1, rules=["times"])


def _rejoined(scan: Scan, i: int, amount: Amount) -> Amount:
    """After "between", "and" joins words only if a second "and" follows the number."""
    if read_range(scan, amount) is not None:
        return amount
    return read_amount(scan, i) or amount


def _stray(scan: Scan, amount: Amount) -> bool:
    """Whether something is glued to the number that makes a code or an idle compound of it."""
    end = amount.end
    if scan.glued(end) and amount.unit is None:
        text = scan.text(end)
        if text[0].isalpha() and text.lower() not in scan.words["glued_after"]:
            return True
        if text[0].isalpha() and text.lower() in {"s", "c", "p", "b", "t", "st", "nd", "rd", "th"}:
            return True
    if not scan.hyphened(end) or amount.unit is not None or amount.number.value is None:
        return False
    if amount.number.spelled and scan.lower(end + 1) in scan.words["ordinals"]:
        return True  # "the two-hundredth anniversary", which no reader of ordinals took
    limit = scan.words["idle_compounds"].get(scan.lower(end + 1))
    return limit is not None and (limit == 0 or amount.number.value <= limit)


def _is_period(scan: Scan, amount: Amount) -> bool:
    """ "A 10-year low": how long a record stood only describes it."""
    timed = amount.unit is not None and amount.unit.dimension == "time"
    return timed and amount.hyphened and scan.lower(amount.end) in scan.words["records"]


def _past_quotient(scan: Scan, amount: Amount, *, named: bool) -> int:
    """The token after "12/25" or "10:1", which are codes or odds; 0 elsewhere."""
    at = amount.number.last
    if not amount.number.plain or scan.text(at) not in {"/", ":"} or amount.unit is not None:
        return 0
    if not (scan.glued(at) and scan.glued(at + 1) and scan.text(at + 1)[:1].isdecimal()):
        return 0
    if not named and read_per(scan, amount) is not None:
        return 0
    return at + 2


def _levels(scan: Scan, first: Amount, whole: Amount) -> list[Draft]:
    """ "Rose from 210 to 420": two levels rather than a range."""
    if "to-range" not in whole.rules or scan.lower(first.first - 1) != "from":
        return []
    change = changes.change_of(scan, first, first.first, first.end)
    if change.rule != "level-from":
        return []
    at = first.end + 1
    second = None
    while at < whole.last and second is None:
        second = read_amount(scan, at)
        at += 1
    if second is None:
        return []
    first = scaled_like(with_unit_of(first, second), second)
    second = with_unit_of(second, first)
    per = read_per(scan, second)  # "from £1.20 to £1.80 an hour" says it once
    drafts = []
    for amount, rule in ((first, "level-from"), (second, "level-to")):
        draft = _draft(scan, amount, kind_of(amount.unit), hedging(scan, amount), rule)
        draft.direction = change.direction
        if per is not None:
            draft.kind, draft.unit = Kind.RATE, _per_unit(scan, amount.unit, per)
        drafts.append(draft)
    if per is not None:
        drafts[-1].outer_last = max(per.last, drafts[-1].outer_last)
    return drafts


# ---------------------------------------------------------------- kinds
def _kinds(scan: Scan, amount: Amount) -> list[Draft]:
    if ages.counts_aged(scan, amount):
        amount = replace(amount, unit=None, end=amount.number.last)
    age = ages.read_age(scan, amount)
    if age is not None:
        return [_age(scan, age)]
    times = _times(scan, amount)
    if times is not None:
        return [times]
    around = hedging(scan, amount)
    if amount.unit is None and amount.number.fraction and amount.hedge is not Hedge.RANGE:
        return _fraction(scan, amount, around)
    if amount.unit is None and amount.number.fraction:  # "between a third and a half of them"
        amount = replace(amount, unit=shares.fraction_unit())
    if _is_pronoun(scan, amount, around):
        return []
    change = changes.change_of(scan, amount, around.first, around.last)
    per = read_per(scan, amount) or per_of_heading(scan, amount)
    if change.by or _is_signed_share(amount):
        return [_change(scan, amount, around, change, per)]
    if per is not None:
        return [_rate(scan, amount, around, per, change.direction)]
    kind = kind_of(amount.unit)
    if kind is Kind.CHANGE and changes.is_lead(scan, amount):
        kind = Kind.SHARE
    draft = _draft(scan, amount, kind, around, *([change.rule] if change.rule else []))
    draft.direction = change.direction
    return [draft]


def kind_of(unit: Unit | None) -> Kind:
    """The kind of quantity that the unit alone says."""
    if unit is None:
        return Kind.COUNT
    dimension = unit.dimension
    if unit.per is not None:
        return Kind.RATE
    if dimension.startswith("money"):
        return Kind.MONEY
    fixed = {"share": Kind.SHARE, "share_point": Kind.CHANGE, "time": Kind.DURATION}
    return fixed.get(dimension, Kind.MEASURE)


def _is_signed_share(amount: Amount) -> bool:
    return amount.sign and amount.unit is not None and amount.unit.dimension in SHARES


def _draft(scan: Scan, amount: Amount, kind: Kind, around: Hedging, *rules: str) -> Draft:
    hedge = around.hedge
    if amount.hedge is not Hedge.PLAIN:
        hedge = amount.hedge
    elif hedge is Hedge.PLAIN and amount.value is None:
        hedge = Hedge.VAGUE
    if hedge is not around.hedge:
        around = around._replace(hedge=hedge)
    return Draft(
        kind,
        amount.first,
        amount.last,
        around.first,
        around.last,
        interval_around(amount, around, scan.policy),
        amount.value,
        amount.precision,
        hedge,
        amount.unit,
        amount.parts,
        rules=(*amount.rules, *around.rules, *rules),
    )


def _ratio(scan: Scan, amount: Amount) -> Draft:
    """A part of a whole ("one in ten") or a mark ("5.9/10")."""
    around = hedging(scan, amount)
    rated = amount.unit is not None and amount.unit.dimension == "rating"
    draft = _draft(scan, amount, Kind.MEASURE if rated else Kind.SHARE, around)
    return draft if rated else _as_share_word(scan, amount, draft)


def _as_share_word(scan: Scan, amount: Amount, draft: Draft) -> Draft:
    """A fraction with the contract's width, and never more than the whole."""
    if amount.value is None:
        return draft
    if draft.hedge is Hedge.PLAIN:
        draft.interval = shares.share_interval(amount.value, scan.policy)
        draft.hedge = Hedge.SHARE_WORD
    else:
        draft.interval = interval_of(amount, draft.hedge, scan.policy, _WHOLE)
    return draft


def _fraction(scan: Scan, amount: Amount, around: Hedging) -> list[Draft]:
    """ "A third of", "fell by a quarter", "half as many", "half the price"."""
    hedged = around.hedge is not Hedge.PLAIN
    change = changes.change_of(scan, amount, around.first, around.last)
    share = replace(amount, unit=shares.fraction_unit())
    if change.by:
        return [_as_share_word(scan, share, _change(scan, share, around, change, None))]
    if multiples.compares(scan, amount.end) and _is_of_size(scan, amount):
        value = (amount.value or _WHOLE) + _is_added(scan, amount.end)
        return [factor(scan, amount.first, amount.last, value, 0, *amount.rules)]
    if shares.is_share(scan, amount, hedged):
        draft = _as_share_word(scan, share, _draft(scan, share, Kind.SHARE, around))
        draft.direction = change.direction
        return [draft]
    if amount.number.spelled or scan.lower(amount.end) == "majority":
        return []
    return [_draft(scan, amount, Kind.COUNT, around)]


def _is_added(scan: Scan, end: int) -> bool:
    """ "Half as many again", "half again as large": the fraction comes on top of the whole."""
    follows = scan.tokens.lowers[end : end + 3]
    return follows[:2] == ("again", "as") or (follows[:1] == ("as",) and follows[2:] == ("again",))


def _is_of_size(scan: Scan, amount: Amount) -> bool:
    """ "Half as many", "a third the size": compared, and no share of the thing itself."""
    end = amount.end
    if scan.lower(end) in {"as", "again"} or scan.lower(end) in scan.words["factor_references"]:
        return True
    sizes = scan.words["factor_the"] - {"population", "money", "share", "time", "budget"}
    return any(scan.lower(k) in sizes for k in range(end + 1, end + 3))


def _times(scan: Scan, amount: Amount) -> Draft | None:
    """ "Three times as many", "10-fold", "3x"; "three times" alone are occasions."""
    end, value = amount.end, amount.value
    if amount.unit is not None or value is None or value.numerator <= 0:
        return None
    multiplied = multiples.factor_of(scan, amount)
    if multiplied is not None:
        return multiplied
    at = end + scan.hyphened(end)
    word = scan.lower(at)
    ends = not (scan.glued(at + 1) and scan.text(at + 1)[0].isalnum())
    if word in {"fold", "x"} and (at > end or scan.glued(at)) and ends:
        direction = multiples.fold_direction(scan, amount.first, at + 1)
        return factor(scan, amount.first, at + 1, value, direction, *amount.rules, "factor-fold")
    if word not in {"times", "time"} or at > end:
        return None
    if not multiples.compares(scan, end + 1):
        return None
    return factor(scan, amount.first, end + 1, value, 0, *amount.rules, "factor-times")


def _is_pronoun(scan: Scan, amount: Amount, around: Hedging) -> bool:
    """Whether "one" stands for a person or thing instead of counting it."""
    number = amount.number
    if scan.lower(number.first) != "one" or number.last != number.first + 1 or amount.unit:
        return False
    if around.hedge is not Hedge.PLAIN or amount.hedge is not Hedge.PLAIN:
        return False
    words, i = scan.words, amount.first
    before = scan.lower(i - 1)
    if amount.sign and (scan.lower(i) == "minus" or scan.tag(i - 1) != "DET"):
        return False  # "minus one"; "a negative one" is none
    if before in words["one_before"] or (scan.tag(i - 1) in {"ADJ", "DET"} and not scan.starts(i)):
        return True
    if amount.hyphened:
        return False
    if scan.lower(amount.end) in words["one_anybody"]:
        return True
    if any(
        scan.lower(k) == "another" and scan.lower(k - 1) in {"to", "after", "or"}
        for k in range(amount.end + 1, amount.end + 4)
    ):
        return True
    follows = scan.tag(amount.end)
    if follows in {"NOUN", "ADJ", "NUM"} or (follows == "PROPN" and scan.text(i) != "One"):
        return False
    if follows == "PROPN":  # "One World Trade Center"; "One Palestinian was killed"
        return (
            not scan.titled and scan.tag(amount.end + 1) == "PROPN" and scan.capital(amount.end + 1)
        )
    listed = scan.starts(i) or before in words["one_counts_before"] or before == "least"
    return not (listed and follows in {"VERB", "AUX", "ADP", "PUNCT", ""})


# ---------------------------------------------------------------- changes and rates
def _change(
    scan: Scan, amount: Amount, around: Hedging, change: changes.Change, per: Per | None
) -> Draft:
    unit = amount.unit
    if unit is not None and unit.offset:
        unit = as_difference(unit)
    elif unit is None and scan.lower(amount.end) in scan.words["points"]:
        unit = Unit(scan.text(amount.end), "point", "points", "point")  # of an index or a table
        around = around._replace(last=max(around.last, amount.end + 1))
    direction = change.direction
    if amount.sign and amount.value is not None and amount.value < 0:
        direction = -1  # whatever is said to have grown: "growth of minus 1%"
        amount = replace(amount, value=-amount.value, low=-amount.high, high=-amount.low)
    elif amount.sign:
        direction = direction or 1
    if per is not None:  # "grows by 4 mm a year"
        unit = _per_unit(scan, unit, per)
        around = around._replace(last=max(around.last, per.last))
    if unit is not amount.unit:
        amount = replace(amount, unit=unit)
    draft = _draft(scan, amount, Kind.CHANGE, around, change.rule or "change-sign")
    draft.direction = direction
    return draft


def _rate(scan: Scan, amount: Amount, around: Hedging, per: Per, direction: int) -> Draft:
    unit = _per_unit(scan, amount.unit, per)
    draft = _draft(scan, amount, kind_of(unit), around, per.rule)
    draft.unit, draft.outer_last = unit, max(per.last, around.last)
    draft.direction = direction
    return draft


def _per_unit(scan: Scan, unit: Unit | None, per: Per) -> Unit:
    """A unit with its denominator; bare counts have one all the same."""
    written = scan.tokens.cut(per.first, per.last)
    if unit is None:
        return Unit(written, "", _BARE, "", per=per.name)
    joined = quotient(unit.symbol, per.name)
    if joined is not None:  # "35 micrograms of soot per cubic metre" is one measure
        return unit_of(f"{unit.written} {written}", joined)
    return replace(unit, written=f"{unit.written} {written}", per=per.name)
