"""Ordinals that only say of which one something is told: "the second season began in 2016"."""

from __future__ import annotations

from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.cues import cues
from factcheck.frames.model import Clause
from factcheck.frames.words import Words
from factcheck.model import Kind

_KNOWN: Final = frozenset({"the", "its", "his", "her", "their", "'s", "'", "’s", "’"})


def leads_subject(ordinal: Reading, date: int, clause: Clause, words: Words) -> bool:
    """Whether a date is told of the one that an ordinal names, and is no detail of its rank.

    The ordinal stands in a subject that is known; in "she was the third winner in 2016" the rank
    is what is told.

    Args:
        ordinal: a figure.
        date: the first token of a date.
        clause: the clause of the date.
        words: the sentence.
    """
    if ordinal.figure.kind is not Kind.ORDINAL:
        return False
    if not clause.first <= ordinal.first < ordinal.outer_last < clause.verb < date:
        return False
    before = words.lowers[max(0, ordinal.outer_first - 1) : ordinal.outer_first]
    return not before or before[0] in _KNOWN


def is_label(ordinal: Reading, clause: Clause, words: Words) -> bool:
    """Whether an ordinal is no figure: it says of which edition another figure is told.

    "The second season has 13 episodes" tells how many, and nothing of the season's place.

    Args:
        ordinal: a figure.
        clause: its clause.
        words: the sentence.
    """
    noun = words.lemmas[ordinal.outer_last : ordinal.outer_last + 1]
    if ordinal.figure.kind is not Kind.ORDINAL or cues().editions_nouns.isdisjoint(noun):
        return False
    return any(
        clause.verb < r.first < clause.last and leads_subject(ordinal, r.first, clause, words)
        for r in words.readings
    )
