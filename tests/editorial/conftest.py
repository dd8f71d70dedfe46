"""A checker over one claim, and drafts with comments to the program."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from factcheck.checker import Checker
from factcheck.document.base import Document, Mark
from factcheck.document.markdown import read
from factcheck.model import Claim, Span

_COMMENT = re.compile(r"<!--\s*(factcheck.*?)\s*-->", re.IGNORECASE | re.DOTALL)


@pytest.fixture(scope="session")
def checker():
    """Whose one claim is that the ferry carried 72 passengers."""
    return Checker([Claim("ferry", "The ferry carried 72 passengers.", source="Harbour office")])


@pytest.fixture(scope="session")
def draft():
    """A function that reads Markdown, with the comments to the program that stand in it."""

    def draft(text: str, name: str | None = None) -> Document:
        document = read(text.encode(), "draft.md")
        marks = tuple(
            Mark(m[1], m.end(), Span(*m.span())) for m in _COMMENT.finditer(document.text)
        )
        return replace(document, marks=marks, name=name)

    return draft
