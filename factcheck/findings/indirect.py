"""Verdicts of references that do not measure the very same thing, or only taken together."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.align import align
from factcheck.align.model import Aligned, Candidate
from factcheck.compare import compare
from factcheck.figures.dates import later
from factcheck.findings import notes
from factcheck.findings.judged import Judged
from factcheck.findings.near import is_running
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import (
    ClaimStatus,
    Finding,
    SlotState,
    Support,
    Verdict,
)
from factcheck.policy import Policy


def derived(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate], policy: Policy
) -> Finding | None:
    """The finding where arithmetic on current references supports or contradicts the figure.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        pool: figures of references, in a fixed order.
        policy: the tolerances.
    """
    from factcheck.findings.derive import derive  # nobody reckons where a reference decides

    current = [c for c in pool if c.claim.status == ClaimStatus.CURRENT]
    result = derive(sentence, frame, current, policy)
    if result is None:
        return None
    first, *rest = result.operands
    return Finding(
        statement=sentence.text,
        span=sentence.span,
        figure=frame.figure,
        verdict=Verdict.CONSISTENT if result.compatible else Verdict.CONFLICTING,
        support=Support.DERIVED if result.compatible else None,
        notes=result.notes,
        citation=first,
        operands=tuple(rest),
        alignment=result.alignment,
    )


def shrunken_total(
    sentence: SentenceFrame, frame: FigureFrame, aligned: Sequence[Aligned], policy: Policy
) -> Finding | None:
    """A running total that is lower than it was at an earlier date (contract, section 2)."""
    ours = [sentence.times[i] for i in frame.times]
    if not is_running(sentence, frame):
        return None
    for a in aligned:
        theirs = a.candidate.frame
        refused = any(d.slot == "time" and d.state is SlotState.DIFFERING for d in a.details)
        if theirs is None or not refused or a.candidate.claim.status != ClaimStatus.CURRENT:
            continue
        before = [a.candidate.sentence.times[i] for i in theirs.times]
        if not any(later(x.date, y.date) for x in ours for y in before):
            continue
        again = align(sentence, frame, a.candidate, ignore=frozenset({"time"}))
        comparison = compare(frame.figure, theirs.figure, policy)
        gap = comparison.difference.absolute if comparison.difference else None
        if again.same and not again.part_whole and not again.weak and gap is not None and gap < 0:
            judged = Judged(again, comparison)
            return Finding(
                statement=sentence.text,
                span=sentence.span,
                figure=frame.figure,
                verdict=Verdict.CONFLICTING,
                notes=("a running total does not shrink: the reference is older and higher",),
                citation=judged.citation,
                alignment=again.alignment,
                difference=comparison.difference,
            )
    return None


def part_and_whole(
    sentence: SentenceFrame, frame: FigureFrame, same: Sequence[Judged]
) -> Finding | None:
    """The wider thing with an equal value is supported; zero of a whole is zero of its parts."""
    for j in same:
        if j.claim.status != ClaimStatus.CURRENT or not answers_for_part(j):
            continue
        verdict = Verdict.CONSISTENT if j.supports else Verdict.CONFLICTING
        return Finding(
            statement=sentence.text,
            span=sentence.span,
            figure=frame.figure,
            verdict=verdict,
            support=j.comparison.support if j.supports else None,
            notes=(*notes.part_whole(j.aligned), *notes.unchecked(j.aligned)),
            citation=j.citation,
            alignment=j.aligned.alignment,
            difference=j.comparison.difference,
        )
    return None


def answers_for_part(judged: Judged) -> bool:
    """Whether a reference to a part or a whole of the statement's thing speaks about it.

    The wider thing with an equal value, and zero of the whole for each of its parts.
    """
    if judged.aligned.part_whole == "wider":
        return judged.comparison.support is Support.EXACT
    figure = judged.figure
    return judged.aligned.part_whole == "narrower" and figure is not None and figure.value == 0
