"""Where a compiled store lies: generations in a folder, and a file that names the one that counts.

A new generation is built beside the old one and named only when it is whole. Whoever reads sees the
one or the other; whoever was killed while building goes on where the last commit was.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from factcheck.cache import cache_dir, digest
from factcheck.errors import ClaimError

_CURRENT: Final = "current"
_BUILDING: Final = "building"
_GENERATION: Final = "generation-"
_WRITABLE_BY_OTHERS: Final = 0o022
OPENED: Final = "opened"  # when the store was opened last, and what it is compiled from
_DAY: Final = 86_400  # seconds between two notes of that


class Home:
    """The folder of one compiled store.

    Args:
        folder: where it is.
        sources: the files and folders that the store is compiled from.
    """

    def __init__(self, folder: Path, sources: Sequence[str] = ()) -> None:
        self.folder = folder
        self._sources = sources

    @property
    def lock(self) -> Path:
        """The file that whoever compiles holds locked."""
        return self.folder.with_suffix(".lock")

    @property
    def building(self) -> Path:
        """The generation that is not whole yet."""
        return self.folder / _BUILDING

    def current(self) -> Path | None:
        """The generation that counts; None where there is none that we may trust."""
        try:
            if not self._is_ours():
                return None
            name = (self.folder / _CURRENT).read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            return None
        return self.folder / name if name.startswith(_GENERATION) else None

    def prepare(self) -> None:
        """Make the folder; one that others could write is made anew.

        Raises:
            ClaimError: it cannot be kept from others.
            OSError: it cannot be made.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self._is_ours():
            return
        self.discard()
        self.folder.mkdir(mode=0o700)
        if not self._is_ours():  # a disk that knows no owners
            raise ClaimError(
                "others can write what is kept of the claims here",
                where=str(self.folder),
                do="name a folder of your own in FACTCHECK_CACHE",
            )

    def _is_ours(self) -> bool:
        """Whether nobody else can have written in the folder: what lies there is unpickled."""
        status = self.folder.stat()
        if not hasattr(os, "geteuid"):
            return True
        return status.st_uid in (0, os.geteuid()) and not status.st_mode & _WRITABLE_BY_OTHERS

    def publish(self) -> Path:
        """Let what was built count from now on, and remove what counted before."""
        name = f"{_GENERATION}{os.urandom(8).hex()}"
        self.building.rename(self.folder / name)
        pointer = self.folder / f"{_CURRENT}.new"
        pointer.write_text(name, encoding="ascii")
        pointer.replace(self.folder / _CURRENT)
        for old in self.folder.glob(f"{_GENERATION}*"):
            if old.name != name:
                shutil.rmtree(old, ignore_errors=True)  # a reader on Windows may still hold it
        return self.folder / name

    def forget(self) -> None:
        """Let nothing count any more: whoever opens the store finds none."""
        (self.folder / _CURRENT).unlink(missing_ok=True)

    def note_opened(self) -> None:
        """Remember that somebody opened the store today, and what it is compiled from."""
        note = self.folder / OPENED
        with suppress(OSError):  # whoever may not write there has not made it either
            if note.exists() and time.time() - note.stat().st_mtime < _DAY:
                return
            note.write_text("\n".join(self._sources), "utf-8", "surrogateescape")

    def discard(self) -> None:
        """Remove everything: it is damaged, or another program's."""
        with suppress(FileNotFoundError):
            shutil.rmtree(self.folder)


def home_of(
    paths: Sequence[str | os.PathLike[str]], units: Sequence[str], locale: str
) -> Home | None:
    """The home of the store compiled from some files; None where nothing is kept.

    Args:
        paths: the files and folders that were named.
        units: the user's own units.
        locale: how numbers and dates are written.
    """
    root = cache_dir()
    if root is None:
        return None
    sources = [os.path.realpath(path) for path in paths]
    parts = (*sources, "", *units, "", locale)
    key = digest(*(str(part).encode("utf-8", "surrogateescape") for part in parts))
    return Home(root / "stores" / key.hex(), sources)
