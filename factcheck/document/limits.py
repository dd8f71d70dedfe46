"""How much is read at once: a draft that goes on for ever gets a clear word, and no answer."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from factcheck.errors import InputError

# Characters of text: five thousand pages, which take minutes and a few gigabytes.
LONGEST: Final = 10_000_000
# Bytes of a file, pictures and markup among them.
LARGEST: Final = 1_000_000_000
# Neither is there on every system.
_NO_WAITING: Final = getattr(os, "O_NONBLOCK", 0)
_AS_IT_IS: Final = getattr(os, "O_BINARY", 0)


def bounded(length: int, where: str = "") -> None:
    """Refuse a text that is too long to be checked.

    Args:
        length: how many characters it has.
        where: its name, for the message.

    Raises:
        InputError: it is.
    """
    if length > LONGEST:
        raise InputError(
            f"there are more than {LONGEST:,} characters of text, which are not checked at once",
            where=where,
            do="split it",
        )


def bytes_of(path: Path) -> bytes:
    """The bytes of a file.

    A pipe or a device is none: it may have no end, or wait for ever for its beginning.

    Raises:
        InputError: it cannot be read, is no file, or is too large.
    """
    try:
        # without waiting for somebody to write into a pipe
        handle = os.open(path, os.O_RDONLY | _NO_WAITING | _AS_IT_IS)
        told = os.fstat(handle)
        if stat.S_ISREG(told.st_mode) and told.st_size <= LARGEST:
            with os.fdopen(handle, "rb") as file:
                return file.read()
        os.close(handle)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        what = getattr(error, "strerror", None) or error
        raise InputError(f"the file cannot be read: {what}", where=str(path)) from error
    if stat.S_ISREG(told.st_mode):
        raise InputError(
            f"this file is larger than {LARGEST // 1_000_000:,} MB", where=str(path), do="split it"
        )
    raise InputError(
        "this is no regular file",
        where=str(path),
        do="pass what it holds on standard input, with --stdin-filename for its format",
    )
