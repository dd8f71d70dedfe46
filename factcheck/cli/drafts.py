"""A check of drafts, from its request to its exit code: findings where editors work."""

from __future__ import annotations

from itertools import chain

from factcheck.cli import opening, terminal
from factcheck.cli.guard import MISUSED
from factcheck.cli.inputs import together
from factcheck.cli.options import Request
from factcheck.cli.reporting import Reporting
from factcheck.cli.run.configured import Configured
from factcheck.cli.run.reviewing import Reviewing
from factcheck.cli.run.targets import Found, found
from factcheck.cli.sifting import Sifting
from factcheck.errors import ConfigError
from factcheck.report.formats import EXPLAINING


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
    if request.explain and request.format not in EXPLAINING:
        raise ConfigError(
            f"--explain has no place in the format {request.format!r}",
            do=f"choose {', '.join(sorted(EXPLAINING - {'text'}))}",
        )
    inputs = found(request, given, configured)
    for remark in inputs.remarks:
        terminal.complain(remark)
    failed = _report(request, configured, inputs)
    if inputs.faults:
        terminal.complain(together(inputs.faults))
        return MISUSED
    lenient = request.exit_zero or request.write_baseline
    return opening.FAILED if failed and not lenient else opening.PASSED


def _report(request: Request, configured: Configured, inputs: Found) -> bool:
    """Report on all that can be checked; whether any of it fails."""
    if not inputs.targets:
        if not inputs.faults:
            Reporting(request).write(())
        return False
    sifting = Sifting(request)
    with Reviewing(configured, inputs) as reviewing:
        reporting = Reporting(request, reviewing.waiting, reviewing.explain)
        reviews = reviewing.reviews()
        first = next(reviews, None)
        if first is not None:  # where nothing can be checked there is nothing to report
            paths = (target.path for target in inputs.targets)
            reviews = sifting.over(chain((first,), reviews))
            reporting.write(reviews, paths, reviewing.make_room)
            sifting.finish()
        return reporting.failed
