"""What an editor has to look at in a draft, made of what was found in it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.consistency.contradiction import Contradiction
from factcheck.document.base import Document
from factcheck.editorial.settings import ReviewSettings
from factcheck.editorial.wording import message_of
from factcheck.model import Finding, Flag, Report, Span, Verdict
from factcheck.model.diagnostic import Diagnostic, Related, Severity
from factcheck.model.place import Place


def diagnostics(
    document: Document,
    report: Report,
    contradictions: Iterable[Contradiction],
    settings: ReviewSettings,
) -> tuple[Diagnostic, ...]:
    """All that there is to look at in a draft, in text order, without what its comments suppress.

    Args:
        document: the draft, as it was read.
        report: what was found about its figures.
        contradictions: what disagrees inside it.
        settings: which rules count, and how much.
    """
    found = [
        *_of_findings(document, report, settings),
        *_of_contradictions(document, contradictions, settings),
        *_of_reading(document, settings),
    ]
    found.sort(key=lambda one: (one.span, one.code))
    return tuple(_fingerprinted(found, document))


def code_of(finding: Finding) -> str | None:
    """The rule that a finding breaks, the most urgent one; None where all is well."""
    if finding.figure is None:
        return None  # a sentence without a figure is nobody's business in a draft
    if finding.verdict is Verdict.CONFLICTING:
        return "FC101"
    for flag, code in _FLAGS.items():
        if flag in finding.flags:
            return code
    if finding.verdict is Verdict.NOVEL:
        return "FC106"
    return "FC105" if finding.notes else None


_FLAGS = {Flag.DEBUNKED: "FC102", Flag.DISPUTED: "FC103", Flag.SUPERSEDED: "FC104"}


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


def _fingerprinted(found: Iterable[Diagnostic], document: Document) -> Iterator[Diagnostic]:
    """Each with a fingerprint of the rule, the words and the sentence around them.

    Lines and paths are no part of it, so that a draft may be moved and edited elsewhere; where the
    same stands twice in a draft, the second is told from the first by its number.
    """
    seen: Counter[str] = Counter()
    for one in found:
        sentence = one.finding.statement if one.finding else _line_of(document.text, one.span)
        told = "\0".join((one.code, one.text, " ".join(sentence.split())))
        seen[told] += 1
        digest = hashlib.sha256(f"{told}\0{seen[told]}".encode("utf-8", "surrogatepass"))
        yield replace(one, fingerprint=digest.hexdigest()[:32])


def _line_of(text: str, span: Span) -> str:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : end if end >= 0 else len(text)]


def at_least(found: Iterable[Diagnostic], severity: Severity) -> Iterator[Diagnostic]:
    """Those that are as urgent as `severity`, or more."""
    return (one for one in found if one.severity.rank >= severity.rank)
