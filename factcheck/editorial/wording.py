"""A finding in one plain sentence, for whoever reads a line of a report."""

from __future__ import annotations

from factcheck.model import Citation, Finding, Verdict


def message_of(code: str, finding: Finding) -> str:
    """What a finding says, in one sentence without its stop.

    Args:
        code: the rule that it breaks.
        finding: with a figure.
    """
    ours = finding.figure.text if finding.figure else finding.statement
    if code == "FC106":
        return f"novel: no reference measures {_thing(finding) or ours}"
    if finding.citation is None or finding.verdict is Verdict.NOVEL:
        told = finding.others[0] if finding.others else None
        return f"{ours}: {_cited(told)}" if told else f"{ours}: {'; '.join(finding.notes)}"
    if code == "FC101":
        return f"{ours} conflicts with {_cited(finding.citation)}"
    note = "; ".join(finding.notes)
    return f"{ours} is consistent with {_cited(finding.citation)}{f': {note}' if note else ''}"


def _thing(finding: Finding) -> str:
    figure = finding.figure
    if figure is None or not figure.counted:
        return ""
    return f"{figure.text} {figure.counted}" if figure.counted not in figure.text else figure.text


def _cited(citation: Citation) -> str:
    value = citation.figure.text if citation.figure else "a reference"
    said = ", ".join(str(part) for part in (citation.source, citation.date) if part)
    return f"{value} ({said or citation.claim.id})"
