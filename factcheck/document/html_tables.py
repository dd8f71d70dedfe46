"""Tables of a page, as far as they are tables: many only lay out a page or a letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from factcheck.document.building import Block
from factcheck.document.html_boxes import Box, Region
from factcheck.document.html_page import Grid, Page
from factcheck.document.markup import Token, value
from factcheck.document.passage import Sort
from factcheck.document.tables import Cell

_PROSE_WORDS: Final = 40  # a cell with a paragraph of more words lays out text


@dataclass(slots=True)
class _Open:
    """A cell as it is being read."""

    token: Token
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """A table as it is being read; one that lays out the page gives all of its blocks away."""

    region: Region
    layout: bool
    rows: list[list[_Open]] = field(default_factory=list)
    heads: int = 0
    in_head: bool = False
    caption: str | None = None
    cell: _Open | None = None

    def blocks(self) -> Iterator[Block]:
        """All that its cells hold."""
        for row in self.rows:
            for cell in row:
                yield from cell.blocks


class Tables:
    """Sorts blocks into the cells of tables, or hands them on to the page.

    Args:
        page: takes what is read.
        source: the original.
    """

    def __init__(self, page: Page, source: str) -> None:
        self._page = page
        self._source = source
        self._open: list[_Table] = []

    def opened(self, token: Token, box: Box) -> None:
        """An element begins that is read."""
        name = token.name
        if name == "table":
            if self._open:
                self._dissolve(self._open[-1])  # a table in a table: the outer one is a layout
            role = value(self._source, token.attributes.get("role"))
            self._open.append(_Table(box.region, role in ("presentation", "none")))
            return
        if not self._open:
            return
        table = self._open[-1]
        if name == "thead":
            table.in_head = True
        elif name == "tr":
            table.rows.append([])
            table.heads += table.in_head
        elif name in ("td", "th"):
            if not table.rows:
                table.rows.append([])
            table.cell = _Open(token)
            table.rows[-1].append(table.cell)

    def closed(self, box: Box) -> None:
        """An element ends."""
        if not self._open:
            return
        table = self._open[-1]
        if box.name in ("td", "th"):
            table.cell = None
        elif box.name == "thead":
            table.in_head = False
        elif box.name == "table":
            self._end(self._open.pop())

    def block(self, block: Block, region: Region) -> None:
        """A block was read."""
        table = self._open[-1] if self._open else None
        if table is not None and block.sort is Sort.CAPTION and table.cell is None:
            table.caption = block.text.strip()
        elif table is not None and table.cell is not None and not table.layout:
            table.cell.blocks.append(block)
            return
        elif table is not None and block.sort is Sort.TABLE:
            block.sort = Sort.PROSE
        self._page.add(block, region)

    def close(self) -> None:
        """Nothing follows: what is open ends."""
        while self._open:
            self._end(self._open.pop())

    def _end(self, table: _Table) -> None:
        if not table.layout and self._lays_out(table):
            self._dissolve(table)
        if table.layout:
            return
        marks = Block()  # a comment in a cell speaks of the table from its first row on
        for block in table.blocks():
            marks.marks += [(0, said, place) for _, said, place in block.marks]
        if marks.marks:
            self._page.add(marks, table.region)
        rows = [[self._cell(cell) for cell in row] for row in table.rows if row]
        self._page.add(Grid(rows, table.heads or None, table.caption), table.region)

    def _lays_out(self, table: _Table) -> bool:
        wide = max(map(len, table.rows), default=0)
        return wide < 2 or any(
            len(block.text.split()) > _PROSE_WORDS or block.level for block in table.blocks()
        )

    def _dissolve(self, table: _Table) -> None:
        if table.layout:
            return
        table.layout = True
        for block in table.blocks():
            block.sort = Sort.PROSE if block.sort is Sort.TABLE else block.sort
            self._page.add(block, table.region)
        table.rows.clear()

    def _cell(self, cell: _Open) -> Cell:
        whole = Block(Sort.TABLE)
        for block in cell.blocks:
            if whole.length:
                whole.gap(" ")
            whole.extend(block.trimmed())
        token = cell.token
        text = whole.text.replace("\n", " ")
        return Cell(
            text, tuple(whole.pieces), token.name == "th", self._span(token, "colspan"),
            self._span(token, "rowspan"),
        )  # fmt: skip

    def _span(self, token: Token, name: str) -> int:
        told = value(self._source, token.attributes.get(name)).strip()
        return int(told) if told.isascii() and told.isdigit() and len(told) < 6 else 1
