"""Dates that hang on one told before: "in March", "that year", "a year earlier"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align.words import SAME, events_related
from factcheck.discourse.nouns import is_definite
from factcheck.discourse.told import Told
from factcheck.frames.model import Event, SentenceFrame, Time
from factcheck.model import Kind, PartialDate

# What runs up to the day of the text has the year of that day, which nobody may have told.
_RUNNING = frozenset({"since", "by", "until", "till", "as of"})
# A date that only bounds what is told is no date of it.
_BOUNDS = _RUNNING | {"from", "after", "before"}
# The same period again, by the words before its unit.
_SAME = frozenset({"that", "same", "this"})
_STEPS = {"previous": -1, "preceding": -1, "following": 1, "next": 1}
_BACK = frozenset({"earlier", "before", "previously"})
_ON = frozenset({"later", "after", "on"})


def dated(
    sentence: SentenceFrame, before: Sequence[Told], opening: Sequence[Told]
) -> SentenceFrame:
    """A sentence whose dates have the year of the text, or of the date that they count from.

    That is told right before, or in the opening: a year in between may be of something else
    ("built in 1987"), and what counts from a date counts from the one just told.

    Args:
        sentence: a later sentence.
        before: what was told, the latest first.
        opening: the headline, the dateline and the first sentence.
    """
    if not any(_is_open(time.date) for time in sentence.times):
        return sentence
    found = [
        _dated(time, before[:1] if time.date.relative else (*before[:1], *opening))
        for time in sentence.times
    ]
    return sentence._replace(times=tuple(found))


def at_its_time(sentence: SentenceFrame, before: Sequence[Told]) -> SentenceFrame:
    """A sentence about an event that was told of ("the quake"), with the date of that event.

    Args:
        sentence: a later sentence; what it dates itself keeps its date.
        before: what was told, the latest first.
    """
    if not sentence.figures or sentence.times or next(dates_of(sentence), None) is not None:
        return sentence
    time = next(_times_of_events(sentence, before), None)
    if time is None:
        return sentence
    figures = tuple(f._replace(times=(0,)) for f in sentence.figures)
    return sentence._replace(times=(time,), figures=figures)


def _times_of_events(sentence: SentenceFrame, before: Sequence[Told]) -> Iterator[Time]:
    nouns = {e.first: e for e in sentence.events if e.form == "noun"}
    for term in sentence.terms:
        if term.at not in nouns or not is_definite(term, sentence):
            continue
        told = next((t for t in before if _tells(t.sentence, nouns[term.at])), None)
        dates = [*dict.fromkeys(dates_of(told.sentence))] if told is not None else []
        if told is not None and len(dates) == 1:
            yield Time(term.first, term.first, dates[0], "in", told.origin)


def _tells(sentence: SentenceFrame, event: Event) -> bool:
    """Whether a sentence tells an event, in whatever form: "gunmen attacked", "the attack"."""
    return any(events_related(event, e) == SAME for e in sentence.events if not e.light)


def _is_open(date: PartialDate) -> bool:
    bare = date.year is None and date.relative is None
    return date.relative is not None or (bare and (date.month or date.quarter) is not None)


def _dated(time: Time, near: Sequence[Told]) -> Time:
    if not _is_open(time.date) or time.relation in _RUNNING:
        return time
    for told in near:
        for date in reversed([*dates_of(told.sentence)]):
            found = _resolved(time.date, date)
            if found is not None:
                return time._replace(date=found, origin=told.origin)
    return time


def dates_of(sentence: SentenceFrame) -> Iterator[PartialDate]:
    """The dates of a sentence that have a year, in text order."""
    said = [(t.first, t.date) for t in sentence.times if t.relation not in _BOUNDS]
    said += [
        (f.first, f.figure.date)
        for f in sentence.figures
        if f.figure.kind is Kind.DATE and f.figure.date is not None
    ]
    for _, date in sorted(said, key=lambda one: one[0]):
        if date.year is not None and not date.decade and date.until is None:
            yield date


def _resolved(open_date: PartialDate, anchor: PartialDate) -> PartialDate | None:
    """What an open date means beside a date that was told; None where that does not tell."""
    said = open_date.relative
    if said is None:
        return open_date._replace(year=anchor.year)
    if open_date.month is not None or open_date.quarter is not None:
        return None
    parts = said.split()
    if len(parts) == 2 and parts[0] in _SAME:
        return _same(parts[1], anchor)
    if len(parts) == 2 and parts[0] in _STEPS and parts[1] == "year":
        return _stepped(anchor, _STEPS[parts[0]])
    if len(parts) == 3 and parts[0].isdigit() and parts[1] in ("year", "years"):
        sign = -1 if parts[2] in _BACK else 1 if parts[2] in _ON else 0
        return _stepped(anchor, sign * int(parts[0])) if sign else None
    return None


def _same(unit: str, anchor: PartialDate) -> PartialDate | None:
    """The year, month or day of a date again."""
    year = PartialDate(year=anchor.year)
    if unit == "year":
        return year
    if anchor.month is None:
        return None
    month = year._replace(month=anchor.month)
    if unit == "month":
        return month
    return month._replace(day=anchor.day) if unit == "day" and anchor.day else None


def _stepped(anchor: PartialDate, years: int) -> PartialDate:
    """The year so many years from a date's."""
    return PartialDate(year=(anchor.year or 0) + years)
