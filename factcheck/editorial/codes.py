"""Which rule a finding breaks."""

from __future__ import annotations

from factcheck.editorial.looseness import why_loose
from factcheck.model import Finding, Flag, Verdict


def code_of(finding: Finding) -> str | None:
    """The rule that a finding breaks, the most urgent one; None where all is well."""
    if finding.figure is None:
        return None  # a sentence without a figure is nobody's business in a draft
    if finding.verdict is Verdict.CONFLICTING:
        return "FC107" if why_loose(finding) else "FC101"
    for flag, code in _FLAGS.items():
        if flag in finding.flags:
            return code
    if finding.verdict is Verdict.NOVEL:
        return "FC106"
    return "FC105" if finding.notes else None


_FLAGS = {Flag.DEBUNKED: "FC102", Flag.DISPUTED: "FC103", Flag.SUPERSEDED: "FC104"}
