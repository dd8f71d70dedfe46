"""Arithmetic: money in another currency, at a rate that the store gives with its date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from fractions import Fraction

from factcheck.align.align import align
from factcheck.align.model import Candidate
from factcheck.findings.derivation import (
    Derivation,
    base_value,
    number,
)
from factcheck.frames.exchange import currency, exchange_rates
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Figure, Hedge, Interval, Kind

# Days for which a rate of exchange holds: ours, for currencies move by some percent in a quarter.
_HOLDS = 92


def converted_money(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """Money in two currencies, where the store gives a rate and its date."""
    unit = frame.figure.unit
    if frame.figure.kind is not Kind.MONEY or unit is None:
        return []
    found = []
    for candidate in pool:
        theirs = candidate.frame.figure if candidate.frame else None
        if theirs is None or theirs.kind is not Kind.MONEY or theirs.unit is None:
            continue
        if theirs.unit.dimension == unit.dimension:
            continue
        rate = _rate(theirs.unit.dimension, unit.dimension, candidate, pool)
        value = base_value(theirs)
        if rate is None or value is None:
            continue
        aligned = align(sentence, frame, candidate, any_kind=True)
        if aligned.same and not aligned.part_whole:
            result = value * rate[0]
            how = f"{theirs.text} × {number(rate[0])} ({rate[1].claim.id}) = {number(result)}"
            point = Interval.point(result)
            operands = (candidate, rate[1])
            found.append(
                Derivation(result, point, Hedge.PLAIN, operands, f"derived: {how}", aligned)
            )
    return found


def _rate(
    source: str, target: str, told: Candidate, pool: Sequence[Candidate]
) -> tuple[Fraction, Candidate] | None:
    """The exchange rate from one currency to another that a claim of about the same day gives."""
    for one in pool:
        if not one.claim.date or not _of_one_time(one.claim.date, told.claim.date):
            continue
        for first, second in exchange_rates(one.sentence):
            if (currency(first), currency(second)) == (source, target):
                return _over(second, first), one
    return None


def _of_one_time(rate: Date | str, told: Date | str | None) -> bool:
    """Whether a rate holds for a sum: not where their days are known to be a quarter apart."""
    if isinstance(rate, Date) and isinstance(told, Date):
        return abs((rate - told).days) <= _HOLDS
    return told is None or str(rate)[:4] == str(told)[:4]


def _over(one: Figure, other: Figure) -> Fraction:
    """How many times another sum of money a sum is, both known to be above zero."""
    return (one.value or Fraction(0)) / (other.value or Fraction(1))
