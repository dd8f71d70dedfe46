"""Every backend of a store of claims, each under its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.candidates.base import ClaimStore
from factcheck.candidates.embedded import EmbeddedStore
from factcheck.candidates.memory import InMemoryStore

BACKENDS = ("in memory", "embedded")


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], ClaimStore]:
    """A function that makes an empty store of a backend, each time another one."""
    made: list[ClaimStore] = []

    def empty(backend: str) -> ClaimStore:
        folder = tmp_path / f"store {len(made)}"
        made.append(InMemoryStore() if backend == "in memory" else EmbeddedStore(folder))
        return made[-1]

    return empty


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, make: Callable[[str], ClaimStore]) -> ClaimStore:
    """An empty store, once of every backend."""
    return make(request.param)
