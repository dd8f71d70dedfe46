"""A check, from its request to its exit code. Every way of asking for one ends up here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factcheck.cli import opening, terminal
from factcheck.cli.inputs import Input, arrived, names_drafts, resolve
from factcheck.cli.levels import report_fails
from factcheck.cli.opening import FAILED, FOR_PEOPLE, PASSED, reminder, waiting
from factcheck.cli.options import STATEMENT_FORMATS, Request
from factcheck.model import Report

if TYPE_CHECKING:
    from factcheck.checker import Checker
    from factcheck.config import Where
    from factcheck.model.trace import Explanation


class Checked(NamedTuple):
    """An input with its report, and the traces of its statements where they were asked for."""

    input: Input
    report: Report
    traces: tuple[Explanation, ...]


def run(request: Request) -> int:
    """Check every input, report on it, and return the exit code.

    Raises:
        FactcheckError: an input, the store or the configuration cannot be used.
        BrokenPipeError: the reader of the output has gone.
    """
    if request.watch:
        from factcheck.cli.watch import watch

        return watch(request, lambda: run(request._replace(watch=False)))
    given = arrived(request)
    if _is_of_drafts(request, given):
        from factcheck.cli.drafts import run as check_drafts

        return check_drafts(request, given)
    inputs = resolve(
        request.inputs, force_text=request.text, given=given, encoding=request.encoding
    )
    checker = opening.open_checker(request.claims, where=_where(request))
    done: list[Report] = []
    pieces = _written(request, _checked(request, inputs, checker), done, checker.drafts)
    if request.output:
        _to_file(request, inputs, pieces)
    else:
        people = request.format in FOR_PEOPLE
        for text in pieces:
            terminal.write(terminal.tame(text) if people else text)
    failed = any(report_fails(report, request.fail_on) for report in done)
    return FAILED if failed and not request.exit_zero else PASSED


def _to_file(request: Request, inputs: list[Input], pieces: Iterator[str]) -> None:
    from factcheck.cli.output import sink

    with sink(request, (given.path for given in inputs)) as write:
        for text in pieces:
            write(text)


def _is_of_drafts(request: Request, given: bytes | None) -> bool:
    """Whether a run is reported as one over drafts is, which takes longer to start."""
    if request.show_settings or request.show_files:
        return True
    # what a statement's own report knows nothing of
    asked = request.within or request.date or request.statistics or request.quiet
    asked = asked or request.baseline or request.write_baseline or request.diff
    return bool(asked or request.format not in STATEMENT_FORMATS or names_drafts(request, given))


def _where(request: Request) -> Where | None:
    """Which configuration is heeded; None for the nearest."""
    if not (request.config or request.isolated):
        return None
    from factcheck.config import Where

    return Where(request.config or None, request.isolated)


def _checked(request: Request, inputs: list[Input], checker: Checker) -> Iterator[Checked]:
    for given in inputs:
        report = checker.check(given.text)
        traces: tuple[Explanation, ...] = ()
        if request.explain:
            traces = tuple(
                checker.explain(statement.text, given.text[: statement.span.start])
                for statement in report.statements
            )
        yield Checked(given, report, traces)


def _written(
    request: Request, results: Iterator[Checked], done: list[Report], drafts: int
) -> Iterator[str]:
    """The output, piece by piece, in the format asked for; reports are added to `done`."""
    if request.format in FOR_PEOPLE:
        yield from _text(request, results, done)
        if drafts and not request.quiet:
            colour = terminal.wants_colour(request.color, to_file=bool(request.output))
            yield from reminder(drafts, colour=colour)
        return
    from factcheck.cli.json_output import document, lines

    if request.format == "json":
        yield from document(_remarked(results), done, drafts)
        return
    yield from lines(_remarked(results), done)
    if drafts:  # a line is a finding, and nothing else
        terminal.complain(waiting(drafts))


def _remarked(results: Iterator[Checked]) -> Iterator[Checked]:
    """The results, with a word on standard error for each in which nothing was found.

    What programs read has no place for it, and one finding a line is no line at all then.
    """
    for checked in results:
        if not checked.report.findings:
            from factcheck.report.text import nothing

            terminal.complain(nothing(checked.report, checked.input.text))
        yield checked


def _text(request: Request, results: Iterator[Checked], done: list[Report]) -> Iterator[str]:
    from factcheck.report.text import render

    colour = terminal.wants_colour(request.color, to_file=bool(request.output))
    width = terminal.width()
    for checked in results:
        between = "\n" if done else ""
        text = checked.input.text
        yield between + render(checked.report, colour=colour, width=width, text=text)
        for trace in checked.traces:
            from factcheck.report import explain

            yield "\n" + explain.render(trace, colour=colour, width=width)
        done.append(checked.report)
