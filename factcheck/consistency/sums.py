"""FC202: parts do not add up to the total that is told with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from factcheck.align.groups import groups
from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.consistency.elided import like
from factcheck.consistency.spread import spread, summed
from factcheck.consistency.words import pattern
from factcheck.findings.derivation import base_value, number
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Figure, Hedge, Kind, Span

_ADDED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION})
_VALUED = frozenset({Hedge.PLAIN, Hedge.ABOUT, Hedge.NEARLY, Hedge.JUST_OVER})
# A mistake leaves a sum near its total; numbers that are far from it are parts of nothing.
_LEAST, _MOST = Fraction(3, 5), Fraction(8, 5)
_A_LITTLE_MORE = Fraction(5, 4)
_DEFINITE = frozenset({("the",), ("its",), ("their",), ("these",), ("those",), ("all",), ("both",)})
_FARTHEST = 90  # characters between two parts of a list
# What leads from a total to the list of its parts: "90 members: 50 women and 30 men".
_OPENS: Final = re.compile(
    r"[^.;:()–—]{0,80}(?::|\(|\s[–—-]\s)\s*(?:[^\W\d][\w'’-]*\s+){0,4}\W{0,2}"
)
JOINED: Final = re.compile(r",|\band\b|&|\+|/|\bplus\b|\n")
ENDS: Final = re.compile(r"[;)]|\s[–—-]\s|[.!?]\s")
_TAIL = 40


def sums(draft: Draft) -> Iterator[Contradiction]:
    """Totals in a sentence whose parts, told there, come to something else."""
    for sentence in draft.sentences:
        figures = [f for f in sentence.figures if is_added(f) and not is_definite(sentence, f)]
        seen: set[Span] = set()
        for at, first in enumerate(figures):
            # "212 days: 58 on the first flight …": the first one says the unit for all
            rest = [part for f in figures[at + 1 :] if (part := like(f, first)) is not None]
            alike = [f for f in (first, *rest) if f.figure.span not in seen]
            seen.update(f.figure.span for f in alike)
            if len(alike) > 2 and alike[0] is first and not draft.in_table(sentence):
                yield from _of_one_kind(draft, sentence, alike)


def is_added(frame: FigureFrame) -> bool:
    """Whether a figure may be a total or a part: a value that is added up, and no bound."""
    figure = frame.figure
    return figure.kind in _ADDED and figure.hedge in _VALUED and bool(figure.value)


def is_definite(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure only says of which: "2,290 papers from the six depots"."""
    return not frame.base and sentence.lemmas[frame.first - 1 : frame.first] in _DEFINITE


def _of_one_kind(
    draft: Draft, sentence: SentenceFrame, alike: Sequence[FigureFrame]
) -> Iterator[Contradiction]:
    for at, total in enumerate(alike[:-2]):
        parts = _parts_behind(draft, sentence, total, alike[at + 1 :])
        if parts:
            found = not_the_sum(draft, total.figure, [part.figure for part in parts])
            if found:
                yield found
            return
    *parts, total = alike
    if _totals_before(draft, sentence, parts, total):
        found = not_the_sum(draft, total.figure, [part.figure for part in parts])
        if found:
            yield found
        return
    total, *parts = alike
    if total.base and (_all_of_them(draft, sentence, parts) or _exceed(draft, total, parts)):
        found = not_the_sum(draft, total.figure, [part.figure for part in parts])
        if found:
            yield found


def _parts_behind(
    draft: Draft, sentence: SentenceFrame, total: FigureFrame, rest: Sequence[FigureFrame]
) -> list[FigureFrame]:
    """The parts that a total is followed by, none where it is not followed by all of them."""
    lead = draft.between(total, rest[0])
    made = pattern("sum", "made_of").search(lead)
    if not made and not _OPENS.fullmatch(lead):
        return []
    if is_broken(lead if made is None else lead[made.end() :]):
        return []
    parts = [rest[0]]
    for one, other in pairwise(rest):
        gap = draft.between(one, other)
        if ENDS.search(gap):
            break
        if len(gap) > _FARTHEST or not JOINED.search(gap) or is_broken(gap):
            return []
        parts.append(other)
    tail = ENDS.split(draft.behind(sentence, parts[-1])[:_TAIL], maxsplit=1)[0]
    if len(parts) < 2 or pattern("sum", "incomplete").search(tail):
        return []
    return parts


def is_broken(gap: str) -> bool:
    """Whether what stands between two figures says that they are not parts side by side."""
    return any(pattern("sum", name).search(gap) for name in ("incomplete", "apart"))


def _totals_before(
    draft: Draft, sentence: SentenceFrame, parts: Sequence[FigureFrame], total: FigureFrame
) -> bool:
    """Whether the last figure is told as the total of those before it."""
    lead = draft.between(parts[-1], total)
    told = pattern("sum", "in_all")
    after = draft.behind(sentence, total)[:_TAIL]
    if not told.search(lead) and not told.search(after):
        return False
    gaps = [draft.between(a, b) for a, b in pairwise([*parts, total])]
    if any(len(gap) > _FARTHEST or ENDS.search(gap) for gap in gaps):
        return False
    before = draft.before(sentence, parts[0])
    if any(map(is_broken, (*gaps[:-1], before))):
        return False
    # "after five matches he has 21 wins and 19 losses in a total of 40 games": not all before it
    # are its parts, and none is wrong where some of them come to it
    lists = (parts[at:] for at in range(1, len(parts) - 1))
    return not any(fits(draft, total.figure, [f.figure for f in some]) for some in lists)


def _exceed(draft: Draft, total: FigureFrame, parts: Sequence[FigureFrame]) -> bool:
    """Whether three parts of a base or more come to a little more than it.

    "Of its 26 bearings, 15 are beyond repair, seven can be mended and nine are sound": less would
    leave some of which nothing is told, and much more is told of what overlaps.
    """
    gaps = [draft.between(a, b) for a, b in pairwise(parts)]
    told = base_value(total.figure)
    come = sum((base_value(part.figure) or Fraction(0) for part in parts), Fraction(0))
    listed = len(parts) > 2 and not any(map(is_broken, gaps)) and all(map(JOINED.search, gaps))
    return listed and bool(told) and 1 < come / (told or 1) <= _A_LITTLE_MORE


def _all_of_them(draft: Draft, sentence: SentenceFrame, parts: Sequence[FigureFrame]) -> bool:
    """Whether two parts of a base are all there are by their words: men and women."""
    if len(parts) != 2:
        return False
    one, other = parts
    stretches = (draft.between(one, other), draft.behind(sentence, other))
    if any(pattern("sum", "incomplete").search(text) for text in stretches):
        return False
    lemmas = (
        frozenset(sentence.lemmas[one.last : other.first]),
        frozenset(sentence.lemmas[other.last :]),
    )
    for kinds in groups().complete:
        a, b = (lemmas[0] & kinds, lemmas[1] & kinds)
        if len(a) == 1 and len(b) == 1 and a != b and len(kinds) == 2:
            return True
    return False


def not_the_sum(draft: Draft, total: Figure, parts: Sequence[Figure]) -> Contradiction | None:
    """What is wrong with a total and its parts; None where they fit, or have nothing in common.

    Args:
        draft: the draft, with the tolerances.
        total: the total that is told, and
        parts: all of its parts; they have one kind and one dimension.
    """
    values = [base_value(part) or Fraction(0) for part in parts]
    told, come = base_value(total), sum(values, Fraction(0))
    if not told or not _LEAST <= come / told <= _MOST:
        return None
    if fits(draft, total, parts):
        return None
    scale = total.unit.factor if total.unit is not None else Fraction(1)
    unit = _unit(total)
    addends = " + ".join(number(value / scale) for value in values)
    message = f"the parts come to {number(come / scale)}{unit}, not to {total.text}: {addends}"
    return Contradiction(
        "FC202", total.span, message, tuple((part.span, "a part") for part in parts)
    )


def fits(draft: Draft, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts may come to a total, all of them rounded as they are written."""
    come = summed([spread(part, draft.policy) for part in parts])
    return come.overlaps(spread(total, draft.policy))


def _unit(total: Figure) -> str:
    return f" {total.unit.symbol}" if total.unit is not None and total.unit.symbol else ""
