"""A checker over one claim, and drafts with comments to the program."""

from __future__ import annotations

import re

import pytest

from factcheck.checker import Checker
from factcheck.document.base import Document, Mark
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage, Sort
from factcheck.document.plain import trimmed
from factcheck.model import Claim, Span

_COMMENT = re.compile(r"<!--\s*(factcheck.*?)\s*-->", re.IGNORECASE | re.DOTALL)
# What ends a passage here: comments, empty lines, marks of headings, targets of links.
_GAP = re.compile(r"<!--.*?-->|\n\s*\n|^# |\]\([^)]*\)", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="session")
def checker():
    """Whose one claim is that the ferry carried 72 passengers."""
    return Checker([Claim("ferry", "The ferry carried 72 passengers.", source="Harbour office")])


@pytest.fixture(scope="session")
def draft():
    """A function that makes a draft of text, whatever the readers of formats make of it."""

    def draft(text: str) -> Document:
        marks = tuple(Mark(m[1], m.end(), Span(*m.span())) for m in _COMMENT.finditer(text))
        return Document(text, tuple(_passages(text)), Origin(text), marks=marks)

    return draft


def _passages(text):
    at, heading = 0, False
    for gap in [*_GAP.finditer(text), None]:
        span = trimmed(text, at, gap.start() if gap else len(text))
        if span.start < span.end:
            sort = Sort.HEADING if heading else Sort.PROSE
            yield Passage(span, heading=heading, sort=sort)
        if gap is not None:
            at, heading = gap.end(), gap[0] == "# "
