"""What a reader of documents hands on: the stretches of a text that assert something."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import Span


class Passage(NamedTuple):
    """A stretch of running text.

    Attributes:
        span: where it stands in the original text.
        topic: the headline or section title above it, which says what short sentences are about.
        whole: whether sentences without a figure are judged too (they are for a statement
            that a user typed, not for every sentence of an article).
        heading: whether it is the headline or the heading of a section itself.
    """

    span: Span
    topic: str | None = None
    whole: bool = False
    heading: bool = False
