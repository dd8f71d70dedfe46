"""Arithmetic: the sum over the parts of a period, such as the quarters of a half-year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factcheck.align.align import align
from factcheck.align.deciding import decisive_events
from factcheck.align.groups import groups
from factcheck.align.model import Aligned, Candidate
from factcheck.figures.dates import date_relation, tiles
from factcheck.findings.derivation import Derivation
from factcheck.findings.sums import added_up
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Kind, PartialDate

# What adds up: shares, rates and averages do not.
_ADDING = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
# Four quarters make a year; twelve months are seldom all told.
_MOST_PARTS = 4
_MOST_CANDIDATES = 12


def sum_of_periods(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "Sold 40,000 in the first half" against the sales of its two quarters.

    Only what happens adds up over time (sold, killed, built): how many there are does not. The
    parts are complete, as they fill the period, so that their sum may contradict as well.
    """
    whole = _period(sentence, frame)
    if whole is None or frame.figure.kind not in _ADDING or frame.statistic or frame.increment:
        return []
    if not _happens(sentence, frame):
        return []
    parts = _parts(sentence, frame, whole, pool)
    return [
        added_up([(candidate, aligned) for candidate, aligned, _ in chosen])
        for size in range(2, _MOST_PARTS + 1)
        for chosen in combinations(parts, size)
        if tiles(whole, [date for _, _, date in chosen])
    ]


def _parts(
    sentence: SentenceFrame, frame: FigureFrame, whole: PartialDate, pool: Sequence[Candidate]
) -> list[tuple[Candidate, Aligned, PartialDate]]:
    """The references that tell the same of a part of the period, in their order."""
    found = []
    for candidate in pool:
        date = _period(candidate.sentence, candidate.frame)
        if candidate.frame is None or candidate.frame.figure.value is None or date is None:
            continue
        if date_relation(whole, date) != "whole":
            continue  # asked first: to align costs a hundred times as much
        aligned = align(sentence, frame, candidate, ignore=frozenset({"time"}))
        if aligned.same and not aligned.part_whole and not aligned.weak:
            found.append((candidate, aligned, date))
    return found[:_MOST_CANDIDATES]


def _period(sentence: SentenceFrame, frame: FigureFrame | None) -> PartialDate | None:
    """The one period that a figure is told of."""
    if frame is None or len(frame.times) != 1:
        return None
    time = sentence.times[frame.times[0]]
    return time.date if time.relation in ("in", "during", "over", "for", "of", "") else None


def _happens(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure tells what happens, and not how many there are."""
    static = groups().having | groups().presence
    told = decisive_events(sentence, frame)
    if any(groups().well_told.intersection(e.classes) for e in told):
        return True
    verb = sentence.clauses[frame.clause].verb
    if verb < 0 or sentence.lemmas[verb] in static:
        return False
    return sentence.lemmas[verb] in groups().flows
