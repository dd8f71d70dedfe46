"""Claims as a table that fits the terminal.

A claim has one line, with the beginning of its text, or where ids and sources leave too little
room for that, a second line for its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.model import ClaimStatus
from factcheck.report.layout import Painter, clean, columns

STYLES: Final = {
    ClaimStatus.DRAFT.value: "open",
    ClaimStatus.SUPERSEDED.value: "dim",
    ClaimStatus.RETRACTED.value: "bad",
}
_GAP: Final = "  "
_MOST_SOURCE: Final = 22  # columns; who says so is mostly told by its first words
_LEAST_SOURCE: Final = 12
_INDENT: Final = "    "
_LEAST_TEXT: Final = 24  # columns; with less, nobody knows a claim by its text
_ID_SHARE: Final = 3  # an id that takes more than this part of the width stands on its own line


class ClaimRow(NamedTuple):
    """What a table shows of a claim.

    Attributes:
        id: never cut, so that it can be copied.
        date: as in its file, "" where there is none.
        status: its status, or in a list of old claims its age.
        source, text: cut where there is no room.
    """

    id: str
    date: str
    status: str
    source: str
    text: str


def table(
    rows: Sequence[ClaimRow], *, colour: bool, width: int, status: str = "status"
) -> Iterator[str]:
    """The lines of a table; none where there are no rows.

    Args:
        rows: what to show.
        colour: whether to use ANSI colours.
        width: columns to write in, at least 60.
        status: the heading of the third column.
    """
    if not rows:
        return
    head = ClaimRow("id", "date", status, "source", "text")
    shown = [ClaimRow(*map(clean, row)) for row in rows]
    layout = _layout([head, *shown], width)
    painter = Painter(colour=colour)
    titles = _lines(head, layout, Painter(colour=False), width)
    yield from (painter.paint(line, "dim") for line in titles)
    for row in shown:
        yield from _lines(row, layout, painter, width)


class _Layout(NamedTuple):
    """The columns of each cell; a text of 0 columns goes on a line of its own."""

    id: int
    date: int
    status: int
    source: int
    text: int


def _layout(rows: Sequence[ClaimRow], width: int) -> _Layout:
    name, date, status, source, text = (
        max(map(columns, cells)) for cells in zip(*rows, strict=True)
    )
    most = width // _ID_SHARE
    if name > most:
        name = max(size for row in rows if (size := columns(row.id)) <= most)
    left = width - name - date - status - 3 * len(_GAP)
    if not any(row.source for row in rows[1:]):
        source = 0
    short = min(source, _MOST_SOURCE, max(_LEAST_SOURCE, left // 3))
    room = left - (short + len(_GAP) if short else 0)
    if room < min(_LEAST_TEXT, text):
        return _Layout(name, date, status, min(source, left), 0)
    return _Layout(name, date, status, short, room)


def _lines(row: ClaimRow, layout: _Layout, painter: Painter, width: int) -> Iterator[str]:
    name = row.id
    if columns(name) > layout.id:
        yield name
        name = ""
    cells = [
        _padded(name, layout.id),
        _padded(row.date, layout.date),
        painter.paint(_padded(row.status, layout.status), STYLES.get(row.status, "")),
    ]
    cells += [_padded(cut(row.source, layout.source), layout.source)] if layout.source else []
    cells += [cut(row.text, layout.text)] if layout.text else []
    yield _GAP.join(cells).rstrip()
    if not layout.text:
        yield _INDENT + cut(row.text, width - len(_INDENT))


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def cut(text: str, width: int) -> str:
    """The beginning of a text, at most `width` columns of it, with … where it was cut."""
    if columns(text) <= width:
        return text
    kept = ""
    used = 1
    for char in text:
        used += columns(char)
        if used > width:
            break
        kept += char
    return kept.rstrip() + "…"
