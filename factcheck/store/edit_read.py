"""What an editor reads of a claim file: where its claims stand, and how they are written."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import Any, Final, NamedTuple

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

_FIRST_CLAIM: Final = re.compile(r"^[ \t]*\[\[", re.MULTILINE)


class Place(NamedTuple):
    """Where a claim is written: its file, the line, and its entry there."""

    read: FileRead
    line: int
    entry: Entry


class Written(NamedTuple):
    """What an edit came to.

    Attributes:
        edit: the file before and after.
        read: the file after it; of a large store with the claims that the edit concerns.
        older: faults that the store had before, and has still.
    """

    edit: Edit
    read: FileRead
    older: tuple[Fault, ...]

    def line(self, claim_id: str) -> int:
        """The line of a claim's id in the new file."""
        entry = self._entry(claim_id)
        return entry.places.line(entry.position, key="id")

    def id_at(self, position: int) -> str | None:
        """The id of the claim at a position of the new file, where that is known."""
        return next((one.id for one in self.read.entries if one.position == position), None)

    def claim(self, claim_id: str) -> Claim | None:
        """A claim of the new file, as its file marks it; None where it has faults."""
        return self._entry(claim_id).claim

    def inherited(self, claim_id: str) -> tuple[str, ...]:
        """The keys that a claim has by its file's defaults."""
        entry = self._entry(claim_id)
        shared = shared_of(self.read)
        own = raw_of(text_of(self.read), entry.position) if shared else {}
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
    if b"defaults" not in read.data and b"\\" not in read.data:
        return {}
    try:
        text = decode(read.data, path).replace("\r\n", "\n")
        raw = tomllib.loads(_head(text)).get("defaults", {})
    except (InputError, ValueError):
        return {}  # what is wrong with the file is told when it is to be edited
    return read_defaults(raw, TomlPlaces(path, text), [])


def _head(text: str) -> str:
    """As much of a TOML text as tells its defaults: what is above the claims, if they are there."""
    import tomllib

    found = _FIRST_CLAIM.search(text)
    if found:
        head = text[: found.start()]
        with suppress(ValueError):  # the line stands inside of a text
            if "defaults" in tomllib.loads(head):
                return head
    return text


def raw_of(text: ClaimText, position: int) -> dict[str, Any]:
    """The keys of a claim as its file has them."""
    section = text.section(position)
    if isinstance(text, JsonlText):
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
