"""All reports of a run as one JSON document; see docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from factcheck.editorial.review import Review
from factcheck.model import Verdict
from factcheck.report import plain
from factcheck.report.diagnostics import diagnostics_to_dicts, totals_to_dict
from factcheck.report.formats import Run
from factcheck.report.formats.shared import json_text
from factcheck.report.formats.tally import Tally, coverage_words


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """The report of a single draft, or else all reports in one object, as they are made."""
    tally = Tally(run)
    counted = tally.over(reviews)
    first = list(islice(counted, 2))
    if len(first) == 1:
        yield json_text({**_report(first[0], run), **_end(tally, run)}, run) + "\n"
        return
    yield f'{{\n  "schema": "{plain.REPORTS}",\n  "reports": ['
    between = "\n"
    for review in chain(first, counted):
        yield between + "    " + json_text(_report(review, run), run).replace("\n", "\n    ")
        between = ",\n"
    end = json_text({"verdict": (tally.worst or Verdict.NOVEL).value, **_end(tally, run)}, run)
    yield "\n  ]," + end.removeprefix("{") + "\n"


def _report(review: Review, run: Run) -> plain.Plain:
    told = {
        **plain.report_to_dict(review.report),
        "diagnostics": list(diagnostics_to_dicts(review, run.wanted(review))),
    }
    if run.explain is not None:
        told["explanations"] = [plain.explanation_to_dict(one) for one in run.explain(review)]
    return told


def _end(tally: Tally, run: Run) -> plain.Plain:
    """What the run comes to, and how many claims wait for somebody."""
    told: plain.Plain = {
        "totals": {**totals_to_dict(tally.totals), "text": coverage_words(tally.totals)}
    }
    if run.statistics:
        told["statistics"] = tally.by_rule
    return {**told, "drafts": run.waiting}
