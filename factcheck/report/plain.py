"""Reports as plain data; `report.schema.json` beside this file describes it.

Numbers are text, so that nothing is lost on the way: "300", "-1.25", or "1/3" where no
decimal ends. A missing value is null, never a missing key.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.document.positions import Positions
from factcheck.model import (
    Alignment,
    Citation,
    Claim,
    Difference,
    Figure,
    Finding,
    Interval,
    Report,
    Span,
    Unit,
)
from factcheck.model.trace import CandidateTrace, Explanation, FigureTrace
from factcheck.report.words import exact

REPORT = "factcheck/report/1"
REPORTS = "factcheck/reports/1"
FINDING = "factcheck/finding/1"
FIGURES = "factcheck/figures/1"

Plain = dict[str, object]


def report_to_dict(report: Report) -> Plain:
    """A report as plain data, of the schema `factcheck/report/1`."""
    coverage = report.coverage
    return {
        "schema": REPORT,
        "path": report.path,
        "verdict": report.verdict.value,
        "support": _word(report.support),
        "flags": [flag.value for flag in report.flags],
        "coverage": {
            "figures": coverage.figures,
            "covered": coverage.covered,
            "text": str(coverage),
        },
        "statements": [
            {"text": statement.text, "span": _span(statement.span)}
            for statement in report.statements
        ],
        "findings": [finding_to_dict(finding) for finding in report.findings],
    }


def finding_to_dict(finding: Finding) -> Plain:
    """One finding as plain data: an item of a report's `findings`."""
    return {
        "statement": finding.statement,
        "span": _span(finding.span),
        "figure": _figure(finding.figure),
        "verdict": finding.verdict.value,
        "support": _word(finding.support),
        "flags": [flag.value for flag in finding.flags],
        "notes": list(finding.notes),
        "citation": _citation(finding.citation) if finding.citation else None,
        "operands": [_citation(operand) for operand in finding.operands],
        "others": [_citation(other) for other in finding.others],
        "alignment": _alignment(finding.alignment),
        "difference": _difference(finding.difference),
    }


def finding_line(
    finding: Finding, report: Report, number: int, at: tuple[int | None, int | None]
) -> Plain:
    """One finding on its own, of the schema `factcheck/finding/1`: a line of JSON Lines.

    Args:
        finding: one of the report's findings.
        report: where it is from.
        number: which input of the command line was checked, counted from 1.
        at: line and column of the figure in that input, where it has lines.
    """
    line, column = at
    place = {"input": number, "path": report.path, "line": line, "column": column}
    return {"schema": FINDING, **place, **finding_to_dict(finding)}


def figures_to_dict(figures: tuple[Figure, ...], text: str) -> Plain:
    """The figures read in a text, of the schema `factcheck/figures/1`, and where each begins."""
    positions = Positions(text)
    places = [positions.at(figure.span.start) for figure in figures]
    return {
        "schema": FIGURES,
        "figures": [_figure(figure) for figure in figures],
        "positions": [{"line": line, "column": column} for line, column in places],
    }


def explanation_to_dict(explanation: Explanation) -> Plain:
    """The trace of one statement: an item of the `explanations` beside a report."""
    return {
        "statement": explanation.statement,
        "claims": explanation.claims,
        "retrieved": explanation.retrieved,
        "figures": [figure_trace_to_dict(trace) for trace in explanation.figures],
    }


def figure_trace_to_dict(trace: FigureTrace) -> Plain:
    """The trace of one figure."""
    return {
        "figure": _figure(trace.figure),
        "attachment": list(trace.attachment),
        "verdict": trace.finding.verdict.value if trace.finding else None,
        "candidates": [_candidate(candidate) for candidate in trace.candidates],
    }


def _candidate(candidate: CandidateTrace) -> Plain:
    return {
        "claim": candidate.claim.id,
        "figure": _figure(candidate.figure),
        "accepted": candidate.accepted,
        "why": candidate.why,
        "details": _alignment(Alignment(candidate.details)),
        "compared": candidate.compared,
        "rule": candidate.rule,
    }


def _figure(figure: Figure | None) -> Plain | None:
    if figure is None:
        return None
    return {
        "text": figure.text,
        "span": _span(figure.span),
        "kind": figure.kind.value,
        "value": _number(figure.value),
        "precision": _number(figure.precision),
        **_interval(figure.interval),
        "hedge": figure.hedge.value,
        "unit": _unit(figure.unit),
        "base": _interval(figure.base_interval),
        "parts": [exact(part) for part in figure.parts],
        "date": str(figure.date) if figure.date else None,
        "direction": figure.direction,
        "counted": figure.counted,
        "event": figure.event,
        "qualifiers": [{"slot": slot, "text": text} for slot, text in figure.qualifiers],
        "rules": list(figure.rules),
    }


def _interval(interval: Interval) -> Plain:
    return {
        "low": _number(interval.low),
        "high": _number(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _unit(unit: Unit | None) -> Plain | None:
    if unit is None:
        return None
    return {
        "written": unit.written,
        "symbol": unit.symbol,
        "dimension": unit.dimension,
        "base": unit.base,
        "factor": exact(unit.factor),
        "offset": exact(unit.offset),
        "per": unit.per,
    }


def _citation(citation: Citation) -> Plain:
    return {"claim": claim_to_dict(citation.claim), "figure": _figure(citation.figure)}


def claim_to_dict(claim: Claim) -> Plain:
    """A claim as plain data, without the figures that its keeper states."""
    return {
        "id": claim.id,
        "text": claim.text,
        "source": claim.source,
        "date": _date(claim.date),
        "status": str(claim.status),
        "topic": claim.topic,
        "url": claim.url,
        "as_of": _date(claim.as_of),
        "speaker": claim.speaker,
        "tags": list(claim.tags),
        "supersedes": claim.supersedes,
        "note": claim.note,
    }


def _alignment(alignment: Alignment) -> list[Plain]:
    return [
        {
            "slot": detail.slot,
            "state": detail.state.value,
            "statement": detail.statement,
            "reference": detail.reference,
            "why": detail.why,
            "carried": detail.carried,
        }
        for detail in alignment.details
    ]


def _difference(difference: Difference | None) -> Plain | None:
    if difference is None:
        return None
    return {
        "absolute": _number(difference.absolute),
        "relative": _number(difference.relative),
        "unit": difference.unit,
    }


def _number(value: Fraction | None) -> str | None:
    return None if value is None else exact(value)


def _date(date: object) -> str | None:
    return str(date) if date is not None else None


def _word(value: object) -> str | None:
    return str(value) if value is not None else None


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
