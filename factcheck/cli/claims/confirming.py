"""`factcheck claims confirm`, from its request to its exit code."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.cli import terminal
from factcheck.cli.check import waiting
from factcheck.cli.claims.store_options import Opened, open_store, read_store
from factcheck.cli.claims.views import many, near, write_lines
from factcheck.cli.json_output import encoded
from factcheck.errors import ConfigError, NoClaims
from factcheck.model import ClaimStatus
from factcheck.report.claim_table import cut
from factcheck.report.layout import clean, columns, wrap
from factcheck.store.confirming import confirm as make_current
from factcheck.store.confirming import to_confirm
from factcheck.store.located import Located


class Asked(NamedTuple):
    """What somebody confirms, as written on the command line."""

    ids: tuple[str, ...]
    files: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    format: str = "text"


def confirm(asked: Asked) -> int:
    """Make drafts current, and return the exit code.

    Raises:
        ConfigError: nothing was named.
        ClaimError: an id is that of no draft; nothing is changed then.
        FactcheckError: the store cannot be used or written.
    """
    if not asked.ids and not asked.files:
        raise ConfigError(
            "nothing to confirm was named", do="name ids, or a file of drafts with --all"
        )
    store = _store(asked)
    drafts = to_confirm(store.claims, (*asked.ids, *_in_files(store, asked.files)))
    make_current(drafts)
    left = store.claims.drafts() - len(drafts)
    if asked.format == "json":
        confirmed = [one.claim.id for one in drafts]
        plain = {"schema": "factcheck/confirmed/1", "confirmed": confirmed, "drafts": left}
        terminal.write(encoded(plain, indent=2))
    else:
        write_lines(_said(drafts, store, left))
    return 0


def _store(asked: Asked) -> Opened:
    """The store, and the files of drafts, which may lie outside of it."""
    from pathlib import Path

    from factcheck.config import load_reading

    try:
        return open_store(asked.claims, asked.files)
    except NoClaims as error:
        if asked.claims or error.where or not asked.files:
            raise
    units, locale = load_reading(Path.cwd())
    return read_store(asked.files, units, locale)


def _in_files(store: Opened, files: Sequence[str]) -> Iterator[str]:
    """The ids of all drafts of the files."""
    wanted = {os.path.realpath(file) for file in files}
    for name, one in store.claims.all.items():
        if one.claim.status == ClaimStatus.DRAFT and os.path.realpath(one.path) in wanted:
            yield name


def _said(drafts: Sequence[Located], store: Opened, left: int) -> Iterator[str]:
    if not drafts:
        yield "Nothing to confirm: no draft is among them."
    else:
        across = max(columns(clean(one.claim.id)) for one in drafts)
        room = max(terminal.width() - across - 4, 20)
        for one in drafts:
            name = clean(one.claim.id)
            text = cut(clean(one.claim.text), room)
            yield f"  {name}{' ' * (across - columns(name))}  {text}"
            older = store.claims.all.get(one.claim.supersedes or "")
            if older is not None:
                yield f"  {' ' * across}  in the place of {clean(older.claim.id)}"
        files = ", ".join(sorted({near(one.path) for one in drafts}))
        yield f"{many(len(drafts), 'draft')} confirmed in {files}"
    if left:
        yield from wrap(waiting(left), terminal.width())
