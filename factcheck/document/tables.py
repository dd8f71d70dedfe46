"""Tables, written as statements: "Deaths, Kenya, 2023: 1,200".

A cell says nothing without its row and its column. Each cell that holds a value becomes a line of
its own, in the one order from which the reader of figures takes all of it: first what is measured
(the head of its column), then of what (the head of its row), then when, and last, in brackets,
the unit. What is repeated in front of a value has no piece: it stands where the value does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from factcheck.document.origin import Piece
from factcheck.document.passage import Passage, Sort
from factcheck.document.words import words
from factcheck.model import Span

_YEAR = r"(?:1[6-9]|20)\d\d(?:\s*[-–/]\s*\d{2,4})?"
# What only says when: "2023", "Q3 2021", "12 March 2024", "2022/23", "2024-03-01".
_TIME: Final = re.compile(
    rf"(?:(?:FY|[QH][1-4]|[^\W\d]{{3,9}}\.?|\d{{1,2}}\.?)[\s,]*){{0,3}}{_YEAR}"
    rf"|{_YEAR}\s*[QH]\d|\d{{4}}-\d\d(?:-\d\d)?"
)
_UNIT: Final = re.compile(r"(?P<name>.*\S)\s*(?P<unit>\([^()]{1,30}\))\s*")
_NUMBERED: Final = re.compile(r"([0-9]{1,4})[.)]?\s+(?=[^\W\d])")
_BLANK: Final = re.compile(r"[\W_]*")
# A cell of more words is a sentence, or a piece of one, and needs no label in front of it.
_LABELLED_WORDS: Final = 8
# A longer label is a text; repeated before every cell it would make a long table endless.
_LONGEST_LABEL: Final = 60
_MOST_LABELS: Final = 3
_MOST_PARTS: Final = 60  # names of rows that a total is told from
_WIDEST: Final = 1_000  # a cell that claims to span more columns, or rows, spans as many


class Cell(NamedTuple):
    """A cell as it was read.

    Attributes:
        text: what it says, on one line.
        pieces: where that comes from; they begin at 0 with the cell's text. May be left empty
            where the text of the document is built of them otherwise.
        head: whether the format says that it is the head of a row or column.
        columns, rows: how many it spans.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    head: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Written:
    """A table as text.

    Attributes:
        text: one line a statement, each closed by a line break.
        pieces: where it was read.
        passages: one a statement.
    """

    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


class _Place(NamedTuple):
    """A cell in the grid; a cell that spans several places begins at one of them."""

    cell: Cell
    begins: bool


def write_table(
    rows: Sequence[Sequence[Cell]],
    start: int,
    topic: str | None = None,
    *,
    heads: int | None = None,
) -> Written:
    """Write a table as statements.

    Args:
        rows: the cells of each row, those that an earlier one spans left out.
        start: the offset in the document's text at which the written text will stand.
        topic: the caption or heading above the table, which all of its cells are about.
        heads: how many of the first rows are the heads of columns, where the format says so; it
            is told from the cells without.

    Returns:
        Its text, pieces and passages; these count from the document's beginning.
    """
    grid = _grid(rows)
    first = _heads(grid) if heads is None else heads
    columns = _column_labels(grid[:first])
    out = _Lines(start, topic)
    for place in (place for row in grid[:first] for place in row if place.begins):
        # a head that is a sentence says something, and one that measures may be no head
        if first == len(grid) or len(place.cell.text.split()) > _LABELLED_WORDS:
            out.line([], place.cell)
    corner = _corner(columns)
    out.rows = tuple(dict.fromkeys(row[0].cell.text for row in grid[first:]))
    for number, row in enumerate(grid[first:], 1):
        _write_row(row, number, columns, corner, out)
    return out.written()


class _Lines:
    """Gathers lines, with their pieces and passages."""

    def __init__(self, start: int, topic: str | None) -> None:
        self._at = start
        self._topic = topic
        self._parts: list[str] = []
        self._out = Written()
        self.rows: tuple[str, ...] = ()  # the names of all rows

    def line(self, labels: Sequence[str], cell: Cell) -> None:
        """Add a statement: the labels, a colon, and what the cell says."""
        if _blank(cell):
            return
        head = _label(labels)
        own = self._at + len(head)
        self._out.pieces += [p._replace(start=p.start + own) for p in cell.pieces]
        said = cell.text.strip()  # of blanks that no format folds, such as U+2028
        at = own + cell.text.index(said)
        whole = Span(self._at if head else at, at + len(said))
        value = Span(at, whole.end) if head else None
        passage = Passage(whole, self._topic, sort=Sort.TABLE, own=value)
        if any(label.strip().lower() in words("tables", "wholes") for label in labels):
            passage = passage._replace(apart=self._parts_of())
        self._out.passages.append(passage)
        self._parts.append(f"{head}{cell.text}\n")
        self._at = own + len(cell.text) + 1

    def _parts_of(self) -> tuple[str, ...]:
        """What the other rows are about, where this one has the total of them."""
        named = (name for name in self.rows if len(name) <= _LONGEST_LABEL and name[:1].isalpha())
        return tuple(n for n in named if n.lower() not in words("tables", "wholes"))[:_MOST_PARTS]

    def written(self) -> Written:
        """All of it."""
        self._out.text = "".join(self._parts)
        return self._out


def _write_row(
    row: Sequence[_Place],
    number: int,
    columns: Sequence[Sequence[str]],
    corner: Sequence[str],
    out: _Lines,
) -> None:
    """One line for each value of a row.

    Its labels are the cells in front of the first value: the heads that the format names, and
    others that measure nothing.
    """
    lead = _lead(row, named=bool(columns and columns[0]) and not corner)
    names = [
        _unnumbered(place.cell.text, number) if at == 0 else place.cell.text
        for at, place in enumerate(row[:lead])
        if not _blank(place.cell) and not _counts_rows(place.cell, number, at)
    ][:_MOST_LABELS]
    for at, place in enumerate(row[lead:], lead):
        cell = place.cell
        if not place.begins:
            continue
        if len(cell.text.split()) > _LABELLED_WORDS:
            out.line([], cell)
            continue
        above = columns[at] if at < len(columns) else ()
        what = [*(corner if all(map(_is_time, above)) else ()), *above]
        out.line([*what, *(name for name in names if name not in what)], cell)
    for place in row[:lead]:
        if place.begins and len(place.cell.text.split()) > _LABELLED_WORDS:
            out.line([], place.cell)


def _lead(row: Sequence[_Place], *, named: bool) -> int:
    """How many cells in front are the row's labels; all but the last where none measures.

    Args:
        row: the cells.
        named: whether the head of the first column says that it names the rows: "Country".
    """
    lead = next((i for i, p in enumerate(row) if not _names(p.cell, i, named=named)), -1)
    if lead < 0:
        return sum(place.cell.head for place in row) or min(1, len(row) - 1)
    if lead == 0 and len(row) > 1 and _counts_rows(row[0].cell, _number(row[0].cell), 0):
        # "1 | Kenya | 1,200": a rank or a running number in front of the name
        value = next((i for i, p in enumerate(row[1:], 1) if _measures(p.cell)), 0)
        return value if value > 1 else 0
    return lead


def _names(cell: Cell, at: int, *, named: bool) -> bool:
    """Whether a cell says of what its row is.

    A first one may have a number, "District 9", and in a column of names begin with it,
    "1. Norway".
    """
    if cell.head or not _measures(cell):
        return True
    return at == 0 and (cell.text[:1].isalpha() or (named and any(map(str.isalpha, cell.text))))


def _number(cell: Cell) -> int:
    bare = cell.text.rstrip(".")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 5 else -1


def _unnumbered(name: str, number: int) -> str:
    """A name without the number of its row, "1. Norway", which would end a sentence."""
    told = _NUMBERED.match(name)
    return name[told.end() :] if told is not None and int(told[1]) == number else name


def _counts_rows(cell: Cell, number: int, at: int) -> bool:
    """Whether a first cell is only the number of its row."""
    return at == 0 and number >= 0 and _number(cell) == number


def _label(labels: Iterable[str]) -> str:
    """What stands in front of a value, or "" for nothing."""
    names: list[str] = []
    times: list[str] = []
    unit = ""
    for label in labels:
        name = label.strip().rstrip(":")
        if _is_time(name):
            times.append(name)
            continue
        if not unit and (ends := _UNIT.fullmatch(name)) and not _is_time(ends["unit"][1:-1]):
            name, unit = ends["name"], f" {ends['unit']}"
        if name and len(name) <= _LONGEST_LABEL and name not in names:
            names.append(name)
    told = ", ".join([*names, *times])
    return f"{told}{unit}: " if told else ""


def _is_time(label: str) -> bool:
    return len(label) < _LONGEST_LABEL and _TIME.fullmatch(label.strip()) is not None


def _blank(cell: Cell) -> bool:
    return not _BLANK.sub("", cell.text)


def _measures(cell: Cell) -> bool:
    """Whether a cell holds a value: a digit that is none of a date or of a long text."""
    text = cell.text
    return (
        any(map(str.isdigit, text)) and not _is_time(text) and len(text.split()) <= _LABELLED_WORDS
    )


def _corner(columns: Sequence[Sequence[str]]) -> Sequence[str]:
    """The head of the first column, where it may say what is measured in the whole table."""
    return [label for label in (columns[0] if columns else ()) if measures(label)]


def measures(head: str) -> bool:
    """Whether the head of a first column says what is measured, not what its rows are."""
    return head.lower().rstrip(".") not in words("tables", "nameless") and not _is_time(head)


def _heads(grid: Sequence[Sequence[_Place]]) -> int:
    """How many of the first rows are the heads of columns."""
    marked = 0
    for row in grid:
        if not all(place.cell.head or _blank(place.cell) for place in row):
            break
        marked += 1
    if marked:
        return marked if marked < len(grid) else 0
    if len(grid) < 2 or len(grid[0]) < 2:
        return 0
    told = [place.cell for place in grid[0] if not _blank(place.cell)]
    is_head = len(told) > 1 and not any(map(_measures, told))
    is_head = is_head and all(len(cell.text.split()) <= _LABELLED_WORDS for cell in told)
    return int(is_head and any(_measures(place.cell) for row in grid[1:] for place in row))


def _column_labels(rows: Sequence[Sequence[_Place]]) -> list[list[str]]:
    """What the heads say of each column, the lowest first: it tells most."""
    wide = max(map(len, rows), default=0)
    found: list[list[str]] = [[] for _ in range(wide)]
    for row in reversed(rows):
        for at, place in enumerate(row):
            if not _blank(place.cell) and place.cell.text not in found[at]:
                found[at].append(place.cell.text)
    return [labels[:_MOST_LABELS] for labels in found]


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[_Place]]:
    """Every place of the table with the cell that covers it."""
    grid: list[list[_Place]] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # column: a cell of above, and how many rows more
    for cells in rows:
        row: list[_Place] = []
        for cell in cells:
            row += _hung(hanging, len(row))
            for extra in range(max(1, min(cell.columns, _WIDEST))):
                if cell.rows > 1:
                    hanging[len(row)] = (cell, min(cell.rows, _WIDEST))
                row.append(_Place(cell, begins=extra == 0))
        row += _hung(hanging, len(row))
        hanging = {at: (cell, more - 1) for at, (cell, more) in hanging.items() if more > 1}
        if any(not _blank(place.cell) for place in row):
            grid.append(row)
    return grid


def _hung(hanging: dict[int, tuple[Cell, int]], at: int) -> Iterator[_Place]:
    """The cells that hang down from rows above, from a column on."""
    while at in hanging:
        yield _Place(hanging[at][0], begins=False)
        at += 1
