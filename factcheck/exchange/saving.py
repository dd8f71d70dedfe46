"""Writing a file whole or not at all, as it comes: no claim has to be held for it."""

from __future__ import annotations

import glob
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from factcheck.errors import OutputError

_ABANDONED: Final = 3600  # seconds after which a temporary file belongs to a writer that was killed


@contextmanager
def replacing(
    path: Path, check: Callable[[], None] | None = None, *, make_folder: bool = False
) -> Iterator[Path]:
    """A path to write to, which takes the place of `path` at the end, if nothing went wrong.

    Args:
        path: the file.
        check: called right before, and may raise.
        make_folder: whether to make its folder where there is none.

    Raises:
        OutputError: it cannot be written. What was there before is as it was.
    """
    real = Path(os.path.realpath(path))
    temporary = real.with_name(f".{real.name}.{os.urandom(6).hex()}.tmp")
    try:
        if make_folder:
            real.parent.mkdir(parents=True, exist_ok=True)
        if real.exists() and not os.access(real, os.W_OK):
            raise OutputError(
                "the file is read-only; nothing was written",
                where=str(path),
                do=f"make it writable: chmod u+w {path}",
            )
        _tidy(real)
        yield temporary
        _settle(temporary, real)
        if check is not None:
            check()
        temporary.replace(real)
    except OSError as error:
        raise OutputError(
            f"the file cannot be written: {error.strerror}",
            where=str(path),
            do="look at the rights of its folder, and for room on the disk",
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _tidy(real: Path) -> None:
    """Remove what a writer that was killed has left beside the file."""
    for left in real.parent.glob(f".{glob.escape(real.name)}.*.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()


def _settle(temporary: Path, real: Path) -> None:
    """Have the contents on the disk before the name points to them, with the rights of before."""
    if real.exists():
        temporary.chmod(real.stat().st_mode & 0o777)
    descriptor = os.open(temporary, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
