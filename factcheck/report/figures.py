"""The figures of a text: as a table, or each with everything that was read about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.document.positions import Positions
from factcheck.model import Figure
from factcheck.report import words
from factcheck.report.layout import END, START, Painter, clean, clip, columns, wrap
from factcheck.report.readings import reading, value_words

_HEAD: Final = ("where", "figure", "kind", "value", "counts", "event")
_STRETCHING: Final = (1, 3, 4, 5)  # the columns that give way where the table is too wide
_NUMBERS: Final = (1, 3)
_NARROWEST: Final = 6
_GAP: Final = "  "
_LABELS: Final = 10  # columns of the widest label of a reading
# Hedges that the value shows by itself.
_SHOWN: Final = frozenset({"plain", "range", "margin", "vague", "share word"})


def render(
    figures: Sequence[Figure], *, colour: bool, width: int, text: str, full: bool = False
) -> str:
    """The figures for the terminal, ending in a newline.

    Args:
        figures: what to list.
        colour: whether to use ANSI colours.
        width: columns to write in, at least 60.
        text: the text they were read in.
        full: whether to show all that was read about each, instead of a table.
    """
    if not figures:
        return "No figures in this text.\n"
    painter = Painter(colour=colour)
    positions = Positions(text)
    if full:
        blocks = (_block(figure, painter, positions, text, width) for figure in figures)
        return "\n\n".join("\n".join(block) for block in blocks) + "\n"
    rows = [tuple(map(clean, _cells(figure, positions))) for figure in figures]
    across = _widths([_HEAD, *rows], width)
    lines = [
        painter.paint(line, "dim") for line in _table_row(_HEAD, across, Painter(colour=False))
    ]
    for figure, row in zip(figures, rows, strict=True):
        lines += _table_row(row, across, painter)
        lines += [painter.paint(line, "dim") for line in _more(figure, across, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: what its cells need, or their share where that is too much.

    The columns of numbers take more than their share, so that no number breaks within.
    """
    needed = [max(columns(row[index]) for row in rows) for index in range(len(_HEAD))]
    spare = width - len(_GAP) * (len(_HEAD) - 1)
    if sum(needed) <= spare:
        return needed
    left = spare - sum(size for index, size in enumerate(needed) if index not in _STRETCHING)
    share = max(left // len(_STRETCHING), _NARROWEST)
    most = max((left - 2 * _NARROWEST) // 2, share)
    whole = {index: min(_longest(rows, index), most) for index in _NUMBERS}
    taken = sum(max(size - share, 0) for size in whole.values())
    rest = max(share - (taken + 1) // 2, _NARROWEST)
    shares = {index: max(whole[index], share) if index in whole else rest for index in _STRETCHING}
    return [min(size, shares.get(index, size)) for index, size in enumerate(needed)]


def _longest(rows: Sequence[Sequence[str]], index: int) -> int:
    """The longest word of a column, which would be broken in a narrower one."""
    return max(columns(word) for row in rows for word in row[index].split(" "))


def _cells(figure: Figure, positions: Positions) -> Iterator[str]:
    yield _place(figure, positions)
    yield figure.text
    yield figure.kind.value
    yield value_words(figure)
    yield figure.counted or "–"
    yield figure.event or "–"


def _place(figure: Figure, positions: Positions) -> str:
    line, column = positions.at(figure.span.start)
    return f"{line}:{column}"


def _table_row(cells: Sequence[str], across: Sequence[int], painter: Painter) -> Iterator[str]:
    """The lines of one row; a cell that is too long goes on beneath."""
    wrapped = [wrap(cell, size) for cell, size in zip(cells, across, strict=True)]
    for number in range(max(map(len, wrapped))):
        pieces = [lines[number] if number < len(lines) else "" for lines in wrapped]
        padded = [
            painter.paint(piece, "strong" if index == 1 else "") + " " * (size - columns(piece))
            for index, (piece, size) in enumerate(zip(pieces, across, strict=True))
        ]
        yield _GAP.join(padded)


def _more(figure: Figure, across: Sequence[int], width: int) -> Iterator[str]:
    """What else is known of a figure, beneath its row."""
    known = [figure.hedge.value] if figure.hedge.value not in _SHOWN else []
    known += [f"{words.slot_words(slot)}: {text}" for slot, text in figure.qualifiers]
    if known:
        indent = across[0] + len(_GAP)
        lines = wrap(clean(" · ".join(known)), width - indent)
        yield from (f"{' ' * indent}{line}" for line in lines)


def _block(
    figure: Figure, painter: Painter, positions: Positions, text: str, width: int
) -> Iterator[str]:
    """One figure with its surroundings, and a line for everything that is known of it."""
    place = _place(figure, positions)
    yield f"{painter.paint(place, 'dim')}  {painter.paint(clean(figure.text), 'strong')}"
    start, end = figure.span
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = clean(text[first : last if last >= 0 else len(text)])
    excerpt, start, end = clip(line, start - first, end - first, 2 * width)
    marked = excerpt[:start] + START + excerpt[start:end] + END + excerpt[end:]
    yield from (f"  {piece}" for piece in painter.lines(wrap(marked, width - 2), "dim"))
    for label, said in reading(figure):
        shown = wrap(clean(said), width - _LABELS - 4)
        yield f"  {painter.paint(f'{label:<{_LABELS}}', 'dim')}  {shown[0]}"
        yield from (f"{' ' * (_LABELS + 4)}{piece}" for piece in shown[1:])
