"""Numbers, dates, sources and details in the words that an editor reads."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Citation, Detail, SlotState
from factcheck.phrasing import (
    date_words,
    digits,
    exact,
    figure_words,
    number,
    relative_difference,
    signed_difference,
)

__all__ = [
    "date_words",
    "detail_words",
    "digits",
    "exact",
    "figure_words",
    "gathered",
    "number",
    "relative_difference",
    "signed_difference",
    "slot_words",
    "source_words",
    "why",
]

# Slots that are no thing in the text, whose words alone would puzzle. Any other is shown as
# it is called, and only where its words do not speak for themselves.
_SLOTS = {
    "kind": "kind of figure",
    "roles": "who did it to whom",
    "increment": "total or addition",
    "modality": "fact or plan",
    "group": "whole",
    "statistic": "kind of average",
}


def source_words(citation: Citation) -> str:
    """Who says so, where and when, and which claim of the store it is.

    Its status is left out: only references that are current decide a verdict, and a report
    labels the others.
    """
    claim = citation.claim
    parts = [claim.source] if claim.source else []
    if claim.speaker and claim.speaker not in (claim.source or ""):
        parts.insert(0, claim.speaker)
    parts += [date_words(claim.date)] if claim.date else []
    parts += [f"as of {date_words(claim.as_of)}"] if claim.as_of else []
    return " · ".join([*parts, f"[{claim.id}]"])


def slot_words(slot: str) -> str:
    """A slot's name in plain words."""
    return _SLOTS.get(slot, slot.replace("_", " "))


def detail_words(detail: Detail) -> str:
    """One aligned detail, as short as its state allows."""
    ours, theirs = detail.statement, detail.reference
    if detail.state is SlotState.MATCHED:
        return f"{ours} = {theirs}" if theirs and ours and ours != theirs else ours or theirs
    if detail.state is SlotState.OMITTED:
        return theirs
    if detail.state is SlotState.ADDED:
        return ours or theirs
    if detail.state in (SlotState.WIDER, SlotState.NARROWER):
        words = f"{ours}, {detail.state} than {theirs}"
    else:
        words = f"{ours or 'none'} against {theirs or 'none'}"
        if detail.slot in _SLOTS or not (ours and theirs):
            words = f"{slot_words(detail.slot)}: {words}"
    return f"{words} ({told})" if (told := why(detail)) else words


def why(detail: Detail) -> str:
    """What decided a detail, and where its words were told, where that is not plain."""
    return ", ".join(filter(None, (detail.why, detail.carried and f"from {detail.carried}")))


def gathered(notes: Iterable[str]) -> list[str]:
    """Notes in their order, those that begin alike (up to a colon) drawn together."""
    found: dict[str, list[str]] = {}
    for note in notes:
        lead, colon, rest = note.partition(": ")
        found.setdefault(lead + colon, []).append(rest)
    return [lead + "; ".join(rests) for lead, rests in found.items()]
