"""What the report on a draft shows line by line: its diagnostics, and what is consistent."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.editorial.review import Review
from factcheck.editorial.rules import rules
from factcheck.editorial.wording import is_near
from factcheck.model import Figure, Finding, Span
from factcheck.model.diagnostic import Diagnostic, Related, Severity
from factcheck.model.place import Place
from factcheck.phrasing import figure_words, thing_words
from factcheck.report.layout import END, START, clean, columns, wrap
from factcheck.report.number_line import Marks, number_line
from factcheck.report.readings import value_words
from factcheck.report.rows import Row, highlighted, urgent_rows, within

_AXIS = 24  # columns of a number line
_AGAINST = "against"  # another place of the draft, rather than a reference
_RELATED = 90  # characters of another sentence of the draft
STYLES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.SUGGESTION: "open"}


class Item(NamedTuple):
    """A line of the report, and the rows beneath it.

    Attributes:
        place: where it stands, short.
        label: what it is.
        style: how that is painted.
        figure: the figure.
        sentence: the words that it stands in.
        inside: where it stands in them.
        tail: the support and the rule's code.
        rows: what it rests on.
        marked: whether the figure is marked in its sentence.
    """

    place: str
    label: str
    style: str
    figure: str
    sentence: str
    inside: tuple[int, int]
    tail: str
    rows: tuple[Row, ...] = ()
    marked: bool = False

    def around(self, room: int) -> tuple[str, int, int]:
        """As much of the sentence as fits, and at which column the figure is how many wide."""
        limit = room if len(self.sentence) <= room else room - 4  # the marks of a cut
        text = highlighted(self.sentence, *self.inside, limit)
        first = wrap(text, room)[0]
        if START not in first:
            return first, 0, 0
        before, _, rest = first.partition(START)
        if END not in rest:  # it goes on where the line ends
            return f"{before}{START}{rest}{END}", columns(before), columns(rest)
        return first, columns(before), columns(rest.partition(END)[0])


def is_left(one: Diagnostic) -> bool:
    """Whether it says no more than that the store does not speak of a figure."""
    finding = one.finding
    if one.code != "FC106" or one.severity is not Severity.SUGGESTION or finding is None:
        return False
    return not is_near(finding)


def left_words(one: Diagnostic) -> str:
    """A figure that the store does not speak of, with its place and what it counts."""
    figure = one.finding.figure if one.finding else None
    shown = thing_words(figure) if figure else one.text
    return clean(f"{place_words(one.place)} {shown}".strip())


def items_of(
    review: Review, shown: tuple[Diagnostic, ...], marks: Marks, *, consistent: bool
) -> Iterator[Item]:
    """The items of a draft, in text order.

    Args:
        review: the draft.
        shown: its diagnostics, as far as they are shown.
        marks: what number lines are drawn with.
        consistent: whether figures that a reference supports have a line, too.
    """
    told = [(one.span, _of_diagnostic(review, one, marks)) for one in shown if not is_left(one)]
    if consistent:
        diagnosed = {id(one.finding) for one in review.diagnostics}
        told += [
            (finding.figure.span, _consistent(review, finding))
            for finding in review.report.findings
            if finding.figure is not None and id(finding) not in diagnosed and finding.citation
        ]
    yield from (item for _, item in sorted(told, key=lambda pair: pair[0]))


def _consistent(review: Review, finding: Finding) -> Item:
    span = finding.figure.span if finding.figure else finding.span
    return Item(
        place=place_words(review.document.origin.place(span)),
        label=finding.verdict.value,
        style="good",
        figure=figure_words(finding.figure) if finding.figure else "",
        sentence=finding.statement,
        inside=within(finding),
        tail=str(finding.support or ""),
    )


def _of_diagnostic(review: Review, one: Diagnostic, marks: Marks) -> Item:
    name = rules()[one.code].name
    loud = one.severity is Severity.ERROR
    finding = one.finding
    support = finding.support if finding else None
    figure = figure_words(finding.figure) if finding and finding.figure else one.text
    sentence, inside = _sentence(review, one)
    return Item(
        place=place_words(one.place),
        label=name.upper() if loud else name,
        style=STYLES[one.severity],
        figure=figure or "–",
        sentence=sentence,
        inside=inside,
        tail=" · ".join(filter(None, (support, one.code))),
        rows=tuple(_rows(review, one, marks)),
        marked=one.severity is not Severity.SUGGESTION,
    )


def _sentence(review: Review, one: Diagnostic) -> tuple[str, tuple[int, int]]:
    if one.finding is not None:
        return one.finding.statement, within(one.finding)
    if not one.text:  # it is about the draft as a whole
        return one.message, (0, 0)
    sentence = _around(review, one.span)
    start = one.span.start - sentence.start
    return sentence.cut(review.document.text), (start, start + len(one.text))


def _rows(review: Review, one: Diagnostic, marks: Marks) -> Iterator[Row]:
    finding = one.finding
    if one.code.startswith("FC1") and finding is not None:
        yield from urgent_rows(finding)
        if one.severity is not Severity.SUGGESTION:
            yield from _drawn(finding, marks, "reference")
        return
    if one.text:
        yield Row("", "", one.message)
    told = _around(review, one.span)
    for related in one.related:
        yield _related(review, related, told)
    if finding is not None:
        yield from _drawn(finding, marks, _AGAINST)


def _related(review: Review, related: Related, told: Span) -> Row:
    """Another place of the draft, with its sentence where that is not the one told already."""
    head = ", ".join(filter(None, (related.label, place_words(related.place))))
    sentence = _around(review, related.span)
    if sentence == told:
        return Row(_AGAINST, related.text, head)
    start = related.span.start - sentence.start
    text = sentence.cut(review.document.text)
    shown = highlighted(text, start, start + len(related.text), _RELATED)
    return Row(_AGAINST, related.text, f"{head}: {shown}")


def _drawn(finding: Finding, marks: Marks, cited_as: str) -> Iterator[Row]:
    """The figure above what is cited, each as a row of a number line.

    None where the value follows from several references: none of them says it by itself.
    """
    if finding.operands:
        return
    cited = [finding.citation, *finding.others] if finding.citation else [*finding.others]
    named = [("draft", finding.figure)]
    named += [(cited_as if one is finding.citation else "also", one.figure) for one in cited]
    known: list[tuple[str, Figure]] = [(label, f) for label, f in named if f is not None]
    if len(known) < 2:
        return
    lines = number_line([figure for _, figure in known], _AXIS, marks)
    for (label, figure), line in zip(known, lines, strict=False):
        yield Row(label, "", f"{line}  {value_words(figure)}", "dim")


def _around(review: Review, span: Span) -> Span:
    """The sentence that a span stands in, or else its line."""
    statements = review.report.statements
    index = bisect_right(statements, span.start, key=lambda one: one.span.start) - 1
    if index >= 0 and span.end <= statements[index].span.end:
        return statements[index].span
    text = review.document.text
    last = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, last if last >= 0 else len(text))


def place_words(place: Place) -> str:
    """A place, as short as it can be found by: "12:5", "p. 3 ¶ 2", "table 2 ¶ 1"."""
    if place.line is not None:
        return f"{place.line}:{place.column}"
    page = f"p. {place.page}" if place.page is not None else ""
    paragraph = f"¶ {place.paragraph}" if place.paragraph is not None else ""
    return clean(" ".join(filter(None, (place.part, page, paragraph))))
