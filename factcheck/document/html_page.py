"""A page as it was found, and which part of it is the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from factcheck.document.building import Block, Writer
from factcheck.document.html_boxes import Region
from factcheck.document.tables import Cell

# The article is what `<main>` or `<article>` holds, unless that is next to nothing of the page.
_LEAST_SHARE: Final = 0.25
# The name of the site behind a title: "Three die in mill fire | The Kessel Post".
_SITE = re.compile(r"\s+(?:\||[-–—·»]|::)\s+[^|\d]{1,60}\Z")
_TITLE_WORDS: Final = 3


class Grid(NamedTuple):
    """A table that was read.

    Attributes:
        rows: its cells.
        heads: how many of the first rows stand in its head; None where it does not say.
        caption: what stands above it.
    """

    rows: Sequence[Sequence[Cell]]
    heads: int | None
    caption: str | None


class Page:
    """What was found in a page, in text order.

    Attributes:
        title: its `<title>`.
    """

    def __init__(self) -> None:
        self.title: Block | None = None
        self._found: list[tuple[Region, Block | Grid]] = []

    def add(self, found: Block | Grid, region: Region) -> None:
        """Keep a block or a table."""
        self._found.append((region, found))

    def write(self, writer: Writer) -> None:
        """Write the title and the article into a document."""
        region = self._article()
        kept = [found for where, found in self._found if where in region]
        headline = next((b for b in kept if isinstance(b, Block) and b.level == 1), None)
        if headline is None:
            headline = next(
                (b for _, b in self._found if isinstance(b, Block) and b.level == 1), None
            )
            kept[:0] = [headline] if headline is not None else []
        if self.title is not None:
            self._write_title(self.title, headline, writer)
        for found in kept:
            if isinstance(found, Block):
                writer.block(found)
            else:
                writer.table(found.rows, found.caption, found.heads)

    def _write_title(self, title: Block, headline: Block | None, writer: Writer) -> None:
        """Write the title, where the headline does not say the same."""
        said = title.text.casefold().split()
        if headline is None or headline.text.casefold().split()[: len(said)] != said:
            writer.block(title)

    def _article(self) -> frozenset[Region]:
        """The regions that make up the article."""
        size = dict.fromkeys(Region, 0)
        for region, found in self._found:
            size[region] += found.length if isinstance(found, Block) else _size(found)
        least = _LEAST_SHARE * sum(size.values())
        for region in (Region.MAIN, Region.ARTICLE):
            if size[region] > least:
                return frozenset({region})
        return frozenset({Region.BODY, Region.ARTICLE, Region.MAIN})


def without_site(title: Block) -> Block:
    """A title without the name of the site behind it; what has a digit is no name."""
    text = title.text
    site = _SITE.search(text)
    if site is not None and len(text[: site.start()].split()) >= _TITLE_WORDS:
        title.cut_back(site.start())
    return title


def _size(grid: Grid) -> int:
    return sum(len(cell.text) for row in grid.rows for cell in row)
