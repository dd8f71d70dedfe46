"""Where in a draft something stands, as whoever opens the draft looks for it."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A place in the original, all counts from 1; what its format does not have is None.

    Attributes:
        line, column: of the first character, in a format that is text; columns in code points.
        end_line, end_column: behind the last character.
        span: half-open offsets, in code points of the original text; None where the original is no
            text (a page, a Word file).
        page: of a format with pages.
        paragraph: among the paragraphs of the page, or of the part of the document.
        run: among the runs of the paragraph, in a word processor's file.
        part: which part it is of, where not of the body: "footnotes", "table 2".
    """

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    span: tuple[int, int] | None = None
    page: int | None = None
    paragraph: int | None = None
    run: int | None = None
    part: str = ""

    def __str__(self) -> str:
        """As a line of a report says it: "12:5", "page 3, paragraph 2"."""
        if self.line is not None:
            return f"{self.line}:{self.column}"
        counted = (("page", self.page), ("paragraph", self.paragraph), ("run", self.run))
        told = [f"{name} {number}" for name, number in counted if number is not None]
        return ", ".join([*([self.part] if self.part else []), *told])
