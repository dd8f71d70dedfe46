"""A draft as the checks against itself see it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from factcheck.document.base import Document
from factcheck.document.passage import Passage, Sort
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Span
from factcheck.policy import Policy


class Draft:
    """A draft's text, its sentences and where they stand in it.

    Args:
        document: the draft.
        sentences: those of its sentences that assert a figure, in text order.
        policy: the tolerances.
    """

    def __init__(
        self, document: Document, sentences: Sequence[SentenceFrame], policy: Policy
    ) -> None:
        self.document = document
        self.sentences = sentences
        self.policy = policy
        self.text = document.text

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.span.start for passage in self.document.passages]

    def passage(self, at: int) -> Passage | None:
        """The passage that an offset of the text stands in, or None."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return None
        passage = self.document.passages[number]
        return passage if at < passage.span.end else None

    def is_heading(self, sentence: SentenceFrame) -> bool:
        """Whether a sentence is the headline, or the heading of a section."""
        passage = self.passage(sentence.span.start)
        return passage is not None and passage.heading

    @cached_property
    def headline(self) -> int:
        """The index of the headline among the sentences, or -1 where it asserts no figure."""
        first = next((p for p in self.document.passages if p.heading), None)
        if first is None or not self.sentences:
            return -1
        return 0 if first.span.overlaps(self.sentences[0].span) else -1

    def in_table(self, sentence: SentenceFrame) -> bool:
        """Whether a sentence is a cell of a table, or a piece of one."""
        passage = self.passage(sentence.span.start)
        if passage is not None and passage.sort is Sort.TABLE:
            return True
        return "|" in self.line(sentence.span.start)

    def line(self, at: int) -> str:
        """The line of the text that an offset stands in."""
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return self.text[start : end if end >= 0 else len(self.text)]

    def named(self, sentence: SentenceFrame) -> str:
        """What to call the place of a sentence: "the headline", "line 12", "page 3"."""
        if self.headline >= 0 and sentence is self.sentences[self.headline]:
            return "the headline"
        place = self.document.origin.place(sentence.span)
        return f"line {place.line}" if place.line is not None else str(place)

    def between(self, one: FigureFrame, other: FigureFrame) -> str:
        """The text between two figures of a sentence, the first of which stands first."""
        return self.text[one.figure.span.end : other.figure.span.start]

    def before(self, sentence: SentenceFrame, frame: FigureFrame) -> str:
        """The text of a sentence before a figure."""
        return self.text[sentence.span.start : frame.figure.span.start]

    def behind(self, sentence: SentenceFrame, frame: FigureFrame) -> str:
        """The text of a sentence behind a figure."""
        return self.text[frame.figure.span.end : sentence.span.end]

    def words(self, span: Span) -> str:
        """The words of a span."""
        return " ".join(span.cut(self.text).split())
