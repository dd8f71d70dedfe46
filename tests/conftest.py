"""Fixtures of more than one test module."""

from __future__ import annotations

import pytest


@pytest.fixture
def source(tmp_path):
    """A data file that something is built from."""
    path = tmp_path / "source.toml"
    path.write_text("one")
    return path
