"""Which claims replaced a claim, and which it replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcheck.model import Claim


def history(name: str, claims: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """All claims of one line of succession, from the oldest on.

    Where several claims replace the same one, each is followed by those that replace it.

    Args:
        name: the id of one of them.
        claims: all claims by their ids, without circles.

    Returns:
        The claims; that one alone where it replaced none and none replaced it.
    """
    newer = _successors(claims.values())
    oldest = name
    while (older := claims[oldest].supersedes) is not None:
        oldest = older
    found: list[Claim] = []
    pending = [oldest]
    while pending:
        claim = claims[pending.pop()]
        found.append(claim)
        pending += sorted(newer[claim.id], reverse=True)
    return tuple(found)


def _successors(claims: Iterable[Claim]) -> defaultdict[str, list[str]]:
    newer: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.supersedes is not None:
            newer[claim.supersedes].append(claim.id)
    return newer
