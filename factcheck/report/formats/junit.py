"""JUnit's XML, in which every figure of a draft is a test.

A conflict, and whatever else is an error or a warning, is a failure; a figure that no reference
measures is skipped, for nothing was tested; so is what the draft or a baseline silences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from factcheck.editorial.review import Review, totals_of
from factcheck.model import Citation, Finding, Verdict
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.model.place import Place
from factcheck.phrasing import figure_words
from factcheck.report.formats import Run
from factcheck.report.formats.shared import path_of
from factcheck.report.layout import clean
from factcheck.report.words import source_words

_NO_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}  # `clean` sees to all others


class _Case(NamedTuple):
    """A test: where it stands, what it is called, and its outcome as an element."""

    at: tuple[int, int]
    name: str
    outcome: str  # "failure", "skipped", "system-out", or "" where all is well
    type: str = ""
    message: str = ""
    body: str = ""


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """A suite for each draft in turn."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck">\n'
    for review in reviews:
        suite = "".join(f"{line}\n" for line in _suite(review, run))
        # letters that the output lacks are references to them
        yield suite.encode(run.encoding, "xmlcharrefreplace").decode(run.encoding)
    yield "</testsuites>\n"


def _suite(review: Review, run: Run) -> Iterator[str]:
    cases = sorted(_cases(review, run), key=lambda case: case.at)
    outcomes = [case.outcome for case in cases]
    path = path_of(review)
    counts = (
        f'tests="{len(cases)}" failures="{outcomes.count("failure")}" errors="0" '
        f'skipped="{outcomes.count("skipped")}"'
    )
    yield f"  <testsuite name={_attribute(path)} {counts}>"
    yield "    <properties>"
    totals = totals_of(review)
    for name in type(totals).__slots__:
        yield f'      <property name="factcheck.{name}" value="{getattr(totals, name)}"/>'
    yield "    </properties>"
    for case in cases:
        head = f"    <testcase classname={_attribute(path)} name={_attribute(case.name)}"
        if case.outcome:
            yield f"{head}>"
            yield f"      {_element(case)}"
            yield "    </testcase>"
        else:
            yield f"{head}/>"
    yield "  </testsuite>"


def _element(case: _Case) -> str:
    body = _text(case.body or case.message)
    if case.outcome != "failure":
        return f"<{case.outcome}>{body}</{case.outcome}>"
    told = f"type={_attribute(case.type)} message={_attribute(case.message)}"
    return f"<failure {told}>{body}</failure>"


def _cases(review: Review, run: Run) -> Iterator[_Case]:
    of_findings = {id(one.finding) for one in review.diagnostics if one.finding is not None}
    for one in run.wanted(review):
        yield _of_diagnostic(one)
    wanted = {id(one.finding) for one in run.wanted(review)}
    for finding in review.report.findings:
        if finding.figure is None or id(finding) in wanted:
            continue
        span = finding.figure.span
        name = _name(review.document.origin.place(span), finding.figure.text)
        # it is not asked for, and was not tested all the same
        left = id(finding) in of_findings and finding.verdict is Verdict.NOVEL
        told = "no reference measures this" if left else ""
        yield _Case(span, name, "skipped" if left else "", message=told)


def _of_diagnostic(one: Diagnostic) -> _Case:
    name = _name(one.place, one.text, one.code)
    told = f"{one.code} {one.message}"
    if one.suppression is not None:
        reason = f": {one.suppression.reason}" if one.suppression.reason else ""
        silenced = f"suppressed by {one.suppression.by}{reason}; {told}"
        return _Case(one.span, name, "skipped", message=silenced)
    if one.severity is Severity.SUGGESTION:
        return _Case(
            one.span, name, "skipped" if one.code == "FC106" else "system-out", message=told
        )
    body = "\n".join([told, *_evidence(one)])
    return _Case(one.span, name, "failure", one.severity.value, told, body)


def _evidence(one: Diagnostic) -> Iterator[str]:
    for related in one.related:
        label = f"{related.label} " if related.label else ""
        yield f"{label}({related.place}): {related.text}"
    if one.finding is not None:
        yield f"draft: {one.finding.statement}"
    if one.finding is not None and not one.related:  # else what it is held against is told
        yield from map(_reference, _citations(one.finding))


def _citations(finding: Finding) -> Iterator[Citation]:
    if finding.citation is not None:
        yield finding.citation
    yield from finding.others


def _reference(citation: Citation) -> str:
    value = f"{figure_words(citation.figure)}: " if citation.figure else ""
    return f"reference: {value}{citation.claim.text} ({source_words(citation)})"


def _name(place: Place, text: str, code: str = "") -> str:
    return " ".join(filter(None, (str(place), text, code))) or "draft"


def _text(text: str) -> str:
    return escape("\n".join(map(clean, text.split("\n"))).translate(_NO_XML))


def _attribute(text: str) -> str:
    return quoteattr(clean(text).translate(_NO_XML))
