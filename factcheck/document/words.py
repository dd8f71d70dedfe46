"""The words by which drafts are read, compiled from `data/documents.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from factcheck.cache import compiled, load_toml

FILE: Final = Path(__file__).parents[1] / "data" / "documents.toml"


@cache
def words(table: str, name: str) -> frozenset[str]:
    """The list `name` of a table of words."""
    return frozenset(_tables()[table][name])


@cache
def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    return cast("Mapping[str, Mapping[str, list[str]]]", compiled("documents", [FILE], read))


def read() -> dict[str, Any]:
    """documents.toml as it stands."""
    return load_toml(FILE)
