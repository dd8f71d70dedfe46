"""Reviews made by hand, of all that a format may have to write."""

from __future__ import annotations

from dataclasses import replace

from factcheck.document.base import Document
from factcheck.document.origin import Origin, Piece
from factcheck.document.passage import Passage
from factcheck.editorial.diagnose import diagnostics
from factcheck.editorial.review import Review
from factcheck.editorial.settings import ReviewSettings
from factcheck.model import Citation, Claim, Finding, Report, Span, Statement, Verdict
from factcheck.model.diagnostic import Diagnostic, Related, Severity, Silence, Suppression
from factcheck.model.place import Place
from report import samples

SETTINGS = ReviewSettings()


def review_of(document, report, *more):
    """A review with the diagnostics of a report, and further ones."""
    told = [*diagnostics(document, report, (), SETTINGS), *more]
    return Review(document, report, tuple(sorted(told, key=lambda one: (one.span, one.code))))


def draft(name="drafts/nk.txt"):
    """A draft with findings of every kind, one of them suppressed, and one within itself."""
    passages = (Passage(Span(0, len(samples.DRAFT))),)
    remarks = ("the encoding was declared",)
    document = Document(samples.DRAFT, passages, Origin(samples.DRAFT), name, remarks=remarks)
    report = replace(samples.document(name), path=name)
    sent, front = (samples.DRAFT.index(words) for words in ("11,000", "1,000 km"))
    spans = Span(sent, sent + 6), Span(front, front + 5)
    first, last = report.findings[0], report.findings[-1]
    against = replace(
        first,
        verdict=Verdict.CONFLICTING,
        support=None,
        citation=Citation(Claim("draft-2", last.statement), replace(last.figure, unit=None)),
    )
    within = Diagnostic(
        *("FC201", Severity.ERROR, "11,000 here, 1,000 in the body", "11,000", spans[0]),
        place=document.origin.place(spans[0]),
        finding=against,
        related=(Related("1,000", spans[1], document.origin.place(spans[1]), "the body"),),
        fingerprint="f" * 32,
    )
    unused = Diagnostic(
        *("FC901", Severity.WARNING, "nothing to suppress here", "", Span(0, 0)),
        place=document.origin.place(Span(0, 0)),
        fingerprint="e" * 32,
    )
    found = review_of(document, report, within, unused)
    silence = Suppression(Silence.DIRECTIVE, "the ministry <told> us")
    silenced = tuple(
        replace(one, suppression=silence) if one.text == "20" else one for one in found.diagnostics
    )
    return replace(found, diagnostics=silenced)


def review_with(words, name):
    """A draft of any words under any name, a reference of the same words, and one figure."""
    text = f"{words} 65 {words}"
    start = len(words) + 1
    figure = replace(samples.figure("65", "65", 65), span=Span(start, start + 2), counted=words)
    claim = replace(samples.ROUTE, text=f"{words} 72", source=words, note=words)
    found = Finding(
        text, Span(0, len(text)), figure, Verdict.CONFLICTING,
        citation=samples.cited(claim, "72", 72), notes=(words,),
    )  # fmt: skip
    document = Document(text, (Passage(Span(0, len(text))),), Origin(text), name)
    return review_of(document, Report((Statement(text, found.span),), (found,), name))


HOSTILE = "\x1b[31m]]>\u202e %0A::error::x The ferry \U0001f600\U0001f600 carried 65 =HYPERLINK(1)"


def hostile():
    """A draft whose name, words and reference do what they can to break a report."""
    name = "a,b:c%0A\n<&>\"'\x1b[2J]]>\u2028é\ud800.md"
    start = HOSTILE.index("65")
    figure = samples.figure("65", HOSTILE, 65, counted="=cmd|x\x07\ufffe")
    claim = replace(
        samples.ROUTE, id="@x", text="=1+1 \x9b2J]]> carried 72", source="+SUM(A1)\r\n::warning::y"
    )
    found = Finding(
        HOSTILE, Span(0, len(HOSTILE)), figure, Verdict.CONFLICTING,
        citation=samples.cited(claim, "72", 72), notes=("-1\n::stop-commands::z",),
    )  # fmt: skip
    document = Document(HOSTILE, (Passage(Span(0, len(HOSTILE))),), Origin(HOSTILE), name)
    report = Report((Statement(HOSTILE, found.span),), (found,), name)
    told = review_of(document, report)
    (one,) = told.diagnostics
    assert one.span == (start, start + 2)
    silent = replace(
        one, code="FC103", severity=Severity.WARNING, message="=x\n::error::%0A",
        suppression=Suppression(Silence.BASELINE, "=x"), fingerprint="d" * 32,
    )  # fmt: skip
    return replace(told, diagnostics=(one, silent))


def paged():
    """A draft in a format of pages: no lines, but pages and paragraphs."""
    text = "500 returned to duty"
    places = (Place(page=3, paragraph=2, run=1, part="table 2"),)
    origin = Origin(None, [Piece(0, len(text), 0, len(text), 0)], places)
    document = Document(text, (Passage(Span(0, len(text))),), origin, "drafts/nk.pdf")
    return review_of(document, replace(samples.conflicting(), path="drafts/nk.pdf"))


def clean(name="drafts/calm.txt"):
    """A draft in which nothing is wrong."""
    report = replace(samples.consistent(), path=name)
    text = report.statements[0].text
    return review_of(Document(text, (Passage(Span(0, len(text))),), Origin(text), name), report)


def empty(name="drafts/none.txt"):
    """A draft without a figure."""
    return Review(Document("It rained.", (), Origin("It rained."), name), Report(path=name), ())


RUNS = {
    "draft": lambda: [draft()],
    "several": lambda: [clean(), draft("a b/nk.txt"), paged(), empty()],
    "clean": lambda: [clean()],
    "empty": lambda: [empty()],
    "hostile": lambda: [hostile()],
    "none": list,
}
