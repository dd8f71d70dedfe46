"""The whole trace behind a verdict, for people: how figures were read, what was compared."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Detail
from factcheck.model.trace import CandidateTrace, Explanation, FigureTrace
from factcheck.report import words
from factcheck.report.layout import Painter, clean, wrap
from factcheck.report.readings import reading


def render(explanation: Explanation, *, colour: bool, width: int) -> str:
    """An explanation for the terminal, ending in a newline.

    Args:
        explanation: what to show.
        colour: whether to use ANSI colours.
        width: columns to write in, at least 60.
    """
    painter = Painter(colour=colour)
    lines = [painter.paint("trace", "strong")]
    lines += _hanging(f"  {explanation.statement}", width)
    seen = f"{explanation.retrieved:,} of {explanation.claims:,} claims looked at"
    lines.append(f"  {painter.paint(seen, 'dim')}")
    for trace in explanation.figures:
        lines += ["", *_figure(trace, painter, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _figure(trace: FigureTrace, painter: Painter, width: int) -> Iterator[str]:
    figure = trace.figure
    title = clean(figure.text) if figure else "the statement as a whole"
    verdict = f" → {trace.finding.verdict}" if trace.finding else ""
    yield f"  {painter.paint(title, 'strong')}{verdict}"
    for label, text in [*(reading(figure) if figure else ()), *_attached(trace)]:
        yield from _hanging(f"    {label:<11}{text}", width, 15)
    if not trace.candidates:
        yield "    no reference was near enough to be looked at"
    for candidate in trace.candidates:
        yield from _candidate(candidate, painter, width)


def _attached(trace: FigureTrace) -> Iterator[tuple[str, str]]:
    return (("attached" if not index else "", text) for index, text in enumerate(trace.attachment))


def _candidate(candidate: CandidateTrace, painter: Painter, width: int) -> Iterator[str]:
    word, style = ("accepted", "good") if candidate.accepted else ("refused", "dim")
    shown = f"{words.figure_words(candidate.figure)}  " if candidate.figure else ""
    head = f"    {painter.paint(f'{word:<11}', style)}{clean(shown)}[{clean(candidate.claim.id)}]"
    yield head
    yield from _hanging(f"{' ' * 15}{candidate.claim.text}", width, 15)
    compared = f"{candidate.compared} by {candidate.rule}" if candidate.rule else candidate.compared
    for label, text in (("why", candidate.why), ("values", compared)):
        if text:
            yield from _hanging(f"{' ' * 15}{label:<8}{text}", width, 23)
    for detail in candidate.details:
        yield from _hanging(f"{' ' * 15}{_detail(detail)}", width, 17)


def _detail(detail: Detail) -> str:
    pair = f"{detail.statement or '–'} | {detail.reference or '–'}"
    told = words.why(detail)
    why = f" ({told})" if told else ""
    return f"{detail.state}: {words.slot_words(detail.slot)}: {pair}{why}"


def _hanging(text: str, width: int, indent: int = 2) -> list[str]:
    """`text` wrapped, its further lines indented; the spaces it begins with are kept."""
    text = clean(text)
    begin = text[:indent]
    lines = wrap(text[indent:], max(width - indent, 16))
    return [begin + lines[0], *(" " * indent + line for line in lines[1:])]
