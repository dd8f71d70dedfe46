"""A newsroom whose claims are all kept on disk, however few they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import Newsroom

from factcheck.cache import ENVIRONMENT
from factcheck.compiling import opening


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A folder for claims, and a cache of its own."""
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "cache"))
    monkeypatch.setattr(opening, "SMALL", 0)
    return Newsroom(tmp_path / "claims")
