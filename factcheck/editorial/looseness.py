"""Which conflicts of a draft are loose: the reference may well be about something else.

A draft has many figures under one headline, whose names all of its sentences carry. So there the
few words that a figure and a reference share say less than in a statement that somebody types,
and a conflict that rests on little is no error. Calibrated on `tests/drafts`: of 45 conflicts that
were planted and found none is loose, of 37 that were false 24 are.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.model import Finding, SlotState, Verdict

# Figures for one thing that are further apart than this are rare, but for slips of the magnitude;
# a last digit that was dropped (7 for 72) makes it a little more than ten.
_FAR: Final = 11


def why_loose(finding: Finding) -> str:
    """Why a conflict may be none, in a few words; "" where it is firm, or no conflict."""
    if finding.verdict is not Verdict.CONFLICTING:
        return ""
    for note in finding.notes:
        if note.startswith("weak link: "):
            return note.removeprefix("weak link: ")
    if _half_told(finding):
        return "only the reference says what is counted, and what happened to it"
    if _far_apart(finding):
        return "the values are further apart than figures for one thing mostly are"
    return ""


def _half_told(finding: Finding) -> bool:
    """Whether neither what is counted nor an event stands on both sides."""
    counted = (d for d in finding.alignment.details if d.slot == "counted")
    return not _shares(finding, "event") and any(d.state is SlotState.OMITTED for d in counted)


def _shares(finding: Finding, slot: str) -> bool:
    """Whether a detail stands on both sides."""
    return any(d.slot == slot and d.statement and d.reference for d in finding.alignment.details)


def _far_apart(finding: Finding) -> bool:
    if _shares(finding, "event") and _shares(finding, "counted"):
        return False  # however far: the same thing is said of the same things
    share = finding.difference.relative if finding.difference else None
    if share is None or share <= -1:  # none at all against some is no matter of distance
        return False
    ratio = 1 + share if share > 0 else 1 / (1 + share)
    return ratio > _FAR and not _moves_zeros(ratio)


def _moves_zeros(ratio: Fraction) -> bool:
    """Whether it is a power of ten: a million for a billion, a zero too many."""
    while ratio >= 10:
        ratio /= 10
    return ratio == 1
