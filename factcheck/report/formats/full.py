"""The report that people read: every figure of a draft on its line, and more where it is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review
from factcheck.report.formats import Run
from factcheck.report.text import render


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """Each draft in turn, with a blank line between them."""
    between = ""
    for review in reviews:
        text = review.document.text
        yield between + render(review.report, colour=run.colour, width=run.width, text=text)
        between = "\n"
