"""`factcheck claims add | edit | supersede | retract`: the commands that change claims."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.claims.key_options import EDITED, NEW, NEWER, with_keys
from factcheck.cli.guard import guarded
from factcheck.cli.options import CLAIMS, COLOR

# \b keeps the lines of a paragraph from being filled.
_ADD_EXAMPLES = """\b
Examples:
  factcheck claims add
  factcheck claims add --text "The ferries call at 22 piers." --source "Harbour company" \\
      --date 2025-03-01 --url https://example.org/report --tag harbour
  factcheck claims add --text "A ferry has a crew of 5." --file harbour.toml --dry-run
"""
_EDIT_EXAMPLES = """\b
Examples:
  factcheck claims edit ferry-piers --text "The ferries call at 23 piers."
  factcheck claims edit ferry-piers --date 2025-03 --unset note --unset topic
  factcheck claims edit ferry-piers
"""
_SUPERSEDE_EXAMPLES = """\b
Examples:
  factcheck claims supersede ferry-piers --text "The ferries call at 24 piers." \\
      --source "Harbour company" --date 2026-03-01
  factcheck claims supersede ferry-piers --text "The ferries call at 24 piers." --dry-run
"""
_RETRACT_EXAMPLES = """\b
Examples:
  factcheck claims retract ferry-piers --reason "The report was withdrawn."
  factcheck claims retract ferry-piers --reason "A slip of the pen." --date 2025-03-04
"""


def register(app: typer.Typer) -> None:
    """Add the commands to the group."""
    app.command("add", epilog=_ADD_EXAMPLES)(_add)
    app.command("edit", epilog=_EDIT_EXAMPLES)(_edit)
    app.command("supersede", epilog=_SUPERSEDE_EXAMPLES)(_supersede)
    app.command("retract", epilog=_RETRACT_EXAMPLES)(_retract)


class Format(StrEnum):
    """How a command reports."""

    TEXT = "text"
    JSON = "json"


class _Color(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


_ID = Annotated[str, typer.Argument(metavar="ID", help="The claim's id.")]
_Claims = Annotated[
    list[str] | None, typer.Option(CLAIMS.flag, metavar=CLAIMS.metavar, help=CLAIMS.help)
]
_DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show the change as a diff, and write nothing.")
]
_File = Annotated[
    str | None,
    typer.Option("--file", metavar="FILE", help="The file of the store that it goes into."),
]
_Force = Annotated[
    bool, typer.Option("--force", help="Add it though a claim has its text, source and date.")
]
_NoCheck = Annotated[
    bool,
    typer.Option("--no-check", help="Do not look for what the store says of it already."),
]
Output = Annotated[
    Format,
    typer.Option("--format", metavar="text|json", help="text for people, json for programs."),
]
_Colour = Annotated[
    _Color, typer.Option(COLOR.flag, metavar="|".join(COLOR.choices), help=COLOR.help)
]


def _run(work: Callable[[], int]) -> None:
    raise typer.Exit(guarded(work))


@with_keys(NEW)
def _add(
    *,
    given: dict[str, object],
    file: _File = None,
    force: _Force = False,
    claims: _Claims = None,
    no_check: _NoCheck = False,
    dry_run: _DryRun = False,
    output: Output = Format.TEXT,
    color: _Colour = _Color.AUTO,
) -> None:
    """Add a claim to a file of the store.

    Without --text it asks, on a terminal. Without --file the claim goes into the file whose
    [defaults] give its source, else into the only file without [defaults], else into claims.toml.
    What the store already says of the same thing is shown; the claim is added all the same, unless
    one has the very same text, source and date.
    """
    from factcheck.cli.claims import edit_run

    how = edit_run.How(tuple(claims or ()), dry_run, str(output), str(color), not no_check)
    _run(lambda: edit_run.add(given, file, how, repeated=force))


@with_keys(EDITED)
def _edit(
    claim: _ID,
    *,
    given: dict[str, object],
    unset: Annotated[
        list[str] | None,
        typer.Option("--unset", metavar="KEY", help="A key to take out; may be repeated."),
    ] = None,
    claims: _Claims = None,
    dry_run: _DryRun = False,
    output: Output = Format.TEXT,
    color: _Colour = _Color.AUTO,
) -> None:
    """Change a claim where it stands.

    All other lines of its file stay as they are. Without options it opens the claim in the
    editor of VISUAL or EDITOR, and takes it back once it is in order. A figure that has changed is
    better told with `supersede`.
    """
    from factcheck.cli.claims import edit_run

    gone = tuple(key.replace("-", "_") for key in unset or ())
    how = edit_run.How(tuple(claims or ()), dry_run, str(output), str(color))
    _run(lambda: edit_run.edit(claim, given, gone, how))


@with_keys(NEWER)
def _supersede(
    claim: _ID,
    *,
    given: dict[str, object],
    claims: _Claims = None,
    no_check: _NoCheck = False,
    dry_run: _DryRun = False,
    output: Output = Format.TEXT,
    color: _Colour = _Color.AUTO,
) -> None:
    """Write the claim that replaces another one.

    It is written right behind the old one, which stays, marked as superseded, so that a text that
    still carries its figure is told so. Topic and tags are taken over, unless others are given;
    source, date and address are not, also where the file's [defaults] would give them.
    """
    from factcheck.cli.claims import edit_run

    how = edit_run.How(tuple(claims or ()), dry_run, str(output), str(color), not no_check)
    _run(lambda: edit_run.supersede(claim, given, how))


def _retract(
    claim: _ID,
    *,
    reason: Annotated[
        str,
        typer.Option("--reason", metavar="TEXT", help="Why it does not hold; kept in its note."),
    ],
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="When it was taken back; today by default."),
    ] = None,
    claims: _Claims = None,
    dry_run: _DryRun = False,
    output: Output = Format.TEXT,
    color: _Colour = _Color.AUTO,
) -> None:
    """Take a claim back. It stays in its file, and no longer decides a verdict."""
    from factcheck.cli.claims import edit_run

    how = edit_run.How(tuple(claims or ()), dry_run, str(output), str(color))
    _run(lambda: edit_run.retract(claim, reason, date, how))
