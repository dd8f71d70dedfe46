"""What a command costs: seconds, CPU, and the memory of all its processes at their largest.

Memory is looked up in /proc a few times a second, so that a peak of a moment may be missed; where
there is no /proc that names children (macOS), the memory is None.
"""

from __future__ import annotations

import os
import platform
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import NamedTuple

_EVERY = 0.1  # seconds between two looks
_PROC = Path("/proc")
_CHILDREN = _PROC / "thread-self" / "children"  # an option of the kernel
_OK = (0, 1)  # exit codes: 1 says that something conflicts, which is no failure


class Cost(NamedTuple):
    """What a command cost.

    Attributes:
        seconds: from its start to its end.
        cpu: seconds of all its processes.
        peak_mb: memory of all its processes together, with the parts of files that they had mapped.
        peak_own_mb: the same without the mapped files, which the system takes back when it needs.
    """

    seconds: float
    cpu: float
    peak_mb: float | None
    peak_own_mb: float | None


def run(command: Sequence[str], environment: Mapping[str, str], *, watch: bool = True) -> Cost:
    """Run a command and say what it cost.

    Args:
        command: the program and its arguments.
        environment: of the process.
        watch: whether its memory is wanted; looking takes a little of the processor.

    Raises:
        RuntimeError: it failed; what it said is in the message.
    """
    before, began = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        watcher = _Watcher(process.pid) if watch and _CHILDREN.exists() else None
        said, _ = process.communicate()
        took = time.perf_counter() - began
    peak = watcher.stop() if watcher else (None, None)
    if process.returncode not in _OK:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
    after = getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Cost(took, cpu, *peak)


def memory_of(pid: int | str = "self") -> tuple[float | None, float | None]:
    """The memory of a process in MB, with and without the files that it has mapped."""
    try:
        told = dict(
            line.split(":", 1)
            for line in (_PROC / str(pid) / "status").read_text(encoding="ascii").splitlines()
        )
        return _mb(told["VmRSS"]), _mb(told["RssAnon"])
    except (OSError, KeyError, ValueError):
        return None, None


def machine() -> str:
    """The machine in a few words: processors, memory, system, Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    model, memory = platform.processor() or platform.machine(), ""
    with suppress(OSError, StopIteration):
        lines = (_PROC / "cpuinfo").read_text(encoding="utf-8").splitlines()
        named = next(line for line in lines if line.startswith("model name"))
        model = named.partition(":")[2].strip()
        total = next(iter((_PROC / "meminfo").read_text(encoding="ascii").splitlines()))
        memory = f", {_mb(total.partition(':')[2]) / 1024:.0f} GB"
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{cores} cores of {model}{memory}, {system}"


class _Watcher:
    """Looks at the memory of a process and its children until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._own = pid, 0.0, 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> tuple[float, float]:
        """The largest memory that was seen, as `memory_of` gives it."""
        self._done.set()
        self._thread.join()
        return self._peak, self._own

    def _watch(self) -> None:
        while not self._done.is_set():
            tree = _tree(self._pid)
            # what several processes have mapped counts once, shared out among them
            self._peak = max(self._peak, sum(map(_share, tree)))
            self._own = max(self._own, sum(memory_of(pid)[1] or 0.0 for pid in tree))
            self._done.wait(_EVERY)


def _tree(pid: int) -> list[int]:
    """A process and all that it started."""
    found, open_ends = [pid], [pid]
    while open_ends:
        folder = _PROC / str(open_ends.pop()) / "task"
        with suppress(OSError):  # it has ended meanwhile
            for task in folder.iterdir():
                children = [int(child) for child in (task / "children").read_text().split()]
                found += children
                open_ends += children
    return found


def _share(pid: int) -> float:
    with suppress(OSError):
        for line in (_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return _mb(line.partition(":")[2])
    return 0.0


def _mb(told: str) -> float:
    """MB of what /proc tells in kB."""
    return int(told.split(maxsplit=1)[0]) / 1024
