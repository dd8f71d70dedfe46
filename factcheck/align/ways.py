"""The ends of a way: who sent or expelled somebody, from where, and to where."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.called import name_text
from factcheck.frames.model import Name
from factcheck.model import Detail, SlotState

_ENDS = frozenset({"agent", "from", "to", "into", "by"})
_GOALS = frozenset({"to", "in", "into", "from", "near"})


def abroad(name: Name, rivals: Sequence[Name]) -> Detail | None:
    """Two states, each at an end of a way: "expelled from Chad" is not "expelled by Mali"."""
    for rival in rivals:
        states = name.type == rival.type == "country" and not (name.head or rival.head)
        ends = {name.role, rival.role} <= _ENDS and not {name.role, rival.role} <= {"agent"}
        if states and ends and words.names_related(name, rival) == words.EXCLUSIVE:
            return Detail("name", SlotState.DIFFERING, name_text(name), name_text(rival))
    return None


def goal_apart(name: Name, rivals: Sequence[Name]) -> list[Detail]:
    """Whether a part of one who acts there stands where the reference has another place.

    Danish troops "sent to Greenland" are not those "sent to Latvia", whoever Greenland belongs to.
    """
    for rival in rivals:
        places = name.type in words.PLACE_TYPES and rival.type in words.PLACE_TYPES
        if places and name.role == rival.role and name.role in _GOALS:
            return [Detail("name", SlotState.DIFFERING, name_text(name), name_text(rival))]
    return []
