"""An import from its files to the file of the store: read, make claims, match, write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import OutputError
from factcheck.exchange import store_file
from factcheck.exchange.base import Refused, Source
from factcheck.exchange.claims import Filling, made
from factcheck.exchange.formats import reader
from factcheck.exchange.ledger import NEW, UPDATED, Ledger
from factcheck.exchange.saving import locked
from factcheck.exchange.settle import counted, settle

Tick = Callable[[Source], None]
_OFTEN = 512  # records between two looks at the progress


class Input(NamedTuple):
    """A file to import, and the format that it is in."""

    source: Source
    format: str


class Target(NamedTuple):
    """Where claims are imported to.

    Attributes:
        into: the file of the store, a JSONL file.
        store: the files and folders of the store, whose ids are taken.
        replace: whether to drop what earlier imports brought and this one does not.
        dry: whether to write nothing.
    """

    into: Path
    store: tuple[Path, ...] = ()
    replace: bool = False
    dry: bool = False


class Outcome(NamedTuple):
    """What an import came to.

    Attributes:
        counts: how many records were new, updated, unchanged, skipped and refused, and how many
            claims of earlier imports were kept and removed.
        written: whether the file was written.
    """

    counts: dict[str, int]
    written: bool


def run(
    inputs: Sequence[Input], target: Target, filling: Filling, ledger: Ledger, tick: Tick
) -> Outcome:
    """Import files into one file of the store.

    Args:
        inputs: what to read.
        target: where to write.
        filling: what holds for all records.
        ledger: an empty one, which then tells all that is to be reported.
        tick: called now and then with the source that is being read.

    Raises:
        InputError: an input cannot be read.
        ConfigError: an option does not fit an input.
        ClaimFaults: the file that is imported into has faults.
        ClaimError: the store cannot be read.
        OutputError: the file cannot be written.
    """
    _check(target.into)
    with locked():
        before = store_file.take_in(ledger, target.into)
        store_file.elsewhere(ledger, target.store, target.into)
        for one in inputs:
            _read(one, filling, ledger, tick)
        settle(ledger, str(target.into), replace=target.replace)
        counts = counted(ledger)
        changes = bool(counts[NEW] or counts[UPDATED] or counts["removed"])
        if changes and not target.dry:
            store_file.save(ledger, target.into, before)
        return Outcome(counts, changes and not target.dry)


def _read(given: Input, filling: Filling, ledger: Ledger, tick: Tick) -> None:
    source = given.source
    name = source.path.stem
    for number, found in enumerate(reader(given.format)(source)):
        one = found if isinstance(found, Refused) else made(found, filling)
        if isinstance(one, Refused):
            ledger.refused(one)
        else:
            ledger.comes_in(one, name)
        if number % _OFTEN == 0:
            tick(source)
    source.done = 1.0
    tick(source)


def _check(into: Path) -> None:
    if into.suffix.lower() != ".jsonl":
        raise OutputError(
            "claims are imported into a .jsonl file",
            where=str(into),
            do="TOML files are for people: name another file with --into",
        )
