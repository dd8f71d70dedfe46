"""Reading and importing without the command line."""

from __future__ import annotations

import json
from contextlib import closing

from factcheck.exchange.base import Options, Record, Refused, Source
from factcheck.exchange.claims import Filling, Made, made
from factcheck.exchange.formats import reader, recognised
from factcheck.exchange.importing import Input, Target, prepare, save
from factcheck.exchange.ledger import Ledger

FIRST = {"text": "300 people came.", "source": "City", "url": "https://e.org/1"}
SECOND = {"text": "The line has 12 stations.", "source": "City", "url": "https://e.org/2"}
OWN = {"id": "own", "text": "The town has 20 buses."}


def read(path, *, kind=None, **options):
    """Everything that a file holds, and the source that it was read from."""
    source = Source(path, Options(**options))
    found = list(reader(kind or recognised(source))(source))
    return found, source


def claims_of(path, filling=None, **options):
    """The claims and refusals of a file."""
    found, _ = read(path, **options)
    results = [
        one if isinstance(one, Refused) else made(one, filling or Filling()) for one in found
    ]
    return (
        [one.claim for one in results if isinstance(one, Made)],
        [one for one in results if isinstance(one, Refused)],
    )


def records(path, **options):
    """The records of a file that holds nothing else."""
    found, _ = read(path, **options)
    assert all(isinstance(one, Record) for one in found), found
    return found


def import_into(into, *paths, store=(), replace=False, filling=None, write=True):
    """Import files; the counts, and the events as (kind, line, what)."""
    inputs = []
    for path in paths:
        source = Source(path)
        inputs.append(Input(source, recognised(source)))
    with closing(Ledger()) as ledger:
        target = Target(into, tuple(store), replace)
        prepared = prepare(inputs, target, filling or Filling(), ledger, tick=lambda _: None)
        if write:
            save(prepared)
        kinds = ("updated", "skipped", "draft", "warned", "refused")
        events = [(e.kind, e.place.line, e.what) for e in ledger.events(*kinds)]
        counts = {kind: count for kind, count in prepared.counts.items() if count}
        return counts, events


def on_file(into):
    """The claims of a JSONL file as plain data."""
    return [json.loads(line) for line in into.read_text(encoding="utf-8").splitlines()]


def texts(into):
    return [claim["text"] for claim in on_file(into)]
