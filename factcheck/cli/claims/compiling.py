"""`factcheck claims compile`: read the claims now, so that no check has to wait for it."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from factcheck.cli import terminal
from factcheck.cli.check import open_checker
from factcheck.cli.claims.views import many
from factcheck.cli.guard import guarded

_MINUTE = 60


def register(app: typer.Typer) -> None:
    """Add the command to the group."""
    app.command("compile")(_compile)


def _compile(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files or folders; the store by default."),
    ] = None,
) -> None:
    r"""Read the claims that are new or have changed, so that no check has to wait for it.

    A check does the same by itself. What was read is kept in the cache directory; it may be
    stopped at any time and goes on where it was.

    \b
    Examples:
      factcheck claims compile
      factcheck claims compile archive.jsonl
    """
    raise typer.Exit(guarded(lambda: _run(tuple(paths or ()))))


def _run(paths: tuple[str, ...]) -> int:
    began = time.monotonic()
    count = len(open_checker(paths))
    terminal.write(f"{many(count, 'claim')} ready to be checked against, {_lasted(began)}\n")
    return 0


def _lasted(began: float) -> str:
    seconds = time.monotonic() - began
    if seconds < _MINUTE:
        return f"{seconds:.1f} s"
    return f"{int(seconds) // _MINUTE} min {int(seconds) % _MINUTE} s"
