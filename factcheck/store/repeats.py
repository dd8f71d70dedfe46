"""Claims that say what another one says already, word for word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.model import Claim


def same(text: str) -> str:
    """What two texts have in common that differ in white space and capitals at most."""
    return " ".join(text.split()).casefold()


def told_already(keys: dict[str, Any], claims: Iterable[Claim]) -> Claim | None:
    """The first claim of the same text, source and date.

    Args:
        keys: of a claim, what its file's `[defaults]` give it among them.
        claims: in any order.
    """
    text, source, date = same(keys["text"]), same(keys.get("source") or ""), keys.get("date")
    found = (
        claim
        for claim in claims
        if same(claim.text) == text
        and same(claim.source or "") == source
        and (claim.date or None) == (date or None)
    )
    return min(found, key=lambda claim: claim.id, default=None)
