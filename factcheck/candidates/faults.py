"""What goes wrong with an index on disk, as people are told it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from factcheck.errors import ClaimError

_NOT_WHOLE: Final = (ValueError, OSError, IndexError, EOFError, TypeError, KeyError)
_BUSY: Final = "LockBusy"  # in what tantivy says where another writer has the lock


class Damaged(ClaimError):
    """What lies in a folder is no store, or not whole."""

    def __init__(self, folder: Path) -> None:
        do = "delete the folder: it is made anew at the next check"
        super().__init__("the index of claims is damaged", where=str(folder), do=do)


class whole:  # noqa: N801  a context manager
    """Turn what tantivy says of bytes that it did not write into an error for people."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        # where it meets the impossible it panics, which is an exception of a type with no home
        if kind and (issubclass(kind, _NOT_WHOLE) or kind.__name__ == "PanicException"):
            raise Damaged(self._folder) from error if isinstance(error, BaseException) else None


class reported:  # noqa: N801  a context manager
    """Turn what tantivy and the system say into an error for people."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, OSError | ValueError):
            return
        what = f"the index of claims cannot be written: {error}"
        do = "free some space, or name another folder in FACTCHECK_CACHE"
        if _BUSY in str(error):
            what, do = "somebody else is writing the index of claims", "run again when that is done"
        raise ClaimError(what, where=str(self._folder), do=do) from error
