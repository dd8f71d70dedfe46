"""What the page has to tell about a draft: one item for each stretch of text that is told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.editorial.codes import code_of
from factcheck.editorial.review import Review
from factcheck.model import Finding, Span
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.report import words
from factcheck.report.formats import Run
from factcheck.report.page.standing import Standing, standing_of_finding, standing_of_rule


class Item(NamedTuple):
    """One stretch of a draft's text, and all that is told of it.

    Attributes:
        number: counted over all drafts of the page, from 1.
        span: where it stands in the document's text.
        text: the words there.
        place: where they stand in the original.
        finding: what references say of it.
        diagnostics: the rules that it breaks.
    """

    number: int
    span: Span
    text: str
    place: str
    finding: Finding | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def standing(self) -> Standing:
        """The most urgent that is told of it."""
        told = [standing_of_rule(one.code) for one in self.diagnostics]
        if not told and self.finding is not None:
            return standing_of_finding(self.finding)
        return min(told, key=lambda standing: standing.rank)

    @property
    def severity(self) -> Severity | None:
        """How urgent it is; None for what breaks no rule."""
        severities = (one.severity for one in self.diagnostics)
        return max(severities, key=lambda severity: severity.rank, default=None)

    @property
    def suppressed(self) -> bool:
        """Whether something silences all that it says."""
        return bool(self.diagnostics) and all(one.suppression for one in self.diagnostics)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its rules, each once."""
        return tuple(dict.fromkeys(one.code for one in self.diagnostics))

    @property
    def figure(self) -> str:
        """The figure with its hedge and unit, or the words that are told of."""
        figure = self.finding.figure if self.finding else None
        if figure is not None and figure.span == self.span:
            return words.figure_words(figure)
        return self.text

    @property
    def line(self) -> str:
        """What there is to know, in one line."""
        if self.diagnostics:
            order = sorted(self.diagnostics, key=lambda one: standing_of_rule(one.code).rank)
            return "; ".join(dict.fromkeys(one.message for one in order))
        finding = self.finding
        if finding is None or finding.citation is None:
            return "no reference says so"
        told = words.figure_words(finding.citation.figure) if finding.citation.figure else "it"
        who = finding.citation.source or finding.citation.claim.id
        grade = f"{finding.support}: " if finding.support else ""
        return f"{grade}{told} ({who})"


def items_of(review: Review, run: Run, first: int) -> list[Item]:
    """All items of a draft, in text order, the longer of two that begin together first.

    Args:
        review: the draft, and what was found.
        run: which diagnostics are wanted.
        first: the number of its first item.
    """
    grouped: dict[Span, list[Diagnostic]] = {}
    for one in run.wanted(review):
        grouped.setdefault(one.span, []).append(one)
    findings = {_span_of(finding): finding for finding in _shown(review, run, grouped)}
    spans = sorted({*grouped, *findings}, key=lambda span: (span.start, -span.end))
    return [
        _item(number, span, review, findings.get(span), grouped.get(span, []))
        for number, span in enumerate(spans, first)
    ]


def _shown(review: Review, run: Run, broken: Iterable[Span]) -> Iterator[Finding]:
    """The findings to tell of: those that break a wanted rule, or none where all is wanted."""
    told = set(broken)
    for finding in review.report.findings:
        well = code_of(finding) is None and run.least is Severity.SUGGESTION and not run.quiet
        if _span_of(finding) in told or well:
            yield finding


def _span_of(finding: Finding) -> Span:
    return finding.figure.span if finding.figure else finding.span


def _item(
    number: int, span: Span, review: Review, finding: Finding | None, told: list[Diagnostic]
) -> Item:
    document = review.document
    place = told[0].place if told else document.origin.place(span)
    finding = finding or next((one.finding for one in told if one.finding), None)
    return Item(number, span, span.cut(document.text), str(place), finding, tuple(told))


def counts(items: Iterable[Item]) -> dict[Standing, int]:
    """How many items stand how, the most urgent first; suppressed ones are left out."""
    found = dict.fromkeys(Standing, 0)
    for item in items:
        if not item.suppressed:
            found[item.standing] += 1
    return {standing: number for standing, number in found.items() if number}
