"""One reference, aligned with a figure and compared with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.align.model import Aligned
from factcheck.align.rating import in_terms_of
from factcheck.compare import Comparison, compare
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import (
    Citation,
    Claim,
    Figure,
)
from factcheck.policy import Policy


class Judged(NamedTuple):
    """One reference, aligned and compared."""

    aligned: Aligned
    comparison: Comparison

    @property
    def supports(self) -> bool:
        """Whether the reference's value is compatible with the statement's."""
        return self.comparison.compatible and not self.aligned.turned

    @property
    def claim(self) -> Claim:
        """The reference claim."""
        return self.aligned.candidate.claim

    @property
    def figure(self) -> Figure | None:
        """The reference's figure."""
        frame = self.aligned.candidate.frame
        return frame.figure if frame is not None else None

    @property
    def citation(self) -> Citation:
        """The reference as a finding cites it."""
        return Citation(self.claim, self.figure)


def same_thing(
    sentence: SentenceFrame, frame: FigureFrame, aligned: Iterable[Aligned], policy: Policy
) -> list[Judged]:
    """The references that measure what the statement's figure does, compared with it.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        aligned: everything that was looked at.
        policy: the tolerances.
    """
    return [
        Judged(a, compare(frame.figure, in_terms_of(sentence, frame, a.candidate), policy))
        for a in aligned
        if a.same and a.candidate.frame is not None
    ]
