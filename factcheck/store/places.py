"""Where in a claim file something stands, found out only when a fault has to be reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from factcheck.store.toml_lines import Table, tables


class Places(Protocol):
    """The lines of one file."""

    path: str

    def line(self, claim: int | None, figure: int | None = None, key: str | None = None) -> int:
        """The line of a key, else of what holds it.

        Args:
            claim: position among the file's claims; None for the top of the file.
            figure: position among the claim's stated figures, if it is about one.
            key: the key, if it is about one.
        """
        ...

    def table_line(self, table: str, key: str | None = None) -> int:
        """The line of a table of the file, such as "defaults", or of a key in it."""
        ...


class JsonLines:
    """The lines of a JSONL file: a claim stands on one of its own.

    Args:
        path: for messages.
        lines: by the position of the claim, of all of them or of those that are known.
    """

    def __init__(self, path: str, lines: Sequence[int] | Mapping[int, int]) -> None:
        self.path = path
        self._lines = lines

    def line(self, claim: int | None, figure: int | None = None, key: str | None = None) -> int:
        """The line of the claim."""
        return 1 if claim is None else self._lines[claim]

    def table_line(self, table: str, key: str | None = None) -> int:
        """The first line: these files have no tables."""
        return 1


class _ClaimTables(NamedTuple):
    own: Table
    figures: list[Table]
    others: list[Table]


class TomlPlaces:
    """The lines of a TOML file."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._text = text

    def line(self, claim: int | None, figure: int | None = None, key: str | None = None) -> int:
        """The line of a key, else of the nearest thing that holds it."""
        if claim is None:
            return self._top_line(key)
        if claim >= len(self._claims):  # written as one array: claim = [{…}, {…}]
            return self._top_line("claim")
        found = self._claims[claim]
        if figure is not None:
            if figure >= len(found.figures):
                return found.own.keys.get("figure", found.own.line)
            table = found.figures[figure]
            return table.keys.get(key or "", table.line)
        if key in found.own.keys:
            return found.own.keys[key]
        named = [table.line for table in found.others if table.path[1:2] == (key,)]
        return named[0] if named else found.own.line

    def table_line(self, table: str, key: str | None = None) -> int:
        """The line of a table such as `[defaults]`, or of a key in it."""
        for found in self._tables:
            if found.path == (table,):
                return found.keys.get(key or "", found.line)
        return self._top_line(table)

    def _top_line(self, key: str | None) -> int:
        for table in self._tables:
            if table.path[:1] == (key,):
                return table.line
        return self._tables[0].keys.get(key or "", 1)

    @cached_property
    def _tables(self) -> tuple[Table, ...]:
        return tables(self._text)

    @cached_property
    def _claims(self) -> list[_ClaimTables]:
        found: list[_ClaimTables] = []
        for table in self._tables:
            if table.path == ("claim",):
                found.append(_ClaimTables(table, [], []))
            elif table.path[:1] == ("claim",) and found:
                figure = table.path == ("claim", "figure")
                (found[-1].figures if figure else found[-1].others).append(table)
        return found
