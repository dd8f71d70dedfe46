"""`factcheck claims import`, from its request to its exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

from factcheck.cli import terminal
from factcheck.cli.claims.import_report import Import, as_json, as_text
from factcheck.cli.places import settings_here
from factcheck.cli.progress import shown
from factcheck.config import load_reading
from factcheck.errors import ConfigError, NoClaims
from factcheck.exchange.base import Options, Source
from factcheck.exchange.claims import Filling
from factcheck.exchange.formats import check_options, recognised
from factcheck.exchange.headers import parsed_mapping
from factcheck.exchange.importing import Input, Prepared, Target, prepare, save
from factcheck.exchange.ledger import REFUSED, Ledger
from factcheck.exchange.saving import replacing
from factcheck.frames.stated_units import StatedUnits
from factcheck.store.edit_save import locked
from factcheck.store.files import FOLDER_NAME, would_be_read

_STEPS = 1000  # of a file: how much of it is read is known as a share


class Wanted(NamedTuple):
    """An import that somebody asked for; the fields are the command's parameters."""

    files: tuple[Path, ...]
    into: Path | None = None
    format: str | None = None
    mapping: tuple[str, ...] = ()
    constants: tuple[str, ...] = ()
    dayfirst: bool = False
    monthfirst: bool = False
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    replace: bool = False
    dry_run: bool = False
    report: Path | None = None
    claims: tuple[str, ...] = ()
    is_json: bool = False


def run(wanted: Wanted) -> int:
    """Import the files, say what became of every record, and return the exit code.

    Nothing is written before all files have been read.

    Raises:
        FactcheckError: a file, an option or the store cannot be used.
    """
    mapping = parsed_mapping(wanted.mapping, "--map")
    options = Options(wanted.encoding, wanted.delimiter, wanted.sheet, mapping)
    filling = _filling(wanted)
    store, folder = _store(wanted.claims)
    inputs = [_input(path, options, wanted.format) for path in wanted.files]
    check_options(options, [one.format for one in inputs])
    targets = _by_target(inputs, wanted.into, folder)
    _check_report(wanted, store, targets)
    done: list[Import] = []
    with ExitStack() as stack:
        stack.enter_context(locked())
        prepared: list[Prepared] = []
        for into, batch in targets.items():
            ledger = stack.enter_context(closing(Ledger()))
            target = Target(into, store, wanted.replace, alone=len(targets) == 1)
            with shown(_label(batch), counted=False) as move:
                tick = _tick(batch, move)
                one = prepare(batch, target, filling, ledger, tick=tick, earlier=prepared)
            prepared.append(one)
            done.append(Import(tuple(batch), one))
        if not wanted.dry_run:
            save(*prepared)
        _report(done, wanted)
    for one in prepared:
        _say_where(one.target)
    return 1 if any(one.prepared.counts[REFUSED] for one in done) else 0


def _check_report(wanted: Wanted, store: tuple[Path, ...], targets: Iterable[Path]) -> None:
    """Refuse a place for the report before anything is written, rather than after it."""
    if wanted.report is None:
        return
    if wanted.report.resolve() in {path.resolve() for path in wanted.files}:
        raise ConfigError("it would overwrite what is to be imported", where="--report")
    is_target = wanted.report.resolve() in {path.resolve() for path in targets}
    if is_target or would_be_read(wanted.report, store):
        what = "it would overwrite claims, or be read as some"
        raise ConfigError(what, where="--report", do="name another file")
    if wanted.report.is_dir():
        raise ConfigError(f"{str(wanted.report)!r} is a folder", where="--report", do="name a file")
    if not wanted.report.parent.is_dir():
        raise ConfigError(
            f"there is no folder {str(wanted.report.parent)!r}", where="--report", do="make it"
        )


def _report(done: Sequence[Import], wanted: Wanted) -> None:
    if wanted.report is not None:
        with replacing(wanted.report) as path, path.open("w", encoding="utf-8") as file:
            file.writelines(as_json(done, dry_run=wanted.dry_run))
    if wanted.is_json:
        pieces = as_json(done, dry_run=wanted.dry_run)
    else:
        pieces = as_text(done, width=terminal.width(), dry_run=wanted.dry_run)
    for piece in pieces:
        terminal.write(piece)


def _say_where(target: Target) -> None:
    """Say so where the claims are imported to a place in which no check looks for them."""
    into = target.into.resolve()
    store = [path.resolve() for path in target.store or (Path(FOLDER_NAME),)]
    if not any(path == into or path in into.parents for path in store):
        terminal.complain(
            f"{target.into} is no part of the store\n"
            "  name it with --claims, or in factcheck.toml, for a check to read it"
        )


def _filling(wanted: Wanted) -> Filling:
    if wanted.dayfirst and wanted.monthfirst:
        raise ConfigError("--dayfirst and --monthfirst exclude each other", do="give one of them")
    order = "day" if wanted.dayfirst else "month" if wanted.monthfirst else None
    units, _ = load_reading(Path.cwd())
    known = StatedUnits.with_lines(units)
    return Filling(parsed_mapping(wanted.constants, "--set"), order, known)


def _store(named: tuple[str, ...]) -> tuple[tuple[Path, ...], Path]:
    """The files and folders of the store, and its folder for new files."""
    try:
        store = settings_here(named).claims
    except NoClaims:
        if named:
            raise
        return (), Path(FOLDER_NAME)  # the first import makes a store
    folder = next((path for path in store if path.is_dir()), None)
    return store, folder or (store[0].parent if store else Path(FOLDER_NAME))


def _input(path: Path, options: Options, given: str | None) -> Input:
    source = Source(path, options)
    # Even where the format is given: a file that is not there is told before any is read.
    return Input(source, given or recognised(source))


def _by_target(inputs: Sequence[Input], into: Path | None, folder: Path) -> dict[Path, list[Input]]:
    """The files to import by the file that their claims go to."""
    found: dict[Path, list[Input]] = {}
    for one in inputs:
        target = into or folder / f"{one.source.path.stem}.jsonl"
        found.setdefault(target, []).append(one)
    return found


def _label(batch: Sequence[Input]) -> str:
    return batch[0].source.path.name if len(batch) == 1 else f"{len(batch)} files"


def _tick(batch: Sequence[Input], move: Callable[[int, int], None]) -> Callable[[Source], None]:
    def tick(_: Source) -> None:
        move(int(sum(one.source.done for one in batch) * _STEPS), len(batch) * _STEPS)

    return tick
