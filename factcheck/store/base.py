"""What a store of claims has to offer, and the simplest store: claims held in memory.

Whoever searches claims builds an index of their own over this contract, keyed on
`fingerprint`; a store knows nothing of figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from factcheck.cache import digest
from factcheck.model import Claim
from factcheck.store.relations import checked


class ClaimStore(Protocol):
    """The narrow contract of a store."""

    def claims(self) -> Iterable[Claim]:
        """All claims, drafts included, in the order of their ids.

        A claim that another one supersedes has been given that status
        (see `factcheck.store.relations.settled`).
        """
        ...

    def __len__(self) -> int:
        """How many claims there are."""
        ...

    def fingerprint(self) -> bytes:
        """A digest that changes whenever any claim does."""
        ...


class MemoryStore:
    """Claims held in memory.

    Args:
        claims: in any order, which never matters.

    Raises:
        ClaimError: two claims of one id, or a `supersedes` that names no claim, or itself, or
            goes round in a circle; all such faults together.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = checked(claims)

    def claims(self) -> tuple[Claim, ...]:
        """All claims in the order of their ids."""
        return self._claims

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)

    def fingerprint(self) -> bytes:
        """A digest of every field of every claim."""
        return digest(*(repr(claim).encode("utf-8", "surrogatepass") for claim in self._claims))
