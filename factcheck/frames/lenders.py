"""Figures that are told beside an earlier one, and measure what that one measures.

"Rose to 71%, up from 58%", "nine hours of sun, against 26 last year", "a fifth of the crop, or some
900 tonnes", "189,000 arrivals, of which Americans made up 17%". Only the public figure is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.context import Context
from factcheck.frames.model import FigureFrame
from factcheck.model import Kind

_AGAINST = frozenset({"against", "versus"})
_COMPARED = frozenset({
    ("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from"), (",", "from"),
    (",", "or"), ("decline", "from"), ("drop", "from"), ("rise", "from"), ("fall", "from"),
})  # fmt: skip
_PARTS = frozenset({Kind.SHARE, Kind.COUNT})
_OF_WHICH = frozenset({("of", "which"), ("of", "whom")})


def lender(
    frame: FigureFrame, before: Sequence[FigureFrame], context: Context
) -> FigureFrame | None:
    """The earlier figure whose noun a figure shares, or None where it has one of its own.

    Args:
        frame: the figure.
        before: the frames of the figures before it.
        context: the sentence.
    """
    if not before or _has_noun(frame, context):
        return None
    lowers = context.words.lowers
    opening = lowers[max(0, frame.first - 2) : frame.first]
    if lowers[frame.first - 1] in _AGAINST or opening in _COMPARED:
        alike = before[-1].figure.kind is frame.figure.kind or opening == (",", "or")
        return before[-1] if alike else None
    if frame.figure.kind not in _PARTS:
        return None
    for at in range(frame.first - 2, before[0].last, -1):
        if lowers[at : at + 2] in _OF_WHICH and lowers[at - 1] == ",":
            return next((f for f in reversed(before) if f.last < at), None)
        if lowers[at] == ";":
            break
    return None


def _has_noun(frame: FigureFrame, context: Context) -> bool:
    """Whether what a figure counts stands with it or behind it."""
    return frame.counted >= 0 and context.terms[frame.counted].last > frame.first
