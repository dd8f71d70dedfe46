"""One line for each diagnostic, as compilers write them: `path:line:col: CODE message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review
from factcheck.report.formats import Run
from factcheck.report.formats.shared import path_of, place_words
from factcheck.report.layout import clean


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """The lines of each draft in turn."""
    for review in reviews:
        name = clean(path_of(review))
        for one in run.shown(review):
            where = ":".join(filter(None, (name, place_words(one.place))))
            yield f"{where}: {one.code} {clean(one.message)}\n"
