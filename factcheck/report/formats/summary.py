"""Markdown for the page that a CI service shows of a run: what to look at, worst first.

What to mend or decide is a table; suggestions, which may be many, are folded away beneath it.
Services cut or refuse a long page, so each list ends at some point, and says how much it leaves
out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from factcheck.editorial.review import Review
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.report.formats import Run
from factcheck.report.formats.shared import path_of
from factcheck.report.formats.tally import Tally, coverage_words, statistics_lines
from factcheck.report.layout import clean

# Rows of one list. A page of GitHub holds a mebibyte; a row takes half a kilobyte, seldom two.
_ROWS: Final = 200
# Whatever means something to Markdown, or to HTML in it; then what services make of addresses,
# names and ":signs:".
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>|~&$@]|:(?!\s|\d+\Z)|(?<=www)\.", re.I)


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """The page: a line with the counts, the coverage, the table, the suggestions."""
    tally = Tally(run)
    rows: dict[Severity, list[str]] = {severity: [] for severity in Severity}
    counts: Counter[Severity] = Counter()
    for review in tally.over(reviews):
        path = path_of(review)
        for one in run.shown(review):
            counts[one.severity] += 1
            if len(rows[one.severity]) < _ROWS:
                rows[one.severity].append(_row(path, one))
    yield f"## factcheck\n\n{_counted(counts)}.\n"
    if not run.quiet:
        yield f"\n{coverage_words(tally.totals)}.\n"
    urgent = [*rows[Severity.ERROR], *rows[Severity.WARNING]]
    if urgent:
        number = counts[Severity.ERROR] + counts[Severity.WARNING]
        yield "\n"
        yield from _table(urgent, number)
    if rows[Severity.SUGGESTION]:
        number = counts[Severity.SUGGESTION]
        yield f"\n<details><summary>{_plural(number, 'suggestion')}</summary>\n\n"
        yield from _table(rows[Severity.SUGGESTION], number)
        yield "\n</details>\n"
    if run.statistics and tally.by_rule:
        yield "\n```text\n"
        yield from (f"{line}\n" for line in statistics_lines(tally))
        yield "```\n"


def _counted(counts: Counter[Severity]) -> str:
    told = [_plural(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return f"**{', '.join(told)}**" if told else "**Nothing to look at**"


def _table(rows: list[str], number: int) -> Iterator[str]:
    yield "| | draft | at | figure | what |\n| --- | --- | --- | --- | --- |\n"
    yield from rows
    if number > len(rows):
        yield f"\nand {number - len(rows):,} more.\n"


def _row(path: str, one: Diagnostic) -> str:
    # the place has a cell of its own: GitHub makes a picture of ":100:"
    cells = (one.severity.value, path, str(one.place), one.text, f"{one.code} {one.message}")
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _cell(text: str) -> str:
    """Words of a draft or of a claim, which Markdown shows as they are."""
    return _MARKUP.sub(lambda m: f"&#{ord(m[0])};", clean(text))


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
