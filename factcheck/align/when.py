"""The slot "time": a date of its own, an open-ended one, or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from functools import lru_cache

from factcheck.align.level import BEFORE
from factcheck.align.side import Side, When
from factcheck.align.sides import Sides
from factcheck.figures.date_resolve import resolve
from factcheck.figures.dates import date_relation, later
from factcheck.frames.times import COMPARED
from factcheck.model import Detail, Kind, PartialDate, SlotState

_OPEN_ENDED = frozenset({"after", "before"})
# What has one date, however roughly it is told: it does not add up over a period.
_OF_ONE_DAY = frozenset({Kind.ORDINAL, Kind.AGE, Kind.SCORE})
# Nor do these, so that "early 2024" is a rough word for its first quarter.
_LEVELS = frozenset({Kind.SHARE, Kind.RATE})
_RUNNING = frozenset({"by", "as of", "until", "till", "as at"})
_WITHIN = frozenset({"", "in", "on", "during", "at"})
_ROUGH = frozenset({"early", "mid", "late", "start", "end"})


_DATE_STATES = (
    ("part", SlotState.NARROWER),
    ("whole", SlotState.WIDER),
    ("differs", SlotState.DIFFERING),
)


def time(sides: Sides) -> Sequence[Detail]:
    """When: a figure with its own date matches only references of that date or period."""
    if sides.frame is None or sides.their_frame is None:
        return []
    ours, theirs = sides.ours.dates, sides.theirs.dates
    from_ours, from_theirs = sides.ours.compared_dates, sides.theirs.compared_dates
    apart: list[Detail] = []
    if from_ours:  # few figures are told from an earlier level
        apart = _levels_apart(from_ours, from_theirs or _year_before(theirs, from_ours))
    if not ours:
        unsaid = [b for b in theirs if all(a.date != b.date for a in from_ours)]
        return [*apart, *(_undated(b, sides) for b in unsaid)]
    dated = _all_dated(ours, theirs, sides.frame.figure.kind)
    return [*apart, *_by_publication(dated, ours, theirs, sides)]


def _levels_apart(ours: Sequence[When], theirs: Sequence[When]) -> list[Detail]:
    """Changes from levels of two dates are two changes: "down 8% on 2022", "down 8% on 2019"."""
    return [
        Detail("time", SlotState.DIFFERING, f"from {a.date}", f"from {b.date}")
        for a in ours
        for b in theirs
        if date_relation(a.date, b.date) == "differs"
    ]


def _year_before(dates: Sequence[When], told: Sequence[When]) -> list[When]:
    """The year from which what changed in a year did so, where nothing else is told.

    A date that is the level's own ("compared with 6.4% in 2022") is not the change's.
    """
    date, year = (dates[0].date, dates[0].date.year) if len(dates) == 1 else (None, None)
    if year is None or date != PartialDate(year=year) or dates[0].relation not in _WITHIN:
        return []
    if any(t.date == date for t in told):
        return []
    return [When(PartialDate(year=year - 1), COMPARED)]


# A story is told by many with few dates, and no two dates ever stand otherwise to each other.
@lru_cache(maxsize=4096)
def _all_dated(ours: tuple[When, ...], theirs: tuple[When, ...], kind: Kind) -> Sequence[Detail]:
    """How the dates of a figure of the statement stand to those of a reference's.

    A date that was told before, and that the reference does not have, is no addition.
    """
    found = ((date, _roughly(_dated(date, theirs), date, theirs, kind)) for date in ours)
    return tuple(
        detail._replace(carried=date.origin) if date.origin else detail
        for date, detail in found
        if not (date.origin and detail.state is SlotState.ADDED)
    )


def _dated(ours: When, theirs: tuple[When, ...]) -> Detail:
    """How a date of the statement stands to the reference's dates."""
    text = str(ours.date)
    if ours.relation in _OPEN_ENDED:
        for other in theirs:
            if other.relation not in _OPEN_ENDED:
                return _open_ended(ours, other)
    relations = {date_relation(ours.date, b.date): b for b in theirs}
    if relations.keys() & {"same", "same_less", "same_more"}:
        return Detail("time", SlotState.MATCHED, text, text)
    for relation, state in _DATE_STATES:
        if relation in relations:
            return Detail("time", state, text, str(relations[relation].date))
    season = next((t for t in theirs if _other_years(ours.date.season, t.date.season)), None)
    if season is not None:
        return Detail("time", SlotState.DIFFERING, text, str(season.date))
    return Detail("time", SlotState.ADDED, text, "")


def _by_publication(
    details: Sequence[Detail], ours: Sequence[When], theirs: Sequence[When], sides: Sides
) -> Sequence[Detail]:
    """The same details, with the dates that the reference lacks held against its own day."""
    published = sides.candidate.claim.date
    lacking = [detail for detail in details if detail.state is SlotState.ADDED]
    if not lacking or not isinstance(published, Date):
        return details
    dates = {str(date.date): date for date in ours}
    return [
        _news(detail, dates[detail.statement], theirs, published)
        if detail.state is SlotState.ADDED and detail.statement in dates
        else detail
        for detail in details
    ]


def _news(added: Detail, ours: When, theirs: Sequence[When], published: Date) -> Detail:
    """A date of the statement, where the reference says when only by the day of its publication.

    "On Friday" and "last year" are resolved by that day. Copy that gives no year at all speaks of
    what is news, and not of a year long gone or yet to come.
    """
    text = added.statement
    if ours.date.year is None or ours.date.decade:
        return added
    dates = [resolve(other.date, published) for other in theirs]
    for date in dates:
        relation = date_relation(ours.date, date) if date.relative is None else ""
        if relation == "differs":
            return Detail("time", SlotState.DIFFERING, text, str(date))
        if relation in ("same", "same_less"):
            return Detail("time", SlotState.MATCHED, text, str(date))
    years = [published.year, *(date.year for date in dates if date.year is not None)]
    if len(years) > 1 or abs(ours.date.year - published.year) <= 1 or ours.relation not in _WITHIN:
        return added
    why = f"the reference is of {published.year} and gives no other year"
    return Detail("time", SlotState.DIFFERING, text, str(published.year), why)


def _roughly(found: Detail, ours: When, theirs: Sequence[When], kind: Kind) -> Detail:
    """A wider date that is no whole of which the other is a part, but a rougher word for it.

    A first goal "in 2015" is that of 1 November; "by early March" a report of 4 March will do.
    """
    if found.state is not SlotState.WIDER:
        return found
    running = ours.relation in _RUNNING and all(t.relation in _RUNNING for t in theirs)
    rough = (ours.date.season or "").split(" ")[0] in _ROUGH
    if kind in _OF_ONE_DAY or (rough and (running or kind in _LEVELS)):
        return found._replace(state=SlotState.MATCHED)
    return found


def _open_ended(ours: When, theirs: When) -> Detail:
    """ "After 23 April" holds what is dated later, "before" what is dated earlier.

    What is to be done by a day is done before it.
    """
    if theirs.relation == "by" and ours.relation == "before" and theirs.date == ours.date:
        return Detail("time", SlotState.MATCHED, f"before {ours.date}", f"by {theirs.date}")
    after = later(theirs.date, ours.date)
    fits = after is True if ours.relation == "after" else later(ours.date, theirs.date) is True
    state = SlotState.MATCHED if fits else SlotState.DIFFERING
    return Detail("time", state, f"{ours.relation} {ours.date}", str(theirs.date))


def _undated(theirs: When, sides: Sides) -> Detail:
    """A date that only the reference gives: an omission, unless it looks back.

    Copy without a date speaks of what is news. A reference that speaks of a year before the
    one it was published in ("two years ago", "in 2017") is about another occasion.
    """
    published = getattr(sides.candidate.claim.date, "year", None)
    text = str(theirs.date)
    past = theirs.date.relative is not None and theirs.date.relative.endswith(
        ("years ago", "years earlier")
    )
    if theirs.date.year is not None and published is not None:
        past = theirs.date.year < published - 1 and theirs.relation not in ("since", "from")
    if past and sides.frame is not None and not _looks_back_too(sides.ours):
        return Detail("time", SlotState.DIFFERING, "", text, f"the reference looks back to {text}")
    return Detail("time", SlotState.OMITTED, "", text)


def _looks_back_too(ours: Side) -> bool:
    """Whether the statement tells a date itself, or the level before another one."""
    dated = ours.frame is not None and ours.frame.figure.kind is Kind.DATE
    return dated or ours.level == BEFORE


def other_times(sides: Sides) -> list[Detail]:
    """The dates of a whole statement that the reference's own dates exclude."""
    theirs = tuple(map(When.of, sides.reference.times))
    found = []
    for ours in sides.sentence.times if theirs else ():
        dated = _dated(When.of(ours), theirs)
        found += [dated] if dated.state is SlotState.DIFFERING else []
    return found


def _other_years(ours: str | None, theirs: str | None) -> bool:
    """Whether two seasons are of different years: "2001-02", "the end of 2002-03"."""
    a, b = ({w for w in (s or "").split() if w[:1].isdigit()} for s in (ours, theirs))
    return bool(a and b) and a.isdisjoint(b)
