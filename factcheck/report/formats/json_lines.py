"""A line for each finding, with its diagnostic, and one for each other diagnostic of a draft.

Each line names its schema, and comes as soon as its draft was checked; see docs/json.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review
from factcheck.report import plain
from factcheck.report.diagnostics import DIAGNOSTIC, diagnostics_to_dicts
from factcheck.report.formats import Run
from factcheck.report.formats.shared import json_text


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """The lines of each draft in turn."""
    for number, review in enumerate(reviews, 1):
        path = review.report.path
        told = list(diagnostics_to_dicts(review, run.wanted(review)))
        own = {one["finding"]: one for one in told if one["finding"] is not None}
        explained = run.explain(review) if run.explain is not None else ()
        traces = iter([trace for whole in explained for trace in whole.figures])
        for index, finding in enumerate(review.report.findings):
            place = review.document.origin.place((finding.figure or finding).span)
            at = (place.line, place.column)
            line = plain.finding_line(finding, review.report, number, at)
            line["diagnostic"] = own.get(index)
            if trace := next(traces, None):
                line["trace"] = plain.figure_trace_to_dict(trace)
            yield _line(line, run)
        head = {"schema": DIAGNOSTIC, "input": number, "path": path}
        for one in told:
            if one["finding"] is None:
                yield _line({**head, **one}, run)


def _line(told: plain.Plain, run: Run) -> str:
    return json_text(told, run, indent=None) + "\n"
