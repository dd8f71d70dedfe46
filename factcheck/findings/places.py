"""Arithmetic: the sum over places that a statement lists, or over one place and all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align.align import align
from factcheck.align.called import name_text
from factcheck.align.model import Aligned, Candidate
from factcheck.align.scope import scope_of
from factcheck.align.together import listed_together
from factcheck.findings.derivation import Derivation
from factcheck.findings.sums import Part, added_up, best_of, sum_of_all
from factcheck.frames.model import FigureFrame, Name, SentenceFrame
from factcheck.frames.nameless import ELSEWHERE, WORLD
from factcheck.model import Kind, SlotState

# What adds up: shares, rates and averages do not.
_ADDING = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


def sum_of_places(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "42 in Aleppo and Homs" against 12 and 30; "$159m worldwide" against a place and the rest.

    Both are complete by what is said, so that a sum may contradict as well.
    """
    if frame.figure.kind not in _ADDING or frame.statistic:
        return []
    names = listed_together(sentence, frame)
    if names:
        found = (_of_place(sentence, frame, name, names, pool) for name in names)
        return sum_of_all([best_of(parts) for parts in found])
    return _place_and_rest(sentence, frame, pool)


def _without(sentence: SentenceFrame, left_out: Sequence[Name]) -> SentenceFrame:
    return sentence._replace(names=tuple(n for n in sentence.names if n not in left_out))


def _of_place(
    sentence: SentenceFrame,
    frame: FigureFrame,
    name: Name,
    names: Sequence[Name],
    pool: Sequence[Candidate],
) -> Iterator[Part]:
    """The references that tell of one of the places alone."""
    alone = _without(sentence, [n for n in names if n is not name])
    for candidate in pool:
        if candidate.frame is None:
            continue
        aligned = align(alone, frame, candidate)
        told = any(
            d.slot == "name" and d.state is SlotState.MATCHED and d.statement == name_text(name)
            for d in aligned.details
        )
        if told and aligned.same and not (aligned.part_whole or aligned.weak):
            yield candidate, aligned


def _place_and_rest(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """The sums of a figure for one place and its neighbour for everywhere else."""
    world = [n for n in scope_of(sentence, frame).names if n.key == WORLD]
    if not world and frame.increment != "total":
        return []
    alone = _without(sentence, world)
    found = []
    for rest in pool:
        if rest.frame is None or not _is_of_rest(rest):
            continue
        for place in pool:
            near = place.sentence is rest.sentence and place.frame is not None
            if not near or _is_of_rest(place) or not _names_place(place):
                continue
            told = align(alone, frame, place, ignore=_TOTAL)
            both = [(place, told), (rest, align(alone, frame, rest, ignore=_TOLD_ONCE))]
            if both[0][1].same and all(_differs_nowhere(aligned) for _, aligned in both):
                found.append(added_up(both))
    return found


# That the statement's figure is the total the sum accounts for. What a sentence tells of two
# figures, it tells with the first of them.
_TOTAL = frozenset({"labels"})
_TOLD_ONCE = frozenset({"labels", "event"})


def _differs_nowhere(aligned: Aligned) -> bool:
    return not any(d.state is SlotState.DIFFERING for d in aligned.details)


def _is_of_rest(candidate: Candidate) -> bool:
    return any(n.key == ELSEWHERE for n in scope_of(candidate.sentence, candidate.frame).names)


def _names_place(candidate: Candidate) -> bool:
    names = scope_of(candidate.sentence, candidate.frame).names
    return any(n.type and n.key not in (WORLD, ELSEWHERE) for n in names)
