"""What a finding tells an editor in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.model import Aligned
from factcheck.compare import Comparison
from factcheck.model import Detail, SlotState

_SLOTS = {"name": "", "detail": "", "counted": "", "event": "", "time": "the time "}


def unchecked(aligned: Aligned) -> list[str]:
    """Details that the reference does not mention."""
    added = [d for d in aligned.details if d.state is SlotState.ADDED and d.statement]
    return [f"not checked: {_SLOTS.get(d.slot, '')}“{d.statement}”" for d in added]


def part_whole(aligned: Aligned) -> list[str]:
    """Which detail is the wider one."""
    notes = []
    for detail in aligned.details:
        if detail.state is SlotState.WIDER:
            notes.append(f"“{detail.statement}” is wider than the reference's “{detail.reference}”")
        elif detail.state is SlotState.NARROWER:
            notes.append(
                f"“{detail.statement}” is only part of the reference's “{detail.reference}”"
            )
    return notes


def near_miss(aligned: Aligned, comparison: Comparison | None) -> str:
    """Why the nearest reference is about something else."""
    frame = aligned.candidate.frame
    number = f" ({frame.figure.text})" if frame is not None else ""
    same = comparison is not None and comparison.compatible
    opening = "same number, another thing" if same else "the nearest reference is another thing"
    return f"{opening}: {aligned.candidate.claim.id}{number}, {_reason(aligned)}"


def _reason(aligned: Aligned) -> str:
    differing = next(
        (d for d in aligned.details if d.state in (SlotState.DIFFERING, SlotState.TURNED)), None
    )
    if differing is not None:
        return described(differing)
    return aligned.reason or "; ".join(part_whole(aligned)) or "which is about something else"


def described(detail: Detail) -> str:
    """A differing detail in words."""
    if detail.why:
        return detail.why
    ours, theirs = detail.statement or "nothing", detail.reference or "nothing"
    return f"{detail.slot}: “{ours}” is not “{theirs}”"


def weak_links(aligned: Aligned) -> list[str]:
    """Links of the alignment that no rule makes certain."""
    return [f"weak link: {remark}" for remark in aligned.weak]


def rivals(others: Sequence[Aligned]) -> list[str]:
    """References that give another figure for a narrower thing."""
    if not others:
        return []
    named = ", ".join(
        f"{a.candidate.claim.id} ({a.candidate.frame.figure.text})"
        for a in others
        if a.candidate.frame is not None
    )
    return [f"other references that fit give another figure: {named}"]
