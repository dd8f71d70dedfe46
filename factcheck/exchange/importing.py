"""An import from its files to the file of the store: read, make claims, match; then write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import OutputError
from factcheck.exchange import others, store_file
from factcheck.exchange.base import Refused, Source
from factcheck.exchange.claims import Filling, made
from factcheck.exchange.formats import reader
from factcheck.exchange.ledger import NEW, REMOVED, Ledger
from factcheck.exchange.settle import counted, has_updates, settle

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
        alone: whether nothing is imported into another file together with this; only then claims
            of other imports are updated where they stand.
    """

    into: Path
    store: tuple[Path, ...] = ()
    replace: bool = False
    alone: bool = True


class Prepared(NamedTuple):
    """An import that is ready to be written.

    Attributes:
        target: where it goes.
        ledger: all that is to be reported.
        counts: how many records were new, updated, unchanged, skipped and refused, and how many
            claims of the file were kept beside them and removed.
        before: what the file was like when it was read.
        elsewhere: what the other files of the store were like.
    """

    target: Target
    ledger: Ledger
    counts: dict[str, int]
    before: store_file.Stamp
    elsewhere: dict[str, store_file.Stamp]

    @property
    def changes(self) -> bool:
        """Whether there is anything to write into the file itself."""
        return bool(self.counts[NEW] or self.counts[REMOVED] or has_updates(self.ledger))

    @property
    def also(self) -> list[str]:
        """The other files in which claims are updated."""
        return others.updated(self.ledger)


def prepare(
    inputs: Sequence[Input],
    target: Target,
    filling: Filling,
    ledger: Ledger,
    *,
    tick: Tick,
    earlier: Sequence[Prepared] = (),
) -> Prepared:
    """Read files and decide what becomes of every record; for use while `store.edit_save.locked`.

    Args:
        inputs: what to read.
        target: where the claims go.
        filling: what holds for all records.
        ledger: an empty one, which then tells all that is to be reported.
        tick: called now and then with the source that is being read.
        earlier: imports into other files that are to be written together with this one.

    Raises:
        InputError: an input cannot be read.
        ConfigError: an option does not fit an input.
        ClaimFaults: the file that is imported into has faults.
        ClaimError: the store cannot be read.
        OutputError: the file cannot be imported into.
    """
    _check(target.into)
    before = store_file.take_in(ledger, target.into)
    elsewhere = others.elsewhere(ledger, target.store, target.into, update=target.alone)
    for other in earlier:
        others.beside(ledger, other.ledger, other.target.into)
    for one in inputs:
        _read(one, filling, ledger, tick)
    settle(ledger, str(target.into), replace=target.replace)
    return Prepared(target, ledger, counted(ledger), before, elsewhere)


def _check(into: Path) -> None:
    if into.suffix.lower() != ".jsonl":
        raise OutputError(
            "claims are imported into a .jsonl file",
            where=str(into),
            do="TOML files are for people: name another file with --into",
        )


def save(*prepared: Prepared) -> None:
    """Write imports, where they change anything.

    Each file is written whole or not at all, and none before all of them were looked at once more.

    Raises:
        OutputError: a file was changed meanwhile, or cannot be written.
    """
    for one in prepared:
        store_file.unchanged_since(one.target.into, one.before)()
    for one in prepared:
        others.save(one.ledger, one.elsewhere)
        if one.changes:
            store_file.save(one.ledger, one.target.into, one.before)


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
