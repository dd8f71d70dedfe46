"""Deciding what becomes of every record that came in, and of every line on file."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from factcheck.exchange import keys
from factcheck.exchange.base import Place
from factcheck.exchange.fates import compare
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
    Ledger,
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
UNION ALL SELECT id, supersedes FROM elsewhere
  WHERE supersedes IS NOT NULL AND fate IS NOT 'updated'
"""


def settle(ledger: Ledger, into: str, *, replace: bool) -> None:
    """Give every record an id and a fate, and every line on file one that is not kept as it is.

    Args:
        ledger: everything that is on file and comes in.
        into: the file that is imported into, as it was named.
        replace: drop what an earlier import brought and this one does not.
    """
    _find_ids(ledger)
    compare(ledger, into)
    _refuse_bad_links(ledger)
    if replace and _is_whole(ledger, into):
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


def has_updates(ledger: Ledger) -> bool:
    """Whether lines of the file that is imported into are written anew."""
    query = "SELECT 1 FROM old WHERE fate = ? LIMIT 1"
    return ledger.base.execute(query, (UPDATED,)).fetchone() is not None


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
    for table in ("old", "elsewhere"):
        ledger.base.execute(f"UPDATE {table} SET fate = ? WHERE id = ?", (UNCHANGED, name))
    ledger.base.execute(
        "DELETE FROM events WHERE id = ? AND kind IN (?, ?)", (name, UPDATED, DRAFT)
    )
    ledger.note(REFUSED, Place(str(path), int(str(at)), str(inside)), name, what, do)


def _is_whole(ledger: Ledger, into: str) -> bool:
    """Whether what came in tells which claims are no longer there.

    A record that was refused may be any of them, and an empty answer is more often a search or a
    download that went wrong than a source that takes everything back.
    """
    refused = ledger.count(REFUSED)
    empty = not ledger.base.execute("SELECT 1 FROM new LIMIT 1").fetchone()
    if not refused and not empty:
        return True
    if not ledger.base.execute("SELECT 1 FROM old WHERE fate IS NULL AND NOT by_hand").fetchone():
        return False
    if refused:
        why, do = "records were refused that may be among them", "mend these, and import again"
    else:
        why, do = "nothing came in at all", "where that is meant, delete the file"
    ledger.note(WARNED, Place(into), "", f"--replace removed no claim: {why}", do)
    return False


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
