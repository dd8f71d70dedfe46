"""`factcheck claims list`, `show`, `stats` and `stale`: looking at a store."""
# ruff: noqa: D301 -- a lone \b tells typer to keep lines apart

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.claims import counting, views
from factcheck.cli.claims.store_options import (
    ColorOption,
    Format,
    FormatOption,
    StoreOption,
    TodayOption,
    When,
)
from factcheck.cli.guard import guarded
from factcheck.model import ClaimStatus


class Sort(StrEnum):
    """The order of a list."""

    ID = "id"
    DATE = "date"


def register(app: typer.Typer) -> None:
    """Add the commands to the group."""
    app.command("list")(_list)
    app.command("show")(_show)
    app.command("stats")(_stats)
    app.command("stale")(_stale)


_Words = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Words of the text; all have to be in it.")
]
_Topic = Annotated[str | None, typer.Option(metavar="WORDS", help="A piece of the topic.")]
_Source = Annotated[
    str | None, typer.Option(metavar="WORDS", help="A piece of the source or the speaker.")
]
_Tags = Annotated[
    list[str] | None, typer.Option(metavar="TAG", help="A tag; may be repeated: all of them.")
]
_Statuses = Annotated[
    list[ClaimStatus] | None,
    typer.Option(metavar="|".join(ClaimStatus), help="May be repeated: any of them."),
]
_Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")
]
_Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year.")]
_File = Annotated[
    str | None, typer.Option(metavar="PATH", help="A file, a folder, or a piece of its path.")
]
_Sorted = Annotated[
    Sort, typer.Option(metavar="id|date", help="The order: by id, or the oldest first.")
]


def _list(
    *,
    text: _Words = None,
    topic: _Topic = None,
    source: _Source = None,
    tag: _Tags = None,
    status: _Statuses = None,
    since: _Since = None,
    until: _Until = None,
    file: _File = None,
    sort: _Sorted = Sort.ID,
    claims: StoreOption = None,
    output: FormatOption = Format.TEXT,
    color: ColorOption = When.AUTO,
) -> None:
    """List the claims of a store.

    Everything that is asked for has to hold. Case and accents never matter. The date of a claim
    is its `date`, or without one its `as_of`.

    \b
    Examples:
      factcheck claims list --topic harbour --status current
      factcheck claims list --text "ferries passengers" --since 2024
      factcheck claims list --status draft --sort date
      factcheck claims list --file claims/harbour.toml --format json
    """
    asked = views.Asked(
        text=text, topic=topic, source=source, file=file, tags=tuple(tag or ()),
        statuses=tuple(str(one) for one in status or ()), since=since, until=until,
        by_date=sort is Sort.DATE,
    )  # fmt: skip
    how = views.How(tuple(claims or ()), str(output), str(color))
    raise typer.Exit(guarded(lambda: views.list_claims(asked, how)))


def _show(
    name: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim.")],
    claims: StoreOption = None,
    output: FormatOption = Format.TEXT,
    color: ColorOption = When.AUTO,
) -> None:
    """Show a claim: its keys and place, its figures as read, what it replaced and what replaced it.

    \b
    Examples:
      factcheck claims show ferry-piers
      factcheck claims show ferry-piers --format json
    """
    how = views.How(tuple(claims or ()), str(output), str(color))
    raise typer.Exit(guarded(lambda: views.show(name, how)))


def _stats(
    *,
    figures: Annotated[
        bool, typer.Option("--figures", help="Count the figures of a large store too.")
    ] = False,
    claims: StoreOption = None,
    output: FormatOption = Format.TEXT,
    color: ColorOption = When.AUTO,
) -> None:
    """Count the claims by status, source, topic and year.

    \b
    Examples:
      factcheck claims stats
      factcheck claims stats --claims claims/harbour.toml --format json
    """
    how = views.How(tuple(claims or ()), str(output), str(color))
    raise typer.Exit(guarded(lambda: counting.stats(how, all_figures=figures)))


def _stale(
    *,
    older_than: Annotated[
        str, typer.Option(metavar="AGE", help="90d, 2w, 6m or 1y: days, weeks, months, years.")
    ] = "1y",
    fail: Annotated[
        bool, typer.Option("--fail", help="Make the exit code 1 where there are any.")
    ] = False,
    today: TodayOption = None,
    claims: StoreOption = None,
    output: FormatOption = Format.TEXT,
    color: ColorOption = When.AUTO,
) -> None:
    """List current claims that are old, the oldest first.

    The date that counts is when a claim held (`as_of`), or without that when it was made
    (`date`). A month or a year is as old as its last day.

    \b
    Examples:
      factcheck claims stale --older-than 1y
      factcheck claims stale --older-than 6m --fail
    """
    how = views.How(tuple(claims or ()), str(output), str(color))
    raise typer.Exit(guarded(lambda: views.stale(older_than, today, how, fail=fail)))
