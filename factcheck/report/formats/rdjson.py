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
        counted = _Bytes(review.document.origin.original)
        for one in run.shown(review):
            yield between + json_text(_entry(path_of(review), one, counted), run, indent=None)
            between = ",\n"
    yield "]}\n" if between == "\n" else "\n]}\n"


class _Bytes:
    """Columns in bytes of UTF-8, which this format counts, unlike all others.

    A line is gone through once, however long it is and however many figures stand in it.
    """

    def __init__(self, original: str | None) -> None:
        self._original = original
        self._start, self._at, self._count = -1, 0, 0  # of a line, and how far it was counted

    def column(self, column: int, offset: int | None) -> int:
        """The column in bytes of a column in code points that is `offset` in the original."""
        if self._original is None or offset is None:
            return column
        start = offset - (column - 1)
        if start != self._start or offset < self._at:
            self._start, self._at, self._count = start, start, 0
        between = self._original[self._at : offset]
        self._count += len(between.encode("utf-8", "replace"))
        self._at = offset
        return self._count + 1


def _entry(path: str, one: Diagnostic, counted: _Bytes) -> dict[str, object]:
    where = f"{one.place}: " if one.place.line is None and str(one.place) else ""
    entry: dict[str, object] = {
        "message": clean(f"{where}{one.message}"),
        "location": _location(path, one.place, counted),
        "severity": _SEVERITY[one.severity],
        "code": {"value": one.code},
        "original_output": f"{one.code} {rules()[one.code].name}",
    }
    if one.related:
        entry["related_locations"] = [
            {
                "message": clean(f"{related.label}: {related.text}".removeprefix(": ")),
                "location": _location(path, related.place, counted),
            }
            for related in one.related
        ]
    return entry


def _location(path: str, place: Place, counted: _Bytes) -> dict[str, object]:
    location: dict[str, object] = {"path": path}
    start, end = place.span or (None, None)
    if place.line is not None and place.column is not None:
        first = {"line": place.line, "column": counted.column(place.column, start)}
        bounds = {"start": first}
        if place.end_line is not None and place.end_column is not None:
            column = counted.column(place.end_column, end)
            bounds["end"] = {"line": place.end_line, "column": column}
        location["range"] = bounds
    return location
