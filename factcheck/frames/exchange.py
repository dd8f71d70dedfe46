"""Rates of exchange: "the reference rate was 1 euro = 1.08 dollars"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.frames.model import SentenceFrame
from factcheck.model import Figure, Kind

_TELLING = frozenset({"rate", "=", "worth", "exchange"})


def exchange_rates(sentence: SentenceFrame) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of sums in two currencies of which a sentence says that they are worth the same.

    One of the two is a single unit of its currency; neither is zero.
    """
    if _TELLING.isdisjoint(sentence.lemmas):
        return
    sums = [f.figure for f in sentence.figures if f.figure.kind is Kind.MONEY and f.figure.value]
    for first in sums:
        for second in sums:
            if 1 in (first.value, second.value) and currency(first) != currency(second):
                yield first, second


def currency(figure: Figure) -> str:
    """The currency of a sum of money, "" where it is not said."""
    return figure.unit.dimension if figure.unit is not None else ""
