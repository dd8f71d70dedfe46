"""The rows of a CSV file, so that a quotation mark without its pair costs its own line alone.

Python's `csv` reads on until a mark closes the cell, over as many rows as there are. Here a cell of
several lines must end as the format has it, before a delimiter or the end of a line; where it does
not, the line that opened it is refused, and the next line is read as a row again.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from factcheck.exchange.base import LONGEST_LINE, Place, Refused, Source
from factcheck.exchange.text import Lines, TooLong

# Characters of a row of several lines; more in one cell `csv` itself does not read.
_LONGEST_ROW: Final = 131_072
_OPEN: Final = "a quotation mark is opened and not closed"
_CLOSE: Final = "close it, and double a mark that stands inside of a cell"
_INSIDE: Final = r'(?:[^"]++|"")*+'


class Row(NamedTuple):
    """A row, the line that it begins on, and what to look at in it."""

    place: Place
    cells: list[str]
    warning: str = ""


class _Line(NamedTuple):
    """A line and its number; None for one that is too long."""

    number: int
    text: str | None


class _Marks:
    """Tells whether a quotation mark is open at the end of a line."""

    def __init__(self, delimiter: str) -> None:
        d = re.escape(delimiter)
        bare = rf'[^"{d}\r\n][^{d}\r\n]*+|'
        field = rf'(?:"{_INSIDE}"[^{d}\r\n]*+|{bare})'
        strict = rf'(?:{d}(?:"{_INSIDE}"|{bare})(?=[{d}\r\n]|\Z))*+'
        self._closed = re.compile(rf"{field}(?:{d}{field})*+[\r\n]*+")
        self._goes_on = re.compile(rf'{_INSIDE}(?:"{strict}{d}"{_INSIDE})?+')
        self._ends = re.compile(rf'{_INSIDE}"{strict}[\r\n]*+')

    def opened(self, line: str) -> bool:
        """Whether a line that begins a row leaves a mark open."""
        return '"' in line and not self._closed.fullmatch(line)

    def still_open(self, line: str) -> bool | None:
        """Whether a line inside of a cell leaves a mark open; None where it cannot be inside."""
        if self._ends.fullmatch(line):
            return False
        return True if self._goes_on.fullmatch(line) else None


def rows(
    lines: Lines, delimiter: str, source: Source, fits: Callable[[list[str]], bool]
) -> Iterator[Refused | Row]:
    """Rows with the lines that they begin on; what is no row is refused, and the next one read.

    Args:
        lines: of the file.
        delimiter: one character.
        source: the file, for places.
        fits: whether the header has room for the cells of a row.
    """
    marks = _Marks(delimiter)
    ahead: deque[_Line] = deque()
    while (first := _next(lines, ahead)) is not None:
        place = source.place(first.number)
        if first.text is None:
            yield Refused(
                place,
                f"the line is longer than {LONGEST_LINE:,} characters",
                "it is no claim; look for a missing line end or quotation mark before it",
            )
            continue
        more = _rest(lines, ahead, marks) if marks.opened(first.text) else []
        if more is None:
            yield Refused(place, _OPEN, _CLOSE)
            continue
        found = _parsed([first.text, *(line.text or "" for line in more)], delimiter, place)
        if more and isinstance(found, Row) and not fits(found.cells):
            ahead.extendleft(reversed(more))
            found = Refused(place, _OPEN, _CLOSE)
        yield found


def _next(lines: Lines, ahead: deque[_Line]) -> _Line | None:
    if ahead:
        return ahead.popleft()
    try:
        text = next(lines)
    except StopIteration:
        return None
    except TooLong as error:
        return _Line(error.line, None)
    return _Line(lines.number, text)


def _rest(lines: Lines, ahead: deque[_Line], marks: _Marks) -> list[_Line] | None:
    """The further lines of a row; where it has no end they are read again, and this is None."""
    taken: list[_Line] = []
    size = 0
    while size < _LONGEST_ROW and (line := _next(lines, ahead)) is not None:
        taken.append(line)
        is_open = None if line.text is None else marks.still_open(line.text)
        if is_open is None:
            break
        size += len(line.text or "")
        if not is_open:
            return taken
    ahead.extendleft(reversed(taken))
    return None


def _parsed(row: list[str], delimiter: str, place: Place) -> Refused | Row:
    try:
        (cells,) = csv.reader(row, delimiter=delimiter)
    except (csv.Error, ValueError) as error:
        return Refused(place, f"not CSV: {error}", "look for a quotation mark without its pair")
    if not any(delimiter in cell and ("\n" in cell or "\r" in cell) for cell in cells):
        return Row(place, cells)
    last = place.line + len(row) - 1
    warning = f"a cell of lines {place.line} to {last} holds the delimiter: are they one claim?"
    return Row(place, cells, warning)
