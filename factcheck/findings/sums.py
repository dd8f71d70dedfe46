"""Arithmetic: the sum of the parts that make a whole up by definition."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.align.align import align
from factcheck.align.anchor import UNSHARED
from factcheck.align.deciding import decisive_events
from factcheck.align.model import Aligned, Candidate
from factcheck.align.shared import COMPLETE_SUMS
from factcheck.findings.derivation import (
    Derivation,
    number,
    text_of,
    value_of,
)
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.lexicon.events import relation
from factcheck.model import Hedge, Interval, Kind


def sum_of_parts(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """Casualties against the killed and the injured, which make them up by definition."""
    if frame.figure.kind is not Kind.COUNT:
        return []
    classes = {name for e in decisive_events(sentence, frame) for name in e.classes}
    found = []
    for whole, parts in COMPLETE_SUMS.items():
        if whole not in classes:
            continue
        chosen: list[tuple[Candidate, Aligned]] = []
        for part in parts:
            best = _part_of_sum(sentence, frame, pool, part)
            if best is not None:
                chosen.append(best)
        if len(chosen) == len(parts):
            found.append(added_up(chosen))
    return found


def _part_of_sum(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate], part: str
) -> tuple[Candidate, Aligned] | None:
    best: tuple[Candidate, Aligned] | None = None
    for candidate in pool:
        if candidate.frame is None or not _tells(candidate, part):
            continue
        aligned = align(
            sentence, frame, candidate, ignore=frozenset({"event", "counted", "labels"})
        )
        if not aligned.same and aligned.reason != UNSHARED:
            continue
        if best is None or aligned.rank > best[1].rank:
            best = (candidate, aligned)
    return best


def _tells(candidate: Candidate, part: str) -> bool:
    """Whether a candidate's figure counts one part of a sum: its own event, not a neighbour's."""
    if candidate.frame is None:
        return False
    own = decisive_events(candidate.sentence, candidate.frame)
    return bool(own) and any(relation(name, part) == "same" for name in own[0].classes)


def added_up(chosen: Sequence[tuple[Candidate, Aligned]]) -> Derivation:
    """The sum of references.

    Args:
        chosen: the parts, each with its alignment; the first one's alignment is shown.
    """
    values = [value_of(candidate) or Fraction(0) for candidate, _ in chosen]
    total = sum(values, Fraction(0))
    hedges = [c.frame.figure.hedge for c, _ in chosen if c.frame is not None]
    hedge = next((h for h in hedges if h is not Hedge.PLAIN), Hedge.PLAIN)
    text = f"derived: {' + '.join(text_of(c) for c, _ in chosen)} = {number(total)}"
    low = sum((_end(c, low=True) for c, _ in chosen), Fraction(0))
    high = sum((_end(c, low=False) for c, _ in chosen), Fraction(0))
    return Derivation(
        total, Interval(low, high), hedge, tuple(c for c, _ in chosen), text, chosen[0][1]
    )


def _end(candidate: Candidate, *, low: bool) -> Fraction:
    figure = candidate.frame.figure if candidate.frame else None
    if figure is None:
        return Fraction(0)
    end = figure.interval.low if low else figure.interval.high
    return end if end is not None else figure.value or Fraction(0)
