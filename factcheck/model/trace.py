"""The trace behind a verdict: how figures were read, and what became of each candidate."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.claim import Claim
from factcheck.model.figure import Figure
from factcheck.model.finding import Detail, Finding


@dataclass(frozen=True, slots=True)
class CandidateTrace:
    """One figure of one claim that was held against a statement's figure.

    Attributes:
        claim: the reference.
        figure: its figure; None where whole statements were compared.
        accepted: whether it was found to measure the same thing, so that values were compared.
        why: what accepted or refused it, in plain words.
        details: every detail that was compared, in the order of comparison.
        compared: how the two values stand, as a verdict word; "" where they never were compared.
        rule: name of the rule that compared them ("overlap", "rounding", "bound" …), or "".
    """

    claim: Claim
    figure: Figure | None
    accepted: bool
    why: str = ""
    details: tuple[Detail, ...] = ()
    compared: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class FigureTrace:
    """The trace of one figure of a statement.

    Attributes:
        figure: as read: its rules, interval and unit; None for a statement without figures.
        attachment: how it was attached to what it counts and to its event, one remark each.
        candidates: what was looked at, the best aligned first.
        finding: what came of it.
    """

    figure: Figure | None
    attachment: tuple[str, ...] = ()
    candidates: tuple[CandidateTrace, ...] = ()
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole trace of one statement.

    Attributes:
        statement: the text that was explained; spans of its figures count within it.
        figures: one trace for every finding, in text order.
        claims: how many claims the store holds.
        retrieved: how many of them were near enough to be looked at.
    """

    statement: str
    figures: tuple[FigureTrace, ...] = ()
    claims: int = 0
    retrieved: int = 0
