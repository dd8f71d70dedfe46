"""Hedges and bounds around a number, and the intervals that they make of it."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.figures.money_data import before
from factcheck.figures.phrases import phrases_at, phrases_before
from factcheck.figures.scan import Amount, Scan
from factcheck.model import Hedge, Interval, Unit
from factcheck.policy import Policy

BOUNDS: Final = frozenset(
    {Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.UP_TO}
)
_MOST_STACKED: Final = 3
_CLOSED: Final = 7  # tokens of "or just over," and "if not more than,"
# What "passed" bounds: laws, exams and homes that are passed are fewer.
_ASIDE: Final = 5  # tokens before the comma of "£9bn of new headroom, give or take,"
_LINKS: Final = frozenset({"of", "a", "an", "per", "each", "every", "them"})
_SPLIT: Final = 4  # tokens of "more desperate families than"
_MORE: Final = {"more": Hedge.MORE_THAN, "fewer": Hedge.LESS_THAN, "less": Hedge.LESS_THAN}
_CALENDAR: Final = range(1800, 2101)
_LARGE: Final = 10_000
_TEN: Final = 10


class Hedging(NamedTuple):
    """What surrounds a number.

    Attributes:
        hedge: the deciding one.
        first, last: the outer tokens.
        rules: the names of the hedges.
        other: the milder one of two that are joined: the "nearly" of "nearly or more than 300".
    """

    hedge: Hedge
    first: int
    last: int
    rules: tuple[str, ...]
    other: Hedge | None = None


class _Found(NamedTuple):
    hedge: Hedge
    at: int
    rule: str


def hedging(scan: Scan, amount: Amount) -> Hedging:
    """All hedges around `amount`; the innermost bound decides, else the outermost hedge."""
    first = amount.start if amount.start >= 0 else amount.first
    found: list[Hedge] = []
    rules: list[str] = []
    other = None
    for _ in range(_MOST_STACKED):
        step = _one_before(scan, first, amount)
        if step is None:
            break
        hedge, first, rule = step
        rules.append(rule)
        joined = _joined_before(scan, first, amount)
        if joined is not None:
            _, first, rule = joined
            hedge, other = _either(hedge, joined.hedge)
            rules.append(rule)
        found.append(hedge)
    last = amount.end
    behind = _behind(scan, amount)
    if behind is not None:
        if not any(h in BOUNDS for h in found):
            found.append(behind.hedge)
        rules.append(behind.rule)
        last = max(last, behind.at)
    return Hedging(_deciding(found), first, last, tuple(rules), other)


def _deciding(found: list[Hedge]) -> Hedge:
    bounds = [hedge for hedge in found if hedge in BOUNDS]
    # the innermost bound decides: "averaged over less than 20 reviews"
    return bounds[0] if bounds else (found[-1] if found else Hedge.PLAIN)


def _either(one: Hedge, two: Hedge) -> tuple[Hedge, Hedge | None]:
    """What two hedges that are joined by "or" come to: both sides of a number are about it."""
    if {one, two} == {Hedge.NEARLY, Hedge.JUST_OVER}:
        return Hedge.ABOUT, None
    bound, mild = (one, two) if one in BOUNDS else (two, one)
    return (bound, mild) if bound in BOUNDS and mild not in BOUNDS else (one, None)


# ---------------------------------------------------------------- before the number
def _joined_before(scan: Scan, first: int, amount: Amount) -> _Found | None:
    """The first hedge of "nearly or just over 300", "almost, if not more than, 300"."""
    lowers = scan.tokens.lowers
    at = first - 1
    if lowers[at - 1 : first] == ("if", "not"):
        at -= 1
    elif scan.lower(at) != "or":
        return None
    at -= scan.lower(at - 1) == ","
    return _one_before(scan, at, amount) if at > 0 else None


def _one_before(scan: Scan, first: int, amount: Amount) -> _Found | None:
    """The hedge that ends before token `first`, with its first token (or `first`)."""
    words, lowers = scan.words, scan.tokens.lowers
    at, determined = _past_between(scan, first)
    for start in {at, first}:
        if start <= 0:
            continue
        for phrase, name in phrases_before(words["hedges_before"], lowers, start):
            head = start - len(phrase)
            if _refused(scan, head, phrase, determined and start == at != first, amount):
                continue
            key = " ".join(phrase)
            outer = first if key in words["hedge_verbal"] else head
            return _Found(Hedge(name), outer, f"hedge:{key}")
    return _split(scan, first, amount) if scan.lower(first - 1) == "than" else None


def _split(scan: Scan, first: int, amount: Amount) -> _Found | None:
    """ "More families than 1,100": the bound with what is counted inside."""
    if amount.number.plain and amount.value in _CALENDAR:
        return None  # "more jobs than 2019 brought"
    at = first - 2
    while at > first - 2 - _SPLIT and (scan.noun(at) or scan.tag(at) == "ADJ"):
        if scan.lower(at) in _MORE:
            break
        at -= 1
    hedge = _MORE.get(scan.lower(at)) if at < first - 2 else None
    if hedge is None:
        return None
    negated = scan.lower(at - 1) in {"no", "not"}
    if negated:
        hedge = Hedge.AT_MOST if hedge is Hedge.MORE_THAN else Hedge.AT_LEAST
    return _Found(hedge, first, "hedge:split")


def _past_between(scan: Scan, first: int) -> tuple[int, bool]:
    """The token before which a hedge may end, and whether a determiner was passed.

    What stands between them says nothing about the value: "at least another 300", "an estimated
    total of 300", "nearly, or just over, 300".
    """
    words, lowers = scan.words, scan.tokens.lowers
    at, determined = first, False
    if lowers[at - 1] == "of" and scan.lower(at - 2) in words["hedge_totals"]:
        at -= 2
    elif lowers[at - 1] == "," and {"or", "not"} & set(lowers[max(0, at - _CLOSED) : at]):
        at -= 1
    while at > 0 and first - at < 3 and lowers[at - 1] in words["hedge_between"]:
        if lowers[at - 1] in words["hedge_articled"] and scan.lower(at - 2) in {"a", "an"}:
            at -= 1
        determined = determined or lowers[at - 1] in words["hedge_determiners"]
        at -= 1
    return at, determined


def _refused(
    scan: Scan, head: int, phrase: tuple[str, ...], determined: bool, amount: Amount
) -> bool:
    """Whether the phrase is something else here: a phrasal verb, a preposition, a duration."""
    key, words = " ".join(phrase), scan.words
    before, unit = scan.lower(head - 1), amount.unit
    if _is_phrasal(scan, before, key, amount) or (before == "if" and phrase[0] == "not"):
        return True
    if key in words["hedge_needs"] and before not in words["hedge_needs"][key]:
        return True
    short = phrase[0] in {"short", "shy"} and phrase[-1] == "of"
    if short and (scan.text(head - 1)[:1].isdecimal() or scan.tag(head - 1) == "NOUN"):
        return True  # "£12,500 short of its £75,000 target": how much is missing
    if key in words["hedge_large"] and unit is None and amount.number.scale == 1:
        return amount.value is None or amount.value < _LARGE
    if unit is None and key in words["hedge_measured"]:
        return True
    if determined and phrase[-1] in words["hedge_prepositions"]:
        return True
    if determined and key in words["hedge_exceeding"] and not _is_mark(scan, amount):
        return True
    if key == "under" and (_is_led(scan, amount) or _is_covered(scan, head, amount)):
        return True
    timed = unit is not None and unit.dimension == "time"
    return timed and key in words["during"] and before not in words["during_bound"]


def _is_phrasal(scan: Scan, before: str, key: str, amount: Amount) -> bool:
    """Whether the phrase belongs to the verb before it: "handed over 14 dredgers"."""
    words, unit = scan.words, amount.unit
    if key == "over" and before in words["hedge_won_words"]:
        following = scan.tokens.lowers[amount.end : amount.end + 2]
        return not words["hedge_won_people"].isdisjoint(following)
    if key == "over" and before in words["hedge_taken_words"]:
        following = scan.tokens.lowers[amount.end : amount.end + 2]
        if not words["hedge_taken_things"].isdisjoint(following):
            return False
    if key == "over" and before in words["hedge_over_races"]:
        return unit is not None and unit.dimension == "length"
    if key == "over" and before in words["hedge_over_all"]:
        return unit is None
    if key == "over" and before in words["hedge_over_disputes"]:
        return unit is not None and unit.dimension.startswith("money")
    passed = key == "over" and before in words["hedge_over_things"]  # "took over $11 million"
    measured = unit is not None and (passed or key in words["hedge_levels"])  # "fell under $70"
    measured = measured or (passed and amount.number.scale > 1)  # "took over 100 million"
    return before in words["hedge_except"].get(key, ()) and not measured


def _is_mark(scan: Scan, amount: Amount) -> bool:
    """Whether "the 300 mark" is spoken of."""
    at = amount.end + scan.hyphened(amount.end)
    return scan.lower(at) in scan.words["hedge_marks"]


def _is_led(scan: Scan, amount: Amount) -> bool:
    """Whether leaders are counted, under whom somebody served."""
    leaders = scan.words["hedge_leaders"]
    return amount.unit is None and not leaders.isdisjoint(
        scan.tokens.lowers[amount.end : amount.end + 3]
    )


def _is_covered(scan: Scan, head: int, amount: Amount) -> bool:
    """Whether it is how much something lies under: "buried under 3 metres of snow"."""
    covered = scan.lower(head - 1) in scan.words["hedge_covered"]
    return covered and amount.unit is not None and scan.lower(amount.end) == "of"


# ---------------------------------------------------------------- behind the number
def _behind(scan: Scan, amount: Amount) -> _Found | None:
    """A hedge behind the number, its unit, or the noun that it counts."""
    at = amount.number.last if amount.hedge is Hedge.PLAIN else amount.last
    openings, lowers = scan.words["hedges_after"].keys(), scan.tokens.lowers
    if openings.isdisjoint(lowers[min(at, amount.end) : amount.end + _ASIDE + 1]):
        return None
    found = _one_behind(scan, at, amount)
    if found is None and at != amount.end:
        found = _one_behind(scan, amount.end, amount)
    return found or _behind_noun(scan, amount)


def _behind_noun(scan: Scan, amount: Amount) -> _Found | None:
    """A hedge behind the noun that is counted, or as an aside behind its comma."""
    at, told, listed = amount.end, True, scan.words["hedges_after"]
    reach = range(at + 1, at + _ASIDE + 1)
    if not any(phrases_at(listed, scan.tokens.lowers, k) for k in reach):
        return None
    for k in range(at, at + _ASIDE):
        if k > at and told:
            found = _one_behind(scan, k, amount)
            if found is not None and found.rule.removeprefix("hedge:") not in _adjacent(scan):
                return found._replace(at=at)
        if scan.lower(k) == ",":
            found = _one_behind(scan, k + 1, amount)
            return found if found is not None and _closes(scan, found.at) else None
        if not (scan.noun(k) or scan.tag(k) == "ADJ" or (k == at and scan.like_plural(k))):
            if scan.lower(k) not in _LINKS:
                return None
            told = False  # behind "40 trucks a day" only an aside is of the number
    return None


def _adjacent(scan: Scan) -> frozenset[str]:
    listed: frozenset[str] = scan.words["hedge_adjacent"]
    return listed


def _closes(scan: Scan, end: int) -> bool:
    """Whether a hedge behind a comma ends its clause, as an adverb of it would not."""
    return scan.text(end) in {"", ".", ",", ";", ":", ")", "!", "?", "”", '"', "-", "–", "—"}


def _one_behind(scan: Scan, at: int, amount: Amount) -> _Found | None:
    lowers = scan.tokens.lowers
    for phrase, name in phrases_at(scan.words["hedges_after"], lowers, at):
        end = at + len(phrase)
        key = " ".join(phrase)
        if phrase[0] in {"-", "+", "ish"} and not scan.glued(at):
            continue
        if scan.lower(end) == "than" and _numeric(scan, end + 1):
            continue  # "300 or more than 400": the bound of the next number
        if phrase[0] in {"-", "+"} and scan.glued(end) and scan.text(end)[0].isalnum():
            continue
        if key == "odd" and not (amount.precision is not None and amount.precision >= _TEN):
            continue
        following = scan.lower(end)
        if key in scan.words["hedge_ambiguous"] and (
            _numeric(scan, end) or following in {"than", "to", "of"}
        ):
            continue
        if key == "plus" and amount.unit is not None and _is_added(scan, end):
            continue
        if key in scan.words["hedge_adjectives"] and scan.noun(end):
            continue
        return _Found(Hedge(name), end, f"hedge:{key}")
    return None


def _is_added(scan: Scan, at: int) -> bool:
    """Whether something comes on top of a sum: "€1,000 plus costs"; not "€100,000 plus a year"."""
    if scan.tag(at) == "DET":
        return scan.lower(at + 1) not in scan.words["every_times"]
    return scan.tag(at) in {"NOUN", "ADJ", "PROPN", "PRON", "NUM"}


def past_hedge(scan: Scan, at: int) -> int:
    """The token behind the hedge between a number and its unit: "20-odd kilometres"; else `at`."""
    found = phrases_at(scan.words["hedges_after"], scan.tokens.lowers, at)
    return at + len(found[0][0]) if found else at


def _numeric(scan: Scan, i: int) -> bool:
    """Whether a number stands at token `i`, its currency in front of it included."""
    text = scan.text(i)
    if scan.lower(i) in before() and scan.text(i + 1)[:1].isdecimal():
        return True
    return bool(text) and (
        text[0].isdecimal() or scan.tag(i) == "NUM" or scan.lower(i) in scan.words["small"]
    )


# ---------------------------------------------------------------- intervals
def interval_around(amount: Amount, around: Hedging, policy: Policy) -> Interval:
    """The interval of an amount with all that surrounds it."""
    interval = interval_of(amount, around.hedge, policy)
    if around.other is None or amount.hedge is not Hedge.PLAIN:
        return interval
    other = interval_of(amount, around.other, policy)
    if interval.high is None:
        return Interval(other.low, None, other.low_open)
    return Interval(interval.low, other.high, interval.low_open, other.high_open)


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
    plain = Interval(amount.low, amount.high, amount.low_open, amount.high_open)
    if hedge in (Hedge.PLAIN, Hedge.RANGE, Hedge.MARGIN, Hedge.VAGUE, Hedge.SHARE_WORD):
        return plain
    if hedge in BOUNDS:
        return _bounded(amount, hedge, cap)
    if amount.value is None:
        return plain
    n = amount.value
    if hedge is Hedge.ABOUT:
        return interval_about(n, amount.unit, policy)
    near = abs(n) * policy.near_width
    if hedge is Hedge.NEARLY:
        return Interval(n - near, n, False, True)
    return Interval(n, n + near, True, False)


def interval_about(n: Fraction, unit: Unit | None, policy: Policy) -> Interval:
    """What "about *n*" allows, in the unit of `n`."""
    reach = _reach(n, unit, policy)
    return Interval(n - reach, n + reach, bool(reach), bool(reach))


def _reach(n: Fraction, unit: Unit | None, policy: Policy) -> Fraction:
    if unit is not None and unit.dimension == "temperature":
        return policy.hedge_degrees / unit.factor
    return abs(n) * policy.hedge_width


def _bounded(amount: Amount, hedge: Hedge, cap: Fraction | None) -> Interval:
    if amount.value is not None:
        return bound_at(amount.value, amount.unit, hedge, cap)
    if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return Interval(amount.low, cap)
    return bound_at(amount.high, amount.unit, hedge, cap)


def bound_at(
    value: Fraction, unit: Unit | None, hedge: Hedge, cap: Fraction | None = None
) -> Interval:
    """The interval of a bound at `value`: what is measured is not below zero, but for cold."""
    if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return Interval(value, cap, hedge is Hedge.MORE_THAN, False)
    coldest = unit is not None and unit.dimension == "temperature"
    floor = None if coldest or value < 0 else Fraction(0)
    if hedge is Hedge.LESS_THAN and floor == value:
        floor = None
    return Interval(floor, value, False, hedge is Hedge.LESS_THAN)
