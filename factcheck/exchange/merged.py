"""Cells of a sheet that are merged: what stands in the first is meant for all of them.

Only the rows below each other count. What is merged across columns is a title.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

_AT_ONCE: Final = 1_000_000
_LONGEST: Final = 200  # bytes of one such element
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="\$?([A-Z]{1,3})(\d+):\$?[A-Z]{1,3}(\d+)"')


class _Run(NamedTuple):
    column: int
    last: int  # row


class Merged:
    """The merged cells of one sheet, for its rows in their order.

    Args:
        path: the workbook.
        part: the sheet's part of it; without one nothing is taken for merged.
    """

    def __init__(self, path: Path, part: str | None) -> None:
        self._runs: dict[int, list[_Run]] = {}
        self._open: dict[int, tuple[int, object]] = {}
        if part is not None:
            with suppress(KeyError), zipfile.ZipFile(path) as archive:
                self._find(archive, part)

    def _find(self, archive: zipfile.ZipFile, part: str) -> None:
        with archive.open(part) as file:
            left = b""
            while piece := file.read(_AT_ONCE):
                text = left + piece
                end = 0
                for found in _MERGED.finditer(text):
                    self._add(found[1], int(found[2]), int(found[3]))
                    end = found.end()
                left = text[max(end, len(text) - _LONGEST) :]

    def _add(self, letters: bytes, first: int, last: int) -> None:
        if last > first:
            column = 0
            for letter in letters:
                column = column * 26 + letter - ord("A") + 1
            self._runs.setdefault(first, []).append(_Run(column - 1, last))

    @property
    def found(self) -> bool:
        """Whether there are any."""
        return bool(self._runs)

    def filled(self, number: int, values: Sequence[object]) -> list[object]:
        """A row with what its merged cells show; an empty one stays empty.

        Args:
            number: the row's, from 1; rows are asked for in their order.
            values: of its cells.
        """
        cells = list(values)
        for run in self._runs.get(number, ()):
            if run.column < len(cells):
                self._open[run.column] = run.last, cells[run.column]
        if not self._open or all(cell in (None, "") for cell in cells):
            return cells
        for column, (last, value) in list(self._open.items()):
            if number > last:
                del self._open[column]
                continue
            cells += [None] * (column + 1 - len(cells))
            if cells[column] in (None, ""):
                cells[column] = value
        return cells
