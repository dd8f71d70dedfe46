"""What the commands that look at a store do, from their request to their exit code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.cli import terminal
from factcheck.cli.claims.store_options import Opened, open_store, today, value_of
from factcheck.cli.json_output import encoded
from factcheck.errors import ConfigError
from factcheck.model import Claim, ClaimStatus
from factcheck.report.claim_table import ClaimRow, table
from factcheck.report.plain import Plain, claim_to_dict
from factcheck.store.days import typed_day
from factcheck.store.files import near
from factcheck.store.located import Located
from factcheck.store.moments import (
    first_day,
    held_at,
    is_older,
    last_day,
    read_age,
    told_at,
)
from factcheck.store.select import Wanted, by_date, select

if TYPE_CHECKING:
    from datetime import date as Date

    from factcheck.model import Figure, StatedFigure
    from factcheck.report.claim_card import Known


_FILES = 5  # of a store that a message names


class How(NamedTuple):
    """Which store to look at, and how to report."""

    claims: tuple[str, ...] = ()
    format: str = "text"
    color: str = "auto"

    @property
    def is_json(self) -> bool:
        """Whether a program asks."""
        return self.format == "json"

    @property
    def colour(self) -> bool:
        """Whether to colour."""
        return terminal.wants_colour(self.color)


class Asked(NamedTuple):
    """A list that somebody asked for, as written on the command line."""

    text: str | None = None
    topic: str | None = None
    source: str | None = None
    file: str | None = None
    tags: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    by_date: bool = False


def list_claims(asked: Asked, how: How) -> int:
    """List the claims that are as asked for, and return the exit code.

    Raises:
        ConfigError: a date of the request is none, or no file of the store is as asked for.
        FactcheckError: the store cannot be used.
    """
    wanted = Wanted(
        *(asked.text, asked.topic, asked.source, asked.file, asked.tags, asked.statuses),
        since=value_of("--since", asked.since, typed_day),
        until=value_of("--until", asked.until, typed_day),
    )
    if wanted.since and wanted.until and first_day(wanted.since) > last_day(wanted.until):
        raise ConfigError(
            f"there is no day from {wanted.since} until {wanted.until}",
            where="--since, --until",
            do="give the earlier one with --since",
        )
    store = open_store(how.claims)
    _refuse_strange_file(asked.file, store)
    chosen, undated = select(store.claims.all.values(), wanted)
    listed = by_date(chosen) if asked.by_date else list(chosen)
    if how.is_json:
        _write_list("factcheck/claims/1", listed, {"of": len(store.claims.all), "undated": undated})
        return 0
    lines = [*table(list(map(_row, listed)), colour=how.colour, width=terminal.width())]
    end = f"{len(listed):,} of {many(len(store.claims.all), 'claim')}"
    if undated:
        end += f" ({many(undated, 'other')} left out, without a date)"
    write_table(lines, end)
    return 0


def _refuse_strange_file(given: str | None, store: Opened) -> None:
    """Tell a slip in a file's name from a file without such claims."""
    if not given or Path(given).exists():
        return
    if select(store.claims.all.values(), Wanted(file=given)).claims or not store.claims.all:
        return
    files = sorted({near(one.path) for one in store.claims.all.values()})
    shown = ", ".join(files[:_FILES]) + (", …" if len(files) > _FILES else "")
    raise ConfigError(
        f"no file of the store has {given!r} in its path", where="--file", do=f"its files: {shown}"
    )


def _write_list(schema: str, listed: Iterable[Located], more: Mapping[str, object]) -> None:
    claims = [_plain(found) for found in listed]
    terminal.write(encoded({"schema": schema, **more, "claims": claims}, indent=2))


def _plain(found: Located) -> Plain:
    place = {"file": found.path, "line": found.line}
    return {**claim_to_dict(found.claim), **place}


def _row(found: Located) -> ClaimRow:
    claim = found.claim
    date = str(told_at(claim) or "")
    return ClaimRow(claim.id, date, str(claim.status), said_by(claim), claim.text)


def said_by(claim: Claim) -> str:
    """Who says so, in short."""
    return claim.source or claim.speaker or ""


def show(name: str, how: How) -> int:
    """Show one claim, and return the exit code.

    Raises:
        ClaimError: there is none of this id.
        FactcheckError: the store cannot be used.
    """
    from factcheck.report.claim_card import render
    from factcheck.store.history import history

    store = open_store(how.claims, ids=(name,))
    found = store.claims.get(name)
    line = history(name, {key: one.claim for key, one in store.claims.all.items()})
    chain = [_known(claim, store) for claim in line]
    known = next(one for one in chain if one.claim.id == name)
    if how.is_json:
        terminal.write(encoded(_card(found, known, chain), indent=2))
        return 0
    place = f"{near(found.path)}:{found.line}"
    terminal.write(render(known, place, chain, colour=how.colour, width=terminal.width()))
    return 0


def _known(claim: Claim, store: Opened) -> Known:
    """A claim as a check reads it, and without what its keeper states."""
    from dataclasses import replace

    from factcheck.candidates.analysed import analysed
    from factcheck.report.claim_card import Known

    def figures(given: Claim) -> list[Figure]:
        """Its figures in the order of the text."""
        read = analysed(given, store.units, store.locale)
        return [frame.figure for sentence in read.sentences for frame in sentence.figures]

    unstated = figures(replace(claim, figures=())) if claim.figures else []
    return Known(claim, tuple(figures(claim)), tuple(unstated))


def _card(found: Located, known: Known, chain: Sequence[Known]) -> Plain:
    from factcheck.report.plain import figures_to_dict

    def read(one: Known) -> object:
        """Its figures for programs."""
        return figures_to_dict(one.figures, one.claim.text)["figures"]

    return {
        "schema": "factcheck/claim/1",
        **_plain(found),
        "stated": [_stated(figure) for figure in found.claim.figures],
        "figures": read(known),
        "history": [
            {"id": one.claim.id, "date": _word(held_at(one.claim)),
             "status": str(one.claim.status), "supersedes": one.claim.supersedes,
             "figures": read(one)}
            for one in chain
        ],
    }  # fmt: skip


def _stated(figure: StatedFigure) -> Plain:
    from factcheck.report.words import exact

    numbers = {"value": figure.value, "low": figure.low, "high": figure.high}
    words = {name: getattr(figure, name) for name in ("unit", "counted", "event", "hedge")}
    shown = {name: None if n is None else exact(n) for name, n in numbers.items()}
    return {"text": figure.text, **shown, **words}


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def stale(older_than: str, day: str | None, how: How, *, fail: bool) -> int:
    """List the current claims that are old, and return the exit code: 1 if that shall `fail`.

    Raises:
        ConfigError: an age or a day is none.
        FactcheckError: the store cannot be used.
    """
    age = value_of("--older-than", older_than, read_age)
    start = today(day)
    limit = age.before(start) if age else start
    store = open_store(how.claims)
    current = [o for o in store.claims.all.values() if o.claim.status == ClaimStatus.CURRENT]
    dated = [(date, found) for found in current if (date := held_at(found.claim)) is not None]
    old = [pair for pair in dated if is_older(pair[0], limit)]
    old.sort(key=lambda pair: (first_day(pair[0]), pair[1].claim.id))
    undated = len(current) - len(dated)
    if how.is_json:
        more = {"before": str(limit), "of": len(current), "undated": undated}
        _write_list("factcheck/stale/1", [found for _, found in old], more)
    else:
        rows = [_old_row(date, found.claim, start) for date, found in old]
        lines = [*table(rows, colour=how.colour, width=terminal.width(), status="age")]
        end = f"{len(old):,} of {many(len(current), 'current claim')} older than {age}"
        end += f" (before {limit})"
        if undated:
            end += f"; {undated:,} without a date, which `factcheck claims lint` names"
        write_table(lines, end)
    return int(fail and bool(old))


def _old_row(date: Date | str, claim: Claim, start: Date) -> ClaimRow:
    years, months = divmod((start - last_day(date)).days * 12 // 365, 12)
    age = " ".join(f"{n}{letter}" for n, letter in ((years, "y"), (months, "m")) if n) or "0m"
    return ClaimRow(claim.id, str(date), age, said_by(claim), claim.text)


def many(number: int, noun: str) -> str:
    """ "1 claim", "1,200 claims"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def write_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output, in one piece."""
    terminal.write("\n".join(lines) + "\n")


def write_table(lines: Sequence[str], end: str) -> None:
    """Write a table, and beneath it one last sentence."""
    from factcheck.report.layout import wrap

    write_lines([*lines, *([""] if lines else []), *wrap(end, terminal.width())])
