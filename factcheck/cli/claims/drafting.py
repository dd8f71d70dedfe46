"""`factcheck claims draft` and `confirm`: claims out of an article, and a person's yes to them."""
# ruff: noqa: D301 -- a lone \b tells typer to keep lines apart

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.claims import confirming, draft_file
from factcheck.cli.claims.store_options import Format, FormatOption, StoreOption
from factcheck.cli.guard import guarded


def register(app: typer.Typer) -> None:
    """Add the commands to the group."""
    app.command("draft")(_draft)
    app.command("confirm")(_confirm)


_Url = Annotated[
    str | None, typer.Option(metavar="URL", help="Where it can be read, with its https://.")
]
_Date = Annotated[
    str | None, typer.Option(metavar="DATE", help="When it was said: a day, month or year.")
]
_Topic = Annotated[
    str | None, typer.Option(metavar="WORDS", help="What it is about; the headline by default.")
]
_Out = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="The file to write, - for standard output. By default one named after the "
        "article, in the folder of the claims.",
    ),
]
_Force = Annotated[
    bool, typer.Option("--force", help="Replace a file of drafts that is there already.")
]


def _draft(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="A .txt or .md file.")],
    *,
    source: Annotated[str, typer.Option(metavar="WORDS", help="Who says so.")],
    url: _Url = None,
    date: _Date = None,
    topic: _Topic = None,
    out: _Out = None,
    force: _Force = False,
    claims: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Make drafts of claims from an article: one for every sentence with figures.

    The file is for a person to look through, mend and confirm: above each draft stands how its
    figures are read, and what it leaves to the sentences before it. Sentences that the store
    has already are left out, and so are cells of tables, bylines and what has no verb. Drafts
    decide nothing until they are confirmed.

    \b
    Examples:
      factcheck claims draft ferries.md --source "Harbour company" --date 2025-03-01
      factcheck claims draft a.txt --source Police --url https://example.org/a --out drafts.toml
      factcheck claims lint claims/ferries.toml
      factcheck claims confirm --all claims/ferries.toml
    """
    asked = draft_file.Asked(
        article, source, url, date, topic, out, force, tuple(claims or ()), str(output)
    )
    raise typer.Exit(guarded(lambda: draft_file.draft(asked)))


def _confirm(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID...", help="Drafts to make current.")
    ] = None,
    *,
    everything: Annotated[
        list[str] | None,
        typer.Option("--all", metavar="FILE", help="All drafts of this file; may be repeated."),
    ] = None,
    even_unclear: Annotated[
        bool,
        typer.Option(
            "--even-unclear", help="With --all: those too that stand badly alone, as comments say."
        ),
    ] = False,
    claims: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Confirm drafts: they become current, and take part in verdicts from then on.

    Only their status changes, where they stand; comments, order and layout stay. --all leaves out
    those above which a comment says that they stand badly alone.

    \b
    Examples:
      factcheck claims list --status draft
      factcheck claims confirm ferries-01 ferries-03
      factcheck claims confirm --all claims/ferries.toml
    """
    asked = confirming.Asked(
        tuple(ids or ()), tuple(everything or ()), tuple(claims or ()), even_unclear, str(output)
    )
    raise typer.Exit(guarded(lambda: confirming.confirm(asked)))
