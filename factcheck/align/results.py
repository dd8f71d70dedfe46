"""The event of a score or a division: who won is told by roles, what was decided by its verb."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, SentenceFrame
from factcheck.model import Detail, SlotState

_OTHER_VOTE = "the votes were on different things"
_OPPOSED = ("antonym", "exclusive")


def result(
    sides: Sides, ours: Sequence[Event], theirs: Sequence[Event], texts: tuple[str, str]
) -> list[Detail]:
    """A score is its own event; the verb beside it ("finished", "drew") only colours it.

    Args:
        sides: the statement's figure and the reference's.
        ours: the events of the one.
        theirs: the events of the other.
        texts: these in words.
    """
    ours, theirs = _deciding(sides.sentence, ours), _deciding(sides.reference, theirs)
    voted = any(map(_divides, (*ours, *theirs)))
    if voted and _related(ours, theirs) in _OPPOSED:
        return [Detail("event", SlotState.TURNED, *texts)]  # approved, rejected
    mine, yours = _aims(sides.sentence), _aims(sides.reference)
    if mine and yours and _aim_apart(mine[0], yours[0]):
        return [Detail("event", SlotState.DIFFERING, *texts, _OTHER_VOTE)]
    return [Detail("event", SlotState.MATCHED, *texts)]


def _aim_apart(ours: Event, theirs: Event) -> bool:
    """Whether one vote was for what the other was against: "to lift the ban", "to keep it"."""
    return ours.light != theirs.light or _related([ours], [theirs]) in _OPPOSED


def _related(ours: Sequence[Event], theirs: Sequence[Event]) -> str:
    return words.strongest(words.events_related(a, b) for a in ours for b in theirs)


def _divides(e: Event) -> bool:
    return not groups().divided.isdisjoint(e.classes)


def _deciding(sentence: SentenceFrame, told: Sequence[Event]) -> Sequence[Event]:
    """What a house did, though a bill's verb is nearer: "rejected a bill to buy out farms"."""
    if any(map(_divides, told)):
        return told
    deciding = [e for e in sentence.events if e.form != "noun" and _divides(e)]
    # "178 votes to 171" is the division itself, whichever way it went
    deciding = [e for e in deciding if sentence.tags[e.first] != "NOUN"]
    return deciding[:1] or told


def _aims(sentence: SentenceFrame) -> list[Event]:
    """What is voted for, behind "to": who votes to lift a ban does not vote to keep it."""
    first = next((e.last for e in sentence.events if _votes(e)), -1)
    return [
        e
        for e in sentence.events
        if first >= 0
        and e.first >= first
        and e.form != "noun"
        and sentence.lemmas[e.first - 1] == "to"
    ]


def _votes(e: Event) -> bool:
    return e.form != "noun" and e.lemma == "vote"
