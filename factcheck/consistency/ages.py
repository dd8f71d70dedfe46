"""FC206: an age does not fit the dates that the draft gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, timedelta
from datetime import date as Date
from typing import Final, NamedTuple

from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.consistency.persons import Person, Persons
from factcheck.frames.model import FigureFrame, SentenceFrame, Time
from factcheck.model import Hedge, Kind, PartialDate, Span

_AT = frozenset({"in", "on", "at", "by", "during", ""})
_NEAR = 4  # tokens between an age and the year of it: "aged 24 in 1969"
_OLDEST = 120
_SHORTEST_LIFE = 10
_BORN: Final = re.compile(r"\bborn\b[^.;,:]{0,40}\Z", re.IGNORECASE)
_DIED: Final = re.compile(
    r"\b(?:died|dies|dead|death|passed\s+away|was\s+killed)\b[^.;:]{0,40}\Z", re.IGNORECASE
)
_DYING: Final = re.compile(
    r"\b(?:died|dies|dead|passed\s+away)\b[^.;:]{0,60}?\b(?:aged|at(?:\s+the\s+age\s+of)?)\s+\Z",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)\s+\((?:born\s+)?\Z")
_LATELY_TOLD: Final = re.compile(
    r"\b(?:has\s+died|dies|last\s+week|this\s+week|yesterday|today"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(r"\b(?:whose|and\s+her|and\s+his|who\s+died|when\s+h)", re.IGNORECASE)
_IS: Final = re.compile(r"\b(?:is|now|today)(?:\s+now)?\s+\Z", re.IGNORECASE)
_WAS: Final = re.compile(r"\s*(?:she|he|[A-Z][\w’'-]+)\s+was\s+\Z", re.IGNORECASE)
# Whoever a portrait is of: "The former pastry cook is 58", "The astronaut, 44,".
_DESCRIBED: Final = re.compile(
    r"(?:The\s+(?:[a-z][\w’'-]*\s+){0,3}[a-z][\w’'-]*|She|He)(?:,\s+|\s+(?:is|has\s+turned)\s+(?:now\s+)?)"
)
_SUBJECTS = frozenset({"agent", "subject", "patient"})
_SOMEBODY: Person = ("",)
_NEAR_AGE = 5  # years; an age told of "the astronaut" that is farther off is another one's
_APPOSED: Final = re.compile(r"\s*(?:,|\))")
# A text tells of what was lately: an age is that of the day of the hearing, not of the paper.
_LATELY = timedelta(days=45)


class _Day(NamedTuple):
    """A date of a person's life: the first and the last day that it may be, and where it stands."""

    first: Date
    last: Date
    span: Span | None


class _Age(NamedTuple):
    """An age that is told of a person: when it was reached, or that it is the age at death."""

    person: Person
    frame: FigureFrame
    at: _Day | None
    dying: bool
    lately: bool = False  # whether the death is the news
    described: bool = False  # whether whose it is is told without a name: "the astronaut, 44,"


def ages(draft: Draft) -> Iterator[Contradiction]:
    """Ages that are another one by the dates of birth, of death, and of the text."""
    births: dict[Person, _Day] = {}
    deaths: dict[Person, _Day] = {}
    told: list[_Age] = []
    persons = Persons(draft.sentences)
    before: SentenceFrame | None = None
    for sentence in draft.sentences:
        for time in sentence.times:
            person = _bearer(sentence, time, persons) or persons.near(sentence, time.first, before)
            _note_date(sentence, time, person, births, deaths)
        for frame in sentence.figures:
            if _is_age(draft, sentence, frame):
                person = persons.near(sentence, frame.first, before)
                described = not person and _is_described(draft, sentence, frame)
                told += _told(draft, sentence, frame, person or _SOMEBODY * described)
        before = sentence
    if len(births) == 1:
        only = next(iter(births))
        told = [
            o._replace(person=only, described=True) if o.person == _SOMEBODY else o for o in told
        ]
    for one in told:
        birth = births.get(one.person)
        found = _wrong(draft, one, birth, deaths.get(one.person)) if birth else None
        if found:
            yield found


def _is_described(draft: Draft, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether an age is told of "she" or "the astronaut", in a sentence that names nobody."""
    if any(not name.origin and name.role in _SUBJECTS for name in sentence.names):
        return False
    return _DESCRIBED.fullmatch(draft.before(sentence, frame)) is not None


def _bearer(sentence: SentenceFrame, time: Time, persons: Persons) -> Person:
    """Whose years of life stand in brackets behind a name, () where it is no such time."""
    if time.date.until is None or time.last <= time.first:
        return ()
    named = _NAMED.search(sentence.text[: sentence.starts[time.first] - sentence.span.start])
    return persons.of_words(named[1].lower().split()) if named else ()


def _note_date(
    sentence: SentenceFrame,
    time: Time,
    person: Person,
    births: dict[Person, _Day],
    deaths: dict[Person, _Day],
) -> None:
    """Take down a date of birth or of death."""
    if not person or time.last <= time.first or not _is_of_calendar(time.date):
        return
    start = sentence.span.start
    span = Span(sentence.starts[time.first], sentence.ends[time.last - 1])
    before = sentence.text[: span.start - start]
    until = time.date.until
    if until is not None:
        if before.endswith("(") and _is_of_calendar(until) and _lasts_a_life(time.date, until):
            births.setdefault(person, _day(time.date._replace(until=None), span))
            deaths.setdefault(person, _day(until, span))
    elif _BORN.search(before) and not _OTHER.search(before):
        births.setdefault(person, _day(time.date, span))
    elif _DIED.search(before) and not _OTHER.search(before):
        deaths.setdefault(person, _day(time.date, span))


def _is_of_calendar(date: PartialDate) -> bool:
    """Whether a date has a year that the calendar reckons with: none before Christ."""
    return date.year is not None and MINYEAR <= date.year <= MAXYEAR


def _lasts_a_life(date: PartialDate, until: PartialDate) -> bool:
    """Whether a period in brackets behind a name may be the years that somebody lived."""
    return (until.year or 0) - (date.year or 0) >= _SHORTEST_LIFE


def _day(date: PartialDate, span: Span | None) -> _Day:
    """The first and the last day of a date with a year."""
    year = date.year or 1
    first, last = Date(year, 1, 1), Date(year, 12, 31)
    try:
        if date.month is not None:
            first = Date(year, date.month, date.day or 1)
            behind = Date(year + date.month // 12, date.month % 12 + 1, 1)
            last = first if date.day is not None else behind - timedelta(days=1)
    except ValueError:
        pass  # 31 June: the calendar is no matter of ages, and the year is told
    return _Day(first, last, span)


def _is_age(draft: Draft, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure is somebody's age; "died at 71" and "is 61" are read as counts."""
    figure = frame.figure
    if figure.hedge is not Hedge.PLAIN or figure.value is None or figure.value.denominator != 1:
        return False
    if not 0 < figure.value < _OLDEST:
        return False
    if figure.kind is Kind.AGE:
        return figure.unit is None or figure.unit.symbol == "year"
    if figure.kind is not Kind.COUNT:
        return False
    before = draft.before(sentence, frame)
    ends = re.match(r"\s*(?:[.,;]|and\b|\Z|$)", draft.behind(sentence, frame)) is not None
    return (
        ends and (_DYING.search(before) or _IS.search(before) or _WAS.fullmatch(before)) is not None
    )


def _told(
    draft: Draft, sentence: SentenceFrame, frame: FigureFrame, person: Person
) -> Iterator[_Age]:
    """An age with the time it is told of, where that is sure."""
    if not person:
        return
    before, behind = draft.before(sentence, frame), draft.behind(sentence, frame)
    if _DYING.search(before) or (_WAS.fullmatch(before) and behind.strip() == "."):
        yield _Age(person, frame, None, True, _LATELY_TOLD.search(sentence.text) is not None)
        return
    own = [
        time.date
        for time in (sentence.times[i] for i in frame.times)
        if _is_of_calendar(time.date)
        and not time.origin
        and time.date.until is None
        and time.relation in _AT
        and -_NEAR - 2 <= time.first - frame.last <= _NEAR
        and not _BORN.search(sentence.text[: sentence.starts[time.first] - sentence.span.start])
    ]
    if len(own) == 1 and own[0].month is None and not _IS.search(before):
        yield _Age(person, frame, _day(own[0], None), False)
    elif _IS.search(before) or (_APPOSED.match(behind) and before.rstrip().endswith((",", "("))):
        written = draft.document.date or _newest(sentence) or _of_the_text(draft)
        if written is not None and (not own or _IS.search(before)):
            yield _Age(person, frame, _Day(written - _LATELY, written, None), False)


def _newest(sentence: SentenceFrame) -> Date | None:
    """The day that a sentence gives as its own: "as she told this paper on 6 March 2024"."""
    days = _own_days(sentence)
    return days[0] if len(days) == 1 else None


def _own_days(sentence: SentenceFrame) -> list[Date]:
    """The days that a sentence names in full, but for dates of birth."""
    days = []
    for t in sentence.times:
        if not (t.date.month and t.date.day and _is_of_calendar(t.date)):
            continue
        if t.date.until is not None or t.origin or t.last <= t.first:
            continue
        if _BORN.search(sentence.text[: sentence.starts[t.first] - sentence.span.start]):
            continue
        days.append(_day(t.date, None).last)
    return days


def _of_the_text(draft: Draft) -> Date | None:
    """The day of a text without a date: that of its dates, where all are of the same weeks."""
    days = [day for sentence in draft.sentences for day in _own_days(sentence)]
    return max(days) if days and max(days) - min(days) <= _LATELY else None


def _wrong(draft: Draft, told: _Age, birth: _Day, death: _Day | None) -> Contradiction | None:
    """What is wrong with an age, if anything."""
    at = told.at
    if told.dying:
        written = draft.document.date if told.lately else None
        at = death or (_Day(written - _LATELY, written, None) if written is not None else None)
    elif death is not None and at is not None and at.last > death.first:
        return None  # the age of somebody who was dead by then is another one's
    if at is None:
        return None
    least, most = _years(birth.last, at.first), _years(birth.first, at.last)
    age = int(told.frame.figure.value or 0)
    if least <= age <= most or most < 0:
        return None
    if told.described and not least - _NEAR_AGE <= age <= most + _NEAR_AGE:
        return None
    span = told.frame.figure.span
    known = f"{max(least, 0)}" if least == most else f"{max(least, 0)} or {most}"
    if most - max(least, 0) > 1:
        known = f"{max(least, 0)} to {most}"
    related = [(birth.span, "the date of birth"), (at.span, "the date of death")]
    message = f"{told.frame.figure.text} does not fit the dates: by them the age is {known}"
    return Contradiction(
        "FC206", span, message, tuple((where, what) for where, what in related if where is not None)
    )


def _years(birth: Date, at: Date) -> int:
    """The years completed from one day to another."""
    return at.year - birth.year - ((at.month, at.day) < (birth.month, birth.day))
