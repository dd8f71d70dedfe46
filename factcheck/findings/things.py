"""Arithmetic: the sum over things that a statement counts together, or over their owners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align import words
from factcheck.align.align import align
from factcheck.align.anchor import UNSHARED
from factcheck.align.listed_things import things_together
from factcheck.align.model import Candidate
from factcheck.align.narrowing import phrase
from factcheck.align.together import one_of, owners_together
from factcheck.findings.derivation import Derivation
from factcheck.findings.sums import Part, added_up, best_of, sum_of_all
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.model import Kind

# What adds up, and the slots that a sum accounts for by itself.
_ADDING = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_SUMMED = frozenset({"together", "labels"})
_FEWEST = 2


def sum_of_things(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "500,000 tonnes of apples and pears" against 320,000 of apples and 180,000 of pears.

    The statement says which things there are, so that their sum may contradict as well.
    """
    things = things_together(sentence, frame)
    if not things or frame.statistic:
        return []
    return sum_of_all([best_of(_alone(thing, sentence, frame, pool)) for thing in things])


def _alone(
    thing: Term, sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> Iterator[Part]:
    """The references that tell of one of the things alone."""
    for candidate in pool:
        theirs = candidate.frame
        if theirs is None or theirs.counted < 0 or things_together(candidate.sentence, theirs):
            continue
        head = candidate.sentence.terms[theirs.counted].head
        if words.nouns_related(thing.head, head) != words.SAME:
            continue
        aligned = align(sentence, frame, candidate, ignore=frozenset({"counted"}))
        told = aligned.same or aligned.reason == UNSHARED
        if told and not (aligned.part_whole or aligned.weak):
            yield candidate, aligned


def sum_of_owners(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "Together the houses have 210 members" against 160 of the lower and 50 of the upper house.

    Nobody says that there are no others, so that another number contradicts nothing.
    """
    owners = owners_together(sentence, frame)
    if owners is None or frame.figure.kind not in _ADDING or frame.statistic:
        return []
    found: dict[str, Part] = {}
    for candidate in pool:
        one = one_of(owners, candidate.sentence, candidate.frame)
        aligned = align(sentence, frame, candidate, ignore=_SUMMED) if one is not None else None
        if one is None or aligned is None or not aligned.same or aligned.weak:
            continue
        if aligned.part_whole or phrase(one) in found:
            return []  # "the lower house" has two numbers
        found[phrase(one)] = (candidate, aligned)
    if len(found) < _FEWEST:
        return []
    return [added_up([*found.values()])._replace(complete=False)]
