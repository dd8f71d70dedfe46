"""A draft with every sort of passage and of verdict, for the tests of the page."""

from __future__ import annotations

from dataclasses import replace

from factcheck.consistency.contradiction import Contradiction
from factcheck.document.base import Document
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage, Sort
from factcheck.editorial.diagnose import diagnostics
from factcheck.editorial.review import Review
from factcheck.editorial.settings import ReviewSettings
from factcheck.model import Citation, Claim, Flag, Report, Span, Verdict
from factcheck.model.diagnostic import Silence, Suppression
from report import samples

HOSTILE = '<img src=x onerror=window.hacked=1></p></main><script>window.hacked=2</script> & "it\'s"'
HIDING = "a\x00b\x1b[31m \u202egnorw\u202c \ud800 end"
DEBUNKED = Claim(
    "hoax",
    f"{HOSTILE} 20 tanks were sent.",
    "<b>a post</b>",
    status="debunked",
    url="javascript:window.hacked=3",
    note="rated false",
)
# What the passages say, in their order; a report of `samples` brings its findings with it.
_PARTS = (
    (Sort.HEADING, "The front", None),
    (Sort.PROSE, None, samples.consistent),
    (Sort.PROSE, None, samples.conflicting),
    (Sort.CAPTION, None, samples.disputed),
    (Sort.QUOTE, None, samples.measured),
    (Sort.LIST, None, samples.novel),
    (Sort.LIST, None, samples.derived),
    (Sort.TABLE, "Tanks, Kenya: none", None),
    (Sort.TABLE, "Tanks, Niger: few", None),
    (Sort.NOTE, f"It was Monday, 3 March 2024. {HOSTILE}", None),
    (Sort.PROSE, HIDING, None),
)


def review(name="drafts/<nk> & co.md"):
    """The draft, what was found of its figures, and what there is to look at."""
    text, passages, findings = "", [], []
    for sort, given, made in _PARTS:
        told = made().findings if made else ()
        words = given or told[0].statement
        findings += [_shifted(finding, len(text)) for finding in told]
        whole = Span(len(text), len(text) + len(words))
        own = Span(text_end(whole, words, ": "), whole.end) if sort is Sort.TABLE else None
        passages.append(Passage(whole, heading=sort is Sort.HEADING, sort=sort, own=own))
        text += words + "\n\n"
    document = Document(
        text, tuple(passages), Origin(text), name, remarks=("the encoding was told",)
    )
    report = Report((), tuple(findings), name)
    found = diagnostics(document, report, _contradictions(text), ReviewSettings())
    return Review(document, report, tuple(map(_silenced, found)))


def text_end(whole, words, mark):
    """The offset behind the first `mark` of a passage."""
    return whole.start + words.index(mark) + len(mark)


def _shifted(finding, offset):
    moved = replace(finding.figure, span=Span(*(at + offset for at in finding.figure.span)))
    shifted = replace(finding, figure=moved, span=Span(*(at + offset for at in finding.span)))
    if finding.verdict is Verdict.NOVEL:  # the one that repeats what was debunked
        return replace(shifted, flags=(Flag.DEBUNKED,), others=(Citation(DEBUNKED),))
    return shifted


def _contradictions(text):
    five, three = text.index("500"), text.index("300")
    day = text.index("Monday, 3")
    yield Contradiction(
        "FC201",
        Span(five, five + 3),
        "500 and 300 are given for one thing",
        ((Span(three, three + 3), "the lead"), (Span(0, 9), "the headline")),
    )
    yield Contradiction("FC205", Span(day, day + 20), "3 March 2024 was a Sunday")


def _silenced(one):
    if one.code != "FC205":
        return one
    return replace(one, suppression=Suppression(Silence.DIRECTIVE, "asked <the> desk"))


def page(*reviews, **run):
    """The page of some reviews, as text."""
    from factcheck.report.formats import Run, writer_of

    return b"".join(writer_of("html")(reviews or (review(),), Run(**run))).decode()
