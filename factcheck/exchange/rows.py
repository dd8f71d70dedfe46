"""Rows of cells to records: what CSV and XLSX have in common."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from factcheck.errors import InputError
from factcheck.exchange.base import Place, Record, Refused, Source
from factcheck.exchange.headers import Columns, columns, guessed
from factcheck.store.values import shortened

_LOOKED_AT: Final = 20  # rows in which a header is looked for
# Of Excel and LibreOffice, whatever their language in CSV; in XLSX they are always English.
_ERRORS: Final = frozenset({
    "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#GETTING_DATA", "#BEZUG!", "#NV", "#WERT!", "#ZAHL!",
})  # fmt: skip


class Table:
    """The rows below a header.

    Args:
        source: the file; its mapping is filled in.
        header: the cells of the header.
        place: where the header stands.

    Raises:
        InputError: no column is the claim's text.
        ConfigError: the mapping names what is not there.
    """

    def __init__(self, source: Source, header: Sequence[str], place: Place) -> None:
        self._columns: Columns = columns(header, source.options.mapping, str(place))
        self._header = header
        if "text" not in self._columns.of:
            named = ", ".join(repr(shortened(cell.strip())) for cell in header if cell.strip())
            raise InputError(
                f"no column is known to hold the claims: there are {named}"
                if named
                else "the header is empty",
                where=str(place),
                do="the first row must name the columns; say which one it is: --map text=HEADER",
            )
        source.mapping = {name: header[at].strip() for name, at in self._columns.of.items()}
        source.unused = dict.fromkeys(header[at].strip() for at in self._columns.unused)

    def fits(self, cells: Sequence[object]) -> bool:
        """Whether the header has a column for every cell that says something."""
        return all(cell in (None, "") for cell in cells[len(self._header) :])

    def record(self, cells: Sequence[object], place: Place) -> Record | Refused | None:
        """The record of one row; None for an empty one."""
        if not any(cell not in (None, "") for cell in cells):
            return None
        if not self.fits(cells):
            return Refused(
                place,
                f"the row has {len(cells)} cells, the header {len(self._header)}",
                "put a text that holds the delimiter in quotation marks",
            )
        fields = {
            name: cells[at]
            for name, at in self._columns.of.items()
            if at < len(cells) and cells[at] not in (None, "")
        }
        failed = [name for name, cell in fields.items() if str(cell).strip() in _ERRORS]
        warning = f"a formula of the spreadsheet failed: {', '.join(failed)}" if failed else ""
        return Record(place, fields, warning=warning)


class Heading:
    """Looks for the row of headers: the first that says something, or one below a title.

    Args:
        source: the file; where the header stands is noted, if it is not the first row.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._above: list[tuple[Sequence[str], Place]] = []

    def table(self, cells: Sequence[str], place: Place) -> Table | None:
        """The table that a row is the header of; None where the next row is to be looked at.

        Raises:
            InputError: none of the first rows names a column of claims.
            ConfigError: the mapping names what is not there.
        """
        width = _said(cells)
        if not width:
            return None
        # What is as wide as the header is no title, but a header or data of another table.
        is_below = all(_said(row) in (1, *range(width)) for row, _ in self._above)
        if is_below and self._names_text(cells):
            if self._above:
                self._source.details["header"] = f"in row {place.line}, nothing above it taken"
            return Table(self._source, cells, place)
        self._above.append((cells, place))
        if len(self._above) == _LOOKED_AT:
            self.missing()
        return None

    def missing(self) -> None:
        """The end of the file, and no header yet.

        Raises:
            InputError, ConfigError: why the first row that says something is none.
        """
        if self._above:
            Table(self._source, *self._above[0])

    def _names_text(self, cells: Sequence[str]) -> bool:
        by_hand = self._source.options.mapping.get("text")
        if by_hand is None:
            return "text" in guessed(cells)
        return by_hand.strip() in (cell.strip() for cell in cells if cell.strip())


def _said(cells: Sequence[str]) -> int:
    """How many cells say something."""
    return sum(bool(cell.strip()) for cell in cells)


def listed(cell: str) -> list[str]:
    """The tags of a cell: a JSON list, or words with semicolons, else commas, between them."""
    if cell.lstrip().startswith("["):
        try:
            found = json.loads(cell)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list) and all(isinstance(word, str) for word in found):
            return found
    return [word.strip() for word in cell.split(";" if ";" in cell else ",") if word.strip()]


def joined(tags: Sequence[str]) -> str:
    """Tags in one cell, so that `listed` gives them back."""
    cell = "; ".join(tags)
    return cell if listed(cell) == list(tags) else json.dumps(list(tags), ensure_ascii=False)
