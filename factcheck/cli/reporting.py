"""The report of a run over drafts: written piece by piece, counted, judged and summed up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from factcheck import __version__
from factcheck.cli import opening, terminal
from factcheck.cli.levels import review_fails
from factcheck.cli.options import Request
from factcheck.cli.output import encoding_of, sink, summarise
from factcheck.editorial.review import Review
from factcheck.model.diagnostic import Severity
from factcheck.model.trace import Explanation
from factcheck.report.formats import Run, writer_of
from factcheck.report.formats.tally import Tally
from factcheck.report.text import nothing


class Reporting:
    """Writes the report that a request asks for.

    Args:
        request: what was asked for.
        waiting: how many claims of the store are drafts.
        explain: gives the traces of a review's sentences; heeded where the request asks for them.

    Attributes:
        failed: whether anything that was written makes the exit code 1.
    """

    def __init__(
        self,
        request: Request,
        waiting: int = 0,
        explain: Callable[[Review], Sequence[Explanation]] | None = None,
    ) -> None:
        self._request = request
        colour = terminal.wants_colour(request.color, to_file=bool(request.output))
        self._how = Run(
            *(Severity(request.min_level), colour, terminal.width(), waiting),
            *(request.statistics, request.quiet, encoding_of(request), __version__),
            explain=explain if request.explain else None,
        )
        self._tally = Tally(self._how)
        self.failed = False

    def write(
        self,
        reviews: Iterable[Review],
        paths: Iterable[str | None] = (),
        make_room: Callable[[], None] = lambda: None,
    ) -> None:
        """Write the report on all reviews, as they come, and tell what has no place in it.

        Args:
            reviews: what was found.
            paths: the files that are checked, none of which the report may replace.
            make_room: called before each piece, on a terminal that may show something else.

        Raises:
            ConfigError: the report would replace a draft, or fill a terminal with bytes.
            OutputError: it cannot be written.
            BrokenPipeError: the reader of the output has gone.
        """
        with sink(self._request, paths) as put:
            for piece in writer_of(self._request.format)(self._seen(reviews), self._how):
                make_room()
                put(piece)
            for line in self._reminder():
                put(line)
        summarise(self._request, self._tally, self._how)

    def _seen(self, reviews: Iterable[Review]) -> Iterator[Review]:
        silent = self._request.quiet or self._request.format in opening.FOR_PEOPLE
        for review in self._tally.over(reviews):
            self.failed = self.failed or review_fails(review, self._request.fail_on)
            if not review.report.findings and not silent:
                terminal.complain(nothing(review.report, review.document.text))
            yield review

    def _reminder(self) -> Iterator[str]:
        """That drafts of claims wait; formats that programs read have their own place for it."""
        how = self._how
        if not how.waiting or how.quiet or self._request.format == "json":
            return
        if self._request.format not in opening.FOR_PEOPLE:
            terminal.complain(opening.waiting(how.waiting))
            return
        yield from opening.reminder(how.waiting, colour=how.colour)
