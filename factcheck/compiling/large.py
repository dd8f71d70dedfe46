"""Opening a store that lies on disk, and what to do where it cannot."""

from __future__ import annotations

import os
from collections.abc import Sequence

from factcheck.candidates.embedded import EmbeddedSnapshot
from factcheck.compiling.compiler import Sources, compiled_store, silent
from factcheck.compiling.home import Home
from factcheck.compiling.opening import Progress
from factcheck.compiling.records import Unreadable
from factcheck.errors import ClaimError
from factcheck.frames.stated_units import StatedUnits


def opened_on_disk(
    home: Home,
    paths: Sequence[str | os.PathLike[str]],
    units: Sequence[str],
    locale: str,
    progress: Progress | None,
) -> EmbeddedSnapshot:
    """The claims of some files, from the store that was compiled from them.

    Args:
        home: where the store lies.
        paths: as for `factcheck.compiling.opening.opened`, and so are the others.
        units: the user's own units.
        locale: how numbers and dates are written.
        progress: told how far compiling is.

    Raises:
        ClaimFaults, NoClaims, ClaimError: as `opened`.
    """
    sources = Sources(tuple(paths), tuple(units), locale)
    try:
        found = compiled_store(home, sources, progress or silent)
    except Unreadable as error:
        _tell_faults(sources)
        raise ClaimError("the claim files change while they are read", do="run again") from error
    if not len(found):
        _tell_faults(sources)
    return found


def _tell_faults(sources: Sources) -> None:
    """Read everything once more, for an error that tells all there is to mend."""
    from factcheck.store.reader import read_claims

    read_claims(sources.paths, StatedUnits.with_lines(sources.units))
