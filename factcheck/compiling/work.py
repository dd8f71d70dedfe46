"""Reading claims in several processes.

A worker is a process (`factcheck.processes`) that is told how to read, then takes lists of
records and gives back what they came to.
"""

from __future__ import annotations

import os
import pickle
import queue
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import IO, Final, NamedTuple

from factcheck.candidates.embedded import Record as Stored
from factcheck.candidates.embedded import record as stored
from factcheck.compiling.memo import DRAFT, REPLACED, record_name
from factcheck.compiling.records import Record, Unreadable, marks_of, parsed
from factcheck.errors import ClaimError
from factcheck.figures.unit_data import UnitTable
from factcheck.figures.units import user_units
from factcheck.frames.stated_units import StatedUnits
from factcheck.model import Claim, ClaimStatus
from factcheck.processes import Worker, write
from factcheck.processes import processors as _processors
from factcheck.store.files import ClaimFile

_AT_ONCE: Final = 2  # lists that a worker has: one that it reads, and the next
_AHEAD: Final = 3  # lists for each worker that are under way
_FEW: Final = 400  # records below which starting a process takes longer than reading them
_PROGRAM: Final = "from factcheck.compiling.work import serve; serve()"


class Reading(NamedTuple):
    """How records are read.

    Attributes:
        units: the user's own units, as they wrote them.
        locale: how numbers and dates are written.
        known: the dictionary of the store.
        replaced: ids of the claims that others supersede.
    """

    units: tuple[str, ...]
    locale: str
    known: bytes
    replaced: frozenset[str]


class Came(NamedTuple):
    """What a record came to.

    Attributes:
        id: its claim's id.
        marks: DRAFT and REPLACED.
        stored: the claim as it is stored; None for a draft.
    """

    id: str
    marks: int
    stored: Stored | None


Work = list[tuple[int, Record]]  # records, each with its digest


class Reader:
    """Reads records in this process."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._units: UnitTable | None = user_units(reading.units) if reading.units else None
        self._known = StatedUnits(self._units)

    def read(self, work: Work) -> list[Came]:
        """What some records came to, in their order.

        Raises:
            Unreadable: one of them has a fault.
        """
        made = [one for _, one in work if isinstance(one, Claim)]
        written = [one for _, one in work if isinstance(one, bytes)]
        nowhere = ClaimFile("", Path("-"))  # a fault is told by whoever reads the file again
        claims = made or parsed(b"\n".join(written), nowhere, self._known, is_json=True)
        if len(claims) != len(work):
            raise Unreadable
        return [self._came(digest, claim) for (digest, _), claim in zip(work, claims, strict=True)]

    def _came(self, digest: int, claim: Claim) -> Came:
        marks = marks_of(claim, self._reading.replaced)
        if marks & DRAFT:
            return Came(claim.id, marks, None)
        if marks & REPLACED:
            claim = replace(claim, status=ClaimStatus.SUPERSEDED)
        known, locale = self._reading.known, self._reading.locale
        name = record_name(digest, marks)
        return Came(claim.id, marks, stored(claim, known, name, self._units, locale))


class Workers:
    """Reads records in as many processes as there are processors, or in this one if few.

    Args:
        reading: how they are read.
        count: how many records there are.
    """

    def __init__(self, reading: Reading, count: int) -> None:
        self._reading = reading
        self._count = _processors() if count > _FEW and sys.executable else 0
        self._started: list[Worker] = []

    def __enter__(self) -> Workers:
        try:
            for _ in range(self._count):
                self._started.append(Worker(_PROGRAM))
            for worker in self._started:
                worker.tell(self._reading)
        except OSError as error:
            self.__exit__(type(error), error, None)
            raise ClaimError(f"no process can be started to read claims: {error}") from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._started:
            worker.end(at_once=kind is not None)

    def read(self, works: Iterable[Work]) -> Iterator[list[Came]]:
        """What lists of records came to, in their order; not many are held at a time.

        Raises:
            Unreadable: one of them has a fault.
            ClaimError: a worker was ended from outside.
        """
        if not self._started:
            reader = Reader(self._reading)
            yield from map(reader.read, works)
            return
        idle: queue.Queue[Worker] = queue.Queue()
        for worker in self._started * _AT_ONCE:
            idle.put(worker)
        with ThreadPoolExecutor(_AT_ONCE * len(self._started)) as threads:
            pending: deque[Future[list[Came]]] = deque()
            for work in works:
                pending.append(threads.submit(_ask, idle, work))
                if len(pending) >= _AHEAD * len(self._started):
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()


def _ask(idle: queue.Queue[Worker], work: Work) -> list[Came]:
    worker = idle.get()
    try:
        came: list[Came] | None = worker.ask(work)
    except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
        what = "a process that read claims was ended before it was done"
        raise ClaimError(what, do="run again: what was read before is kept") from error
    finally:
        idle.put(worker)
    if came is None:
        raise Unreadable
    return came


def serve() -> None:
    """Be a worker: read what is asked for until nobody asks any more."""
    with suppress(EOFError, pickle.UnpicklingError, BrokenPipeError):  # whoever asked was killed
        _serve(sys.stdin.buffer, sys.stdout.buffer)
    os._exit(0)  # what could not be written is for nobody


def _serve(given: IO[bytes], taken: IO[bytes]) -> None:
    reader = Reader(pickle.load(given))
    while True:
        work: Work = pickle.load(given)
        try:
            came: list[Came] | None = reader.read(work)
        except Unreadable:
            came = None
        write(taken, came)
