"""What a finding tells an editor in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.carried import OF_REFERENCE
from factcheck.align.model import Aligned
from factcheck.compare import Comparison
from factcheck.frames.verb_mood import DENIED
from factcheck.model import Detail, SlotState

_SLOTS = {"name": "", "detail": "", "counted": "", "event": "", "time": "the time "}


def unchecked(aligned: Aligned) -> list[str]:
    """Details that the reference does not mention."""
    added = [d for d in aligned.details if d.state is SlotState.ADDED and d.statement]
    return [f"not checked: {_SLOTS.get(d.slot, '')}“{d.statement}”{_told_before(d)}" for d in added]


def carried(aligned: Aligned) -> list[str]:
    """Details that both sides share and that one of them has from its context alone."""
    found = {
        f"“{d.statement}” is{_told_before(d)}"
        for d in aligned.details
        if d.carried and d.state is SlotState.MATCHED
    }
    return sorted(found)


def _told_before(detail: Detail) -> str:
    return f" from {detail.carried}" if detail.carried else ""


def part_whole(aligned: Aligned) -> list[str]:
    """Which detail is the wider one."""
    notes = []
    for detail in aligned.details:
        if detail.state is SlotState.WIDER:
            notes.append(
                f"“{detail.statement}”{_told_before(detail)} is wider than the reference's "
                f"“{detail.reference}”"
            )
        elif detail.state is SlotState.NARROWER:
            notes.append(
                f"“{detail.statement}”{_told_before(detail)} is only part of the reference's "
                f"“{detail.reference}”"
            )
    return notes


def near_miss(aligned: Aligned, comparison: Comparison | None, *, running: bool = False) -> str:
    """Why the nearest reference is about something else, and in what.

    Args:
        aligned: the reference.
        comparison: how the values stand.
        running: whether both are totals to a date, so that the reference's is only older.
    """
    frame = aligned.candidate.frame
    number = f" ({frame.figure.text})" if frame is not None else ""
    same = comparison is not None and comparison.compatible
    where = f"{aligned.candidate.claim.id}{number}, {_reason(aligned)}"
    return f"{_opening(aligned, same=same, running=running)}: {where}"


def _opening(aligned: Aligned, *, same: bool, running: bool) -> str:
    """What kind of near miss it is: a denial, an older total, another time, another thing."""
    slots = {d.slot: d for d in aligned.details if d.state is SlotState.DIFFERING}
    mood = slots.get("modality")
    if mood is not None and DENIED in (mood.reference, mood.statement):
        return "a denial is on file" if mood.reference == DENIED else "only denied here"
    if running and "time" in slots:
        return "an older figure is on file"
    if slots.keys() == {"time"}:
        return "the same at another time" + (", with the same number" if same else "")
    if slots.keys() == {"kind"} and "currency" in slots["kind"].why:
        return "the same in another currency"
    return "same number, another thing" if same else "the nearest reference is another thing"


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
    told = _told_before(detail)
    if detail.carried.endswith(OF_REFERENCE):
        return f"{detail.slot}: “{ours}” is not “{theirs}”{told}"
    return f"{detail.slot}: “{ours}”{told} is not “{theirs}”"


def weak_links(aligned: Aligned) -> list[str]:
    """Links of the alignment that no rule makes certain."""
    return [f"weak link: {remark}" for remark in aligned.weak]


def rivals(others: Sequence[Aligned]) -> list[str]:
    """References that give another figure for a narrower thing, and what narrows it."""
    if not others:
        return []
    named = ", ".join(_rival(a) for a in others if a.candidate.frame is not None)
    return [f"other references that fit give another figure: {named}"]


def _rival(aligned: Aligned) -> str:
    """A reference with its figure and the names and times that the statement leaves out."""
    frame = aligned.candidate.frame
    text = frame.figure.text if frame is not None else ""
    told = [
        d.reference for d in aligned.alignment.omitted if d.slot in ("name", "time") and d.reference
    ]
    return f"{aligned.candidate.claim.id} ({', '.join((text, *told))})"
