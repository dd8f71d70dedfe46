"""The time expressions that delimit a sentence's figures."""

from __future__ import annotations

from factcheck.frames.model import Time
from factcheck.frames.words import Words
from factcheck.model import Kind, PartialDate

_RELATIONS = frozenset(
    {"by", "since", "until", "till", "before", "after", "from", "on", "in", "during", "at", "of"}
)


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
    return tuple(found)


def _in_name(at: int, date: PartialDate, words: Words) -> bool:
    """Whether a feast belongs to a name or title ("Arthur Christmas")."""
    feast = date.season is not None and date == PartialDate(season=date.season)
    return feast and at >= 0 and words.texts[at][:1].isupper() and words.tags[at] != "ADP"
