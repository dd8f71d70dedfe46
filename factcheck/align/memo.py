"""Remembering what was found out about frames that never change.

A run-on sentence has a hundred figures, each of which is held against the same references: what
depends on the sentence or on the reference alone is found out once. Frames are told apart by
identity, since comparing them would cost more than is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar, TypeVarTuple

_R = TypeVar("_R")
_A = TypeVarTuple("_A")
# The figures of one sentence of the greatest length, and their references, with room to spare.
_KEPT: Final = 1024


class _Same:
    """A value that is equal to itself alone, and lives as long as anybody remembers it."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


def remembered(function: Callable[[*_A], _R]) -> Callable[[*_A], _R]:
    """A function of unchanging values that keeps its last results, which nobody may change.

    Args:
        function: depends on its arguments alone.
    """

    @lru_cache(maxsize=_KEPT)
    def kept(*keys: _Same) -> _R:
        return function(*(key.value for key in keys))  # type: ignore[arg-type] # as given below

    @wraps(function)
    def call(*values: *_A) -> _R:
        return kept(*map(_Same, values))

    return call
