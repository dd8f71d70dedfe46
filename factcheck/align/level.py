"""The slot "level": of two levels that are told together, the one before and the one reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.frames.cues import holds_against
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Kind, SlotState

if TYPE_CHECKING:  # a side knows its level
    from factcheck.align.sides import Sides

BEFORE = "the level before"
_REACHED = "the level reached"
_LEVELS = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.RATE, Kind.SHARE})


def level(sides: Sides) -> list[Detail]:
    """Hold "from 42% to 38%" against "38%, against 42%" end by end, however each is told."""
    ours, theirs = sides.ours.level, sides.theirs.level
    if not ours or not theirs:
        return []
    state = SlotState.MATCHED if ours == theirs else SlotState.DIFFERING
    return [Detail("level", state, ours, theirs)]


def level_of(sentence: SentenceFrame, frame: FigureFrame) -> str:
    """Which of two levels of one thing a figure is, "" where its sentence tells no two."""
    if frame.figure.kind not in _LEVELS:
        return ""
    if frame.figure.direction and sentence.lemmas[frame.first - 1 : frame.first] == ("to",):
        return _REACHED  # "rose by £14 to £96"
    if len(sentence.figures) == 1:
        return ""
    before = [f for f in sentence.figures if f.last <= frame.first][-1:]
    behind = [f for f in sentence.figures if f.first >= frame.last][:1]
    partners = [f for f in (*before, *behind) if _of_one_thing(f, frame)]
    if not partners:
        return ""
    if holds_against(sentence.lemmas, frame.first):
        return BEFORE
    held = any(holds_against(sentence.lemmas, f.first) for f in partners)
    return _REACHED if held else ""


def _of_one_thing(one: FigureFrame, other: FigureFrame) -> bool:
    same = one.counted == other.counted or -1 in (one.counted, other.counted)
    return same and one.figure.kind is other.figure.kind and not (one.base or other.base)
