"""What stands on page after page and is no text: running heads, footers, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from factcheck.document.pdf_lines import Line

AROUND: Final = 4  # pages looked at on either side; heads of left and right pages alternate
_EDGE: Final = 3  # lines at the top, and at the bottom, that may be furniture
_ENOUGH, _OF = 2, 4  # so many other pages have to have it; one is enough where there are fewer
_MOVED: Final = 12.0  # points by which it may stand higher or lower on another page
_MARGIN: Final = 0.09  # of the page's height: a bare number nearer to its edge is the page's
_NUMBER: Final = re.compile(r"\d+|\b[ivxlc]+\b")
_BARE: Final = re.compile(r"[\W_]*#[\W_]*")


@dataclass(slots=True)
class Page:
    """A page, as it was read.

    Attributes:
        number: counted from 1.
        top, bottom: where the page begins and ends.
        blocks: its lines, in blocks of one column each.
        edges: its lines at the top and at the bottom by what they say without their numbers.
    """

    number: int
    top: float
    bottom: float
    blocks: list[list[Line]]
    edges: dict[str, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for line in self._at_edges():
            self.edges.setdefault(_key(line), []).append(line.base)

    def _at_edges(self) -> Iterator[Line]:
        bases = sorted({line.base for block in self.blocks for line in block})
        at = {*bases[:_EDGE], *bases[-_EDGE:]}
        yield from (line for block in self.blocks for line in block if line.base in at)


def without_furniture(page: Page, others: Sequence[Page]) -> list[list[Line]]:
    """The blocks of a page without what stands on the pages around it, too.

    Args:
        page: the page.
        others: the pages before and behind it.
    """
    gone = {line for line in page._at_edges() if _is_furniture(line, page, others)}
    kept = ([line for line in block if line not in gone] for block in page.blocks)
    return [block for block in kept if block]


def _is_furniture(line: Line, page: Page, others: Iterable[Page]) -> bool:
    key = _key(line)
    margin = _MARGIN * (page.bottom - page.top)
    outside = not page.top + margin < line.base < page.bottom - margin
    if _BARE.fullmatch(key):
        return outside
    if not any(char.isalpha() for char in key):
        return False  # a row of numbers is one of a table
    pages = list(others)
    on = sum(any(abs(line.base - base) < _MOVED for base in p.edges.get(key, ())) for p in pages)
    return on >= (_ENOUGH if len(pages) >= _OF else 1)


def _key(line: Line) -> str:
    return _NUMBER.sub("#", " ".join(line.text.lower().split()))
