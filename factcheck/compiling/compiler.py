"""Compiling a store from its files: look through them, read what is new, write it, let it count."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from filelock import FileLock, Timeout

from factcheck.cache import program
from factcheck.candidates.embedded import EmbeddedSnapshot, EmbeddedStore, Writing
from factcheck.candidates.faults import Damaged
from factcheck.compiling.home import Home
from factcheck.compiling.memo import (
    DRAFT,
    REPLACED,
    FileMemo,
    Stamp,
    forget_memos,
    read_memos,
    record_name,
    stamp,
    write_memos,
)
from factcheck.compiling.opening import Progress, Waiting
from factcheck.compiling.pruning import prune
from factcheck.compiling.records import (
    Changed,
    Known,
    Surveyed,
    Unreadable,
    id_digest,
    records_at,
    survey,
)
from factcheck.compiling.work import Came, Reading, Work, Workers
from factcheck.errors import ClaimError
from factcheck.frames.stated_units import StatedUnits
from factcheck.store.files import ClaimFile, claim_files
from factcheck.store.relations import troubles

_LIST: Final = 250  # records that a worker takes at a time
_COMMIT: Final = 50_000  # records after which what is built is kept, should the process be killed
_JOURNAL: Final = "journal"  # in the folder of what is being built: what was kept already
_ENTRY: Final = struct.Struct("<QQB")
_TRIES: Final = 3  # where files change while they are read


class Sources(NamedTuple):
    """What a store is compiled from.

    Attributes:
        paths: the files and folders that were named.
        units: the user's own units, as they wrote them.
        locale: how numbers and dates are written.
    """

    paths: tuple[str | os.PathLike[str], ...]
    units: tuple[str, ...]
    locale: str

    def stamps(self) -> list[tuple[ClaimFile, Stamp]]:
        """The files with their stamps.

        Raises:
            NoClaims, ClaimError: as `factcheck.store.files.claim_files`, or one cannot be read.
        """
        try:
            return [(file, stamp(file)) for file in claim_files(self.paths)]
        except OSError as error:
            raise ClaimError(
                f"the file cannot be read: {error.strerror}", where=str(error.filename)
            ) from error


def compiled_store(
    home: Home, sources: Sources, progress: Progress, waiting: Waiting
) -> EmbeddedSnapshot:
    """The store as its files are now, compiled as far as they have changed.

    Args:
        home: where it lies.
        sources: what it is compiled from.
        progress: told how far it is; not called where nothing has changed.
        waiting: called where another process is compiling it, before this one waits.

    Raises:
        Unreadable: the files have faults.
        NoClaims: a path does not exist.
        ClaimError: the index cannot be written.
    """
    found = _fresh(home, [told for _, told in sources.stamps()])
    if found is not None:
        home.note_opened()
        return found
    try:
        home.lock.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _alone(home, waiting):
            home.prepare()
            found = _compiled(home, sources, progress)
            home.note_opened()
        prune(home)
        return found
    except OSError as error:
        raise ClaimError(
            f"the index of claims cannot be written: {error.strerror or error}",
            where=str(home.folder),
            do="free some space, or name another folder in FACTCHECK_CACHE",
        ) from error


@contextmanager
def _alone(home: Home, waiting: Waiting) -> Iterator[None]:
    """Nobody else compiles this store meanwhile."""
    lock = FileLock(home.lock)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _compiled(home: Home, sources: Sources, progress: Progress) -> EmbeddedSnapshot:
    for left in reversed(range(_TRIES + 1)):
        files = sources.stamps()  # another process may have compiled it meanwhile
        found = _fresh(home, [told for _, told in files])
        if found is not None:
            return found
        if left:
            with suppress(Changed):
                _Compilation(home, sources, files, progress).run()
    raise ClaimError("the claim files change while they are read", do="run again")


def _fresh(home: Home, told: Sequence[Stamp]) -> EmbeddedSnapshot | None:
    """The store if it was compiled from just these files by this program, whole."""
    folder = home.current()
    if folder is None:
        return None
    try:
        found = EmbeddedSnapshot(folder)
    except Damaged:
        return None
    same = found.notes.get("program") == program() and found.notes.get("stamps") == list(told)
    return found if same else None


class _Compilation:
    """One run over the files.

    Args:
        home, sources, progress: as for `compiled_store`.
        files: the files with their stamps.
    """

    def __init__(
        self,
        home: Home,
        sources: Sources,
        files: Sequence[tuple[ClaimFile, Stamp]],
        progress: Progress,
    ) -> None:
        self._home, self._sources, self._files = home, sources, files
        self._progress = progress
        self._units = StatedUnits.with_lines(sources.units)
        self._old: dict[str, FileMemo] = {}
        self._known: Known = {}
        self._present: set[str] = set()
        self._kept = 0  # bytes of the journal that were committed
        self._folder = self._begin()
        self._journal = _Journal(self._folder, self._kept) if self._is_new() else None
        self._before = EmbeddedSnapshot(self._folder).notes

    def run(self) -> None:
        """Compile.

        Raises:
            Unreadable: the files have faults.
            Changed: one of them is no longer what it was.
            ClaimError: the index cannot be written.
        """
        surveyed = [self._survey(file, told) for file, told in self._files]
        links = [link for one in surveyed for link in one.memo.links.values()]
        replaced = frozenset(link.older for link in links if link.strong)
        old = frozenset(map(id_digest, replaced))
        wanted = [self._to_read(one, old) for one in surveyed]
        known = self._before["dictionary"]
        reading = Reading(self._sources.units, self._sources.locale, known, replaced)
        with Writing(self._folder) as writing:
            self._read(surveyed, wanted, reading, writing)
            self._check(surveyed)
            self._take_out(surveyed, writing)
            name = write_memos(self._folder, [one.memo for one in surveyed])
            writing.commit(self._notes(name, [one.memo for one in surveyed]))
            if self._is_new():
                writing.tidy()
        if self._is_new():
            (self._home.publish() / _JOURNAL).unlink(missing_ok=True)
        else:
            forget_memos(self._folder, but=name)

    def _is_new(self) -> bool:
        return self._folder == self._home.building

    def _begin(self) -> Path:
        """Where to write: over what counts, where it is whole, else over what was being built."""
        current = self._home.current()
        if current is not None and self._recall(current):
            return current
        building = self._home.building
        if not self._resume(building):
            self._home.discard()
            self._home.prepare()
            EmbeddedStore(building)
        return building

    def _recall(self, folder: Path) -> bool:
        """Whether what counts is this program's and whole; then its records are known."""
        try:
            notes = EmbeddedSnapshot(folder).notes
            if notes.get("program") != program():
                return False
            memos = read_memos(folder, notes["memos"])
        except (Damaged, OSError, ValueError, EOFError, TypeError, KeyError):
            return False
        self._old = {memo.stamp[0]: memo for memo in memos}
        for memo in memos:
            known = zip(memo.digests, zip(memo.ids, memo.marks, strict=True), strict=True)
            self._known.update(known)
            self._present.update(memo.names())
        return True

    def _resume(self, building: Path) -> bool:
        """Whether a compilation that was killed can go on; what it kept is known then."""
        try:
            notes = EmbeddedSnapshot(building).notes
            content = (building / _JOURNAL).read_bytes()
        except (Damaged, OSError):
            return False
        self._kept = notes.get("journal", 0)
        if notes.get("program") != program() or len(content) < self._kept:
            return False
        for record, claim_id, marks in _ENTRY.iter_unpack(content[: self._kept]):
            self._known[record] = claim_id, marks
            if not marks & DRAFT:
                self._present.add(record_name(record, marks))
        return True

    def _survey(self, file: ClaimFile, told: Stamp) -> Surveyed:
        old = self._old.get(file.name)
        if old is not None and old.stamp == told:
            return Surveyed(file, old, (), ())
        return survey(file, told, self._known, self._units)

    def _to_read(self, one: Surveyed, old: frozenset[int]) -> list[int]:
        """Which records of a file are to be read; the marks of the others are set."""
        memo, wanted = one.memo, set(one.unknown)
        for at, (record, claim_id) in enumerate(zip(memo.digests, memo.ids, strict=True)):
            if at in wanted:
                continue
            marks = memo.marks[at] & ~REPLACED
            marks |= REPLACED if claim_id in old and not marks else 0
            memo.marks[at] = marks
            if not marks & DRAFT and record_name(record, marks) not in self._present:
                wanted.add(at)
        return sorted(wanted)

    def _read(
        self,
        surveyed: Sequence[Surveyed],
        wanted: Sequence[Sequence[int]],
        reading: Reading,
        writing: Writing,
    ) -> None:
        """Read the records and add them, keeping what is built now and then."""
        total, done, kept = sum(map(len, wanted)), 0, 0
        if not total:
            return
        places: list[list[tuple[FileMemo, int]]] = []
        works = _lists(surveyed, wanted, places, self._units)
        with Workers(reading, total) as workers:
            for number, came in enumerate(workers.read(works)):
                self._add(places[number], came, writing)
                places[number] = []
                done += len(came)
                self._progress(done, total)
                if self._journal is not None and done - kept >= _COMMIT:
                    writing.commit(self._notes("", []))
                    kept = done

    def _add(
        self, places: Sequence[tuple[FileMemo, int]], came: Sequence[Came], writing: Writing
    ) -> None:
        for (memo, at), one in zip(places, came, strict=True):
            memo.ids[at], memo.marks[at] = id_digest(one.id), one.marks
            if one.stored is not None:
                writing.add(one.stored)
            if self._journal is not None:
                self._journal.add(memo.digests[at], memo.ids[at], one.marks)

    def _check(self, surveyed: Sequence[Surveyed]) -> None:
        """Whether ids are unique, and whom a claim supersedes is there.

        Raises:
            Unreadable: something is wrong, and whoever reads all files can say what.
        """
        ids = [claim_id for one in surveyed for claim_id in one.memo.ids]
        there = set(ids)
        if len(there) < len(ids):
            raise Unreadable
        links = [link for one in surveyed for link in one.memo.links.values()]
        if any(id_digest(link.older) not in there for link in links):
            raise Unreadable
        if troubles([link.node for link in links], lambda _: True):
            raise Unreadable

    def _take_out(self, surveyed: Sequence[Surveyed], writing: Writing) -> None:
        """Take out what no file holds any more."""
        if self._present:
            wanted = {name for one in surveyed for name in one.memo.names()}
            for name in self._present - wanted:
                writing.take_out_record(name)

    def _notes(self, name: str, memos: Sequence[FileMemo]) -> dict[str, Any]:
        """What the store is to know of itself with the next commit, which is to follow."""
        drafts = sum(bool(mark & DRAFT) for memo in memos for mark in memo.marks)
        return {
            **self._before,
            "program": program(),
            "memos": name,
            "stamps": [memo.stamp for memo in memos],
            "drafts": drafts,
            "journal": self._journal.write() if self._journal is not None else 0,
        }


class _Journal:
    """What has been committed of a store that is being built.

    It is written before each commit, which says how much of it counts: after a kill at any moment
    the two agree.
    """

    def __init__(self, folder: Path, kept: int) -> None:
        self._path = folder / _JOURNAL
        self._length = kept
        self._entries = bytearray()
        with self._path.open("ab") as file:
            file.truncate(kept)

    def add(self, record: int, claim_id: int, marks: int) -> None:
        """A record that the next commit holds."""
        self._entries += _ENTRY.pack(record, claim_id, marks)

    def write(self) -> int:
        """Write down what the next commit will hold; returns how long the journal is then."""
        with self._path.open("ab") as file:
            file.write(self._entries)
            file.flush()
            os.fsync(file.fileno())
        self._length += len(self._entries)
        self._entries.clear()
        return self._length


def _lists(
    surveyed: Sequence[Surveyed],
    wanted: Sequence[Sequence[int]],
    places: list[list[tuple[FileMemo, int]]],
    units: StatedUnits,
) -> Iterator[Work]:
    """The records to read, some at a time; where each belongs is added to `places`."""
    for one, positions in zip(surveyed, wanted, strict=True):
        work: Work = []
        here: list[tuple[FileMemo, int]] = []
        for at, record in records_at(one, set(positions), units):
            work.append((one.memo.digests[at], record))
            here.append((one.memo, at))
            if len(work) == _LIST:
                places.append(here)
                yield work
                work, here = [], []
        if work:
            places.append(here)
            yield work


def silent(*_: int) -> None:
    """A `Progress`, and a `Waiting`, that tells nobody."""
