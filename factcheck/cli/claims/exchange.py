"""`factcheck claims import` and `factcheck claims export`: their options and help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.guard import guarded
from factcheck.model import ClaimStatus

_IMPORT = """Import claims from other programs' files into a file of the store.

Each record becomes a claim in claims/NAME.jsonl. Importing the same source again updates its
claims and doubles none; what people wrote or changed by hand is never overwritten. A claim that
its review rates false is kept as debunked: it supports nothing, and whoever repeats it is told.

\b
Examples:
  factcheck claims import facts.csv --dry-run
  factcheck claims import facts.xlsx --sheet Facts --map text=Claim --map date="Published on"
  factcheck claims import agency.csv --dayfirst --set source="The agency"
  factcheck claims import page.html answers.json --into claims/fact-checks.jsonl
  factcheck claims import wire.jsonl --replace --report import.json

\b
Exit codes:
  0  every record was taken
  1  a record was refused; all others were taken
  2  a file, an option or the store cannot be used; nothing was written
"""
_EXPORT = """Export the claims of a store to a file for other programs.

CSV, XLSX, JSON and JSONL hold everything, and can be imported again. SQLite is ready for
Datasette. ClaimReview JSON-LD is for search engines, has current and debunked claims unless
--status says otherwise, and reports what it cannot say. A file of the store is never written to,
any other that is there only with --force.

\b
Examples:
  factcheck claims export claims.csv
  factcheck claims export claims.db --metadata
  factcheck claims export fact-checks.jsonld --status debunked --dry-run
  factcheck claims export all.txt --to jsonl --claims ../desk/claims
  factcheck claims export - --to csv

\b
Exit codes:
  0  everything was written
  1  the format could not say something, which is reported
  2  the file, an option or the store cannot be used
"""


class _In(StrEnum):
    """The formats that are read, as `formats.READERS` has them."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    JSONLD = "jsonld"
    HTML = "html"
    GOOGLE = "google"


class _Out(StrEnum):
    """The formats that are written, as `formats.WRITERS` has them."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    CLAIMREVIEW = "claimreview"
    SQLITE = "sqlite"


class _How(StrEnum):
    """How a command reports."""

    TEXT = "text"
    JSON = "json"


_From = Annotated[
    _In | None,
    typer.Option(
        "--from", metavar="|".join(_In), help="The files' format; else told by content and ending."
    ),
]
_To = Annotated[
    _Out | None,
    typer.Option("--to", metavar="|".join(_Out), help="Its format; else told by the ending."),
]
_Status = Annotated[
    list[ClaimStatus] | None,
    typer.Option(
        "--status", metavar="|".join(ClaimStatus), help="Only claims of this status; repeatable."
    ),
]
_Report = Annotated[
    _How, typer.Option("--format", metavar="text|json", help="How to report what was done.")
]
_Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="FIELD=HEADER",
        help="Take a field from this column or key, or with FIELD= from none; repeatable.",
    ),
]
_Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="FIELD=VALUE", help="Give a field this value in every claim; repeatable."
    ),
]
_Claims = Annotated[
    list[str] | None,
    typer.Option("--claims", metavar="PATH", help="The store; else that which a check would use."),
]


_Into = Annotated[
    Path | None,
    typer.Option("--into", metavar="PATH", help="The .jsonl to write; else claims/NAME.jsonl."),
]
_DayFirst = Annotated[bool, typer.Option("--dayfirst", help="12/03/2024 is 12 March.")]
_MonthFirst = Annotated[bool, typer.Option("--monthfirst", help="12/03/2024 is December 3.")]
_Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Of text files; else UTF-8.")
]
_Delimiter = Annotated[
    str | None, typer.Option("--delimiter", metavar="CHAR", help="Of CSV; else found out.")
]
_Sheet = Annotated[
    str | None, typer.Option("--sheet", metavar="NAME", help="Of XLSX; else the first.")
]
_Replace = Annotated[
    bool, typer.Option("--replace", help="Drop what earlier imports brought and this one does not.")
]
_DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Write no claims; only say what would be done.")
]
_ReportFile = Annotated[
    Path | None, typer.Option("--report", metavar="FILE", help="Write all of the report, as JSON.")
]
_Metadata = Annotated[
    bool, typer.Option("--metadata", help="Write metadata.json for Datasette beside it.")
]


_Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the group."""
    app.command("import", help=_IMPORT)(_import)
    app.command("export", help=_EXPORT)(_export)


def _import(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="What to import.")],
    *,
    into: _Into = None,
    source_format: _From = None,
    mapping: _Map = None,
    constants: _Set = None,
    dayfirst: _DayFirst = False,
    monthfirst: _MonthFirst = False,
    encoding: _Encoding = None,
    delimiter: _Delimiter = None,
    sheet: _Sheet = None,
    replace: _Replace = False,
    dry_run: _DryRun = False,
    report: _ReportFile = None,
    claims: _Claims = None,
    output: _Report = _How.TEXT,
) -> None:
    from factcheck.cli.claims import importing

    wanted = importing.Wanted(
        tuple(files),
        into=into,
        format=source_format,
        mapping=tuple(mapping or ()),
        constants=tuple(constants or ()),
        dayfirst=dayfirst,
        monthfirst=monthfirst,
        encoding=encoding,
        delimiter=delimiter,
        sheet=sheet,
        replace=replace,
        dry_run=dry_run,
        report=report,
        claims=tuple(claims or ()),
        is_json=output is _How.JSON,
    )
    raise typer.Exit(guarded(lambda: importing.run(wanted)))


def _export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What to write, or -.")],
    *,
    target_format: _To = None,
    statuses: _Status = None,
    metadata: _Metadata = False,
    force: _Force = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; only say what would be left out.")
    ] = False,
    claims: _Claims = None,
    output: _Report = _How.TEXT,
) -> None:
    from factcheck.cli.claims import exporting

    wanted = exporting.Wanted(
        file,
        format=target_format,
        statuses=tuple(statuses or ()),
        metadata=metadata,
        force=force,
        dry_run=dry_run,
        claims=tuple(claims or ()),
        is_json=output is _How.JSON,
    )
    raise typer.Exit(guarded(lambda: exporting.run(wanted)))
