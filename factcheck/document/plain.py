"""Plain text: paragraphs between blank lines, and the lines that are no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.document.base import Document
from factcheck.document.dating import date_in
from factcheck.document.encoding import decoded
from factcheck.document.marks import marks_in
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage, Sort
from factcheck.model import Span

_BLOCK = re.compile(r"[^\r\n]*\S[^\r\n]*(?:(?:\r\n|\r|\n)[^\r\n]*\S[^\r\n]*)*")
# A closing mark that ends a sentence, perhaps inside quotes or brackets.
_CLOSED = re.compile(r"[.!?…:;,][\"'”’)\]]*\s*\Z")
_HEADLINE_WORDS = 25


def read(data: bytes, name: str, encoding: str = "") -> Document:
    """A plain text file, as a document.

    Args:
        data: its bytes.
        name: its name.
        encoding: the name of its encoding; "" for UTF-8, or what a byte order mark says.

    Raises:
        InputError: it is no text in a known encoding.
    """
    text, remarks = decoded(data, name, encoding)
    return replace(plain_document(text), remarks=remarks)


def plain_document(text: str) -> Document:
    """A plain text, as a document."""
    marks = tuple(marks_in(text))
    passages = tuple(plain_passages(text, [mark.place for mark in marks if mark.place]))
    return Document(text, passages, Origin(text), date=date_in(text), marks=marks)


def plain_passages(text: str, left_out: Sequence[Span] = ()) -> list[Passage]:
    """The paragraphs of a plain text, each under the headline of the text.

    The first unclosed line is the headline; it is checked like any other, and its words are
    the topic of what follows.

    Args:
        text: the text.
        left_out: stretches of it that are none of its prose, in text order: comments.
    """
    found: list[Passage] = []
    headline: str | None = None
    for span in _blocks(text, left_out):
        piece = span.cut(text)
        if headline is None and is_headline(piece):
            if len(piece.split()) > 2:
                headline = piece
            told = headline is not None
            found.append(Passage(span, heading=told, sort=Sort.HEADING if told else Sort.PROSE))
        else:
            found.append(Passage(span, headline))
    return found


def _blocks(text: str, left_out: Sequence[Span]) -> Iterator[Span]:
    """The stretches between empty lines and what is left out."""
    at = 0
    for gap in [*left_out, Span(len(text), len(text))]:
        for block in _BLOCK.finditer(text, at, gap.start):
            yield trimmed(text, *block.span())
        at = gap.end


def is_headline(piece: str) -> bool:
    """Whether a block is one line of few words that no stop closes."""
    one_line = "\n" not in piece and "\r" not in piece
    return one_line and not _CLOSED.search(piece) and len(piece.split()) <= _HEADLINE_WORDS


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
