"""`factcheck claims export`, from its request to its exit code."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.checker import extract
from factcheck.cli import terminal
from factcheck.cli.claims.views import many
from factcheck.cli.json_output import encoded
from factcheck.cli.places import settings_here
from factcheck.cli.progress import shown
from factcheck.config import Settings
from factcheck.errors import ConfigError, OutputError
from factcheck.exchange import exporting
from factcheck.exchange.base import Left
from factcheck.exchange.claimreview import STATUSES as PUBLISHED
from factcheck.exchange.formats import TEXTS, WRITERS, for_ending
from factcheck.frames.stated_units import StatedUnits
from factcheck.model import Claim
from factcheck.report.layout import clean
from factcheck.report.plain import figures_to_dict
from factcheck.store.files import near, would_be_read
from factcheck.store.reader import ClaimSet, read_claims

SCHEMA = "factcheck/export/1"
_SHOWN = 20
_STANDARD_OUTPUT = Path("-")


class Wanted(NamedTuple):
    """An export that somebody asked for; the fields are the command's parameters."""

    file: Path
    format: str | None = None
    statuses: tuple[str, ...] = ()
    metadata: bool = False
    force: bool = False
    dry_run: bool = False
    claims: tuple[str, ...] = ()
    is_json: bool = False


def run(wanted: Wanted) -> int:
    """Write the claims, say what the format could not, and return the exit code.

    Raises:
        FactcheckError: the file, an option or the store cannot be used.
    """
    chosen = wanted.format or for_ending(wanted.file)
    settings = settings_here(wanted.claims)
    _check(wanted, chosen, settings)
    known = StatedUnits.with_lines(settings.units)
    store = read_claims(settings.claims, known, drafts_alone=True)
    if wanted.file != _STANDARD_OUTPUT and not wanted.dry_run:
        done = _write(wanted, chosen, store, settings)
        terminal.write(_report(wanted, chosen, done))
        return 1 if done.left else 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        done = _write(wanted._replace(file=path), chosen, store, settings)
        if wanted.dry_run:
            terminal.write(_report(wanted, chosen, done))
            return 1 if done.left else 0
        terminal.copy(path)
    terminal.complain(_report(wanted, chosen, done).rstrip("\n"))
    return 1 if done.left else 0


def _check(wanted: Wanted, chosen: str, settings: Settings) -> None:
    """Refuse what would take something away, before anything is read."""
    if wanted.metadata and chosen != "sqlite":
        raise ConfigError(
            "--metadata is for Datasette, which reads SQLite", do="export to a .db file"
        )
    if wanted.file == _STANDARD_OUTPUT:
        if chosen not in TEXTS:
            raise ConfigError(
                f"{WRITERS[chosen].shown} is no text for standard output", do="name a file"
            )
        return
    if would_be_read(wanted.file, settings.claims):
        raise OutputError(
            "the file is part of the store, or would be read as part of it; nothing was written",
            where=str(wanted.file),
            do="export to another folder or ending",
        )
    written = [wanted.file, *([exporting.metadata_of(wanted.file)] if wanted.metadata else [])]
    for path in written:
        if path.exists() and not path.is_dir() and not wanted.force:
            raise OutputError(
                "the file exists; nothing was written",
                where=str(path),
                do="name another one, or replace it with --force",
            )


class _Done(NamedTuple):
    """How many claims were written, and what the format could not say of them."""

    claims: int
    left: list[Left]


def _write(wanted: Wanted, chosen: str, store: ClaimSet, settings: Settings) -> _Done:
    count = 0
    statuses = wanted.statuses or (PUBLISHED if chosen == "claimreview" else ())

    def claims(move: Callable[[int, int], None]) -> Iterator[Claim]:
        nonlocal count
        for number, claim in enumerate(store, 1):
            if not statuses or claim.status in statuses:
                yield claim
                count += 1
            move(number, len(store))

    with shown(wanted.file.name) as move:
        asked = exporting.Wanted(wanted.file, chosen, wanted.metadata)
        left = exporting.run(claims(move), asked, _reader(settings))
    return _Done(count - sum(one.whole for one in left), left)


def _reader(settings: Settings) -> Callable[[str], Iterable[Mapping[str, Any]]]:
    """Reads the figures of a text as a check would."""

    def read(text: str) -> Any:
        figures = extract(text, settings.units, locale=settings.locale)
        return figures_to_dict(figures, text)["figures"]

    return read


def _report(wanted: Wanted, chosen: str, done: _Done) -> str:
    if wanted.is_json:
        return encoded(_plain(wanted, chosen, done), indent=2)
    lines = [f"{clean(near(wanted.file))}  {WRITERS[chosen].shown}, {many(done.claims, 'claim')}"]
    if wanted.dry_run:
        lines[0] += "  a dry run: nothing was written"
    lines += [f"  {clean(one.what)}  [{clean(one.id)}]" for one in done.left[:_SHOWN]]
    if len(done.left) > _SHOWN:
        lines.append(f"  … and {len(done.left) - _SHOWN:,} more: --format json has them all")
    return "\n".join(lines) + "\n"


def _plain(wanted: Wanted, chosen: str, done: _Done) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "path": near(wanted.file),
        "dry_run": wanted.dry_run,
        "format": chosen,
        "claims": done.claims,
        "left_out": [{"id": one.id, "what": one.what} for one in done.left],
    }
