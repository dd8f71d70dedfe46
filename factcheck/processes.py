"""Processes of ours that work for this one.

A worker is a process that is told what to do on its standard input and answers on its output,
pickled. `multiprocessing` would run the main module of whoever uses the library once more in each
process, or fork threads.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any


class Worker:
    """A process that does one thing after another, and the pipes to it.

    It may be given the next thing while it does one, so that it never waits for us; what it gives
    back is in the order in which it was asked.

    Args:
        program: what it runs, in Python. It reads what is told and asked with `pickle.load`.

    Raises:
        OSError: it cannot be started.
    """

    def __init__(self, program: str) -> None:
        package = str(Path(__file__).parents[1])
        path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            # -P: what lies in the folder where somebody works is no module of ours
            [sys.executable, "-P", "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,  # an interrupt is for us, who end it
        )
        self._giving, self._turn = threading.Lock(), threading.Condition()
        self._given = self._taken = 0

    def tell(self, what: object) -> None:
        """Hand over what needs no answer."""
        write(self._process.stdin, what)

    def ask(self, what: object) -> Any:
        """The answer to something.

        Raises:
            EOFError: it was ended before it was done.
            BrokenPipeError, pickle.UnpicklingError: the same, at another moment.
        """
        with self._giving:
            number = self._given
            self.tell(what)
            self._given += 1
        with self._turn:
            self._turn.wait_for(lambda: self._taken == number)
        try:
            if self._process.stdout is None:
                raise EOFError
            return pickle.load(self._process.stdout)
        finally:
            with self._turn:
                self._taken += 1
                self._turn.notify_all()

    def kill(self) -> None:
        """End the process in the middle of its work; `end` has to follow."""
        self._process.kill()

    def end(self, *, at_once: bool) -> int:
        """End the process, in the middle of its work or after it; its exit code."""
        if at_once:
            self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what it still holds is for one that has gone
                    pipe.close()
        return self._process.wait()


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def write(pipe: IO[bytes] | None, what: object) -> None:
    """Write something to the other end of a pipe, which reads it with `pickle.load`."""
    if pipe is not None:
        pipe.write(pickle.dumps(what, protocol=5))  # whole, or not begun
        pipe.flush()
