"""A newsroom whose claims are all kept on disk, however few they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import Newsroom

from factcheck.cache import ENVIRONMENT
from factcheck.compiling import opening


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for all tests: each has a store of its own in it, and the words are read once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def newsroom(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """An empty folder for claims."""
    monkeypatch.setenv(ENVIRONMENT, str(cache))
    monkeypatch.setattr(opening, "SMALL", 0)
    return Newsroom(tmp_path / "claims")
