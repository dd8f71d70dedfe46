"""What a store of analysed claims has to offer: the one contract that every backend fulfils."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from factcheck.candidates.analysed import AnalysedClaim
from factcheck.candidates.keys import Concept
from factcheck.model import Claim


class Snapshot(Protocol):
    """The claims of a store as they stood at one moment: what is written later never shows in it.

    Drafts are in no store: they never take part in a verdict.
    """

    def __len__(self) -> int:
        """How many claims there are."""
        ...

    @property
    def drafts(self) -> int:
        """How many drafts were left out when the claims were read from files."""
        ...

    def get(self, claim_id: str) -> Claim | None:
        """The claim of an id, or None."""
        ...

    def search(self, concepts: Iterable[Concept], limit: int) -> list[AnalysedClaim]:
        """The `limit` claims that share most with a statement, as `candidates.asking` weighs it.

        All claims in the order of their ids where there are no more than `limit`. Of those that
        share as much as the last one does, the ones whose turn comes first (`asking.turn`); what is
        found stands in the order of what it shares, then of ids.
        """
        ...

    def with_keys(self, keys: Iterable[str], limit: int) -> list[AnalysedClaim]:
        """`limit` claims that have any of some keys, in the order of their ids.

        Where there are more, the ones whose turn comes first (`asking.turn`).
        """
        ...


@runtime_checkable
class ClaimStore(Protocol):
    """Claims that are looked up, added, replaced and taken out."""

    def count(self) -> int:
        """How many claims there are, drafts excepted."""
        ...

    def get(self, claim_id: str) -> Claim | None:
        """The claim of an id, or None."""
        ...

    def candidates(self, concepts: Iterable[Concept], limit: int) -> list[AnalysedClaim]:
        """What `Snapshot.search` finds in the store as it is now."""
        ...

    def upsert(self, claims: Iterable[Claim]) -> None:
        """Add claims, each in the place of the one that had its id; all of them at once."""
        ...

    def delete(self, claim_ids: Iterable[str]) -> None:
        """Take claims out; an id that no claim has is passed over."""
        ...

    def snapshot(self) -> Snapshot:
        """The claims as they are now."""
        ...
