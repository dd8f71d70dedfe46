"""Levels that a figure is compared with: "up from 24%", "from 48,000 to 60,000", "against 71"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame


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
    lowers = context.words.lowers
    before = lowers[frame.first - 1] if frame.first else ""
    pair = " ".join(lowers[max(0, frame.first - 2) : frame.first])
    return before in cues().measure_compared or pair in cues().measure_compared


def _partner(number: int, frames: Sequence[FigureFrame]) -> FigureFrame | None:
    """The figure beside it that is of its kind and names its thing: the one before, else behind."""
    frame = frames[number]
    beside = (*frames[number - 1 : number], *frames[number + 1 : number + 2])
    return next((f for f in beside if f.figure.kind is frame.figure.kind and f.counted >= 0), None)
