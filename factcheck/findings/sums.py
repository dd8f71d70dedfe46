"""Arithmetic: the sum of the parts that make a whole up by definition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

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

# A candidate that tells of one part of a sum, with its alignment.
Part: TypeAlias = tuple[Candidate, Aligned]


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
        found_parts = (best_of(_parts_of_sum(sentence, frame, pool, part)) for part in parts)
        chosen = [part for part in found_parts if part is not None]
        if len(chosen) == len(parts):
            found.append(added_up(chosen))
    return found


def best_of(parts: Iterable[Part]) -> Part | None:
    """The candidate that fits best, the first of several that fit alike; None where none does."""
    return max(parts, key=lambda part: part[1].rank, default=None)


def sum_of_all(parts: Sequence[Part | None]) -> list[Derivation]:
    """The sum of parts that a statement lists, where each was found and has a figure of its own.

    Args:
        parts: for each that is listed, the candidate that tells of it alone, if there is one.
    """
    chosen = [part for part in parts if part is not None]
    apart = len({id(candidate.frame) for candidate, _ in chosen}) == len(parts)
    return [added_up(chosen)] if apart else []


def _parts_of_sum(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate], part: str
) -> Iterator[Part]:
    for candidate in pool:
        if candidate.frame is None or not _tells(candidate, part):
            continue
        aligned = align(
            sentence, frame, candidate, ignore=frozenset({"event", "counted", "labels"})
        )
        if aligned.same or aligned.reason == UNSHARED:
            yield candidate, aligned


def _tells(candidate: Candidate, part: str) -> bool:
    """Whether a candidate's figure counts one part of a sum: its own event, not a neighbour's."""
    if candidate.frame is None:
        return False
    own = decisive_events(candidate.sentence, candidate.frame)
    return bool(own) and any(relation(name, part) == "same" for name in own[0].classes)


def added_up(chosen: Sequence[Part]) -> Derivation:
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
