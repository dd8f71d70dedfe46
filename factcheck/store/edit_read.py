"""What an editor reads of a claim file: where its claims stand, and how they are written."""

from __future__ import annotations

import codecs
from typing import Any, NamedTuple

from factcheck.document.encoding import decode
from factcheck.errors import ClaimError, ClaimFaults, Fault, InputError
from factcheck.model import Claim
from factcheck.store.edit_jsonl import JsonlText
from factcheck.store.edit_save import Edit
from factcheck.store.edit_toml import TomlText
from factcheck.store.edit_values import ORDER, ClaimText, Value, accepted
from factcheck.store.fields import Entry, read_defaults
from factcheck.store.places import TomlPlaces
from factcheck.store.reader import FileRead


class Place(NamedTuple):
    """Where a claim is written: its file, the line, and its entry there."""

    read: FileRead
    line: int
    entry: Entry


class Written(NamedTuple):
    """What an edit came to.

    Attributes:
        edit: the file before and after.
        read: the file after it.
        older: faults that the store had before, and has still.
    """

    edit: Edit
    read: FileRead
    older: tuple[Fault, ...]

    def line(self, claim_id: str) -> int:
        """The line of a claim's id in the new file."""
        entry = self._entry(claim_id)
        return entry.places.line(entry.position, key="id")

    def claim(self, claim_id: str) -> Claim | None:
        """A claim of the new file, as its file marks it; None where it has faults."""
        return self._entry(claim_id).claim

    def inherited(self, claim_id: str) -> tuple[str, ...]:
        """The keys that a claim has by its file's defaults."""
        entry = self._entry(claim_id)
        own, shared = raw_of(self.read, entry), shared_of(self.read)
        return tuple(key for key in ORDER if key in shared and (key == "tags" or key not in own))

    def section(self, claim_id: str) -> str:
        """A claim as it is written in the new file."""
        return text_of(self.read).section(self._entry(claim_id).position)

    def _entry(self, claim_id: str) -> Entry:
        return next(entry for entry in self.read.entries if entry.id == claim_id)


def text_of(read: FileRead) -> ClaimText:
    """The text of a file that can be edited.

    Raises:
        ClaimFaults: parts of it cannot be parsed, and nobody knows where a claim stands.
    """
    if read.unread != "" or read.data is None:
        raise ClaimFaults(read.faults)
    mark = codecs.BOM_UTF8 if read.data.startswith(codecs.BOM_UTF8) else b""
    path = read.file.path
    is_json = path.suffix.lower() == ".jsonl"
    return (JsonlText if is_json else TomlText)(decode(read.data, str(path)), str(path), mark)


def shared_of(read: FileRead) -> dict[str, Any]:
    """The readable defaults of a file."""
    if read.data is None or read.file.path.suffix.lower() == ".jsonl":
        return {}
    import tomllib

    path = str(read.file.path)
    try:
        text = decode(read.data, path).replace("\r\n", "\n")
        raw = tomllib.loads(text).get("defaults", {})
    except (InputError, ValueError):
        return {}  # what is wrong with the file is told when it is to be edited
    return read_defaults(raw, TomlPlaces(path, text), [])


def raw_of(read: FileRead, entry: Entry) -> dict[str, Any]:
    """The keys of a claim as its file has them."""
    section = text_of(read).section(entry.position)
    if read.file.path.suffix.lower() == ".jsonl":
        import json

        found: dict[str, Any] = json.loads(section)
        return found
    import tomllib

    return dict(tomllib.loads(section.replace("\r\n", "\n"))["claim"][0])


def says(raw: dict[str, Any], key: str, value: Value) -> bool:
    """Whether a claim already says so, in whatever spelling."""
    try:
        return key in raw and accepted({key: raw[key]}).get(key) == value
    except ClaimError:
        return False
