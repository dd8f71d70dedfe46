"""A check, from its request to its exit code. Every way of asking for one ends up here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from factcheck.cli import terminal
from factcheck.cli.inputs import Input, resolve
from factcheck.cli.options import FAIL_ON, STATEMENT_FORMATS, Request
from factcheck.model import Flag, Report, Verdict

if TYPE_CHECKING:
    from factcheck.checker import Checker
    from factcheck.config import Settings
    from factcheck.model.trace import Explanation

# What `--fail-on disputed` adds: somebody on file says otherwise, another source or a fact-check.
_UNSETTLED = frozenset({Flag.DISPUTED, Flag.DEBUNKED})
PASSED, FAILED = 0, 1  # exit codes; `factcheck.cli.guard` has the others


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
    inputs = resolve(request.inputs, force_text=request.text, encoding=request.encoding)
    if not request.explain and (
        request.format not in STATEMENT_FORMATS or any(given.document for given in inputs)
    ):
        from factcheck.cli.drafts import run as check_drafts

        return check_drafts(request, inputs)
    checker = open_checker(request.claims)
    done: list[Report] = []
    for text in _written(request, _checked(request, inputs, checker), done, checker.drafts):
        terminal.write(text)
    failed = any(fails(report, request.fail_on) for report in done)
    return FAILED if failed else PASSED


def open_checker(
    claims: tuple[str, ...], told: Callable[[int, int], None] | None = None
) -> Checker:
    """A checker over the claims that were named, or else over those that are found.

    Args:
        claims: files and folders.
        told: called with how many of how many claims have been read, where many are.

    Raises:
        NoClaims: there are none.
        ClaimError: they cannot be used.
        ConfigError: factcheck.toml cannot be used.
        UnitError: a unit of factcheck.toml is not understood.
    """
    from factcheck.cli.places import settings_here

    return checker_of(settings_here(claims), told)


def checker_of(settings: Settings, told: Callable[[int, int], None] | None = None) -> Checker:
    """A checker over the claims of some settings; a terminal sees how far reading them is.

    Args:
        settings: what is set here.
        told: as for `open_checker`.

    Raises:
        NoClaims, ClaimError, UnitError: as `open_checker`.
    """
    from factcheck.checker import Checker
    from factcheck.cli.progress import shown, tell_waiting

    with shown("reading claims") as bar:

        def move(done: int, total: int) -> None:
            """Tell both."""
            bar(done, total)
            if told is not None:
                told(done, total)

        return Checker.from_path(
            *settings.claims,
            policy=settings.policy,
            units=settings.units,
            locale=settings.locale,
            progress=move,
            waiting=tell_waiting,
        )


def fails(report: Report, level: str) -> bool:
    """Whether a report makes the exit code 1.

    Args:
        report: what was found.
        level: one of `FAIL_ON`, each of which includes the ones before it.
    """
    rank = FAIL_ON.index(level)
    worst = 0
    for finding in report.findings:
        if finding.verdict is Verdict.CONFLICTING:
            worst = max(worst, 3)
        elif _UNSETTLED & set(finding.flags):
            worst = max(worst, 2)
        elif finding.verdict is Verdict.NOVEL:
            worst = max(worst, 1)
    return worst + rank >= len(FAIL_ON)


def _checked(request: Request, inputs: list[Input], checker: Checker) -> Iterator[Checked]:
    for given in inputs:
        report = _check(checker, given)
        traces: tuple[Explanation, ...] = ()
        if request.explain:
            traces = tuple(
                checker.explain(statement.text, given.text[: statement.span.start])
                for statement in report.statements
            )
        yield Checked(given, report, traces)


def _check(checker: Checker, given: Input) -> Report:
    if given.document is not None:
        return checker.reviewed(given.document).report
    return checker.check(given.text)


def _written(
    request: Request, results: Iterator[Checked], done: list[Report], drafts: int
) -> Iterator[str]:
    """The output, piece by piece, in the format asked for; reports are added to `done`."""
    if request.format == "text":
        yield from _text(request, results, done)
        if drafts:
            from factcheck.report.layout import Painter, wrap

            painter = Painter(colour=terminal.wants_colour(request.color))
            for line in ("", *wrap(waiting(drafts), terminal.width())):
                yield painter.paint(line, "dim") + "\n"
        return
    from factcheck.cli.json_output import document, lines

    if request.format == "json":
        yield from document(_remarked(results), done, drafts)
        return
    yield from lines(_remarked(results), done)
    if drafts:  # a line is a finding, and nothing else
        terminal.complain(waiting(drafts))


def waiting(drafts: int) -> str:
    """That drafts wait for somebody to confirm them, and how to see them."""
    how = "factcheck claims list --status draft"
    return f"{drafts:,} draft{' waits' if drafts == 1 else 's wait'} for confirmation: {how}"


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

    colour, width = terminal.wants_colour(request.color), terminal.width()
    for checked in results:
        between = "\n" if done else ""
        text = checked.input.text
        yield between + render(checked.report, colour=colour, width=width, text=text)
        for trace in checked.traces:
            from factcheck.report import explain

            yield "\n" + explain.render(trace, colour=colour, width=width)
        done.append(checked.report)
