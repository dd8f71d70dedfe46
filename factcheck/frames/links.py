"""The noun that hands its number to a figure: the budget of "a budget of $50 million"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.model import Term

# Hedges, articles and signs may stand between the noun and the number: "of more than about $5".
_FARTHEST = 6
_BETWEEN = frozenset({"DET", "ADV", "ADJ", "ADP", "SYM"})


def linked_term(
    first: int, terms: Sequence[Term], lemmas: Sequence[str], tags: Sequence[str]
) -> Term | None:
    """The noun phrase that "of" ties to the figure that begins at token `first`, if any."""
    for at in range(first - 1, max(-1, first - _FARTHEST), -1):
        if lemmas[at] == "of":
            return next((t for t in terms if t.last == at), None)
        if tags[at] not in _BETWEEN:
            return None
    return None
