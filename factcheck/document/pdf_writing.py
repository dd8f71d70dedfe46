"""Paragraphs of pages to one text, with the way back to page and paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from factcheck.document.origin import Piece
from factcheck.document.page_words import joined
from factcheck.document.passage import Passage, Sort
from factcheck.document.pdf_lines import Line, Stretch
from factcheck.document.pdf_paragraphs import Paragraph
from factcheck.document.plain import is_headline
from factcheck.document.tables import Cell, write_table
from factcheck.model import Span
from factcheck.model.place import Place

# What may stand between a paragraph and its continuation on the next page.
_ASIDE: Final = frozenset({Sort.CAPTION, Sort.NOTE, Sort.TABLE})
_HEADLINE: Final = 2  # words: a shorter line is none
_MOST_COLUMNS: Final = 50


class Writing:
    """Writes pages in their order.

    Attributes:
        pieces, holders, passages: what a `Document` wants of them.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.holders: list[Place] = []
        self.passages: list[Passage] = []
        self._parts: list[str] = []
        self._at = 0
        self._topic: str | None = None
        self._caption: str | None = None
        self._open: list[Paragraph] = []  # a paragraph that may go on, piece by piece
        self._behind: list[Paragraph] = []  # what waits for its end: notes, captions

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def page(self, paragraphs: Sequence[Paragraph]) -> None:
        """Add a page: its last paragraph waits for the next page, which may continue it."""
        told = list(paragraphs)
        if self._open:
            at = next((at for at, one in enumerate(told) if one.sort not in _ASIDE), None)
            if at is not None and self._open[-1].goes_on_in(told[at]):
                self._open.append(told.pop(at))
                if not any(one.sort not in _ASIDE for one in told):
                    self._behind += told  # the whole page is one paragraph, and goes on
                    return
            self.close()
        last = max((at for at, one in enumerate(told) if one.sort not in _ASIDE), default=None)
        if last is None or not told[last].is_open:
            self._all(told)
            return
        self._all(told[:last])
        self._open, self._behind = [told[last]], told[last + 1 :]

    def close(self) -> None:
        """Write what was waiting for more."""
        if self._open:
            self._paragraph(self._open)
        self._open, behind, self._behind = [], self._behind, []
        self._all(behind)

    def _all(self, paragraphs: Iterable[Paragraph]) -> None:
        for paragraph in paragraphs:
            if paragraph.sort is Sort.TABLE:
                self._table(paragraph)
            else:
                self._paragraph([paragraph])

    def _paragraph(self, parts: Sequence[Paragraph]) -> None:
        """Write a paragraph, of which each page has its part."""
        first, text = parts[0], self._lines(parts)
        told = text[first.label :]
        sort = self._sort(first, text)
        heading = sort is Sort.HEADING
        if heading:
            self._topic = told
        span = Span(self._at + first.label, self._at + len(text))
        if told.strip():
            topic = None if heading else self._topic
            self.passages.append(Passage(span, topic, heading=heading, sort=sort))
        self._caption = told if sort is Sort.CAPTION else None
        self._say(f"{text}\n\n")

    def _lines(self, parts: Sequence[Paragraph]) -> str:
        """The text of a paragraph, of which each part has its own piece."""
        lines = [line.text for part in parts for line in part.lines]
        told = [*(joined(*two) for two in pairwise(lines)), lines[-1]]
        start, at = self._at, 0
        for part in parts:
            behind = at + len(part.lines)
            length = sum(map(len, told[at:behind]))
            self.pieces.append(Piece(start, length, 0, length, self._holder(part)))
            start, at = start + length, behind
        return "".join(told)

    def _sort(self, first: Paragraph, text: str) -> Sort:
        """Its sort; as in plain text, the first line without a stop is the headline."""
        headed = self._topic is not None or first.sort is not Sort.PROSE
        if headed or len(text.split()) <= _HEADLINE or not is_headline(text):
            return first.sort
        return Sort.HEADING

    def _table(self, table: Paragraph) -> None:
        holder = self._holder(table)
        rows = [
            [Cell(text, (Piece(0, len(text), 0, len(text), holder),)) for text in row]
            for row in _grid(table.lines)
        ]
        written = write_table(rows, self._at, self._caption or self._topic)
        self.pieces += _in_holder(written.pieces)
        self.passages += written.passages
        self._caption = None
        self._say(f"{written.text}\n")

    def _holder(self, part: Paragraph) -> int:
        self.holders.append(Place(page=part.page, paragraph=part.number))
        return len(self.holders) - 1

    def _say(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)


def _in_holder(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """The pieces of a table, each counted from the end of the one before: they are its text."""
    at = 0
    for piece in pieces:
        yield piece._replace(source=at)
        at += piece.length + 1


def _grid(lines: Sequence[Line]) -> list[list[str]]:
    """The texts of a table's cells, with empty ones where a row has none in a column."""
    widest = max(lines, key=lambda line: len(line.cells))
    if len(widest.cells) > _MOST_COLUMNS:  # no table that anybody printed
        return [[cell.text for cell in line.cells] for line in lines]
    columns = [[cell.left, cell.right] for cell in widest.cells]
    for line in lines:
        if len(line.cells) == len(columns):
            for column, cell in zip(columns, line.cells, strict=True):
                column[:] = min(column[0], cell.left), max(column[1], cell.right)
    rows = []
    for line in lines:
        row = [""] * len(columns)
        for cell in line.cells:
            at = min(range(len(columns)), key=lambda at: _apart(columns[at], cell))
            row[at] = f"{row[at]} {cell.text}".strip()
        rows.append(row)
    return rows


def _apart(column: Sequence[float], cell: Stretch) -> tuple[float, float]:
    gap = max(column[0] - cell.right, cell.left - column[1], 0.0)
    return gap, abs(column[0] + column[1] - cell.left - cell.right)
