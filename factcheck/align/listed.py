"""Kinds that one clause counts one after the other: "two soldiers and four civilians"."""

from __future__ import annotations

from factcheck.align import words
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Kind


def listed_kinds(sentence: SentenceFrame, frame: FigureFrame) -> list[FigureFrame]:
    """The counts of a figure's clause, where they are of kinds that exclude each other.

    Args:
        sentence: a sentence.
        frame: one of its figures.
    """
    if frame.figure.kind is not Kind.COUNT:
        return []
    figures = [
        f
        for f in sentence.figures
        if f.clause == frame.clause and f.figure.kind is Kind.COUNT and f.counted >= 0
    ]
    heads = [sentence.terms[f.counted].head for f in figures]
    apart = all(
        words.nouns_related(one, other) == words.EXCLUSIVE
        for at, one in enumerate(heads)
        for other in heads[at + 1 :]
    )
    return figures if apart else []
