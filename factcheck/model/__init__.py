"""Frozen value types, without I/O: the vocabulary that every other room speaks."""

from factcheck.model.claim import Claim, StatedFigure
from factcheck.model.enums import ClaimStatus, Flag, Hedge, Kind, SlotState, Support, Verdict
from factcheck.model.figure import Figure, Qualifier
from factcheck.model.finding import Alignment, Citation, Detail, Difference, Finding
from factcheck.model.report import Report, Statement
from factcheck.model.values import Interval, PartialDate, Span, Unit

__all__ = [
    "Alignment",
    "Citation",
    "Claim",
    "ClaimStatus",
    "Detail",
    "Difference",
    "Figure",
    "Finding",
    "Flag",
    "Hedge",
    "Interval",
    "Kind",
    "PartialDate",
    "Qualifier",
    "Report",
    "SlotState",
    "Span",
    "StatedFigure",
    "Statement",
    "Support",
    "Unit",
    "Verdict",
]
