"""Figures that the keeper of a claim states outright: explicit beats read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.frames.model import SentenceFrame
from factcheck.model import Figure, Hedge, Interval, Span, StatedFigure


def with_stated(sentence: SentenceFrame, stated: Sequence[StatedFigure]) -> SentenceFrame:
    """The sentence with its read figures corrected by what the claim states of them."""
    if not stated:
        return sentence
    frames = list(sentence.figures)
    for figure in stated:
        at = sentence.text.find(figure.text)
        if at < 0:
            continue  # it belongs to another sentence of the claim
        start = sentence.span.start + at
        span = Span(start, start + len(figure.text))
        for number, frame in enumerate(frames):
            if frame.figure.span.overlaps(span):
                frames[number] = frame._replace(figure=_corrected(frame.figure, figure))
                break
    return sentence._replace(figures=tuple(frames))


def _corrected(read: Figure, stated: StatedFigure) -> Figure:
    """The figure as read, with every field that is stated put in its place."""
    interval, value = read.interval, read.value
    if stated.value is not None:
        interval, value = Interval.point(stated.value), stated.value
    elif stated.low is not None or stated.high is not None:
        interval, value = Interval(stated.low, stated.high), None
    hedge = Hedge(stated.hedge) if stated.hedge else read.hedge
    if stated.hedge is None and stated.value is None and value is None:
        hedge = Hedge.RANGE
    return replace(
        read,
        interval=interval,
        value=value,
        hedge=hedge,
        counted=stated.counted or read.counted,
        event=stated.event or read.event,
        rules=(*read.rules, "stated in the claim"),
    )
