"""Remembering what was found out about sentences that never change.

A run-on sentence has a hundred figures, each of which is held against the same references, and a
reference is held against thousands of statements: what depends on either alone is found out once.
The sentence keeps it, for as long as it is at hand. Further arguments are told apart by identity,
since comparing them would cost more than is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, Protocol, TypeVar, TypeVarTuple


class Remembering(Protocol):
    """What keeps the results of functions of it."""

    @property
    def memory(self) -> dict[object, Any]:
        """The results, by the function and its further arguments."""


_O = TypeVar("_O", bound=Remembering)
_R = TypeVar("_R")
_A = TypeVarTuple("_A")
# The figures of one sentence of the greatest length, and their references, with room to spare.
_KEPT: Final = 1024


def remembered(function: Callable[[_O, *_A], _R]) -> Callable[[_O, *_A], _R]:
    """A function of unchanging values that keeps its last results, which nobody may change.

    Args:
        function: depends on its arguments alone, the first of which keeps what it came to.
    """

    @wraps(function)
    def call(owner: _O, *others: *_A) -> _R:
        kept = owner.memory
        key = (function, *map(id, others)) if others else function
        found: tuple[_R, *_A] | None = kept.get(key)
        if found is None:
            if len(kept) >= _KEPT:
                kept.clear()
            # the arguments are kept beside the result: no other value can take their ids meanwhile
            found = kept[key] = function(owner, *others), *others
        return found[0]

    return call
