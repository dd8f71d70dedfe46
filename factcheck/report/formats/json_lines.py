"""One finding a line, each as soon as its draft was checked; see docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from factcheck.document.positions import Positions
from factcheck.editorial.review import Review
from factcheck.report import plain
from factcheck.report.formats import Run


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """The findings of each draft in turn."""
    for number, review in enumerate(reviews, 1):
        positions = Positions(review.document.text)
        for finding in review.report.findings:
            line = plain.finding_line(finding, review.report, number, positions)
            yield json.dumps(line, ensure_ascii=False) + "\n"
