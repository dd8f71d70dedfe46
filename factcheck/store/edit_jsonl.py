r"""Editing one line of a JSONL file, and nothing else in it.

Values are spliced into the line where they stand, so that the spelling of its other values (1.50,
\u00e9) and its spacing stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from datetime import date as Date
from functools import cached_property
from typing import NamedTuple

from factcheck.errors import ClaimError
from factcheck.store.edit_text import FileText
from factcheck.store.edit_values import Keys, Value

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(parse_float=str, parse_int=str)  # only where values end matters


class _Member(NamedTuple):
    """One key of an object: where its name starts and ends, and its value."""

    key: str
    start: int
    name_end: int
    value: int
    end: int


class JsonlText(FileText):
    """A JSONL file of claims."""

    @cached_property  # of what is only to be written, nobody asks for them
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    @cached_property
    def _claims(self) -> list[int]:
        """The lines that hold claims."""
        return [n for n, line in enumerate(self._lines) if line.strip()]

    def section(self, position: int) -> str:
        """The line of a claim."""
        return self._lines[self._claims[position]].strip() + "\n"

    def changed(self, position: int, put: Keys, drop: Collection[str] = ()) -> JsonlText:
        """The file with keys of a claim set and others taken out."""
        at = self._claims[position]
        line = self._lines[at]
        for key in drop:
            line = _without(line, key)
        for key, value in put.items():
            line = _put(line, key, value)
        return self._with([*self._lines[:at], line, *self._lines[at + 1 :]])

    def replaced(self, position: int, section: str) -> JsonlText:
        """The file with the line of a claim written anew.

        Raises:
            ClaimError: what is given is more or less than one line.
        """
        at = self._claims[position]
        written = [line for line in section.split("\n") if line.strip()]
        if len(written) != 1:
            raise ClaimError(
                "a claim of a JSONL file is one line",
                where=f"{self._path}:{at + 1}",
                do="write all of it on a single line",
            )
        end = "\r" if self._lines[at].endswith("\r") else ""
        return self._with([*self._lines[:at], written[0].rstrip() + end, *self._lines[at + 1 :]])

    def added(self, keys: Keys, after: int | None = None) -> JsonlText:
        """The file with one more claim, spaced like that before it: another one, or the last."""
        like = self._claims[-1 if after is None else after] if self._claims else 0
        line = _written_like(self._lines[like], keys)
        end = "\r" if self._lines[0].endswith("\r") else ""
        if after is not None:
            at = self._claims[after] + 1
            before = self._lines[:at]
            before[-1] = before[-1].removesuffix("\r") + end
            rest = self._lines[at:] or [""]
            return self._with([*before, line + end, *rest])
        lines = list(self._lines)
        if not lines[-1].strip():
            lines.pop()
        elif end:
            lines[-1] += end
        return self._with([*lines, line + end, ""])

    def _with(self, lines: list[str]) -> JsonlText:
        return self._with_text("\n".join(lines))


def _members(line: str) -> list[_Member]:
    """The keys of the object that the line holds, which is known to be JSON."""
    found: list[_Member] = []
    at = _skip(line, line.index("{") + 1)
    while line[at] != "}":
        key, name_end = _DECODER.raw_decode(line, at)
        value = _skip(line, _skip(line, name_end) + 1)
        _, end = _DECODER.raw_decode(line, value)
        found.append(_Member(key, at, name_end, value, end))
        at = _skip(line, end)
        if line[at] == ",":
            at = _skip(line, at + 1)
    return found


def _skip(line: str, at: int) -> int:
    found = _SPACE.match(line, at)
    return found.end() if found else at


def _written_like(line: str, keys: Keys) -> str:
    """A new claim with the spaces and the escapes of another one, if that is any."""
    if not _holds_something(line):
        line = '{"id": "", "text": ""}'
    members = _members(line)
    first, last = members[0], members[-1]
    colon, comma = _marks(line, members)
    pairs = (f"{json.dumps(key)}{colon}{_value(line, value)}" for key, value in keys.items())
    return f"{line[: first.start]}{comma.join(pairs)}{line[last.end :].rstrip()}"


def _holds_something(line: str) -> bool:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False  # of a large store nobody has read this line before
    return isinstance(found, dict) and bool(found)


def _marks(line: str, members: list[_Member]) -> tuple[str, str]:
    """What stands between a key and its value, and between one member and the next."""
    first = members[0]
    comma = line[first.end : members[1].start] if len(members) > 1 else ", "
    return line[first.name_end : first.value], comma


def _value(line: str, value: Value) -> str:
    return json.dumps(_plain(value), ensure_ascii="\\u" in line and line.isascii())


def _put(line: str, key: str, value: Value) -> str:
    written = _value(line, value)
    members = _members(line)
    for member in members:
        if member.key == key:
            return line[: member.value] + written + line[member.end :]
    last = members[-1]
    colon, comma = _marks(line, members)
    return f"{line[: last.end]}{comma}{json.dumps(key)}{colon}{written}{line[last.end :]}"


def _without(line: str, key: str) -> str:
    members = _members(line)
    for n, member in enumerate(members):
        if member.key == key:
            if n + 1 < len(members):
                return line[: member.start] + line[members[n + 1].start :]
            return line[: members[n - 1].end] + line[member.end :]
    return line


def _plain(value: Value) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, Date) else value
