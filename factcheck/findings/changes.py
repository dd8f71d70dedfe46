"""Arithmetic: factors and changes from two levels, and from each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from factcheck.align.align import align
from factcheck.align.model import Candidate
from factcheck.findings.derivation import (
    Derivation,
    base_value,
    number,
    text_of,
    value_of,
)
from factcheck.frames.cues import holds_against
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Figure, Hedge, Interval, Kind

_LEVELS = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.RATE, Kind.SHARE})


def change_of_levels(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "Doubled", "up 100%" against "rose from 210 to 420" and "rose to 420, up from 210"."""
    if frame.figure.kind not in (Kind.FACTOR, Kind.CHANGE) or frame.figure.value is None:
        return []
    found = []
    for pair in combinations([c for c in pool if c.frame is not None], 2):
        levels = _levels(*pair)
        if levels is None:
            continue
        one, other = levels
        ways = (align(sentence, frame, c, any_kind=True) for c in _measured_by(one, other, frame))
        aligned = next((way for way in ways if way.same), None)
        a, b = value_of(one), value_of(other)
        if aligned is None or not a or b is None or not of_one_sort(frame.figure, other):
            continue
        value = wanted(frame.figure, a, b)
        told = told_change(frame.figure, a, b)
        text = f"derived: from {text_of(one)} to {text_of(other)} is {told}"
        found.append(Derivation(value, Interval.point(value), Hedge.PLAIN, (other,), text, aligned))
    return found


def _measured_by(one: Candidate, other: Candidate, change: FigureFrame) -> Iterator[Candidate]:
    """What two levels may measure: what each counts, or what their sentence is about.

    "Sales rose from 3,000 bottles to 9,000" counts bottles, and what tripled are the sales.
    """
    for level, beside in ((other, one), (one, other)):
        yield _over_the_span(level, beside, change)
    subject = _subject(other)
    if subject >= 0 and other.frame is not None and subject != other.frame.counted:
        level = other._replace(frame=other.frame._replace(counted=subject))
        yield _over_the_span(level, one, change)


def _subject(level: Candidate) -> int:
    """The term that a level's clause is about, or -1."""
    if level.frame is None:
        return -1
    clause = level.frame.clause
    subjects = (
        index
        for index, term in enumerate(level.sentence.terms)
        if term.role == "agent" and term.clause == clause and term.first < level.frame.first
    )
    return next(subjects, -1)


def _over_the_span(level: Candidate, other: Candidate, change: FigureFrame) -> Candidate:
    """A level with the dates of both, where the change has one: it happened between them."""
    if level.frame is None or other.frame is None or not change.times:
        return level
    times = tuple(sorted({*level.frame.times, *other.frame.times}))
    return level._replace(frame=level.frame._replace(times=times))


def wanted(figure: Figure, a: Fraction, b: Fraction) -> Fraction:
    """The change from `a` to `b` as the statement tells it: a factor, a share, an amount.

    Args:
        figure: the statement's figure.
        a: the level before, in base units.
        b: the level after.
    """
    if figure.kind is Kind.FACTOR:
        return b / a
    change = (b - a) / a if _relative(figure) else b - a
    return -change if figure.direction < 0 else change


def told_change(figure: Figure, a: Fraction, b: Fraction) -> str:
    """The change from `a` to `b` in words, in the statement's terms.

    Args:
        figure: the statement's figure.
        a: the level before, in base units.
        b: the level after.
    """
    if figure.kind is Kind.FACTOR:
        return f"a factor of {number(b / a)}"
    way = "rise" if b > a else "fall"
    if _relative(figure):
        return f"a {way} of {number(abs(b - a) / a * 100)}%"
    unit = figure.unit
    size = abs(b - a) / (unit.factor if unit is not None else 1)
    symbol = "" if unit is None else f" {unit.symbol}{'s' * (unit.dimension == 'share_point')}"
    return f"a {way} of {number(size)}{symbol}"


def _relative(figure: Figure) -> bool:
    """Whether a change is told as a share of where it began: "by 50%", "by half"."""
    return figure.unit is not None and figure.unit.dimension == "share"


def of_one_sort(figure: Figure, level: Candidate) -> bool:
    """Whether an amount of change can be the distance between two such levels.

    Args:
        figure: the statement's figure.
        level: one of the levels.
    """
    unit = figure.unit
    if figure.kind is Kind.FACTOR or _relative(figure):
        return True
    theirs = level.frame.figure.unit if level.frame is not None else None
    if unit is None or theirs is None:
        return unit is None and theirs is None
    points = unit.dimension == "share_point" and theirs.dimension == "share"
    return points or unit.dimension == theirs.dimension


def _levels(one: Candidate, other: Candidate) -> tuple[Candidate, Candidate] | None:
    """The levels before and after a change, where two figures of a sentence are those."""
    a, b = one.frame, other.frame
    if one.sentence is not other.sentence or a is None or b is None:
        return None
    if a.figure.kind is not b.figure.kind or a.figure.kind not in _LEVELS:
        return None
    if a.first > b.first:
        one, other, a, b = other, one, b, a
    lemmas = one.sentence.lemmas
    if lemmas[a.first - 1] == "from" and "to" in lemmas[a.last : b.first]:
        return one, other
    # "to 84 million from 42 million"; what stands between the two would be another level
    between = any(
        a.last <= f.first < b.first and f.figure.kind is b.figure.kind for f in one.sentence.figures
    )
    same = a.counted == b.counted or -1 in (a.counted, b.counted)
    held = holds_against(lemmas, b.first)
    return (other, one) if held and same and not between else None


def factor_and_percent(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """Doubled = up 100%, halved = down 50%."""
    found = []
    for candidate in pool:
        if candidate.frame is None:
            continue
        ours, theirs = frame.figure, candidate.frame.figure
        if {ours.kind, theirs.kind} != {Kind.FACTOR, Kind.CHANGE}:
            continue
        value = _translated(ours, theirs)
        if value is None:
            continue
        aligned = align(sentence, frame, candidate, any_kind=True)
        if aligned.same and not aligned.part_whole:
            text = f"derived: {theirs.text} is a factor of {number(value)}"
            found.append(
                Derivation(value, Interval.point(value), Hedge.PLAIN, (candidate,), text, aligned)
            )
    return found


def _translated(ours: Figure, theirs: Figure) -> Fraction | None:
    """The reference's change in the terms of the statement's."""
    change, factor = (theirs, ours) if theirs.kind is Kind.CHANGE else (ours, theirs)
    if not _relative(change):
        return None
    if theirs.kind is Kind.CHANGE:
        share = base_value(theirs)
        return None if share is None else 1 + share * (theirs.direction or 1)
    return None if factor.value is None else (factor.value - 1) * (ours.direction or 1)
