"""Commands of a GitHub workflow, which show diagnostics beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.report.formats import Run
from factcheck.report.formats.shared import NAMELESS, path_of
from factcheck.report.formats.tally import Tally, coverage_words
from factcheck.report.layout import clean

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
# What would end a command, or a property of it.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """A command for each diagnostic, and one that tells the coverage of the run."""
    tally = Tally(run)
    for review in tally.over(reviews):
        for one in run.shown(review):
            yield _command(path_of(review), one)
    if not run.quiet:
        told = clean(coverage_words(tally.totals)).translate(_DATA)
        yield f"::notice title=factcheck::{told}\n"


def _command(path: str, one: Diagnostic) -> str:
    place, message = one.place, one.message
    properties: dict[str, object] = {} if path == NAMELESS else {"file": path}
    if place.line is None:
        message = f"{place}: {message}" if str(place) else message
    else:
        properties["line"] = place.line
        properties["endLine"] = place.end_line or place.line
        if place.end_line in (None, place.line):  # columns count for a single line only
            properties["col"] = place.column
            properties["endColumn"] = place.end_column or place.column
    properties["title"] = f"{one.code} {one.text}".strip()
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMAND[one.severity]} {told}::{clean(message).translate(_DATA)}\n"


def _property(value: object) -> str:
    return clean(str(value)).translate(_PROPERTY)
