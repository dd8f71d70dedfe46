"""The verdict on one figure: which references speak about it, and which of them decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.align.align import align
from factcheck.align.model import Aligned, Candidate
from factcheck.align.scope import scope_of
from factcheck.compare import Comparison, compare
from factcheck.findings import notes
from factcheck.findings.derive import Derived, derive
from factcheck.figures.dates import later
from factcheck.findings.sources import named_first
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import (
    Citation,
    Claim,
    ClaimStatus,
    Figure,
    Finding,
    Flag,
    Kind,
    SlotState,
    Support,
    Verdict,
)
from factcheck.policy import Policy


# Slots in which a reference that says more than another is about something else.
_TELLING = frozenset({"name", "time", "counted", "event", "increment", "statistic"})


# How copy dates a running total.
_RUNNING = frozenset({"by", "as of", "until", "till", "since"})


class Judged(NamedTuple):
    """One reference, aligned and compared."""

    aligned: Aligned
    comparison: Comparison

    @property
    def supports(self) -> bool:
        """Whether the reference's value is compatible with the statement's."""
        return self.comparison.compatible and not self.aligned.turned

    @property
    def claim(self) -> Claim:
        """The reference claim."""
        return self.aligned.candidate.claim

    @property
    def figure(self) -> Figure | None:
        """The reference's figure."""
        frame = self.aligned.candidate.frame
        return frame.figure if frame is not None else None

    @property
    def citation(self) -> Citation:
        """The reference as a finding cites it."""
        return Citation(self.claim, self.figure)


class Trial(NamedTuple):
    """Everything that was looked at for one figure, for the finding and for its trace."""

    finding: Finding
    aligned: tuple[Aligned, ...]


def judge(
    sentence: SentenceFrame,
    frame: FigureFrame,
    candidates: Iterable[Candidate],
    policy: Policy,
) -> Trial:
    """Hold one figure against all candidates.

    Args:
        sentence, frame: the statement's sentence and the figure in it.
        candidates: figures of references, in any order.
        policy: the tolerances.

    Returns:
        The finding, and all alignments that led to it.
    """
    scope = scope_of(sentence, frame)
    pool = sorted(candidates, key=_place)
    aligned = tuple(align(sentence, frame, c, scope=scope) for c in pool)
    same = [
        Judged(a, compare(frame.figure, a.candidate.frame.figure, policy))
        for a in aligned
        if a.same and a.candidate.frame is not None
    ]
    direct = [j for j in same if not j.aligned.part_whole and not j.comparison.undecided]
    current, outdated = _by_status(direct)
    finding = (
        _decided(sentence, frame, current, outdated, policy)
        or _derived(sentence, frame, pool, policy)
        or _shrunken_total(sentence, frame, aligned, policy)
        or _part_and_whole(sentence, frame, same)
        or _novel(sentence, frame, aligned, outdated, policy)
    )
    return Trial(finding, aligned)


def _place(candidate: Candidate) -> tuple[str, int]:
    figure = candidate.frame.figure.span.start if candidate.frame else 0
    return (candidate.claim.id, figure)


def _by_status(judged: Sequence[Judged]) -> tuple[list[Judged], list[Judged]]:
    """Current references, and superseded or retracted ones."""
    current = [j for j in judged if j.claim.status == ClaimStatus.CURRENT]
    return current, [j for j in judged if j.claim.status != ClaimStatus.CURRENT]


# --- references that measure the same thing ------------------------------------------------


def _decided(
    sentence: SentenceFrame,
    frame: FigureFrame,
    current: Sequence[Judged],
    outdated: Sequence[Judged],
    policy: Policy,
) -> Finding | None:
    best = _best_aligned(current)
    if not best:
        return None
    fresh, older = _newest_of_each_source(best)
    outdated = [*outdated, *older]
    supporting = [j for j in fresh if j.supports]
    excluding = [j for j in fresh if not j.supports]
    named = named_first(sentence, fresh)
    chosen = _chosen(supporting, excluding, named)
    if chosen is None:
        return None
    disputed = _is_disputed(chosen, supporting, excluding)
    flags = [Flag.DISPUTED] if disputed else []
    superseded = [j for j in outdated if j.supports]
    if superseded and not chosen.supports:
        flags.append(Flag.SUPERSEDED)
    others = [j for j in (*supporting, *excluding) if j is not chosen]
    return _finding(sentence, frame, chosen, flags, others, superseded if flags else [], policy)


def _best_aligned(judged: Sequence[Judged]) -> list[Judged]:
    """The references that no other one outdoes.

    The event and the thing counted come first. Among references that share those, one that
    shares all the details of another and some of those that the other leaves out is about the
    statement; the other is about something near it.
    """
    if not judged:
        return []
    top = max(j.aligned.rank[:3] for j in judged)
    tier = [j for j in judged if j.aligned.rank[:3] == top]
    shared = [_shared(j.aligned) for j in tier]
    kept = [
        j for j, own in zip(tier, shared, strict=True) if not any(own < other for other in shared)
    ]
    kept = _one_of_each_claim(kept)
    return sorted(kept, key=lambda j: (_negative(j.aligned.rank), _newest(j.claim), j.claim.id))


def _one_of_each_claim(judged: Sequence[Judged]) -> list[Judged]:
    """Of one claim's figures only the best aligned speak; it never contradicts itself."""
    best: dict[str, tuple[int, ...]] = {}
    for j in judged:
        rank = j.aligned.rank[:4]
        best[j.claim.id] = max(best.get(j.claim.id, rank), rank)
    kept = [j for j in judged if j.aligned.rank[:4] == best[j.claim.id]]
    supporting = {j.claim.id for j in kept if j.supports}
    return [j for j in kept if j.supports or j.claim.id not in supporting]


def _shared(aligned: Aligned) -> frozenset[tuple[str, str]]:
    """The statement's details that a reference has too."""
    return frozenset(
        (d.slot, d.statement)
        for d in aligned.details
        if d.statement
        and d.slot in _TELLING
        and d.state in (SlotState.MATCHED, SlotState.WIDER, SlotState.NARROWER)
    )


def _negative(rank: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(-value for value in rank)


def _newest(claim: Claim) -> tuple[int, ...]:
    digits = [int(part) for part in str(claim.date).split("-")] if claim.date else []
    return tuple(-part for part in digits) or (1,)


def _newest_of_each_source(judged: Sequence[Judged]) -> tuple[list[Judged], list[Judged]]:
    """Of two current values of one source for one thing, the older is superseded."""
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
                and _mutual(k.aligned, j.aligned)
            ),
            None,
        )
        (older if newer else fresh).append(j)
    return fresh, older


def _mutual(one: Aligned, other: Aligned) -> bool:
    """Whether two references measure the same thing as each other, with no detail apart."""
    a, b = one.candidate, other.candidate
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


def _chosen(
    supporting: Sequence[Judged], excluding: Sequence[Judged], named: Sequence[Judged]
) -> Judged | None:
    """A source that the statement names decides; else any reference that supports it."""
    if named:
        return next((j for j in named if j.supports), named[0])
    if supporting:
        return supporting[0]
    return excluding[0] if excluding else None


def _is_disputed(chosen: Judged, supporting: Sequence[Judged], excluding: Sequence[Judged]) -> bool:
    if not supporting or not excluding:
        return False
    against = excluding if chosen.supports else supporting
    return any(_mutual(chosen.aligned, j.aligned) for j in against)


def _finding(
    sentence: SentenceFrame,
    frame: FigureFrame,
    chosen: Judged,
    flags: Sequence[Flag],
    others: Sequence[Judged],
    superseded: Sequence[Judged],
    policy: Policy,
) -> Finding:
    remarks = [
        *chosen.comparison.notes,
        *notes.unchecked(chosen.aligned),
        *notes.weak_links(chosen.aligned),
    ]
    if chosen.aligned.turned:
        remarks.insert(0, "direction or result turned round")
    if not flags and others and chosen.supports != all(j.supports for j in others):
        remarks += notes.rivals([j.aligned for j in others if j.supports != chosen.supports])
    remarks += [f"older figure on file: {j.claim.id}, {j.claim.status}" for j in superseded]
    verdict = Verdict.CONSISTENT if chosen.supports else Verdict.CONFLICTING
    if verdict is Verdict.CONFLICTING and chosen.aligned.weak and not policy.doubtful_conflicts:
        verdict = Verdict.NOVEL
        remarks.insert(0, "a conflict was doubtful and is not shown as one")
    return Finding(
        statement=sentence.text,
        span=sentence.span,
        figure=frame.figure,
        verdict=verdict,
        support=chosen.comparison.support if verdict is Verdict.CONSISTENT else None,
        flags=tuple(flags),
        notes=tuple(remarks),
        citation=chosen.citation if verdict is not Verdict.NOVEL else None,
        others=tuple(j.citation for j in (*others, *superseded)),
        alignment=chosen.aligned.alignment,
        difference=chosen.comparison.difference,
    )


# --- arithmetic, parts and wholes, nothing -------------------------------------------------


def _derived(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate], policy: Policy
) -> Finding | None:
    current = [c for c in pool if c.claim.status == ClaimStatus.CURRENT]
    derived: Derived | None = derive(sentence, frame, current, policy)
    if derived is None:
        return None
    first, *rest = derived.operands
    return Finding(
        statement=sentence.text,
        span=sentence.span,
        figure=frame.figure,
        verdict=Verdict.CONSISTENT if derived.compatible else Verdict.CONFLICTING,
        support=Support.DERIVED if derived.compatible else None,
        notes=derived.notes,
        citation=first,
        operands=tuple(rest),
        alignment=derived.alignment,
    )


def _shrunken_total(
    sentence: SentenceFrame, frame: FigureFrame, aligned: Sequence[Aligned], policy: Policy
) -> Finding | None:
    """A running total that is lower than it was at an earlier date (contract, section 2)."""
    ours = [sentence.times[i] for i in frame.times]
    if frame.figure.kind is not Kind.COUNT or not any(t.relation in _RUNNING for t in ours):
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


def _part_and_whole(
    sentence: SentenceFrame, frame: FigureFrame, same: Sequence[Judged]
) -> Finding | None:
    """The wider thing with an equal value is supported; zero of a whole is zero of its parts."""
    for j in same:
        if not j.aligned.part_whole or j.claim.status != ClaimStatus.CURRENT:
            continue
        wider = j.aligned.part_whole == "wider" and j.comparison.support is Support.EXACT
        nothing = (
            j.aligned.part_whole == "narrower" and j.figure is not None and j.figure.value == 0
        )
        if not (wider or nothing):
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


def _novel(
    sentence: SentenceFrame,
    frame: FigureFrame,
    aligned: Sequence[Aligned],
    outdated: Sequence[Judged],
    policy: Policy,
) -> Finding:
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
        alignment=near.aligned.alignment
        if near
        else Finding.__dataclass_fields__["alignment"].default,
    )


def _nearest(frame: FigureFrame, aligned: Sequence[Aligned], policy: Policy) -> Judged | None:
    """The refused reference that shares most, where it shares enough to be worth a look."""
    best: Judged | None = None
    best_rank = 0
    for a in aligned:
        if a.candidate.frame is None or (a.same and not a.part_whole):
            continue
        comparison = compare(frame.figure, a.candidate.frame.figure, policy)
        shared = a.count(SlotState.MATCHED)
        kind = any(d.slot == "kind" and d.state is SlotState.MATCHED for d in a.details)
        rank = shared + (2 if comparison.compatible and kind else 0)
        if kind and shared > 1 and rank > best_rank:
            best, best_rank = Judged(a, comparison), rank
    return best
