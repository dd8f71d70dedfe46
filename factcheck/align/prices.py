"""Prices and pay whose denominator goes without saying: "rents average €1,540", "oil at $82".

A figure that leaves out what everybody knows (a rent is of a month, oil is sold by the barrel) is
held against one that tells it. Over which span or measure it is told is clear from its size alone,
so that the two may not be far apart.
"""

from __future__ import annotations

from typing import Final

from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.rating import denominators
from factcheck.align.side import Side
from factcheck.figures.money import same_currency
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Kind, SlotState, Unit

_REMARK: Final = "one does not say per what"
_FAR: Final = 4  # times: a wage of $25 may be of an hour, and one of $900 is not
_PORTION: Final = frozenset({"a", "an", "one"})  # "a coffee" is a cup of it
_PRICES: Final = frozenset({"price", "cost", "rate", "level"})
_TOLD_OF: Final = frozenset({"agent", "subject", "free", "patient"})


def priced_alike(ours: Side, theirs: Side) -> Detail | None:
    """The slot "kind" where one of two prices leaves out a denominator that everybody knows.

    Args:
        ours: the statement's side.
        theirs: the reference's.

    Returns:
        None where neither does.
    """
    if _leaves_out(ours, theirs) or _leaves_out(theirs, ours):
        return Detail("kind", SlotState.MATCHED, ours.kind, theirs.kind, _REMARK)
    return None


def proceeds(ours: Side, theirs: Side) -> bool:
    """Whether one side says for how much a thing was sold, and the other what its sale brought.

    Args:
        ours: the statement's side.
        theirs: the reference's.
    """
    told = {_sells(side) for side in (ours, theirs)}
    return told in ({"sold", "brought"}, {"brought"})


def _sells(side: Side) -> str:
    """Whether a sum is what a thing was "sold" for, or what its sale "brought"; "" for neither."""
    frame, sentence = side.frame, side.sentence
    if frame is None or frame.figure.kind is not Kind.MONEY:
        return ""
    clause = sentence.clauses[frame.clause]
    verb = sentence.lemmas[clause.verb] if 0 <= clause.verb < frame.first else ""
    if verb in groups().selling:
        return "sold"
    acting = (t.head for t in sentence.terms if t.role == "agent" and t.clause == frame.clause)
    return "brought" if verb in groups().bringing and not groups().sales.isdisjoint(acting) else ""


def _leaves_out(bare: Side, full: Side) -> bool:
    """Whether one side is a sum that is told of what the other side's rate is usual for."""
    frame, other = bare.frame, full.frame
    if frame is None or other is None or frame.figure.unit is None or other.figure.unit is None:
        return False
    if frame.figure.kind is not Kind.MONEY or other.figure.kind is not Kind.RATE:
        return False
    if not _is_near(frame, other) or not _is_money(frame.figure.unit, other.figure.unit):
        return False
    if any(denominators(bare.sentence, frame)):
        return False  # it tells another one
    return other.figure.unit.per in _usual(bare.sentence, frame)


def _is_money(one: Unit, other: Unit) -> bool:
    return other.dimension.startswith("money:") and same_currency(one, other)


def _is_near(one: FigureFrame, other: FigureFrame) -> bool:
    """Whether two sums of one currency may be told over the same."""
    a, b = one.figure, other.figure
    if a.value is None or b.value is None or a.unit is None or b.unit is None:
        return False
    small, large = sorted((a.value * a.unit.factor, b.value * b.unit.factor))
    return small > 0 and large < _FAR * small


@remembered
def _usual(sentence: SentenceFrame, frame: FigureFrame) -> frozenset[str]:
    """The denominators that go without saying for what a sum is told of."""
    told = [sentence.terms[frame.counted]] if frame.counted >= 0 else []
    clause = sentence.clauses[frame.clause]
    told += (
        t for t in sentence.terms if t.role in _TOLD_OF and clause.first <= t.first < clause.verb
    )
    found: set[str] = set()
    for term in told:
        portion = sentence.lemmas[term.first] in _PORTION
        nouns = {term.head, *(term.modifiers if term.head in _PRICES else ())}
        for words, per, mass in groups().unsaid:
            if not nouns.isdisjoint(words) and not (mass and portion):
                found |= per
    return frozenset(found)
