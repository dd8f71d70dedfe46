"""The way from the text that was read back to the original."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from factcheck.document.positions import Positions
from factcheck.model import Span
from factcheck.model.place import Place


class Piece(NamedTuple):
    """A stretch of the text, and the stretch of the original that it was read from.

    Pieces are in text order and do not overlap. What lies between two of them was put there by
    the reader (the blank between two cells of a table) and stands where the second begins.

    Attributes:
        start: where it begins in the text.
        length: how many code points of text it is.
        source: where it begins in the original, in code points.
        source_length: how many code points of the original it is. Equal to `length`, character for
            character, or else the piece is one unit that cannot be cut: an entity, "&nbsp;".
        holder: index of the place that holds it, in a format that is no text.
    """

    start: int
    length: int
    source: int
    source_length: int
    holder: int = 0


class Origin:
    """Finds where a span of the text stands in the original.

    Args:
        original: the file's text, where it has one.
        pieces: where the text was read; None where the text is the original itself.
        holders: the pages, paragraphs and runs that pieces stand in, where there is no text.
    """

    __slots__ = ("__dict__", "_holders", "_pieces", "original")

    def __init__(
        self,
        original: str | None,
        pieces: Sequence[Piece] | None = None,
        holders: Sequence[Place] = (),
    ) -> None:
        self.original = original
        self._pieces = pieces
        self._holders = holders

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self._pieces or ()]

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.original or "")

    def pieces(self, span: Span) -> tuple[Piece, ...]:
        """The pieces that a span of the text touches; none for text that is the original."""
        if not self._pieces:
            return ()
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        for at in range(first, len(self._pieces)):  # a slice would copy the rest of a book
            piece = self._pieces[at]
            if piece.start >= max(span.end, span.start + 1):
                break
            if piece.start + piece.length > span.start:
                found.append(piece)
        # what the reader put between two pieces stands where the second begins
        behind = self._pieces[min(first + 1, len(self._pieces) - 1)]
        return tuple(found) or (behind,)

    def span(self, span: Span) -> Span:
        """The span in the original of a span of the text.

        Of a figure split over tags or runs it reaches from its first character to its last, with
        what stands between. In a format that is no text, offsets count the holder's text.
        """
        if self._pieces is None:
            return span
        touched = self.pieces(span)
        if not touched:
            return Span(0, 0)
        first, last = touched[0], touched[-1]
        return Span(_within(first, span.start), _within(last, span.end, end=True))

    def place(self, span: Span) -> Place:
        """Where a span of the text stands, as people look for it."""
        there = self.span(span)
        if self.original is None:
            touched = self.pieces(span)
            return self._holders[touched[0].holder] if touched and self._holders else Place()
        return self.place_there(there)

    def place_there(self, span: Span) -> Place:
        """Where a span of the original stands, as people look for it."""
        if self.original is None:
            return Place()
        line, column = self._positions.at(span.start)
        end_line, end_column = self._positions.at(span.end)
        return Place(line, column, end_line, end_column, (span.start, span.end))


def _within(piece: Piece, offset: int, *, end: bool = False) -> int:
    """The offset in the original of an offset of the text inside `piece`."""
    inside = min(max(offset - piece.start, 0), piece.length)
    if piece.length == piece.source_length:
        return piece.source + inside
    whole = inside > 0 if end else inside >= piece.length
    return piece.source + (piece.source_length if whole else 0)
