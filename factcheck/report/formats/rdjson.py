"""Reviewdog's diagnostic format: one JSON object, whose diagnostics are comments of a review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review
from factcheck.editorial.rules import rules
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.model.place import Place
from factcheck.report.formats import Run
from factcheck.report.formats.shared import json_text, path_of
from factcheck.report.layout import clean

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """The object, a diagnostic at a time."""
    yield '{"source": {"name": "factcheck"}, "diagnostics": ['
    between = "\n"
    for review in reviews:
        for one in run.shown(review):
            yield between + json_text(_entry(review, one), run, indent=None)
            between = ",\n"
    yield "]}\n" if between == "\n" else "\n]}\n"


def _entry(review: Review, one: Diagnostic) -> dict[str, object]:
    where = f"{one.place}: " if one.place.line is None and str(one.place) else ""
    entry: dict[str, object] = {
        "message": clean(f"{where}{one.message}"),
        "location": _location(review, one.place),
        "severity": _SEVERITY[one.severity],
        "code": {"value": one.code},
        "original_output": f"{one.code} {rules()[one.code].name}",
    }
    if one.related:
        entry["related_locations"] = [
            {
                "message": clean(f"{related.label}: {related.text}".removeprefix(": ")),
                "location": _location(review, related.place),
            }
            for related in one.related
        ]
    return entry


def _location(review: Review, place: Place) -> dict[str, object]:
    """A location, whose columns count bytes of UTF-8 here, unlike everywhere else."""
    location: dict[str, object] = {"path": path_of(review)}
    if place.line is not None and place.column is not None:
        bounds = {"start": _position(review, place.line, place.column, place.span, 0)}
        if place.end_line is not None and place.end_column is not None:
            bounds["end"] = _position(review, place.end_line, place.end_column, place.span, 1)
        location["range"] = bounds
    return location


def _position(
    review: Review, line: int, column: int, span: tuple[int, int] | None, end: int
) -> dict[str, int]:
    original = review.document.origin.original
    if original is not None and span is not None:
        before = original[span[end] - (column - 1) : span[end]]
        column = len(before.encode("utf-8", "replace")) + 1
    return {"line": line, "column": column}
