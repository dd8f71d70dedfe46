"""Who acts: of two events that are one from its two sides, nobody does both."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.scope import Scope
from factcheck.align.sides import Sides
from factcheck.frames.model import Name


def same_doer(sides: Sides) -> bool:
    """Whether one and the same acts on both sides: who bought a thing has not sold it."""
    theirs = _names(sides.their_scope)
    if any(words.names_related(a, b) == words.SAME for a in _names(sides.scope) for b in theirs):
        return True
    return not _heads(sides.scope).isdisjoint(_heads(sides.their_scope))


def _names(scope: Scope) -> list[Name]:
    return [name for name in scope.names if name.role == "agent" and not name.head]


def _heads(scope: Scope) -> set[str]:
    return {term.head for term in scope.terms if term.role == "agent" and term.head}
