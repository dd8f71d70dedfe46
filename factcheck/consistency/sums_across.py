"""FC202 over the end of a sentence: a total, and its parts in the next sentence or in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from factcheck.consistency.adjoining import before
from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.consistency.elided import is_bare, like
from factcheck.consistency.sums import (
    ENDS,
    JOINED,
    fits,
    is_added,
    is_broken,
    is_definite,
    not_the_sum,
)
from factcheck.consistency.tables import item_lists
from factcheck.consistency.words import pattern
from factcheck.findings.derivation import base_value
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Span

# Nothing but their nearness says that numbers of two sentences belong together, so that they have
# to come close to each other; parts that the text calls so may be farther from their total.
_NEAR: Final = (Fraction(17, 20), Fraction(6, 5))
_FARTHEST = 90  # characters between two parts
_FEWEST = 3  # parts that are a list without a word that says so
_OF_THEM: Final = re.compile(r"\A\s*of\s+(?:them|it|these|this)(?=[,\s])")
# More figures in one sentence are a table, a code or a hostile file, and every one of them would be
# held against all lists of the others.
_MOST_TOTALS, _MOST_PARTS = 12, 40
_BACK = 2  # sentences with parts before one that has their total


def sums_across(draft: Draft) -> Iterator[Contradiction]:
    """Totals whose parts, told in the sentence behind or before it or in a list, miss it."""
    for number, sentence in enumerate(draft.sentences):
        if draft.in_table(sentence) or draft.is_heading(sentence):
            continue
        lead = before(draft, number)
        found = _behind(draft, lead, sentence) if lead is not None else None
        found = found or _closing(draft, number)
        if found:
            yield found
    yield from _lists(draft)


def _added(sentence: SentenceFrame) -> list[FigureFrame]:
    return [f for f in sentence.figures if is_added(f) and not is_definite(sentence, f)]


def _behind(draft: Draft, lead: SentenceFrame, sentence: SentenceFrame) -> Contradiction | None:
    """Read "It spent £84m. Care took £39m of it, schools £22m and roads £11m"."""
    linked = pattern("sum", "linked").search(sentence.text) is not None
    loosely = pattern("sum", "loosely_linked").match(sentence.text) is not None
    if pattern("sum", "elsewhere").search(sentence.text):
        return None
    totals = [f for f in _added(lead) if not f.base]
    if len(totals) > _MOST_TOTALS or len(sentence.figures) > _MOST_PARTS:
        return None
    for total in totals:
        parts = _listed(draft, sentence, total, 2 if linked else _FEWEST)
        if not parts or not (linked or loosely or _counts_alike(lead, total, sentence, parts)):
            continue
        if any(fits(draft, f.figure, [p.figure for p in parts]) for f in totals):
            return None
        if _is_near(total, parts):
            return not_the_sum(draft, total.figure, [part.figure for part in parts])
    return None


def _listed(
    draft: Draft, sentence: SentenceFrame, total: FigureFrame, fewest: int
) -> list[FigureFrame]:
    """The figures of a sentence as parts of a total, none where they are not one list."""
    parts: list[FigureFrame] = []
    for frame in sentence.figures:
        part = like(frame, total)
        if part is not None and is_added(part) and not frame.base:
            parts.append(part)
        elif is_added(frame) and not is_definite(sentence, frame):
            return []
    if len(parts) < fewest or is_broken(draft.before(sentence, parts[0])):
        return []
    for one, other in pairwise(parts):
        gap = _OF_THEM.sub("", draft.between(one, other))
        if len(gap) > _FARTHEST or not JOINED.search(gap) or ENDS.search(gap) or is_broken(gap):
            return []
    tail = draft.behind(sentence, parts[-1])
    return [] if pattern("sum", "incomplete").search(tail) else parts


def _counts_alike(
    lead: SentenceFrame, total: FigureFrame, sentence: SentenceFrame, parts: Sequence[FigureFrame]
) -> bool:
    """Whether parts that nothing links to a total may be of what it counts."""
    if total.counted < 0 or any(is_bare(part) for part in parts):
        return True
    head = lead.terms[total.counted].head
    return any(p.counted >= 0 and sentence.terms[p.counted].head == head for p in parts)


def _is_near(total: FigureFrame, parts: Sequence[FigureFrame]) -> bool:
    told = base_value(total.figure)
    come = sum((base_value(part.figure) or Fraction(0) for part in parts), Fraction(0))
    return bool(told) and _NEAR[0] <= come / (told or 1) <= _NEAR[1]


def _closing(draft: Draft, number: int) -> Contradiction | None:
    """Read "Forty came by bus and 25 by car. In all there were 70"."""
    sentence = draft.sentences[number]
    opening = pattern("sum", "closing").match(sentence.text)
    own = _added(sentence)
    if opening is None or len(own) != 1:
        return None
    total, parts = own[0], list[FigureFrame]()
    for back in range(_BACK):
        one = before(draft, number - back)
        if one is None or any(
            pattern("sum", name).search(one.text) for name in ("elsewhere", "incomplete")
        ):
            break
        told = [part for f in _added(one) if (part := like(f, total)) is not None]
        if not told or len(told) != len(_added(one)):
            break
        parts[:0] = told
        if len(parts) > 1 and fits(draft, total.figure, [part.figure for part in parts]):
            return None
    if len(parts) < 2 or not _is_near(total, parts):
        return None
    return not_the_sum(draft, total.figure, [part.figure for part in parts])


def _lists(draft: Draft) -> Iterator[Contradiction]:
    """Read "46 wards will close:" above a list of which every item has a number of them."""
    for items in item_lists(draft):
        lead = _introduction(draft, items[0]) if len(items) >= _FEWEST else None
        if lead is None:
            continue
        told = [_first(draft, item) for item in items]
        parts_of = {id(f): [p for t in told if t and (p := like(t, f))] for f in _added(lead)}
        totals = [f for f in _added(lead) if len(parts_of[id(f)]) == len(items)]
        near = [f for f in totals if _is_near(f, parts_of[id(f)])]
        if len(near) == 1:
            found = not_the_sum(draft, near[0].figure, [p.figure for p in parts_of[id(near[0])]])
            if found:
                yield found


def _introduction(draft: Draft, first: Span) -> SentenceFrame | None:
    """The sentence that a list stands under, if it announces all of it."""
    lead = next((s for s in reversed(draft.sentences) if s.span.end <= first.start), None)
    if lead is None:
        return None
    tail = f"{lead.text}{draft.text[lead.span.end : first.start]}"
    announced = tail.rstrip("-*+•– \t\r\n0123456789.)").endswith(":")
    partial = any(pattern("sum", name).search(lead.text) for name in ("incomplete", "selected"))
    return lead if announced and not partial else None


def _first(draft: Draft, item: Span) -> FigureFrame | None:
    """The one figure of a list's item that can be added up."""
    inside = [
        f
        for s in draft.sentences
        if s.span.overlaps(item)
        for f in s.figures
        if is_added(f) and f.figure.span.overlaps(item)
    ]
    return inside[0] if len(inside) == 1 else None
