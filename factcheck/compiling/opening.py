"""Opening the claims of some files: in one piece where they are few, on disk where they are many.

Both give the same verdicts. In one piece everything is read again when a letter changes, which
takes a millisecond a claim; what lies on disk takes longer to open and to ask.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Final

from factcheck.cache import digest, read_blob, write_blob
from factcheck.candidates.base import Snapshot
from factcheck.candidates.index import ClaimIndex, build
from factcheck.errors import ClaimError
from factcheck.figures.units import user_units
from factcheck.store.files import ClaimFile, claim_files, fingerprint_of_files

_CACHE: Final = "claims"
# Bytes of claim files up to which they are kept in one piece: some 4,000 claims.
SMALL: Final = 1_000_000
Progress = Callable[[int, int], None]
Waiting = Callable[[], None]


def opened(
    paths: Sequence[str | os.PathLike[str]],
    units: Sequence[str],
    locale: str,
    progress: Progress | None = None,
    waiting: Waiting | None = None,
) -> Snapshot:
    """The claims of some files, as they are now; compiled where they have changed.

    Args:
        paths: `.toml` and `.jsonl` files, or folders of them.
        units: the user's own units, as they wrote them.
        locale: how numbers and dates are written.
        progress: told how many of how many claims have been read, where that takes long.
        waiting: called where another process is reading them, and this one waits for it.

    Raises:
        UnitError: for a unit that pint does not understand.
        ClaimFaults: one or more faults in the files, all of them, with file and line.
        NoClaims: a path does not exist, or there is no claim but drafts.
        ClaimError: a file cannot be read, or the index cannot be written.
    """
    files = claim_files(paths)
    if _size(files) > SMALL:
        from factcheck.compiling.home import home_of

        home = home_of(paths, units, locale)
        if home is not None:
            from factcheck.compiling.compiler import Sources
            from factcheck.compiling.large import opened_on_disk

            sources = Sources(tuple(paths), tuple(units), locale)
            return opened_on_disk(home, sources, progress, waiting)
    return _in_one_piece(files, paths, units, locale)


def _in_one_piece(
    files: Sequence[ClaimFile],
    paths: Sequence[str | os.PathLike[str]],
    units: Sequence[str],
    locale: str,
) -> ClaimIndex:
    data = read_blob(_CACHE, _key(fingerprint_of_files(files), units, locale))
    if data is None:
        from factcheck.frames.stated_units import StatedUnits
        from factcheck.store.reader import read_claims

        own = user_units(units) if units else None
        claims = read_claims(paths, StatedUnits(own))
        data = memoryview(build(claims.claims(), own, locale))
        # the files may have changed since they were looked up: the key is what was read
        write_blob(_CACHE, _key(claims.fingerprint(), units, locale), data)
    return ClaimIndex(data)


def _size(files: Sequence[ClaimFile]) -> int:
    """How many bytes the claim files have."""
    try:
        return sum(os.stat(file.path).st_size for file in files)  # noqa: PTH116
    except OSError as error:
        raise ClaimError(
            f"the file cannot be read: {error.strerror}", where=str(error.filename)
        ) from error


def _key(fingerprint: bytes, units: Sequence[str], locale: str) -> bytes:
    """What an index depends on: the claims, and how they were read."""
    read_with = (locale, *units)
    return digest(fingerprint, *(text.encode("utf-8", "surrogatepass") for text in read_with))
