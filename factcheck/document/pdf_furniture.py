"""What stands on page after page and is no text: running heads, footers, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from factcheck.document.pdf_lines import Line

AROUND: Final = 4  # pages looked at on either side; heads of left and right pages alternate
_EDGE: Final = 3  # lines at the top, and at the bottom, that may be furniture
_ENOUGH, _OF = 2, 4  # so many other pages have to have it; one is enough where there are fewer
_MOVED: Final = 12.0  # points by which it may stand higher or lower on another page
_MARGIN: Final = 0.09  # of the page's height: a bare number nearer to its edge is the page's
_NUMBER: Final = re.compile(r"\d+")
_BARE: Final = re.compile(r"[\W_]*(?:\d{1,5}|[ivxlc]+)[\W_]*", re.IGNORECASE)


class Edge(NamedTuple):
    """A line at the top or the bottom of a page: where it stands, and the numbers in it."""

    base: float
    numbers: tuple[str, ...]


@dataclass(slots=True)
class Page:
    """A page, as it was read.

    Attributes:
        number: counted from 1.
        top, bottom: where the page begins and ends.
        blocks: its lines, in blocks of one column each.
        edges: its lines at the top and at the bottom, by what they say without their numbers.
    """

    number: int
    top: float
    bottom: float
    blocks: list[list[Line]]
    edges: dict[str, list[Edge]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for line in self.at_edges():
            key, edge = _edge(line)
            self.edges.setdefault(key, []).append(edge)

    def at_edges(self) -> Iterator[Line]:
        """The lines at the top and at the bottom."""
        bases = sorted({line.base for block in self.blocks for line in block})
        at = {*bases[:_EDGE], *bases[-_EDGE:]}
        yield from (line for block in self.blocks for line in block if line.base in at)


def without_furniture(page: Page, others: Sequence[Page]) -> list[list[Line]]:
    """The blocks of a page without what stands on the pages around it, too.

    Args:
        page: the page.
        others: the pages before and behind it.
    """
    gone = {line for line in page.at_edges() if _is_furniture(line, page, others)}
    kept = ([line for line in block if line not in gone] for block in page.blocks)
    return [block for block in kept if block]


def _is_furniture(line: Line, page: Page, others: Sequence[Page]) -> bool:
    if _BARE.fullmatch(line.text):
        margin = _MARGIN * (page.bottom - page.top)
        return not page.top + margin < line.base < page.bottom - margin
    key, edge = _edge(line)
    if not any(char.isalpha() for char in key):
        return False  # a row of numbers is one of a table
    on = sum(
        any(_is_same(edge, there, other.number - page.number) for there in other.edges.get(key, ()))
        for other in others
    )
    return on >= (_ENOUGH if len(others) >= _OF else 1)


def _is_same(here: Edge, there: Edge, pages: int) -> bool:
    """Whether a line stands at the same place, and its numbers are those of its page or the same.

    "Deaths: 12" on one page and "Deaths: 40" on the next are no furniture.
    """
    return abs(here.base - there.base) < _MOVED and all(
        one == other or int(other[-9:]) - int(one[-9:]) == pages
        for one, other in zip(here.numbers, there.numbers, strict=True)
    )


def _edge(line: Line) -> tuple[str, Edge]:
    plain = " ".join(line.text.lower().split())
    return _NUMBER.sub("#", plain), Edge(line.base, tuple(_NUMBER.findall(plain)))
