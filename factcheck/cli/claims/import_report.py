"""What an import came to, for people and for programs; streamed, since all of it may be refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.cli import terminal
from factcheck.exchange.formats import READERS
from factcheck.exchange.importing import Input, Prepared
from factcheck.exchange.ledger import (
    DRAFT,
    KEPT,
    NEW,
    REFUSED,
    REMOVED,
    SKIPPED,
    UNCHANGED,
    UPDATED,
    WARNED,
    Event,
)
from factcheck.report.layout import clean, wrap

SCHEMA = "factcheck/import/1"
# The last thing is what people see first: what needs them stands at the end.
_LISTED = (UPDATED, SKIPPED, DRAFT, WARNED, REFUSED)
_SHOWN = 20  # of each sort; --report has them all
_LABEL = 12
_ABOUT = {
    KEPT: "other claims of the file, which this import does not mention",
    REMOVED: "claims of earlier imports, which this one does not mention",
}


class Import(NamedTuple):
    """An import into one file, ready or written."""

    inputs: tuple[Input, ...]
    prepared: Prepared


# ---------------------------------------------------------------- for people


def as_text(done: Sequence[Import], *, width: int, dry_run: bool) -> Iterator[str]:
    """The report for people, piece by piece.

    Args:
        done: the imports.
        width: columns to write in.
        dry_run: whether nothing was written.
    """
    for number, one in enumerate(done):
        if number:
            yield "\n"
        for given in one.inputs:
            yield from _read(given, width)
            yield "\n"
        yield from _listed(one.prepared, width)
        yield from _counts(one.prepared, dry_run=dry_run)


def _read(given: Input, width: int) -> Iterator[str]:
    """How a file was read, and which of its columns or keys was taken for what."""
    source = given.source
    known = (f"{name} {value}" for name, value in source.details.items())
    yield f"{clean(source.shown)}  {', '.join([READERS[given.format].shown, *known])}\n"
    for name, header in source.mapping.items():
        yield from _row(name, clean(header), width)
    if source.unused:
        yield from _row("not taken", clean(", ".join(source.unused)), width)


def _row(label: str, text: str, width: int) -> Iterator[str]:
    first, *more = wrap(text, width - _LABEL - 2) or [""]
    yield f"  {label:<{_LABEL}}{first}".rstrip() + "\n"
    for line in more:
        yield f"{' ' * (_LABEL + 2)}{line}\n"


def _listed(prepared: Prepared, width: int) -> Iterator[str]:
    for kind in _LISTED:
        events = list(prepared.ledger.events(kind, limit=_SHOWN + 1))
        for event in events[:_SHOWN]:
            yield from _event(event, width)
        if len(events) > _SHOWN:
            more = prepared.ledger.count(kind) - _SHOWN
            yield from _row("", f"… and {more:,} more: --report FILE has them all", width)
        if events:
            yield "\n"


def _event(event: Event, width: int) -> Iterator[str]:
    name = f" [{event.id}]" if event.id else ""
    remedy = f" ({event.do})" if event.do else ""
    yield from _row(event.kind, clean(f"{event.place}: {event.what}{remedy}{name}"), width)


def _counts(prepared: Prepared, *, dry_run: bool) -> Iterator[str]:
    counts = prepared.counts
    heading = clean(str(prepared.target.into))
    if dry_run:
        heading += "  a dry run: nothing was written"
    elif not prepared.changes and not prepared.also:
        heading += "  nothing to change"
    yield heading + "\n"
    for path in prepared.also:
        yield f"  {'also':<{_LABEL}}{clean(path)}\n"
    size = max(len(f"{count:,}") for count in counts.values())
    drafts = prepared.ledger.count(DRAFT)
    waiting = f"{drafts:,} of the new and updated are drafts, for a person to confirm"
    about = {**_ABOUT, NEW: waiting if drafts else ""}
    for kind in (NEW, UPDATED, UNCHANGED, SKIPPED, REFUSED, KEPT, REMOVED):
        if counts[kind] or kind in (NEW, UPDATED, UNCHANGED, REFUSED):
            line = f"  {kind:<{_LABEL}}{counts[kind]:>{size},}  {about.get(kind, '')}"
            yield line.rstrip() + "\n"


# ---------------------------------------------------------------- for programs


def as_json(done: Sequence[Import], *, dry_run: bool) -> Iterator[str]:
    """The report for programs as one JSON document, piece by piece.

    Args:
        done: the imports.
        dry_run: whether nothing was written.
    """
    yield f'{{"schema": {_encoded(SCHEMA)}, "dry_run": {_encoded(dry_run)}, "imports": ['
    for number, one in enumerate(done):
        yield ",\n" if number else "\n"
        head = {
            "into": str(one.prepared.target.into),
            "written": one.prepared.changes and not dry_run,
            "also": one.prepared.also,
            "counts": {**one.prepared.counts, DRAFT: one.prepared.ledger.count(DRAFT)},
            "files": [_file(given) for given in one.inputs],
        }
        yield _encoded(head)[:-1] + ', "records": ['
        between = "\n"
        for event in one.prepared.ledger.events(*_LISTED):
            yield between + _encoded(_plain(event))
            between = ",\n"
        yield "\n]}"
    yield "\n]}\n"


def _file(given: Input) -> dict[str, object]:
    source = given.source
    return {
        "path": source.shown,
        "format": given.format,
        **{name.replace(" ", "_"): value for name, value in source.details.items()},
        "mapping": source.mapping,
        "not_taken": list(source.unused),
    }


def _plain(event: Event) -> dict[str, object]:
    return {
        "outcome": event.kind,
        "path": event.place.path,
        "line": event.place.line or None,
        "inside": event.place.inside or None,
        "id": event.id or None,
        "what": event.what,
        "do": event.do or None,
    }


def _encoded(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if terminal.can_show(text) else json.dumps(value)
