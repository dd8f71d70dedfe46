"""Dates that a reference gives beside another figure: "joined on 17 January for £8.5m".

There the date is a detail of the sum. For a statement that only says when, it is what is asserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.align import words
from factcheck.align.align import align
from factcheck.align.deciding import decisive_events
from factcheck.align.groups import groups
from factcheck.align.model import Candidate
from factcheck.compare import compare
from factcheck.findings.judged import Judged
from factcheck.frames.model import FigureFrame, SentenceFrame, Time
from factcheck.model import Figure, Interval, Kind, PartialDate, SlotState, Span
from factcheck.policy import Policy

# "By 17 January" or "since 2012" name no day on which it happened.
_WHEN: Final = frozenset({"on", "in", "at", "during", ""})

_TELLING: Final = frozenset({"VERB", "NOUN", "ADJ"})
# Dates are figures themselves, and when something rose tells no other event's date.
_NO_HOST: Final = frozenset({Kind.DATE, Kind.TIME, Kind.CHANGE, Kind.FACTOR})


def dated_aside(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate], policy: Policy
) -> list[Judged]:
    """The references that say when in passing, for a figure that is a date.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        pool: figures of references, in a fixed order.
        policy: the tolerances.

    Returns:
        Those that surely tell the same event. One that excludes the date is among them only where
        the event happens once: a player who scored in 2012 may score in 2013.
    """
    if frame.figure.kind is not Kind.DATE:
        return []
    found: list[Judged] = []
    seen: set[tuple[str, int]] = set()
    for candidate in pool:
        for own in _date_frames(candidate.sentence, candidate.frame):
            place = (candidate.claim.id, own.figure.span.start)
            if place in seen:
                continue
            seen.add(place)
            told = candidate._replace(frame=own)
            aligned = align(sentence, frame, told)
            if not aligned.same or aligned.part_whole:
                continue
            judged = Judged(aligned, compare(frame.figure, own.figure, policy))
            if judged.comparison.undecided:
                continue
            once = _is_told_once(sentence, frame, told)
            agrees = judged.supports and _is_one_verb(sentence, frame, told)
            if _is_sure(judged) and (once or agrees):
                found.append(judged)
    return found


def dated_rank(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate], policy: Policy
) -> tuple[FigureFrame, list[Judged]]:
    """The day on which the first of its kind is, and the references that name another day.

    There is one first launch, so that "the first launch is on 19 March" excludes the ninth. Of
    two years each may have its first.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        pool: figures of references, in a fixed order.
        policy: the tolerances.

    Returns:
        The statement's day as a figure, and the references that surely tell the same event.
    """
    days = _days(sentence, frame)
    found = []
    for candidate in pool if days else ():
        theirs = candidate.frame
        if theirs is None or theirs.figure.value != frame.figure.value:
            continue
        for own in _days(candidate.sentence, theirs):
            comparison = compare(days[0].figure, own.figure, policy)
            if comparison.compatible or not _in_one_year(days[0], own):
                continue
            aligned = align(sentence, frame, candidate, ignore=frozenset({"time"}))
            judged = Judged(aligned._replace(candidate=candidate._replace(frame=own)), comparison)
            if aligned.same and not aligned.part_whole and _is_sure(judged):
                found.append(judged)
    return (days[0] if days else frame), found


def _days(sentence: SentenceFrame, frame: FigureFrame) -> list[FigureFrame]:
    """The one day that delimits a rank, as a figure of its own."""
    if frame.figure.kind is not Kind.ORDINAL:
        return []
    days = [f for f in _date_frames(sentence, frame) if f.figure.date and f.figure.date.day]
    return days if len(days) == 1 else []


def _in_one_year(ours: FigureFrame, theirs: FigureFrame) -> bool:
    """Whether two dates may be of one year, as far as it is said."""
    years = {f.figure.date.year for f in (ours, theirs) if f.figure.date is not None}
    return len(years - {None}) < 2


def _date_frames(sentence: SentenceFrame, theirs: FigureFrame | None) -> list[FigureFrame]:
    """The dates that delimit a figure, each as a figure of its own."""
    if theirs is None or theirs.figure.kind in _NO_HOST or theirs.base:
        return []
    found = []
    for time in (sentence.times[i] for i in theirs.times):
        if time.relation not in _WHEN or not _is_definite(time.date):
            continue
        own = theirs._replace(
            figure=_figure(time, theirs, sentence),
            counted=-1,
            group=-1,
            increment="",
            statistic="",
            times=(),
        )
        found.append(own)
    return found


def _is_definite(date: PartialDate) -> bool:
    """Whether a date tells by itself when."""
    full = date.month is not None and date.day is not None
    return date.relative is None and (date.year is not None or full)


def _figure(time: Time, theirs: FigureFrame, sentence: SentenceFrame) -> Figure:
    """The figure that a date in passing would be, were it what is asserted."""
    span = Span(sentence.spans[time.first].start, sentence.spans[time.last - 1].end)
    start = sentence.span.start
    return Figure(
        text=sentence.text[span.start - start : span.end - start],
        span=span,
        kind=Kind.DATE,
        interval=Interval(None, None),
        value=None,
        precision=None,
        date=time.date,
        event=theirs.figure.event,
        rules=("date beside another figure",),
    )


def _is_sure(judged: Judged) -> bool:
    """Whether both sides surely tell one event."""
    matched = (d.slot == "event" and d.state is SlotState.MATCHED for d in judged.aligned.details)
    return any(matched) and not judged.aligned.weak


def _is_told_once(sentence: SentenceFrame, frame: FigureFrame, told: Candidate) -> bool:
    """Whether both sides tell an event that has one date."""
    both = _classes(sentence, frame) & _classes(told.sentence, told.frame)
    return not groups().once.isdisjoint(both)


def _classes(sentence: SentenceFrame, frame: FigureFrame | None) -> set[str]:
    return {c for e in decisive_events(sentence, frame) for c in e.classes}


def _is_one_verb(sentence: SentenceFrame, frame: FigureFrame, told: Candidate) -> bool:
    """Whether both sides tell the event by one word: what moved to a city was not sold then."""
    ours, theirs = _spoken(sentence, frame), _spoken(told.sentence, told.frame)
    return any(words.words_alike(a, b) for a in ours for b in theirs)


def _spoken(sentence: SentenceFrame, frame: FigureFrame | None) -> set[str]:
    """The telling words of a figure's events: "planned for completion" tells of a completion."""
    return {
        sentence.lemmas[at]
        for e in decisive_events(sentence, frame)
        for at in range(e.first, e.last)
        if sentence.tags[at] in _TELLING
    }
