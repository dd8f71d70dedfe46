"""All checks of a draft against itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from factcheck.consistency.ages import ages
from factcheck.consistency.apart import apart
from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.consistency.headlines import headlines
from factcheck.consistency.percentages import percentages
from factcheck.consistency.percentages_across import percentages_across
from factcheck.consistency.shares import shares
from factcheck.consistency.sums import sums
from factcheck.consistency.sums_across import sums_across
from factcheck.consistency.tables import tables
from factcheck.consistency.text_and_table import text_and_table
from factcheck.consistency.weekdays import weekdays
from factcheck.document.base import Document
from factcheck.frames.model import SentenceFrame
from factcheck.model import Span
from factcheck.policy import Policy

_CHECKS: Final[tuple[Callable[[Draft], Iterator[Contradiction]], ...]] = (
    apart,
    headlines,
    text_and_table,
    sums,
    sums_across,
    tables,
    shares,
    percentages,
    percentages_across,
    weekdays,
    ages,
)
# Of what one of the first has told these say nothing more.
_LATER: Final = (headlines, text_and_table)


def contradictions(
    document: Document, sentences: Sequence[SentenceFrame], policy: Policy
) -> Iterator[Contradiction]:
    """What disagrees inside a draft, in text order.

    Args:
        document: the draft.
        sentences: its sentences that assert a figure, each read in the context of those before.
        policy: the tolerances.
    """
    draft = Draft(document, sentences, policy)
    found: list[Contradiction] = []
    seen: set[tuple[str, Span]] = set()
    for check in _CHECKS:
        for one in check(draft):
            # two checks may see one mistake, and from either side
            places = {(one.code, span) for span in (one.span, *(span for span, _ in one.related))}
            if check not in _LATER or seen.isdisjoint(places):
                found.append(one)
            seen |= places
    yield from sorted(found, key=lambda one: (one.span, one.code))
