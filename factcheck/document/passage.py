"""The stretches of a draft that assert something, apart from how drafts are read."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from factcheck.model import Span


class Sort(StrEnum):
    """What sort of passage it is."""

    PROSE = "prose"
    HEADING = "heading"
    CAPTION = "caption"
    QUOTE = "quote"  # a block quotation; quotation marks inside a sentence are the sentence's
    LIST = "list"
    TABLE = "table"
    NOTE = "note"  # a footnote or an endnote


class Passage(NamedTuple):
    """A stretch of running text.

    Attributes:
        span: where it stands in the document's text.
        topic: the headline or section title above it, which says what short sentences are about.
        whole: whether sentences without a figure are judged too (they are for a statement
            that a user typed, not for every sentence of an article).
        heading: whether it is the headline or the heading of a section itself.
        sort: what sort of passage it is.
        own: the part of it that asserts something, where the rest was told elsewhere and only says
            of what (the labels in front of a table's value); None where that is all of it.
        apart: names of what it is not about, though it leaves out what it is about: the rows of
            which a table's row has the total.
    """

    span: Span
    topic: str | None = None
    whole: bool = False
    heading: bool = False
    sort: Sort = Sort.PROSE
    own: Span | None = None
    apart: tuple[str, ...] = ()
