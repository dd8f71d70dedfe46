"""`--watch`: a check is made again whenever a draft, a claim or a setting changes.

Files are looked at once a second. Whoever tells of changes (inotify and its like) is silent about
the shared drives that newsrooms write on, and a few thousand files are looked at in milliseconds.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from factcheck.cli import terminal
from factcheck.cli.options import Request
from factcheck.document.read import READERS
from factcheck.errors import ConfigError, FactcheckError

_SECONDS: Final = 1.0
_SETTLING: Final = 0.1  # an editor may write a file in several steps
_ROUNDS: Final = 50  # of settling, behind which a file that never rests is checked as it is
_CLEAR: Final = "\x1b[2J\x1b[H"
_CLAIMS: Final = (".toml", ".jsonl")
_SETTINGS: Final = ("factcheck.toml", ".factcheck.toml", "pyproject.toml")
_WILD: Final = "*?["

Stamp = tuple[int, int, int]  # time of change, size, number: what `make` goes by, and a bit more
Stamps = Mapping[str, Stamp | None]


def watch(
    request: Request,
    check: Callable[[], int],
    wait: Callable[[float], None] = time.sleep,
) -> int:
    """Check, and check again after every change, until Ctrl-C.

    Args:
        request: what was asked for.
        check: makes one check.
        wait: lets so many seconds pass.

    Returns:
        0 where it was ended between two checks, which is how it is meant to end.

    Raises:
        ConfigError: what is named cannot be watched.
        KeyboardInterrupt: a check was interrupted.
    """
    if "-" in request.inputs and not request.text:
        raise ConfigError(
            "standard input cannot be watched", where="--watch", do="name a file or a folder"
        )
    while True:
        before = stamps(request)  # what changes during the check is checked again
        _check(request, check)
        if not request.quiet:
            terminal.complain(f"watching {_counted(before)}; Ctrl-C ends")
        try:
            _changed(request, before, wait)
        except KeyboardInterrupt:
            return 0


def _check(request: Request, check: Callable[[], int]) -> None:
    if sys.stdout.isatty() and not request.output:
        terminal.write(_CLEAR)
    gc.unfreeze()  # each check freezes what it has loaded, which would never be let go
    try:
        check()
    except FactcheckError as error:  # half-written claims are mended while this goes on
        terminal.complain(error)


def _changed(request: Request, before: Stamps, wait: Callable[[float], None]) -> None:
    """Return once something is different from `before`, and rests."""
    while (now := stamps(request)) == before:
        wait(_SECONDS)
    for _ in range(_ROUNDS):
        wait(_SETTLING)
        before, now = now, stamps(request)
        if now == before:
            return


def _counted(found: Stamps) -> str:
    there = sum(stamp is not None for stamp in found.values())
    return f"{there:,} file{'' if there == 1 else 's'}"


def stamps(request: Request) -> Stamps:
    """What is watched, each with its stamp; None for what is not there.

    These are the drafts that are named or lie in folders that are, the claims, the baseline, and
    the settings of all folders above. What the check itself writes is left alone.
    """
    drafts = [] if request.text else list(_drafts(request.inputs))
    named = (request.config, request.baseline)
    folders = {os.path.dirname(os.path.abspath(path)) for path in (*drafts, "x")}  # noqa: PTH100, PTH120
    paths = [*drafts, *_claims(request), *filter(None, named), *_settings(folders)]
    own = {os.path.abspath(path) for path in (request.output, request.write_baseline) if path}  # noqa: PTH100
    return {path: _stamp(path) for path in paths if os.path.abspath(path) not in own}  # noqa: PTH100


def _stamp(path: str) -> Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):  # a sentence with a null character is no path
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _drafts(inputs: Sequence[str]) -> Iterator[str]:
    for given in inputs:
        if os.path.isdir(given):  # noqa: PTH112
            yield from _files(given, tuple(READERS))
        elif os.path.isfile(given) or _is_draft(given):  # noqa: PTH113
            yield given
        elif any(char in given for char in _WILD) and not any(char.isspace() for char in given):
            fixed = min(given.index(char) for char in _WILD if char in given)
            folder = os.path.dirname(given[:fixed]) or os.curdir  # noqa: PTH120
            yield from _files(folder, tuple(READERS))


def _is_draft(given: str) -> bool:
    """Whether what is not there may be a draft that an editor is about to write again."""
    name = os.path.splitext(given)[1].lower() in READERS  # noqa: PTH122
    return name and not any(char in given for char in _WILD)


def _claims(request: Request) -> Iterator[str]:
    from factcheck.cli.places import settings_here

    try:
        claims: Sequence[str | Path] = settings_here(request.claims).claims
    except FactcheckError:  # which the check has told; they may come
        claims = request.claims
    for path in claims:
        inside = os.path.isdir(path)  # noqa: PTH112
        yield from _files(str(path), _CLAIMS) if inside else (str(path),)


def _files(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    """The files of a folder with one of these endings, those of hidden folders left out."""
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(endings) and not name.startswith("."):
                yield os.path.join(above, name)  # noqa: PTH118


def _settings(folders: set[str]) -> Iterator[str]:
    """Where settings may be, or may come to be: in each folder and in those above."""
    above = set(folders)
    for folder in folders:
        above.update(map(str, Path(folder).parents))
    for folder in sorted(above):
        yield from (os.path.join(folder, name) for name in _SETTINGS)  # noqa: PTH118
