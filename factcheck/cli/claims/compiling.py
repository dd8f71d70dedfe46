"""`factcheck claims compile`: read the claims now, so that no check has to wait for it."""
# ruff: noqa: D301 -- a lone \b tells typer to keep lines apart

from __future__ import annotations

import time
from typing import Annotated, NamedTuple

import typer

from factcheck.cli import opening, terminal
from factcheck.cli.claims.store_options import Format, FormatOption, StoreOption
from factcheck.cli.guard import guarded

_MINUTE = 60


class Asked(NamedTuple):
    """What somebody wants compiled, as written on the command line."""

    claims: tuple[str, ...]
    format: str


def register(app: typer.Typer) -> None:
    """Add the command to the group."""
    app.command("compile")(_compile)


def _compile(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files or folders; the store by default."),
    ] = None,
    *,
    claims: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Read the claims that are new or have changed, so that no check has to wait for it.

    A check does the same by itself. What was read is kept in the cache directory. Stopped in the
    middle, it goes on where it was the next time.

    \b
    Examples:
      factcheck claims compile
      factcheck claims compile archive.jsonl
      factcheck claims compile --format json
    """
    asked = Asked((*(paths or ()), *(claims or ())), str(output))
    raise typer.Exit(guarded(lambda: _run(asked)))


def _run(asked: Asked) -> int:
    began = time.monotonic()
    read = 0

    def told(done: int, total: int) -> None:
        nonlocal read
        read = done

    checker = opening.open_checker(asked.claims, told)
    seconds = time.monotonic() - began
    if asked.format == Format.JSON:
        from factcheck.cli.json_output import encoded

        plain: dict[str, object] = {
            "schema": "factcheck/compiled/1",
            "claims": len(checker),
            "drafts": checker.drafts,
            "read": read,
            "seconds": round(seconds, 1),
        }
        terminal.write(encoded(plain, indent=2))
        return 0
    from factcheck.cli.claims.views import many

    news = f", {read:,} of them read anew" if 0 < read < len(checker) else ""
    terminal.write(f"{many(len(checker), 'claim')} ready{news}, {_lasted(seconds)}\n")
    if checker.drafts:
        terminal.write(f"{many(checker.drafts, 'draft')} left out\n")
    return 0


def _lasted(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{seconds:.1f} s"
    return f"{int(seconds) // _MINUTE} min {int(seconds) % _MINUTE} s"
