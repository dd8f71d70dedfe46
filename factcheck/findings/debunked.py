"""Claims that a fact-check found false: they decide nothing, and whoever repeats them is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.findings.judged import Judged
from factcheck.model import Citation, Claim, ClaimStatus, Finding, Flag


def with_debunked(finding: Finding, judged: Iterable[Judged]) -> Finding:
    """The finding, flagged where the statement repeats a debunked claim.

    Args:
        finding: what the other references come to.
        judged: all references that measure the same thing. Only a debunked one whose value the
            statement carries counts: another value is not what was debunked.
    """
    repeated = [j for j in judged if j.claim.status == ClaimStatus.DEBUNKED and j.supports]
    return flagged(finding, [j.citation for j in sorted(repeated, key=lambda j: j.claim.id)])


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
