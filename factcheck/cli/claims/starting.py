"""`factcheck claims init`: a store in a fresh folder."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import terminal
from factcheck.cli.claims.editing import Format, Output
from factcheck.cli.guard import guarded
from factcheck.store.files import near

if TYPE_CHECKING:
    from factcheck.store.edit_starter import Piece

_EXAMPLES = """\b
Examples:
  factcheck claims init
  factcheck claims init ~/desk --dry-run
"""
_SCHEMA = "factcheck/init/1"


def register(app: typer.Typer) -> None:
    """Add the command to the group."""
    app.command("init", epilog=_EXAMPLES)(_init)


def _init(
    folder: Annotated[
        str, typer.Argument(metavar="FOLDER", help="Where; the current folder by default.")
    ] = ".",
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")
    ] = False,
    output: Output = Format.TEXT,
) -> None:
    """Set up a store of claims in a folder.

    It writes claims/ with a commented example and a README, and factcheck.toml. Nothing is
    overwritten.
    """
    raise typer.Exit(guarded(lambda: _set_up(Path(folder).expanduser(), dry_run, str(output))))


def _set_up(folder: Path, dry_run: bool, output: str) -> int:
    from factcheck.store.edit_starter import carry_out, plan

    pieces = plan(folder)
    if not dry_run:
        carry_out(pieces)
    if output == "json":
        from factcheck.cli.json_output import encoded

        terminal.write(encoded(_plain(folder, pieces, dry_run), indent=2))
    else:
        terminal.write("\n".join(_lines(folder, pieces, dry_run)) + "\n")
    return 0


def _lines(folder: Path, pieces: tuple[Piece, ...], dry_run: bool) -> Iterator[str]:
    where = "this folder" if folder == Path() else near(folder)
    if all(piece.left for piece in pieces):
        yield f"everything is set up in {where} already; nothing was written"
    elif dry_run:
        yield f"would set up a store of claims in {where}; nothing was written"
    else:
        yield f"set up a store of claims in {where}"
    yield ""
    names = [piece.path.relative_to(folder).as_posix() for piece in pieces]
    for piece, name in zip(pieces, names, strict=True):
        done = "left" if piece.left else "new"
        yield f"  {done:4}  {name:{max(map(len, names))}}  {piece.left}".rstrip()
    if dry_run:
        return
    yield "\nTry it:\n"
    if folder != Path():
        yield f"  cd {shlex.quote(str(folder))}"
    yield from (f"  {command}" for command in _next(pieces))
    if os.environ.get("FACTCHECK_CLAIMS"):
        yield "\nFACTCHECK_CLAIMS is set, and goes before this store."


def _next(pieces: tuple[Piece, ...]) -> list[str]:
    """Commands to go on with; the example's statement only where the example was written."""
    from factcheck.store.edit_starter import TRY

    written = any(piece.path.name == "example.toml" and not piece.left for piece in pieces)
    first = f'factcheck "{TRY}"' if written else "factcheck claims lint"
    return [first, "factcheck claims add"]


def _plain(folder: Path, pieces: tuple[Piece, ...], dry_run: bool) -> dict[str, object]:
    return {
        "schema": _SCHEMA,
        "folder": near(folder),
        "files": [
            {
                "path": near(piece.path),
                "written": not dry_run and not piece.left,
                "left": piece.left or None,
            }
            for piece in pieces
        ],
        "next": _next(pieces),
    }
