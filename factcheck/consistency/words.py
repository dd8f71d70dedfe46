"""The words of `data/consistency.toml`, as patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from factcheck.cache import compiled, load_toml

_SOURCE: Final = Path(__file__).parents[1] / "data" / "consistency.toml"
_EXAMPLES: Final = frozenset({"rule", "wrong", "right"})


@cache
def words(section: str, name: str) -> frozenset[str]:
    """A list of words or phrases.

    Args:
        section: the table of the data file, such as "sum".
        name: the list in it.
    """
    return frozenset(_tables()[section][name])


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """Finds any of the words or phrases of a list, whole, in text of any case."""
    longest_first = sorted(words(section, name), key=lambda phrase: (-len(phrase), phrase))
    listed = "|".join(map(_whole, longest_first))
    return re.compile(listed, re.IGNORECASE)


def _whole(phrase: str) -> str:
    """A phrase that no further letter lengthens; one of digits may go on ("in 20" of "in 2019")."""
    begins = r"\b" if phrase[0].isalnum() else ""
    ends = r"\b" if phrase[-1].isalpha() else ""
    return begins + re.escape(phrase).replace(r"\ ", r"\s+") + ends


@cache
def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    built = compiled("consistency", [_SOURCE], lambda: _lists(load_toml(_SOURCE)))
    return cast("Mapping[str, Mapping[str, list[str]]]", built)


def _lists(data: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    return {
        section: {name: given for name, given in table.items() if name not in _EXAMPLES}
        for section, table in data.items()
    }
