"""The end of a report that people read: the rules by frequency, and the coverage of the run."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.report.formats import Run
from factcheck.report.formats.tally import Tally, coverage_words, statistics_lines
from factcheck.report.layout import Painter, wrap


def closing(tally: Tally, run: Run, between: str = "") -> Iterator[str]:
    """The last lines of a report.

    Args:
        tally: what the run comes to.
        run: how it is written.
        between: what sets them apart from what stands before.
    """
    painter = Painter(colour=run.colour)
    if run.statistics and tally.by_rule:
        yield between
        yield from (f"{line}\n" for line in statistics_lines(tally))
        between = "\n"
    if not run.quiet:
        yield between
        style = "bad" if tally.totals.conflicting else ""
        for line in wrap(coverage_words(tally.totals), run.width):
            yield painter.paint(line, style) + "\n"
