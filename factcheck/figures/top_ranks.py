"""Ranks told by the list that holds them: "peaked in the top 20", "ended outside the top ten"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.figures.number import exact
from factcheck.figures.scan import Draft, Scan
from factcheck.model import Hedge, Interval, Kind

_INSIDE: Final = frozenset({"in", "into", "inside", "within"})
_VERB_REACH: Final = 4  # tokens between the verb and its preposition: "debuted on the chart in"


def read_top(scan: Scan, i: int) -> Draft | None:
    """The rank that is at most, or below, the number at token `i` of a "top n".

    A list that is only named ("the top ten cities") bounds nothing: a verb of ranking has to
    stand before it.
    """
    if scan.lower(i - 1) != "top":
        return None
    word = scan.lower(i)
    small = scan.words["small"].get(word)
    digits = word.isascii() and word.isdecimal() and len(word) < 4
    if small is None and not digits:
        return None
    value = Fraction(small) if small is not None else Fraction(int(word))
    lead = i - 2 - (scan.lower(i - 2) == "the")
    how = scan.lower(lead)
    before = {scan.lower(k) for k in range(max(0, lead - _VERB_REACH), lead)}
    ranked = not scan.words["rank_verbs"].isdisjoint(before)
    if how in scan.words["rank_entering"] or (ranked and how in _INSIDE):
        outer = lead if how in _INSIDE else lead + 1
        return _draft(i, outer, value, Hedge.AT_MOST, Interval(Fraction(0), value))
    if ranked and how == "outside":
        return _draft(i, lead, value, Hedge.MORE_THAN, Interval(value, None, low_open=True))
    return None


def _draft(i: int, outer: int, value: Fraction, hedge: Hedge, interval: Interval) -> Draft:
    return Draft(
        Kind.ORDINAL,
        i,
        i + 1,
        outer,
        i + 1,
        interval,
        value,
        exact(1),
        hedge=hedge,
        rules=("rank in a top list",),
    )
