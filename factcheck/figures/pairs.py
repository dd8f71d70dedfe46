"""Two numbers that are one figure: ratios and results that name what they count.

"2:1", "ten to one", "odds of 5/1"; "52% to 48%", "61 votes to 38", "a vote of 61 to 38".
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.figures.factors import factor
from factcheck.figures.scan import Draft, Scan
from factcheck.model import Interval, Kind

_HYPHENS: Final = frozenset("-‐‑")
_GLUED: Final = frozenset(":/")
_RATIO_BEFORE: Final = 8  # tokens between "outnumbered" or "ratio" and the numbers
_WHOLE: Final = range(95, 102)  # per cent of two camps that are nearly all
_HALF: Final = 50  # per cent that two leaders of a poll share at least
_LONGEST_STAKE: Final = 10  # of the odds of a bookmaker; "at 120/80" is a blood pressure
_ALIKE: Final = 10  # times one side's points at most are the other's
_NEVER: Final = frozenset({"from", "between"})


class _Pair(NamedTuple):
    """Two numbers, the token after them, what joins them and what they count ("%", "votes", "")."""

    first: Fraction
    second: Fraction
    last: int
    joint: str
    counted: str


def read_pair(scan: Scan, i: int) -> Draft | None:
    """The ratio or the result at token `i`, or None."""
    if scan.lower(i + 1) not in scan.words["pair_joints"]:
        return None
    pair = _pair(scan, i)
    if pair is None or not pair.second or scan.lower(i - 1) in _NEVER:
        return None
    if _is_result(scan, i, pair):
        return _result(i, pair)
    rule = _ratio_rule(scan, i, pair)
    if not rule:
        return None
    draft = factor(scan, i, pair.last, pair.first / pair.second, 0, rule)
    draft.parts = (pair.first, pair.second)
    return draft


def _pair(scan: Scan, i: int) -> _Pair | None:
    first = _number(scan, i)
    if first is None:
        return None
    counted, at = _counted(scan, i + 1)
    joint = scan.lower(at)
    if joint in _HYPHENS and scan.lower(at + 1) == "to" and scan.text(at + 2) in _HYPHENS:
        joint, at = "-to-", at + 2  # "a two-to-one margin"
    elif joint in _GLUED | _HYPHENS:
        if not (scan.glued(at) and scan.glued(at + 1)):
            return None
    elif joint != "to":
        return None
    second = _number(scan, at + 1)
    if second is None or (scan.glued(at + 2) and scan.text(at + 2)[:1] in ":/-"):
        return None
    again, last = _counted(scan, at + 2)
    if counted == "%" and again != "%":
        return None  # "fell 17 percent to 83 cents"
    return _Pair(first, second, last, joint, counted or again)


def _number(scan: Scan, i: int) -> Fraction | None:
    text = scan.text(i)
    digits = text.replace(",", "")
    if text.isascii() and digits.replace(".", "", 1).isdigit() and text[0] != ".":
        return Fraction(digits.rstrip("."))
    value = scan.words["small"].get(scan.lower(i))
    return None if value is None else Fraction(value)


def _counted(scan: Scan, at: int) -> tuple[str, int]:
    """What the number before token `at` counts in a contest, and the token after it."""
    word = scan.lower(at)
    if word in {"%", "percent", "pct"}:
        return "%", at + 1
    if word == "per" and scan.lower(at + 1) == "cent":
        return "%", at + 2
    return (word, at + 1) if word in scan.words["pair_things"] else ("", at)


def _is_result(scan: Scan, i: int, pair: _Pair) -> bool:
    """Whether the numbers are those of two sides of a contest or a vote."""
    if pair.joint != "to" or _moves(scan, i):
        return False
    total = pair.first + pair.second
    if pair.counted == "%":
        if int(total) in _WHOLE:
            return pair.first > pair.second or scan.in_contest()
        return _HALF <= total < _WHOLE.stop and pair.first > pair.second and scan.in_contest()
    whole = pair.first.denominator == pair.second.denominator == 1
    if pair.counted in {"point", "points"} and pair.second > _ALIKE * pair.first:
        return False  # "lost 412 points to 9,120"
    if pair.counted:  # "four goals to three assists" is no result
        return whole and scan.lower(i - 1) != "of" and not scan.noun(pair.last)
    told = scan.lower(i - 1) == "of" and scan.lower(i - 2) in scan.words["pair_results"]
    told = told or scan.lower(i - 1) == "voted"  # "members voted 1,402 to 377"
    return whole and told and pair.second != 1


def _moves(scan: Scan, i: int) -> bool:
    """Whether something rises or falls by the first number, to the second."""
    verb = scan.lower(i - 1 - (scan.lower(i - 1) == "by"))
    return scan.words["change_verbs"].get(verb, ("", ""))[1] in {"motion", "strict", "causing"}


def _result(i: int, pair: _Pair) -> Draft:
    parts, rule = (pair.first, pair.second), "score-shares" if pair.counted == "%" else "score-to"
    nothing = Interval(None, None)
    return Draft(Kind.SCORE, i, pair.last, i, pair.last, nothing, None, parts=parts, rules=(rule,))


def _is_bet(scan: Scan, before: tuple[str, ...], pair: _Pair) -> bool:
    """ "A bet at 10,000/1", and whatever a bookmaker quotes."""
    quoted = before[-1:] == ("at",) and pair.first > pair.second
    return quoted or not scan.words["betting"].isdisjoint(scan.tokens.lowers)


def _ratio_rule(scan: Scan, i: int, pair: _Pair) -> str:
    """The name of the evidence that two numbers are a ratio, "" where there is none."""
    if pair.counted:
        return ""
    words = scan.words
    before = scan.tokens.lowers[max(0, i - _RATIO_BEFORE) : i]
    behind = scan.lower(pair.last + (scan.text(pair.last) in _HYPHENS))
    if behind in words["odds_behind"] or "odds" in before[-3:]:
        return "odds"
    if pair.joint == "/" and pair.second <= _LONGEST_STAKE and _is_bet(scan, before, pair):
        return "odds"
    if pair.joint in _HYPHENS or pair.joint == "/":
        return ""  # "the 60/40 split"
    if behind in words["ratio_behind"] or any(word in words["ratio_before"] for word in before):
        return "ratio"
    if pair.joint == "-to-":  # "a two-to-one margin", but "two-to-three years"
        return "ratio" if pair.first > pair.second and not scan.counts(pair.last) else ""
    if pair.second != 1:
        return ""
    to_one = pair.joint == "to" and scan.lower(i - 1) == "by"
    to_one = to_one or not words["ratio_to_one"].isdisjoint(before)
    return "ratio" if to_one and not scan.in_contest() else ""
