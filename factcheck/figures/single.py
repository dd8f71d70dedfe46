"""One of a period: "lasted a week", "took a year to build", "for an hour"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.figures.cardinals import ARTICLES
from factcheck.figures.number import Number, exact, number
from factcheck.figures.wording import tables
from factcheck.text.tokens import Tokens


def one_period(tokens: Tokens, i: int) -> Number | None:
    """The one that the article of a period is, where the wording says how long something is.

    Elsewhere the article tells no number: "a week ago", "five euros a week", "a year of war".

    Args:
        tokens: the text.
        i: where an article may stand.
    """
    told, lowers = tables()["periods"], tokens.lowers
    if lowers[i] not in ARTICLES or not _leads(lowers[max(0, i - 2) : i], told):
        return None
    at = i + 1 + (lowers[i + 1 : i + 2] in (("full",), ("whole",)))
    behind = lowers[at + 1] if at + 1 < len(tokens) else ""
    if at >= len(tokens) or lowers[at] not in told["units"] or behind in told["not_behind"]:
        return None
    return number(exact(1), exact(1), i, at, "one-period", spelled=True)


def _leads(before: Sequence[str], told: Mapping[str, frozenset[str]]) -> bool:
    """Whether the last two words before an article say that a period follows, and how long."""
    if not before:
        return False
    governed = told.get(f"before_{before[-1]}")
    return before[0] in governed if governed is not None else before[-1] in told["before"]
