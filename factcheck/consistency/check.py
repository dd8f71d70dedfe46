"""All checks of a draft against itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.consistency.contradiction import Contradiction
from factcheck.document.base import Document
from factcheck.frames.model import SentenceFrame
from factcheck.policy import Policy


def contradictions(
    document: Document, sentences: Sequence[SentenceFrame], policy: Policy
) -> Iterator[Contradiction]:
    """What disagrees inside a draft, in text order.

    Args:
        document: the draft.
        sentences: its sentences that assert a figure, each read in the context of those before.
        policy: the tolerances.
    """
    yield from ()
