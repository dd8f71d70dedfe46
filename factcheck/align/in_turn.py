"""The slot "parts": numbers told in turn, each of which is a part: "310 and 245 passengers"."""

from __future__ import annotations

from factcheck.align.memo import remembered
from factcheck.align.sides import Sides
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Kind, SlotState

_ADDED = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY})
_JOINTS = (("and",), (",",), (",", "and"), ("plus",))


def in_turn(sides: Sides) -> list[Detail]:
    """Of numbers told in turn, each is a part of what the other side tells of all."""
    if sides.frame is None or sides.their_frame is None:
        return []
    ours = told_in_turn(sides.sentence, sides.frame)
    theirs = told_in_turn(sides.reference, sides.their_frame)
    if bool(ours) == bool(theirs):
        return []
    state = SlotState.NARROWER if ours else SlotState.WIDER
    a, b = ours or (sides.frame,), theirs or (sides.their_frame,)
    return [Detail("parts", state, _text(a), _text(b))]


@remembered
def told_in_turn(sentence: SentenceFrame, frame: FigureFrame) -> tuple[FigureFrame, ...]:
    """The numbers of one noun that stand side by side, a figure among them.

    Args:
        sentence: the sentence.
        frame: the figure in it.

    Returns:
        Two or more figures in text order, or none. "310 and 245 passengers, respectively" are told
        of one thing each, which names compare.
    """
    if frame.figure.kind not in _ADDED or "respectively" in sentence.lemmas:
        return ()
    return next((run for run in _runs(sentence) if any(f.first == frame.first for f in run)), ())


@remembered
def _runs(sentence: SentenceFrame) -> tuple[tuple[FigureFrame, ...], ...]:
    """Every run of two or more numbers that are told in turn."""
    runs: list[list[FigureFrame]] = []
    for figure in sentence.figures:
        if runs and _goes_on(runs[-1][-1], figure, sentence):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return tuple(tuple(run) for run in runs if len(run) > 1)


def _goes_on(last: FigureFrame, frame: FigureFrame, sentence: SentenceFrame) -> bool:
    """Whether a number stands right behind another and counts the same noun behind both."""
    alike = last.figure.kind is frame.figure.kind and last.figure.unit == frame.figure.unit
    joined = sentence.lemmas[last.last : frame.first] in _JOINTS
    one = last.counted == frame.counted >= 0 and sentence.terms[frame.counted].at >= frame.last
    return alike and joined and one and not (last.base or frame.base)


def _text(frames: tuple[FigureFrame, ...]) -> str:
    return " and ".join(f.figure.text for f in frames)
