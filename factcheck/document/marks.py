"""Comments to this program that stand in a text: `<!-- factcheck ignore-next FC101: why -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.document.base import Mark
from factcheck.model import Span

_LONGEST: Final = 1_000  # a longer comment is none to us
_MARK = re.compile(
    rf"<!--[ \t\r\n]{{0,20}}(?P<said>factcheck\b(?:(?!-->)[^\0]){{0,{_LONGEST}}})-->",
    re.IGNORECASE,
)


def words_of(comment: str) -> str | None:
    """What a comment says to this program, on one line; None where it speaks to somebody else.

    Args:
        comment: with its signs, "<!-- … -->".
    """
    found = _MARK.fullmatch(comment)
    return " ".join(found["said"].split()) if found is not None else None


def marks_in(text: str) -> Iterator[Mark]:
    """The comments to this program in a text that is its own original."""
    if "<!--" not in text:
        return
    for found in _MARK.finditer(text):
        yield Mark(" ".join(found["said"].split()), found.end(), Span(*found.span()))
