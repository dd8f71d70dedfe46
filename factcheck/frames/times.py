"""The time expressions that delimit a sentence's figures."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.model import Time
from factcheck.frames.words import Words
from factcheck.model import Figure, Kind, PartialDate

# How a date is told that something else is compared with.
COMPARED = "than"

_RELATIONS = frozenset(
    {"by", "since", "until", "till", "before", "after", "from", "on", "in", "during", "at", "of"}
)
_COMPARED = frozenset({"than", "against", "versus"})
# "Compared with 2019", "than in 2019", "twice as many as in 2019"
_COMPARED_PAIRS = frozenset(
    {("compared", "with"), ("compared", "to"), ("than", "in"), ("as", "in"), ("than", "during")}
)
# What a change may be told from: "down 8% on 2022", where "on Monday" tells when it came.
_FROM = frozenset({"from", "on", "over", COMPARED})
_CHANGES = frozenset({Kind.CHANGE, Kind.FACTOR})
_OPEN_ENDED = frozenset({"after", "before", "since"})
_POSSESSIVE = frozenset({"'s", "\u2019s", "'", "\u2019"})
_NEAR_CHANGE = 3  # tokens between a change and the date that it is told from


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
        relation = _relation(lowers, at, reading.outer_last)
        found.append(Time(reading.outer_first, reading.outer_last, reading.figure.date, relation))
    return tuple(found)


def _relation(lowers: Sequence[str], at: int, last: int) -> str:
    """The preposition of a date, of which the last is the token behind it."""
    if at < 0:
        return ""
    if lowers[at] in _COMPARED or tuple(lowers[max(0, at - 1) : at + 1]) in _COMPARED_PAIRS:
        return COMPARED
    if lowers[at] in _OPEN_ENDED and lowers[last : last + 1] and lowers[last] in _POSSESSIVE:
        return "on"  # "after Saturday's derby": what is later than the derby may be of Saturday
    if lowers[at] == "of" and at and lowers[at - 1] == "as":
        return "as of"
    return lowers[at] if lowers[at] in _RELATIONS else ""


def is_compared(time: Time, figure: Figure, last: int) -> bool:
    """Whether a date is that of the level that a change is told from ("down 8% on 2022").

    Args:
        time: the date.
        figure: the change.
        last: the token behind the change.
    """
    date = time.date
    gap = time.first - last
    near = time.relation in _FROM and gap <= _NEAR_CHANGE
    return (
        gap > 0
        and (near or time.relation == COMPARED)
        and not time.origin
        and figure.kind in _CHANGES
        and date.day is None
        and date.weekday is None
    )


def _in_name(at: int, date: PartialDate, words: Words) -> bool:
    """Whether a feast belongs to a name or title ("Arthur Christmas")."""
    feast = date.season is not None and date == PartialDate(season=date.season)
    return feast and at >= 0 and words.texts[at][:1].isupper() and words.tags[at] != "ADP"
