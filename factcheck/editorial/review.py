"""A draft, what was found in it, and what an editor has to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.document.base import Document
from factcheck.model import Flag, Report, Verdict
from factcheck.model.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Review:
    """The outcome of checking one draft.

    Attributes:
        document: the draft, as it was read.
        report: a finding for each of its figures, consistent and novel ones among them.
        diagnostics: what to look at, in text order; those that are suppressed, too.
        least: the least urgent diagnostics that are shown of it; None where the run decides.
    """

    document: Document
    report: Report
    diagnostics: tuple[Diagnostic, ...]
    least: Severity | None = None

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that nothing suppresses."""
        return tuple(one for one in self.diagnostics if one.suppression is None)


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a run saw, and how much of it the store speaks about.

    Attributes:
        drafts: how many drafts were checked.
        figures: how many figures they assert.
        covered: of how many of them the store speaks.
        conflicting, disputed, debunked, stale, doubtful: how many figures have that said of them;
            stale ones rest on a reference that was superseded, doubtful ones are consistent with
            a note beside.
        within: how many diagnostics hold a draft against itself.
        suppressed: how many diagnostics are suppressed.
    """

    drafts: int = 0
    figures: int = 0
    covered: int = 0
    conflicting: int = 0
    disputed: int = 0
    debunked: int = 0
    stale: int = 0
    doubtful: int = 0
    within: int = 0
    suppressed: int = 0

    def __add__(self, other: Totals) -> Totals:
        return Totals(*(getattr(self, n) + getattr(other, n) for n in self.__slots__))


def totals(reviews: Iterable[Review]) -> Totals:
    """What several reviews come to."""
    return sum(map(totals_of, reviews), Totals())


def totals_of(review: Review) -> Totals:
    """What one review comes to."""
    findings, coverage = review.report.findings, review.report.coverage

    def flagged(flag: Flag) -> int:
        return sum(flag in finding.flags for finding in findings)

    return Totals(
        drafts=1,
        figures=coverage.figures,
        covered=coverage.covered,
        conflicting=sum(finding.verdict is Verdict.CONFLICTING for finding in findings),
        disputed=flagged(Flag.DISPUTED),
        debunked=flagged(Flag.DEBUNKED),
        stale=flagged(Flag.SUPERSEDED),
        doubtful=sum(f.verdict is Verdict.CONSISTENT and bool(f.notes) for f in findings),
        within=sum(one.code.startswith("FC2") for one in review.diagnostics),
        suppressed=sum(one.suppression is not None for one in review.diagnostics),
    )
