"""`factcheck claims lint`: all faults of a store at once."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import commands
from factcheck.cli.guard import guarded


def register(app: typer.Typer) -> None:
    """Add the command to the group."""
    app.command("lint")(_lint)


def _lint(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files or folders; the store by default."),
    ] = None,
) -> None:
    """Check a store of claims: all faults at once, with file and line."""
    raise typer.Exit(guarded(lambda: commands.lint(tuple(paths or ()))))
