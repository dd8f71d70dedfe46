"""The time expressions that delimit a sentence's figures."""

from __future__ import annotations

from factcheck.frames.model import Time
from factcheck.frames.words import Words
from factcheck.model import Kind, PartialDate

_RELATIONS = frozenset(
    {"by", "since", "until", "till", "before", "after", "from", "on", "in", "during", "at", "of"}
)

_RANKED = 7  # tokens of "biggest one-day fall in the index since"
_EXTREMES = frozenset({"first", "best", "worst", "most", "fewest", "least", "record", "top"})


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
        if at > 0 and lowers[at] == "since" and _ranks(at, words):
            continue
        relation = lowers[at] if at >= 0 and lowers[at] in _RELATIONS else ""
        if relation == "of" and at and lowers[at - 1] == "as":
            relation = "as of"
        found.append(Time(reading.outer_first, reading.outer_last, reading.figure.date, relation))
    return tuple(found)


def _ranks(since: int, words: Words) -> bool:
    """Whether "since" only says among what something is an extreme: "the lowest since 2009".

    That is told of the record; what was measured has a time of its own.
    """
    for at in range(since - 1, max(-1, since - 1 - _RANKED), -1):
        lower, tag = words.lowers[at], words.tags[at]
        if lower in _EXTREMES or (tag == "ADJ" and len(lower) > 5 and lower.endswith("est")):
            return True
        if lower in ("seen", "unseen", "unmatched", "unprecedented") and at == since - 1:
            return True
        if tag in ("PUNCT", "VERB", "AUX", "PRON", "NUM"):
            return False
    return False


def _in_name(at: int, date: PartialDate, words: Words) -> bool:
    """Whether a feast belongs to a name or title ("Arthur Christmas")."""
    feast = date.season is not None and date == PartialDate(season=date.season)
    return feast and at >= 0 and words.texts[at][:1].isupper() and words.tags[at] != "ADP"
