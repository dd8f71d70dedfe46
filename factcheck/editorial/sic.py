"""Figures that whoever wrote the draft knows to be odd: "65 passengers [sic]"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.model import Figure, Report, Span
from factcheck.model.diagnostic import Diagnostic

_SIC = re.compile(r"[\[(][*_]{0,2}sic[*_]{0,2}[!.]?[*_]{0,2}[\])]", re.IGNORECASE)
# What may stand between the last word and the mark: blanks, and the end of a quotation.
_CLOSING = re.compile(r"[\s*_%°'\"’”»)]*(?:[.,!?]['\"’”»)]+\s*)?")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_FARTHEST: Final = 120  # code points from a figure to its mark


def told_sic(found: Sequence[Diagnostic], text: str, report: Report) -> Iterator[int]:
    """The numbers of the diagnostics about a figure with "[sic]" right behind it.

    A mark is for the nearest figure before it, with no more between than its unit, the rest of the
    phrase of what it counts, blanks and closing quotation marks.

    Args:
        found: the diagnostics.
        text: of the draft.
        report: what was found about all of its figures.
    """
    marks = [mark.start() for mark in _SIC.finditer(text)]
    if not marks:
        return
    figures = {f.figure.span: f.figure for f in report.findings if f.figure is not None}
    spans = {one.span for one in found} | {other.span for one in found for other in one.related}
    every = sorted(spans | set(figures), key=lambda span: (span.end, span.start))
    ends = [span.end for span in every]
    odd: set[Span] = set()
    for mark in marks:
        number = bisect_right(ends, mark) - 1
        if number >= 0:
            nearest = every[number]
            if _is_behind(text[nearest.end : mark], figures.get(nearest)):
                odd |= {span for span in every[: number + 1] if span.end == nearest.end}
    for number, one in enumerate(found):
        if one.span in odd or any(other.span in odd for other in one.related):
            yield number


def _is_behind(between: str, figure: Figure | None) -> bool:
    """Whether a mark belongs to the figure that it stands behind."""
    if len(between) > _FARTHEST:
        return False
    for last in _last_words(figure):
        at = between.rfind(last)
        phrase, rest = between[:at], between[at + len(last) :]
        if at >= 0 and not _stops(phrase) and _CLOSING.fullmatch(rest):
            return True
    return bool(_CLOSING.fullmatch(between))


def _last_words(figure: Figure | None) -> Iterator[str]:
    """The words that may end a figure's phrase: of its unit, and of what it counts."""
    if figure is None:
        return
    if figure.unit is not None:
        yield figure.unit.written
    yield from _WORD.findall(figure.counted or "")[-1:]


def _stops(phrase: str) -> bool:
    return any(char.isdigit() or char in ".;:!?()[]\n" for char in phrase)
