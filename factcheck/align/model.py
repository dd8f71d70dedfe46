"""The outcome of aligning a statement's figure with a reference's."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from factcheck.align.side import Side
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Alignment, Claim, Detail, SlotState


class _Reference(NamedTuple):
    claim: Claim
    sentence: SentenceFrame
    frame: FigureFrame | None


class Candidate(_Reference):
    """One figure of one reference claim (or, for whole statements, the claim itself)."""

    @cached_property
    def side(self) -> Side:
        """The reference's side of every alignment."""
        return Side(self.sentence, self.frame)


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

    @property
    def matched(self) -> int:
        """How many details match."""
        return [detail.state for detail in self.details].count(SlotState.MATCHED)
