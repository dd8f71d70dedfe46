"""Reading claims in several processes.

A worker is a process that is told how to read, then takes lists of records and gives back
what they came to, pickled, on its standard input and output. `multiprocessing` would run
the main module of whoever uses the library once more in each process, or fork threads.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
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
        self._started: list[_Worker] = []

    def __enter__(self) -> Workers:
        try:
            for _ in range(self._count):
                self._started.append(_Worker())
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
        idle: queue.Queue[_Worker] = queue.Queue()
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


class _Worker:
    """A process that reads, and the pipes to it.

    It is given the next list while it reads one, so that it never waits for us; what it gives back
    is in the order in which it was asked.
    """

    def __init__(self) -> None:
        package = str(Path(__file__).parents[2])
        path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            # -P: what lies in the folder where somebody works is no module of ours
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,  # an interrupt is for us, who end it
        )
        self._giving, self._turn = threading.Lock(), threading.Condition()
        self._given = self._taken = 0

    def tell(self, what: object) -> None:
        """Hand over what needs no answer."""
        _write(self._process.stdin, what)

    def ask(self, work: Work) -> list[Came] | None:
        """What a list of records came to; None where one has a fault."""
        with self._giving:
            number = self._given
            self.tell(work)
            self._given += 1
        with self._turn:
            self._turn.wait_for(lambda: self._taken == number)
        try:
            if self._process.stdout is None:
                raise EOFError
            came: list[Came] | None = pickle.load(self._process.stdout)
            return came
        finally:
            with self._turn:
                self._taken += 1
                self._turn.notify_all()

    def end(self, *, at_once: bool) -> None:
        """End the process, in the middle of its work or after it."""
        if at_once:
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what it still holds is for one that has gone
                    pipe.close()
        self._process.wait()


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _ask(idle: queue.Queue[_Worker], work: Work) -> list[Came]:
    worker = idle.get()
    try:
        came = worker.ask(work)
    except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
        what = "a process that read claims was ended before it was done"
        raise ClaimError(what, do="run again: what was read before is kept") from error
    finally:
        idle.put(worker)
    if came is None:
        raise Unreadable
    return came


def _write(pipe: IO[bytes] | None, what: object) -> None:
    if pipe is not None:
        pickle.dump(what, pipe, protocol=5)
        pipe.flush()


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
        _write(taken, came)
