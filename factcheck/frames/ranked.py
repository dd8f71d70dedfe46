"""Dates since when something is a record: "the lowest since 2009", "the third cut since August".

They say what a rank is taken of, and tell no other figure's when. Nor is a record an extreme of the
figure that it describes: a turnout of "42%, the lowest since 2009" is no minimum.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.model import Time
from factcheck.frames.subjects import subject_of
from factcheck.frames.words import Words
from factcheck.model import Kind

_SUPERLATIVES: Final = frozenset({"most", "least", "best", "worst", "first", "last", "only"})
# Others that hold since a date: "a record since 2009", "a level unseen since 1980".
_UNMATCHED: Final = frozenset({"fewest", "record", "top"})
_UNSEEN: Final = frozenset({"seen", "unseen", "unmatched", "unprecedented"})
_INSIDE: Final = frozenset({"NOUN", "ADJ", "PROPN", "ADV", "DET", "ADP", "NUM", "PART"})
_OWNERS: Final = frozenset({"the", "its", "their", "his", "her"})
# So many words lie between a superlative and its "since": "the highest rate of growth since".
_FARTHEST: Final = 8
_LONG: Final = 4
# Words that tell whose the fifth is: "was the firm's fifth".
_OWNING: Final = frozenset({"DET", "PRON", "PART", "NOUN", "PROPN", "ADV"})


def is_rank_of_another(time: Time, reading: Reading, context: Context) -> bool:
    """Whether a date says since when something ranks that is not the figure.

    Args:
        time: the date.
        reading: the figure.
        context: the sentence.
    """
    if time.relation != "since":
        return False
    at = rank(time, context.words)
    own = reading.figure.kind is Kind.ORDINAL and reading.outer_first <= at < reading.outer_last
    return at >= 0 and not own


def rank(time: Time, words: Words) -> int:
    """The superlative or ordinal that holds since a date, or -1."""
    nearest = time.first - 2
    for at in range(nearest, max(-1, nearest - _FARTHEST), -1):
        unseen = at == nearest and words.lowers[at] in _UNSEEN
        if unseen or _is_unmatched(at, words) or _is_ordinal(at, words.readings):
            return at
        if words.tags[at] not in _INSIDE:
            break
    return -1


def _is_unmatched(at: int, words: Words) -> bool:
    """Whether a word says that nothing was more: "lowest", "record", but not of "Top 40"."""
    listed = words.lowers[at] in _UNMATCHED and words.tags[at + 1 : at + 2] != ("NUM",)
    return listed or is_superlative(at, words)


def is_superlative(at: int, words: Words) -> bool:
    """Whether a word is the superlative of an adjective."""
    lower = words.lowers[at]
    ends = words.tags[at] == "ADJ" and lower.endswith("est") and len(lower) > _LONG
    return ends or lower in _SUPERLATIVES


def is_record(at: int, reading: Reading, words: Words) -> bool:
    """Whether a superlative describes the value of a figure, as "42%, the lowest" does.

    Args:
        at: the superlative.
        reading: the figure.
        words: the sentence.
    """
    if at < 1 or words.lowers[at - 1] not in _OWNERS or not is_superlative(at, words):
        return False
    if at < reading.outer_first:  # "fell to its lowest since 1974 at 3.6%"
        led = words.lowers[at - 1] != "the" or words.lowers[at - 2 : at - 1] == ("to",)
        return led and "since" in words.lowers[at : reading.outer_first]
    opens = words.lowers[reading.outer_last : at]
    return opens[:1] in ((",",), ("—",), ("–",), ("-",), ("(",))


def _is_ordinal(at: int, readings: Sequence[Reading]) -> bool:
    return any(
        r.figure.kind is Kind.ORDINAL and r.outer_first <= at < r.outer_last for r in readings
    )


def subject_in_row(reading: Reading, context: Context) -> int:
    """The subject of which an ordinal without a noun says which it is, or -1.

    "The victory was his fifth of the season" counts victories, as "the fifth this year" does.

    Args:
        reading: the figure.
        context: the sentence.
    """
    words, number = context.words, context.clause_at(reading.first)
    verb, behind = context.clauses[number].verb, words.tags[reading.outer_last :][:1]
    if verb < 0 or words.lemmas[verb] != "be" or behind in (("NOUN",), ("ADJ",), ("PROPN",)):
        return -1
    between = words.tags[verb + 1 : reading.outer_first]
    return subject_of(number, context) if between and _OWNING.issuperset(between) else -1
