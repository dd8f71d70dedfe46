"""A check of drafts, from its request to its exit code: findings where editors work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from factcheck.cli import check as checking
from factcheck.cli import terminal
from factcheck.cli.guard import MISUSED
from factcheck.cli.inputs import together
from factcheck.cli.options import Request
from factcheck.cli.run.configured import Configured
from factcheck.cli.run.reviewing import Reviewing
from factcheck.cli.run.targets import Found, found
from factcheck.editorial.review import Review
from factcheck.model.diagnostic import Severity
from factcheck.report.formats import Run, writer_of
from factcheck.report.layout import Painter, wrap
from factcheck.report.text import nothing


def run(request: Request, given: bytes | None = None) -> int:
    """Check every input as a draft, report on it, and return the exit code.

    Args:
        request: what was asked for: drafts, and statements that are reported like drafts.
        given: what is on standard input.

    Raises:
        FactcheckError: the store or the configuration cannot be used.
        BrokenPipeError: the reader of the output has gone.
    """
    configured = Configured(request)
    request = configured.request
    if request.show_settings or request.show_files:
        from factcheck.cli.run.showing import show

        return show(request, given, configured)
    inputs = found(request, given, configured)
    for remark in inputs.remarks:
        terminal.complain(remark)
    failed = _checked(request, configured, inputs)
    if inputs.faults:
        terminal.complain(together(inputs.faults))
        return MISUSED
    return checking.FAILED if failed and not request.exit_zero else checking.PASSED


def _checked(request: Request, configured: Configured, inputs: Found) -> bool:
    """Report on all that can be checked; whether any of it fails."""
    colour, width = terminal.wants_colour(request.color), terminal.width()
    how = Run(Severity(request.min_level), colour, width)
    if not inputs.targets:
        if not inputs.faults:
            _write(request, (), how, lambda: None)
        return False
    fails = False

    def noted(reviews: Iterable[Review]) -> Iterator[Review]:
        nonlocal fails
        for review in reviews:
            fails = fails or checking.fails(review.report, request.fail_on)
            if not review.report.findings and request.format not in ("text", "full"):
                terminal.complain(nothing(review.report, review.document.text))
            yield review

    with Reviewing(configured, inputs) as reviewing:
        how = how._replace(waiting=reviewing.waiting)
        reviews = noted(reviewing.reviews())
        first = next(reviews, None)
        if first is not None:
            _write(request, chain((first,), reviews), how, reviewing.make_room)
    if how.waiting:
        _remind(request, how)
    return fails


def _write(
    request: Request, reviews: Iterable[Review], how: Run, make_room: Callable[[], None]
) -> None:
    """Write the report, piece by piece.

    Args:
        request: what was asked for.
        reviews: what it is on, as they come.
        how: what its format wants to know.
        make_room: called before each piece, on a terminal that may show something else.
    """
    for piece in writer_of(request.format)(reviews, how):
        make_room()
        terminal.write(piece if isinstance(piece, str) else piece.decode())


def _remind(request: Request, how: Run) -> None:
    """That drafts of claims wait; formats that programs read have their own place for it."""
    if request.format in ("text", "full"):
        painter = Painter(colour=how.colour)
        for line in ("", *wrap(checking.waiting(how.waiting), how.width)):
            terminal.write(painter.paint(line, "dim") + "\n")
    elif request.format != "json":
        terminal.complain(checking.waiting(how.waiting))
