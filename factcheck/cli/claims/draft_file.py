"""`factcheck claims draft`, from its request to its exit code."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from factcheck.cli import terminal
from factcheck.cli.claims.store_options import Opened, open_store, read_store, value_of
from factcheck.cli.claims.views import many, write_lines
from factcheck.cli.json_output import encoded
from factcheck.drafting.article import Drafted, drafted, slug
from factcheck.drafting.written import Shared, as_toml
from factcheck.errors import ClaimError, ConfigError, NoClaims, OutputError
from factcheck.model import ClaimStatus
from factcheck.report.claim_card import figure_line
from factcheck.store.days import typed_day
from factcheck.store.edit_save import Edit, locked, write
from factcheck.store.files import near
from factcheck.store.located import Located, read_located
from factcheck.store.repeats import same
from factcheck.store.values import address, required_words

_STANDARD_OUTPUT = "-"


class Asked(NamedTuple):
    """Drafts that somebody asked for, as written on the command line."""

    article: str
    source: str
    url: str | None = None
    date: str | None = None
    topic: str | None = None
    out: str | None = None
    force: bool = False
    claims: tuple[str, ...] = ()
    format: str = "text"


def draft(asked: Asked) -> int:
    """Write the drafts of an article, and return the exit code.

    Raises:
        InputError: the article cannot be read.
        ConfigError: an option is none of its kind.
        OutputError: the file is there already.
        ClaimError: it was changed in the meantime, or cannot be written.
        FactcheckError: the store cannot be used.
    """
    shared = Shared(
        value_of("--source", asked.source, required_words) or "",
        value_of("--url", asked.url, address),
        value_of("--date", asked.date, typed_day),
        value_of("--topic", asked.topic, required_words),
    )
    # From here on nobody else adds claims: drafts get ids that are free, and stay so.
    with nullcontext() if asked.out == _STANDARD_OUTPUT else locked():
        return _draft(asked, shared)


def _draft(asked: Asked, shared: Shared) -> int:
    store = _store(asked.claims)
    article = Path(asked.article)
    out = _out(asked, store)
    # What the checks below are about: `write` refuses where the file is another by then.
    before = _contents(out, force=asked.force)
    others = _others(store, out if before is not None else None)
    known = {same(one.claim.text): one.claim.id for one in reversed(others)}
    taken = {one.claim.id for one in others}
    made = drafted(article, known, taken, units=store.units, locale=store.locale)
    shown = near(out) if out else "FILE"
    text = as_toml(made, shared, article.name, shown)
    if out is None:
        terminal.write(text)
        if left := list(_left_out(made)):
            terminal.complain("\n".join(left).lstrip())
        return 0
    if made.drafts:
        write(Edit(Path(near(out)), before, text.encode("utf-8")))
    if asked.format == "json":
        terminal.write(encoded(_plain(made, shown), indent=2))
    else:
        write_lines(_said(made, asked.article, shown))
    return 0


def _store(named: tuple[str, ...]) -> Opened:
    """The store beside which drafts are made; an empty one where there is none yet."""
    from factcheck.config import load_reading

    try:
        return open_store(named)
    except NoClaims as error:
        if named or error.where:  # a path that was named is missing, which is a mistake
            raise
    units, locale = load_reading(Path.cwd())
    return read_store((), units, locale)


def _out(asked: Asked, store: Opened) -> Path | None:
    """The file to write; None for standard output.

    Raises:
        ConfigError: it is no TOML file.
    """
    if asked.out == _STANDARD_OUTPUT:
        if asked.format == "json":
            raise ConfigError("drafts on standard output are TOML", do="name a file with --out")
        return None
    if asked.out is not None:
        out = Path(asked.out)
    else:
        folder = next((path for path in store.paths if Path(path).is_dir()), os.curdir)
        out = Path(folder) / f"{slug(Path(asked.article).stem) or 'drafts'}.toml"
    if out.suffix.lower() != ".toml":
        raise ConfigError(f"{str(out)!r} is no .toml file", where="--out", do="drafts are TOML")
    return out


def _contents(out: Path | None, *, force: bool) -> bytes | None:
    """What a file holds that is to be replaced; None where there is none.

    Raises:
        OutputError: it is there, and nobody said `--force`; or it cannot be read.
    """
    if out is None or not out.exists():
        return None
    if not force:
        raise OutputError(
            "the file is there already",
            where=near(out),
            do="name another with --out, or say --force to replace it",
        )
    try:
        return out.read_bytes()
    except OSError as error:
        raise OutputError(
            f"the file cannot be read: {error.strerror}",
            where=near(out),
            do="name another with --out",
        ) from error


def _others(store: Opened, out: Path | None) -> list[Located]:
    """The claims of the store but for those of a file that will be replaced.

    Args:
        store: all claims.
        out: the file; None where none is replaced.

    Raises:
        ClaimError: some of these are confirmed already.
    """
    claims = list(store.claims.all.values())
    if out is None:
        return claims
    confirmed = [
        one for one in read_located([out]).all.values() if one.claim.status != ClaimStatus.DRAFT
    ]
    if confirmed:
        one = confirmed[0]
        raise ClaimError(
            f"{many(len(confirmed), 'claim')} of the file would be lost that are no drafts: "
            f"{one.claim.id}" + (", …" if len(confirmed) > 1 else ""),
            where=f"{near(one.path)}:{one.line}",
            do="name another file with --out",
        )
    real = os.path.realpath(out)
    return [one for one in claims if os.path.realpath(one.path) != real]


def _plain(made: Drafted, out: str) -> dict[str, object]:
    return {
        "schema": "factcheck/drafts/1",
        "file": out if made.drafts else None,
        "headline": made.headline,
        "drafts": [
            {
                "id": one.id,
                "text": one.text,
                "line": one.line,
                "topic": one.topic,
                "leanings": list(one.leanings),
                "figures": [figure_line(figure) for figure in one.figures],
            }
            for one in made.drafts
        ],
        "known": [{"line": line, "id": name} for line, name in made.known],
        "fragments": list(made.fragments),
    }


def _said(made: Drafted, article: str, out: str) -> Iterator[str]:
    if not made.sentences:
        yield f"No sentence of {article} holds a figure; nothing was written."
        return
    if made.drafts:
        yield f"{many(len(made.drafts), 'draft')} in {out}"
        leaning = [one for one in made.drafts if one.leanings]
        if leaning:
            verb = "stands" if len(leaning) == 1 else "stand"
            yield f"  {len(leaning):,} {verb} badly alone; the comments say why"
    elif not made.known:
        yield f"No sentence of {article} holds a figure; nothing was written."
    else:
        yield f"Nothing was written: there are claims of all that {article} says in figures."
    yield from _left_out(made)
    if made.drafts:
        yield ""
        yield f"Look through them, then: factcheck claims confirm --all {quote(out)}"


def _left_out(made: Drafted) -> Iterator[str]:
    """The sentences of which there is a claim or a draft already, and what is no sentence."""
    if made.known:
        yield f"  {many(len(made.known), 'sentence')} left out, told already:"
        yield from (f"    line {line}: {name}" for line, name in made.known)
    if made.fragments:
        lines = ", ".join(str(line) for line in dict.fromkeys(made.fragments))
        what = many(len(made.fragments), "piece")
        yield f"  {what} left out, no sentence with a verb or a cell of a table: line {lines}"
