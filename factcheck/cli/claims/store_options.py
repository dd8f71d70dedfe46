"""What the commands on claims have in common: the store they look at, and how they report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date as Date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from factcheck.cli.options import CLAIMS, COLOR
from factcheck.cli.places import settings_here
from factcheck.errors import ConfigError
from factcheck.store.files import near
from factcheck.store.values import WrongValue

if TYPE_CHECKING:
    from factcheck.figures.unit_data import UnitTable
    from factcheck.store.located import LocatedClaims

_Value = TypeVar("_Value")


class Format(StrEnum):
    """How to report."""

    TEXT = "text"
    JSON = "json"


class When(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


StoreOption = Annotated[
    list[str] | None,
    typer.Option(CLAIMS.flag, metavar=CLAIMS.metavar, help=CLAIMS.help, show_default=False),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format", metavar="text|json", help="How to report: text for people, json for programs."
    ),
]
ColorOption = Annotated[
    When, typer.Option(COLOR.flag, metavar="|".join(COLOR.choices), help=COLOR.help)
]
TodayOption = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="Count from this day instead of today."),
]


class Opened(NamedTuple):
    """A store that somebody looks after.

    Attributes:
        claims: its claims with their places: all of them, or those that were asked for.
        units: the newsroom's own units; None where it has none.
        unit_lines: the same as they are written in factcheck.toml.
        locale: how its numbers and dates are written.
        paths: the files and folders it was read from.
    """

    claims: LocatedClaims
    units: UnitTable | None
    unit_lines: tuple[str, ...]
    locale: str
    paths: tuple[str, ...]


def open_store(
    named: Sequence[str], also: Sequence[str] = (), ids: Collection[str] | None = None
) -> Opened:
    """Read the store that was named, or else the one that a check would use.

    Args:
        named: files and folders.
        also: further files, whether or not they belong to it.
        ids: the claims that somebody asks for, where the others need not be read: then of a large
            store it is these, their line of succession, and all drafts.

    Raises:
        NoClaims: there is none.
        ClaimFaults: one or more faults in the files.
        ClaimError: a path that cannot hold claims.
        ConfigError: factcheck.toml cannot be used.
    """
    settings = settings_here(named)
    paths = (*map(str, settings.claims), *map(near, also))
    return read_store(paths, settings.units, settings.locale, ids)


def read_store(
    paths: tuple[str, ...],
    unit_lines: tuple[str, ...],
    locale: str,
    ids: Collection[str] | None = None,
) -> Opened:
    """Read a store of which everything is known; `ids` as for `open_store`.

    Raises:
        NoClaims, ClaimFaults, ClaimError: as `open_store`.
        UnitError: a unit is not understood.
    """
    from factcheck.figures.units import user_units
    from factcheck.frames.stated_units import StatedUnits
    from factcheck.store.located import read_located, read_some

    units = user_units(unit_lines) if unit_lines else None
    known = StatedUnits(units)
    claims = read_located(paths, known) if ids is None else read_some(paths, known, ids)
    return Opened(claims, units, unit_lines, locale, paths)


def value_of(flag: str, given: str | None, read: Callable[[str], _Value]) -> _Value | None:
    """The value of an option; None where it is not given.

    Args:
        flag: the option, for messages.
        given: what was written.
        read: makes the value of it, or raises `WrongValue`.

    Raises:
        ConfigError: it is no such value.
    """
    if given is None:
        return None
    try:
        return read(given)
    except WrongValue as wrong:
        raise ConfigError(wrong.what, where=flag, do=wrong.do) from None


def today(given: str | None) -> Date:
    """The day to count from.

    Raises:
        ConfigError: it is no day.
    """
    from factcheck.store.days import typed_day

    day = value_of("--today", given, typed_day)
    if isinstance(day, str):
        raise ConfigError(f"{day!r} is no whole day", where="--today", do="give 2025-02-14")
    return day or Date.today()
