"""What the slots share: the state of each relation, and the core roles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.align import words
from factcheck.model import SlotState

# What a relation of two words or names means for a slot.
STATES: Final[Mapping[str, SlotState]] = {
    words.SAME: SlotState.MATCHED,
    words.WIDER: SlotState.WIDER,
    words.NARROWER: SlotState.NARROWER,
    words.EXCLUSIVE: SlotState.DIFFERING,
}
# Whole = parts that make it up completely, by definition of the classes (contract, section 2).
COMPLETE_SUMS: Final[Mapping[str, tuple[str, ...]]] = {"casualty": ("killed", "injured")}
# A match that the reference makes in a part of the sentence that is about another figure.
ELSEWHERE: Final = "said elsewhere in the reference"
# The roles of whoever acts and of what is acted on.
CORE: Final = frozenset({"agent", "patient"})
