"""Words of a page to lines, in the order in which they are read: column after column."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from factcheck.document.pdf_words import RAISED_BY, RAISED_SIZE, Word, raised

# In widths of an "m", that is sizes of the font. A blank between words is a quarter of one, half
# of one in a justified line; the gutter between columns is more than one.
_NO_BLANK: Final = 0.1
_GUTTER, _SURE_GUTTER = 1.1, 1.5
_UNEVEN: Final = 2.5  # a gap so many times as wide as the others of its line is none of them
_SAME_LINE: Final = 0.5
# What makes columns of text, and no table: so many lines, each so long, on either side.
_COLUMN_LINES, _COLUMN_LENGTH = 4, 8
_MARGIN: Final = 0.15  # of the width: nearer to its edge, an indent begins, and no column
_ALIGNED: Final = 2.0  # points
_DEEPEST: Final = 8  # columns within columns
_EDGES: Final = 24  # places looked at where a column may begin, those of most lines


class Stretch(NamedTuple):
    """Words that stand beside each other in one line: a line of a column, a cell of a table.

    Attributes:
        text: what they say.
        left, right, base: where they stand.
        size: the size of most of it.
        bold: whether all of it is.
        first: how wide its first word is.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    first: float


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a column: one stretch, or the cells of a row.

    Attributes:
        cells: from left to right.
        aside: whether it is turned against the text of the page.
    """

    cells: tuple[Stretch, ...]
    aside: bool = False

    @cached_property
    def text(self) -> str:
        """What it says."""
        return " ".join(cell.text for cell in self.cells)

    @cached_property
    def size(self) -> float:
        """The size of most of it."""
        return max(self.cells, key=lambda cell: len(cell.text)).size

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1].right

    @property
    def base(self) -> float:
        """How far down it stands."""
        return self.cells[0].base

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(cell.bold for cell in self.cells)


def blocks_of(words: Iterable[Word]) -> list[list[Line]]:
    """The lines of a page, in blocks of one column each, in reading order.

    What is turned (a label at an axis, the name of a section at the margin) follows the rest.
    """
    turned: defaultdict[int, list[Word]] = defaultdict(list)
    for word in words:
        turned[word.turn].append(word)
    groups = sorted(turned.values(), key=len, reverse=True)
    return [
        _lines(block, aside=number > 0)
        for number, group in enumerate(groups)
        for block in _columns(list(_stretches(group)))
    ]


def _stretches(words: Sequence[Word]) -> Iterator[Stretch]:
    """The words, cut where one follows that does not stand beside the one before."""
    row: list[Word] = []
    for word in words:
        if row and not _beside(row[-1], word):
            yield from _split(row)
            row = []
        row.append(word)
    if row:
        yield from _split(row)


def _beside(left: Word, right: Word) -> bool:
    size = max(left.size, right.size)
    return abs(left.base - right.base) < _SAME_LINE * size and right.left - left.right > -size / 2


def _split(row: list[Word]) -> Iterator[Stretch]:
    """The stretches of a row, cut at its gutters."""
    gaps = [right.left - left.right for left, right in pairwise(row)]
    usual = median(gaps) if len(gaps) > 2 else 0.0
    start = 0
    for at, gap in enumerate(gaps, 1):
        size = max(row[at - 1].size, row[at].size)
        wide = gap > _GUTTER * size and gap > _UNEVEN * usual
        if wide if usual > 0 else gap > _SURE_GUTTER * size:
            yield _stretch(row[start:at])
            start = at
    yield _stretch(row[start:])


def _stretch(words: Sequence[Word]) -> Stretch:
    size, base = _level(words)
    parts: list[str] = []
    for at, word in enumerate(words):
        if at and word.left - words[at - 1].right > _NO_BLANK * min(word.size, size):
            parts.append(" ")
        above = word.size < RAISED_SIZE * size and base - word.base > RAISED_BY * size
        parts.append(raised(word.text) if above else word.text)
    first = words[0]
    return Stretch(
        *("".join(parts), first.left, words[-1].right, base, size),
        bold=all(word.bold for word in words),
        first=first.right - first.left,
    )


def _level(words: Sequence[Word]) -> tuple[float, float]:
    """The size of most characters, and the baseline of the words that have it."""
    counted: Counter[float] = Counter()
    for word in words:
        counted[word.size] += len(word.text)
    size = max(counted, key=lambda one: (counted[one], one))
    return size, next(word.base for word in words if word.size == size)


def _columns(items: list[Stretch], depth: int = 0) -> Iterator[list[Stretch]]:
    """The stretches of each column, in reading order.

    What crosses a gutter, such as a headline above two columns, closes the columns above it.
    """
    gutter = _gutter(items) if depth < _DEEPEST else None
    if gutter is None:
        if items:
            yield items
        return
    left: list[Stretch] = []
    right: list[Stretch] = []
    across: list[Stretch] = []
    for item in sorted(items, key=lambda one: one.base):
        if item.left < gutter - _ALIGNED and item.right > gutter:
            yield from _columns(left, depth + 1)
            yield from _columns(right, depth + 1)
            left, right = [], []
            across.append(item)
            continue
        if across:
            yield across
            across = []
        (right if item.left >= gutter - _ALIGNED else left).append(item)
    if across:
        yield across
    yield from _columns(left, depth + 1)
    yield from _columns(right, depth + 1)


def _gutter(items: Sequence[Stretch]) -> float | None:
    """Where the second of several columns of text begins; None for a single one."""
    if len(items) < 2 * _COLUMN_LINES:
        return None
    begins = min(item.left for item in items)
    width = max(item.right for item in items) - begins
    edges = Counter(round(item.left / _ALIGNED) for item in items)
    best: tuple[int, float] | None = None
    for edge, count in sorted(edges.items(), key=lambda one: (-one[1], one[0]))[:_EDGES]:
        at = edge * _ALIGNED
        inside = _MARGIN * width < at - begins < (1 - _MARGIN) * width
        if count < _COLUMN_LINES or not inside:
            continue
        left = [item for item in items if item.right <= at]
        right = [item for item in items if item.left >= at - _ALIGNED]
        crossed = (len(items) - len(left) - len(right), at)
        if (best is None or crossed < best) and _is_text(left) and _is_text(right):
            best = crossed
    return best[1] if best is not None else None


def _is_text(items: Sequence[Stretch]) -> bool:
    """Whether stretches are lines of text rather than cells of a table."""
    if len(items) < _COLUMN_LINES:
        return False
    return median((item.right - item.left) / item.size for item in items) >= _COLUMN_LENGTH


def _lines(items: list[Stretch], *, aside: bool) -> list[Line]:
    """The lines of a column, from the top; stretches of one line are its cells."""
    rows: list[list[Stretch]] = []
    level: Stretch | None = None
    for item in sorted(items, key=lambda one: (one.base, one.left)):
        if level is None or abs(item.base - level.base) >= _SAME_LINE * max(item.size, level.size):
            rows.append([])
            level = item
        elif item.size > level.size:  # a raised mark comes first, and its line is the larger
            level = item
        rows[-1].append(item)
    return [Line(tuple(_cells(sorted(row, key=lambda one: one.left))), aside) for row in rows]


def _cells(row: Sequence[Stretch]) -> Iterator[Stretch]:
    """The cells of a row: stretches that no gutter parts are one."""
    start = 0
    for at in range(1, len(row)):
        left, right = row[at - 1], row[at]
        if right.left - left.right > _GUTTER * max(left.size, right.size):
            yield _joined(row[start:at])
            start = at
    yield _joined(row[start:])


def _joined(items: Sequence[Stretch]) -> Stretch:
    if len(items) == 1:
        return items[0]
    large = max(items, key=lambda one: (one.size, len(one.text)))
    parts: list[str] = []
    for at, item in enumerate(items):
        if at and item.left - items[at - 1].right > _NO_BLANK * large.size:
            parts.append(" ")
        above = item.size < RAISED_SIZE * large.size
        above = above and large.base - item.base > RAISED_BY * large.size
        parts.append(raised(item.text) if above else item.text)
    return Stretch(
        *("".join(parts), items[0].left, max(item.right for item in items)),
        *(large.base, large.size),
        bold=all(item.bold for item in items),
        first=items[0].first,
    )
