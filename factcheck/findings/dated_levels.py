"""Arithmetic: a change between two dates, from what references give for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from factcheck.align import words
from factcheck.align.align import align
from factcheck.align.anchor import UNSHARED
from factcheck.align.deciding import decisive_events
from factcheck.align.model import Aligned, Candidate
from factcheck.figures.date_order import date_relation
from factcheck.findings.changes import of_one_sort, wanted
from factcheck.findings.derivation import Derivation, number, text_of, value_of
from factcheck.frames.model import Event, FigureFrame, SentenceFrame
from factcheck.model import Hedge, Interval, Kind, PartialDate

_LEVELS = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.RATE, Kind.SHARE})
_MOVING = frozenset({"rise", "fall", "surge", "slump", "double", "halve", "triple"})
# What the arithmetic accounts for by itself: when, and that it rose.
_ACCOUNTED = frozenset({"time", "span", "event", "labels"})


def change_between_dates(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "Rose by 100,000 between 2022 and 2024" against a figure for 2022 and one for 2024."""
    span = _span(sentence, frame)
    if span is None or frame.figure.value is None:
        return []
    first, last = (_levels_at(date, sentence, frame, pool) for date in span)
    found = []
    for (one, _), (other, aligned) in product(first, last):
        a, b = value_of(one), value_of(other)
        alike = one.frame and other.frame and one.frame.figure.kind is other.frame.figure.kind
        if not alike or not a or b is None or not of_one_sort(frame.figure, other):
            continue
        value = wanted(frame.figure, a, b)
        text = f"derived: from {text_of(one)} to {text_of(other)} is a factor of {number(b / a)}"
        point = Interval.point(value)
        found.append(Derivation(value, point, Hedge.PLAIN, (one, other), text, aligned))
    return found


def _span(sentence: SentenceFrame, frame: FigureFrame) -> tuple[PartialDate, PartialDate] | None:
    """The two dates between which a figure of change is told."""
    if frame.figure.kind not in (Kind.FACTOR, Kind.CHANGE) or len(frame.times) != 1:
        return None
    date = sentence.times[frame.times[0]].date
    if date.until is None or date.quarter is not None:
        return None
    return PartialDate(date.year, date.month, date.day), date.until


def _levels_at(
    date: PartialDate, sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[tuple[Candidate, Aligned]]:
    """The references that give, for a date, what the statement says has changed."""
    found = []
    for candidate in pool:
        theirs = candidate.frame
        if theirs is None or theirs.figure.kind not in _LEVELS or len(theirs.times) != 1:
            continue
        told = candidate.sentence.times[theirs.times[0]].date
        if date_relation(date, told) != "same":
            continue
        shared = _of_one_event(sentence, frame, candidate)
        if shared is False:
            continue
        aligned = align(sentence, frame, candidate, any_kind=True, ignore=_ACCOUNTED)
        same = aligned.same or (shared and aligned.reason == UNSHARED)
        if same and not aligned.part_whole:
            found.append((candidate, aligned))
    return found


def _of_one_event(sentence: SentenceFrame, frame: FigureFrame, candidate: Candidate) -> bool | None:
    """Whether what rose ("exports") is what the reference tells ("exported"); None for no event."""
    ours = [e for e in decisive_events(sentence, frame) if not _moves(e)]
    theirs = [e for e in decisive_events(candidate.sentence, candidate.frame) if not e.light]
    if not theirs:
        return None
    return any(words.events_related(a, b) == words.SAME for a in ours for b in theirs)


def _moves(e: Event) -> bool:
    return not _MOVING.isdisjoint(e.classes)
