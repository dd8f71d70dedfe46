"""The verdict on one figure: which references speak about it, and which of them decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from factcheck.align.align import align
from factcheck.align.model import Aligned, Candidate
from factcheck.align.side import side_of
from factcheck.findings import notes
from factcheck.findings.dates_aside import dated_aside, dated_rank
from factcheck.findings.debunked import set_aside, with_debunked
from factcheck.findings.indirect import derived, part_and_whole, shrunken_total
from factcheck.findings.judged import Judged, same_thing
from factcheck.findings.novelty import novel
from factcheck.findings.preference import best_aligned, mutual, newest_of_each_source
from factcheck.findings.sources import named_first
from factcheck.findings.stories import of_the_story
from factcheck.findings.sums_apart import not_adding_up
from factcheck.findings.surer import without_doubtful
from factcheck.findings.topical import of_the_topic
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import (
    ClaimStatus,
    Finding,
    Flag,
    SlotState,
    Verdict,
)
from factcheck.policy import Policy


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
        sentence: the statement's sentence.
        frame: the figure in it.
        candidates: figures of references, in any order.
        policy: the tolerances.

    Returns:
        The finding, and all alignments that led to it.
    """
    ours = side_of(sentence, frame)
    pool, debunked = set_aside(sorted(candidates, key=attrgetter("place")))
    aligned = tuple(align(sentence, frame, c, ours=ours) for c in pool)
    same = of_the_story(sentence, same_thing(sentence, frame, aligned, policy), aligned)
    same = without_doubtful(sentence, frame, same, aligned)
    direct = [j for j in same if not j.aligned.part_whole and not j.comparison.undecided]
    current, outdated = _by_status(direct)
    decided = _decided(sentence, frame, current, outdated, policy) or _decided(
        sentence, frame, *_by_status(dated_aside(sentence, frame, pool, policy)), policy
    )
    if decided is None:
        day, others = dated_rank(sentence, frame, pool, policy)
        decided = _decided(sentence, day, *_by_status(others), policy)
    finding = (
        _equal_of_the_part(sentence, frame, same, decided, current)
        or decided
        or derived(sentence, frame, pool, policy)
        or shrunken_total(sentence, frame, aligned, policy)
        or part_and_whole(sentence, frame, same)
        or novel(sentence, frame, aligned, outdated, policy)
    )
    apart = not_adding_up(sentence, frame, pool, policy)
    if apart:
        finding = replace(finding, notes=(*finding.notes, *apart))
    finding, beside = with_debunked(finding, sentence, frame, debunked, aligned, policy=policy)
    return Trial(finding, (*aligned, *beside))


def _equal_of_the_part(
    sentence: SentenceFrame,
    frame: FigureFrame,
    same: Sequence[Judged],
    decided: Finding | None,
    current: Sequence[Judged],
) -> Finding | None:
    """An equal value of a part, where whatever excludes the figure is not surely the same thing.

    "Sent 3,500 soldiers to Russia" is the "further 3,500 sent to Russia's Far East" before it is
    the total of 11,000: the statement leaves open which of them it means, and an equal value
    settles that (contract, section 2, omitted details).
    """
    if decided is None or decided.verdict is not Verdict.CONFLICTING:
        return None
    if not all(j.aligned.weak or _is_labelled(j) for j in current):
        return None
    found = part_and_whole(sentence, frame, same)
    if found is None or found.verdict is not Verdict.CONSISTENT:
        return None
    rivals = notes.rivals([j.aligned for j in current])
    return replace(found, notes=(*found.notes, *rivals), others=tuple(j.citation for j in current))


def _is_labelled(judged: Judged) -> bool:
    """Whether a reference says total or additional where the statement says neither."""
    return any(
        d.slot == "increment" and d.state is SlotState.OMITTED for d in judged.aligned.details
    )


def _by_status(judged: Sequence[Judged]) -> tuple[list[Judged], list[Judged]]:
    """Current references, and superseded or retracted ones."""
    current = [j for j in judged if j.claim.status == ClaimStatus.CURRENT]
    return current, [j for j in judged if j.claim.status != ClaimStatus.CURRENT]


def _decided(
    sentence: SentenceFrame,
    frame: FigureFrame,
    current: Sequence[Judged],
    outdated: Sequence[Judged],
    policy: Policy,
) -> Finding | None:
    """The finding of the references that measure the same thing, if there are any."""
    topical, rivals = of_the_topic(sentence, best_aligned(current))
    fresh, older = newest_of_each_source(topical)
    supporting = [j for j in fresh if j.supports]
    excluding = [j for j in fresh if not j.supports]
    chosen = _chosen(supporting, excluding, named_first(sentence, frame, fresh))
    if chosen is None:
        return None
    flags = [Flag.DISPUTED] if _is_disputed(chosen, supporting, excluding) else []
    superseded = [j for j in (*outdated, *older) if j.supports]
    if superseded and not chosen.supports:
        flags.append(Flag.SUPERSEDED)
    others = [j for j in (*supporting, *excluding, *rivals) if j is not chosen]
    shown = superseded if flags else []
    remarks = _remarks(chosen, others, shown, settled=not flags)
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
        others=tuple(j.citation for j in (*others, *shown)),
        alignment=chosen.aligned.alignment,
        difference=chosen.comparison.difference,
    )


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
    return any(mutual(chosen.aligned, j.aligned) for j in against)


def _remarks(
    chosen: Judged, others: Sequence[Judged], superseded: Sequence[Judged], *, settled: bool
) -> list[str]:
    """What the editor should know beside the verdict; `settled` where no flag is raised."""
    remarks = [
        *chosen.comparison.notes,
        *notes.unchecked(chosen.aligned),
        *notes.carried(chosen.aligned),
        *notes.weak_links(chosen.aligned),
    ]
    if chosen.aligned.turned:
        remarks.insert(0, "direction or result turned round")
    if settled and others and chosen.supports != all(j.supports for j in others):
        remarks += notes.rivals([j.aligned for j in others if j.supports != chosen.supports])
    return remarks + [f"older figure on file: {j.claim.id}, {j.claim.status}" for j in superseded]
