"""The outcome of aligning a statement's figure with a reference's."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Alignment, Claim, Detail, SlotState


class Candidate(NamedTuple):
    """One figure of one reference claim (or, for whole statements, the claim itself)."""

    claim: Claim
    sentence: SentenceFrame
    frame: FigureFrame | None


class Aligned(NamedTuple):
    """How a statement's figure and a reference's stand to each other.

    Attributes:
        candidate: the reference.
        same: whether the two measure the same thing.
        part_whole: "wider" or "narrower" where they measure a whole and its part.
        turned: whether the result or direction is turned round (which conflicts).
        details: every compared detail.
        weak: remarks on links that are not certain.
        rank: how well they align, for choosing among references; larger is better.
        reason: the detail that refused the candidate, in words; "" where none did.
        refused: the slot that refused it, by its name among the decisive ones; "" where none did.
    """

    candidate: Candidate
    same: bool
    part_whole: str
    turned: bool
    details: tuple[Detail, ...]
    weak: tuple[str, ...]
    rank: tuple[int, ...]
    reason: str
    refused: str = ""

    @property
    def alignment(self) -> Alignment:
        """The details, as a finding shows them."""
        return Alignment(self.details)

    def count(self, *states: SlotState) -> int:
        """How many details are in one of `states`."""
        return sum([detail.state in states for detail in self.details])
