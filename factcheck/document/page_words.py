"""The words by which a printed page is read, compiled from `data/pages.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from factcheck.cache import compiled, load_toml

FILE: Final = Path(__file__).parents[1] / "data" / "pages.toml"
SOFT_HYPHEN: Final = "\u00ad"
_HYPHENS: Final = ("-", "\u2010", SOFT_HYPHEN)
_LAST_WORD: Final = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*\Z")

_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")


@cache
def captions() -> re.Pattern[str]:
    """What a caption begins with: "Figure 3: ", "Photo: "."""
    table = _tables()["captions"]
    numbered, bare = ("|".join(map(re.escape, table[name])) for name in ("numbered", "bare"))
    number = r"(?:[A-Z]?\d+(?:\.\d+)*[a-z]?|[A-Z]|[IVXLC]+)"
    return re.compile(rf"(?:(?i:{numbered})\s*{number}\s*(?:[:.|–—]\s+|\Z)|(?i:{bare})\s*:\s+)")


def joined(line: str, following: str) -> str:
    """The end of a line, made ready for what follows: without its hyphen, or with a blank.

    Args:
        line: a line, or all lines so far.
        following: the line below it.
    """
    if not line.endswith(_HYPHENS):
        return f"{line} "
    if line.endswith(SOFT_HYPHEN):
        return line[:-1]
    word = _LAST_WORD.search(line, max(0, len(line) - 60), len(line) - 1)
    if word is None:  # a dash
        return f"{line} "
    before = word[0].lower()
    if not before.isalpha() or not following[:1].islower():
        return line
    begun = _FIRST_WORD.match(following)
    ends = begun is not None and begun[0] in _hyphens("ends")
    return line if before in _hyphens("kept") and not ends else line[:-1]


@cache
def _hyphens(name: str) -> frozenset[str]:
    return frozenset(_tables()["hyphens"][name])


@cache
def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    return cast("Mapping[str, Mapping[str, list[str]]]", compiled("pages", [FILE], read))


def read() -> dict[str, Any]:
    """pages.toml as it stands."""
    return load_toml(FILE)
