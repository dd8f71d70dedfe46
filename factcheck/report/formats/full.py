"""The report that people read.

What needs an editor's eye has the excerpt with the figure marked, the reference beneath, and a
small number line; what a reference supports has its line; what no reference measures is drawn
together at the end of its draft, as a list of what is still to be checked. The coverage of the
run closes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review
from factcheck.model.diagnostic import Severity
from factcheck.report import explain
from factcheck.report import text as statement
from factcheck.report.draft_items import Item, is_left, items_of, left_words
from factcheck.report.formats import Run
from factcheck.report.formats.closing import closing
from factcheck.report.formats.shared import fits
from factcheck.report.formats.tally import Tally
from factcheck.report.layout import Painter, clean, columns
from factcheck.report.number_line import DRAWN, PLAIN
from factcheck.report.rows import LABEL, Row, fitting, lines_of

_SHARE = 8  # of the width: a figure that takes more goes before its words
_LABEL = LABEL + 2  # columns for a rule's name; a longer one moves its own line alone
_GAP = "  "


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """Each draft in turn, with a blank line between them, then what the run comes to."""
    tally = Tally(run)
    between = ""
    alone = True
    for review in tally.over(reviews):
        told = "".join(f"{line.rstrip()}\n" for line in _review(review, run))
        if told:
            yield between + told
            between = "\n"
        if run.explain is not None:
            for trace in run.explain(review):
                yield between + explain.render(trace, colour=run.colour, width=run.width)
                between = "\n"
        alone = alone and _is_statement(review)
    empty = tally.totals.drafts == 1 and not (tally.totals.figures or tally.shown)
    # a statement's own verdict says it all, and so does "nothing to check"
    if not (alone or empty) or run.statistics:
        yield from closing(tally, run, between)


def _is_statement(review: Review) -> bool:
    """Whether it is one statement, which is answered in full, rather than a draft."""
    document = review.document
    return document.name is None and not document.remarks and len(review.report.statements) <= 1


def _review(review: Review, run: Run) -> Iterator[str]:
    report, text = review.report, review.document.text
    if _is_statement(review) and (report.findings or not run.quiet):
        yield from statement.render(
            report, colour=run.colour, width=run.width, text=text
        ).splitlines()
        return
    painter = Painter(colour=run.colour)
    shown = run.shown(review)
    marks = DRAWN if fits(DRAWN.drawn, run.encoding) else PLAIN
    everything = run.least is Severity.SUGGESTION and not run.quiet
    items = list(items_of(review, shown, marks, consistent=everything))
    left = [one for one in shown if is_left(one)]
    if not report.findings and not items:
        if not run.quiet:
            yield statement.nothing(report, text)
        return
    if not items and not left:
        return  # all that was found is less than what is asked for
    if review.document.name is not None:
        yield painter.paint(clean(review.document.name), "strong")
        yield ""
    yield from _items(items, painter, run.width)
    if left:
        yield from [""] * bool(items)
        count = f"{len(left):,} figure{'' if len(left) == 1 else 's'}"
        yield painter.paint(f"  No reference measures {count}:", "open")
        yield from _filled([left_words(one) for one in left], run.width)


def _items(items: list[Item], painter: Painter, width: int) -> Iterator[str]:
    if not items:
        return
    margin = max(columns(item.place) for item in items) + len(_GAP)
    label = max(LABEL, min(max(len(item.label) for item in items) + 1, _LABEL))
    rows = [row for item in items for row in (Row("", item.figure, ""), *item.rows)]
    across = fitting(rows, width // _SHARE)
    indent = margin + len(_GAP)
    for before, item in zip((None, *items), items, strict=False):
        if before is not None and (len(before.rows) > 1 or len(item.rows) > 1):
            yield ""
        place = " " * (margin - columns(item.place)) + item.place + _GAP
        yield from _head(item, place, (label, across), painter, width)
        more = indent + label - LABEL
        yield from lines_of(item.rows, painter, width, indent=more, across=across)


def _filled(words: list[str], width: int) -> Iterator[str]:
    """Words side by side in columns, as many as fit."""
    indent, gap = 4, 3
    size = min(max(map(columns, words)), width - indent)
    across = max((width - indent + gap) // (size + gap), 1)
    for first in range(0, len(words), across):
        row = words[first : first + across]
        yield " " * indent + (" " * gap).join(
            word + " " * max(size - columns(word), 0) for word in row
        )


def _head(
    item: Item, place: str, columns_of: tuple[int, int], painter: Painter, width: int
) -> Iterator[str]:
    """What it is, the figure and the words around it on one line; beneath, a mark at the figure."""
    label, across = max(columns_of[0], len(item.label) + 1), columns_of[1]
    figure = clean(item.figure)
    if item.marked and item.inside[0] < item.inside[1] and columns(figure) > across:
        figure = ""  # its own words have it, marked, and need the room
    gap = max(across - columns(figure) - (label - columns_of[0]), 0)
    before = columns(place) + label + gap + columns(figure) + len(_GAP)
    tail = f"{_GAP}{item.tail}" if item.tail else ""
    room = width - before - columns(tail)
    excerpt, start, size = item.around(room) if room >= 10 else ("", 0, 0)
    name = painter.paint(f"{item.label:<{label}}", item.style)
    (shown,) = painter.lines([excerpt])
    fill = " " * max(room - columns(excerpt), 0) if tail else ""
    strong = painter.paint(figure, "strong")
    ending = painter.paint(tail, "dim")
    yield f"{place}{name}{' ' * gap}{strong}{_GAP}{shown}{fill}{ending}"
    if size and item.marked:
        yield " " * (before + start) + painter.paint("^" * size, item.style)
