"""Editing one claim of a TOML file, and nothing else in it.

Only the lines of the claim that is meant are handed to tomlkit; all others are kept byte for
byte, whatever they hold, and a file of a hundred thousand claims costs no more than its scan.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.errors import ClaimError
from factcheck.store.edit_text import FileText
from factcheck.store.edit_values import Keys, Value
from factcheck.store.toml_lines import Table, tables

_ID = re.compile(r"^([ \t]*)(?:id|\"id\"|'id')[ \t]*=", re.MULTILINE)
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*(?:claim|\"claim\"|'claim')[ \t]*\]\]", re.MULTILINE)
_BY_HAND = "edit the file by hand; `factcheck claims lint` checks it"


class _Lines(NamedTuple):
    """The lines of one claim, counted from 0, each end exclusive.

    Attributes:
        start: its header.
        own: behind its last key that is not of a stated figure.
        end: behind all of it, with the remarks right below it.
    """

    start: int
    own: int
    end: int


class TomlText(FileText):
    """A TOML file of claims."""

    @cached_property
    def _lines(self) -> list[str]:
        return _lines(self._text)  # splitlines would end lines at U+2028 too

    def section(self, position: int) -> str:
        """A claim as it is written, stated figures included."""
        found = self._claim(position)
        return "".join(self._lines[found.start : found.end])

    def changed(self, position: int, put: Keys, drop: Collection[str] = ()) -> TomlText:
        """The file with keys of a claim set and others taken out."""
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        found = self._claim(position)
        fragment = "".join(self._lines[found.start : found.own])
        closed = fragment if fragment.endswith("\n") else fragment + self._newline
        try:
            document = tomlkit.parse(closed)
            claim: Any = document["claim"][0]
        except (TOMLKitError, ValueError) as error:
            raise self._unwieldy(found.start, f"tomlkit cannot edit this claim: {error}") from error
        for key in drop:
            claim.pop(key, None)
        indent = _indent(fragment)
        for key, value in put.items():
            item = _item(value)
            if key in claim:
                claim[key] = item
            else:
                item.trivia.trail = self._newline
                claim.append(key, item)
                item.trivia.indent = indent  # tomlkit goes by the header
        edited = tomlkit.dumps(document)
        if closed != fragment:
            edited = edited.removesuffix(self._newline)
        return self._with(found.start, found.own, edited)

    def replaced(self, position: int, section: str) -> TomlText:
        """The file with a claim written anew; line ends become those of the file.

        Raises:
            ClaimError: what is given holds something other than one claim.
        """
        if not _may_be_one(section):
            raise ClaimError(
                "this is not one claim", do="keep its [[claim]], once, with the keys below it"
            )
        found = self._claim(position)
        lines = section.replace("\r\n", "\n").strip("\n").split("\n")
        closed = "".join(self._lines[found.start : found.end]).endswith("\n")
        edited = self._newline.join(lines) + (self._newline if closed else "")
        return self._with(found.start, found.end, edited)

    def added(self, keys: Keys, after: int | None = None) -> TomlText:
        """The file with one more claim, indented like that before it: another one, or the last."""
        newline = self._newline
        head, indent = self._indents(after)
        pairs = (f"{indent}{key} = {_item(value).as_string()}" for key, value in keys.items())
        block = newline.join([f"{head}[[claim]]", *pairs, ""])
        at = len(self._lines) if after is None else self._claim(after).end
        before = self._lines[at - 1] if at else newline
        gap = "" if not before.strip() else newline
        if not before.endswith("\n"):
            gap += newline
        return self._with(at, at, gap + block)

    def _indents(self, position: int | None) -> tuple[str, str]:
        """How far the header of a claim, or of the last one, is indented, and its keys."""
        if position is None:
            position = len(_HEADER.findall(self._text)) - 1
        try:
            found = self._claim(position) if position >= 0 else None
        except ClaimError:  # the claims are one array, or a text holds what looks like a header
            found = None
        if found is None:
            return "", ""
        head = self._lines[found.start]
        fragment = "".join(self._lines[found.start : found.own])
        return head[: len(head) - len(head.lstrip())], _indent(fragment)

    @property
    def _newline(self) -> str:
        return "\r\n" if self._lines and self._lines[0].endswith("\r\n") else "\n"

    def _with(self, start: int, end: int, new: str) -> TomlText:
        return self._with_text("".join([*self._lines[:start], new, *self._lines[end:]]))

    def _unwieldy(self, line: int, what: str) -> ClaimError:
        return ClaimError(what, where=f"{self._path}:{line + 1}", do=_BY_HAND)

    def _claim(self, position: int) -> _Lines:
        found = tables(self._text.replace("\r\n", "\n"))
        heads = [n for n, table in enumerate(found) if table.path == ("claim",)]
        if position >= len(heads):
            raise self._unwieldy(0, "the claims are written as one array, claim = […]")
        head = heads[position]
        start = found[head].line - 1
        own = self._content_end(start, self._start_of(found, head + 1))
        last = head + 1
        while last < len(found) and found[last].path[:1] == ("claim",) and last not in heads:
            last += 1
        section = self._start_of(found, last)
        return _Lines(start, own, self._with_remarks(self._content_end(start, section), section))

    def _start_of(self, found: tuple[Table, ...], n: int) -> int:
        return found[n].line - 1 if n < len(found) else len(self._lines)

    def _content_end(self, start: int, end: int) -> int:
        """Behind the last line that is neither empty nor a remark."""
        last = end
        while last > start + 1 and _is_idle(self._lines[last - 1]):
            last -= 1
        # What looks like a remark may close a text of several lines.
        whole = (n for n in range(last, end) if _is_toml("".join(self._lines[start:n])))
        return next(whole, end)

    def _with_remarks(self, content: int, end: int) -> int:
        """Behind the remarks right below a claim, unless they stand right above the next one."""
        at = content
        while at < end and self._lines[at].strip().startswith("#"):
            at += 1
        return content if at == end < len(self._lines) else at


def _lines(text: str) -> list[str]:
    found = text.split("\n")
    lines = [f"{line}\n" for line in found[:-1]]
    return [*lines, found[-1]] if found[-1] else lines


def _may_be_one(section: str) -> bool:
    """Whether it is a single claim, or no TOML at all: then the whole file's check says why."""
    import tomllib

    try:
        raw = tomllib.loads(section.replace("\r\n", "\n"))
    except ValueError:
        return True
    claims = raw.get("claim")
    return len(raw) == 1 and isinstance(claims, list) and len(claims) == 1


def _is_toml(text: str) -> bool:
    import tomllib

    try:
        tomllib.loads(text.replace("\r\n", "\n"))
    except ValueError:
        return False
    return True


def _indent(claim: str) -> str:
    """How far the keys of a claim are indented: its id is, whatever else it has."""
    found = _ID.search(claim)
    return found[1] if found else ""


def _is_idle(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _item(value: Value) -> Any:
    """A value as TOML writes it; in 'single' quotation marks where that spares a backslash."""
    import tomlkit

    if isinstance(value, tuple):
        array = tomlkit.array()
        array.extend(value)
        return array
    if isinstance(value, str):
        plain = "'" not in value and value.isprintable()
        return tomlkit.string(value, literal=plain and ('"' in value or "\\" in value))
    return tomlkit.item(value)
