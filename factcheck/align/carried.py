"""The slot "context": what the text told before, where a sentence says nothing of its own.

It is weaker than what a sentence says itself: only places with places and bodies with bodies are
held against each other, and what the other side lacks is no detail at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.shared import STATES
from factcheck.align.sides import Sides
from factcheck.frames.model import Name, SentenceFrame
from factcheck.frames.nameless import NAMELESS
from factcheck.model import Detail, SlotState

_OWNERS = frozenset({"agent", "poss", "of"})
# How the origin of what a reference has from its own earlier sentences ends.
OF_REFERENCE = " of the reference"
# The order in which one of several carried names speaks for a side.
_NEAREST = (words.SAME, words.NARROWER, words.WIDER)


def carried(sides: Sides) -> list[Detail]:
    """Places and bodies that one side has from its context alone."""
    if not sides.sentence.carried and not sides.reference.carried:
        return []
    ours = _by_sort(sides.sentence, sides.scope.names)
    theirs = _by_sort(sides.reference, sides.their_scope.names)
    found: list[Detail] = []
    if any(
        words.names_related(a, b) == words.SAME for a in sides.sentence.names for b in theirs[0]
    ):
        return found  # the sentence itself names where the reference is, in whatever words
    for mine, yours in zip(ours, theirs, strict=True):
        if mine and yours and (_is_carried(mine) or _is_carried(yours)):
            found += _compared(mine, yours)
    return found


def _is_carried(names: Sequence[Name]) -> bool:
    return any(name.origin and name.first == name.last for name in names)


def _by_sort(sentence: SentenceFrame, names: Sequence[Name]) -> tuple[list[Name], list[Name]]:
    """The places and the bodies of a side: its own, or those carried to it."""
    told = [n for n in names if n.key not in NAMELESS]
    places = [n for n in told if is_where(n)]
    bodies = [n for n in told if not is_where(n) and n.role in _OWNERS and not n.head]
    return (
        places or [n for n in sentence.carried if n.role == "in"],
        bodies or [n for n in sentence.carried if n.role == "agent"],
    )


def is_where(name: Name) -> bool:
    """Whether a name says where something happens."""
    if name.head and name.head not in groups().classifiers:
        return False
    if name.type and name.type not in words.PLACE_TYPES:
        return False
    return name.role in groups().places or (bool(name.type) and name.role in _OWNERS)


def _compared(ours: Sequence[Name], theirs: Sequence[Name]) -> list[Detail]:
    """How two sides stand that do not both name it themselves; nothing where nobody can tell."""
    pairs = {words.names_related(a, b): (a, b) for a in ours for b in theirs}
    relation = next((r for r in _NEAREST if r in pairs), words.EXCLUSIVE)
    if relation == words.EXCLUSIVE and not all(comparable(a, b) for a in ours for b in theirs):
        return []
    mine, yours = pairs[relation]
    return [_detail(mine, yours, STATES[relation])]


def comparable(one: Name, other: Name) -> bool:
    """Whether two names exclude each other: an unknown place may lie in a known country."""
    if bool(one.type) == bool(other.type):
        return True
    return "city" in (one.type, other.type)


def _detail(ours: Name, theirs: Name, state: SlotState) -> Detail:
    origin = ours.origin or theirs.origin
    return Detail("name", state, text_of(ours), text_of(theirs), carried=origin)


def text_of(name: Name) -> str:
    """A name for people: its words, or its canonical form where it is known."""
    return " ".join(word.capitalize() for word in name.words) if not name.type else name.key.title()


def marked(details: list[Detail], names: Sequence[Name], texts: Sequence[str]) -> list[Detail]:
    """Details with the origin of the names that they are of, where these were told before.

    Args:
        details: the details of a slot.
        names: the names of both sides that were told before.
        texts: what the details call each of them.
    """
    origins = {text: n.origin for n, text in zip(names, texts, strict=True)}
    found = []
    for detail in details:
        origin = origins.get(detail.statement) or origins.get(detail.reference)
        found.append(detail._replace(carried=origin) if origin else detail)
    return found
