"""What the name of a paragraph style says of a paragraph, compiled from `data/styles.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from factcheck.cache import compiled, load_toml
from factcheck.document.passage import Sort

FILE: Final = Path(__file__).parents[1] / "data" / "styles.toml"
LEFT_OUT: Final = "left_out"  # the sort of what is not read
_NUMBER: Final = re.compile(r"\s*\d+\Z")


def sort_named(style: str) -> Sort | str | None:
    """The sort of a paragraph by its style's name; `LEFT_OUT`, or None where it tells nothing."""
    name = _NUMBER.sub("", style.strip().lower())
    sort = _sorts().get(name)
    return sort if sort is None or sort == LEFT_OUT else Sort(sort)


@cache
def _sorts() -> Mapping[str, str]:
    return cast("Mapping[str, str]", compiled("styles", [FILE], _read))


def _read() -> dict[str, Any]:
    """The sort of each name."""
    return {name: sort for sort, entry in load_toml(FILE).items() for name in entry["names"]}
