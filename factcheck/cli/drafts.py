"""A check of drafts, from its request to its exit code: findings where editors work."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date as Date

from factcheck.checker import Checker
from factcheck.cli import check as checking
from factcheck.cli import terminal
from factcheck.cli.inputs import Input
from factcheck.cli.options import Request
from factcheck.document.base import Document
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage
from factcheck.editorial.review import Review
from factcheck.editorial.settings import ReviewSettings
from factcheck.errors import ConfigError
from factcheck.model import Report, Span
from factcheck.model.diagnostic import Severity
from factcheck.report.formats import Run, writer_of
from factcheck.report.layout import Painter, wrap
from factcheck.report.text import nothing


def run(request: Request, inputs: Sequence[Input]) -> int:
    """Check every input as a draft, report on it, and return the exit code.

    Args:
        request: what was asked for.
        inputs: the drafts, and statements that are reported like drafts.

    Raises:
        FactcheckError: the store or the configuration cannot be used.
        BrokenPipeError: the reader of the output has gone.
    """
    checker = checking.open_checker(request.claims)
    gc.freeze()  # what is there by now stays: looking through it takes a sixth of the time
    gc.enable()  # `factcheck.cli.entry` says why it may be off
    done: list[Report] = []
    reviews = _reviews(request, inputs, checker, done)
    colour, width = terminal.wants_colour(request.color), terminal.width()
    how = Run(Severity(request.min_level), colour, width, checker.drafts)
    for piece in writer_of(request.format)(reviews, how):
        terminal.write(piece if isinstance(piece, str) else piece.decode())
    if checker.drafts:
        _remind(request, how)
    failed = any(checking.fails(report, request.fail_on) for report in done)
    return checking.FAILED if failed and not request.exit_zero else checking.PASSED


def _reviews(
    request: Request, inputs: Sequence[Input], checker: Checker, done: list[Report]
) -> Iterator[Review]:
    settings = ReviewSettings(within=not request.no_within)
    day = date_given(request.date)
    for given in inputs:
        document = given.document or _of_statement(given.text)
        review = checker.reviewed(replace(document, date=document.date or day), settings)
        done.append(review.report)
        if not review.report.findings and request.format not in ("text", "full"):
            terminal.complain(nothing(review.report, given.text))
        yield review


def date_given(text: str) -> Date | None:
    """The day that `--date` names, for drafts that tell none themselves.

    Raises:
        ConfigError: it is no date.
    """
    try:
        return Date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ConfigError(
            f"{text!r} is no date", where="--date", do="write it as 2024-03-10"
        ) from error


def _of_statement(text: str) -> Document:
    return Document(text, (Passage(Span(0, len(text)), whole=True),), Origin(text))


def _remind(request: Request, how: Run) -> None:
    """That drafts of claims wait; formats that programs read have their own place for it."""
    if request.format in ("text", "full"):
        painter = Painter(colour=how.colour)
        for line in ("", *wrap(checking.waiting(how.waiting), how.width)):
            terminal.write(painter.paint(line, "dim") + "\n")
    elif request.format != "json":
        terminal.complain(checking.waiting(how.waiting))
