"""Claims together with the place where each is kept, for whoever looks after them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.errors import ClaimError, ClaimFaults
from factcheck.model import Claim, ClaimStatus
from factcheck.store.fields import Entry, KnownUnits
from factcheck.store.files import claim_files, fingerprint_of
from factcheck.store.parts import SMALL, Parts, Unclear
from factcheck.store.reader import all_faults, gather
from factcheck.store.relations import settled
from factcheck.store.spelling import nearest


class Located(NamedTuple):
    """A claim and where it stands.

    Attributes:
        claim: the claim, with the status that follows from the others.
        entry: the table of its file that it was read from.
    """

    claim: Claim
    entry: Entry

    @property
    def path(self) -> str:
        """The file, as it is shown and opened."""
        return self.entry.places.path

    @property
    def line(self) -> int:
        """The line on which the claim begins; found out only now, by reading the file's lines."""
        return self.entry.places.line(self.entry.position)


@dataclass(frozen=True, slots=True)
class LocatedClaims:
    """All claims of some files, drafts included, by their ids and in the order of these.

    Attributes:
        all: the claims.
        files: how many files they are from.
        fingerprint: that of `factcheck.store.files.fingerprint`; empty where only some of the
            claims were read.
    """

    all: Mapping[str, Located]
    files: int
    fingerprint: bytes = b""

    def drafts(self) -> int:
        """How many of them wait for a person to confirm them."""
        return sum(found.claim.status == ClaimStatus.DRAFT for found in self.all.values())

    def get(self, name: str) -> Located:
        """The claim of this id.

        Raises:
            ClaimError: there is none; the message names the nearest id.
        """
        found = self.all.get(name)
        if found is None:
            raise no_such(name, self.all)
        return found


def no_such(name: str, known: Iterable[str]) -> ClaimError:
    """The error of an id that no claim has."""
    near = nearest(name, known)
    return ClaimError(
        f"there is no claim {name!r}",
        do=f"did you mean {near!r}?" if near else "`factcheck claims list` shows all ids",
    )


def read_located(
    paths: Sequence[str | os.PathLike[str]], units: KnownUnits | None = None
) -> LocatedClaims:
    """Read all claims of the files with their places. Drafts alone are welcome, unlike in a check.

    Args:
        paths: `.toml` and `.jsonl` files, or folders of them.
        units: the units that stated figures may have; None where that is not to be checked.

    Raises:
        ClaimFaults: one or more faults, all of them, with file and line.
        NoClaims: a path does not exist.
        ClaimError: a path that cannot hold claims.
    """
    entries, faults, contents = gather(paths, units)
    if faults:
        raise ClaimFaults(faults)
    return LocatedClaims(_located(entries), len(contents), fingerprint_of(contents))


def read_some(
    paths: Sequence[str | os.PathLike[str]], units: KnownUnits | None, ids: Collection[str]
) -> LocatedClaims:
    """Read some claims of the files, what they replace, what replaces them, and all drafts.

    Of a small store all claims are read, and so they are where one of the ids is that of none, or
    anything else is not plain. Then, only, the faults of other claims are told.

    Args:
        paths: as for `read_located`.
        units: as for `read_located`.
        ids: those of the claims.

    Raises:
        ClaimFaults, NoClaims, ClaimError: as `read_located`.
    """
    files = claim_files(paths)
    with suppress(OSError, Unclear):
        if sum(file.path.stat().st_size for file in files) > SMALL:
            parts = Parts([(file, file.path.read_bytes()) for file in files], units)
            reads = parts.succession(ids)
            entries = [entry for read in reads for entry in read.entries]
            found = _located([*entries, *parts.holding(ClaimStatus.DRAFT.value)])
            if found.keys() >= set(ids) and not all_faults(reads):
                return LocatedClaims(found, len(files))
    return read_located(paths, units)


def _located(entries: Iterable[Entry]) -> dict[str, Located]:
    by_id = {entry.claim.id: entry for entry in entries if entry.claim is not None}
    claims = settled(entry.claim for entry in by_id.values() if entry.claim is not None)
    return {claim.id: Located(claim, by_id[claim.id]) for claim in claims}
