"""Deciding what becomes of every record that came in, and of every line on file."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.exchange import keys
from factcheck.exchange.base import Place
from factcheck.exchange.ledger import (
    DRAFT,
    KEPT,
    NEW,
    REFUSED,
    REMOVED,
    SKIPPED,
    UNCHANGED,
    UPDATED,
    Ledger,
    with_id,
)
from factcheck.store.relations import Node, troubles

_UNKNOWN: Final = """
SELECT seq, path, at, inside, id, supersedes FROM new
WHERE supersedes IS NOT NULL AND fate IN ('new', 'updated')
  AND NOT EXISTS (SELECT 1 FROM elsewhere WHERE id = new.supersedes)
  AND NOT EXISTS (SELECT 1 FROM old WHERE id = new.supersedes)
  AND NOT EXISTS (
    SELECT 1 FROM new AS other WHERE other.id = new.supersedes AND other.fate = 'new')
"""
# Everything that will stand in the store and names another claim.
_LINKS: Final = """
SELECT id, supersedes FROM new WHERE supersedes IS NOT NULL AND fate IN ('new', 'updated')
UNION ALL SELECT id, supersedes FROM old
  WHERE supersedes IS NOT NULL AND (fate IS NULL OR fate = 'unchanged')
UNION ALL SELECT id, supersedes FROM elsewhere WHERE supersedes IS NOT NULL
"""


def settle(ledger: Ledger, into: str, *, replace: bool) -> None:
    """Give every record an id and a fate, and every line on file one that is not kept as it is.

    Args:
        ledger: everything that is on file and comes in.
        into: the file that is imported into, as it was named.
        replace: drop what an earlier import brought and this one does not.
    """
    _find_ids(ledger)
    _compare(ledger, into)
    _refuse_bad_links(ledger)
    if replace:
        _drop(ledger)


def counted(ledger: Ledger) -> dict[str, int]:
    """How many records there were of each fate."""
    base = ledger.base
    found = dict(base.execute("SELECT fate, count(*) FROM new GROUP BY fate").fetchall())
    kept = "SELECT count(*) FROM old WHERE fate IS NULL"
    dropped = "SELECT count(*) FROM old WHERE fate = ?"
    return {
        **{fate: found.get(fate, 0) for fate in (NEW, UPDATED, UNCHANGED)},
        SKIPPED: ledger.count(SKIPPED),
        REFUSED: ledger.count(REFUSED),
        KEPT: base.execute(kept).fetchone()[0],
        REMOVED: base.execute(dropped, (REMOVED,)).fetchone()[0],
    }


# ---------------------------------------------------------------- ids


def _find_ids(ledger: Ledger) -> None:
    """An id for every record that brought none: that of its claim in the store, else a new one."""
    tables = ("old", "elsewhere")
    for table in tables:
        _meet(ledger, table)
    for table in tables:
        ledger.base.execute(
            f"UPDATE new SET id = (SELECT id FROM {table} AS known WHERE known.key = new.key "
            "AND known.words = new.words AND fate IS NULL ORDER BY known.seq LIMIT 1) "
            "WHERE suggested IS NOT NULL AND id IS NULL"
        )
        for each in tables:
            _meet(ledger, each)
    for table in tables:
        _pair_changed(ledger, table)
    _invent(ledger)


def _meet(ledger: Ledger, table: str) -> None:
    """No claim is found by two records."""
    ledger.base.execute(f"UPDATE {table} SET fate = 'met' WHERE id IN (SELECT id FROM new)")


def _pair_changed(ledger: Ledger, table: str) -> None:
    """Take a text that is new at its address for one that is no longer there."""
    base = ledger.base
    limit = keys.MOST_PAIRED + 1
    changed = base.execute(
        "SELECT DISTINCT key FROM new WHERE id IS NULL "
        f"AND EXISTS (SELECT 1 FROM {table} AS known WHERE known.key = new.key AND fate IS NULL)"
    ).fetchall()
    for (key,) in changed:
        old = base.execute(
            f"SELECT id, text FROM {table} WHERE key = ? AND fate IS NULL ORDER BY seq LIMIT ?",
            (key, limit),
        ).fetchall()
        new = base.execute(
            "SELECT seq, text FROM new WHERE key = ? AND id IS NULL ORDER BY seq LIMIT ?",
            (key, limit),
        ).fetchall()
        for n, m in keys.paired([text for _, text in old], [text for _, text in new]):
            name = old[n][0]
            base.execute("UPDATE new SET id = ? WHERE seq = ?", (name, new[m][0]))
            base.execute(f"UPDATE {table} SET fate = 'met' WHERE id = ?", (name,))


def _invent(ledger: Ledger) -> None:
    """An id of its own for every record that is on file nowhere."""
    base = ledger.base
    free = (
        "AND NOT EXISTS (SELECT 1 FROM old WHERE id = suggested) "
        "AND NOT EXISTS (SELECT 1 FROM elsewhere WHERE id = suggested)"
    )
    base.execute(f"UPDATE OR IGNORE new SET id = suggested WHERE id IS NULL {free}")
    rest = base.execute("SELECT seq, suggested FROM new WHERE id IS NULL ORDER BY seq").fetchall()
    for seq, suggested in rest:
        for number in itertools.count(2):
            name = f"{suggested}-{number}"
            if not _is_taken(ledger, name):
                base.execute("UPDATE new SET id = ? WHERE seq = ?", (name, seq))
                break


def _is_taken(ledger: Ledger, name: str) -> bool:
    query = "SELECT 1 FROM {} WHERE id = ?"
    tables = ("old", "new", "elsewhere")
    return any(ledger.base.execute(query.format(t), (name,)).fetchone() for t in tables)


# ---------------------------------------------------------------- fates


def _compare(ledger: Ledger, into: str) -> None:
    """Hold every record against the claim of its id that is on file."""
    rows = ledger.base.execute(
        "SELECT new.seq, new.path, new.at, new.inside, new.id, new.line, suggested, remark, "
        "old.seq, old.at, old.line, by_hand, elsewhere.place, "
        "elsewhere.key IS NOT NULL FROM new "
        "LEFT JOIN old ON old.id = new.id LEFT JOIN elsewhere ON elsewhere.id = new.id"
    )
    writing = ledger.base.cursor()
    for seq, path, at, inside, name, given, suggested, remark, *rest in rows:
        place, found = Place(path, at, inside), _OnFile(*rest)
        line = with_id(given, name) if suggested is not None else given
        fate = _fate(ledger, (place, name, line), into, found)
        if remark and fate in (NEW, UPDATED):
            ledger.note(DRAFT, place, name, remark)
        writing.execute("UPDATE new SET line = ?, fate = ? WHERE seq = ?", (line, fate, seq))
        if found.seq is not None:  # what a record meets is not among what is kept beside it
            kept = UNCHANGED if fate == SKIPPED else fate
            writing.execute("UPDATE old SET fate = ? WHERE seq = ?", (kept, found.seq))


class _OnFile(NamedTuple):
    """What there is of a record's id in the store; None where it is not there.

    Attributes:
        seq, at, line, by_hand: the line of the file that is imported into.
        elsewhere: where it stands in another file.
        imported: whether an import wrote it there.
    """

    seq: int | None
    at: int | None
    line: str | None
    by_hand: int | None
    elsewhere: str | None
    imported: int


def _fate(ledger: Ledger, record: tuple[Place, str, str], into: str, found: _OnFile) -> str:
    """What becomes of a record, of which place, id and line are given."""
    place, name, line = record
    if found.elsewhere is not None:
        what = f"the claim {name!r} is kept in {found.elsewhere}"
        do = "name that file with --into to update it there" if found.imported else ""
        ledger.note(SKIPPED, place, name, what, do)
        return SKIPPED
    if found.line is None:
        return NEW
    changed = _changed(found.line, line)
    if not changed:
        return UNCHANGED
    if found.by_hand:
        what = f"written or changed by hand, and kept: {into}:{found.at}"
        ledger.note(SKIPPED, place, name, what)
        return SKIPPED
    ledger.note(UPDATED, place, name, ", ".join(changed))
    return UPDATED


def _changed(before: str, after: str) -> list[str]:
    """The keys in which two lines differ."""
    if before == after:
        return []
    old, new = json.loads(before), json.loads(after)
    return [key for key in {**new, **old} if old.get(key) != new.get(key)]


def _refuse_bad_links(ledger: Ledger) -> None:
    """Refuse what supersedes a claim that is nowhere, or goes round in a circle."""
    while True:
        bad = ledger.base.execute(_UNKNOWN).fetchall()
        for *place, name, named in bad:
            what = f"supersedes names {named!r}, but there is no claim of that id"
            _take_back(ledger, place, name, what, "import that claim too, or leave supersedes out")
        if not bad and not _refuse_circle(ledger):
            return


def _refuse_circle(ledger: Ledger) -> bool:
    links = {name: Node(name, named) for name, named in ledger.base.execute(_LINKS)}
    ends = {node.supersedes for node in links.values() if node.supersedes} - links.keys()
    nodes = [*links.values(), *(Node(name, None) for name in sorted(ends))]
    for trouble in troubles(nodes):
        row = ledger.base.execute(
            "SELECT seq, path, at, inside, id FROM new WHERE id = ? AND fate IN ('new', 'updated')",
            (nodes[trouble.position].id,),
        ).fetchone()
        if row is not None:
            *place, name = row
            _take_back(ledger, place, name, trouble.what, trouble.do)
            return True
    return False


def _take_back(ledger: Ledger, place: list[object], name: str, what: str, do: str) -> None:
    """Refuse a record after all; the line on file that it would have changed stays."""
    seq, path, at, inside = place
    ledger.base.execute("UPDATE new SET fate = ? WHERE seq = ?", (REFUSED, seq))
    ledger.base.execute("UPDATE old SET fate = ? WHERE id = ?", (UNCHANGED, name))
    ledger.base.execute(
        "DELETE FROM events WHERE id = ? AND kind IN (?, ?)", (name, UPDATED, DRAFT)
    )
    ledger.note(REFUSED, Place(str(path), int(str(at)), str(inside)), name, what, do)


def _drop(ledger: Ledger) -> None:
    """Drop what an earlier import brought and this one does not, but for what others name.

    Chains are dropped from their newest end, so that nothing is left pointing to nowhere.
    """
    query = (
        "UPDATE old SET fate = ? WHERE fate IS NULL AND NOT by_hand AND NOT EXISTS ("
        f"SELECT 1 FROM ({_LINKS}) AS link WHERE link.supersedes = old.id)"
    )
    while ledger.base.execute(query, (REMOVED,)).rowcount:
        pass


# ---------------------------------------------------------------- what is written


def lines(ledger: Ledger) -> Iterator[tuple[str, str, bytes | None, str]]:
    """The lines that the file is to have, in its own order, what is new at its end.

    Returns:
        The line, the claim's id, its key where this import wrote the line, and else the mark
        that it had.
    """
    old = ledger.base.execute(
        "SELECT old.line, old.id, old.fate, new.line, new.key, old.mark, new.fate, old.by_hand "
        "FROM old LEFT JOIN new ON new.id = old.id WHERE old.fate IS NOT ? ORDER BY old.seq",
        (REMOVED,),
    )
    for before, name, fate, after, key, mark, became, by_hand in old:
        if fate == UPDATED:
            yield after, name, key, mark
        elif became == UNCHANGED and not by_hand:
            yield before, name, key, mark
        else:
            yield before, name, None, mark
    new = ledger.base.execute("SELECT line, id, key FROM new WHERE fate = ? ORDER BY seq", (NEW,))
    for line, name, key in new:
        yield line, name, key, ""


def removed(ledger: Ledger) -> Iterator[str]:
    """What earlier imports noted of the lines that are dropped."""
    query = "SELECT mark FROM old WHERE fate = ? AND mark != '' ORDER BY seq"
    yield from (mark for (mark,) in ledger.base.execute(query, (REMOVED,)))
