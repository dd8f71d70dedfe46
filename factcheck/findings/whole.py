"""Statements without figures: said by a reference, denied by it, or new."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.align.model import Aligned, Candidate
from factcheck.align.whole import align_whole
from factcheck.findings.debunked import flagged
from factcheck.frames.model import SentenceFrame
from factcheck.model import Citation, ClaimStatus, Finding, Flag, Support, Verdict

NO_FIGURE = "the statement holds no figure; it was compared as a whole"


def judge_whole(sentence: SentenceFrame, candidates: Iterable[Candidate]) -> Finding:
    """Hold a statement without figures against whole reference sentences."""
    pool = sorted(candidates, key=lambda c: (c.claim.id, c.sentence.span))
    same = [a for a in (align_whole(sentence, c) for c in pool) if a.same]
    repeated = [a for a in same if a.candidate.claim.status == ClaimStatus.DEBUNKED]
    cited = [Citation(a.candidate.claim) for a in repeated if not a.turned]
    rest = [a for a in same if a.candidate.claim.status != ClaimStatus.DEBUNKED]
    return flagged(_judged(sentence, rest), cited)


def _judged(sentence: SentenceFrame, same: list[Aligned]) -> Finding:
    """The finding of the references that say the same or its opposite."""
    current = [a for a in same if a.candidate.claim.status == ClaimStatus.CURRENT]
    current.sort(key=lambda a: tuple(-value for value in a.rank))
    said = [a for a in current if not a.turned]
    denied = [a for a in current if a.turned]
    if said or denied:
        flags = (Flag.DISPUTED,) if said and denied else ()
        return _finding(sentence, (said or denied)[0], flags, [*said, *denied])
    outdated = [a for a in same if not a.turned]
    flags = (Flag.SUPERSEDED,) if outdated else ()
    return Finding(
        sentence.text,
        sentence.span,
        None,
        Verdict.NOVEL,
        flags=flags,
        notes=(NO_FIGURE,),
        others=tuple(Citation(a.candidate.claim) for a in outdated),
    )


def _finding(
    sentence: SentenceFrame, chosen: Aligned, flags: tuple[Flag, ...], all_of: list[Aligned]
) -> Finding:
    verdict = Verdict.CONFLICTING if chosen.turned else Verdict.CONSISTENT
    remark = (NO_FIGURE, chosen.reason) if chosen.turned and chosen.reason else (NO_FIGURE,)
    return Finding(
        statement=sentence.text,
        span=sentence.span,
        figure=None,
        verdict=verdict,
        support=Support.EXACT if verdict is Verdict.CONSISTENT else None,
        flags=flags,
        notes=remark,
        citation=Citation(chosen.candidate.claim),
        others=tuple(Citation(a.candidate.claim) for a in all_of if a is not chosen),
        alignment=chosen.alignment,
    )
