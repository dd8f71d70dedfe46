"""A finding in one plain sentence, for whoever reads a line of a report."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Citation, ClaimStatus, Finding, SlotState
from factcheck.phrasing import date_words, figure_words, relative_difference, thing_words

_OUTDATED = (ClaimStatus.SUPERSEDED, ClaimStatus.RETRACTED)
_LONGEST = 80  # characters of a source or of another's words that a sentence repeats


def message_of(code: str, finding: Finding) -> str:
    """What a finding says, in one sentence without its stop.

    Args:
        code: the rule that it breaks.
        finding: with a figure.
    """
    tell = _SENTENCES.get(code, _doubtful)
    return tell(_said(finding), finding)


def is_near(finding: Finding) -> bool:
    """Whether a reference to something else has a novel figure's number.

    Then somebody may have written another thing, place or year beside it. Any other near miss is
    no news in a draft.
    """
    ours = finding.figure
    theirs = [near.figure for near in finding.others if near.figure is not None]
    if ours is None:
        return False
    known = (ours.value, ours.parts, ours.date)
    return any(known) and known in [(f.value, f.parts, f.date) for f in theirs]


def _conflicting(ours: str, finding: Finding) -> str:
    told = f"{ours} conflicts with {_cited(finding.citation)}"
    why = _turned(finding) or _apart(finding)
    if finding.operands:
        told = f"{ours} conflicts with what follows from {_all_cited(finding)}"
        why = "; ".join(note.removeprefix("derived: ") for note in finding.notes)
    old = _first(finding.others, *_OUTDATED)
    stale = f"it agrees with {_cited(old)}, which was {old.claim.status}" if old else ""
    return "; ".join(filter(None, (f"{told}: {why}" if why else told, stale)))


def _apart(finding: Finding) -> str:
    return relative_difference(finding.difference) if finding.difference else ""


def _turned(finding: Finding) -> str:
    """In what the two contradict each other where it is not, or not only, their values."""
    figure, citation = finding.figure, finding.citation
    theirs = citation.figure if citation else None
    if figure and theirs and figure.direction * theirs.direction < 0:
        return "one is a rise, the other a fall"
    for detail in finding.alignment.having(SlotState.TURNED, SlotState.DIFFERING):
        if detail.why:
            return _short(detail.why)
        if detail.statement and detail.reference:
            return f"“{_short(detail.statement)}” against “{_short(detail.reference)}”"
    return ""


def _debunked(ours: str, finding: Finding) -> str:
    review = _first(finding.others, ClaimStatus.DEBUNKED)
    if review is None:
        return f"{ours} repeats a claim that was debunked"
    rating = review.claim.note or ""
    rated = f": {_short(rating)}" if rating.startswith("rated ") else ""
    return f"{ours} repeats a claim that was debunked{_source(review)}{rated}"


def _disputed(ours: str, finding: Finding) -> str:
    rival = _first(finding.others, ClaimStatus.CURRENT)
    against = f", {_cited(rival)} against it" if rival else ""
    for_it = f"{_cited(finding.citation)} supports it" if finding.citation else "one supports it"
    return f"sources disagree on {ours}: {for_it}{against}"


def _superseded(ours: str, finding: Finding) -> str:
    old = _first(finding.others, *_OUTDATED)
    if old is None:
        return f"{ours} agrees only with a reference that was replaced or taken back"
    newer = f"; now it is {_cited(finding.citation)}" if finding.citation else ""
    return f"{ours} agrees with {_cited(old)}, which was {old.claim.status}{newer}"


def _doubtful(ours: str, finding: Finding) -> str:
    told = f"{ours} is consistent with {_cited(finding.citation)}"
    if finding.operands:
        told = f"{ours} follows from {_all_cited(finding)}"
    return f"{told}; {'; '.join(finding.notes)}" if finding.notes else told


def _novel(ours: str, finding: Finding) -> str:
    note = f"; {finding.notes[0]}" if finding.notes and is_near(finding) else ""
    thing = _short(thing_words(finding.figure)) if finding.figure else ours
    return f"no reference measures {thing}{note}"


_SENTENCES = {
    "FC101": _conflicting,
    "FC102": _debunked,
    "FC103": _disputed,
    "FC104": _superseded,
    "FC105": _doubtful,
    "FC106": _novel,
}


def _said(finding: Finding) -> str:
    return figure_words(finding.figure) if finding.figure else f"“{_short(finding.statement)}”"


def _cited(citation: Citation | None) -> str:
    """A reference's figure, who says so, and when: "300 (Rep. Yu, February 2025)"."""
    if citation is None:
        return "a reference"
    value = figure_words(citation.figure) if citation.figure else "a reference"
    return f"{value}{_source(citation) or f' ({citation.claim.id})'}"


def _all_cited(finding: Finding) -> str:
    """All references that a value was worked out from."""
    cited = [one for one in (finding.citation, *finding.operands) if one is not None]
    *most, last = map(_cited, cited)
    return f"{', '.join(most)} and {last}" if most else last


def _source(citation: Citation) -> str:
    day = citation.date or citation.claim.as_of
    parts = (_short(citation.source or ""), date_words(day) if day else "")
    said = ", ".join(filter(None, parts))
    return f" ({said})" if said else ""


def _first(citations: Iterable[Citation], *statuses: ClaimStatus) -> Citation | None:
    return next((one for one in citations if one.claim.status in statuses), None)


def _short(text: str) -> str:
    """Somebody's words on one line, cut where they are long."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
