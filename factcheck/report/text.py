"""The report that people read: the verdict first, then what it rests on.

A statement is answered in full. In a document every figure has its line, and only what needs
an editor's eye (a conflict, a flag, a note) has more; the coverage closes it. Nothing is ever
called true, false or verified: a verdict is about the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.document.positions import Positions
from factcheck.model import Citation, ClaimStatus, Finding, Report, SlotState, Span, Verdict
from factcheck.report import words
from factcheck.report.layout import END, START, Painter, clean, clip, columns, wrap
from factcheck.text.lemma import lemma

_LABEL = 12  # columns of the labels, the longest of which is "difference"
# A figure that takes more than this part of the width goes before its sentence. A document's
# lines are for scanning, and one long figure must not push all their words aside.
_STATEMENT_SHARE, _DOCUMENT_SHARE = 4, 6
_EXCERPT = 320  # characters of a sentence that are shown
_SHORT_EXCERPT = 120  # the same of a statement that is shown once for each of its figures
_STYLE = {Verdict.CONFLICTING: "bad", Verdict.NOVEL: "open", Verdict.CONSISTENT: "good"}
_DIFFERENT = (SlotState.DIFFERING, SlotState.TURNED)
_OVERLAPPING = (SlotState.WIDER, SlotState.NARROWER)


class Row(NamedTuple):
    """One line of a finding: a label, a figure beneath the others, and what there is to say."""

    label: str
    figure: str
    text: str
    style: str = ""


def render(report: Report, *, colour: bool, width: int, text: str | None = None) -> str:
    """A report for the terminal, ending in a newline.

    Args:
        report: what to show.
        colour: whether to use ANSI colours.
        width: columns to write in, at least 60.
        text: the input that was checked, for the lines and columns of its findings. Without
            it findings are placed by their offset.
    """
    painter = Painter(colour=colour)
    if not report.findings:
        return nothing(report, text) + "\n"
    if report.path is None and len(report.statements) <= 1:
        lines = _statement(report, painter, width)
    else:
        lines = _document(report, painter, width, Positions(text) if text is not None else None)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def nothing(report: Report, text: str | None = None) -> str:
    """What was looked at, and why nothing was found in it, in one sentence.

    Args:
        report: one without findings.
        text: the input that was checked, where it is known.
    """
    where = "the text" if report.path is None else clean(report.path)
    if text is None:
        return f"Nothing to check: {where} holds no sentence with a figure."
    if not text:
        return f"Nothing to check: {where} is empty."
    if not text.strip():
        return f"Nothing to check: {where} holds nothing but white space."
    count = f"{len(text):,} character{'' if len(text) == 1 else 's'}"
    return f"Nothing to check: no sentence of {where} holds a figure ({count} read)."


# ---------------------------------------------------------------- one statement


def _statement(report: Report, painter: Painter, width: int) -> Iterator[str]:
    for index, finding in enumerate(report.findings):
        if index:
            yield ""
        yield _headline(finding, painter)
        yield ""
        excerpt = _EXCERPT if len(report.findings) == 1 else _SHORT_EXCERPT
        rows = [_statement_row(finding, excerpt), *_all_rows(finding)]
        yield from _rows(
            rows, painter, width, indent=2, across=_fitting(rows, width // _STATEMENT_SHARE)
        )
    if len(report.findings) > 1:
        yield ""
        yield from _closing(report, painter)


def _headline(finding: Finding, painter: Painter) -> str:
    verdict = painter.paint(finding.verdict.upper(), _STYLE[finding.verdict])
    grade = f"  {finding.support}" if finding.support else ""
    if finding.verdict is Verdict.NOVEL:
        grade = "  no reference measures this"
    flags = "".join(f"  {painter.paint(flag, 'warn')}" for flag in finding.flags)
    return f"{verdict}{grade}{flags}"


def _statement_row(finding: Finding, limit: int) -> Row:
    shown = words.figure_words(finding.figure) if finding.figure else ""
    sentence = _highlighted(finding.statement, *_within(finding), limit)
    return Row("statement", shown, sentence)


def _all_rows(finding: Finding) -> Iterator[Row]:
    yield from _evidence(finding)
    yield from _details(finding, SlotState.MATCHED)
    yield from _details(finding, SlotState.OMITTED)
    yield from _remarks(finding)


# ---------------------------------------------------------------- a document


def _document(
    report: Report, painter: Painter, width: int, positions: Positions | None
) -> Iterator[str]:
    if report.path is not None:
        yield painter.paint(clean(report.path), "strong")
        yield ""
    places = [_place(finding, positions) for finding in report.findings]
    margin = max(map(len, places)) + 2
    figures = [words.figure_words(f.figure) if f.figure else "–" for f in report.findings]
    below = [list(_urgent_rows(finding)) for finding in report.findings]
    lines = [Row("", figure, "") for figure in figures]
    inner = (row for rows in below for row in rows)
    across = _fitting([*lines, *inner], width // _DOCUMENT_SHARE)
    for finding, place, figure, rows in zip(report.findings, places, figures, below, strict=True):
        head = f"{place:>{margin}}  "
        yield head + _line(finding, figure, across, painter, width - len(head))
        yield from _rows(rows, painter, width, indent=len(head), across=across)
        if len(rows) > 1 and finding is not report.findings[-1]:
            yield ""
    yield ""
    yield from _closing(report, painter)


def _place(finding: Finding, positions: Positions | None) -> str:
    start = finding.figure.span.start if finding.figure else finding.span.start
    if positions is None:
        return f"@{start}"
    line, column = positions.at(start)
    return f"{line}:{column}"


def _line(finding: Finding, figure: str, across: int, painter: Painter, width: int) -> str:
    """Verdict, figure and the words around it, on one line."""
    loud = finding.verdict is Verdict.CONFLICTING
    verdict = finding.verdict.upper() if loud else finding.verdict.value
    head = f"{painter.paint(f'{verdict:<{_LABEL}}', _STYLE[finding.verdict])}"
    figure = clean(figure)
    gap = " " * max(across - columns(figure), 0)
    tail = " · ".join([*([finding.support] if finding.support else []), *finding.flags])
    room = width - _LABEL - max(across, columns(figure)) - 2 - (len(tail) + 2 if tail else 0)
    around = _around(finding, room) if room >= 10 else ""
    fill = " " * max(room - columns(around), 0) if tail else ""
    ending = f"{fill}  {painter.paint(tail, 'warn' if finding.flags else 'dim')}" if tail else ""
    return f"{head}{gap}{painter.paint(figure, 'strong')}  {around}{ending}"


def _around(finding: Finding, room: int) -> str:
    """As much of the statement as fits on the line, from about its figure on."""
    sentence = finding.statement
    limit = room if len(sentence) <= room else room - 4  # the marks of a cut on both sides
    excerpt, _, _ = clip(sentence, *_within(finding), limit)
    return wrap(clean(excerpt), room)[0]


def _urgent_rows(finding: Finding) -> Iterator[Row]:
    """What an editor has to see of a finding in a document; nothing where all is well."""
    if finding.verdict is Verdict.CONFLICTING:
        yield from _all_rows(finding)
    elif finding.flags:
        yield from _evidence(finding)
        yield from _remarks(finding)
    else:
        yield from (Row("note", "", note, "dim") for note in words.gathered(finding.notes))


# ---------------------------------------------------------------- rows of a finding


def _evidence(finding: Finding) -> Iterator[Row]:
    yield from _decisive(finding)
    for operand in finding.operands:
        yield from _citation("from", operand)
    if finding.difference is not None:
        absolute = words.signed_difference(finding.difference, finding.figure)
        if absolute:
            yield Row("difference", absolute, words.relative_difference(finding.difference))


def _remarks(finding: Finding) -> Iterator[Row]:
    noted = " ".join(finding.notes)
    added = finding.alignment.added
    if not all(words.detail_words(detail) in noted for detail in added):
        yield from _details(finding, SlotState.ADDED)
    yield from _details(finding, *_OVERLAPPING)
    yield from _details(finding, *_DIFFERENT)
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


def _details(finding: Finding, *states: SlotState) -> Iterator[Row]:
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
    yield Row(label, shown, _highlighted(sentence, start, end))
    yield Row("", "", words.source_words(citation), "dim")


def _within(finding: Finding) -> tuple[int, int]:
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


def _highlighted(sentence: str, start: int, end: int, limit: int = _EXCERPT) -> str:
    """An excerpt, safe to print, with the figure marked in it."""
    sentence, start, end = clip(sentence, start, end, limit)
    sentence = clean(sentence)  # a character for a character, so the figure stays in place
    if start == end:
        return sentence
    return f"{sentence[:start]}{START}{sentence[start:end]}{END}{sentence[end:]}"


def _fitting(rows: Iterable[Row], limit: int) -> int:
    """Columns for the figures of `rows`, all but those of more than `limit`."""
    sizes = (columns(clean(row.figure)) for row in rows)
    return max((size for size in sizes if size <= limit), default=0)


def _rows(
    rows: Iterable[Row], painter: Painter, width: int, *, indent: int, across: int
) -> Iterator[str]:
    """Rows in three columns: labels, figures beneath each other, text."""
    listed = [row._replace(figure=clean(row.figure), text=_safe(row.text)) for row in rows]
    gap = across + 2 if across else 0
    room = max(width - indent - _LABEL - gap, 16)
    for row in listed:
        size = columns(row.figure)
        if size <= across:
            figure, text = " " * (across - size) + painter.paint(row.figure, "strong"), row.text
        else:  # too long for its column
            figure, text = " " * across, f"{START}{row.figure}{END}: {row.text}"
        label = painter.paint(f"{row.label:<{_LABEL}}", "dim")
        first, *more = painter.lines(wrap(text, room), row.style)
        yield f"{' ' * indent}{label}{figure}{'  ' if across else ''}{first}"
        yield from (" " * (indent + _LABEL + gap) + line for line in more)


def _safe(text: str) -> str:
    """`clean`, with our own marks of a highlight left in."""
    if START not in text:
        return clean(text)
    before, _, rest = text.partition(START)
    inside, _, after = rest.partition(END)
    return f"{clean(before)}{START}{clean(inside)}{END}{clean(after)}"


# ---------------------------------------------------------------- the last lines


def _closing(report: Report, painter: Painter) -> Iterator[str]:
    counts = []
    for verdict in (Verdict.CONFLICTING, Verdict.NOVEL, Verdict.CONSISTENT):
        count = sum(finding.verdict is verdict for finding in report.findings)
        if count:
            counts.append(painter.paint(f"{count} {verdict}", _STYLE[verdict]))
    for flag in report.flags:
        count = sum(flag in finding.flags for finding in report.findings)
        counts.append(painter.paint(f"{count} {flag}", "warn"))
    yield " · ".join(counts)
    yield str(report.coverage)
