"""What of the reviews of a run is known or did not change, and what is noted for a baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.cli import terminal
from factcheck.cli.options import Request
from factcheck.errors import ConfigError

if TYPE_CHECKING:
    from factcheck.editorial.review import Review


class Sifting:
    """Goes through the reviews of a run for `--diff`, `--baseline` and `--write-baseline`.

    A baseline that is written is of all that was found: none is heeded beside it.

    Args:
        request: what was asked for, settings included.

    Raises:
        ConfigError: the options exclude each other, or a baseline cannot be used.
    """

    def __init__(self, request: Request) -> None:
        self._request = request
        self._changed = self._known = self._noting = None
        self._passed = False
        if request.write_baseline and request.diff:
            raise ConfigError(
                "--write-baseline and --diff exclude each other",
                do="a baseline is of whole drafts: leave out --diff",
            )
        if request.diff:
            from factcheck.cli.changed import Changed

            self._changed = Changed(request.diff, [request.stdin_filename])
        if request.write_baseline:
            from factcheck.cli.known import Noting

            self._noting = Noting(request.write_baseline, quiet=request.quiet)
        elif request.baseline:
            from factcheck.cli.known import Known

            self._known = Known(request.baseline, quiet=request.quiet)

    def over(self, reviews: Iterable[Review]) -> Iterator[Review]:
        """The reviews as they come, with what is known marked and what did not change left out.

        Raises:
            ConfigError: git cannot say what changed.
        """
        for given in reviews:
            review: Review | None = given
            if self._noting is not None:
                review = self._noting.noted(given)
            if self._known is not None:  # before anything is left out: it is not stale then
                review = self._known.marked(given)
            if self._changed is not None and review is not None:
                review = self._changed.left(review)
            if review is not None:
                self._passed = True
                yield review

    def finish(self) -> None:
        """Write the baseline, or tell of entries that are stale and of drafts without a change.

        Raises:
            OutputError: it cannot be written.
        """
        if self._noting is not None:
            self._noting.finish()
        if self._known is not None:
            self._known.finish()
        if self._changed is not None and not (self._passed or self._request.quiet):
            terminal.complain(
                f"nothing to check stands on a line that changed since {self._request.diff}"
            )
