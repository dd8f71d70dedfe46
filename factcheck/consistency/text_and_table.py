"""FC201 between a text and its table: a total, or a row's value, that the text tells otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from factcheck.align.level import BEFORE, level_of
from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.consistency.elided import sort_of
from factcheck.consistency.spread import spread
from factcheck.consistency.tables import Cell, grids, names_total
from factcheck.consistency.words import pattern
from factcheck.findings.derivation import base_value
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Hedge, Kind

_EXACT: Final = frozenset({Hedge.PLAIN})
_HELD: Final = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.SHARE})
_CLOSE = Fraction(3, 2)  # times; what is farther off than a slip is another thing
_NEAR = 60  # characters around a figure in which an earlier value is told as one
_BARE: Final = re.compile(r"\([^()]*\)|[^\w ]+")
_CLAUSE: Final = re.compile(r"[,;:]")
_TWO_WAYS = 2  # labels of a value: its column, its row
_LONG = 3  # letters of a label that a sentence can be said to name


def text_and_table(draft: Draft) -> Iterator[Contradiction]:
    """Figures of the text that name a row or a column of a table, and are not in it."""
    tables = [[c for c in cells if len(c.labels) == _TWO_WAYS] for cells in grids(draft)]
    for sentence in draft.sentences if any(tables) else ():
        if draft.in_table(sentence):
            continue
        for frame in sentence.figures:
            told = _is_told(draft, sentence, frame)
            found = _wrong(draft, sentence, frame, tables) if told else None
            if found is not None:
                yield _contradiction(draft, frame, found)


def _is_told(draft: Draft, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure is told as what is, and not as what was, will be, or is of a part."""
    figure = frame.figure
    if figure.kind not in _HELD or figure.hedge not in _EXACT or frame.base:
        return False
    if frame.increment not in ("", "total"):
        return False
    if frame.counted < 0 and figure.kind is Kind.COUNT:
        return False
    behind = _CLAUSE.split(draft.behind(sentence, frame)[:_NEAR], maxsplit=1)[0]
    around = f"{draft.before(sentence, frame)[-_NEAR:]} … {behind}"
    apart = any(pattern("apart", name).search(around) for name in ("earlier", "rivals"))
    other = pattern("sum", "elsewhere").search(around)
    return not apart and not other and level_of(sentence, frame) != BEFORE


def _wrong(
    draft: Draft, sentence: SentenceFrame, frame: FigureFrame, tables: Sequence[Sequence[Cell]]
) -> Cell | None:
    """The cell that a figure should have the value of; None where none, or one, has it."""
    named = sentence.text.lower()
    every = [c for cells in tables for c in cells if sort_of(c.figure) == sort_of(frame.figure)]
    own = [c for c in every if _is_of_column(sentence, frame, c.labels[0])]
    if any(_agree(draft, frame, cell) for cell in own):
        return None
    for cells in tables:
        alike = [c for c in cells if sort_of(c.figure) == sort_of(frame.figure)]
        rows = {c.labels[1] for c in alike if _names(named, c.labels[1])}
        of_row = [
            c
            for c in alike
            if (c.labels[1] in rows if rows else names_total(c.labels[1]))
            and _is_of_column(sentence, frame, c.labels[0])
        ]
        close = [c for c in of_row if _is_close(frame, c)]
        if len(rows) <= 1 and len(of_row) == 1 and close:
            return close[0]
    return None


def _agree(draft: Draft, frame: FigureFrame, cell: Cell) -> bool:
    return spread(frame.figure, draft.policy).overlaps(spread(cell.figure, draft.policy))


def _names(sentence: str, label: str) -> bool:
    """Whether a sentence names a row."""
    bare = " ".join(_BARE.sub(" ", label).lower().split())
    return len(bare) > _LONG and re.search(rf"\b{re.escape(bare)}\b", sentence) is not None


def _is_of_column(sentence: SentenceFrame, frame: FigureFrame, label: str) -> bool:
    """Whether a column has what a figure counts, or what its sentence tells of."""
    bare = _BARE.sub(" ", label).lower().split()
    if frame.counted >= 0:
        term = sentence.terms[frame.counted]
        told = {term.head, *term.said.split()}
    else:
        told = set(sentence.lemmas) | set(sentence.text.lower().split())
    return any(word in told or word.removesuffix("s") in told for word in bare if len(word) > _LONG)


def _is_close(frame: FigureFrame, cell: Cell) -> bool:
    a, b = base_value(frame.figure) or Fraction(0), base_value(cell.figure) or Fraction(0)
    return bool(a) and bool(b) and max(a, b) <= _CLOSE * min(a, b)


def _contradiction(draft: Draft, frame: FigureFrame, cell: Cell) -> Contradiction:
    said = draft.words(frame.figure.span)
    where = ", ".join(filter(None, cell.labels))
    message = f"{said} excludes the {cell.figure.text} of the table ({where})"
    return Contradiction("FC201", frame.figure.span, message, ((cell.figure.span, "the table"),))
