"""All reports of a run as one JSON document; see docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review
from factcheck.model import Report, Verdict
from factcheck.report import plain
from factcheck.report.formats import Run


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """The report of a single draft, or else all reports in one object."""
    reports = [review.report for review in reviews]
    told = [plain.report_to_dict(report) for report in reports]
    if len(told) == 1:
        whole = told[0]
    else:
        verdicts = (report.verdict for report in reports)
        nothing = Report((), ()).verdict  # a folder without a draft
        worst = max(verdicts, key=lambda verdict: verdict.severity, default=nothing)
        whole = {"schema": plain.REPORTS, "verdict": Verdict(worst).value, "reports": told}
    yield json.dumps({**whole, "drafts": run.waiting}, ensure_ascii=False, indent=2) + "\n"
