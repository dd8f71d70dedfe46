"""What somebody did of the whole of another: "defenders scored nine of Sevilla's goals"."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.mention import mentioned
from factcheck.align.narrowing import phrase
from factcheck.align.sides import Sides
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.lexicon.nouns import is_generic
from factcheck.model import Detail, SlotState

_ARTICLE = 1  # between an owner and the "'s" or the noun


def part_by_doer(sides: Sides) -> list[Detail]:
    """One side tells what some did of an owner's things, the other of all that the owner has.

    Args:
        sides: the statement's figure and the reference's.
    """
    theirs = _doer(sides.reference, sides.their_frame, sides.sentence, sides.frame)
    if theirs is not None:
        return [_apart("", phrase(theirs), "reference")]
    ours = _doer(sides.sentence, sides.frame, sides.reference, sides.their_frame)
    return [_apart(phrase(ours), "", "statement")] if ours is not None else []


def _apart(ours: str, theirs: str, side: str) -> Detail:
    why = f"the {side} only tells of the part of “{ours or theirs}”"
    return Detail("part", SlotState.DIFFERING, ours, theirs, why)


def _doer(
    sentence: SentenceFrame,
    frame: FigureFrame | None,
    other: SentenceFrame,
    other_frame: FigureFrame | None,
) -> Term | None:
    """Who did a part of an owner's things, where the other side tells of the owner's alone."""
    if frame is None or other_frame is None or frame.group < 0 or other_frame.group >= 0:
        return None
    things = sentence.terms[frame.group]
    owner = _owner(things, sentence)
    if things.role != "of" or not owner:
        return None
    doer = next(
        (t for t in sentence.terms if t.role == "agent" and t.clause == frame.clause and t.head),
        None,
    )
    if doer is None or is_generic(doer.head) or mentioned(doer.head, other):
        return None
    return doer if _is_owners(other, other_frame, owner) else None


def _owner(things: Term, sentence: SentenceFrame) -> str:
    """The name or noun right before a group that owns it: "of Sevilla's goals"."""
    for name in sentence.names:
        if name.role == "poss" and 0 <= things.first - name.last <= _ARTICLE:
            return name.key
    owners = (t for t in sentence.terms if t.role == "poss" and t.head)
    return next((t.head for t in owners if 0 <= things.first - t.last <= _ARTICLE), "")


def _is_owners(sentence: SentenceFrame, frame: FigureFrame, owner: str) -> bool:
    """Whether a figure is of all that the owner has: it is the subject, or owns the subject."""
    roles = {t.role for t in sentence.terms if t.clause == frame.clause and t.head == owner}
    roles |= {n.role for n in sentence.names if n.key == owner}
    if "agent" in roles:
        return True
    counted = sentence.terms[frame.counted] if frame.counted >= 0 else None
    held = "poss" in roles and counted is not None and counted.role == "agent"
    moving = any(not words.MOVES.isdisjoint(sentence.events[i].classes) for i in frame.events)
    return held and not moving
