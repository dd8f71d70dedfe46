"""Removing compiled stores that nobody needs any more."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from factcheck.compiling.home import OPENED, Home

_DAY: Final = 86_400  # seconds
_UNUSED: Final = 30 * _DAY
# What it was compiled from may be on a drive that is not there just now.
_UNUSED_WITHOUT_SOURCES: Final = 2 * _DAY


def prune(home: Home) -> None:
    """Remove the stores beside this one that nobody has opened for long.

    Whoever has one open goes on reading it: what is mapped stays until it is let go. Whoever
    compiles one holds its lock, and keeps it.
    """
    with suppress(OSError):
        for folder in home.folder.parent.iterdir():
            if folder != home.folder and folder.is_dir() and _is_unused(folder):
                _remove(Home(folder))


def _remove(home: Home) -> None:
    # The file of the lock stays: were it made anew while somebody waits for the old one, two
    # would compile at once. It is empty.
    with suppress(OSError, Timeout), FileLock(home.lock, timeout=0):
        if _is_unused(home.folder):  # nobody has opened it meanwhile
            home.forget()
            shutil.rmtree(home.folder, ignore_errors=True)


def _is_unused(folder: Path) -> bool:
    note = folder / OPENED
    try:
        opened = note.stat().st_mtime
        sources = note.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:  # made before there were notes
        opened, sources = folder.stat().st_mtime, []
    age = time.time() - opened
    return age > _UNUSED or (
        age > _UNUSED_WITHOUT_SOURCES
        and bool(sources)
        and not any(os.path.lexists(source) for source in sources)
    )
