"""A draft's text as rows (a heading, a paragraph, a list, a table), each with its items."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.document.base import Document
from factcheck.document.passage import Passage, Sort
from factcheck.model import Span
from factcheck.report.page.items import Item

_LETTER: Final = re.compile(r"[^\W\d_]")
_GATHERED: Final = frozenset({Sort.LIST, Sort.TABLE})
# A longer list goes on in a row of its own, so that what is told of it stands beside it.
_MOST_LINES: Final = 12
_LONGEST_ASIDE: Final = 120  # characters of a link's address or of code that are shown


class Piece(NamedTuple):
    """A stretch of a line: plain, told of by `item`, or not read (an address, code)."""

    text: str
    item: Item | None = None
    aside: bool = False


class Line(NamedTuple):
    """A paragraph, an entry of a list, or a value of a table under its `label`."""

    pieces: tuple[Piece, ...]
    label: str = ""


class Row(NamedTuple):
    """What stands beside its items.

    Attributes:
        sort: what sort of passage it is.
        lines: its text.
        items: what is told of it.
        left_out: how many lines of the draft above it were not read.
    """

    sort: Sort
    lines: tuple[Line, ...]
    items: tuple[Item, ...]
    left_out: int = 0


def rows_of(document: Document, items: Sequence[Item]) -> Iterator[Row]:
    """The rows of a draft, in text order.

    Args:
        document: the draft.
        items: what is told of it, in text order.
    """
    waiting, end = deque(item for item in items if item.text), 0
    for block in _blocks(document):
        start, stop = block[0][0].span.start, block[-1][-1].span.end
        while waiting and waiting[0].span.start < start:
            waiting.popleft()  # it is told of no passage: `apart` has it
        mine: list[Item] = []
        while waiting and waiting[0].span.start < stop:
            mine.append(waiting.popleft())
        lines = tuple(_line(document.text, line, mine) for line in block)
        left_out = _left_out(document.text[end:start])
        yield Row(block[0][0].sort, lines, tuple(mine), left_out)
        end = stop


def apart(document: Document, items: Iterable[Item]) -> list[Item]:
    """The items that no row has: what is told of the draft as a whole, or of its comments."""
    held = deque((b[0][0].span.start, b[-1][-1].span.end) for b in _blocks(document))
    found = []
    for item in items:
        while held and held[0][1] <= item.span.start:
            held.popleft()
        if not item.text or not held or item.span.start < held[0][0]:
            found.append(item)
    return found


def _blocks(document: Document) -> Iterator[list[list[Passage]]]:
    """Passages that are shown together, line by line."""
    block: list[list[Passage]] = []
    for passage in document.passages:
        last = block[-1][-1] if block else None
        if last is not None and last.sort is passage.sort:
            between = document.text[last.span.end : passage.span.start]
            if "\n" not in between and "\r" not in between and passage.sort is not Sort.TABLE:
                block[-1].append(passage)
                continue
            near = passage.sort in _GATHERED and not _LETTER.search(between)
            if near and len(block) < _MOST_LINES:
                block.append([passage])
                continue
        if block:
            yield block
        block = [[passage]]
    if block:
        yield block


def _line(text: str, line: Sequence[Passage], items: Sequence[Item]) -> Line:
    own = line[0].own
    label = text[line[0].span.start : own.start].strip().rstrip(":") if own else ""
    pieces: list[Piece] = []
    end = own.start if own else line[0].span.start
    for passage in line:
        if passage.span.start > end:
            pieces.append(Piece(_short(text[end : passage.span.start]), aside=True))
        span = Span(max(end, passage.span.start), passage.span.end)
        mine = [item for item in items if span.start <= item.span.start < passage.span.end]
        pieces += _pieces(text, span, mine)
        end = passage.span.end
    return Line(tuple(pieces), label)


def _pieces(text: str, span: Span, items: Iterable[Item]) -> Iterator[Piece]:
    """The text cut at its items; of an item inside another nothing but its mark is left."""
    at = span.start
    for item in items:
        start, end = max(item.span.start, at), min(item.span.end, span.end)
        if start > at:
            yield Piece(text[at:start])
            at = start
        yield Piece(text[at : max(end, at)], item)
        at = max(end, at)
    if at < span.end:
        yield Piece(text[at : span.end])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_ASIDE else f"{text[:_LONGEST_ASIDE]}…"


def _left_out(gap: str) -> int:
    """How many lines with words stand in a stretch that was not read."""
    return sum(_LETTER.search(line) is not None for line in gap.splitlines())
