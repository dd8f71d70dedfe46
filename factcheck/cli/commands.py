"""The command beside the check that needs no store: listing the figures of a text."""

from __future__ import annotations

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
