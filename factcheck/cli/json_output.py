"""Findings for programs: one JSON document, or JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.cli import terminal
from factcheck.document.positions import Positions
from factcheck.model import Report, Verdict
from factcheck.report import plain

if TYPE_CHECKING:
    from factcheck.cli.check import Checked


def document(results: Iterator[Checked], done: list[Report], drafts: int) -> Iterator[str]:
    """One document: the report of a single input, or else all reports in one object.

    Args:
        results: what was checked.
        done: grows by the reports.
        drafts: how many claims of the store wait for somebody to confirm them.
    """
    reports = []
    for checked in results:
        done.append(checked.report)
        report = plain.report_to_dict(checked.report)
        if checked.traces:
            report["explanations"] = [plain.explanation_to_dict(t) for t in checked.traces]
        reports.append(report)
    if len(reports) == 1:
        yield encoded({**reports[0], "drafts": drafts}, indent=2)
        return
    worst = max((report.verdict for report in done), key=lambda verdict: verdict.severity)
    whole = {"schema": plain.REPORTS, "verdict": Verdict(worst).value, "reports": reports}
    yield encoded({**whole, "drafts": drafts}, indent=2)


def lines(results: Iterator[Checked], done: list[Report]) -> Iterator[str]:
    """One line for every finding, each as soon as its input was checked."""
    for number, checked in enumerate(results, 1):
        done.append(checked.report)
        positions = Positions(checked.input.text)
        traces = iter([trace for whole in checked.traces for trace in whole.figures])
        for finding in checked.report.findings:
            at = positions.at((finding.figure or finding).span.start)
            line = plain.finding_line(finding, checked.report, number, at)
            if trace := next(traces, None):
                line["trace"] = plain.figure_trace_to_dict(trace)
            yield encoded(line)


def encoded(value: plain.Plain, indent: int | None = None) -> str:
    """`value` as JSON, in letters that standard output can show.

    Lone surrogates from a broken encoding and letters that the output lacks are escaped.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if not terminal.can_show(text):
        text = json.dumps(value, ensure_ascii=True, indent=indent)
    return text + "\n"
