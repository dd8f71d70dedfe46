"""Lines to paragraphs, by what a page shows: gaps, indents, sizes, and lines that end early."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from factcheck.document.page_words import captions
from factcheck.document.passage import Sort
from factcheck.document.pdf_lines import Line

# All lengths in sizes of the font.
_INDENT: Final = 0.7
_CENTRED: Final = 0.25
_WIDE: Final = 1.3  # times the usual distance of lines: a gap that ends a paragraph
_USUAL: Final = 1.25  # distance of lines where a page has too few to tell
_SIZES_APART: Final = 0.08
# Against the size of the text: a heading is larger, the small print smaller.
_LARGER, _MUCH_LARGER, _SMALLER = 1.15, 1.5, 0.9
_HEADING_WORDS: Final = 25
_CLOSED: Final = re.compile(r"[.!?:;…][\"'”’)\]¹²³⁰⁴-⁹]*\s*\Z")
_STOPPED: Final = re.compile(r"[.;:,][\"'”’)\]]*\s*\Z")
_BULLET: Final = re.compile(r"[•‣◦▪■●○–—*·-]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
_NUMBERED: Final = re.compile(r"(?:\d+(?:\.\d+)+\.?|\d{1,2}\.)\s+(?=[^\W\d_])")
_NOTE: Final = re.compile(r"[¹²³⁰⁴-⁹*†‡§]+\s*|\d{1,3}[.)]?\s+(?=[^\W\d_])")
_OPENS_LOW: Final = re.compile(r"[a-z(]")


class Letters(NamedTuple):
    """What text is set in: the size of its font, and whether it is bold."""

    size: float
    bold: bool


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together.

    Attributes:
        lines: from the top.
        sort: what they are; a table has the cells of its rows in them.
        page, number: the page, and which of its paragraphs it is, from 1.
        label: how many characters at its beginning only number it.
    """

    lines: list[Line] = field(default_factory=list)
    sort: Sort = Sort.PROSE
    page: int = 0
    number: int = 0
    label: int = 0

    @property
    def is_open(self) -> bool:
        """Whether its last sentence goes on."""
        return self.sort is Sort.PROSE and _CLOSED.search(self.lines[-1].text) is None

    def goes_on_in(self, other: Paragraph) -> bool:
        """Whether `other`, in the next column or on the next page, continues it."""
        if not self.is_open or other.sort is not Sort.PROSE:
            return False
        if abs(self.lines[-1].size - other.lines[0].size) > _SIZES_APART * self.lines[-1].size:
            return False
        hyphened = self.lines[-1].text.endswith("-")
        return hyphened or _OPENS_LOW.match(other.lines[0].text) is not None or self._is_full()

    def _is_full(self) -> bool:
        """Whether the last line reaches as far as the others, so that the sentence goes on."""
        if len(self.lines) < 2:
            return False
        last = self.lines[-1]
        return last.right > max(line.right for line in self.lines) - 3 * last.size


def paragraphs_of(page: int, blocks: Sequence[Sequence[Line]], running: Letters) -> list[Paragraph]:
    """The paragraphs of a page, in reading order.

    Args:
        page: its number.
        blocks: its lines, in blocks of one column each.
        running: what running text is set in.
    """
    usual = _usual_distance([line for block in blocks for line in block])
    found: list[Paragraph] = []
    for block in blocks:
        told = list(_paragraphs(block, usual))
        _sort_out(told, running)
        if found and told and found[-1].goes_on_in(told[0]):
            found[-1].lines += told.pop(0).lines
        found += told
    for number, paragraph in enumerate(found, 1):
        paragraph.page, paragraph.number = page, number
    return found


def _usual_distance(lines: Sequence[Line]) -> float:
    """The distance of two lines of one paragraph, in sizes of the font."""
    gaps = sorted(
        (below.base - above.base) / above.size
        for above, below in pairwise(lines)
        if 0.8 < (below.base - above.base) / above.size < 3 and _same_size(above, below)
    )
    return gaps[len(gaps) * 2 // 5] if len(gaps) > 3 else _USUAL  # paragraphs are most often longer


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SIZES_APART * max(one.size, other.size)


def _paragraphs(block: Sequence[Line], usual: float) -> Iterator[Paragraph]:
    edge = max((line.right for line in block), default=0.0)
    table = _in_tables(block)
    lines: list[Line] = []
    within = False
    for line, is_row in zip(block, table, strict=True):
        if lines and (is_row != within or _ends(lines, line, usual, edge, is_row=is_row)):
            yield Paragraph(lines, Sort.TABLE if within else Sort.PROSE)
            lines = []
        lines.append(line)
        within = is_row
    if lines:
        yield Paragraph(lines, Sort.TABLE if within else Sort.PROSE)


def _in_tables(block: Sequence[Line]) -> list[bool]:
    """Which lines are rows of a table: two or more with cells follow each other."""
    rows = [len(line.cells) > 1 for line in block]
    padded = [False, *rows, False]
    return [row and (padded[at] or padded[at + 2]) for at, row in enumerate(rows)]


def _ends(lines: Sequence[Line], line: Line, usual: float, edge: float, *, is_row: bool) -> bool:
    """Whether the paragraph of `lines` has ended where `line` begins."""
    last = lines[-1]
    distance = (line.base - last.base) / max(last.size, line.size)
    if is_row:
        return distance > 2.5 * _WIDE * usual
    if not _same_size(last, line) or last.bold != line.bold or distance > _WIDE * usual:
        return True
    if captions().match(line.text) or (_BULLET.match(line.text) and not _goes_on(lines, line)):
        return True
    return _indent_ends(lines, line) or _ends_early(last, line, edge)


def _goes_on(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line that begins like an item of a list is the middle of a sentence."""
    first, last = lines[0], lines[-1]
    if _BULLET.match(first.text) and abs(first.left - line.left) < _CENTRED * line.size:
        return False  # the next item of the list
    return line.left <= last.left + _CENTRED * line.size and not _CLOSED.search(last.text)


def _indent_ends(lines: Sequence[Line], line: Line) -> bool:
    last = lines[-1]
    moved = (line.left - last.left) / line.size
    if abs(moved) <= _INDENT or _is_centred(last, line):
        return False
    if moved > 0:  # behind a bullet, the text of an item hangs
        return len(lines) > 1 or _BULLET.match(last.text) is None
    return len(lines) > 1  # a first line that was indented, or the end of an indented paragraph


def _is_centred(one: Line, other: Line) -> bool:
    middle = abs(one.left + one.right - other.left - other.right) / 2
    return middle < _CENTRED * one.size


def _ends_early(last: Line, line: Line, edge: float) -> bool:
    """Whether the next word would have found room in the line before."""
    room = edge - last.right - line.cells[0].first
    if _CLOSED.search(last.text):
        return room > 0.75 * last.size
    width = edge - min(last.left, line.left)
    return room > 0.4 * width and _OPENS_LOW.match(line.text) is None


def _sort_out(told: Iterable[Paragraph], running: Letters) -> None:
    """Say of the paragraphs of a block what they are, and how far their labels go."""
    small_behind = True  # whether nothing but small print follows
    for paragraph in reversed(list(told)):
        size = paragraph.lines[0].size / running.size
        if paragraph.sort is Sort.PROSE:
            paragraph.sort, label = _sort_of(paragraph, size, running, last=small_behind)
            found = label.match(paragraph.lines[0].text) if label else None
            paragraph.label = found.end() if found else 0
        small_behind = small_behind and size < _SMALLER


def _sort_of(
    paragraph: Paragraph, size: float, running: Letters, *, last: bool
) -> tuple[Sort, re.Pattern[str] | None]:
    opening = paragraph.lines[0].text
    if paragraph.lines[0].aside:  # the label of an axis, a word at the margin
        return Sort.CAPTION, None
    if captions().match(opening):
        return Sort.CAPTION, captions()
    if _is_heading(paragraph, size, running):
        return Sort.HEADING, _NUMBERED
    if size < _SMALLER and (last or _NOTE.match(opening)):
        return Sort.NOTE, _NOTE
    if _BULLET.match(opening):
        return Sort.LIST, _BULLET
    return Sort.PROSE, None


def _is_heading(paragraph: Paragraph, size: float, running: Letters) -> bool:
    ending = paragraph.lines[-1].text
    words = sum(len(line.text.split()) for line in paragraph.lines)
    if words > _HEADING_WORDS or not any(char.isalpha() for char in ending):
        return False
    if size >= _LARGER:
        return size >= _MUCH_LARGER or _STOPPED.search(ending) is None
    bold = not running.bold and all(line.bold for line in paragraph.lines)
    return bold and size >= _SMALLER and _CLOSED.search(ending) is None
