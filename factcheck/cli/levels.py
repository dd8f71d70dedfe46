"""What makes the exit code 1, on the one scale of `--fail-on`.

Each level fails on all that the ones before it fail on:

    never        nothing
    conflicting  conflicts with a reference; in a draft everything that is an error
    error        everything that is an error: a debunked claim repeated, too
    disputed     sources that disagree
    warning      everything that is a warning
    novel        what no reference measures
    suggestion   everything

The words for verdicts are older than those for severities, and keep what they meant. A statement
has no diagnostics; each of its findings counts as the rule that it would break in a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.cli.options import FAIL_ON
from factcheck.model import Finding, Flag, Report, Verdict

if TYPE_CHECKING:
    from factcheck.editorial.review import Review
    from factcheck.model.diagnostic import Diagnostic

_FLAGGED: Final = (
    (Flag.DEBUNKED, "error"),
    (Flag.DISPUTED, "disputed"),
    (Flag.SUPERSEDED, "warning"),
)
_OWN_WORD: Final = {"FC103": ("warning", "disputed"), "FC106": ("suggestion", "novel")}


def report_fails(report: Report, level: str) -> bool:
    """Whether what was found of a statement makes the exit code 1.

    Args:
        report: what was found.
        level: one of `FAIL_ON`.
    """
    bar = FAIL_ON.index(level)
    levels = filter(None, map(_of_finding, report.findings))
    return any(FAIL_ON.index(one) <= bar for one in levels)


def review_fails(review: Review, level: str) -> bool:
    """The same of a draft; what is suppressed never makes it fail."""
    bar = FAIL_ON.index(level)
    return any(FAIL_ON.index(_of_diagnostic(one)) <= bar for one in review.shown)


def _of_finding(finding: Finding) -> str:
    """The most lenient level that fails on a finding; "" where none does."""
    if finding.verdict is Verdict.CONFLICTING:
        return "conflicting"
    for flag, level in _FLAGGED:
        if flag in finding.flags:
            return level
    if finding.verdict is Verdict.NOVEL:
        return "novel"
    return "suggestion" if finding.notes else ""


def _of_diagnostic(one: Diagnostic) -> str:
    if one.severity == "error":
        return "conflicting"
    severity, word = _OWN_WORD.get(one.code, ("", ""))
    return word if one.severity == severity else one.severity.value
