"""A report of GitLab's code quality: one JSON array, shown beside a merge request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.report.formats import Run
from factcheck.report.formats.shared import json_text, path_of
from factcheck.report.layout import clean

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.SUGGESTION: "info"}


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """The array, an entry at a time."""
    opening = "["
    seen: Counter[str] = Counter()
    for review in reviews:
        for one in run.shown(review):
            yield f"{opening}\n" + json_text(_entry(path_of(review), one, seen), run)
            opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def _entry(path: str, one: Diagnostic, seen: Counter[str]) -> dict[str, object]:
    """An entry; fingerprints are unique in a report, or all but one of them would be lost.

    A page or a paragraph has no line: the first one stands for it, and the words say where it is.
    """
    seen[one.fingerprint] += 1
    more = f"-{seen[one.fingerprint]}" if seen[one.fingerprint] > 1 else ""
    where = f"{one.place}: " if one.place.line is None and str(one.place) else ""
    begin = one.place.line or 1
    return {
        "description": clean(f"{where}{one.message}"),
        "check_name": one.code,
        "fingerprint": f"{one.fingerprint}{more}",
        "severity": _SEVERITY[one.severity],
        "location": {
            "path": path,
            "lines": {"begin": begin, "end": one.place.end_line or begin},
        },
    }
