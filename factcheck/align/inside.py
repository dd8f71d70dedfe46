"""Nouns within events of several words: a hip operation is not a cataract operation."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.narrowing import modifiers_compared
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, SentenceFrame, Term
from factcheck.model import Detail, SlotState


def kinds_within(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> list[Detail]:
    """The kinds that tell two events of one wording apart, none where they do not.

    Args:
        sides: both sides.
        ours: the statement's events.
        theirs: those of the reference's figure.
    """
    here = _narrowed(ours, sides.sentence)
    there = _narrowed(theirs, sides.reference) if here else []
    return [
        Detail("event", SlotState.DIFFERING, found.statement, found.reference)
        for a in here
        for b in there
        if a.head == b.head
        for found in modifiers_compared(a, b)
        if found.state is SlotState.DIFFERING
    ][:1]


def _narrowed(events: Sequence[Event], sentence: SentenceFrame) -> list[Term]:
    """The nouns within the events that a noun before them narrows."""
    spans = [(e.first, e.last) for e in events if e.form == "phrase"]
    narrowed = (t for t in sentence.terms if t.modifiers or t.adjectives) if spans else ()
    return [t for t in narrowed if any(a < t.at < b for a, b in spans)]
