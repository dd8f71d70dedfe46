"""XLSX: sheets read row by row, and never more of them than a spreadsheet of claims may hold."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date as Date
from datetime import datetime as DateTime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factcheck.errors import ConfigError, InputError, OutputError
from factcheck.exchange.base import Left, Record, Refused, Source
from factcheck.exchange.merged import Merged
from factcheck.exchange.plain import CELLS, cells_of
from factcheck.exchange.rows import Heading, Table
from factcheck.model import Claim
from factcheck.store.spelling import did_you_mean

if TYPE_CHECKING:
    from openpyxl import Workbook

# A million rows of claims unpack to some 500 MB; texts that cells share are held in memory.
_LARGEST: Final = 1_000_000_000
_LARGEST_TEXTS: Final = 200_000_000
_MOST_PARTS: Final = 10_000
# Sheets of claims pack to a fifth or a tenth; a zip bomb to a thousandth.
_PACKED: Final = 150
_SMALL: Final = 10_000_000
_LONGEST_CELL: Final = 32_767  # Excel's own limit
_FIRST_DAY: Final = Date(1901, 1, 1)  # Excel has no days before 1900, and one too many in it
# What openpyxl raises on files that are no XLSX or whose parts do not fit together.
_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, LookupError, ValueError, TypeError, AttributeError, SyntaxError,
    EOFError, OSError, RuntimeError, ArithmeticError, AssertionError,
)  # fmt: skip
# How XLSX writes a character that XML cannot carry: _x000D_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def read(source: Source) -> Iterator[Record | Refused]:
    """The records of a sheet.

    Raises:
        InputError: it cannot be read, is damaged or unpacks to too much, or no column holds the
            claims.
        ConfigError: an option does not fit it.
    """
    _check_size(source)
    from openpyxl import load_workbook

    try:
        # The open file: of a path openpyxl wants to know the ending.
        with (
            warnings.catch_warnings(action="ignore"),  # of styles and charts, which are not read
            source.path.open("rb") as file,
            closing(load_workbook(file, read_only=True, data_only=True)) as book,
        ):
            sheet = _sheet(book, source)
            yield from _records(source, sheet)
    except _DAMAGED as error:
        raise _damaged(source, error) from error
    source.done = 1.0


def _damaged(source: Source, error: Exception) -> InputError:
    return InputError(
        f"the workbook cannot be read: {error}",
        where=source.shown,
        do="open it in a spreadsheet program and save it again as .xlsx, or as CSV",
    )


def _check_size(source: Source) -> None:
    """Refuse what unpacks to more than a workbook of claims, before anything is unpacked."""
    try:
        with zipfile.ZipFile(source.path) as archive:
            parts = archive.infolist()
            total = sum(part.file_size for part in parts)
            texts = sum(p.file_size for p in parts if p.filename.endswith("sharedStrings.xml"))
            bomb = any(
                p.file_size > _SMALL and p.file_size > _PACKED * p.compress_size for p in parts
            )
            if total > _LARGEST or texts > _LARGEST_TEXTS or len(parts) > _MOST_PARTS or bomb:
                raise InputError(
                    f"the workbook unpacks to {total / 1_000_000:,.0f} MB in {len(parts):,} parts",
                    where=source.shown,
                    do="that is more than claims need; export the sheet as CSV",
                )
            for part in parts:
                with archive.open(part) as file:
                    if b"<!DOCTYPE" in file.read(1024):
                        raise InputError(
                            f"the workbook has definitions of its own in {part.filename}",
                            where=source.shown,
                            do="no spreadsheet program writes them; export the sheet as CSV",
                        )
    except FileNotFoundError as error:
        raise source.unreadable(error) from error
    except _DAMAGED as error:
        raise _damaged(source, error) from error


def _sheet(book: Workbook, source: Source) -> Any:
    names = book.sheetnames
    wanted = source.options.sheet
    if wanted is not None and wanted not in names:
        raise ConfigError(
            f"there is no sheet {wanted!r}", where=source.shown, do=did_you_mean(wanted, names)
        )
    shown = [s.title for s in book.worksheets if s.sheet_state == "visible"]
    name = wanted or (shown or names)[0]
    source.details["sheet"] = name
    others = [other for other in names if other != name]
    if others and wanted is None:
        source.details["other sheets"] = ", ".join(others)
    return book[name]


def _records(source: Source, sheet: Any) -> Iterator[Record | Refused]:
    rows = sheet.max_row or 0
    sheet.reset_dimensions()  # some programs write a size that is not the sheet's
    inside = f"({sheet.title})"
    heading = Heading(source)
    table: Table | None = None
    merged = Merged(source.path, getattr(sheet, "_worksheet_path", None))
    cells: Sequence[Any]
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        place = source.place(number, inside)
        values = [_value(cell) for cell in cells]
        if table is not None:
            values = merged.filled(number, values)
        while values and values[-1] in (None, ""):
            values.pop()
        if number % 256 == 0 and rows:
            source.done = min(number / rows, 1.0)
        if table is None:
            if values:
                if merged.found:
                    source.details["merged cells"] = "taken for each of their rows"
                header = ["" if value is None else str(value) for value in values]
                table = heading.table(header, place)
            continue
        found = table.record(values, place)
        if found is not None:
            yield found
    if table is None:
        heading.missing()
        raise InputError(
            "the sheet is empty", where=f"{source.shown} {inside}", do="name another with --sheet"
        )


def _value(cell: object) -> object:
    """What a cell says, as text or a date; a whole number without a decimal point."""
    if cell is None:
        return None
    if isinstance(cell, DateTime):
        return cell.date()
    if isinstance(cell, Date):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(cell))


def write(claims: Iterable[Claim], path: Path) -> Iterator[Left]:
    """Write claims as a workbook of one sheet, in which every text is a text and no formula.

    Raises:
        OutputError: a text that a cell cannot hold.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet("claims")
    sheet.freeze_panes = "A2"
    heads = [WriteOnlyCell(sheet, value=name) for name in CELLS]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    try:
        for claim in claims:
            sheet.append([_cell(WriteOnlyCell(sheet), value, claim) for value in cells_of(claim)])
    except BaseException:
        sheet.close()  # else its rows wait in a temporary file for ever
        raise
    book.save(path)
    yield from ()


def _cell(cell: Any, value: Date | str, claim: Claim) -> Any:
    if isinstance(value, Date) and value >= _FIRST_DAY:
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    elif value:
        cell.value = _writable(str(value), claim)
        cell.data_type = "s"  # openpyxl takes "=…" for a formula
    return cell


def _writable(text: str, claim: Claim) -> str:
    escaped = _ESCAPE.sub("_x005F_", text).replace("\r", "_x000D_")
    if len(escaped) > _LONGEST_CELL:
        raise OutputError(
            f"a text is longer than the {_LONGEST_CELL:,} characters of a cell",
            where=f"claim {claim.id!r}",
            do="export to CSV or JSONL instead",
        )
    return escaped
