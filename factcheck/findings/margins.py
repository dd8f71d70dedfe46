"""Arithmetic: the margin of a contest from what each of the two had."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from factcheck.align import words
from factcheck.align.align import align
from factcheck.align.anchor import UNSHARED
from factcheck.align.margins import is_margin
from factcheck.align.model import Candidate
from factcheck.findings.derivation import Derivation, number, text_of, value_of
from factcheck.frames.model import FigureFrame, Name, SentenceFrame
from factcheck.model import Hedge, Interval, Kind

# What the two had may be told otherwise than the contest: "got 16,300 votes", "won by 2,150".
_TOLD_APART = frozenset({"margin", "event", "names", "counted"})
_MOST = 12
_OVER = frozenset({"patient", "over", "against", "to", "of"})


def margin_of_two(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "Beat Bex by 2,150 votes" against "Strand won 18,450 votes and Bex 16,300"."""
    if frame.figure.kind is not Kind.COUNT or not is_margin(sentence, frame):
        return []
    first = [n for n in sentence.names if n.role in ("agent", "poss", "subject")][:1]
    second = [n for n in sentence.names if n.role in _OVER and n.first > 0]
    had = [c for c in pool if c.frame is not None and c.frame.figure.kind is Kind.COUNT][:_MOST]
    found = []
    for ahead, behind in permutations(had, 2):
        if not (_is_had_by(ahead, first) and _is_had_by(behind, second)):
            continue
        if not _is_one_thing(ahead, behind):
            continue
        aligned = align(sentence, frame, ahead, ignore=_TOLD_APART)
        a, b = value_of(ahead), value_of(behind)
        if (aligned.same or aligned.reason == UNSHARED) and a is not None and b is not None:
            text = f"derived: {text_of(ahead)} less {text_of(behind)} is {number(a - b)}"
            gap = Interval.point(a - b)
            found.append(Derivation(a - b, gap, Hedge.PLAIN, (ahead, behind), text, aligned))
    return found


def _is_had_by(candidate: Candidate, names: Sequence[Name]) -> bool:
    """Whether a figure stands right behind one of some names, as its own."""
    frame = candidate.frame
    before = [n for n in candidate.sentence.names if frame is not None and n.last <= frame.first]
    return bool(before) and any(words.names_related(n, before[-1]) == words.SAME for n in names)


def _is_one_thing(one: Candidate, other: Candidate) -> bool:
    """Whether two figures count one thing, votes with votes."""
    heads = [
        c.sentence.terms[c.frame.counted].head
        for c in (one, other)
        if c.frame is not None and c.frame.counted >= 0
    ]
    return len(heads) == 2 and words.nouns_related(*heads) == words.SAME
