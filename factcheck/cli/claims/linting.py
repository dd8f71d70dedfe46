"""`factcheck claims lint`: all faults of a store at once, and what may be worth mending."""
# ruff: noqa: D301 -- a lone \b tells typer to keep lines apart

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.claims import lint_report
from factcheck.cli.claims.store_options import Format, FormatOption, TodayOption
from factcheck.cli.guard import guarded


def register(app: typer.Typer) -> None:
    """Add the command to the group."""
    app.command("lint")(_lint)


def _lint(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files or folders; the store by default."),
    ] = None,
    *,
    draft_age: Annotated[
        str,
        typer.Option(
            "--draft-age",
            metavar="AGE",
            help="Warn of drafts in files that were not changed for so long: 2w, 90d, 6m.",
        ),
    ] = "90d",
    today: TodayOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Check a store of claims: all faults at once, with file and line.

    Faults make the exit code 2. Where there are none, warnings follow, which do not: claims
    without a source, a date or a figure, stated figures without effect, claims that stand twice,
    and old drafts.

    \b
    Examples:
      factcheck claims lint
      factcheck claims lint claims/harbour.toml --format json
      factcheck claims lint --draft-age 2w
    """
    asked = lint_report.Asked(tuple(paths or ()), draft_age, today, str(output))
    raise typer.Exit(guarded(lambda: lint_report.lint(asked)))
