"""Drafts checked in several processes, and given back in their order."""

from __future__ import annotations

import os
import pickle
import queue
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from factcheck.cli.run.configured import DraftSettings
from factcheck.cli.run.targets import STDIN_NAME, Target
from factcheck.config import Where
from factcheck.editorial.review import Review
from factcheck.errors import FactcheckError, InputError
from factcheck.processes import Worker, write

if TYPE_CHECKING:
    from factcheck.checker import Checker

_PROGRAM: Final = "from factcheck.cli.run.pool import serve; serve()"
# What may be under way or wait for its turn behind a long draft: a few for each process, and more
# as long as they are small.
_AHEAD: Final = 3
_WAITING: Final = 1 << 20  # bytes of drafts

Task = tuple[Target, DraftSettings]


class Store(NamedTuple):
    """What a worker opens.

    Attributes:
        claims: files and folders that were named.
        where: which configuration is heeded.
    """

    claims: tuple[str, ...]
    where: Where


class Fault(NamedTuple):
    """What went wrong with a draft, in a worker; the fields are those of the error."""

    what: str
    where: str = ""
    do: str = ""


class Defect(NamedTuple):
    """A traceback of a worker."""

    trace: str


class Pool:
    """Checks drafts in processes of their own.

    Args:
        store: what they are checked against; its claims are compiled already.
        count: of the processes.
    """

    def __init__(self, store: Store, count: int) -> None:
        self._store = store
        self._workers: list[Worker] = []
        self._idle: queue.Queue[Worker | None] = queue.Queue()
        self._threads = ThreadPoolExecutor(count)
        self._count = count
        self._ending = False

    def __enter__(self) -> Pool:
        try:
            for _ in range(self._count):
                self._idle.put(self._started())
        except OSError as error:
            self.__exit__(type(error), error, None)
            raise InputError(
                f"no process can be started to check drafts: {error}", do="try --jobs 1"
            ) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ending = True
        if kind is not None:
            for worker in tuple(self._workers):
                worker.kill()  # and with it whoever waits for an answer
        self._threads.shutdown(cancel_futures=True)
        for worker in tuple(self._workers):
            worker.end(at_once=kind is not None)

    def reviews(self, tasks: Iterable[Task]) -> Iterator[Review | InputError]:
        """What drafts came to, in their order; not many are held at a time.

        A draft that cannot be read, and one whose process was ended from outside, is an error.

        Raises:
            FactcheckError: the claims cannot be used any more.
        """
        pending: deque[tuple[Future[object], int]] = deque()
        held = 0
        for task in tasks:
            pending.append((self._threads.submit(self._ask, task), task[0].size))
            held += task[0].size
            while len(pending) > _AHEAD * self._count and held > _WAITING:
                answer, size = pending.popleft()
                held -= size
                yield _outcome(answer.result())
        while pending:
            yield _outcome(pending.popleft()[0].result())

    def _started(self) -> Worker:
        worker = Worker(_PROGRAM)
        self._workers.append(worker)
        worker.tell(self._store)
        return worker

    def _ask(self, task: Task) -> object:
        worker = self._idle.get()
        if self._ending:
            self._idle.put(worker)
            return None
        try:
            if worker is None:  # the last one was ended, and nobody was there to start another
                worker = self._started()
            return worker.ask(task)
        except (EOFError, OSError, pickle.UnpicklingError):
            code = self._let_go(worker)
            worker = None
            name = task[0].path or STDIN_NAME
            what = f"the process that checked this draft was ended before it was done ({code})"
            return Fault(
                what, name, "check it alone; if it happens again, report it with the draft"
            )
        finally:
            self._idle.put(worker)

    def _let_go(self, worker: Worker | None) -> str:
        if worker is None:
            return "it could not be started"
        if self._ending:
            return "with all others"
        self._workers.remove(worker)
        code = worker.end(at_once=True)
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def _outcome(answer: object) -> Review | InputError:
    if isinstance(answer, Defect):
        raise RuntimeError(f"a process that checks drafts failed:\n{answer.trace}")
    if isinstance(answer, Fault):
        return InputError(answer.what, where=answer.where, do=answer.do)
    if isinstance(answer, Review):
        return answer
    raise TypeError(f"no answer of a worker: {answer!r}")


def serve() -> None:
    """Be a worker: check what is asked for until nobody asks any more."""
    given, taken = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    sys.stdout = sys.stderr
    # whoever asked is done, or was killed
    with suppress(EOFError, pickle.UnpicklingError, BrokenPipeError, KeyboardInterrupt):
        _serve(given, taken)
    os._exit(0)  # what could not be written is for nobody


def _serve(given: IO[bytes], taken: IO[bytes]) -> None:
    import gc

    from factcheck.cli.run.reading import document_of

    store: Store = pickle.load(given)
    checker: Checker | None = None
    while True:
        target, settings = pickle.load(given)
        answer: object
        try:
            if checker is None:
                checker = _opened(store)
                gc.freeze()  # as `factcheck.cli.drafts` does
            answer = checker.reviewed(document_of(target, settings), settings.review)
        except FactcheckError as error:
            answer = Fault(error.what, error.where, error.do)
        except Exception:
            from traceback import format_exc

            answer = Defect(format_exc())
        write(taken, answer)


def _opened(store: Store) -> Checker:
    """A checker as whoever asks has one, without a bar: the claims are compiled already."""
    from factcheck.checker import Checker
    from factcheck.cli.places import settings_here

    settings = settings_here(store.claims, store.where)
    return Checker.from_path(
        *settings.claims, policy=settings.policy, units=settings.units, locale=settings.locale
    )
