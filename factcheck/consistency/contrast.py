"""Whether a draft itself holds two figures against each other, or tells one of them roughly."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from factcheck.align.level import BEFORE, level_of
from factcheck.align.model import Candidate
from factcheck.consistency.draft import Draft
from factcheck.consistency.words import pattern, words
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Figure, Hedge, Kind

# A bound excludes what is beyond it, as a plain number excludes all others.
_EXACT = frozenset({
    Hedge.PLAIN, Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.RANGE,
})  # fmt: skip
_BEFORE, _BEHIND = 60, 40  # characters around a figure in which its own words stand
# A rough figure and an exact one are told of one thing on purpose unless they are this far apart.
_ROUGHLY = Fraction(3, 10)
_FARTHEST = 4  # times; values that are farther apart are of two things unless all is told alike
_SAID: Final = re.compile(
    r"(?:\A|,[\"”’]?\s+|[\"”]\s+)((?:[\w'’-]+\s+){1,5}?)"
    r"(?:said|says|told|announced|reported|added|explained)\b"
)
_CLAUSE: Final = re.compile(r"[,;:]|\band\b|\bbut\b")
_OF_MORE: Final = re.compile(
    r"\b(?:of|among)\s+(?:the|all|these|those)\b(?!.*\bnumber\b)", re.IGNORECASE
)
_QUOTES: Final = re.compile(r'["“”„«»]')


def is_contrasted(
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
        if pattern("apart", "earlier").search(around):
            return True
        if pattern("apart", "rivals").search(place.text):
            return True
        if one.figure.kind is Kind.COUNT and _OF_MORE.search(before[-_BEFORE:]):
            return True
        if len(_QUOTES.findall(before)) % 2 or level_of(place, one) == BEFORE:
            return True
    ours, said = speaker(sentence), speaker(other.sentence)
    return bool(ours) and bool(said) and ours.isdisjoint(said)


def speaker(sentence: SentenceFrame) -> frozenset[str]:
    """The words that name whoever says a sentence, none where the draft itself does."""
    told = {word for match in _SAID.finditer(sentence.text) for word in match[1].lower().split()}
    return (sentence.attribution | told) - words("apart", "no_speaker") - cues().attribution_verbs


def is_near(one: Figure, other: Figure) -> bool:
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


def is_far(one: Figure, other: Figure) -> bool:
    """Whether two values are so far apart that they are hardly of one thing."""
    a, b = one.base_interval.low, other.base_interval.low
    if one.kind in (Kind.DATE, Kind.SCORE) or a is None or b is None:
        return False
    if not a or not b:
        return True  # "no cars": what is none is seldom meant to be some elsewhere
    return not Fraction(1, _FARTHEST) <= a / b <= _FARTHEST
