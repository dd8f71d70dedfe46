"""The finding on a figure that no reference speaks about, with the nearest miss."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.model import Aligned
from factcheck.findings import notes
from factcheck.findings.judged import Judged
from factcheck.findings.near import is_running, near_miss
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import (
    Alignment,
    Finding,
    Flag,
    Verdict,
)
from factcheck.policy import Policy


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
    near = near_miss(sentence, frame, aligned, policy)
    if near is not None:
        running = is_running(sentence, frame)
        remarks.append(notes.near_miss(near.aligned, near.comparison, running=running))
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
