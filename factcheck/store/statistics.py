"""How many claims there are of each status, source, topic and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.model import Claim, ClaimStatus
from factcheck.store.moments import first_day, told_at


class Statistics(NamedTuple):
    """Counts of claims. The name None stands for claims that have none.

    Attributes:
        claims: how many there are.
        statuses: by status, in the enum's order, the ones that occur.
        sources, topics: the commonest first, then by name.
        years: by the year of their date, the earliest first.
    """

    claims: int
    statuses: dict[str, int]
    sources: dict[str | None, int]
    topics: dict[str | None, int]
    years: dict[str | None, int]


def count(claims: Iterable[Claim]) -> Statistics:
    """Count claims by everything that a keeper asks about."""
    everything = tuple(claims)
    statuses = Counter(claim.status for claim in everything)
    years = Counter(_year(claim) for claim in everything)
    return Statistics(
        len(everything),
        {status.value: statuses[status] for status in ClaimStatus if statuses[status]},
        _commonest(Counter(claim.source for claim in everything)),
        _commonest(Counter(claim.topic for claim in everything)),
        dict(sorted(years.items(), key=lambda item: (item[0] is None, item[0] or ""))),
    )


def _commonest(counted: Counter[str | None]) -> dict[str | None, int]:
    order = sorted(counted.items(), key=lambda item: (item[0] is None, -item[1], item[0] or ""))
    return dict(order)


def _year(claim: Claim) -> str | None:
    date = told_at(claim)
    return None if date is None else f"{first_day(date).year:04d}"
