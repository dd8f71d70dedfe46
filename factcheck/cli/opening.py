"""Opening the claims of a run, and what every run says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from factcheck.cli import terminal

if TYPE_CHECKING:
    from factcheck.checker import Checker
    from factcheck.config import Settings, Where

FOR_PEOPLE = ("text", "full")  # formats that have room for a word to whoever reads them
PASSED, FAILED = 0, 1  # exit codes; `factcheck.cli.guard` has the others


def open_checker(
    claims: tuple[str, ...],
    told: Callable[[int, int], None] | None = None,
    where: Where | None = None,
) -> Checker:
    """A checker over the claims that were named, or else over those that are found.

    Args:
        claims: files and folders.
        told: called with how many of how many claims have been read, where many are.
        where: which configuration is heeded; the nearest without it.

    Raises:
        NoClaims: there are none.
        ClaimError: they cannot be used.
        ConfigError: the configuration cannot be used.
        UnitError: a unit of the configuration is not understood.
    """
    from factcheck.cli.places import settings_here

    return checker_of(settings_here(claims, where), told)


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


def waiting(drafts: int) -> str:
    """That drafts wait for somebody to confirm them, and how to see them."""
    how = "factcheck claims list --status draft"
    return f"{drafts:,} draft{' waits' if drafts == 1 else 's wait'} for confirmation: {how}"


def reminder(drafts: int, *, colour: bool) -> Iterator[str]:
    """The same as the last lines of a report for people.

    Args:
        drafts: how many wait, at least one.
        colour: whether to use ANSI colours.
    """
    from factcheck.report.layout import Painter, wrap

    painter = Painter(colour=colour)
    for line in ("", *wrap(waiting(drafts), terminal.width())):
        yield painter.paint(line, "dim") + "\n"
