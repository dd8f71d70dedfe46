"""The words by which drafts are read, compiled from `data/documents.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from factcheck.cache import compiled, load_toml

_DATA: Final = Path(__file__).parents[1] / "data"
FILE: Final = _DATA / "documents.toml"
_DATES: Final = _DATA / "dates.toml"


@cache
def words(table: str, name: str) -> frozenset[str]:
    """The list `name` of a table of words."""
    return frozenset(_tables()[table][name])


def listed(table: str, name: str) -> list[str]:
    """The same in the order of the file, where that tells something."""
    return _tables()[table][name]


def months() -> Mapping[str, int]:
    """The names of months, whole and short, in lower case."""
    return cast("Mapping[str, int]", _calendar()["months"])


def weekdays() -> Mapping[str, int]:
    """The names of weekdays, whole and short, in lower case; Monday is 0."""
    return cast("Mapping[str, int]", _calendar()["weekdays"])


@cache
def _calendar() -> Mapping[str, object]:
    return cast("Mapping[str, object]", compiled("document calendar", [_DATES], _read_calendar))


def _read_calendar() -> dict[str, dict[str, int]]:
    data = load_toml(_DATES)
    told, days = data["months"], data["weekdays"]
    known = {name: number for number, name in enumerate(told["short"], 1) if name}
    known |= {name: number for number, name in enumerate(told["names"], 1)} | told["more_short"]
    week = {name: number for number, name in enumerate(days["names"])} | days["short"]
    return {"months": known, "weekdays": week}


@cache
def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    return cast("Mapping[str, Mapping[str, list[str]]]", compiled("documents", [FILE], read))


def read() -> dict[str, Any]:
    """documents.toml as it stands."""
    return load_toml(FILE)
