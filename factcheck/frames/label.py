"""Ordinals that only say of which one something is told: "the second season began in 2016"."""

from __future__ import annotations

from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.cues import cues
from factcheck.frames.model import Clause
from factcheck.frames.words import Words
from factcheck.model import Kind

_KNOWN: Final = frozenset({"the", "its", "his", "her", "their", "'s", "'", "’s", "’"})


def is_label(ordinal: Reading, clause: Clause, words: Words) -> bool:
    """Whether an ordinal is no figure: it says of which edition another figure is told.

    "The second season has 13 episodes" tells how many, and nothing of the season's place; in "she
    was the third winner in 2016" the rank is what is told.

    Args:
        ordinal: a figure.
        clause: its clause.
        words: the sentence.
    """
    if ordinal.figure.kind is not Kind.ORDINAL:
        return False
    if _noun_behind(ordinal.outer_last, words) not in cues().editions_nouns:
        return False
    if not clause.first <= ordinal.first < ordinal.outer_last < clause.verb:
        return False
    before = words.lowers[max(0, ordinal.outer_first - 1) : ordinal.outer_first]
    if before and before[0] not in _KNOWN:
        return False
    return any(clause.verb < r.first < clause.last for r in words.readings)


def _noun_behind(at: int, words: Words) -> str:
    """The last noun of those that follow: "the first coronavirus death"."""
    while words.tags[at : at + 2] in (("NOUN", "NOUN"), ("ADJ", "NOUN"), ("PROPN", "NOUN")):
        at += 1
    return words.lemmas[at] if at < len(words.lemmas) else ""
