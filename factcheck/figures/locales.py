"""How numbers are written where a text comes from."""

from __future__ import annotations

from functools import cache

from factcheck.figures.wording import tables


@cache
def has_decimal_comma(locale: str) -> bool:
    """Whether 3.500,75 is how a locale writes its numbers: by its region, else by its language."""
    language, _, region = locale.partition("-")
    languages, regions, points = tables()["decimal_comma"]
    if not region:
        return language in languages
    return region in regions or (language in languages and region not in points)
