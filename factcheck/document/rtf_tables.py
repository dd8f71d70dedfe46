"""Tables of rich text, whose rows tell where their cells end and nothing of each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from factcheck.document.flow import Block, Table
from factcheck.document.table_rows import OpenTable

_NEAR: Final = 40  # twips; edges that are nearer to each other are one


@dataclass(slots=True)
class _Shape:
    """The format of a row: where its cells end, and which of them span rows."""

    edges: list[int] = field(default_factory=list)
    merges: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Row:
    """A row."""

    cells: list[list[Block]]
    shape: _Shape
    head: bool


class RtfTable:
    """A table that is being read.

    Args:
        number: which one of the document it is.

    Attributes:
        head: whether the row that is open is one of heads of columns.
    """

    def __init__(self, number: int) -> None:
        self.head = False
        self._number = number
        self._rows: list[_Row] = []
        self._cells: list[list[Block]] = []
        self._cell: list[Block] = []
        self._shape = _Shape()

    @property
    def place(self) -> str:
        """Where the cell that is open stands."""
        row, cell = len(self._rows) + 1, len(self._cells) + 1
        return f"table {self._number}, row {row}, cell {cell}"

    @property
    def paragraph(self) -> int:
        """Which paragraph of the cell is open."""
        return len(self._cell) + 1

    def add(self, blocks: Iterable[Block]) -> None:
        """Add to the cell that is open."""
        self._cell += blocks

    def end_cell(self) -> None:
        """The cell ends."""
        self._cells.append(self._cell)
        self._cell = []

    def begin(self) -> None:
        """The format of a row begins."""
        self._shape, self.head = _Shape(), False

    def edge(self, at: int) -> None:
        """A cell ends so many twips from the left."""
        self._shape.edges.append(at)

    def merge(self, how: str) -> None:
        """The next cell is the "first" of some above each other, or one that is "covered"."""
        self._shape.merges[len(self._shape.edges)] = how

    def end_row(self) -> None:
        """The row ends."""
        if self._cells:
            self._rows.append(_Row(self._cells, self._shape, self.head))
        self._cells = []

    def closed(self) -> Table:
        """The whole table."""
        if self._cell:
            self.end_cell()
        self.end_row()
        edges = _grid(edge for row in self._rows for edge in row.shape.edges)
        table = OpenTable(self._number)
        for row in self._rows:
            table.start_row()
            if row.head:
                table.head_row()
            column = 0
            for number, blocks in enumerate(row.cells):
                table.start_cell().extend(blocks)
                if number < len(row.shape.edges):
                    end = bisect_left(edges, row.shape.edges[number] - _NEAR) + 1
                    table.span(end - column)
                    column = max(end, column + 1)
                if (how := row.shape.merges.get(number)) is not None:
                    table.merge(begins=how == "first")
                table.end_cell()
        return table.closed()


def _grid(edges: Iterable[int]) -> list[int]:
    """All edges of columns, from the left; those that are all but the same are one."""
    found: list[int] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found
