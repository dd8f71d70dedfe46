"""A row for each diagnostic, for spreadsheets, which never get a formula out of a draft."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review
from factcheck.editorial.rules import rules
from factcheck.model.diagnostic import Diagnostic
from factcheck.phrasing import figure_words
from factcheck.report.formats import Run
from factcheck.report.formats.shared import path_of, whole
from factcheck.report.layout import clean

HEAD = (
    "path", "line", "column", "place", "code", "rule", "severity", "text", "message", "sentence",
    "reference", "source", "date", "claim", "suppressed", "reason", "fingerprint",
)  # fmt: skip
# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """The head, then the rows of each draft in turn; suppressed ones are marked."""
    yield _row(HEAD)
    for review in reviews:
        for one in run.wanted(review):
            yield _row(map(_guarded, _cells(review, one)))


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cells(review: Review, one: Diagnostic) -> Iterator[str]:
    place, suppression = one.place, one.suppression
    yield path_of(review)
    yield "" if place.line is None else str(place.line)
    yield "" if place.column is None else str(place.column)
    yield str(place)
    yield one.code
    yield rules()[one.code].name
    yield one.severity.value
    yield one.text
    yield one.message
    yield one.finding.statement if one.finding else ""
    yield from _reference(one)
    yield suppression.by.value if suppression else ""
    yield suppression.reason if suppression else ""
    yield one.fingerprint


def _reference(one: Diagnostic) -> Iterator[str]:
    citation = one.finding.citation if one.finding else None
    if citation is None:
        yield from ("", "", "", "")
        return
    yield figure_words(citation.figure) if citation.figure else ""
    yield citation.source or ""
    yield str(citation.date or "")
    yield citation.claim.id


def _guarded(cell: str) -> str:
    """A cell on one line, behind an apostrophe where a spreadsheet would run it."""
    cell = whole(cell)
    guarded = cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)
    return ("'" if guarded else "") + clean(cell)
