"""A check of drafts, from its request to its exit code: findings where editors work."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence

from factcheck.checker import Checker
from factcheck.cli import check as checking
from factcheck.cli.inputs import Input
from factcheck.cli.options import Request
from factcheck.cli.reporting import Reporting
from factcheck.cli.sifting import Sifting
from factcheck.document.base import Document
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage
from factcheck.editorial.review import Review
from factcheck.editorial.settings import ReviewSettings
from factcheck.model import Span


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
    report = Reporting(request, checker.drafts)
    reviews = sifting.over(_reviews(request, inputs, checker))
    report.write(reviews, (given.path for given in inputs))
    sifting.finish()
    lenient = request.exit_zero or request.write_baseline
    return checking.FAILED if report.failed and not lenient else checking.PASSED


def _reviews(request: Request, inputs: Sequence[Input], checker: Checker) -> Iterator[Review]:
    settings = ReviewSettings(within=not request.no_within)
    for given in inputs:
        yield checker.reviewed(given.document or _of_statement(given.text), settings)


def _of_statement(text: str) -> Document:
    return Document(text, (Passage(Span(0, len(text)), whole=True),), Origin(text))
