"""The file of a store that an import writes, and what it remembers of what it wrote.

Beside `claims/wire.jsonl` lies `.wire.jsonl.imported`: for every line that an import wrote its id,
what it was known by, and its digest. A line that is not as it was written was changed by a
person, one that is not listed was written by one, and both are left alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from sqlite3 import IntegrityError
from typing import Final, NamedTuple

from factcheck.errors import ClaimFaults, Fault, OutputError
from factcheck.exchange.ledger import Ledger, Mark, Old
from factcheck.exchange.saving import replacing
from factcheck.exchange.settle import lines, removed
from factcheck.store.fields import Spot, read_claim
from factcheck.store.places import JsonLines

# The first line of a list of what imports wrote.
ABOUT: Final = (
    '{"about": "Written by `factcheck claims import`: what it wrote, to tell it from what people '
    'changed. Keep it beside the claims."}\n'
)


class Stamp(NamedTuple):
    """What tells that a file is still the one that was read; zeros for one that is not there."""

    size: int = 0
    changed: int = 0


def stamp(path: Path) -> Stamp:
    """The stamp of a file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return Stamp()
    return Stamp(status.st_size, status.st_mtime_ns)


def unchanged_since(path: Path, before: Stamp) -> Callable[[], None]:
    """What raises an `OutputError` where a file is no longer the one that was read."""

    def check() -> None:
        if stamp(path) != before:
            raise OutputError(
                "somebody else has changed the file in the meantime; nothing was written",
                where=str(path),
                do="run this again: it starts from the file as it is now",
            )

    return check


def take_in(ledger: Ledger, into: Path) -> Stamp:
    """Take the claims on file into the ledger.

    Args:
        ledger: grows by them.
        into: the file, which need not exist.

    Returns:
        What the file was like before it was read.

    Raises:
        ClaimFaults: it has faults.
        OutputError: it cannot be read.
    """
    before = stamp(into)
    if before == Stamp():
        return before
    remember(ledger, into)
    faults: list[Fault] = []
    for at, line in numbered(into):
        old = _old(ledger, into, at, line, faults)
        if old is None:
            continue
        try:
            ledger.on_file(old)
        except IntegrityError:
            what = f"the id {old.claim.id!r} is used twice"
            faults.append(Fault(str(into), at, what, "give each claim an id of its own"))
    if faults:
        raise ClaimFaults(faults)
    return before


def _old(ledger: Ledger, into: Path, at: int, line: str, faults: list[Fault]) -> Old | None:
    """A line on file; None where it has faults, by which `faults` grows."""
    try:
        raw = json.loads(line, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError) as error:
        faults.append(Fault(str(into), at, f"not JSON: {error}", "mend the line, or take it out"))
        return None
    if isinstance(raw, dict):
        raw = {key: value for key, value in raw.items() if value is not None}
    entry = read_claim(raw, Spot(JsonLines(str(into), [at]), faults, 0), {})
    if entry.claim is None:
        return None
    mark = ledger.remembered(entry.claim.id)
    return Old(
        at,
        entry.claim,
        line,
        bytes.fromhex(mark.key) if mark else None,
        by_hand=mark is None or digest(line) not in mark.digests.split(),
        mark=json.dumps(mark) if mark else "",
    )


def numbered(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that say something, with their numbers."""
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            for at, line in enumerate(file, 1):
                if line.strip():
                    yield at, line.strip()
    except OSError as error:
        raise OutputError(f"the file cannot be read: {error.strerror}", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise OutputError(
            "the file is not UTF-8", where=str(path), do="save it as UTF-8, or take it out"
        ) from error


def save(ledger: Ledger, into: Path, before: Stamp) -> None:
    """Write the file anew, and what there is to remember of it.

    Args:
        ledger: settled.
        into: the file.
        before: what it was like when it was read.

    Raises:
        OutputError: it was changed meanwhile, or cannot be written; it is as it was, then.
    """
    unchanged = unchanged_since(into, before)
    # Whenever a crash comes, the list fits the file: until the file is in its place, the list has
    # the marks of its lines as they were and as they will be.
    marks = marks_of(into)
    with replacing(into, unchanged, make_folder=True) as claims:
        with claims.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line, *_ in lines(ledger))
        with replacing(marks, unchanged) as path:
            _note(ledger, path, also_before=True)
    with suppress(OutputError), replacing(marks) as path:  # the longer list would do as well
        _note(ledger, path, also_before=False)


def _note(ledger: Ledger, path: Path, *, also_before: bool) -> None:
    """Write the list of what the import wrote, with or without the lines that it replaces."""
    with path.open("w", encoding="utf-8", newline="\n") as noted:
        noted.write(ABOUT)
        for line, name, key, mark in lines(ledger):
            if key is not None:
                digests = [digest(line)]
                if also_before and mark:
                    digests += Mark(*json.loads(mark)).digests.split()
                now = Mark(name, key.hex(), " ".join(dict.fromkeys(digests)))
                noted.write(json.dumps(now) + "\n")
            elif mark:
                noted.write(mark + "\n")
        if also_before:
            noted.writelines(f"{mark}\n" for mark in removed(ledger))


def marks_of(into: Path) -> Path:
    """The list of what imports wrote into a file."""
    return into.with_name(f".{into.name}.imported")


def remember(ledger: Ledger, into: Path) -> None:
    """Take in what an earlier import noted; where that is damaged, lines are left alone."""
    for mark in marks_in(into):
        ledger.remember(mark)


def marks_in(into: Path) -> Iterator[Mark]:
    """What an earlier import noted of the lines of a file."""
    path = marks_of(into)
    if not path.exists():
        return
    for _, line in numbered(path):
        try:
            noted = json.loads(line)
            if isinstance(noted, list):
                mark = Mark(*map(str, noted))
                bytes.fromhex(mark.key)
                yield mark
        except (ValueError, TypeError):
            continue


def digest(line: str) -> str:
    """What a line is told by, in hexadecimal digits."""
    return blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
