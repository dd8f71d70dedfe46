"""What a list says once: "10 and 12 years", "3, 5 and 7 percent", "aged 12 and 15"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.figures.amounts import SHARES, read_amount, with_unit_of
from factcheck.figures.hedges import interval_about
from factcheck.figures.scan import Amount, Draft, Scan
from factcheck.model import Hedge, Kind

_JOINTS: Final = frozenset({"and", "or", "&"})
_LONGEST: Final = 4  # numbers of a list
# Behind a time these make it a date of its own: "killed 12 and 5 days later …".
# What may leave its unit out, and what stands before a number that does.
_MEASURED: Final = frozenset({Kind.MEASURE, Kind.RATE, Kind.DURATION, Kind.MONEY, Kind.SHARE})
_HELD: Final = frozenset({
    ("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("instead", "of"),
    ("rather", "than"), ("increase", "from"), ("rise", "from"), ("drop", "from"), ("fall", "from"),
    ("improvement", "from"),
})  # fmt: skip
_AGAINST: Final = frozenset({("against",), ("versus",), ("vs",)})
# What may stand behind a number that counts nothing of its own.
_UNCOUNTED: Final = frozenset({"", "PUNCT", "ADP", "ADV", "SCONJ", "CCONJ", "DET", "PRON", "AUX"})
_ALIKE: Final = 20  # times: a level that is farther off is one of something else
_OLDEST: Final = 120  # years of a person
_DATING: Final = frozenset({"later", "ago", "earlier", "after", "before"})


def with_listed_unit(scan: Scan, amount: Amount) -> Amount:
    """`amount` with the unit that stands behind the last number of its list.

    Args:
        scan: the text.
        amount: a number that was read, with nothing between it and the next joint.

    Returns:
        `amount` itself where it has a unit, or counts for itself.
    """
    at, tokens = amount.end, scan.tokens
    number = amount.number
    if scan.lower(at) not in _JOINTS and scan.text(at) != ",":
        return amount
    single = number.spelled and number.value == 1
    if amount.unit is not None or number.value is None or number.fraction or single:
        return amount
    for k in range(_LONGEST - 1):
        comma = scan.text(at) == ","
        joint = scan.lower(at + comma) in _JOINTS
        again = comma and scan.lower(at + 1) == "or" and scan.text(amount.first - 1) != ","
        if again and not k:
            return amount  # "fell to 300, or 9%": said again, no list of two
        at += comma + joint
        begins = scan.text(at)[:1].isdecimal() or scan.lower(at) in scan.words["small"]
        following = read_amount(scan, at) if (comma or joint) and begins else None
        if following is None or (following.unit is not None and not joint):
            return amount
        if following.unit is not None:
            shared = _shares(scan, amount, following) and following.end > following.number.last
            return with_unit_of(amount, following) if shared else amount
        at = following.end
        if at >= len(tokens) or following.number.fraction:
            return amount
    return amount


def _shares(scan: Scan, amount: Amount, last: Amount) -> bool:
    """Whether the unit of the last number is that of the first, which counts nothing else."""
    unit = last.unit
    if unit is None or scan.lower(last.end) in _DATING:
        return False
    if scan.lower(amount.first - 1) in scan.words["age_before"]:
        return False  # "aged 45 and 50 years": ages, which `carry` sees to
    # "Arrested 12 and 5 kg of cocaine was seized"
    return unit.dimension in SHARES or scan.tag(amount.first - 1) != "VERB"


def carry(scan: Scan, left: Draft, right: Draft) -> None:
    """Let what was said of the first in a list hold for the next: its age, its change.

    Args:
        scan: the text.
        left: a figure.
        right: its neighbour, which is changed where both belong to one list.
    """
    between = scan.tokens.lowers[left.outer_last : right.outer_first]
    if between not in {("and",), ("or",), (",",), (",", "and"), (",", "or")}:
        return
    if left.kind is Kind.AGE and _is_age(scan, left, right):
        right.kind, right.unit = Kind.AGE, right.unit or left.unit
    elif left.kind is Kind.CHANGE and "shared-unit" in left.rules and left.unit == right.unit:
        right.kind, right.direction = Kind.CHANGE, left.direction
    else:
        return
    right.rules = (*right.rules, "listed")


def elide(scan: Scan, drafts: Sequence[Draft]) -> None:
    """Give a number the unit of the one that it is held against: "8.1 tonnes, down from 8.6".

    Args:
        scan: the text.
        drafts: its figures, in text order; those that leave their unit out are changed.
    """
    last: Draft | None = None
    for draft in drafts:
        if last is not None and _leaves_out(scan, last, draft):
            draft.kind, draft.unit = last.kind, last.unit
            draft.rules = (*draft.rules, "elided-unit")
            if draft.hedge is Hedge.ABOUT and draft.value is not None:  # degrees have their own
                draft.interval = interval_about(draft.value, draft.unit, scan.policy)
        elif draft.unit is not None and draft.kind in _MEASURED:
            last = draft


def _leaves_out(scan: Scan, known: Draft, bare: Draft) -> bool:
    """Whether a bare number is of the unit of an earlier figure, which it is compared with."""
    if bare.kind is not Kind.COUNT or bare.unit is not None or not bare.value or not known.value:
        return False
    end = bare.outer_last
    if scan.counts(end) or scan.tag(end) not in _UNCOUNTED or scan.hyphened(end):
        return False
    if not 1 <= max(abs(bare.value / known.value), abs(known.value / bare.value)) <= _ALIKE:
        return False
    if bare.value < 0 and known.unit is not None and known.unit.dimension == "temperature":
        return True
    before = scan.tokens.lowers[max(0, bare.outer_first - 2) : bare.outer_first]
    # "fell to 12.5% from 15": right behind the level that it was
    level = before[-1:] == ("from",) and bare.outer_first == known.outer_last + 1
    if level or before in _HELD or before[-1:] in _AGAINST:
        return True
    return before[-1:] == ("and",) and scan.lower(end) in {"now", "today"}


def _is_age(scan: Scan, left: Draft, right: Draft) -> bool:
    """Whether a number behind an age is another age: "aged 12 and 15", "aged 45 and 50 years"."""
    if left.outer_last != left.last or right.value is None or right.value > _OLDEST:
        return False
    if right.kind is Kind.DURATION:
        return True
    bare = right.kind is Kind.COUNT and right.unit is None
    return bare and not scan.counts(right.outer_last)
