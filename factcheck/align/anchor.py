"""Whether two figures that nowhere differ have enough in common to be one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.model import Detail, SlotState

# The reason that arithmetic accounts for by itself: its parts are other events than their sum.
UNSHARED: Final = "neither the event nor the thing counted is the same"


def unanchored(found: Sequence[Detail], *, on_topic: bool = False) -> str:
    """Why two figures that nowhere differ still have too little in common; "" where they do not.

    Ours: the contract lets a statement add details, yet two short sentences about nothing in
    common differ nowhere either. The event or the thing counted must be shared, and where the
    statement names anybody or any place, one of its names or both of the others.
    """
    weak_event = any(d.slot == "event" and d.state is SlotState.ADDED and d.why for d in found)
    if on_topic:
        # what a topic leaves unsaid is one thing, the event or the thing counted, and not both
        both = weak_event and _has(found, "counted", SlotState.ADDED)
        return UNSHARED if both else ""
    event_shared = _has(found, "event", SlotState.MATCHED)
    counted_shared = any(_has(found, slot, SlotState.MATCHED) for slot in ("counted", "age"))
    name_shared = any(
        d.slot == "name" and d.state in (SlotState.MATCHED, SlotState.WIDER, SlotState.NARROWER)
        for d in found
    )
    details_shared = sum(
        d.slot in ("detail", "time") and d.state is SlotState.MATCHED for d in found
    )
    detail_shared = details_shared > 0
    name_added = _has(found, "name", SlotState.ADDED)
    known = event_shared or counted_shared or (name_shared and detail_shared)
    if not known and details_shared < 2:
        return UNSHARED
    if name_added and not name_shared and not (event_shared and counted_shared):
        return "none of the statement's names is in the reference"
    told = _has(found, "event", SlotState.MATCHED)
    loose = sum(d.slot in ("name", "detail") and d.state is SlotState.ADDED for d in found)
    if not told and loose > 1:
        return "no event is shared, and the reference lacks several details"
    if weak_event and not (name_shared or detail_shared):
        return "the event is not certain, and nothing else is shared"
    if weak_event and any(
        d.slot in ("name", "detail", "time", "counted") and d.state is SlotState.ADDED
        for d in found
    ):
        return "the event is not certain, and the reference lacks other details"
    return ""


def _has(found: Sequence[Detail], slot: str, state: SlotState) -> bool:
    return any(d.slot == slot and d.state is state for d in found)
