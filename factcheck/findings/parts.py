"""Arithmetic on the parts of one whole: what is left of it, and the kinds that are listed."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.align import align
from factcheck.align.anchor import UNSHARED
from factcheck.align.deciding import decisive_events
from factcheck.align.groups import groups
from factcheck.align.in_turn import told_in_turn
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

_STILL = frozenset({"still", "remain", "yet"})
# Kinds that one list counts, at the most.
_MOST_KINDS = 5
# In what those who survived and those who died differ.
_LEFT = frozenset({"event", "counted"})


def rest_of_whole(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "25 did not survive" against "of the 120 on board, 95 survived".

    "Eight are still below ground" against "of the 27, 19 have been brought out" is the same, yet
    some may be of neither, so that another number contradicts nothing.
    """
    if frame.figure.kind is not Kind.COUNT or frame.counted < 0:
        return []
    still = not frame.negated and _still(sentence, frame)
    if not frame.negated and not still:
        return []
    told, base = frame._replace(negated=False), sentence.terms[frame.counted]
    beside = frozenset({"event", "details"} if still else ())
    found = []
    for part in pool:
        if part.frame is None or part.frame.negated:
            continue
        whole = whole_beside(part, base)
        if whole is None:
            continue
        aligned = align(sentence, told, part, ignore=beside)
        a, b = value_of(part), value_of(whole)
        one = aligned.same or (still and aligned.reason == UNSHARED)
        if not one or aligned.part_whole or a is None or b is None or a > b:
            continue
        hedge = joint_hedge(part, whole)
        text = f"derived: {text_of(whole)} less {text_of(part)} is {number(b - a)}"
        rest = Derivation(b - a, around(b - a, hedge), hedge, (part,), text, aligned)
        found.append(rest._replace(complete=not still))
    return found


def _still(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure is of those who are left: "still", "remain", "yet to"."""
    return not _STILL.isdisjoint(sentence.lemmas[frame.last :])


def left_over(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "Five survived" against "nine of the 14 on board died": each did one or the other."""
    if frame.figure.kind is not Kind.COUNT or frame.negated or frame.base:
        return []
    classes = {name for e in decisive_events(sentence, frame)[:1] for name in e.classes}
    others = {b for pair in groups().either for a in pair & classes for b in pair - {a}}
    if not others:
        return []
    found = []
    for part in pool:
        if part.frame is None or part.frame.negated or part.frame.base:
            continue
        told = decisive_events(part.sentence, part.frame)[:1]
        whole = next((f for f in part.sentence.figures if f.base), None)
        if whole is None or not any(others.intersection(e.classes) for e in told):
            continue
        base = part._replace(frame=whole)
        aligned = align(sentence, frame, part, ignore=_LEFT)
        a, b = value_of(part), value_of(base)
        if not (aligned.same or aligned.reason == UNSHARED) or a is None or b is None or a > b:
            continue
        if align(sentence, frame, base, ignore=_LEFT).refused:
            continue  # those on board another ship
        hedge = joint_hedge(part, base)
        text = f"derived: {number(b)} less {text_of(part)} is {number(b - a)}"
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
        if theirs is None or len(candidate.sentence.figures) < 2:
            continue  # most references count one thing
        if (id(candidate.sentence), theirs.clause) in seen:
            continue
        listed = _listed(candidate)
        if not 1 < len(listed) <= _MOST_KINDS:
            continue
        seen.add((id(candidate.sentence), theirs.clause))
        chosen = [(c, align(sentence, frame, c)) for c in listed]
        if all(_is_kind(aligned) for _, aligned in chosen):
            found.append(added_up(chosen)._replace(complete=_are_all(listed)))
    return found


def sum_in_turn(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "Carried 555 passengers" against "the two ferries carried 310 and 245 passengers"."""
    if frame.figure.kind is not Kind.COUNT or told_in_turn(sentence, frame):
        return []
    found = []
    for candidate in pool:
        theirs = candidate.frame
        if theirs is None or len(candidate.sentence.figures) == 1:
            continue
        told = told_in_turn(candidate.sentence, theirs)
        if not told or told[-1] is not theirs:
            continue
        parts = [candidate._replace(frame=f) for f in told]
        aligned = align(sentence, frame, candidate, ignore=frozenset({"parts", "labels"}))
        if aligned.same and not aligned.part_whole:
            found.append(added_up([(part, aligned) for part in parts]))
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
