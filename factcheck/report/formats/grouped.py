"""The diagnostics of each draft beneath its name, as many linters write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.editorial.review import Review
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.report.formats import Run
from factcheck.report.formats.closing import closing
from factcheck.report.formats.shared import path_of
from factcheck.report.formats.tally import Tally
from factcheck.report.layout import Painter, clean, columns, wrap

STYLES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.SUGGESTION: "open"}
_GAP = "  "
_SEVERITY = max(map(len, Severity))


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """Each draft that has something to look at in turn, then what the run comes to."""
    painter = Painter(colour=run.colour)
    tally = Tally(run)
    between = ""
    for review in tally.over(reviews):
        shown = run.shown(review)
        if shown:
            yield between + painter.paint(clean(path_of(review)), "strong") + "\n"
            yield from (line + "\n" for line in _lines(shown, painter, run.width))
            between = "\n"
    yield from closing(tally, run, between)


def _lines(shown: Sequence[Diagnostic], painter: Painter, width: int) -> Iterator[str]:
    places = [clean(str(one.place)) for one in shown]
    margin = max(map(columns, places))
    for one, place in zip(shown, places, strict=True):
        head = _GAP + " " * (margin - columns(place)) + place + _GAP
        severity = painter.paint(f"{one.severity:<{_SEVERITY}}", STYLES[one.severity])
        indent = columns(head) + _SEVERITY + len(_GAP)
        first, *more = wrap(f"{one.code} {clean(one.message)}", max(width - indent, 24))
        yield f"{head}{severity}{_GAP}{first}"
        yield from (f"{' ' * indent}{line}" for line in more)
