"""The slot "level": of two levels that are told together, the one before and the one reached."""

from __future__ import annotations

from collections.abc import Sequence
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
    if ours != theirs:
        return [Detail("level", SlotState.DIFFERING, ours, theirs)]
    ways = sides.ours.way, sides.theirs.way
    if ours == _REACHED and ways[0] * ways[1] < 0:
        return [Detail("level", SlotState.TURNED, *("up" if way > 0 else "down" for way in ways))]
    return [Detail("level", SlotState.MATCHED, ours, theirs)]


def level_of(sentence: SentenceFrame, frame: FigureFrame) -> str:
    """Which of two levels of one thing a figure is, "" where its sentence tells no two."""
    if frame.figure.kind not in _LEVELS:
        return ""
    if frame.figure.direction and sentence.lemmas[frame.first - 1 : frame.first] == ("to",):
        return _REACHED  # "rose by £14 to £96"
    partners = _partners(sentence, frame)
    if partners and holds_against(sentence.lemmas, frame.first):
        return BEFORE
    return _REACHED if _held(partners, sentence) is not None else ""


def way_of(sentence: SentenceFrame, frame: FigureFrame) -> int:
    """Which way a figure moved: 1 up, -1 down, 0 where its sentence does not tell."""
    if frame.figure.direction or frame.figure.kind not in _LEVELS:
        return frame.figure.direction
    before = _held(_partners(sentence, frame), sentence)
    a, b = frame.figure.value, before.figure.value if before is not None else None
    if a is None or b is None or holds_against(sentence.lemmas, frame.first):
        return 0
    return (a > b) - (a < b)


def _partners(sentence: SentenceFrame, frame: FigureFrame) -> list[FigureFrame]:
    """The figures beside one that may be another level of the same thing."""
    if len(sentence.figures) == 1:
        return []
    before = [f for f in sentence.figures if f.last <= frame.first][-1:]
    behind = [f for f in sentence.figures if f.first >= frame.last][:1]
    return [f for f in (*before, *behind) if _of_one_thing(f, frame)]


def _held(partners: Sequence[FigureFrame], sentence: SentenceFrame) -> FigureFrame | None:
    """The one of them that is the level before."""
    return next((f for f in partners if holds_against(sentence.lemmas, f.first)), None)


def _of_one_thing(one: FigureFrame, other: FigureFrame) -> bool:
    same = one.counted == other.counted or -1 in (one.counted, other.counted)
    return same and one.figure.kind is other.figure.kind and not (one.base or other.base)
