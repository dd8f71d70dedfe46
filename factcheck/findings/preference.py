"""Which of the references that measure the same thing speak: the best aligned, the newest."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.align import align
from factcheck.align.memo import remembered
from factcheck.align.model import Aligned, Candidate
from factcheck.align.narrowing import phrase
from factcheck.align.shared import ELSEWHERE
from factcheck.findings.judged import Judged
from factcheck.model import (
    Claim,
    Kind,
    SlotState,
)

# Slots in which a reference that says more than another is about something else.
_TELLING = frozenset({"name", "time", "counted", "event", "increment", "statistic"})


def best_aligned(judged: Sequence[Judged]) -> list[Judged]:
    """The references that no other one outdoes.

    The event and the thing counted come first. Among references that share those, one that
    shares all the details of another and some of those that the other leaves out is about the
    statement; the other is about something near it.
    """
    if not judged:
        return []
    top = max(j.aligned.rank[:4] for j in judged)
    tier = [j for j in judged if j.aligned.rank[:4] == top]
    shared = [_shared(j.aligned) for j in tier]
    kept = [
        j
        for j, own in zip(tier, shared, strict=True)
        if not any(own < other for other in shared)
        and not any(
            own <= other and _told_of_another(j, k) for k, other in zip(tier, shared, strict=True)
        )
    ]
    kept = _one_of_each_claim(kept)
    return sorted(kept, key=_order)


def _order(judged: Judged) -> tuple[object, ...]:
    """Best aligned, newest, and what a claim asserts before what it only takes a share of."""
    frame = judged.aligned.candidate.frame
    base = frame is not None and frame.base
    return _negative(judged.aligned.rank), _newest(judged.claim), base, judged.claim.id


def _one_of_each_claim(judged: Sequence[Judged]) -> list[Judged]:
    """Of one claim's figures only the best aligned speak; it never contradicts itself."""
    best: dict[str, tuple[int, ...]] = {}
    ranks = [_within_claim(j.aligned) for j in judged]
    for j, rank in zip(judged, ranks, strict=True):
        best[j.claim.id] = max(best.get(j.claim.id, rank), rank)
    kept = [j for j, rank in zip(judged, ranks, strict=True) if rank == best[j.claim.id]]
    supporting = {j.claim.id for j in kept if j.supports}
    return [j for j in kept if j.supports or j.claim.id not in supporting]


def _within_claim(aligned: Aligned) -> tuple[int, ...]:
    """The rank of one of a claim's figures: one with a place of its own gives way.

    "2,179 cases, with 1,142 in the capital" tells of the country by the 2,179.
    """
    frame = aligned.candidate.frame
    counts = frame is not None and frame.figure.kind is Kind.COUNT
    left_out = (d for d in aligned.details if d.slot == "name" and d.state is SlotState.OMITTED)
    own = sum(1 for _ in left_out) if counts else 0
    return (*aligned.rank[:6], -own)


def _shared(aligned: Aligned) -> frozenset[tuple[str, str]]:
    """The statement's details that a reference has too."""
    return frozenset(
        (d.slot, d.statement)
        for d in aligned.details
        if d.statement
        and d.slot in _TELLING
        and d.state in (SlotState.MATCHED, SlotState.WIDER, SlotState.NARROWER)
    )


def _told_of_another(one: Judged, other: Judged) -> bool:
    """Whether a reference has something else where another has the statement's own.

    "Women hold a third of the seats" is not about the independents, of whom another reference
    speaks; "a petition to save the library" not about the lido.
    """
    if one.claim is other.claim:
        return False
    added, met = _details(one, SlotState.ADDED), _details(other, SlotState.MATCHED)
    own = {term: met[term] for term in added.keys() & met.keys()}
    if not own or not _details(other, SlotState.ADDED).keys() <= added.keys():
        return False
    ours, theirs = other.aligned.candidate.sentence, one.aligned.candidate.sentence
    used = {d.reference for d in one.aligned.details}
    roles = {term.role for term in ours.terms if phrase(term) in own.values()}
    return any(
        t.role in roles and t.head and t.head not in ours.lemmas and phrase(t) not in used
        for t in theirs.terms
    )


def _details(judged: Judged, state: SlotState) -> dict[str, str]:
    """The statement's details in a state, with the reference's words for them."""
    return {
        d.statement: d.reference
        for d in judged.aligned.details
        if d.slot == "detail" and d.state is state and d.why != ELSEWHERE
    }


def _negative(rank: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(-value for value in rank)


def _newest(claim: Claim) -> tuple[int, ...]:
    digits = [int(part) for part in str(claim.date).split("-")] if claim.date else []
    return tuple(-part for part in digits) or (1,)


def newest_of_each_source(judged: Sequence[Judged]) -> tuple[list[Judged], list[Judged]]:
    """Of two current values of one source for one thing, the older is superseded.

    A newer one that leaves open what the older tells of the statement is about something near it.
    """
    fresh: list[Judged] = []
    older: list[Judged] = []
    for j in judged:
        newer = next(
            (
                k
                for k in judged
                if k is not j
                and k.claim.source
                and k.claim.source == j.claim.source
                and k.claim is not j.claim
                and _newest(k.claim) < _newest(j.claim)
                and _details(k, SlotState.ADDED).keys() <= _details(j, SlotState.ADDED).keys()
                and mutual(k.aligned, j.aligned)
            ),
            None,
        )
        (older if newer else fresh).append(j)
    return fresh, older


def mutual(one: Aligned, other: Aligned) -> bool:
    """Whether two references measure the same thing as each other, with no detail apart."""
    return _mutual(one.candidate, other.candidate)


@remembered
def _mutual(a: Candidate, b: Candidate) -> bool:
    if a.frame is None or b.frame is None:
        return False
    there = align(a.sentence, a.frame, b)
    back = align(b.sentence, b.frame, a)
    apart = (SlotState.ADDED, SlotState.WIDER, SlotState.NARROWER)
    telling = [
        d
        for d in (*there.details, *back.details)
        if d.state in apart and d.slot in ("name", "time", "increment", "statistic")
    ]
    weak = there.weak or back.weak
    return there.same and back.same and not telling and not weak
