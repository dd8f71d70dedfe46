"""Rates of which one side tells the period beside its figure: "an annual output of 40,000 cars"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from factcheck.align.groups import groups
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Kind
from factcheck.text.lemma import fold

_SUMS: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_EACH: Final = frozenset({"every", "each", "per"})


def tells_rate(sentence: SentenceFrame, frame: FigureFrame, rate: FigureFrame) -> bool:
    """Whether a figure without a denominator is told per the same as a rate.

    Args:
        sentence: the sentence of the figure.
        frame: the figure.
        rate: the rate on the other side.
    """
    unit = rate.figure.unit
    if frame.figure.kind not in _SUMS or unit is None or not unit.per:
        return False
    alike = frame.figure.unit
    if (alike.dimension if alike is not None else "count") != unit.dimension:
        return False
    told = _periods(sentence, frame)
    if told:
        return unit.per in told
    return _of_unit(sentence, unit.per) or (
        frame.figure.kind is Kind.MONEY and _is_paid_regularly(sentence, frame)
    )


def _periods(sentence: SentenceFrame, frame: FigureFrame) -> set[str]:
    """The periods that a figure's clause tells: "annual", "a week", "every day"."""
    clause = sentence.clauses[frame.clause]
    lemmas = sentence.lemmas[clause.first : clause.last]
    found = {groups().periods[w] for w in lemmas if w in groups().periods}
    units = set(groups().periods.values())
    found |= {b for a, b in pairwise(lemmas) if a in _EACH and b in units}
    return found


def _of_unit(sentence: SentenceFrame, per: str) -> bool:
    """Whether what is priced is one unit of a thing: "a litre of petrol costs €1.85"."""
    words = tuple(map(fold, per.split()))
    for at in range(len(sentence.lemmas) - len(words) - 1):
        behind = at + 1 + len(words)
        if sentence.lemmas[at] in ("a", "an", "one", "each", "per") and (
            sentence.lemmas[at + 1 : behind] == words and sentence.lemmas[behind] == "of"
        ):
            return True
    return False


def _is_paid_regularly(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a sum is what is paid again and again, so that the period may go without saying."""
    clause = sentence.clauses[frame.clause]
    return not groups().regular_pay.isdisjoint(sentence.lemmas[clause.first : clause.last])
