"""A folder of claims that is written, opened, and compared with itself read in one piece."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factcheck import Checker, Claim
from factcheck.candidates.base import Snapshot
from factcheck.candidates.memory import InMemoryStore
from factcheck.compiling.home import Home, home_of
from factcheck.compiling.opening import opened
from factcheck.figures.units import user_units
from factcheck.model import ClaimStatus
from factcheck.store.reader import read_claims
from factcheck.text.tokens import LOCALE

Row = dict[str, Any]
TOWNS = ("Kesford", "Lunwick", "Orford", "Bardale", "Oldwick", "Lundale")

# What a process of its own begins with; its arguments are the folder and what else it needs.
BEGIN = """
import os, signal, sys
from pathlib import Path
from factcheck import Checker, FactcheckError
from factcheck.candidates import embedded
from factcheck.compiling import compiler, home, opening
opening.SMALL = 0
folder, read = sys.argv[1], []
def open_store(progress=lambda done, total: read.append(total)):
    return Checker.from_path(folder, progress=progress)
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
"""


class Told(NamedTuple):
    """What a checker said of a figure."""

    verdict: str
    cited: str | None
    flags: tuple[str, ...]


def row(name: str, number: int = 20, town: str = "Kesford", **more: Any) -> Row:
    """A claim as it is written in a file."""
    return {"id": name, "text": f"The town of {town} has {number} bakeries.", **more}


def many(count: int, first: int = 0) -> list[Row]:
    """Claims that are all about something else."""
    return [row(f"c{n:04d}", 20 + n % 7, _town(n)) for n in range(first, first + count)]


def _town(number: int) -> str:
    letters = "klmnopqrst"[number // 60 % 10], "abcdefghij"[number // 6 % 10]
    return "".join((TOWNS[number % 6], *letters))


class Newsroom:
    """Claims in a folder.

    Attributes:
        folder: where they lie.
        read: how many were read when they were opened last.
        units, locale: how they are read.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self.read = 0
        self.units: tuple[str, ...] = ()
        self.locale = LOCALE

    def lines(self, name: str, rows: Sequence[Row]) -> Path:
        """Write a file of lines."""
        return self.write(name, "".join(f"{json.dumps(one)}\n" for one in rows))

    def toml(self, name: str, rows: Sequence[Row]) -> Path:
        """Write a file of TOML."""
        tables = ("".join(f"{k} = {json.dumps(v)}\n" for k, v in one.items()) for one in rows)
        return self.write(name, "".join(f"[[claim]]\n{table}\n" for table in tables))

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    @property
    def home(self) -> Home:
        """Where its store lies."""
        found = home_of([self.folder], self.units, self.locale)
        assert found is not None
        return found

    @property
    def generation(self) -> Path:
        """The folder of the index."""
        found = self.home.current()
        assert found is not None
        return found

    def open(self, waiting: Callable[[], None] | None = None) -> Snapshot:
        """The store, compiled."""
        self.read, told = 0, []

        def progress(*far: int) -> None:
            told.append(far)

        view = opened([self.folder], self.units, self.locale, progress, waiting)
        if told:
            self.read = told[-1][1]
            assert told[-1] == (self.read, self.read)
        return view

    def claims(self) -> list[Claim]:
        """All claims of the store, in the order of their ids."""
        view = self.open()
        return [one.claim for one in view.search((), max(1, len(view)))]

    def told(self, *statements: str) -> list[Told]:
        """What a check says of some statements."""
        checker = Checker._over(self.open(), None, self._own(), self.locale)
        return _told(checker, statements)

    def assert_right(self, *statements: str) -> None:
        """That the store has the claims and says what all of them say, read in one piece."""
        claims = read_claims([self.folder]).claims()
        wanted = [claim for claim in claims if claim.status != ClaimStatus.DRAFT]
        assert self.claims() == wanted
        asked = statements or tuple(claim.text for claim in wanted[:20])
        plain = InMemoryStore(wanted, self._own(), self.locale)
        told = _told(Checker(plain, units=self.units, locale=self.locale), asked)
        assert self.told(*asked) == told

    def command(self, code: str, *arguments: str) -> list[str]:
        """The command that runs some code behind `BEGIN`; what lies at hand is no module of it."""
        return [sys.executable, "-P", "-c", BEGIN + code, str(self.folder), *arguments]

    def start(self, code: str, *arguments: str) -> subprocess.Popen[str]:
        """Start a process that runs some code behind `BEGIN`."""
        return subprocess.Popen(
            self.command(code, *arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, code: str, *arguments: str) -> tuple[int, str, str]:
        """Run some code in a process: its exit code, its output, its errors."""
        with self.start(code, *arguments) as process:
            out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def _own(self) -> Any:
        return user_units(self.units) if self.units else None


def _told(checker: Checker, statements: Sequence[str]) -> list[Told]:
    findings = [f for statement in statements for f in checker.check(statement).findings]
    return [Told(f.verdict, f.citation.claim.id if f.citation else None, f.flags) for f in findings]
