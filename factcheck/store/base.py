"""Where claims come from, and the simplest such place: claims given one by one.

Nothing here knows of figures; `factcheck.candidates` has the stores that are searched.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from factcheck.cache import digest
from factcheck.errors import ClaimError
from factcheck.model import Claim
from factcheck.store.relations import checked

_REMEDY: Final = "give a list of factcheck.Claim; Checker.from_path reads claim files"
_SHOWN: Final = 60  # characters of what was given instead, enough to find it by


class ClaimSource(Protocol):
    """The narrow contract of what claims are read from."""

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


class GivenClaims:
    """Claims that somebody gives; a `ClaimSource`.

    Args:
        claims: in any order, which never matters.

    Raises:
        ClaimError: what is given are no claims; two claims of one id, or a `supersedes` that
            names no claim, or itself, or goes round in a circle, all such faults together.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = checked(_only_claims(claims))

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


def _only_claims(given: object) -> Iterator[Claim]:
    """What is given, one claim after the other, where it is claims and nothing else."""
    if isinstance(given, str | bytes | os.PathLike) or not isinstance(given, Iterable):
        raise ClaimError(f"{_shown(given)} is no list of claims", do=_REMEDY)
    for one in given:
        if not isinstance(one, Claim):
            raise ClaimError(f"{_shown(one)} is no claim", do=_REMEDY)
        yield one


def _shown(given: object) -> str:
    text = repr(given)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
