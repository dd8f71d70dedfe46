"""`factcheck claims export`, from its request to its exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.checker import extract
from factcheck.cli import terminal
from factcheck.cli.claims import progress
from factcheck.cli.claims.views import many
from factcheck.cli.json_output import encoded
from factcheck.cli.places import near, settings_here
from factcheck.config import Settings
from factcheck.errors import ConfigError
from factcheck.exchange import exporting
from factcheck.exchange.base import Left
from factcheck.exchange.formats import WRITERS, for_ending
from factcheck.figures.units import user_units
from factcheck.frames.stated_units import StatedUnits
from factcheck.report.layout import clean
from factcheck.report.plain import figures_to_dict
from factcheck.store.reader import read_claims

SCHEMA = "factcheck/export/1"
_SHOWN = 20


class Wanted(NamedTuple):
    """An export that somebody asked for; the fields are the command's parameters."""

    file: Path
    format: str | None = None
    statuses: tuple[str, ...] = ()
    metadata: bool = False
    claims: tuple[str, ...] = ()
    is_json: bool = False


def run(wanted: Wanted) -> int:
    """Write the claims, say what the format could not, and return the exit code.

    Raises:
        FactcheckError: the file, an option or the store cannot be used.
    """
    chosen = wanted.format or for_ending(wanted.file)
    if wanted.metadata and chosen != "sqlite":
        raise ConfigError(
            "--metadata is for Datasette, which reads SQLite", do="export to a .db file"
        )
    settings = settings_here(wanted.claims)
    known = StatedUnits(user_units(settings.units) if settings.units else None)
    claims = [
        claim
        for claim in read_claims(settings.claims, known)
        if not wanted.statuses or claim.status in wanted.statuses
    ]
    with progress.shown(wanted.file.name) as move:
        left = exporting.run(
            claims,
            exporting.Wanted(wanted.file, chosen, wanted.metadata),
            _reader(settings),
            _tick(len(claims), move),
        )
    if wanted.is_json:
        terminal.write(encoded(_plain(wanted.file, chosen, len(claims), left), indent=2))
    else:
        terminal.write(_text(wanted.file, chosen, len(claims), left))
    return 1 if left else 0


def _reader(settings: Settings) -> Callable[[str], Iterable[Mapping[str, Any]]]:
    """Reads the figures of a text as a check would."""

    def read(text: str) -> Any:
        figures = extract(text, settings.units, locale=settings.locale)
        return figures_to_dict(figures, text)["figures"]

    return read


def _tick(count: int, move: Callable[[float], None]) -> Callable[[], None]:
    done = 0

    def tick() -> None:
        nonlocal done
        done += 1
        move(done / count)

    return tick


def _text(file: Path, chosen: str, count: int, left: Sequence[Left]) -> str:
    lines = [f"{clean(near(file))}  {WRITERS[chosen].shown}, {many(count, 'claim')}"]
    lines += [f"  {clean(one.what)}  [{clean(one.id)}]" for one in left[:_SHOWN]]
    if len(left) > _SHOWN:
        lines.append(f"  … and {len(left) - _SHOWN:,} more: --format json has them all")
    return "\n".join(lines) + "\n"


def _plain(file: Path, chosen: str, count: int, left: Sequence[Left]) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "path": near(file),
        "format": chosen,
        "claims": count,
        "left_out": [{"id": one.id, "what": one.what} for one in left],
    }
