"""The rows of a finding: what it rests on, laid out beneath each other for whoever reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from factcheck.model import Citation, ClaimStatus, Finding, SlotState, Span, Verdict
from factcheck.report import words
from factcheck.report.layout import END, START, Painter, clean, clip, columns, wrap
from factcheck.text.lemma import lemma

LABEL: Final = 12  # columns of the labels, the longest of which is "difference"
EXCERPT: Final = 320  # characters of a sentence that are shown
_DIFFERENT: Final = (SlotState.DIFFERING, SlotState.TURNED)
_OVERLAPPING: Final = (SlotState.WIDER, SlotState.NARROWER)


class Row(NamedTuple):
    """One line of a finding: a label, a figure beneath the others, and what there is to say."""

    label: str
    figure: str
    text: str
    style: str = ""


def all_rows(finding: Finding) -> Iterator[Row]:
    """Everything that a finding rests on."""
    yield from evidence(finding)
    yield from details(finding, SlotState.MATCHED)
    yield from details(finding, SlotState.OMITTED)
    yield from remarks(finding)


def urgent_rows(finding: Finding) -> Iterator[Row]:
    """What an editor has to see of a finding in a document; nothing where all is well."""
    if finding.verdict is Verdict.CONFLICTING:
        yield from all_rows(finding)
    elif finding.flags:
        yield from evidence(finding)
        yield from remarks(finding)
    else:
        yield from (Row("note", "", note, "dim") for note in words.gathered(finding.notes))


def evidence(finding: Finding) -> Iterator[Row]:
    """What decided, where it can be read, and how far the values are apart."""
    yield from _decisive(finding)
    for operand in finding.operands:
        yield from _citation("from", operand)
    if finding.difference is not None:
        absolute = words.signed_difference(finding.difference, finding.figure)
        if absolute:
            relative = "" if _opposed(finding) else words.relative_difference(finding.difference)
            yield Row("difference", absolute, relative)


def _opposed(finding: Finding) -> bool:
    """Whether one tells a rise and the other a fall: neither is so many times the other."""
    ours, theirs = finding.figure, finding.citation.figure if finding.citation else None
    return bool(ours and theirs and ours.direction * theirs.direction < 0)


def remarks(finding: Finding) -> Iterator[Row]:
    """What an editor would want to know beside the verdict."""
    noted = " ".join(finding.notes)
    added = finding.alignment.added
    if not all(words.detail_words(detail) in noted for detail in added):
        yield from details(finding, SlotState.ADDED)
    yield from details(finding, *_OVERLAPPING)
    yield from details(finding, *_DIFFERENT)
    yield from (Row("note", "", note) for note in words.gathered(finding.notes))
    for other in finding.others:
        status = other.claim.status
        near = "nearest" if finding.verdict is Verdict.NOVEL else "also"
        yield from _citation(status if status != "current" else near, other)
        if status == ClaimStatus.DEBUNKED:  # a flag is worth what its review is
            yield from _kept(other)


_DETAIL_LABEL = {
    SlotState.MATCHED: "matched",
    SlotState.OMITTED: "omitted",
    SlotState.ADDED: "added",
    SlotState.WIDER: "wider",
    SlotState.NARROWER: "narrower",
    SlotState.DIFFERING: "differing",
    SlotState.TURNED: "turned",
}


def details(finding: Finding, *states: SlotState) -> Iterator[Row]:
    """The aligned details of some states, a row each."""
    for state in states:
        details = finding.alignment.having(state)
        if state is SlotState.MATCHED:  # without one kind there would be nothing to compare
            details = tuple(detail for detail in details if detail.slot != "kind")
        told: dict[str, str] = {}
        for said in filter(None, map(words.detail_words, details)):
            # the thing counted may be the event as well: "casualty", "casualties"
            told.setdefault(lemma(said.lower(), "NOUN"), said)
        if told:
            yield Row(_DETAIL_LABEL[state], "", "; ".join(told.values()))


def _decisive(finding: Finding) -> Iterator[Row]:
    """The citation that decided, with all that its keeper says of it."""
    if finding.citation is None:
        return
    yield from _citation("reference", finding.citation)
    yield from _kept(finding.citation)


def _kept(citation: Citation) -> Iterator[Row]:
    """Where a reference can be read, and what its keeper remarks on it."""
    claim = citation.claim
    if claim.url:
        yield Row("", "", claim.url, "dim")
    if claim.note:
        # An import notes a review's rating so; nobody who keeps the store wrote it.
        label = "review" if claim.note.startswith("rated ") else "keeper's note"
        yield Row("", "", f"{label}: {claim.note}", "dim")


def _citation(label: str, citation: Citation) -> Iterator[Row]:
    sentence, figure = citation.claim.text, citation.figure
    shown = words.figure_words(figure) if figure else ""
    start, end = _checked(sentence, figure.span if figure else None)
    yield Row(label, shown, highlighted(sentence, start, end))
    yield Row("", "", words.source_words(citation), "dim")


def within(finding: Finding) -> tuple[int, int]:
    """Where the figure stands in its statement."""
    if finding.figure is None:
        return 0, 0
    start, end = finding.figure.span
    shifted = Span(start - finding.span.start, end - finding.span.start)
    return _checked(finding.statement, shifted)


def _checked(text: str, span: Span | None) -> tuple[int, int]:
    """The span where it lies within `text`, else its beginning."""
    if span is None or not 0 <= span.start <= span.end <= len(text):
        return 0, 0
    return span


def highlighted(sentence: str, start: int, end: int, limit: int = EXCERPT) -> str:
    """An excerpt, safe to print, with the figure marked in it."""
    sentence, start, end = clip(sentence, start, end, limit)
    sentence = clean(sentence)  # a character for a character, so the figure stays in place
    if start == end:
        return sentence
    return f"{sentence[:start]}{START}{sentence[start:end]}{END}{sentence[end:]}"


def fitting(rows: Iterable[Row], limit: int) -> int:
    """Columns for the figures of `rows`, all but those of more than `limit`."""
    sizes = (columns(clean(row.figure)) for row in rows)
    return max((size for size in sizes if size <= limit), default=0)


def lines_of(
    rows: Iterable[Row], painter: Painter, width: int, *, indent: int, across: int
) -> Iterator[str]:
    """Rows in three columns: labels, figures beneath each other, text."""
    listed = [row._replace(figure=clean(row.figure), text=_safe(row.text)) for row in rows]
    gap = across + 2 if across else 0
    room = max(width - indent - LABEL - gap, 16)
    for row in listed:
        size = columns(row.figure)
        if size <= across:
            figure, text = " " * (across - size) + painter.paint(row.figure, "strong"), row.text
        else:  # too long for its column
            figure, text = " " * across, f"{START}{row.figure}{END}: {row.text}"
        label = painter.paint(f"{row.label:<{LABEL}}", "dim")
        first, *more = painter.lines(wrap(text, room), row.style)
        yield f"{' ' * indent}{label}{figure}{'  ' if across else ''}{first}"
        yield from (" " * (indent + LABEL + gap) + line for line in more)


def _safe(text: str) -> str:
    """`clean`, with our own marks of a highlight left in."""
    if START not in text:
        return clean(text)
    before, _, rest = text.partition(START)
    inside, _, after = rest.partition(END)
    return f"{clean(before)}{START}{clean(inside)}{END}{clean(after)}"
