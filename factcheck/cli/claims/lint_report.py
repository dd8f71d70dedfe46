"""`factcheck claims lint`, from its request to its exit code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.cli import terminal
from factcheck.cli.claims.advice import advice
from factcheck.cli.claims.store_options import Opened, open_store, today, value_of
from factcheck.cli.claims.views import many, write_lines
from factcheck.cli.guard import MISUSED
from factcheck.cli.json_output import encoded
from factcheck.errors import ClaimFaults, Fault, NoClaims
from factcheck.report.layout import clean, wrap
from factcheck.store.moments import read_age

_MOST = 40  # warnings that are shown; who has more mends them by a list for programs


class Asked(NamedTuple):
    """What somebody wants checked, as written on the command line."""

    paths: tuple[str, ...]
    draft_age: str
    today: str | None = None
    format: str = "text"


def lint(asked: Asked) -> int:
    """Report all faults of a store, and return the exit code: 2 where there are any.

    Without faults, warnings are reported too.

    Raises:
        ClaimFaults: the faults, where people are to read them.
        NoClaims: there is nothing to check.
        ClaimError: a path that cannot hold claims.
        ConfigError: factcheck.toml cannot be used, or an option is none of its kind.
        UnitError: a unit of factcheck.toml is not understood.
    """
    draft_age = value_of("--draft-age", asked.draft_age, read_age)
    day = today(asked.today)
    is_json = asked.format == "json"
    try:
        store = open_store(asked.paths)
    except ClaimFaults as error:
        if not is_json:
            raise
        terminal.write(encoded(_plain(None, error.faults, ()), indent=2))
        return MISUSED
    if not store.claims.all:
        raise NoClaims(
            "there are no claims",
            where=", ".join(store.paths),
            do="write claims as `claims/README.md` shows",
        )
    warnings = advice(store, day, draft_age) if draft_age else []
    if is_json:
        terminal.write(encoded(_plain(store, (), warnings), indent=2))
    else:
        write_lines(_lines(store, warnings))
    return 0


def _plain(
    store: Opened | None, faults: Sequence[Fault], warnings: Sequence[Fault]
) -> dict[str, object]:
    """For programs; how many claims there are is not known where there are faults."""
    return {
        "schema": "factcheck/lint/1",
        "claims": len(store.claims.all) if store else None,
        "files": store.claims.files if store else None,
        "faults": [fault._asdict() for fault in faults],
        "warnings": [warning._asdict() for warning in warnings],
    }


def _lines(store: Opened, warnings: Sequence[Fault]) -> Iterator[str]:
    claims, files = many(len(store.claims.all), "claim"), many(store.claims.files, "file")
    drafts = store.claims.drafts()
    waiting = f", {many(drafts, 'draft')} among them" if drafts else ""
    yield f"{claims} in {files}, no faults{waiting}"
    if not warnings:
        return
    yield ""
    yield many(len(warnings), "warning")
    for warning in warnings[:_MOST]:
        shown = clean(str(warning))
        first, *more = wrap(shown, terminal.width() - 4)
        yield f"  {first}"
        yield from (f"    {line}" for line in more)
    if len(warnings) > _MOST:
        yield f"  and {len(warnings) - _MOST:,} more: --format json lists all"
