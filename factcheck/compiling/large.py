"""Opening a store that lies on disk, and what to do where it cannot."""

from __future__ import annotations

from factcheck.candidates.embedded import EmbeddedSnapshot
from factcheck.compiling.compiler import Sources, compiled_store, silent
from factcheck.compiling.home import Home
from factcheck.compiling.opening import Progress, Waiting
from factcheck.compiling.records import Unreadable
from factcheck.errors import ClaimError
from factcheck.frames.stated_units import StatedUnits


def opened_on_disk(
    home: Home, sources: Sources, progress: Progress | None, waiting: Waiting | None
) -> EmbeddedSnapshot:
    """The claims of some files, from the store that was compiled from them.

    Args:
        home: where the store lies.
        sources: what it is compiled from.
        progress: told how far compiling is.
        waiting: called where another process is compiling, and this one waits for it.

    Raises:
        ClaimFaults, NoClaims, ClaimError: as `factcheck.compiling.opening.opened`.
    """
    try:
        found = compiled_store(home, sources, progress or silent, waiting or silent)
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
