"""The report of one check: all findings of an input, in text order."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.enums import Flag, Support, Verdict
from factcheck.model.finding import Finding
from factcheck.model.values import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or clause of the input."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the input the store speaks about: `covered` of `figures` figures."""

    figures: int
    covered: int

    def __str__(self) -> str:
        if not self.figures:
            return "no figures"
        plural = "s" if self.figures != 1 else ""
        # the verb goes with the ones that are covered, and with a single figure in any case
        verb = "is" if 1 in (self.figures, self.covered) else "are"
        return f"{self.covered} of {self.figures} figure{plural} {verb} covered by the store"


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        statements: the sentences that were judged, in text order.
        findings: one for every figure, and one for a checked statement without figures.
        path: the document's path as it was given; None for text.
    """

    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    path: str | None = None

    @property
    def verdict(self) -> Verdict:
        """The worst of the findings' verdicts; novel where nothing was found to judge."""
        if not self.findings:
            return Verdict.NOVEL
        return max((finding.verdict for finding in self.findings), key=lambda v: v.severity)

    @property
    def support(self) -> Support | None:
        """The weakest support, where every finding is consistent; None otherwise."""
        if self.verdict is not Verdict.CONSISTENT:
            return None
        grades = [finding.support for finding in self.findings if finding.support]
        return max(grades, key=lambda grade: grade.weakness) if grades else None

    @property
    def flags(self) -> tuple[Flag, ...]:
        """All flags of the findings, each once, in the enum's order."""
        present = {flag for finding in self.findings for flag in finding.flags}
        return tuple(flag for flag in Flag if flag in present)

    @property
    def coverage(self) -> Coverage:
        """How many of the figures the store speaks about."""
        judged = [finding for finding in self.findings if finding.figure is not None]
        covered = sum(finding.verdict is not Verdict.NOVEL for finding in judged)
        return Coverage(len(judged), covered)

    def to_dict(self) -> dict[str, object]:
        """The report as plain data; `factcheck/report/report.schema.json` describes it."""
        from factcheck.report.plain import report_to_dict

        return report_to_dict(self)
