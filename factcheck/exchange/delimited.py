"""CSV and its kin, read row by row and written so that no spreadsheet runs what is in it."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from factcheck.errors import ConfigError, InputError
from factcheck.exchange.base import Left, Record, Refused, Source
from factcheck.exchange.csv_rows import rows
from factcheck.exchange.headers import guessed
from factcheck.exchange.plain import CELLS, cells_of
from factcheck.exchange.rows import Heading, Table
from factcheck.exchange.text import beginning, opened
from factcheck.model import Claim

DELIMITERS: Final = (",", ";", "\t", "|")
NAMES: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_TRIED = 20  # rows that are looked at to find the delimiter
# What a spreadsheet takes for a formula (OWASP, "CSV injection"), and such a cell as it is written.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def read(source: Source) -> Iterator[Record | Refused]:
    """The records of a CSV file.

    Raises:
        InputError: it cannot be read, or no column holds the claims.
        ConfigError: an option does not fit it.
    """
    delimiter = _delimiter(source)
    source.details["delimiter"] = NAMES.get(delimiter, repr(delimiter))
    heading = Heading(source)
    table: Table | None = None

    def fits(cells: list[str]) -> bool:
        return table is None or table.fits(cells)

    with opened(source) as lines:
        for row in rows(lines, delimiter, source, fits):
            if isinstance(row, Refused):
                yield row
                continue
            place, cells, warning = row
            if table is None:
                table = heading.table(cells, place)
                continue
            found = table.record([unguarded(cell) for cell in cells], place)
            if isinstance(found, Record) and warning:
                found = found._replace(warning="; ".join(filter(None, (found.warning, warning))))
            if found is not None:
                yield found
    if table is None:
        heading.missing()
        raise InputError("the file is empty", where=source.shown, do="the first row names columns")


def _delimiter(source: Source) -> str:
    """The delimiter that was named, or the one that makes a table of the first rows."""
    given = source.options.delimiter
    if given is not None:
        given = {"tab": "\t", "\\t": "\t", **{v: k for k, v in NAMES.items()}}.get(given, given)
        if len(given) != 1 or given in '"\r\n':
            raise ConfigError(
                f"{given!r} is no delimiter", where="--delimiter", do='give one character, or "tab"'
            )
        return given
    sample = beginning(source).splitlines(keepends=True)
    return max(DELIMITERS, key=lambda delimiter: _fitness(sample, delimiter))


def _fitness(sample: list[str], delimiter: str) -> tuple[int, int, int]:
    """How well a delimiter fits: headers that it makes known, rows of one width, columns."""
    try:
        tried = list(itertools.islice(csv.reader(sample, delimiter=delimiter), _TRIED))
    except csv.Error:
        return 0, 0, 0
    tried = [row for row in tried if any(row)]
    if not tried:
        return 0, 0, 0
    header = max(tried, key=lambda row: len(guessed(row)))  # a title may stand above it
    width = len(header)
    even = sum(len(row) == width for row in tried) if width > 1 else 0
    return len(guessed(header)), even, width


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before = + - @, a tab or a return."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that `guarded` put before it."""
    return cell[1:] if _GUARDED.match(cell) else cell


def write(claims: Iterable[Claim], path: Path) -> Iterator[Left]:
    """Write claims as CSV: UTF-8, commas, one row a claim, formulas made harmless."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(CELLS)
        for claim in claims:
            cells = [str(cell) for cell in cells_of(claim)]
            writer.writerow([guarded(cell) for cell in cells])
            if any(_FORMULA.match(cell) for cell in cells):
                yield Left(claim.id, "begins like a formula: written with an apostrophe before it")
