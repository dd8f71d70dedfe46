"""What is remembered of the files that a store was compiled from.

Of a file: its stamp, and of each of its records a digest, a digest of the claim's id, and whether
it is a draft or superseded by another claim. So an unchanged file is not opened, and an unchanged
record of a changed file is not parsed.
"""

from __future__ import annotations

import marshal
import os
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from factcheck.cache import digest
from factcheck.store.files import ClaimFile
from factcheck.store.relations import Node

_FILE: Final = "records"  # in the folder of a generation
DRAFT: Final = 1
REPLACED: Final = 2  # current, but for another claim that supersedes it
SETTLED: Final = 4  # neither a draft nor current, whatever others say of it
_SUM: Final = 16  # bytes of a digest

Stamp = tuple[str, int, int, int, int]


def stamp(file: ClaimFile) -> Stamp:
    """Name, size, times of change and number of a file: another one is another content.

    The second time is that of the system's own record, which nobody can set back.

    Raises:
        OSError: it cannot be looked at.
    """
    status = os.stat(file.path)  # noqa: PTH116  # pathlib takes twice as long
    times = status.st_mtime_ns, status.st_ctime_ns
    return file.name, status.st_size, *times, status.st_ino


class Link(NamedTuple):
    """A claim that names another one in `supersedes`.

    Attributes:
        id: its id.
        older: the id that it names.
        strong: whether the older claim counts as superseded by it.
    """

    id: str
    older: str
    strong: bool

    @property
    def node(self) -> Node:
        """The same for the checks of relations."""
        return Node(self.id, self.older)


class FileMemo:
    """The records of one file, in their order.

    Attributes:
        stamp: the file as it was.
        digests: of each record.
        ids: a digest of each claim's id.
        marks: DRAFT, REPLACED or SETTLED of each.
        links: by position, the claims that supersede others.
    """

    def __init__(
        self,
        told: Stamp,
        digests: Iterable[int] = (),
        ids: Iterable[int] = (),
        marks: bytes = b"",
        links: dict[int, Link] | None = None,
    ) -> None:
        self.stamp = told
        self.digests, self.ids = array("Q", digests), array("Q", ids)
        self.marks = bytearray(marks)
        self.links = links or {}

    def __len__(self) -> int:
        return len(self.digests)

    def add(self, record: int, claim_id: int, marks: int, link: Link | None) -> None:
        """Remember one more record."""
        if link is not None:
            self.links[len(self.digests)] = link
        self.digests.append(record)
        self.ids.append(claim_id)
        self.marks.append(marks)

    def names(self) -> Iterable[str]:
        """What the records that are in the store are called there."""
        pairs = zip(self.digests, self.marks, strict=True)
        return (record_name(record, marks) for record, marks in pairs if not marks & DRAFT)


def record_name(record: int, marks: int) -> str:
    """What a record is called in the store: a claim that has been superseded is another one."""
    return f"{record:016x}{'s' if marks & REPLACED else ''}"


def write_memos(folder: Path, memos: Sequence[FileMemo]) -> str:
    """Write down what is remembered, under a new name, which is returned."""
    name = f"{_FILE}-{os.urandom(8).hex()}"
    told = [
        (m.stamp, m.digests.tobytes(), m.ids.tobytes(), bytes(m.marks), _plain(m.links))
        for m in memos
    ]
    content = marshal.dumps(told)
    (folder / name).write_bytes(digest(content) + content)
    return name


def read_memos(folder: Path, name: str) -> list[FileMemo]:
    """What was written down.

    Raises:
        OSError, ValueError, EOFError, TypeError: it is not there, or not whole.
    """
    content = (folder / name).read_bytes()
    if digest(content[_SUM:]) != content[:_SUM]:
        raise ValueError("not what was written")
    told: list[Any] = marshal.loads(content[_SUM:])
    found = []
    for told_stamp, digests, ids, marks, links in told:
        memo = FileMemo(tuple(told_stamp), marks=marks)
        memo.digests.frombytes(digests)
        memo.ids.frombytes(ids)
        memo.links = {at: Link(*link) for at, link in links.items()}
        found.append(memo)
    return found


def forget_memos(folder: Path, but: str) -> None:
    """Remove what was written down before."""
    for old in folder.glob(f"{_FILE}-*"):
        if old.name != but:
            old.unlink(missing_ok=True)


def _plain(links: dict[int, Link]) -> dict[int, tuple[str, str, bool]]:
    return {at: (*link,) for at, link in links.items()}
