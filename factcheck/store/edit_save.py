"""Writing a claim file: whole or not at all, and never over what somebody else wrote.

The new contents go into a temporary file of the same folder, which takes the old one's place only
once it is safely on the disk. The lock keeps two of our own processes apart; whoever writes
without it (an editor, git) is noticed by the contents, which must be what the edit was made from.
"""

from __future__ import annotations

import glob
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.cache import cache_dir
from factcheck.errors import ClaimError

_LOCK: Final = "claims.lock"
_PATIENCE: Final = 20.0  # seconds; an edit of a large store takes a few, a person's patience ends
_ABANDONED: Final = 3600  # seconds after which a temporary file belongs to a writer that was killed


class Edit(NamedTuple):
    """What a file is to become.

    Attributes:
        path: the file, as it is shown to people.
        before: what it was when it was read; None where it is to be made.
        after: what it is to hold.
        about: the ids of the claims that it is about.
    """

    path: Path
    before: bytes | None
    after: bytes
    about: tuple[str, ...] = ()


@contextmanager
def locked() -> Iterator[None]:
    """No other edit of this user runs meanwhile, of whatever file: ids are unique across files.

    Raises:
        ClaimError: another one takes too long, or there is nowhere to keep the lock.
    """
    from filelock import FileLock, Timeout

    path = _lock_path()
    lock = FileLock(path, timeout=_PATIENCE)
    try:
        lock.acquire()
    except Timeout:
        raise ClaimError(
            "another factcheck is writing claims, and does not come to an end; nothing was written",
            where=str(path),
            do="wait until it is done, and run this again",
        ) from None
    except OSError as error:
        raise ClaimError(
            f"the lock cannot be made: {error.strerror}; nothing was written",
            where=str(path),
            do="name a folder that can be written to in FACTCHECK_CACHE",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _lock_path() -> Path:
    folder = cache_dir()
    if folder is not None:
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.access(folder, os.W_OK):
                return folder / _LOCK
    import tempfile

    user = os.getuid() if hasattr(os, "getuid") else "user"
    return Path(tempfile.gettempdir()) / f"factcheck-{user}-{_LOCK}"


def write(edit: Edit) -> None:
    """Put what an edit came to in the place of its file; for use while `locked`.

    Raises:
        ClaimError: the file is not what it was when it was read, or cannot be written. It is as
            it was before, then.
    """
    real = Path(os.path.realpath(edit.path))
    _untouched(edit, real)
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        # Once more right before the rename: syncing a large file takes its time.
        with replacement(real, lambda: _untouched(edit, real)) as temporary:
            temporary.write_bytes(edit.after)
    except OSError as error:
        raise ClaimError(
            f"the file cannot be written: {error.strerror}; nothing was changed",
            where=str(edit.path),
            do="look at the rights of its folder, and for room on the disk",
        ) from error


@contextmanager
def replacement(real: Path, check: Callable[[], None] | None = None) -> Iterator[Path]:
    """An empty file to write to, which takes the place of `real` at the end, if nothing went wrong.

    Args:
        real: the file, no link to it; its folder is there.
        check: called right before, and may raise.

    Raises:
        OSError: it cannot be written. What was there before is as it was.
    """
    _tidy(real)
    temporary = real.with_name(f".{real.name}.{os.urandom(6).hex()}.tmp")
    try:
        _make(temporary, real.stat() if real.exists() else None)
        yield temporary
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        if check is not None:
            check()
        temporary.replace(real)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _settle(real.parent)


def is_read_only(real: Path) -> bool:
    """Whether a file is marked as such; a rename would replace it without a word."""
    return real.exists() and not (real.stat().st_mode & 0o222 and os.access(real, os.W_OK))


def _untouched(edit: Edit, real: Path) -> None:
    """Make sure that the file is still what it was when it was read, and may be replaced."""
    try:
        found = real.read_bytes() if real.exists() else None
    except OSError as error:
        raise ClaimError(
            f"the file cannot be read: {error.strerror}", where=str(edit.path)
        ) from error
    if found != edit.before:
        raise ClaimError(
            "somebody else has changed the file in the meantime; nothing was written",
            where=str(edit.path),
            do="run this again: it starts from the file as it is now",
        )
    if is_read_only(real):
        raise ClaimError(
            "the file is read-only; nothing was written",
            where=str(edit.path),
            do=f"make it writable: chmod u+w {edit.path}",
        )


def _make(path: Path, like: os.stat_result | None) -> None:
    """Make an empty file, with the rights of another one before anything stands in it."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    if like is not None:
        path.chmod(stat.S_IMODE(like.st_mode))
        if hasattr(os, "chown"):
            with suppress(OSError):  # only an administrator can give files away
                os.chown(path, like.st_uid, like.st_gid)


def _settle(folder: Path) -> None:
    """Have the rename itself survive a power cut, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _tidy(real: Path) -> None:
    """Remove what a writer that was killed has left beside the file."""
    for left in real.parent.glob(f".{glob.escape(real.name)}.*.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()
