"""The other files of the store: whose ids are taken, and whose imports are kept up to date there.

A record may be known from an import into another file. It is the same claim, so it is no second
one; where nobody has changed it by hand it is updated where it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from os import path as os_path
from pathlib import Path

from factcheck.errors import OutputError
from factcheck.exchange.ledger import UPDATED, Ledger, Mark, Other
from factcheck.exchange.plain import line as line_of
from factcheck.exchange.saving import replacing
from factcheck.exchange.settle import lines
from factcheck.exchange.store_file import (
    ABOUT,
    Stamp,
    digest,
    marks_in,
    marks_of,
    numbered,
    remember,
    stamp,
    unchanged_since,
)
from factcheck.store.files import ClaimFile, claim_files
from factcheck.store.syntax import parse

_MARK = b"\xef\xbb\xbf"  # a byte order mark
_CHANGES = (
    "SELECT elsewhere.path, elsewhere.at, new.line FROM new JOIN elsewhere "
    "ON elsewhere.id = new.id WHERE elsewhere.fate = 'updated' ORDER BY 1, 2"
)
_CHANGE = (
    "SELECT new.line, new.key FROM new JOIN elsewhere ON elsewhere.id = new.id "
    "WHERE elsewhere.fate = 'updated' AND new.id = ?"
)


def elsewhere(
    ledger: Ledger, paths: Sequence[Path], into: Path, *, update: bool
) -> dict[str, Stamp]:
    """Take in all other files of the store: ids are unique across files, and so are imports.

    Args:
        ledger: grows by them.
        paths: files and folders of claims.
        into: the file that is imported into.
        update: whether what imports wrote there may be updated.

    Returns:
        What the files that may be updated were like before they were read.

    Raises:
        ClaimError: a path that cannot hold claims.
    """
    own = os_path.realpath(into)
    before: dict[str, Stamp] = {}
    for file in claim_files(paths):
        if os_path.realpath(file.path) == own:
            continue
        before[str(file.path)] = stamp(file.path)
        ledger.forget()
        remember(ledger, file.path)
        for other in _others(file):
            ledger.elsewhere(_known(ledger, other, update=update))
    return before


def _known(ledger: Ledger, other: Other, *, update: bool) -> Other:
    """A claim with what an import noted of it; its line only where it may be updated."""
    mark = ledger.remembered(other.id)
    if mark is None:
        return other._replace(line=None)
    by_hand = other.line is None or digest(other.line) not in mark.digests.split()
    line = None if by_hand or not update else other.line
    return other._replace(key=bytes.fromhex(mark.key), line=line, by_hand=by_hand)


def beside(ledger: Ledger, other: Ledger, into: Path) -> None:
    """Take in what an import into another file is about to write.

    Args:
        ledger: grows by it.
        other: settled.
        into: the other file.
    """
    for line, name, key, _ in lines(other):
        raw = json.loads(line)
        text, source = str(raw["text"]), str(raw.get("source") or "")
        about = Other(name, str(into), key=key, text=text, source=source, said=line)
        ledger.elsewhere(about)


def _others(file: ClaimFile) -> Iterator[Other]:
    """Every claim of a file; faults are for `claims lint`."""
    path = str(file.path)
    if file.path.suffix.lower() == ".jsonl":
        for at, line in numbered(file.path):
            try:
                raw = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(raw, dict) and isinstance(raw.get("id"), str):
                said = {k: v for k, v in raw.items() if isinstance(v, str)}
                named = said.get("supersedes")
                about = (said.get("text", ""), said.get("source", ""))
                place = f"{path}:{at}"
                name = said["id"].strip()
                yield Other(name, place, named, None, *about, path, at, line, said=line)
        return
    parsed = parse(file.path.read_bytes(), path, is_json=False, faults=[])
    for entry in parsed.entries:
        if entry.id is not None:
            at = entry.places.line(entry.position, key="id")
            place = f"{path}:{at}" if at else path
            claim = entry.claim
            about = (claim.text, claim.source or "") if claim else ("", "")
            line = line_of(claim).rstrip("\n") if claim else ""
            yield Other(entry.id, place, entry.supersedes, None, *about, said=line)


def updated(ledger: Ledger) -> list[str]:
    """The other files in which claims are updated."""
    query = "SELECT DISTINCT path FROM elsewhere WHERE fate = ? ORDER BY path"
    return [path for (path,) in ledger.base.execute(query, (UPDATED,))]


def save(ledger: Ledger, before: dict[str, Stamp]) -> None:
    """Write the claims of other files that are updated there, each file whole or not at all.

    Args:
        ledger: settled.
        before: what the files were like when they were read.

    Raises:
        OutputError: one was changed meanwhile, or cannot be written; it is as it was, then.
    """
    changes = ledger.base.execute(_CHANGES)
    for name, group in groupby(changes, itemgetter(0)):
        path = Path(name)
        check = unchanged_since(path, before[name])
        with replacing(path, check) as claims:
            _write(path, claims, ((at, line) for _, at, line in group))
            # As for the file that is imported into: the list fits whatever a crash leaves.
            with replacing(marks_of(path), check) as marks:
                _note(ledger, path, marks, also_before=True)
        with suppress(OutputError), replacing(marks_of(path)) as marks:
            _note(ledger, path, marks, also_before=False)


def _write(path: Path, claims: Path, changes: Iterator[tuple[int, str]]) -> None:
    """The file with some lines anew; all others stay byte for byte."""
    at, line = next(changes, (0, ""))
    try:
        with path.open("rb") as old, claims.open("wb") as new:
            for number, given in enumerate(old, 1):
                if number != at:
                    new.write(given)
                    continue
                mark = _MARK if number == 1 and given.startswith(_MARK) else b""
                ending = given[len(given.rstrip(b"\r\n")) :]
                new.write(mark + line.encode("utf-8") + ending)
                at, line = next(changes, (0, ""))
    except OSError as error:
        raise OutputError(f"the file cannot be written: {error.strerror}", where=str(path)) from (
            error
        )


def _note(ledger: Ledger, path: Path, marks: Path, *, also_before: bool) -> None:
    """The list of what imports wrote, with the lines as they will be, and as they were."""

    def now(mark: Mark) -> Mark:
        found = ledger.base.execute(_CHANGE, (mark.id,)).fetchone()
        if found is None:
            return mark
        line, key = found
        digests = [digest(line), *(mark.digests.split() if also_before else ())]
        return Mark(mark.id, key.hex(), " ".join(dict.fromkeys(digests)))

    with marks.open("w", encoding="utf-8", newline="\n") as file:
        file.write(ABOUT)
        file.writelines(f"{json.dumps(now(mark))}\n" for mark in marks_in(path))
