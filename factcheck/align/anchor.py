"""Whether two figures that nowhere differ have enough in common to be one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.model import Detail, SlotState

# The reason that arithmetic accounts for by itself: its parts are other events than their sum.
UNSHARED: Final = "neither the event nor the thing counted is the same"


def unanchored(
    found: Sequence[Detail], *, on_topic: bool = False, nothing: bool = False, equal: bool = False
) -> str:
    """Why two figures that nowhere differ still have too little in common; "" where they do not.

    Ours: the contract lets a statement add details, yet two short sentences about nothing in
    common differ nowhere either. The event or the thing counted must be shared, and where the
    statement names anybody or any place, one of its names or both of the others.

    Args:
        found: every compared detail.
        on_topic: whether the reference's topic is what the statement is about.
        nothing: whether the reference's figure is zero, so that the whole event tells of its
            parts: without casualties nobody was injured.
        equal: whether both sides have one number of three digits or more. Two verbs that nobody
            knows to be one event do not part what is counted alike then; the link stays weak.
    """
    weak_event = any(d.slot == "event" and d.state is SlotState.ADDED and d.why for d in found)
    if on_topic:
        # what a topic leaves unsaid is one thing, the event or the thing counted, and not both
        both = weak_event and _has(found, "counted", SlotState.ADDED)
        return UNSHARED if both else ""
    of_nothing = nothing and _has(found, "event", SlotState.NARROWER)
    event_shared = of_nothing or _has(found, "event", SlotState.MATCHED)
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
    if _has(found, "attribute", SlotState.MATCHED) and detail_shared:
        return ""  # "the bridge is 640 metres long": of which thing, and which of its lengths
    known = event_shared or counted_shared or (name_shared and detail_shared)
    if not known and details_shared < 2:
        return UNSHARED
    # the reference names somebody else, and nothing beside the event or the thing counted is shared
    strangers = not detail_shared and _has(found, "name", SlotState.OMITTED)
    if name_added and not name_shared and (strangers or not (event_shared and counted_shared)):
        return "none of the statement's names is in the reference"
    loose = sum(d.slot in ("name", "detail") and d.state is SlotState.ADDED for d in found)
    if not event_shared and loose > 1:
        return "no event is shared, and the reference lacks several details"
    if strangers and loose > 1 and not (counted_shared or name_shared):
        return "only the event is shared, and each side tells of something else"
    if weak_event and equal and counted_shared and not _has(found, "counted", SlotState.ADDED):
        return ""
    return _too_weak(found, shared=name_shared or detail_shared) if weak_event else ""


def _too_weak(found: Sequence[Detail], *, shared: bool) -> str:
    """Why an event that is not certain does not do, "" where it does."""
    if not shared:
        return "the event is not certain, and nothing else is shared"
    lacking = ("name", "detail", "time", "counted")
    if any(d.slot in lacking and d.state is SlotState.ADDED for d in found):
        return "the event is not certain, and the reference lacks other details"
    return ""


def _has(found: Sequence[Detail], slot: str, state: SlotState) -> bool:
    return any(d.slot == slot and d.state is state for d in found)
