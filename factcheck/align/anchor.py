"""Whether two figures that nowhere differ have enough in common to be one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.model import Detail, SlotState

# The reason that arithmetic accounts for by itself: its parts are other events than their sum.
UNSHARED: Final = "neither the event nor the thing counted is the same"
_COUNTED_SHARED: Final = (("counted", SlotState.MATCHED), ("age", SlotState.MATCHED))
_NAME_SHARED: Final = tuple(
    ("name", state) for state in (SlotState.MATCHED, SlotState.WIDER, SlotState.NARROWER)
)

# What a reference may lack that tells of the same thing.
_MAY_LACK: Final = frozenset({"name", "detail", "time", "counted"})

# The statement tells of a group where the reference names whom or where it means: "31 patients
# died" is not about the 23 whom a typhoon left dead in Cagayan.
_OF_OTHERS = frozenset({("counted", SlotState.ADDED), ("name", SlotState.OMITTED)})


def unanchored(
    found: Sequence[Detail], *, on_topic: bool = False, nothing: bool = False, equal: bool = False
) -> str:
    """Why two figures that nowhere differ still have too little in common; "" where they do not.

    Ours: the contract lets a statement add details, yet two short sentences about nothing in
    common differ nowhere either. The event, the thing counted or a name must be shared, and where
    the statement names anybody or any place, one of its names or both of the others.

    Args:
        found: every compared detail.
        on_topic: whether the reference's topic is what the statement is about.
        nothing: whether the reference's figure is zero, so that the whole event tells of its
            parts: without casualties nobody was injured.
        equal: whether both sides have one number of three digits or more. Two verbs that nobody
            knows to be one event do not part what is counted alike then; the link stays weak.
    """
    told = {(d.slot, d.state) for d in found}
    weak_event = any(d.slot == "event" and d.state is SlotState.ADDED and d.why for d in found)
    if on_topic:
        # what a topic leaves unsaid is one thing, the event or the thing counted, and not both
        both = weak_event and ("counted", SlotState.ADDED) in told
        return UNSHARED if both else ""
    of_nothing = nothing and ("event", SlotState.NARROWER) in told
    event_shared = of_nothing or ("event", SlotState.MATCHED) in told
    counted_shared = not told.isdisjoint(_COUNTED_SHARED)
    name_shared = not told.isdisjoint(_NAME_SHARED)
    details_shared = sum(
        d.slot in ("detail", "time") and d.state is SlotState.MATCHED for d in found
    )
    detail_shared = details_shared > 0
    if (name_shared or equal) and ("event", SlotState.TURNED) in told:
        event_shared = True  # one house approved what the other account says it rejected
    name_added = ("name", SlotState.ADDED) in told
    if ("attribute", SlotState.MATCHED) in told and detail_shared:
        return ""  # "the bridge is 640 metres long": of which thing, and which of its lengths
    known = event_shared or counted_shared or (name_shared and detail_shared)
    if not (known or name_shared) and details_shared < 2:
        return UNSHARED
    # the reference names somebody else, and nothing beside the event or the thing counted is shared
    strangers = not detail_shared and ("name", SlotState.OMITTED) in told
    if name_added and not name_shared and (strangers or not (event_shared and counted_shared)):
        return "none of the statement's names is in the reference"
    if told >= _OF_OTHERS and not (counted_shared or name_shared or details_shared):
        return "nothing but the event is shared"
    loose = sum(d.slot in ("name", "detail") and d.state is SlotState.ADDED for d in found)
    if not event_shared and loose > 1:
        return "no event is shared, and the reference lacks several details"
    if strangers and loose > 1 and not (counted_shared or name_shared):
        return "only the event is shared, and each side tells of something else"
    if weak_event and equal and counted_shared and ("counted", SlotState.ADDED) not in told:
        return ""
    return _too_weak(found, shared=name_shared or detail_shared) if weak_event else ""


def _too_weak(found: Sequence[Detail], *, shared: bool) -> str:
    """Why an event that is not certain does not do, "" where it does.

    Where the thing counted and somebody's or some place's name are shared, one detail may be
    lacking: "200 weavers in Kashmar have gone blind", "… have lost their eyesight at the loom".
    """
    if not shared:
        return "the event is not certain, and nothing else is shared"
    told = {(d.slot, d.state) for d in found}
    allowed = ("counted", SlotState.MATCHED) in told and not told.isdisjoint(_NAME_SHARED)
    lacking = sum(d.slot in _MAY_LACK and d.state is SlotState.ADDED for d in found)
    if lacking > int(allowed):
        return "the event is not certain, and the reference lacks other details"
    return ""
