"""No word list without a reader."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.frames.cues import Cues

SOURCES = "".join(
    path.read_text("utf-8")
    for path in Path(factcheck.__file__).parent.rglob("*.py")
    if path.name != "cues.py"
)


@pytest.mark.parametrize("name", Cues.__annotations__)
def test_every_list_is_read(name: str) -> None:
    assert f".{name}" in SOURCES
