"""The near miss: a reference that would measure the same thing, were it not for one slot."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.align import KIND, align
from factcheck.align.model import Aligned
from factcheck.compare import compare
from factcheck.findings.judged import Judged
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import ClaimStatus, Kind, SlotState
from factcheck.policy import Policy

# How copy dates a running total.
_RUNNING = frozenset({"by", "as of", "until", "till", "since"})
# How much a compatible value adds to the details that a near reference shares.
_COMPATIBLE = 2


def near_miss(
    sentence: SentenceFrame, frame: FigureFrame, aligned: Sequence[Aligned], policy: Policy
) -> Judged | None:
    """The reference that differs in one slot alone, else the one that shares most.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        aligned: every reference that was looked at, none of which measures the same thing.
        policy: the tolerances.
    """
    looked_at = _worth_another_look(frame, aligned)
    again = without_refusal(sentence, frame, looked_at) if looked_at is not None else None
    found = _judged(frame, again, policy) if again is not None else None
    if found is not None and found.supports:
        return found
    shared = _sharing_most(frame, aligned, policy)
    return shared if found is None or (shared is not None and shared.supports) else found


def is_running(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure is dated as a total that still grows: "by 18 March", "as of May"."""
    return frame.figure.kind is Kind.COUNT and any(
        sentence.times[i].relation in _RUNNING for i in frame.times
    )


def _judged(frame: FigureFrame, aligned: Aligned, policy: Policy) -> Judged:
    theirs = aligned.candidate.frame
    if theirs is None:
        raise ValueError("a near miss has a figure")
    return Judged(aligned, compare(frame.figure, theirs.figure, policy))


def _worth_another_look(frame: FigureFrame, aligned: Sequence[Aligned]) -> Aligned | None:
    """The current reference that one slot refused, of the same number, or that shares most."""
    refused = [
        (theirs.figure.value != frame.figure.value, -a.matched, number)
        for number, a in enumerate(aligned)
        if a.refused
        and (theirs := a.candidate.frame) is not None
        and a.candidate.claim.status == ClaimStatus.CURRENT
        and (a.refused != KIND or _in_another_currency(frame, a))
    ]
    return aligned[min(refused)[2]] if refused else None


def _in_another_currency(frame: FigureFrame, aligned: Aligned) -> bool:
    theirs = aligned.candidate.frame
    return theirs is not None and frame.figure.kind is theirs.figure.kind is Kind.MONEY


def without_refusal(
    sentence: SentenceFrame, frame: FigureFrame, aligned: Aligned
) -> Aligned | None:
    """The alignment but for the slot that refused it, where nothing else does.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        aligned: a refused reference.
    """
    kind = aligned.refused == KIND
    rest = align(
        sentence,
        frame,
        aligned.candidate,
        any_kind=kind,
        ignore=frozenset() if kind else frozenset({aligned.refused}),
    )
    if not rest.same or rest.part_whole or rest.weak:
        return None
    refusing = [d for d in aligned.details if d.state is SlotState.DIFFERING]
    return aligned._replace(details=(*refusing, *rest.details), rank=rest.rank)


def _sharing_most(frame: FigureFrame, aligned: Sequence[Aligned], policy: Policy) -> Judged | None:
    """The refused reference that shares most, where it shares enough to be worth a look."""
    best: Judged | None = None
    best_rank = 0
    for a in aligned:
        if a.candidate.frame is None or (a.same and not a.part_whole):
            continue
        shared = a.matched
        if shared < 2 or shared + _COMPATIBLE <= best_rank:
            continue
        if not any(d.slot == "kind" and d.state is SlotState.MATCHED for d in a.details):
            continue
        comparison = compare(frame.figure, a.candidate.frame.figure, policy)
        rank = shared + (_COMPATIBLE if comparison.compatible else 0)
        if rank > best_rank:
            best, best_rank = Judged(a, comparison), rank
    return best
