"""Dates and times in sentences: `dates.toml`, with what is no date, and the delimiting rule."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from figure_lines import describe, readings

from factcheck.model import Kind

DATA: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("dates.toml").read_text("utf-8")
)
WHEN = frozenset({Kind.DATE, Kind.TIME})


def entries(section: str) -> list[tuple[list[str], str]]:
    return [(entry["reads"], text) for entry in DATA.get(section, ()) for text in entry["texts"]]


def dates(text: str) -> list[str]:
    return [describe(reading) for reading in readings(text) if reading.figure.kind in WHEN]


@pytest.mark.parametrize(("reads", "text"), entries("case"))
def test_dates(reads: list[str], text: str) -> None:
    assert dates(text) == reads


@pytest.mark.parametrize(("reads", "text"), entries("gap"))
def test_known_gap(reads: list[str], text: str) -> None:
    """A gap that was closed moves up among the cases."""
    assert dates(text) != reads


def test_the_wordings_are_many() -> None:
    assert len({text for reads, text in entries("case") if reads}) >= 150
