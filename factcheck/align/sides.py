"""The two sides of an alignment, with their surroundings."""

from __future__ import annotations

from factcheck.align.model import Candidate
from factcheck.align.scope import Scope, scope_of
from factcheck.frames.model import FigureFrame, SentenceFrame


class Sides:
    """The statement's figure and one reference's; `frame` is None for whole sentences.

    Attributes:
        sentence, frame, scope: the statement's side.
        reference, their_frame, their_scope: the reference's side.
        candidate: the reference itself.
    """

    __slots__ = (
        "candidate",
        "frame",
        "reference",
        "scope",
        "sentence",
        "their_frame",
        "their_scope",
    )

    def __init__(
        self, sentence: SentenceFrame, frame: FigureFrame | None, scope: Scope, candidate: Candidate
    ) -> None:
        self.sentence, self.frame, self.scope = sentence, frame, scope
        self.candidate = candidate
        self.reference = candidate.sentence
        self.their_frame = candidate.frame
        self.their_scope = scope_of(candidate.sentence, candidate.frame)
