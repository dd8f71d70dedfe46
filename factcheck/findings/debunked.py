"""Claims that a fact-check found false: they decide nothing, and whoever repeats them is told.

A verdict is reached as if they were not in the store; then it is asked whether the statement
repeats one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.align.align import align
from factcheck.align.model import Aligned, Candidate
from factcheck.findings.dates_aside import dated_aside
from factcheck.findings.indirect import answers_for_part
from factcheck.findings.judged import same_thing
from factcheck.findings.stories import of_the_story
from factcheck.findings.surer import without_doubtful
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Citation, Claim, ClaimStatus, Finding, Flag
from factcheck.policy import Policy


def set_aside(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates that may decide, and those of debunked claims."""
    pool: list[Candidate] = []
    debunked: list[Candidate] = []
    for candidate in candidates:
        is_debunked = candidate.claim.status == ClaimStatus.DEBUNKED
        (debunked if is_debunked else pool).append(candidate)
    return pool, debunked


def with_debunked(
    finding: Finding,
    sentence: SentenceFrame,
    frame: FigureFrame,
    debunked: Sequence[Candidate],
    aligned: Sequence[Aligned],
    *,
    policy: Policy,
) -> tuple[Finding, tuple[Aligned, ...]]:
    """The finding, flagged where the statement repeats a debunked claim.

    Only one whose value the statement carries counts: another value is not what was debunked. It
    has to be about the statement's story as any other reference has.

    Args:
        finding: what the other references come to.
        sentence: the statement's sentence.
        frame: the figure in it.
        debunked: figures of debunked claims, in a fixed order.
        aligned: everything else that was looked at.
        policy: the tolerances.

    Returns:
        The finding, and the alignments with debunked claims.
    """
    if not debunked:
        return finding, ()
    beside = tuple(align(sentence, frame, candidate) for candidate in debunked)
    everything = (*aligned, *beside)
    same = of_the_story(sentence, same_thing(sentence, frame, everything, policy), everything)
    same = without_doubtful(sentence, frame, same, everything)
    direct = [j for j in same if answers_for_part(j) or not j.aligned.part_whole]
    repeated = [
        j.citation
        for j in (*direct, *dated_aside(sentence, frame, debunked, policy))
        if j.claim.status == ClaimStatus.DEBUNKED and j.supports and not j.comparison.undecided
    ]
    return flagged(finding, repeated), beside


def flagged(finding: Finding, repeated: Sequence[Citation]) -> Finding:
    """The finding with the flag, and every review behind it; as it is where there are none.

    Args:
        finding: what the other references come to.
        repeated: debunked claims that the statement repeats; a claim may come more than once.
    """
    once = {citation.claim.id: citation for citation in reversed(repeated)}
    if not once:
        return finding
    cited = [once[name] for name in sorted(once)]
    return replace(
        finding,
        flags=(*finding.flags, Flag.DEBUNKED),
        notes=(*finding.notes, *(_told(citation.claim) for citation in cited)),
        others=(*finding.others, *cited),
    )


def _told(claim: Claim) -> str:
    reviewer = f" by {claim.source}" if claim.source else ""
    return f"this repeats a claim that was debunked{reviewer}: {claim.id}"
