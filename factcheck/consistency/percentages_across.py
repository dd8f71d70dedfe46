"""FC204 over the end of a sentence: a percentage of two numbers that stand before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.consistency.adjoining import before
from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.consistency.elided import is_bare, like, sort_of
from factcheck.consistency.percentages import (
    LEVELS,
    SAME_AGAIN,
    does_not_fit,
    is_share,
    levels_spread,
    relative,
    share_of,
)
from factcheck.consistency.spread import ratio, spread
from factcheck.consistency.words import pattern
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Hedge, Interval, Kind

_COUNTED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_BACK = 2  # sentences with the two levels of a change
_TWO = 2
_ITS_SENTENCE: Final = re.compile(r"[,.;:–—(]")
# Two levels that are farther apart are hardly of one thing.
_FARTHEST = 5


def percentages_across(draft: Draft) -> Iterator[Contradiction]:
    """Percentages and factors that do not fit the numbers of the sentences before."""
    for number, sentence in enumerate(draft.sentences):
        if draft.in_table(sentence) or draft.is_heading(sentence):
            continue
        found = _change(draft, number) or _whole(draft, number) or _part(draft, number)
        if found:
            yield found


def _change(draft: Draft, number: int) -> Contradiction | None:
    """Read "It was 64,000 tonnes last year. This year it is 38,000. That is a drop of 20%"."""
    sentence = draft.sentences[number]
    change = next((f for f in sentence.figures if _tells_change(sentence, f)), None)
    if change is None or not _speaks_of_before(draft, sentence, change):
        return None
    if any(f.figure.kind in LEVELS and f.first < change.first for f in sentence.figures):
        return None
    levels = _levels(draft, number)
    if levels is None:
        return None
    said = spread(change.figure, draft.policy)
    a, b = levels_spread(draft, *levels)
    ways = (relative(ratio(b, a), change), relative(ratio(a, b), change))
    if any(truth is None or _unsigned(truth).overlaps(_unsigned(said)) for truth in ways):
        return None
    low, high = sorted(levels, key=lambda f: spread(f.figure, draft.policy).low or 0)
    grown = change.figure.direction >= 0
    return does_not_fit(draft, change, *((low, high) if grown else (high, low)), points=False)


def _tells_change(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    figure = frame.figure
    by = figure.kind is Kind.SHARE and sentence.lemmas[frame.first - 1 : frame.first] == ("by",)
    changed = figure.kind is Kind.CHANGE or by  # "dearer by 35%" is read as a share
    return changed and is_share(frame) and figure.hedge is not Hedge.VAGUE


def _speaks_of_before(draft: Draft, sentence: SentenceFrame, change: FigureFrame) -> bool:
    """Whether a change is told as what the sentence before comes to, and of nothing else."""
    told = draft.before(sentence, change)
    near = pattern("percentage", "summing_up")
    opened = re.match(r"\W*(?:but\s+|and\s+|so\s+)?", told, re.IGNORECASE)
    start = opened.end() if opened else 0
    anaphor = pattern("percentage", "anaphor").match(told, start)
    if anaphor is None and not near.search(told):
        return False
    behind = _ITS_SENTENCE.split(draft.behind(sentence, change), maxsplit=1)[0]
    other = pattern("percentage", "other_base")
    return not other.search(behind) and not other.search(told)


def _levels(draft: Draft, number: int) -> tuple[FigureFrame, FigureFrame] | None:
    """The two levels that a sentence's change is of: the only ones of a sort right before it."""
    found: list[FigureFrame] = []
    for back in range(_BACK):
        one = before(draft, number - back)
        if one is None or len(found) >= _TWO:
            break
        own = [f for f in one.figures if f.figure.kind in LEVELS and f.figure.value]
        if any(f.figure.kind is Kind.CHANGE for f in one.figures):
            return None
        found[:0] = own
    pairs = _pairs(found)
    return pairs[0] if len(pairs) == 1 else None


def _pairs(levels: Sequence[FigureFrame]) -> list[tuple[FigureFrame, FigureFrame]]:
    """Each two levels that may be of one thing, told later and earlier."""
    pairs = []
    for at, one in enumerate(levels):
        for other in levels[at + 1 :]:
            same = _of_one_thing(one, other)
            if same is not None:
                pairs.append(same)
    return pairs


def _of_one_thing(one: FigureFrame, other: FigureFrame) -> tuple[FigureFrame, FigureFrame] | None:
    theirs = like(other, one)
    ours = one if theirs is not None else like(one, other)
    theirs = theirs or other
    if ours is None:
        return None
    a, b = ours.figure.value, theirs.figure.value
    if not a or not b or max(a, b) > _FARTHEST * min(a, b):
        return None
    return ours, theirs


def _unsigned(interval: Interval) -> Interval:
    """A change without its sign: both -5 to -4 and 4 to 5 are 4 to 5."""
    if interval.high is not None and interval.high < 0:
        return Interval(-interval.high, None if interval.low is None else -interval.low)
    return interval


def _whole(draft: Draft, number: int) -> Contradiction | None:
    """Read "Of 3,250 pupils 2,470 passed. That is 84%"."""
    sentence = draft.sentences[number]
    share = next(iter(sentence.figures), None)
    lead = before(draft, number)
    if share is None or lead is None or share.figure.kind is not Kind.SHARE:
        return None
    if not pattern("percentage", "amounts_to").fullmatch(draft.before(sentence, share).strip()):
        return None
    counts = [f for f in lead.figures if f.figure.kind in _COUNTED and f.figure.value]
    others = [f for f in lead.figures if f.figure.kind in (Kind.SHARE, Kind.CHANGE)]
    if len(counts) != _TWO or others or sort_of(counts[0].figure) != sort_of(counts[1].figure):
        return None
    part, base = sorted(counts, key=lambda f: f.figure.base_interval.low or 0)
    return share_of(draft, part, share, base)


def _part(draft: Draft, number: int) -> Contradiction | None:
    """Read "The clinic treated 400 patients. Of these, 120 (50%) were children"."""
    sentence = draft.sentences[number]
    lead = before(draft, number)
    if lead is None:
        return None
    for part, share in zip(sentence.figures, sentence.figures[1:], strict=False):
        if part.figure.kind is not Kind.COUNT or share.figure.kind is not Kind.SHARE:
            continue
        gap = draft.between(part, share)
        linked = pattern("percentage", "of_them")
        told = draft.before(sentence, part)
        if not SAME_AGAIN.fullmatch(gap) or not (linked.search(gap) or linked.search(told)):
            continue
        bases = [
            f
            for f in lead.figures
            if f.figure.kind is Kind.COUNT and not is_bare(f) and _is_more(f, part)
        ]
        if len(bases) == 1:
            return share_of(draft, part, share, bases[0])
    return None


def _is_more(base: FigureFrame, part: FigureFrame) -> bool:
    a, b = base.figure.value, part.figure.value
    return a is not None and b is not None and a > b
