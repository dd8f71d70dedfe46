"""The drafts of a run, checked: here or in processes of their own, in the order of the inputs."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import Final

from factcheck.cli import opening
from factcheck.cli.progress import shown
from factcheck.cli.run.configured import Configured, DraftSettings
from factcheck.cli.run.reading import document_of
from factcheck.cli.run.targets import Found, Target
from factcheck.editorial.review import Review
from factcheck.errors import ConfigError, InputError
from factcheck.model.trace import Explanation
from factcheck.processes import processors

# A process takes a third of a second to be ready, in which this one checks so many bytes of drafts.
_WORTH: Final = 50_000
_MOST: Final = 64  # processes that anybody may ask for
_CLEAR: Final = "\r\x1b[K"  # the line that the cursor is in


class Reviewing:
    """Checks the inputs of a run.

    Args:
        configured: the settings.
        inputs: what to check; drafts that cannot be read are added to its faults.

    Raises:
        FactcheckError: the store or the configuration cannot be used.
    """

    def __init__(self, configured: Configured, inputs: Found) -> None:
        request = configured.request
        self._inputs = inputs
        self._tasks = _settled(configured, inputs)
        self._jobs = _jobs(request.jobs, [target for target, _ in self._tasks])
        self._claims, self._where = request.claims, configured.where
        self._checker = opening.open_checker(request.claims, where=self._where)
        self._shows = self._is_long and not request.quiet
        self._shares = not request.output
        self._open = ExitStack()

    @property
    def waiting(self) -> int:
        """How many claims of the store are drafts."""
        return self._checker.drafts

    @property
    def _is_long(self) -> bool:
        return sum(target.size for target, _ in self._tasks) > _WORTH and len(self._tasks) > 1

    def __enter__(self) -> Reviewing:
        # What is there by now stays: looking through it takes a sixth of the time.
        gc.freeze()
        gc.enable()  # `factcheck.cli.entry` says why it may be off
        self._pool = None
        if self._jobs > 1:
            from factcheck.cli.run.pool import Pool, Store

            pool = Pool(Store(self._claims, self._where), self._jobs)
            self._pool = self._open.enter_context(pool)
        self._told = self._open.enter_context(shown("checking drafts")) if self._shows else None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.__exit__(kind, error, trace)

    def reviews(self) -> Iterator[Review]:
        """The reviews, in the order of the inputs."""
        outcomes = self._pool.reviews(self._tasks) if self._pool is not None else self._here()
        total = len(self._tasks)
        for number, outcome in enumerate(outcomes, 1):
            if self._told is not None:
                self._told(number, total)
            if isinstance(outcome, InputError):
                self._inputs.faults.append(outcome)
            else:
                yield outcome

    def explain(self, review: Review) -> tuple[Explanation, ...]:
        """How each figure of a draft was read, and what became of each reference."""
        return self._checker.explained(review.document)

    def make_room(self) -> None:
        """Clear the line of the progress bar where a report is written to the same terminal."""
        if self._shows and self._shares and sys.stdout.isatty() and sys.stderr.isatty():
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()

    def _here(self) -> Iterator[Review | InputError]:
        for target, settings in self._tasks:
            try:
                document = document_of(target, settings)
            except InputError as fault:
                yield fault
            else:
                yield self._checker.reviewed(document, settings.review)


def _settled(configured: Configured, inputs: Found) -> list[tuple[Target, DraftSettings]]:
    """The targets with their settings.

    Raises:
        ConfigError: the configuration nearest to one of them cannot be used.
    """
    return [
        (t, configured.of(t.path) if t.text is None else configured.of_statement())
        for t in inputs.targets
    ]


def _jobs(given: str, targets: list[Target]) -> int:
    """How many processes to check in; 1 for this one alone.

    Args:
        given: as the command line has it; "" for as many as it is worth.
        targets: what to check.

    Raises:
        ConfigError: it is no number of processes.
    """
    if given and not (given.isascii() and given.isdigit() and 1 <= int(given[:9]) <= _MOST):
        raise ConfigError(f"{given!r} is no number from 1 to {_MOST}", where="--jobs")
    if given:
        return min(int(given), len(targets))
    worth = sum(target.size for target in targets) // _WORTH
    return max(1, min(processors(), len(targets), worth)) if sys.executable else 1
