"""What an editor has to look at in a draft, made of what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.consistency.contradiction import Contradiction
from factcheck.document.base import Document
from factcheck.editorial.codes import code_of
from factcheck.editorial.fingerprints import fingerprinted
from factcheck.editorial.settings import ReviewSettings
from factcheck.editorial.suppression import silenced
from factcheck.editorial.wording import message_of
from factcheck.model import Report, Span
from factcheck.model.diagnostic import Diagnostic, Related, Severity
from factcheck.model.place import Place


def diagnostics(
    document: Document,
    report: Report,
    contradictions: Iterable[Contradiction],
    settings: ReviewSettings,
) -> tuple[Diagnostic, ...]:
    """All that there is to look at in a draft, in text order; what its comments suppress is marked.

    Args:
        document: the draft, as it was read.
        report: what was found about its figures.
        contradictions: what disagrees inside it.
        settings: which rules count, and how much.
    """
    # a comment is of use, too, where it is for a rule that these settings switch off
    heard = settings.with_all_rules() if document.marks else settings
    inside = list(_of_contradictions(document, contradictions, heard))
    found = [
        *_but_for_wrong_days(_of_findings(document, report, heard), inside),
        *inside,
        *_of_reading(document, settings),
    ]
    found = silenced(found, document, report, settings)
    if document.marks:
        found = [one for one in found if settings.severity(one.code) is not None]
    found.sort(key=lambda one: (one.span, one.code))
    return tuple(fingerprinted(found, document, report))


def _but_for_wrong_days(
    found: Iterable[Diagnostic], inside: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """That no reference has a day which the calendar does not have is no news."""
    days = [one.span for one in inside if one.code == "FC205"]
    return (one for one in found if one.code != "FC106" or not any(map(one.span.overlaps, days)))


def _of_findings(
    document: Document, report: Report, settings: ReviewSettings
) -> Iterator[Diagnostic]:
    for finding in report.findings:
        code = code_of(finding)
        severity = settings.severity(code) if code is not None else None
        if code is None or severity is None or finding.figure is None:
            continue
        span = finding.figure.span
        yield Diagnostic(
            *(code, severity, message_of(code, finding), span.cut(document.text), span),
            place=document.origin.place(span),
            finding=finding,
        )


def _of_contradictions(
    document: Document, contradictions: Iterable[Contradiction], settings: ReviewSettings
) -> Iterator[Diagnostic]:
    for told in contradictions:
        severity = settings.severity(told.code)
        if severity is None:
            continue
        related = (
            Related(span.cut(document.text), span, document.origin.place(span), label)
            for span, label in told.related
        )
        yield Diagnostic(
            *(told.code, severity, told.message, told.span.cut(document.text), told.span),
            place=document.origin.place(told.span),
            finding=told.finding,
            related=tuple(related),
        )


def _of_reading(document: Document, settings: ReviewSettings) -> Iterator[Diagnostic]:
    severity = settings.severity("FC903")
    if severity is None:
        return
    # it is about the file, whose first line is mostly none of those that were read
    is_text = document.origin.original is not None
    place = Place(1, 1, 1, 1, (0, 0)) if is_text else Place()
    for remark in document.remarks:
        yield Diagnostic(*("FC903", severity, remark, "", Span(0, 0)), place=place)


def at_least(found: Iterable[Diagnostic], severity: Severity) -> Iterator[Diagnostic]:
    """Those that are as urgent as `severity`, or more."""
    return (one for one in found if one.severity.rank >= severity.rank)
