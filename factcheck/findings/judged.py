"""One reference, aligned with a figure and compared with it."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.align.model import Aligned
from factcheck.compare import Comparison
from factcheck.model import (
    Citation,
    Claim,
    Figure,
)


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
