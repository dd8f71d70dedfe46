"""A store of claims in memory: for as many as one would keep in a few files."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.candidates.analysed import AnalysedClaim
from factcheck.candidates.index import ClaimIndex, Laid, laid, together
from factcheck.candidates.keys import Concept
from factcheck.figures.unit_data import UnitTable
from factcheck.model import Claim, ClaimStatus
from factcheck.text.tokens import LOCALE


class InMemoryStore:
    """Claims in memory; a `ClaimStore`. Each is read once, when it is added.

    Args:
        claims: to begin with.
        units: the user's own units.
        locale: how numbers and dates are written.
    """

    def __init__(
        self, claims: Iterable[Claim] = (), units: UnitTable | None = None, locale: str = LOCALE
    ) -> None:
        self._units, self._locale = units, locale
        self._laid: dict[str, Laid] = {}
        self._snapshot: ClaimIndex | None = None
        self.upsert(claims)

    def count(self) -> int:
        """How many claims there are."""
        return len(self._laid)

    def get(self, claim_id: str) -> Claim | None:
        """The claim of an id, or None."""
        return self.snapshot().get(claim_id)

    def candidates(self, concepts: Iterable[Concept], limit: int) -> list[AnalysedClaim]:
        """The `limit` claims that share most with a statement."""
        return self.snapshot().search(concepts, limit)

    def upsert(self, claims: Iterable[Claim]) -> None:
        """Add claims, each in the place of the one that had its id; drafts are taken out."""
        changed = dict(self._laid)  # should one of them have a fault, none is taken
        for claim in claims:
            changed.pop(claim.id, None)
            if claim.status != ClaimStatus.DRAFT:
                changed[claim.id] = laid(claim, self._units, self._locale)
        self._laid, self._snapshot = changed, None

    def delete(self, claim_ids: Iterable[str]) -> None:
        """Take claims out; an id that no claim has is passed over."""
        for claim_id in claim_ids:
            self._laid.pop(claim_id, None)
        self._snapshot = None

    def snapshot(self) -> ClaimIndex:
        """The claims as they are now."""
        if self._snapshot is None:
            ordered = (self._laid[claim_id] for claim_id in sorted(self._laid))
            self._snapshot = ClaimIndex(together(ordered))
        return self._snapshot
