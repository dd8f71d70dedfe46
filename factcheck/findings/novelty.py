"""The finding on a figure that no reference speaks about, with the nearest miss."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.model import Aligned
from factcheck.compare import compare
from factcheck.findings import notes
from factcheck.findings.judged import Judged
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import (
    Alignment,
    Finding,
    Flag,
    SlotState,
    Verdict,
)
from factcheck.policy import Policy

_COMPATIBLE = 2  # what a compatible value counts for beside the matched details


def novel(
    sentence: SentenceFrame,
    frame: FigureFrame,
    aligned: Sequence[Aligned],
    outdated: Sequence[Judged],
    policy: Policy,
) -> Finding:
    """The finding that the figure is novel.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        aligned: everything that was looked at, refused references among it.
        outdated: superseded and retracted references that measure the same thing.
        policy: the tolerances.
    """
    retracted = [j for j in outdated if j.supports]
    flags = (Flag.SUPERSEDED,) if retracted else ()
    remarks = [
        f"only an older figure is on file: {j.claim.id}, {j.claim.status}" for j in retracted
    ]
    near = _nearest(frame, aligned, policy)
    if near is not None:
        remarks.append(notes.near_miss(near.aligned, near.comparison))
    return Finding(
        statement=sentence.text,
        span=sentence.span,
        figure=frame.figure,
        verdict=Verdict.NOVEL,
        flags=flags,
        notes=tuple(remarks),
        others=tuple(j.citation for j in (*retracted, *([near] if near else []))),
        alignment=near.aligned.alignment if near else Alignment(),
    )


def _nearest(frame: FigureFrame, aligned: Sequence[Aligned], policy: Policy) -> Judged | None:
    """The refused reference that shares most, where it shares enough to be worth a look."""
    best: Judged | None = None
    best_rank = 0
    for a in aligned:
        if a.candidate.frame is None or (a.same and not a.part_whole):
            continue
        shared = a.count(SlotState.MATCHED)
        if shared < 2 or shared + _COMPATIBLE <= best_rank:
            continue
        if not any(d.slot == "kind" and d.state is SlotState.MATCHED for d in a.details):
            continue
        comparison = compare(frame.figure, a.candidate.frame.figure, policy)
        rank = shared + (_COMPATIBLE if comparison.compatible else 0)
        if rank > best_rank:
            best, best_rank = Judged(a, comparison), rank
    return best
