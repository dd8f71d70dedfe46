"""Rows of cells to records: what CSV and XLSX have in common."""

from __future__ import annotations

import json
from collections.abc import Sequence

from factcheck.errors import InputError
from factcheck.exchange.base import Place, Record, Refused, Source
from factcheck.exchange.headers import Columns, columns
from factcheck.store.values import shortened


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
        return Record(place, fields)


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
