"""Plain text: paragraphs between blank lines, and the lines that are no prose."""

from __future__ import annotations

import re

from factcheck.document.base import Document
from factcheck.document.encoding import decode
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage, Sort
from factcheck.model import Span

_BLOCK = re.compile(r"[^\r\n]*\S[^\r\n]*(?:(?:\r\n|\r|\n)[^\r\n]*\S[^\r\n]*)*")
# A closing mark that ends a sentence, perhaps inside quotes or brackets.
_CLOSED = re.compile(r"[.!?…:;,][\"'”’)\]]*\s*\Z")
_HEADLINE_WORDS = 25


def read(data: bytes, name: str) -> Document:
    """A plain text file, as a document.

    Raises:
        InputError: it is no text in a known encoding.
    """
    return plain_document(decode(data, name))


def plain_document(text: str) -> Document:
    """A plain text, as a document."""
    return Document(text, tuple(plain_passages(text)), Origin(text))


def plain_passages(text: str) -> list[Passage]:
    """The paragraphs of a plain text, each under the headline of the text.

    The first unclosed line is the headline; it is checked like any other, and its words are
    the topic of what follows.
    """
    found: list[Passage] = []
    headline: str | None = None
    for block in _BLOCK.finditer(text):
        span = trimmed(text, *block.span())
        piece = span.cut(text)
        if headline is None and is_headline(piece):
            if len(piece.split()) > 2:
                headline = piece
            told = headline is not None
            found.append(Passage(span, heading=told, sort=Sort.HEADING if told else Sort.PROSE))
        else:
            found.append(Passage(span, headline))
    return found


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
