"""The styles of an OpenDocument text: sorts of paragraphs, hidden and raised text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from factcheck.document.passage import Sort
from factcheck.document.style_names import LEFT_OUT, sort_named
from factcheck.document.xml_events import Quiet

OPEN: Final = "urn:oasis:names:tc:opendocument:xmlns:"
STYLE: Final = f"{OPEN}style:1.0"
TEXT: Final = f"{OPEN}text:1.0"
TABLE: Final = f"{OPEN}table:1.0"
OFFICE: Final = f"{OPEN}office:1.0"
DRAW: Final = f"{OPEN}drawing:1.0"
_DEEPEST: Final = 64
_ABOVE: Final = re.compile(r"0*[1-9][\d.]*%")  # so far above the line


class OdtStyle(NamedTuple):
    """What a style says, with what it takes from the style above it.

    Attributes:
        sort: the sort of a paragraph.
        skipped: whether such paragraphs are not read.
        hidden: whether its text is hidden.
        raised: whether its text stands above the line.
    """

    sort: Sort | None = None
    skipped: bool = False
    hidden: bool = False
    raised: bool = False


class OdtStyles(Quiet):
    """Listens to the named styles, and to those that the text itself makes as it goes."""

    def __init__(self) -> None:
        self._told: dict[str, dict[str, str]] = {}
        self._open: dict[str, str] = {}

    def start(self, tag: tuple[str, str], attributes: Mapping[str, str], at: int) -> None:
        """Hear where an element begins."""
        space, name = tag
        if space != STYLE:
            return
        if name == "style":
            family = attributes.get(f"{STYLE} family", "")
            self._open = {"above": attributes.get(f"{STYLE} parent-style-name", "")}
            self._told[f"{family} {attributes.get(f'{STYLE} name', '')}"] = self._open
        elif name == "text-properties":
            if attributes.get(f"{TEXT} display") == "none":
                self._open["hidden"] = "yes"
            position = attributes.get(f"{STYLE} text-position", "")
            if position.startswith("super") or _ABOVE.match(position):
                self._open["raised"] = "yes"

    def get(self, family: str, name: str) -> OdtStyle:
        """What a style says, by its family ("paragraph", "text") and its name."""
        chain: list[tuple[str, dict[str, str]]] = []
        while f"{family} {name}" in self._told and len(chain) < _DEEPEST:
            told = self._told[f"{family} {name}"]
            chain.append((name, told))
            name = told["above"]
        if family != "paragraph":
            return _of_text(chain)
        names = [named for named, _ in chain] + ([name] if name else [])
        found = [sort_named(named.replace("_20_", " ")) for named in names]
        sort = next((sort for sort in found if sort is not None), None)
        own = _of_text(chain)
        if sort == LEFT_OUT:
            return own._replace(skipped=True)
        return own._replace(sort=sort if isinstance(sort, Sort) else None)


def _of_text(chain: list[tuple[str, dict[str, str]]]) -> OdtStyle:
    hidden = any("hidden" in told for _, told in chain)
    return OdtStyle(hidden=hidden, raised=any("raised" in told for _, told in chain))
