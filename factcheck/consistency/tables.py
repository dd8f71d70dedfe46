"""FC202 and FC203 in tables and lists: a row, column or item that has the total of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final, NamedTuple

from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.consistency.spread import spread, summed
from factcheck.consistency.sums import not_the_sum
from factcheck.consistency.words import words
from factcheck.document.passage import Passage, Sort
from factcheck.findings.derivation import base_value, percent
from factcheck.model import Figure, Kind, Span

_LINE: Final = re.compile(r"[^\n]+")
_CELL: Final = re.compile(r"[^|\n]+")
_RULED: Final = re.compile(r"[\s|:+-]*")
_ITEM: Final = re.compile(r"\s*(?:[-*+•–]|\d{1,3}[.)])\s+(?=\S)")
_UNIT: Final = re.compile(r"\s*\([^()]*\)\Z")  # "(tonnes)", as a reader puts it behind a label
_BARE: Final = re.compile(r"[^\w ]+")
_SUMMED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.SHARE, Kind.DURATION, Kind.RATE})


class Cell(NamedTuple):
    """A value of a table.

    Attributes:
        labels: the heads of its column and of its row.
        figure: the value.
    """

    labels: tuple[str, ...]
    figure: Figure


def tables(draft: Draft) -> Iterator[Contradiction]:
    """Totals of tables and lists that are not the sum of what they add up."""
    for cells in (*grids(draft), *_lists(draft)):
        for total in cells:
            if not _is_total(total):
                continue
            parts = [cell.figure for cell in cells if _is_part(cell, total)]
            if len(parts) < 2:
                continue
            if _is_percent(total.figure):
                found = _not_all(draft, total.figure, parts)
            else:
                found = not_the_sum(draft, total.figure, parts)
            if found:
                yield found


def _is_total(cell: Cell) -> bool:
    return any(names_total(label) for label in cell.labels)


def names_total(label: str) -> bool:
    """Whether the label of a row or column says that it adds up the others."""
    return " ".join(_BARE.sub(" ", label).lower().split()) in words("sum", "totals")


def _is_part(cell: Cell, total: Cell) -> bool:
    """Whether a cell is one of those that a total adds up: of its column, or of its row."""
    if cell is total:
        return False
    if all(map(names_total, total.labels)):  # the corner, which adds up the last row
        return cell.labels[-1] == total.labels[-1] and not names_total(cell.labels[0])
    if any(map(names_total, cell.labels)):
        return False
    kept = [label for label in total.labels if not names_total(label)]
    if len(cell.labels) != len(total.labels) or any(label not in cell.labels for label in kept):
        return False
    return _sort(cell.figure) == _sort(total.figure)


def _sort(figure: Figure) -> tuple[str, str]:
    return figure.kind, figure.unit.dimension if figure.unit is not None else ""


def _is_percent(figure: Figure) -> bool:
    return figure.kind is Kind.SHARE


def _not_all(draft: Draft, total: Figure, parts: Sequence[Figure]) -> Contradiction | None:
    """Shares of a column that do not come to the 100% beneath it."""
    exact = sum((base_value(part) or Fraction(0) for part in parts), Fraction(0))
    come = summed([spread(part, draft.policy) for part in parts])
    if base_value(total) != 1 or come.overlaps(spread(total, draft.policy)):
        return None
    if not Fraction(1, 2) <= exact <= 2:
        return None
    message = f"the shares come to {percent(exact)}, not to {total.text}"
    return Contradiction("FC203", total.span, message, tuple((p.span, "a share") for p in parts))


def _figures(draft: Draft) -> list[Figure]:
    """All figures of the draft that can be added up, in text order."""
    found = (f.figure for s in draft.sentences for f in s.figures)
    return [figure for figure in found if figure.kind in _SUMMED and figure.value is not None]


def _first(figures: Sequence[Figure], within: Span) -> Figure | None:
    inside = [f for f in figures if within.start <= f.span.start and f.span.end <= within.end]
    return inside[0] if inside else None


def grids(draft: Draft) -> Iterator[list[Cell]]:
    """The values of every table of a draft, each with the labels of its column and row."""
    yield from _labelled(draft)
    yield from _barred(draft)


def _labelled(draft: Draft) -> Iterator[list[Cell]]:
    """Tables of which every value is a passage with its labels: "Deaths, Kenya, 2023: 1,200"."""
    figures = _figures(draft)
    for rows in _runs(draft, Sort.TABLE):
        cells: list[Cell] = []
        for passage in rows:
            own = passage.own or passage.span
            head = Span(passage.span.start, own.start).cut(draft.text).rstrip().removesuffix(":")
            figure = _first(figures, own)
            if head and figure is not None:
                labels = tuple(_UNIT.sub("", label).strip() for label in head.split(", "))
                cells.append(Cell(labels, figure))
        yield cells


def _runs(draft: Draft, sort: Sort) -> Iterator[list[Passage]]:
    """The passages of a sort that follow each other."""
    for found, run in groupby(draft.document.passages, key=lambda passage: passage.sort):
        if found is sort:
            yield list(run)


def _barred(draft: Draft) -> Iterator[list[Cell]]:
    """Tables between bars, as Markdown has them, where the text is the original."""
    if "|" not in draft.text:
        return
    figures = _figures(draft)
    rows: list[list[Span]] = []
    for line in _LINE.finditer(draft.text):
        if "|" not in line[0]:
            yield _grid(draft, rows, figures)
            rows = []
        elif not _RULED.fullmatch(line[0]):
            cut = _CELL.finditer(draft.text, *line.span())
            rows.append([Span(*cell.span()) for cell in cut if cell[0].strip()])
    yield _grid(draft, rows, figures)


def _grid(draft: Draft, rows: Sequence[Sequence[Span]], figures: Sequence[Figure]) -> list[Cell]:
    """The values of a table whose first row and first column are heads."""
    cells: list[Cell] = []
    if not rows:
        return cells
    heads = [draft.words(cell) for cell in rows[0]]
    near = Span(rows[0][0].start, rows[-1][-1].end) if rows[-1] else Span(0, 0)
    inside = [f for f in figures if near.start <= f.span.start < near.end]
    for row in rows[1:]:
        if len(row) != len(heads):
            continue
        name = draft.words(row[0])
        for head, cell in zip(heads[1:], row[1:], strict=True):
            figure = _first(inside, cell)
            if figure is not None:
                cells.append(Cell((head, name), figure))
    return cells


def _lists(draft: Draft) -> Iterator[list[Cell]]:
    """Lists of which every item has one figure, and one of them the total."""
    figures = _figures(draft)
    for items in item_lists(draft):
        cells: list[Cell] = []
        for item in items:
            figure = _first(figures, item)
            if figure is not None:
                label = item.cut(draft.text).replace(figure.text, " ").replace(":", " ")
                total = next((w for w in label.lower().split() if names_total(w)), "")
                cells.append(Cell(("list", total or label), figure))
        yield cells


def item_lists(draft: Draft) -> Iterator[list[Span]]:
    """The items of every list of a draft."""
    seen: set[int] = set()
    for items in (*_marked(draft), *_told(draft)):
        if (
            items and items[0].end not in seen
        ):  # a list in Markdown is told by its reader and by its marks
            seen.add(items[0].end)
            yield items


def _told(draft: Draft) -> Iterator[list[Span]]:
    """The items of lists of which the reader says that they are."""
    for items in _runs(draft, Sort.LIST):
        yield [item.span for item in items]


def _marked(draft: Draft) -> Iterator[list[Span]]:
    """The items of lists in a text without a format, behind their marks."""
    items: list[Span] = []
    for line in _LINE.finditer(draft.text):
        marker = _ITEM.match(line[0])
        if marker is not None:
            items.append(Span(line.start() + marker.end(), line.end()))
        elif items:
            yield items
            items = []
    yield items
