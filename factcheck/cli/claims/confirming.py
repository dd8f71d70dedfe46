"""`factcheck claims confirm`, from its request to its exit code."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.cli import terminal
from factcheck.cli.claims.store_options import Opened, open_store, read_store
from factcheck.cli.claims.views import many, write_lines
from factcheck.cli.json_output import encoded
from factcheck.cli.opening import waiting
from factcheck.document.encoding import decode
from factcheck.drafting.written import is_unclear
from factcheck.errors import ConfigError, NoClaims
from factcheck.model import ClaimStatus
from factcheck.report.claim_table import cut
from factcheck.report.layout import clean, columns, wrap
from factcheck.store.confirming import confirm as make_current
from factcheck.store.confirming import to_confirm
from factcheck.store.files import near
from factcheck.store.located import Located


class Asked(NamedTuple):
    """What somebody confirms, as written on the command line."""

    ids: tuple[str, ...]
    files: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    even_unclear: bool = False
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
    listed = _in_files(store, asked.files)
    unclear = [
        one for one in _unclear(listed) if not asked.even_unclear and one.claim.id not in asked.ids
    ]
    skipped = {one.claim.id for one in unclear}
    named = (one.claim.id for one in listed if one.claim.id not in skipped)
    drafts = to_confirm(store.claims, (*asked.ids, *named))
    make_current(drafts)
    left = store.claims.drafts() - len(drafts)
    if asked.format == "json":
        confirmed = [one.claim.id for one in drafts]
        plain = {
            "schema": "factcheck/confirmed/1",
            "confirmed": confirmed,
            "unclear": [one.claim.id for one in unclear],
            "drafts": left,
        }
        terminal.write(encoded(plain, indent=2))
    else:
        write_lines([*_said(drafts, store), *_left(unclear, asked, store), *_waiting(left)])
    return 0


def _store(asked: Asked) -> Opened:
    """The store, and the files of drafts, which may lie outside of it."""
    from factcheck.config import load_reading

    try:
        return open_store(asked.claims, asked.files, None if asked.files else asked.ids)
    except NoClaims as error:
        if asked.claims or error.where or not asked.files:
            raise
    units, locale = load_reading(Path.cwd())
    return read_store(asked.files, units, locale)


def _in_files(store: Opened, files: Sequence[str]) -> list[Located]:
    """All drafts of the files."""
    wanted = {os.path.realpath(file) for file in files}
    return [
        one
        for one in store.claims.all.values()
        if one.claim.status == ClaimStatus.DRAFT and os.path.realpath(one.path) in wanted
    ]


def _unclear(drafts: Sequence[Located]) -> Iterator[Located]:
    """Those that stand badly alone, as the comments above them say."""
    lines: dict[str, list[str]] = {}
    for one in drafts:
        if one.path not in lines:
            lines[one.path] = decode(Path(one.path).read_bytes(), one.path).split("\n")
        if is_unclear(lines[one.path], one.line):
            yield one


def _said(drafts: Sequence[Located], store: Opened) -> Iterator[str]:
    if not drafts:
        yield "Nothing to confirm: no draft is among them."
        return
    yield from _listed(drafts, store)
    files = ", ".join(sorted({near(one.path) for one in drafts}))
    yield f"{many(len(drafts), 'draft')} confirmed in {files}"


def _listed(drafts: Sequence[Located], store: Opened) -> Iterator[str]:
    across = max(columns(clean(one.claim.id)) for one in drafts)
    room = max(terminal.width() - across - 4, 20)
    for one in drafts:
        name = clean(one.claim.id)
        text = cut(clean(one.claim.text), room)
        yield f"  {name}{' ' * (across - columns(name))}  {text}"
        older = store.claims.all.get(one.claim.supersedes or "")
        if older is not None:
            yield f"  {' ' * across}  in the place of {clean(older.claim.id)}"


def _left(unclear: Sequence[Located], asked: Asked, store: Opened) -> Iterator[str]:
    """The drafts that stand badly alone, and the command that confirms them all the same."""
    if not unclear:
        return
    stands = "stands" if len(unclear) == 1 else "stand"
    yield f"{many(len(unclear), 'draft')} left out that {stands} badly alone; the comments say why:"
    yield from _listed(unclear, store)
    yield f"Once each {'of them ' if len(unclear) > 1 else ''}says who, what and when by itself:"
    named = [*asked.claims, *_outside(unclear, asked, store)]
    words = [f"--claims {shlex.quote(path)}" for path in named]
    ids = [shlex.quote(one.claim.id) for one in unclear]
    yield "  " + " ".join(["factcheck claims confirm", *ids, *words])


def _outside(drafts: Sequence[Located], asked: Asked, store: Opened) -> list[str]:
    """The files of drafts that do not belong to the store, and are only read where they are named.

    Whoever names one in `--claims` names the whole store.
    """
    own = [os.path.realpath(path) for path in store.paths[: len(store.paths) - len(asked.files)]]

    def is_in_store(path: str) -> bool:
        real = os.path.realpath(path)
        return any(real == one or real.startswith(one + os.sep) for one in own)

    return sorted({near(one.path) for one in drafts if not is_in_store(one.path)})


def _waiting(left: int) -> list[str]:
    return wrap(waiting(left), terminal.width()) if left else []
