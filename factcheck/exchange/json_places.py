"""The line of every object in a JSON document, which Python's decoder does not tell."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping

# A string whole, also one that breaks over lines as pages have them, so that no brace in it counts.
_MARKS = re.compile(r'"(?:[^"\\]++|\\.)*+"|\{|\n', re.DOTALL)


def lines_of(found: object, text: str, first: int = 1) -> Mapping[int, int]:
    """The lines that the objects of a document begin on.

    Args:
        found: the document, decoded.
        text: what it was decoded from.
        first: the line that the text begins on.

    Returns:
        The line of each object by its `id()`, for as long as the document is held; nothing where
        a key that stands twice has made objects disappear.
    """
    lines = array("L")
    line = first
    for mark in _MARKS.finditer(text):
        if mark[0] == "{":
            lines.append(line)
        else:
            line += mark[0].count("\n")
    objects = [id(one) for one in _objects(found)]
    return dict(zip(objects, lines, strict=True)) if len(objects) == len(lines) else {}


def _objects(found: object) -> Iterator[object]:
    """Every object, in the order of the opening braces."""
    pending = [found]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            yield one
            pending += reversed(one.values())
        elif isinstance(one, list):
            pending += reversed(one)
