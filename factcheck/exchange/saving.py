"""Writing a file whole or not at all, as it comes: no claim has to be held for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import OutputError
from factcheck.store.edit_save import is_read_only, replacement


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
    try:
        if make_folder:
            real.parent.mkdir(parents=True, exist_ok=True)
        if real.exists() and not real.is_file():
            raise OutputError(
                "this is no file that could be replaced; nothing was written",
                where=str(path),
                do="name a file",
            )
        if is_read_only(real):
            raise OutputError(
                "the file is read-only; nothing was written",
                where=str(path),
                do=f"make it writable: chmod u+w {path}",
            )
        with replacement(real, check) as temporary:
            yield temporary
    except OSError as error:
        raise OutputError(
            f"the file cannot be written: {error.strerror}",
            where=str(path),
            do="look at the rights of its folder, and for room on the disk",
        ) from error
