"""Claim files to claims: read, check, and settle what they say of each other."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.errors import ClaimFaults, Fault, NoClaims
from factcheck.model import Claim, ClaimStatus
from factcheck.store.fields import Entry, KnownUnits
from factcheck.store.files import ClaimFile, claim_files, fingerprint_of
from factcheck.store.relations import Node, Trouble, no_such_claim, settled, troubles
from factcheck.store.syntax import parse

_CONFIRM = "`factcheck claims confirm` makes those current that you approve"
_HOW = "write claims as `claims/README.md` shows, or name others with --claims"


class FileRead(NamedTuple):
    """What one file of a store came to.

    Attributes:
        file: which one.
        data: its bytes; None where it cannot be read.
        entries: its claims.
        unread: the parts of it that could not be parsed; None where none of it could be.
        faults: everything that is wrong with it by itself.
    """

    file: ClaimFile
    data: bytes | None
    entries: list[Entry]
    unread: str | None
    faults: list[Fault]


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """The claims of some files; a `ClaimSource`."""

    _claims: tuple[Claim, ...]
    _fingerprint: bytes

    def claims(self) -> tuple[Claim, ...]:
        """All claims in the order of their ids, with superseded ones marked."""
        return self._claims

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)

    def fingerprint(self) -> bytes:
        """The digest of the files as they were read; see `factcheck.store.files.fingerprint`."""
        return self._fingerprint


def read_claims(
    paths: Sequence[str | os.PathLike[str]],
    units: KnownUnits | None = None,
    *,
    drafts_alone: bool = False,
) -> ClaimSet:
    """Read all claims of the files, and of the files in the folders.

    Args:
        paths: `.toml` and `.jsonl` files, or folders of them.
        units: the units that stated figures may have; None where that is not to be checked.
        drafts_alone: whether a store of nothing but drafts will do; no check can use one.

    Raises:
        ClaimFaults: one or more faults, all of them, with file and line.
        NoClaims: a path does not exist, or there is no claim, or none but drafts.
        ClaimError: a path that cannot hold claims.
    """
    claims, faults, seen = _read(paths, units)
    if faults:
        raise ClaimFaults(faults)
    is_used = claims if drafts_alone else (c for c in claims if c.status != ClaimStatus.DRAFT)
    if not any(True for _ in is_used):
        where = ", ".join(str(path) for path in paths)
        if claims:
            what, do = "all claims are drafts", _CONFIRM
        else:
            what, do = "there are no claims", _HOW
        raise NoClaims(what, where=where, do=do)
    return ClaimSet(claims, seen)


def lint(
    paths: Sequence[str | os.PathLike[str]], units: KnownUnits | None = None
) -> tuple[Fault, ...]:
    """All faults of the files, in file and line order; empty where all is well.

    Args:
        paths: as for `read_claims`.
        units: as for `read_claims`.

    Raises:
        NoClaims: a path does not exist.
        ClaimError: a path that cannot hold claims.
    """
    _, faults, _ = _read(paths, units)
    return ClaimFaults(faults).faults


class Gathered(NamedTuple):
    """Everything that some files say, before anybody asks whether it makes a store.

    Attributes:
        entries: one for each table of a claim, file by file.
        faults: of syntax, of values, and of relations.
        contents: name and bytes of each file.
    """

    entries: list[Entry]
    faults: list[Fault]
    contents: list[tuple[str, bytes]]


def _read(
    paths: Sequence[str | os.PathLike[str]], units: KnownUnits | None
) -> tuple[tuple[Claim, ...], list[Fault], bytes]:
    entries, faults, contents = gather(paths, units)
    claims = () if faults else settled(entry.claim for entry in entries if entry.claim)
    return claims, faults, fingerprint_of(contents)


def gather(paths: Sequence[str | os.PathLike[str]], units: KnownUnits | None = None) -> Gathered:
    """Read all files, whole or faulty.

    Args:
        paths: as for `read_claims`.
        units: as for `read_claims`.

    Raises:
        NoClaims: a path does not exist.
        ClaimError: a path that cannot hold claims.
    """
    reads = [read_file(file, units) for file in claim_files(paths)]
    entries = [entry for read in reads for entry in read.entries]
    contents = [(read.file.name, read.data) for read in reads if read.data is not None]
    return Gathered(entries, all_faults(reads), contents)


def read_file(
    file: ClaimFile, units: KnownUnits | None = None, data: bytes | None = None
) -> FileRead:
    """One file of a store, with its own faults.

    Args:
        file: which one.
        units: as for `read_claims`.
        data: what it holds, or is to hold; None to read it.
    """
    shown = str(file.path)
    if data is None:
        try:
            data = file.path.read_bytes()
        except OSError as error:
            what = f"the file cannot be read: {error.strerror}"
            return FileRead(file, None, [], None, [Fault(shown, 0, what)])
    faults: list[Fault] = []
    is_json = file.path.suffix.lower() == ".jsonl"
    parsed = parse(data, shown, is_json=is_json, faults=faults, units=units)
    return FileRead(file, data, parsed.entries, parsed.unread, faults)


def all_faults(reads: Sequence[FileRead]) -> list[Fault]:
    """The faults of the files, and of what their claims say of each other."""
    entries = [entry for read in reads for entry in read.entries]
    relations = _relation_faults(entries, [read.unread for read in reads])
    return [*(fault for read in reads for fault in read.faults), *relations]


def _relation_faults(entries: Sequence[Entry], unread: Sequence[str | None]) -> Iterator[Fault]:
    named = [entry for entry in entries if entry.id is not None]
    nameless = [entry for entry in entries if entry.id is None]
    hidden = [*unread, *(entry.unread for entry in nameless)]

    def may_exist(name: str) -> bool:
        """Whether a claim of that id may stand in what could not be read."""
        word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        return any(text is None or word.search(text) for text in hidden)

    nodes = [Node(entry.id or "", entry.supersedes) for entry in named]
    first: dict[str, Entry] = {}
    for entry, node in zip(named, nodes, strict=True):
        first.setdefault(node.id, entry)
    for trouble in troubles(nodes, may_exist):
        entry = named[trouble.position]
        what = trouble.what
        if trouble.key == "id":
            other = first[nodes[trouble.position].id]
            what += f": also in {other.places.path}:{other.places.line(other.position, key='id')}"
        yield _fault(entry, trouble, what)
    for position, entry in enumerate(nameless):
        name = entry.supersedes
        if name is not None and name not in first and not may_exist(name):
            trouble = no_such_claim(position, name, first)
            yield _fault(entry, trouble, trouble.what)


def _fault(entry: Entry, trouble: Trouble, what: str) -> Fault:
    line = entry.places.line(entry.position, key=trouble.key)
    return Fault(entry.places.path, line, what, trouble.do)
