"""Which record is which claim: what is on file beside what comes in, in a database on disk.

A million claims take as much memory as ten, and the questions that a merge asks (is this id taken,
what stands at this address) are what a database is for. It lives in a temporary file that SQLite
removes by itself.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.exchange import keys
from factcheck.exchange.base import Place, Refused
from factcheck.exchange.claims import NO_ID, Made
from factcheck.exchange.plain import line as line_of
from factcheck.model import Claim

NEW, UPDATED, UNCHANGED, SKIPPED, REFUSED = "new", "updated", "unchanged", "skipped", "refused"
DRAFT = "draft"  # new or updated, and waiting for a person
WARNED = "warned"  # taken, but something about it is to be looked at
KEPT, REMOVED = "kept", "removed"  # of claims on file that no record met

_SCHEMA: Final = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;
CREATE TABLE old (
    seq INTEGER PRIMARY KEY, at INTEGER, id TEXT UNIQUE, key BLOB, words BLOB, text TEXT,
    line TEXT, by_hand INTEGER, supersedes TEXT, mark TEXT, fate TEXT);
CREATE INDEX old_key ON old(key, words);
CREATE TABLE new (
    seq INTEGER PRIMARY KEY, path TEXT, at INTEGER, inside TEXT, id TEXT UNIQUE, key BLOB,
    words BLOB, text TEXT, line TEXT, supersedes TEXT, remark TEXT, suggested TEXT, fate TEXT);
CREATE UNIQUE INDEX new_key ON new(key, words) WHERE suggested IS NOT NULL;
CREATE TABLE marks (id TEXT PRIMARY KEY, key TEXT, digests TEXT) WITHOUT ROWID;
CREATE TABLE elsewhere (
    seq INTEGER PRIMARY KEY, id TEXT UNIQUE, place TEXT, supersedes TEXT, key BLOB, words BLOB,
    text TEXT, source TEXT, path TEXT, at INTEGER, line TEXT, by_hand INTEGER,
    said TEXT, fate TEXT);
CREATE INDEX elsewhere_key ON elsewhere(key, words) WHERE key IS NOT NULL;
CREATE TABLE events (
    seq INTEGER PRIMARY KEY, kind TEXT, path TEXT, at INTEGER, inside TEXT, id TEXT, what TEXT,
    do TEXT);
"""


class Event(NamedTuple):
    """Something to report of one record."""

    kind: str
    place: Place
    id: str
    what: str
    do: str


class Mark(NamedTuple):
    """What an import notes of a line that it writes.

    Attributes:
        id: the claim's.
        key: what the claim was known by, in hexadecimal digits.
        digests: the line's; while a file is being replaced also that of the line before, behind a
            space.
    """

    id: str
    key: str
    digests: str


class Old(NamedTuple):
    """A line of the file that is imported into.

    Attributes:
        at: its line number.
        claim: the claim.
        line: as it stands, without its ending.
        key: what the claim was known by when it was imported; None where it was not.
        by_hand: whether a person wrote or changed it.
        mark: what an import noted of it; "" for none.
    """

    at: int
    claim: Claim
    line: str
    key: bytes | None
    by_hand: bool
    mark: str


class Other(NamedTuple):
    """A claim of another file of the store.

    Attributes:
        id: the claim's.
        place: where it stands.
        supersedes: the id of the claim that it supersedes.
        key: what it was known by when it was imported; None where it was not.
        text: what it says.
        source: who says so; "" where nobody is named.
        path, at: the file and the line, where it is a file of lines.
        line: the line as it stands, where it may be updated there; else None.
        by_hand: whether it was imported, and a person has changed it since.
        said: all that it says, as a line has it; "" where that is not known.
    """

    id: str
    place: str
    supersedes: str | None = None
    key: bytes | None = None
    text: str = ""
    source: str = ""
    path: str = ""
    at: int = 0
    line: str | None = None
    by_hand: bool = False
    said: str = ""


class Ledger:
    """The claims on file and the records that come in; settled by `factcheck.exchange.settle`.

    Attributes:
        base: the database.
    """

    def __init__(self) -> None:
        self.base = sqlite3.connect("")  # a temporary file, not the memory
        self.base.isolation_level = None  # no transactions: nobody else reads it
        self.base.executescript(_SCHEMA)
        self.base.execute("BEGIN")

    def close(self) -> None:
        """Let go of the database."""
        self.base.close()

    def on_file(self, old: Old) -> None:
        """Take in a line of the file that is imported into."""
        claim = old.claim
        self.base.execute(
            "INSERT INTO old VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                *(old.at, claim.id, old.key or keys.key_of(claim), keys.text_of(claim)),
                *(claim.text, old.line, old.by_hand, claim.supersedes, old.mark),
            ),
        )

    def remember(self, mark: Mark) -> None:
        """Take in what an earlier import noted of a line that it wrote."""
        self.base.execute("INSERT OR REPLACE INTO marks VALUES (?, ?, ?)", mark)

    def remembered(self, name: str) -> Mark | None:
        """What an earlier import noted of the line of a claim."""
        query = "SELECT id, key, digests FROM marks WHERE id = ?"
        found = self.base.execute(query, (name,)).fetchone()
        return Mark(*found) if found else None

    def forget(self) -> None:
        """Let go of what is remembered, for that of another file to be taken in."""
        self.base.execute("DELETE FROM marks")

    def elsewhere(self, other: Other) -> None:
        """Take in a claim of another file of the store."""
        words = keys.words_of(other.text) if other.key is not None else None
        self.base.execute(
            "INSERT OR IGNORE INTO elsewhere "
            "VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (*other[:4], words, *other[4:]),
        )

    def comes_in(self, made: Made, name: str) -> None:
        """Take in a record.

        Args:
            made: the claim of it.
            name: what to call it in an id, where it has none and no source.
        """
        claim, place = made.claim, made.record.place
        given = claim.id if made.has_id else None
        suggested = None if made.has_id else keys.new_id(claim, name)
        row = (
            *(place.path, place.line, place.inside, given, keys.key_of(claim)),
            *(keys.text_of(claim), claim.text, line_of(claim).rstrip("\n"), claim.supersedes),
            *(made.remark, suggested),
        )
        if made.record.warning:
            self.note(WARNED, place, given or "", made.record.warning)
        try:
            self.base.execute(
                "INSERT INTO new VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", row
            )
        except sqlite3.IntegrityError:
            self._twice(made, row)

    def _twice(self, made: Made, row: tuple[object, ...]) -> None:
        """What a record comes to that another one of this import stands in for."""
        where, values = ("id = ?", row[3:4]) if made.has_id else ("key = ? AND words = ?", row[4:6])
        path, at, inside, line = self.base.execute(
            f"SELECT path, at, inside, line FROM new WHERE {where}",
            values,
        ).fetchone()
        first = Place(path, at, inside)
        place, name = made.record.place, made.claim.id if made.has_id else ""
        if line == row[7]:
            self.note(SKIPPED, place, name, f"the same as {first}")
        elif made.has_id:
            what = f"the id {name!r} stands at {first} too, with something else"
            self.note(REFUSED, place, name, what, "give each claim an id of its own")
        else:
            what = f"the same words of the same source stand at {first}, with other details"
            self.note(REFUSED, place, name, what, "keep one of the two")

    def refused(self, refused: Refused) -> None:
        """Take note of what is no record."""
        self.note(REFUSED, refused.place, "", refused.what, refused.do)

    def note(self, kind: str, place: Place, name: str, what: str, do: str = "") -> None:
        """Take note of something to report."""
        self.base.execute(
            "INSERT INTO events VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", (kind, *place, name, what, do)
        )

    def events(self, *kinds: str, limit: int = -1) -> Iterator[Event]:
        """What there is to report, kind by kind in the order of places."""
        for kind in kinds:
            rows = self.base.execute(
                "SELECT kind, path, at, inside, id, what, do FROM events WHERE kind = ? "
                "ORDER BY path, at, seq LIMIT ?",
                (kind, limit),
            )
            for row in rows:
                yield Event(row[0], Place(*row[1:4]), *row[4:])

    def count(self, kind: str) -> int:
        """How many events of a kind there are."""
        query = "SELECT count(*) FROM events WHERE kind = ?"
        return int(self.base.execute(query, (kind,)).fetchone()[0])


def with_id(line: str, name: str) -> str:
    """The line of a claim, with the id that was found for it."""
    nameless = f'{{"id": "{NO_ID}"'
    return f'{{"id": {json.dumps(name, ensure_ascii=False)}{line.removeprefix(nameless)}'
