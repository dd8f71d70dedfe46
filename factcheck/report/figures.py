"""The figures of a text as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Figure, Interval
from factcheck.report import words
from factcheck.report.layout import Painter, clean, columns, wrap
from factcheck.report.positions import Positions

_HEAD = ("where", "figure", "kind", "values", "counts", "event")
_STRETCHING = (1, 3, 4, 5)  # the columns that give way where the table is too wide
_GAP = "  "


def interval_words(interval: Interval) -> str:
    """An interval as a range of numbers; a round bracket where its end is excluded."""
    if interval.is_point and interval.low is not None:
        return words.number(interval.low)
    low = "(−∞" if interval.low is None else ("(" if interval.low_open else "[")
    low += "" if interval.low is None else words.number(interval.low)
    high = "∞)" if interval.high is None else words.number(interval.high)
    high += "" if interval.high is None else (")" if interval.high_open else "]")
    return f"{low}, {high}"


def render(figures: Sequence[Figure], *, colour: bool, width: int, text: str) -> str:
    """A table of figures for the terminal, ending in a newline.

    Args:
        figures: what to list.
        colour: whether to use ANSI colours.
        width: columns to write in, at least 60.
        text: the text they were read in.
    """
    if not figures:
        return "No figures in this text.\n"
    painter = Painter(colour=colour)
    positions = Positions(text)
    rows = [tuple(map(clean, _cells(figure, positions))) for figure in figures]
    across = _widths([_HEAD, *rows], width)
    lines = [painter.paint(line, "dim") for line in _table_row(_HEAD, across)]
    for figure, row in zip(figures, rows, strict=True):
        lines += _table_row(row, across)
        lines += _more(figure, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: what its cells need, or their share where that is too much."""
    needed = [max(columns(row[index]) for row in rows) for index in range(len(_HEAD))]
    spare = width - len(_GAP) * (len(_HEAD) - 1)
    if sum(needed) <= spare:
        return needed
    fixed = sum(size for index, size in enumerate(needed) if index not in _STRETCHING)
    share = max((spare - fixed) // len(_STRETCHING), 6)
    return [min(size, share) if index in _STRETCHING else size for index, size in enumerate(needed)]


def _cells(figure: Figure, positions: Positions) -> Iterator[str]:
    line, column = positions.at(figure.span.start)
    yield f"{line}:{column}"
    yield figure.text
    yield figure.kind.value
    unit = f" {figure.unit.symbol}" if figure.unit is not None else ""
    yield str(figure.date) if figure.date is not None else interval_words(figure.interval) + unit
    yield figure.counted or "–"
    yield figure.event or "–"


def _table_row(cells: Sequence[str], across: Sequence[int]) -> Iterator[str]:
    """The lines of one row; a cell that is too long goes on beneath."""
    wrapped = [wrap(cell, size) for cell, size in zip(cells, across, strict=True)]
    for number in range(max(map(len, wrapped))):
        pieces = [lines[number] if number < len(lines) else "" for lines in wrapped]
        yield _GAP.join(
            piece + " " * (size - columns(piece))
            for piece, size in zip(pieces, across, strict=True)
        )


def _more(figure: Figure, width: int) -> Iterator[str]:
    """What else is known of a figure, beneath its row."""
    known = [f"hedge {figure.hedge}"] if figure.hedge != "plain" else []
    known += [f"{words.slot_words(slot)} {text}" for slot, text in figure.qualifiers]
    if known:
        yield from (f"{' ' * 7}{line}" for line in wrap(clean(" · ".join(known)), width - 7))
