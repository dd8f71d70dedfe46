"""The commands beside the check: listing the figures of a text, checking a store of claims."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from factcheck.cli import terminal
from factcheck.cli.inputs import resolve


class Extraction(NamedTuple):
    """A request to list figures; the fields are the command's parameters."""

    text: str
    force_text: bool = False
    format: str = "text"
    color: str = "auto"
    explain: bool = False


def extract(wanted: Extraction) -> int:
    """List the figures that are read in a text, and return the exit code.

    Raises:
        InputError: the text cannot be read.
        ConfigError: factcheck.toml cannot be used.
    """
    from factcheck.checker import extract as read_figures
    from factcheck.config import load_reading

    (given,) = resolve([wanted.text], force_text=wanted.force_text)
    units, locale = load_reading(Path.cwd())
    figures = read_figures(given.text, units, locale=locale)
    if wanted.format == "json":
        from factcheck.cli.json_output import encoded
        from factcheck.report.plain import figures_to_dict

        terminal.write(encoded(figures_to_dict(figures, given.text), indent=2))
        return 0
    from factcheck.report.figures import render

    colour = terminal.wants_colour(wanted.color)
    width = terminal.width()
    terminal.write(
        render(figures, colour=colour, width=width, text=given.text, full=wanted.explain)
    )
    return 0


def lint(paths: tuple[str, ...]) -> int:
    """Report all faults of a store, and return the exit code: 2 where there are any.

    Args:
        paths: files and folders; the store that a check would use where there are none.

    Raises:
        ClaimFaults: the faults.
        NoClaims: there is nothing to check.
        ClaimError: a path that cannot hold claims.
        ConfigError: factcheck.toml cannot be used.
        UnitError: a unit of factcheck.toml is not understood.
    """
    from factcheck.config import load_settings
    from factcheck.errors import ClaimFaults
    from factcheck.figures.units import user_units
    from factcheck.frames.stated_units import StatedUnits
    from factcheck.store.files import claim_files
    from factcheck.store.reader import lint as faults_of
    from factcheck.store.reader import read_claims

    settings = load_settings(os.curdir, paths)
    units = StatedUnits(user_units(settings.units) if settings.units else None)
    faults = faults_of(settings.claims, units)
    if faults:
        raise ClaimFaults(faults)
    claims, files = len(read_claims(settings.claims)), len(claim_files(settings.claims))
    terminal.write(f"{_count(claims, 'claim')} in {_count(files, 'file')}, no faults\n")
    return 0


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
