"""The time expressions that delimit a sentence's figures."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.model import Time
from factcheck.frames.words import Words
from factcheck.model import Kind, PartialDate

_RELATIONS = frozenset(
    {"by", "since", "until", "till", "before", "after", "from", "on", "in", "during", "at", "of"}
)


_THROUGH = frozenset({"to", "through", "-", "–", "until"})


def times_of(words: Words) -> tuple[Time, ...]:
    """Every date of the sentence with the preposition before it, asserted or not."""
    lowers = words.lowers
    found = []
    for reading in words.readings:
        if reading.figure.kind is not Kind.DATE or reading.figure.date is None:
            continue
        at = reading.outer_first - 1
        if _in_name(at, reading.figure.date, words):
            continue
        if at > 0 and lowers[at] == "the":
            at -= 1
        relation = lowers[at] if at >= 0 and lowers[at] in _RELATIONS else ""
        if relation == "of" and at and lowers[at - 1] == "as":
            relation = "as of"
        found.append(Time(reading.outer_first, reading.outer_last, reading.figure.date, relation))
    return tuple(_with_quarters(found, words))


def _with_quarters(times: Sequence[Time], words: Words) -> list[Time]:
    """The times, three months told by the first and the last of them as one quarter.

    "In the July-to-September quarter" is not "in July".
    """
    found: list[Time] = []
    for time in times:
        quarter = _quarter(found[-1], time, words) if found else None
        if quarter is None:
            found.append(time)
        else:
            found[-1] = found[-1]._replace(last=time.last, date=quarter)
    return found


def _quarter(first: Time, last: Time, words: Words) -> PartialDate | None:
    """The quarter from one month through another, or None."""
    joint = words.lowers[first.last : last.first]
    a, b = first.date, last.date
    if not joint or not _THROUGH.issuperset(joint) or a.day is not None or b.day is not None:
        return None
    if a.month is None or b.month is None or b.month % 3 or b.month - a.month != 2:
        return None
    return PartialDate(year=b.year or a.year, quarter=b.month // 3)


def _in_name(at: int, date: PartialDate, words: Words) -> bool:
    """Whether a feast belongs to a name or title ("Arthur Christmas")."""
    feast = date.season is not None and date == PartialDate(season=date.season)
    return feast and at >= 0 and words.texts[at][:1].isupper() and words.tags[at] != "ADP"
