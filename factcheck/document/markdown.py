"""Markdown: prose without front matter, code, comments and link targets.

Offsets must point into the original, so nothing is parsed into a tree: lines are told apart,
and a passage ends where something that is no prose begins.
"""

from __future__ import annotations

import re

from factcheck.document.base import Document
from factcheck.document.encoding import decode
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage, Sort
from factcheck.document.plain import trimmed
from factcheck.model import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}\s+(?P<text>.*?)\s*#*\s*\Z")
_RULE = re.compile(r" {0,3}([-*_=])(?:\s*\1){2,}\s*\Z")
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:\s")
_MARKER = re.compile(r"\s*(?:>\s*)*(?:[-*+]\s+|\d{1,9}[.)]\s+|\|\s*)?")
# What interrupts prose inside a line: code, comments, link targets, bare addresses, cell bars.
_NO_PROSE = re.compile(
    r"`+[^`\n]*`+|<!--.*?-->|\]\([^)\s]*(?:\s+\"[^\"]*\")?\)|<[^>\s]+>|https?://\S+|\|"
)


def read(data: bytes, name: str) -> Document:
    """A Markdown file, as a document.

    Raises:
        InputError: it is no text in a known encoding.
    """
    text = decode(data, name)
    return Document(text, tuple(markdown_passages(text)), Origin(text))


def markdown_passages(text: str) -> list[Passage]:
    """The prose of a Markdown text, each passage under the heading above it."""
    reader = _Reader(text)
    for line in _LINE.finditer(text):
        if line.start() == line.end():
            break
        reader.line(*line.span())
    reader.close()
    return reader.passages


class _Reader:
    """Goes through the lines once and gathers paragraphs."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.passages: list[Passage] = []
        self._topic: str | None = None
        self._fence = ""
        self._comment = False
        self._front = False
        self._first = True
        self._open: list[Span] = []

    def line(self, start: int, end: int) -> None:
        line = self.text[start:end].rstrip("\r\n")
        first, self._first = self._first, False
        if self._skipped(line, first=first):
            return
        heading = _HEADING.match(line)
        if heading is not None:
            self.close()
            a, b = heading.span("text")
            self._topic = heading["text"]
            title = trimmed(self.text, start + a, start + b)
            if title.start < title.end:
                self.passages.append(Passage(title, heading=True, sort=Sort.HEADING))
        elif not line.strip() or _RULE.match(line) or _REFERENCE.match(line):
            self.close()
        else:
            self._prose(start, line)

    def _skipped(self, line: str, *, first: bool) -> bool:
        """Front matter, fenced code and comments that run over several lines."""
        bare = line.strip()
        if first and bare == "---":
            self._front = True
            return True
        if self._front:
            self._front = bare not in ("---", "...")
            return True
        if self._comment:
            self._comment = "-->" not in line
            return True
        fence = _FENCE.match(line)
        if self._fence:
            if fence and fence[1].startswith(self._fence) and bare == fence[1]:
                self._fence = ""
            return True
        if fence:
            self.close()
            self._fence = fence[1]
            return True
        if bare.startswith("<!--") and "-->" not in bare:
            self.close()
            self._comment = True
            return True
        return False

    def _prose(self, start: int, line: str) -> None:
        marker = _MARKER.match(line)
        at = marker.end() if marker else 0
        if marker and marker[0].strip():
            self.close()
        for gap in _NO_PROSE.finditer(line, at):
            self._open.append(Span(start + at, start + gap.start()))
            if gap[0] == "|":
                self.close()
            at = gap.end()
        self._open.append(Span(start + at, start + len(line)))
        if "|" in line:
            self.close()

    def close(self) -> None:
        """End the paragraph; its pieces are one passage where nothing stands between them."""
        pieces = [trimmed(self.text, *span) for span in self._open]
        self._open = []
        merged: list[Span] = []
        for piece in pieces:
            if piece.start >= piece.end:
                continue
            if merged and not self.text[merged[-1].end : piece.start].strip():
                merged[-1] = Span(merged[-1].start, piece.end)
            else:
                merged.append(piece)
        self.passages += [Passage(piece, self._topic) for piece in merged]
