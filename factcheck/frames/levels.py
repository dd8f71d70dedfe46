"""Levels that a figure is compared with: "up from 24%", "from 48,000 to 60,000", "against 71"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.frames.context import Context
from factcheck.frames.cues import holds_against
from factcheck.frames.model import FigureFrame
from factcheck.model import Kind

_EXPECTED: Final = frozenset({"below", "above", "than", "against", "beating", "topping", "missing"})
# What a level may be held against whose own kind is less than told ("the 9.1 billion expected").
_ALIKE: Final = {
    Kind.COUNT: (Kind.MONEY, Kind.MEASURE),
    Kind.SHARE: (Kind.CHANGE,),
}


def with_levels(frames: Sequence[FigureFrame], context: Context) -> tuple[FigureFrame, ...]:
    """The frames, where a level that names no thing of its own has the other level's.

    Args:
        frames: the figures of the sentence, in text order.
        context: the sentence.
    """
    found = list(frames)
    for number, frame in enumerate(frames):
        if frame.counted >= 0 or not _is_level(frame, context):
            continue
        partner = _partner(number, frames)
        if partner is not None:
            found[number] = frame._replace(
                counted=partner.counted, group=partner.group, statistic=partner.statistic
            )
    return tuple(found)


def _is_level(frame: FigureFrame, context: Context) -> bool:
    """Whether a figure stands behind a word that holds it against another."""
    lowers, at = context.words.lowers, frame.first
    if at > 1 and lowers[at - 1] == "the" and lowers[at - 2] in _EXPECTED:
        return True  # "below the 9.1 billion expected"
    return holds_against(lowers, at)


def _partner(number: int, frames: Sequence[FigureFrame]) -> FigureFrame | None:
    """The figure beside it that is of its kind and names its thing: the one before, else behind."""
    frame = frames[number]
    beside = (*frames[number - 1 : number], *frames[number + 1 : number + 2])
    alike = _ALIKE.get(frame.figure.kind, ())
    kinds = (frame.figure.kind, *alike)
    own = (f for f in beside if f.clause == frame.clause or f.first < frame.first)
    return next((f for f in own if f.figure.kind in kinds and f.counted >= 0), None)
