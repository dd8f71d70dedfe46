"""Paragraphs and tables of a word processor's file, gathered and written as one document.

The readers of `.docx`, `.odt` and `.rtf` say what there is; here it becomes the text, its passages
and the way back to paragraph and run.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date as Date
from typing import Final, NamedTuple, TypeAlias

from factcheck.document.base import Document, Mark
from factcheck.document.dating import date_in, is_one_story
from factcheck.document.origin import Origin, Piece
from factcheck.document.passage import Passage, Sort
from factcheck.document.plain import is_headline, trimmed
from factcheck.document.tables import Cell, write_table
from factcheck.model import Span
from factcheck.model.place import Place

_TO_US: Final = re.compile(r"\s*factcheck\b", re.IGNORECASE)
MOST_NESTED: Final = 16  # tables in tables; deeper ones are read as text of their cell


class Fragment(NamedTuple):
    """A stretch of a run's text.

    Attributes:
        text: what it says.
        holder: index of the run among all.
        source, source_length: where it stands in the run's text.
    """

    text: str
    holder: int
    source: int
    source_length: int


@dataclass(slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        fragments: its text.
        sort: what it is; None where it tells nothing.
        skipped: whether it is not read: a line of a table of contents.
    """

    fragments: list[Fragment] = field(default_factory=list)
    sort: Sort | None = None
    skipped: bool = False

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(fragment.text for fragment in self.fragments)


@dataclass(slots=True)
class TableCell:
    """A cell of a table, with all that is in it."""

    blocks: list[Block] = field(default_factory=list)
    head: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Table:
    """A table: the cells of each row, those that an earlier one spans left out.

    Attributes:
        rows: the cells.
        heads: how many of the first rows the format calls heads of columns; 0 for nobody knows.
    """

    rows: list[list[TableCell]] = field(default_factory=list)
    heads: int = 0


Block: TypeAlias = Paragraph | Table


class Comment(NamedTuple):
    """A comment in the margin.

    Attributes:
        words: what it says.
        first, behind: the runs that it is attached to, from the first to the one behind the last,
            as indexes among all runs; equal where it stands at a point.
    """

    words: str
    first: int
    behind: int


def saved(created: str, modified: str) -> Date | None:
    """The date of a text by the properties of its file, ISO dates with or without a time.

    It is the day of the last change where the file was begun not more than a month before. Of any
    other file the properties tell when somebody opened it, not when the text was written.
    """
    try:
        first, last = (Date.fromisoformat(told[:10]) for told in (created or modified, modified))
    except ValueError:
        return None
    return last if is_one_story(first, last) else None


class Flow:
    """Writes blocks as a document."""

    def __init__(self) -> None:
        self.holders: list[Place] = []
        self._pieces: list[Piece] = []
        self._passages: list[Passage] = []
        self._parts: list[str] = []
        self._at = 0
        self._topic: str | None = None
        self._headed = False

    def write(self, blocks: Iterable[Block], *, sort: Sort | None = None) -> None:
        """Add blocks, in their order.

        Args:
            blocks: what there is.
            sort: what all of it is, whatever its styles say: notes.
        """
        for block in _flat(blocks):
            if isinstance(block, Table):
                self._table(block)
            elif not block.skipped:
                self._paragraph(block, sort or block.sort)

    def _paragraph(self, paragraph: Paragraph, sort: Sort | None) -> None:
        text = paragraph.text
        if not text.strip():
            return
        if sort is None and not self._headed:
            # as in plain text, the first line without a stop is the headline
            self._headed = is_headline(text.strip())
            sort = Sort.HEADING if self._headed and len(text.split()) > 2 else None
        if sort is Sort.HEADING:
            self._headed = True
            self._topic = " ".join(text.split())
        at = self._at
        for fragment in paragraph.fragments:
            self._piece(fragment, at)
            at += len(fragment.text)
        heading = sort is Sort.HEADING
        topic = None if heading else self._topic
        for span in _parted(text):
            there = Span(self._at + span.start, self._at + span.end)
            told = sort or Sort.PROSE
            self._passages.append(Passage(there, topic, heading=heading, sort=told))
        self._say(f"{text}\n\n")

    def _table(self, table: Table) -> None:
        rows = [[_cell(cell) for cell in row] for row in table.rows]
        written = write_table(rows, self._at, self._topic, heads=table.heads or None)
        if written.text:
            self._pieces += written.pieces
            self._passages += written.passages
            self._say(f"{written.text}\n")

    def _piece(self, fragment: Fragment, at: int) -> None:
        text, holder, source, length = fragment
        self._pieces.append(Piece(at, len(text), source, length, holder))

    def _say(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)

    def document(
        self, comments: Iterable[Comment], date: Date | None, remarks: Sequence[str]
    ) -> Document:
        """All that was written.

        Args:
            comments: those in the margin; the ones that speak to this program are kept.
            date: when it was written, as far as its file tells; what the text says goes before.
            remarks: what whoever reads the report should know of the reading.
        """
        pieces = _merged(self._pieces)
        # without a piece there is no text, and no place to ask for
        origin = Origin(None, pieces, self.holders)
        marks = self._marks([c for c in comments if _TO_US.match(c.words)], pieces)
        text = "".join(self._parts)
        return Document(
            *(text, tuple(self._passages), origin),
            date=date_in(text) or date,
            marks=tuple(sorted(marks, key=lambda mark: mark.at)),
            remarks=tuple(remarks),
        )

    def _marks(self, comments: Sequence[Comment], pieces: Sequence[Piece]) -> Iterator[Mark]:
        spans: dict[int, Span] = {}
        for piece in pieces if comments else ():
            start, end = piece.start, piece.start + piece.length
            known = spans.get(piece.holder, Span(start, end))
            spans[piece.holder] = Span(min(start, known.start), max(end, known.end))
        order = sorted(spans)
        for words, first, behind in comments:
            begins, ends = bisect_left(order, first), bisect_left(order, behind)
            at = spans[order[begins]].start if begins < len(order) else self._at
            around = Span(at, spans[order[ends - 1]].end) if begins < ends else None
            yield Mark(" ".join(words.split()), at, None, around)


def _parted(text: str) -> Iterator[Span]:
    """The text of a paragraph, parted where a line is empty: some write paragraphs so."""
    start = at = 0
    for line in text.split("\n"):
        if not line.strip():
            yield from _filled(trimmed(text, start, at))
            start = at + len(line)
        at += len(line) + 1
    yield from _filled(trimmed(text, start, len(text)))


def _filled(span: Span) -> Iterator[Span]:
    if span.start < span.end:
        yield span


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with tables that only arrange text on a page as the text that they hold."""
    waiting = [iter(blocks)]
    while waiting:
        block = next(waiting[-1], None)
        if block is None:
            waiting.pop()
        elif isinstance(block, Table) and _arranges(block):
            waiting.append(inner for row in block.rows for cell in row for inner in cell.blocks)
        else:
            yield block


def _arranges(table: Table) -> bool:
    """Whether a table has one column, or another table in it, or its headings."""
    if all(len(row) < 2 for row in table.rows):
        return True
    return any(
        isinstance(block, Table) or block.sort is Sort.HEADING
        for row in table.rows
        for cell in row
        for block in cell.blocks
    )


def _cell(cell: TableCell) -> Cell:
    """A cell's paragraphs on one line; a line break is a blank there."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for block in cell.blocks:
        if isinstance(block, Table) or block.skipped:  # a table in a cell is arranged before
            continue
        if parts and block.fragments:
            parts.append(" ")
            at += 1
        for text, holder, source, length in block.fragments:
            parts.append(text.replace("\n", " "))
            pieces.append(Piece(at, len(text), source, length, holder))
            at += len(text)
    return Cell("".join(parts), tuple(_merged(pieces)), cell.head, cell.columns, cell.rows)


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, with those in one that follow each other in a run character for character."""
    merged: list[Piece] = []
    for piece in pieces:
        if piece.length != piece.source_length or not merged:
            merged.append(piece)
            continue
        start, length, source, source_length, holder = merged[-1]
        follows = start + length == piece.start and source + source_length == piece.source
        if follows and holder == piece.holder and length == source_length:
            both = length + piece.length
            merged[-1] = Piece(start, both, source, both, holder)
        else:
            merged.append(piece)
    return merged
