"""A check of drafts, from its request to its exit code: findings where editors work."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence

from factcheck import __version__
from factcheck.checker import Checker
from factcheck.cli import check as checking
from factcheck.cli import terminal
from factcheck.cli.inputs import Input
from factcheck.cli.levels import review_fails
from factcheck.cli.options import Request
from factcheck.cli.output import encoding_of, sink, summarise
from factcheck.cli.sifting import Sifting
from factcheck.document.base import Document
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage
from factcheck.editorial.review import Review
from factcheck.editorial.settings import ReviewSettings
from factcheck.model import Span
from factcheck.model.diagnostic import Severity
from factcheck.report.formats import Run, writer_of
from factcheck.report.formats.tally import Tally
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
    sifting = Sifting(request)
    checker = checking.open_checker(request.claims)
    gc.freeze()  # what is there by now stays: looking through it takes a sixth of the time
    gc.enable()  # `factcheck.cli.entry` says why it may be off
    colour = terminal.wants_colour(request.color, to_file=bool(request.output))
    how = Run(
        *(Severity(request.min_level), colour, terminal.width(), checker.drafts),
        *(request.statistics, request.quiet, encoding_of(request), __version__),
    )
    tally, failed = Tally(how), False

    def seen() -> Iterator[Review]:
        nonlocal failed
        for review in tally.over(sifting.over(_reviews(request, inputs, checker))):
            failed = failed or review_fails(review, request.fail_on)
            yield review

    with sink(request, (given.path for given in inputs)) as write:
        for piece in writer_of(request.format)(seen(), how):
            write(piece)
        for line in _reminder(request, how):
            write(line)
    summarise(request, tally, how)
    sifting.finish()
    lenient = request.exit_zero or request.write_baseline
    return checking.FAILED if failed and not lenient else checking.PASSED


def _reviews(request: Request, inputs: Sequence[Input], checker: Checker) -> Iterator[Review]:
    settings = ReviewSettings(within=not request.no_within)
    for given in inputs:
        review = checker.reviewed(given.document or _of_statement(given.text), settings)
        silent = request.quiet or request.format in ("text", "full")
        if not review.report.findings and not silent:
            terminal.complain(nothing(review.report, given.text))
        yield review


def _reminder(request: Request, how: Run) -> Iterator[str]:
    """That drafts of claims wait; formats that programs read have their own place for it."""
    if not how.waiting or how.quiet or request.format == "json":
        return
    if request.format not in ("text", "full"):
        terminal.complain(checking.waiting(how.waiting))
        return
    painter = Painter(colour=how.colour)
    for line in ("", *wrap(checking.waiting(how.waiting), how.width)):
        yield painter.paint(line, "dim") + "\n"


def _of_statement(text: str) -> Document:
    return Document(text, (Passage(Span(0, len(text)), whole=True),), Origin(text))
