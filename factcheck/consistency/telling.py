"""Whether two figures that exclude each other are told as one thing, or as what differs.

Here the editor's question is another one than a reference's: both sentences stand in one text, and
whoever wrote them knows of both. What only one of them says (a year, a town, a group) is mostly what
tells them apart, so that two sentences must share more than a statement and its reference do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from factcheck.align.level import BEFORE, level_of
from factcheck.align.model import Aligned, Candidate
from factcheck.align.shared import ELSEWHERE
from factcheck.consistency.draft import Draft
from factcheck.consistency.words import pattern, words
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Figure, Hedge, Kind, SlotState

_ONE_SIDED = frozenset({SlotState.ADDED, SlotState.OMITTED})
_CONTENT = frozenset({"counted", "event", "name", "detail", "time", "attribute"})
_LOOSE = frozenset({"name", "detail"})
_ADDED_UP = frozenset({Kind.COUNT, Kind.MONEY, Kind.RATE})
# Of these a headline says too little: whose age, the date of what.
_DATED = frozenset({Kind.AGE, Kind.DATE, Kind.TIME})
# A bound excludes what is beyond it, as a plain number excludes all others.
_EXACT = frozenset({
    Hedge.PLAIN, Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.RANGE,
})  # fmt: skip
# Details that two sentences of a text share where surely one thing is told twice; two where a headline
# leaves out what the text says.
_SURE, _ENOUGH, _LEAST = 4, 3, 2
_BEFORE, _BEHIND = 60, 40  # characters around a figure in which its own words stand
# A rough figure and an exact one are told of one thing on purpose unless they are this far apart.
_ROUGHLY = Fraction(3, 10)
_FARTHEST = 4  # times; values that are farther apart are of two things unless all is told alike
_DAYS: Final = re.compile(
    r"(?:\w+\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+\w+)?|today|night|morning|evening", re.I
)
_SAID: Final = re.compile(
    r"(?:\A|,[\"”’]?\s+|[\"”]\s+)((?:[\w'’-]+\s+){1,5}?)(?:said|says|told|announced|reported|added|explained)\b"
)
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "on", "of", "who", "has", "had"})
_CLAUSE: Final = re.compile(r"[,;:]|\band\b|\bbut\b")
_QUOTES: Final = re.compile(r'["“”„«»]')


def told_as_one(draft: Draft, sentence: SentenceFrame, frame: FigureFrame, found: Aligned) -> bool:
    """Whether a figure and an earlier one of the draft are told as one thing.

    Args:
        draft: the draft.
        sentence, frame: the later figure.
        found: how it aligns with the earlier one.
    """
    other = found.candidate
    if other.frame is None or found.weak or found.part_whole or found.turned:
        return False
    if _tells_too(sentence, other.frame) or _tells_too(other.sentence, frame):
        return False
    headed = frame.figure.kind not in _DATED and (
        draft.is_heading(sentence) or draft.is_heading(other.sentence)
    )
    shared = _shared(found.details)
    leading = headed and _are_first(draft, sentence, other.sentence)
    least = _LEAST if headed else _ENOUGH
    if headed and _half_a_score(frame.figure, other.frame.figure):
        least = 1
    if shared < least and not _bare_pair(found.details, shared):
        return False
    if not _says_enough(found.details, headed=headed):
        return False
    sides = (draft, sentence, frame, other)
    return not (
        _is_set_apart(*sides, found.details, shared=shared, headed=headed, leading=leading)
        or _is_contrasted(*sides)
        or _is_near(frame.figure, other.frame.figure)
        or (shared < _SURE and _is_far(frame.figure, other.frame.figure))
    )


def _tells_too(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a sentence has the other's figure as well: "three on board: the pilot and two more"."""
    value, parts = frame.figure.value, sorted(frame.figure.parts)
    return any(
        f.figure.kind is frame.figure.kind
        and f.figure.hedge is frame.figure.hedge
        and (sorted(f.figure.parts) == parts if parts else f.figure.value == value is not None)
        for f in sentence.figures
    )


def _half_a_score(one: Figure, other: Figure) -> bool:
    """Whether two scores share what one of the sides made: 31-27 and 31-28 are of one match."""
    return one.kind is Kind.SCORE and not set(one.parts).isdisjoint(other.parts)


def _are_first(draft: Draft, *two: SentenceFrame) -> bool:
    """Whether two sentences are the headline and the lead, which tell of one thing."""
    first = draft.sentences[:2]
    return len(first) == len(two) and all(any(s is one for one in first) for s in two)


def _shared(details: Sequence[Detail]) -> int:
    """How many details of content both sides have in words of their own sentence."""
    return sum(
        d.state is SlotState.MATCHED
        and d.slot in _CONTENT
        and bool(d.statement and d.reference)
        and d.why != ELSEWHERE
        for d in details
    )


def _bare_pair(details: Sequence[Detail], shared: int) -> bool:
    """Whether two sentences share what is counted and what befell it, and say no more."""
    return shared == _LEAST and not any(
        d.state in _ONE_SIDED and not _DAYS.fullmatch(d.statement or d.reference) for d in details
    )


def _says_enough(details: Sequence[Detail], *, headed: bool) -> bool:
    """Whether both say what they count and what is told of it; a headline may leave one out."""
    told = {
        d.slot
        for d in details
        if d.slot in ("counted", "event") and d.state is SlotState.MATCHED and d.statement
        and d.reference
    }
    scored = any(d.slot == "kind" and "score" in (d.statement, d.reference) for d in details)
    return len(told) == 2 or (bool(told) and (headed or scored))


def _is_set_apart(
    draft: Draft,
    sentence: SentenceFrame,
    frame: FigureFrame,
    other: Candidate,
    details: Sequence[Detail],
    *,
    shared: int,
    headed: bool,
    leading: bool,
) -> bool:
    """Whether something that only one side says makes it another thing, or a part of it."""
    attributed = " ".join((*speaker(sentence), *speaker(other.sentence)))
    for d in details:
        if d.state not in _ONE_SIDED:
            if d.state is not SlotState.MATCHED:
                return True
            continue
        said = d.statement or d.reference
        if d.slot == "time":
            if not (_DAYS.fullmatch(said) or leading):
                return True
        elif d.slot in _LOOSE:
            if set(said.lower().split()) <= set(attributed.split()) or not _may_be_part(frame, other, d):
                continue
            return True
        elif d.slot == "increment":
            if said != "total":
                return True
        elif d.slot not in ("counted", "event") and shared < _SURE:
            return True
    return not headed and shared < _SURE and _ordinals(sentence) != _ordinals(other.sentence)


def _may_be_part(frame: FigureFrame, other: Candidate, detail: Detail) -> bool:
    """Whether the side that says more may tell of a part: what is added up, and is less there."""
    theirs = other.frame
    if theirs is None or frame.figure.kind is Kind.SHARE:
        return True
    if frame.figure.kind not in _ADDED_UP:
        return False
    ours, value = frame.figure.value, theirs.figure.value
    if ours is None or value is None:
        return True
    return ours < value if detail.state is SlotState.ADDED else value < ours


def _ordinals(sentence: SentenceFrame) -> frozenset[str]:
    return words("apart", "ordered").intersection(sentence.lemmas)


def _is_contrasted(
    draft: Draft, sentence: SentenceFrame, frame: FigureFrame, other: Candidate
) -> bool:
    """Whether the text itself holds the two against each other, or has two speakers tell them."""
    theirs = other.frame
    if theirs is None:
        return True
    for place, one in ((sentence, frame), (other.sentence, theirs)):
        before = draft.before(place, one)
        behind = _CLAUSE.split(draft.behind(place, one)[:_BEHIND], maxsplit=1)[0]
        around = f"{before[-_BEFORE:]} … {behind}"
        if pattern("apart", "earlier").search(around) or pattern("apart", "rivals").search(place.text):
            return True
        if len(_QUOTES.findall(before)) % 2 or level_of(place, one) == BEFORE:
            return True
    ours, said = speaker(sentence), speaker(other.sentence)
    return bool(ours) and bool(said) and ours.isdisjoint(said)


def speaker(sentence: SentenceFrame) -> frozenset[str]:
    """The words that name whoever says a sentence, none where the draft itself does."""
    told = {word for match in _SAID.finditer(sentence.text) for word in match[1].lower().split()}
    return sentence.attribution | (told - _ARTICLES)


def _is_near(one: Figure, other: Figure) -> bool:
    """Whether one of the two may only be told less exactly than the other."""
    a, b = one.value, other.value
    if a is None or b is None or one.kind in (Kind.SCORE, Kind.DATE):
        return one.hedge not in _EXACT or other.hedge not in _EXACT
    scale = other.unit.factor / one.unit.factor if one.unit and other.unit else Fraction(1)
    b *= scale
    if a == b:
        return True  # "more than 300" and "300": nobody means another number by it
    if (one.hedge not in _EXACT or other.hedge not in _EXACT) and abs(a - b) <= _ROUGHLY * max(
        abs(a), abs(b)
    ):
        return True
    steps = (one.precision or Fraction(0), (other.precision or Fraction(0)) * scale)
    return steps[0] != steps[1] and abs(a - b) * 2 <= max(steps)


def _is_far(one: Figure, other: Figure) -> bool:
    a, b = one.base_interval.low, other.base_interval.low
    if not a or not b or one.kind in (Kind.DATE, Kind.SCORE):
        return False
    return not Fraction(1, _FARTHEST) <= a / b <= _FARTHEST
