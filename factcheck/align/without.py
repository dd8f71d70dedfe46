"""What one sentence tells with something, and the other without it."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.narrowing import phrase
from factcheck.align.sides import Sides
from factcheck.frames.model import Term
from factcheck.model import Detail, SlotState

_WITHOUT = "without"
# How a thing is there: "ended with a deal", "ended in agreement".
_WITH = frozenset({"with", "in", "by"})


def with_and_without(sides: Sides) -> list[Detail]:
    """The things that one side has where the other is without them.

    Args:
        sides: two whole sentences.

    Returns:
        A detail turned round for each: "closed with a joint statement", "closed without one".
    """
    ours, theirs = sides.sentence.terms, sides.reference.terms
    return [
        Detail("detail", SlotState.TURNED, f"{a.role} {phrase(a)}", f"{b.role} {phrase(b)}")
        for a in ours
        for b in theirs
        if _opposed(a, b) and words.nouns_related(a.head, b.head) == words.SAME
    ]


def _opposed(a: Term, b: Term) -> bool:
    """Whether one of two nouns is behind "without", and the other behind "with" or the like."""
    roles = {a.role, b.role}
    return bool(a.head and b.head) and _WITHOUT in roles and not roles.isdisjoint(_WITH)
