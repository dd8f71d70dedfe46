"""Rows and cells of a table as they come in, for files that tell a cell's spans cell by cell."""

from __future__ import annotations

from factcheck.document.flow import Block, Table, TableCell

_WIDEST = 1_000
# How many places cells may cover beyond their own in one table; after that they cover none, or a
# small file could ask for a table of any size.
_MOST_COVERED = 200_000


class OpenTable:
    """A table that is being read.

    Args:
        number: which one of the document it is, for the places in it.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._table = Table()
        self._row: list[TableCell] = []
        self._cell: TableCell | None = None
        self._column = 0
        self._count = 0
        self._rows = 0
        self._places = 0
        self._above: dict[int, TableCell] = {}  # of each column the cell that spans rows
        self._covered = self._dropped = self._head = False

    @property
    def place(self) -> str:
        """Where the cell that is open stands: "table 2, row 3, cell 1"."""
        return f"table {self._number}, row {self._rows}, cell {self._count}"

    def start_row(self) -> None:
        """A row begins, and the one before ends."""
        self._end_row()
        self._rows += 1

    def start_cell(self) -> list[Block]:
        """A cell begins; what it holds goes into the list."""
        self._cell, self._covered = TableCell(), False
        self._count += 1
        return self._cell.blocks

    def pass_over(self) -> None:
        """A cell that another one covers, and that is not told."""
        self._count += 1

    def span(self, columns: int) -> None:
        """The cell spans so many columns."""
        if self._cell is not None:
            self._cell.columns = max(1, min(columns, _WIDEST))

    def reach(self, rows: int) -> None:
        """The cell spans so many rows, and those that it covers are not told."""
        if self._cell is not None:
            self._cell.rows = max(1, min(rows, _WIDEST))

    def merge(self, *, begins: bool) -> None:
        """The cell spans rows from here on, or is covered by one that does."""
        if self._cell is None:
            return
        above = self._above.get(self._column)
        if begins or above is None:
            self._above[self._column] = self._cell
        else:
            above.rows += 1
            self._covered = True

    def end_cell(self) -> None:
        """The cell ends."""
        cell, self._cell = self._cell, None
        if cell is None:
            return
        more = cell.columns * cell.rows - 1
        if self._places + more > _MOST_COVERED:
            cell.columns = cell.rows = 1
        else:
            self._places += more
        if not self._covered:
            if self._above.get(self._column) is not cell:
                self._above.pop(self._column, None)
            self._row.append(cell)
        self._column += cell.columns

    def leave_out(self, columns: int) -> None:
        """The row begins behind so many empty columns."""
        self._cell, self._covered = TableCell(columns=min(columns, _WIDEST)), False
        self.end_cell()

    def drop_row(self) -> None:
        """The row was deleted."""
        self._dropped = True

    def head_row(self) -> None:
        """The row is one of the heads of columns."""
        self._head = True

    def _end_row(self) -> None:
        if self._row and not self._dropped:
            if self._head and self._table.heads == len(self._table.rows):
                self._table.heads += 1
            self._table.rows.append(self._row)
        self._row = []
        self._column = self._count = 0
        self._dropped = self._head = False

    def closed(self) -> Table:
        """The whole table."""
        self._end_row()
        return self._table
