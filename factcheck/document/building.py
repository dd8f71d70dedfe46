"""Building the text of a document out of what a reader took from the original.

A reader fills blocks: a paragraph, a heading, a cell. White space is collapsed as a page or a word
processor shows it, and every character keeps its way back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from factcheck.document.base import Document, Mark
from factcheck.document.origin import Origin, Piece
from factcheck.document.passage import Passage, Sort
from factcheck.document.tables import Cell, write_table
from factcheck.errors import InputError
from factcheck.model import Span

# White space that is shown as one blank: a blank alone needs no look.
_WHITE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
# What has more is made to hurt: a book of 300 pages has some 20,000 pieces and 5,000 blocks.
MOST_PIECES: Final = 1_500_000
MOST_BLOCKS: Final = 400_000
MOST_OPEN: Final = 1_000_000


def refuse_many(count: int, most: int, what: str, name: str) -> None:
    """Refuse a draft that would take all the memory there is.

    Args:
        count: how many it has so far.
        most: how many it may have.
        what: of what.
        name: its name.

    Raises:
        InputError: it has more.
    """
    if count > most:
        raise InputError(
            f"it has more than {most:,} {what}",
            where=name,
            do="save it without its formatting, or split it",
        )


@dataclass(slots=True)
class Block:
    """A paragraph as it is being read.

    Attributes:
        sort: what sort of passage it will be.
        level: of a heading, 1 to 6; 0 for what is none.
        pieces: where it comes from; they count from the block's own beginning.
        marks: comments to this program: the offset in the block that they stand at, their words
            and where they stand in the original.
        length: how many code points it has so far.
    """

    sort: Sort = Sort.PROSE
    level: int = 0
    pieces: list[Piece] = field(default_factory=list)
    marks: list[tuple[int, str, Span]] = field(default_factory=list)
    length: int = 0
    _parts: list[str] = field(default_factory=list)
    _blank: bool = True

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(self._parts)

    def add(self, text: str, source: int, source_length: int) -> None:
        """Add what one stretch of the original says, as it is.

        Args:
            text: what it says; of the stretch's own length where it says it letter for letter.
            source: where the stretch begins in the original.
            source_length: how long it is there.
        """
        if not text:
            return
        last = self.pieces[-1] if self.pieces else None
        if (
            last is not None
            and last.length == last.source_length
            and len(text) == source_length
            and last.source + last.length == source
            and last.start + last.length == self.length
        ):
            self.pieces[-1] = last._replace(
                length=last.length + len(text), source_length=last.length + len(text)
            )
        else:
            self.pieces.append(Piece(self.length, len(text), source, source_length))
            refuse_many(len(self.pieces), MOST_PIECES, "pieces in one paragraph", "")
        self._put(text)

    def gap(self, text: str) -> None:
        """Add what stands nowhere in the original."""
        self._put(text)

    def flow(self, original: str, start: int, end: int) -> None:
        """Add a stretch of the original as running text, its white space collapsed."""
        at = start
        if self._blank:
            while at < end and original[at] in " \t\n\r\f":
                at += 1
        for white in _WHITE.finditer(original, at, end):
            self.add(original[at : white.start()], at, white.start() - at)
            if not self._blank:
                self.add(" ", white.start(), white.end() - white.start())
            at = white.end()
        self.add(original[at:end], at, end - at)

    def extend(self, other: Block) -> None:
        """Add all of another block."""
        self.pieces += [piece._replace(start=piece.start + self.length) for piece in other.pieces]
        self.marks += [(at + self.length, said, place) for at, said, place in other.marks]
        if other.length:
            self._put(other.text)

    def origin(self, at: int) -> int:
        """Where in the original what stands at an offset, or behind it, was read."""
        low = bisect_right(self.pieces, at, key=lambda piece: piece.start) - 1
        piece = self.pieces[max(0, low)]
        inside = at - piece.start if piece.length == piece.source_length else 0
        return piece.source + inside

    def tail(self, start: int) -> str:
        """What it says from an offset on; only as far back is looked as that is."""
        parts: list[str] = []
        at = self.length
        for part in reversed(self._parts):
            if at <= start:
                break
            at -= len(part)
            parts.append(part)
        return "".join(reversed(parts))[max(0, start - at) :]

    def cut_back(self, length: int) -> None:
        """Take back all behind the first `length` code points."""
        while self._parts and self.length > length:
            part = self._parts.pop()
            self.length -= len(part)
            if self.length < length:
                self._parts.append(part[: length - self.length])
                self.length = length
        while self.pieces and self.pieces[-1].start >= length:
            self.pieces.pop()
        if self.pieces and self.pieces[-1].start + self.pieces[-1].length > length:
            last = self.pieces[-1]
            kept = length - last.start
            whole = last.length != last.source_length
            self.pieces[-1] = last._replace(
                length=kept, source_length=last.source_length if whole else kept
            )
        self._blank = not self._parts or self._parts[-1][-1] in " \n"

    def trimmed(self) -> Block:
        """Itself, without the white space at its end."""
        kept = len(self.text.rstrip())
        if kept < self.length:
            self.cut_back(kept)
        return self

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)
        self._blank = text[-1] in " \n"


class Writer:
    """Writes blocks and tables into one text with its passages and pieces.

    Args:
        name: the draft's name, for messages.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._passages: list[Passage] = []
        self._marks: list[Mark] = []
        self.topic: str | None = None
        self.at = 0

    def block(self, block: Block) -> None:
        """Write a paragraph; a heading becomes the topic of what follows."""
        text = block.trimmed().text
        self._marks += [Mark(words, self.at + at, place) for at, words, place in block.marks]
        if not text:
            return
        span = Span(self.at + len(text) - len(text.lstrip()), self.at + len(text))
        heading = block.level > 0
        topic = None if heading else self.topic
        self._passages.append(Passage(span, topic, heading=heading, sort=block.sort))
        self._add(block.pieces)
        self._put(text + "\n\n")
        if heading:
            self.topic = text.strip()

    def table(self, rows: Sequence[Sequence[Cell]], topic: str | None, heads: int | None) -> None:
        """Write a table, under its caption or the heading above it."""
        written = write_table(rows, self.at, topic or self.topic, heads=heads)
        if written.text:
            self._pieces += written.pieces
            self._guard()
            self._passages += written.passages
            self._put(written.text + "\n")

    def document(self, original: str) -> Document:
        """All that was written, as a document without a date."""
        origin = Origin(original, self._pieces)
        return Document(
            "".join(self._parts), tuple(self._passages), origin, marks=tuple(self._marks)
        )

    def _add(self, pieces: Sequence[Piece]) -> None:
        self._pieces += [piece._replace(start=piece.start + self.at) for piece in pieces]
        self._guard()

    def _guard(self) -> None:
        refuse_many(len(self._pieces), MOST_PIECES, "pieces", self._name)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.at += len(text)
