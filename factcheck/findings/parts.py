"""Arithmetic on the parts of one whole: what is left of it, and the kinds that are listed."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.align import align
from factcheck.align.groups import groups
from factcheck.align.listed import listed_kinds
from factcheck.align.model import Aligned, Candidate
from factcheck.findings.derivation import (
    Derivation,
    around,
    joint_hedge,
    number,
    text_of,
    value_of,
)
from factcheck.findings.shares import whole_beside
from factcheck.findings.sums import added_up
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Kind, SlotState

# Kinds that one list counts, at the most.
_MOST_KINDS = 5


def rest_of_whole(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "25 did not survive" against "of the 120 on board, 95 survived"."""
    if frame.figure.kind is not Kind.COUNT or not frame.negated or frame.counted < 0:
        return []
    told, base = frame._replace(negated=False), sentence.terms[frame.counted]
    found = []
    for part in pool:
        if part.frame is None or part.frame.negated:
            continue
        whole = whole_beside(part, base)
        if whole is None:
            continue
        aligned = align(sentence, told, part)
        a, b = value_of(part), value_of(whole)
        if not aligned.same or aligned.part_whole or a is None or b is None or a > b:
            continue
        hedge = joint_hedge(part, whole)
        text = f"derived: {text_of(whole)} less {text_of(part)} is {number(b - a)}"
        found.append(Derivation(b - a, around(b - a, hedge), hedge, (part,), text, aligned))
    return found


def sum_of_kinds(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "Admitted 80 people" against "admitted 30 women and 50 men".

    The list need not be complete, so that it contradicts only where its kinds are all there are.
    """
    if frame.figure.kind is not Kind.COUNT:
        return []
    found: list[Derivation] = []
    seen: set[tuple[int, int]] = set()
    for candidate in pool:
        theirs = candidate.frame
        if theirs is None or (id(candidate.sentence), theirs.clause) in seen:
            continue
        listed = _listed(candidate)
        if not 1 < len(listed) <= _MOST_KINDS:
            continue
        seen.add((id(candidate.sentence), theirs.clause))
        chosen = [(c, align(sentence, frame, c)) for c in listed]
        if all(_is_kind(aligned) for _, aligned in chosen):
            found.append(added_up(chosen)._replace(complete=_are_all(listed)))
    return found


def _listed(candidate: Candidate) -> list[Candidate]:
    """The counts of one clause, where they are of kinds that exclude each other."""
    if candidate.frame is None:
        return []
    figures = listed_kinds(candidate.sentence, candidate.frame)
    return [candidate._replace(frame=f) for f in figures]


def _is_kind(aligned: Aligned) -> bool:
    """Whether a reference differs from the statement only in counting a kind of its thing."""
    apart = [d for d in aligned.details if d.state is SlotState.WIDER]
    return aligned.same and not aligned.weak and [d.slot for d in apart] == ["counted"]


def _are_all(listed: Sequence[Candidate]) -> bool:
    """Whether the kinds of a list are all that there are by definition: women and men."""
    heads = {
        c.sentence.terms[c.frame.counted].head
        for c in listed
        if c.frame is not None and c.frame.counted >= 0
    }
    return any(heads == kinds for kinds in groups().complete)
