"""Figures that the keeper of a claim states outright: explicit beats read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.figures.money import currency_after
from factcheck.figures.units import match_unit
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.model import Figure, Hedge, Interval, Kind, Span, StatedFigure, Unit
from factcheck.text.lemma import fold, lemma
from factcheck.text.locate import locate
from factcheck.text.tokens import tokenize

_KINDS = {"share": Kind.SHARE, "time": Kind.DURATION}


def with_stated(sentence: SentenceFrame, stated: Sequence[StatedFigure]) -> SentenceFrame:
    """The sentence with its read figures corrected by what the claim states of them."""
    if not stated:
        return sentence
    frames, terms = list(sentence.figures), list(sentence.terms)
    for figure in stated:
        found = locate(sentence.text, figure.text)
        if found is None:
            continue  # it belongs to another sentence of the claim
        start = sentence.span.start
        span = Span(start + found.start, start + found.end)
        for number, frame in enumerate(frames):
            if frame.figure.span.overlaps(span):
                corrected = frame._replace(figure=_corrected(frame.figure, figure))
                if figure.counted:
                    terms.append(_term(figure.counted, frame))
                    corrected = corrected._replace(counted=len(terms) - 1)
                frames[number] = corrected
                break
    return sentence._replace(figures=tuple(frames), terms=tuple(terms))


def _term(counted: str, frame: FigureFrame) -> Term:
    """The thing counted as the claim states it; its last word is the head."""
    words = [fold(lemma(word, "NOUN")) for word in tokenize(counted).lowers if word.isalpha()]
    head, rest = (words[-1], tuple(words[:-1])) if words else ("", ())
    return Term(frame.first, frame.last, frame.first, head, rest, (), "complement", frame.clause)


def _unit(stated: StatedFigure, read: Figure) -> tuple[Unit | None, Kind]:
    """The unit as stated, and the kind of quantity that it makes."""
    if not stated.unit:
        return read.unit, read.kind
    tokens = tokenize(stated.unit)
    match = match_unit(tokens, 0) or currency_after(tokens, 0)
    if match is None:
        return read.unit, read.kind
    kind = _KINDS.get(match.unit.dimension, Kind.MEASURE)
    return match.unit, Kind.MONEY if match.unit.dimension.startswith("money:") else kind


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
    unit, kind = _unit(stated, read)
    return replace(
        read,
        unit=unit,
        kind=kind,
        interval=interval,
        value=value,
        hedge=hedge,
        counted=stated.counted or read.counted,
        event=stated.event or read.event,
        rules=(*read.rules, "stated in the claim"),
    )
