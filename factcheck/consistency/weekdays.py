"""FC205: a date does not fall on the weekday that is named with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date
from typing import Final

from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.frames.analyse import analyse
from factcheck.frames.model import SentenceFrame, Time
from factcheck.model import PartialDate, Span

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
# A weekday with the day and the month, as sentences that assert nothing may have it.
_WRITTEN: Final = re.compile(
    rf"\b(?:{'|'.join(_WEEKDAYS)}),?\s+(?:(?:the\s+)?{_NTH}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_NTH}\b)"
    r"(?:,?\s+\d{4}\b)?"
)


def weekdays(draft: Draft) -> Iterator[Contradiction]:
    """Dates whose weekday is another one by the calendar."""
    read: list[Span] = []
    for sentence in draft.sentences:
        yield from _of_sentence(draft, sentence, read)
    for sentence in _others(draft, read):
        yield from _of_sentence(draft, sentence, read)


def _of_sentence(
    draft: Draft, sentence: SentenceFrame, read: list[Span]
) -> Iterator[Contradiction]:
    for time in sentence.times:
        if time.date.weekday is None or time.date.until is not None or time.last <= time.first:
            continue
        span = Span(sentence.starts[time.first], sentence.ends[time.last - 1])
        read.append(span)
        told = _wrong(draft, sentence, time)
        if told:
            yield Contradiction("FC205", span, f"{draft.words(span)}: {told}")


def _others(draft: Draft, read: Sequence[Span]) -> Iterator[SentenceFrame]:
    """The dates that no sentence asserts, each read for itself: of questions, of who says so."""
    for passage in draft.document.passages:
        for match in _WRITTEN.finditer(draft.text, *passage.span):
            span = Span(*match.span())
            if any(span.overlaps(one) for one in read):
                continue
            alone = analyse(draft.text, span)
            if alone.times:
                yield alone


def _wrong(draft: Draft, sentence: SentenceFrame, time: Time) -> str:
    """What is wrong with a date and its weekday, "" where nothing is."""
    date = time.date
    if date.month is None or date.day is None or date.weekday is None:
        return ""
    carried = time.origin or not _names_year(sentence, time)
    if date.year is not None and not carried:
        return _told(_day(date, date.year), date.weekday)
    written = draft.document.date
    # a year that the text told before goes on with few dates; the day of the text is nearer to most
    if written is not None:
        years = range(written.year - 1, written.year + 2)
        days = [day for year in years if (day := _day(date, year)) is not None]
        near = min(days, key=lambda day: abs(day - written), default=None)
        return _told(near, date.weekday)
    if date.year is None:
        return ""
    # the year is another sentence's: what fits the year before or after may be of that
    around = [_day(date, date.year + shift) for shift in (0, -1, 1)]
    if any(day is not None and day.weekday() == date.weekday for day in around):
        return ""
    return _told(around[0], date.weekday)


def _names_year(sentence: SentenceFrame, time: Time) -> bool:
    """Whether a date's year stands in its own words."""
    start = sentence.span.start
    own = sentence.text[sentence.starts[time.first] - start : sentence.ends[time.last - 1] - start]
    return time.date.year is not None and str(time.date.year % 100).zfill(2) in own


def _day(date: PartialDate, year: int) -> Date | None:
    """The day in a year, None where that year does not have it."""
    try:
        return Date(year, date.month or 1, date.day or 1)
    except ValueError:
        return None


def _told(day: Date | None, weekday: int) -> str:
    if day is None or day.weekday() == weekday:
        return ""
    told = f"{day.day} {day:%B} {day.year:04d}"
    return f"{told} is a {_WEEKDAYS[day.weekday()]}, not a {_WEEKDAYS[weekday]}"
