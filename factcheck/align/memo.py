"""Remembering what was found out about frames that never change.

A run-on sentence has a hundred figures, each of which is held against the same references: what
depends on the sentence or on the reference alone is found out once. Frames are told apart by
identity, since comparing them would cost more than is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar, TypeVarTuple

_R = TypeVar("_R")
_A = TypeVarTuple("_A")
# The figures of one sentence of the greatest length and their references, and as many claims as an
# index keeps at hand.
_KEPT: Final = 4096


def remembered(function: Callable[[*_A], _R]) -> Callable[[*_A], _R]:
    """A function of unchanging values that keeps its last results, which nobody may change.

    Args:
        function: depends on its arguments alone.
    """
    # the arguments are kept beside the result: no other value can take their ids meanwhile
    kept: dict[tuple[int, ...], tuple[_R, tuple[*_A]]] = {}

    @wraps(function)
    def call(*values: *_A) -> _R:
        key = tuple(map(id, values))
        found = kept.get(key)
        if found is None:
            if len(kept) >= _KEPT:
                kept.clear()
            found = kept[key] = function(*values), values
        return found[0]

    return call
