"""Every error that factcheck raises on purpose.

    FactcheckError
    ├── InputError          a draft or an argument that cannot be read
    ├── ConfigError         factcheck.toml, an option or an environment variable
    ├── UnitError           a unit definition that pint refuses
    └── ClaimError          the store of reference claims
        ├── NoClaims        there is no store, or it is empty
        ├── ClaimFaults     one or more faults in claim files, reported together
        └── EditRefused     an edit that would leave such faults; nothing was written

A message says what was wrong, where, and what to do about it. Anything else that
escapes from the package is a defect.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class FactcheckError(Exception):
    """Base of all errors: `what` went wrong, `where`, and what to `do`."""

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what = what
        self.where = where
        self.do = do
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f"\n  {self.do}" if self.do else ""
        return f"{place}{self.what}{remedy}"


class InputError(FactcheckError):
    """A draft, or an argument that names one, cannot be read."""


class OutputError(FactcheckError):
    """What was found cannot be written."""


class ConfigError(FactcheckError):
    """A setting is unknown, malformed or out of its range."""


class UnitError(ConfigError):
    """A unit definition is not understood."""


class ClaimError(FactcheckError):
    """The store of reference claims cannot be used."""


class NoClaims(ClaimError):
    """There is no store of claims, or it holds none."""


class Fault(NamedTuple):
    """One fault in a claim file; `line` counts from 1, and is 0 where none applies."""

    path: str
    line: int
    what: str
    do: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        remedy = f" ({self.do})" if self.do else ""
        return f"{place}: {self.what}{remedy}"


class ClaimFaults(ClaimError):
    """All the faults of a store at once, in file and line order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda f: (f.path, f.line, f.what)))
        count = len(self.faults)
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(
            f"{count} fault{'s' if count != 1 else ''} in the claims:\n{lines}",
            do="mend the lines above; `factcheck claims lint` checks them again",
        )


class EditRefused(ClaimError):
    """An edit would have left faults in the store, and was not made.

    Their lines are those of the file as it would have become.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda f: (f.path, f.line, f.what)))
        count = len(self.faults)
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(
            f"nothing was written: this would leave {count} fault{'s' if count != 1 else ''} "
            f"in the claims:\n{lines}",
            do="give what the lines above ask for, and try again",
        )
