"""Arithmetic: the sum over things that a statement counts together."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.align import align
from factcheck.align.anchor import UNSHARED
from factcheck.align.listed_things import things_together
from factcheck.align.model import Aligned, Candidate
from factcheck.findings.derivation import Derivation
from factcheck.findings.sums import added_up
from factcheck.frames.model import FigureFrame, SentenceFrame, Term


def sum_of_things(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "500,000 tonnes of apples and pears" against 320,000 of apples and 180,000 of pears.

    The statement says which things there are, so that their sum may contradict as well.
    """
    things = things_together(sentence, frame)
    if not things or frame.statistic:
        return []
    parts = [_best_of(thing, sentence, frame, pool) for thing in things]
    chosen = [part for part in parts if part is not None]
    apart = len({id(candidate.frame) for candidate, _ in chosen}) == len(things)
    return [added_up(chosen)] if apart else []


def _best_of(
    thing: Term, sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> tuple[Candidate, Aligned] | None:
    """The reference that tells best of one of the things alone."""
    best: tuple[Candidate, Aligned] | None = None
    for candidate in pool:
        theirs = candidate.frame
        if theirs is None or theirs.counted < 0 or things_together(candidate.sentence, theirs):
            continue
        head = candidate.sentence.terms[theirs.counted].head
        if words.nouns_related(thing.head, head) != words.SAME:
            continue
        aligned = align(sentence, frame, candidate, ignore=frozenset({"counted"}))
        told = aligned.same or aligned.reason == UNSHARED
        if not told or aligned.part_whole or aligned.weak:
            continue
        if best is None or aligned.rank > best[1].rank:
            best = (candidate, aligned)
    return best
