"""What a reader of documents hands on: a text, its passages, and where all of it stands.

A reader never rewrites what it reads. Where the original is plain text, the text *is* the original;
where it is not (an entity of HTML, a run of Word, a line of a page), the reader says of every
piece where it comes from, and `Origin` finds the way back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import NamedTuple

from factcheck.document.origin import Origin
from factcheck.document.passage import Passage
from factcheck.model import Span


class Mark(NamedTuple):
    """A comment in the original that speaks to this program: "factcheck ignore-next FC101: why".

    Attributes:
        words: what it says, without the signs of a comment.
        at: where it stands in the document's text: the offset of what follows it.
        place: the span of the whole comment in the original, where that is text.
        around: the stretch of text that it is attached to, in a format whose comments are (the
            margin comments of a word processor); None for those that stand in the text.
    """

    words: str
    at: int
    place: Span | None = None
    around: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A draft, read.

    Attributes:
        text: what was read; all spans of findings point into it.
        passages: the stretches of it that assert something, in text order.
        origin: the way from the text to the original.
        name: the path as it was given, or the name that standard input was given; None without.
        date: when it was written, as far as the document itself tells (metadata, dateline).
        marks: comments to this program, in text order.
        remarks: what whoever reads the report should know of the reading: an encoding that was
            declared, a part that was left out. Each a sentence without its stop.
    """

    text: str
    passages: tuple[Passage, ...]
    origin: Origin
    name: str | None = None
    date: Date | None = None
    marks: tuple[Mark, ...] = ()
    remarks: tuple[str, ...] = ()
