"""The outcome of aligning a statement's figure with a reference's."""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

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

    @cached_property
    def memory(self) -> dict[object, Any]:
        """What functions of the reference came to (`factcheck.align.memo`)."""
        return {}

    @cached_property
    def place(self) -> tuple[str, int]:
        """Where it stands among all references: by its claim's id, and in the claim's text."""
        return self.claim.id, self.frame.figure.span.start if self.frame is not None else 0


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
        remark: where no detail differs, why the two are not the same thing all the same, or what
            turned them round; "" where nothing did.
        refused: the slot that refused it, by its name among the decisive ones; "" where none did.
    """

    candidate: Candidate
    same: bool
    part_whole: str
    turned: bool
    details: tuple[Detail, ...]
    weak: tuple[str, ...]
    rank: tuple[int, ...]
    remark: str
    refused: str = ""

    @property
    def reason(self) -> str:
        """Why the two are not the same thing, in words; "" where they are."""
        refusing = (d for d in self.details if d.state is SlotState.DIFFERING)
        detail = next(refusing, None) if self.refused else None
        if detail is None:
            return self.remark
        ours, theirs = detail.statement or "nothing", detail.reference or "said there"
        return detail.why or f"{detail.slot}: {ours} is not {theirs}"

    @property
    def alignment(self) -> Alignment:
        """The details, as a finding shows them."""
        return Alignment(self.details)

    @property
    def matched(self) -> int:
        """How many details match; the rank of what was refused is just that."""
        if self.refused:
            return self.rank[0]
        return [detail.state for detail in self.details].count(SlotState.MATCHED)
