"""Over what a change is told: "up 3.9% on the year" is no change "from April"."""

from __future__ import annotations

from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.sides import Sides
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Kind, SlotState

_CHANGES = frozenset({Kind.CHANGE, Kind.FACTOR})


def span_of_change(sides: Sides) -> list[Detail]:
    """Two changes over spans of another length are two things, if both sides tell theirs."""
    if sides.frame is None or sides.their_frame is None:
        return []
    if sides.frame.figure.kind not in _CHANGES or sides.their_frame.figure.kind not in _CHANGES:
        return []
    ours = told_span(sides.sentence, sides.frame)
    theirs = told_span(sides.reference, sides.their_frame)
    if not ours or not theirs or ours == theirs:
        return []
    text, other = f"over a {ours}", f"over a {theirs}"
    return [Detail("time", SlotState.DIFFERING, text, other)]


@remembered
def told_span(sentence: SentenceFrame, frame: FigureFrame) -> str:
    """The unit of the span that a figure's clause tells, or its sentence where it is alone.

    It is "" where none is told, or several are.
    """
    if frame.figure.kind not in _CHANGES:
        return ""
    alone = sum(f.figure.kind in _CHANGES for f in sentence.figures) == 1
    clause = sentence.clauses[frame.clause]
    lemmas = sentence.lemmas if alone else sentence.lemmas[clause.first : clause.last]
    text = f" {' '.join(lemmas)} ".replace(" - ", " ")
    found = {
        unit
        for unit, phrases in groups().comparison_spans
        for phrase in phrases
        if f" {phrase} " in text
    }
    if _from_month_before(sentence, frame):
        found.add("month")
    return next(iter(found)) if len(found) == 1 else ""


def _from_month_before(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """ "In May from April": two months next to each other, of no year or of one."""
    times = [sentence.times[i] for i in frame.times]
    months = [(t.date.year, t.date.month) for t in times if t.relation != "from" and t.date.month]
    return any(
        t.relation == "from"
        and t.date.month is not None
        and t.date.day is None
        and any(t.date.month % 12 + 1 == m and t.date.year in (None, y) for y, m in months)
        for t in times
    )
