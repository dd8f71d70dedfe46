"""What becomes of a record whose claim is on file: whether it is the same one, and whose it is."""

from __future__ import annotations

import json
from shlex import quote
from typing import NamedTuple

from factcheck.exchange import keys
from factcheck.exchange.base import Place
from factcheck.exchange.ledger import (
    DRAFT,
    NEW,
    REFUSED,
    SKIPPED,
    UNCHANGED,
    UPDATED,
    WARNED,
    Ledger,
    with_id,
)
from factcheck.model import ClaimStatus


def compare(ledger: Ledger, into: str) -> None:
    """Hold every record against the claim of its id that is on file.

    Args:
        ledger: with an id for every record.
        into: the file that is imported into, as it was named.
    """
    rows = ledger.base.execute(
        "SELECT new.seq, new.path, new.at, new.inside, new.id, new.line, suggested, remark, "
        "old.seq, old.at, old.line, old.by_hand, elsewhere.place, elsewhere.key, "
        "elsewhere.key IS new.key, elsewhere.source, elsewhere.text, elsewhere.line, "
        "elsewhere.by_hand, said FROM new "
        "LEFT JOIN old ON old.id = new.id LEFT JOIN elsewhere ON elsewhere.id = new.id"
    )
    writing = ledger.base.cursor()
    for seq, path, at, inside, name, given, suggested, remark, *rest in rows:
        place, found = Place(path, at, inside), _OnFile(*rest[:4])
        line = with_id(given, name) if suggested is not None else given
        record = _Record(place, name, line, suggested is None)
        if rest[4] is None:
            fate = _fate(ledger, record, into, found)
        else:
            fate = _fate_elsewhere(ledger, record, _Elsewhere(*rest[4:]))
            if fate == UPDATED:
                writing.execute("UPDATE elsewhere SET fate = ? WHERE id = ?", (fate, name))
        if remark and fate in (NEW, UPDATED):
            ledger.note(DRAFT, place, name, remark)
        writing.execute("UPDATE new SET line = ?, fate = ? WHERE seq = ?", (line, fate, seq))
        if found.seq is not None:  # what a record meets is not among what is kept beside it
            kept = fate if fate in (UPDATED, UNCHANGED) else UNCHANGED
            writing.execute("UPDATE old SET fate = ? WHERE seq = ?", (kept, found.seq))


class _OnFile(NamedTuple):
    """The line of a record's id in the file that is imported into; None where it is not there."""

    seq: int | None
    at: int | None
    line: str | None
    by_hand: int | None


class _Elsewhere(NamedTuple):
    """The claim of a record's id in another file.

    Attributes:
        place: where it stands.
        key: what it was known by when it was imported; None where it was not.
        is_known: whether the record is known by the same.
        source, text: who says what.
        line: as it stands, where it may be updated.
        by_hand: whether a person has changed it since it was imported.
        said: all that it says, as a line; "" where that is not known.
    """

    place: str
    key: bytes | None
    is_known: int
    source: str
    text: str
    line: str | None
    by_hand: int
    said: str


class _Record(NamedTuple):
    """A record, and whether its id is its own."""

    place: Place
    id: str
    line: str
    has_id: bool

    def is_another(self, source: str | None, text: str) -> bool:
        """Whether a claim of its id is another one: somebody else says something else."""
        own = json.loads(self.line)
        by = own.get("source")
        return bool(
            self.has_id
            and by
            and source
            and by.casefold() != source.casefold()
            and keys.words_of(own["text"]) != keys.words_of(text)
        )


def _fate(ledger: Ledger, record: _Record, into: str, found: _OnFile) -> str:
    """What becomes of a record whose claim is in no other file."""
    if found.line is None:
        return NEW
    changed = _changed(found.line, record.line)
    if not changed:
        return UNCHANGED
    where = f"{into}:{found.at}"
    if found.by_hand:
        return _left_to_people(ledger, record, found.line, where)
    before = json.loads(found.line)
    if record.is_another(before.get("source"), before["text"]):
        return _of_another(ledger, record, where)
    ledger.note(UPDATED, record.place, record.id, ", ".join(changed))
    return UPDATED


def _fate_elsewhere(ledger: Ledger, record: _Record, found: _Elsewhere) -> str:
    """What becomes of a record whose claim is in another file."""
    place, name = record.place, record.id
    if not found.by_hand and record.is_another(found.source, found.text):
        return _of_another(ledger, record, found.place)
    changed = _changed(found.said, record.line) if found.said else []
    if found.said and not changed:
        return UNCHANGED
    # The id does not tell that it is the same claim, not even of one source: its table of each year
    # may count from 1.
    if found.line is not None and found.is_known:
        ledger.note(UPDATED, place, name, f"{', '.join(changed)}, in {found.place}")
        return UPDATED
    what, do = f"the claim {name!r} is kept in {found.place}", ""
    if changed:
        what += f", with another {' and '.join(changed)}"
    if found.by_hand:
        what += ", changed by hand"
    elif found.key is not None:
        do = "name that file with --into to update it there"
        do += "; if it is another claim, give it an id of its own" if record.has_id else ""
    ledger.note(SKIPPED, place, name, what, do)
    return SKIPPED


def _left_to_people(ledger: Ledger, record: _Record, line: str, where: str) -> str:
    what = f"written or changed by hand, and kept: {where}"
    ledger.note(SKIPPED, record.place, record.id, what)
    status = ClaimStatus.DEBUNKED.value
    kept = json.loads(line).get("status", ClaimStatus.CURRENT.value)
    if json.loads(record.line).get("status") == status and kept == ClaimStatus.CURRENT.value:
        ledger.note(
            WARNED,
            record.place,
            record.id,
            f"a fact-check finds it false, and it counts as a reference: {where}",
            f"if that is so: factcheck claims edit {quote(record.id)} --status {status}",
        )
    return SKIPPED


def _of_another(ledger: Ledger, record: _Record, where: str) -> str:
    what = f"the id {record.id!r} is that of another claim, of another source: {where}"
    do = "give it an id of its own, or have ids made with --map id="
    ledger.note(REFUSED, record.place, record.id, what, do)
    return REFUSED


def _changed(before: str, after: str) -> list[str]:
    """The keys in which two lines differ."""
    if before == after:
        return []
    old, new = json.loads(before), json.loads(after)
    return [key for key in {**new, **old} if old.get(key) != new.get(key)]
