"""The report that people read: the verdict first, then what it rests on.

A statement is answered in full. In a document every figure has its line, and only what needs
an editor's eye (a conflict, a flag, a note) has more; the coverage closes it. Nothing is ever
called true, false or verified: a verdict is about the store.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.document.positions import Positions
from factcheck.model import Finding, Report, Verdict
from factcheck.report import words
from factcheck.report.layout import Painter, clean, clip, columns, wrap
from factcheck.report.rows import (
    EXCERPT,
    LABEL,
    Row,
    all_rows,
    fitting,
    highlighted,
    lines_of,
    urgent_rows,
    within,
)

# A figure that takes more than this part of the width goes before its sentence. A document's
# lines are for scanning, and one long figure must not push all their words aside.
_STATEMENT_SHARE, _DOCUMENT_SHARE = 4, 6
_SHORT_EXCERPT = 120  # the same of a statement that is shown once for each of its figures
_STYLE = {Verdict.CONFLICTING: "bad", Verdict.NOVEL: "open", Verdict.CONSISTENT: "good"}


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
        excerpt = EXCERPT if len(report.findings) == 1 else _SHORT_EXCERPT
        rows = [_statement_row(finding, excerpt), *all_rows(finding)]
        yield from lines_of(
            rows, painter, width, indent=2, across=fitting(rows, width // _STATEMENT_SHARE)
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
    sentence = highlighted(finding.statement, *within(finding), limit)
    return Row("statement", shown, sentence)


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
    below = [list(urgent_rows(finding)) for finding in report.findings]
    lines = [Row("", figure, "") for figure in figures]
    inner = (row for rows in below for row in rows)
    across = fitting([*lines, *inner], width // _DOCUMENT_SHARE)
    for finding, place, figure, rows in zip(report.findings, places, figures, below, strict=True):
        head = f"{place:>{margin}}  "
        yield head + _line(finding, figure, across, painter, width - len(head))
        yield from lines_of(rows, painter, width, indent=len(head), across=across)
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
    head = f"{painter.paint(f'{verdict:<{LABEL}}', _STYLE[finding.verdict])}"
    figure = clean(figure)
    gap = " " * max(across - columns(figure), 0)
    tail = " · ".join([*([finding.support] if finding.support else []), *finding.flags])
    room = width - LABEL - max(across, columns(figure)) - 2 - (len(tail) + 2 if tail else 0)
    around = _around(finding, room) if room >= 10 else ""
    fill = " " * max(room - columns(around), 0) if tail else ""
    ending = f"{fill}  {painter.paint(tail, 'warn' if finding.flags else 'dim')}" if tail else ""
    return f"{head}{gap}{painter.paint(figure, 'strong')}  {around}{ending}"


def _around(finding: Finding, room: int) -> str:
    """As much of the statement as fits on the line, from about its figure on."""
    sentence = finding.statement
    limit = room if len(sentence) <= room else room - 4  # the marks of a cut on both sides
    excerpt, _, _ = clip(sentence, *within(finding), limit)
    return wrap(clean(excerpt), room)[0]


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
