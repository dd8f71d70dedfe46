"""Whether two figures that exclude each other are told as one thing, or as what differs.

Here the editor's question is another one than a reference's: both sentences stand in one text, and
whoever wrote them knows of both. What only one of them says (a year, a town, a group) is mostly
what tells them apart, so that two sentences must share more than a statement and its reference do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from factcheck.align.model import Aligned, Candidate
from factcheck.align.shared import ELSEWHERE
from factcheck.consistency.alike import ENOUGH, one_verb, told_alike
from factcheck.consistency.contrast import is_contrasted, is_far, is_near, speaker
from factcheck.consistency.draft import Draft
from factcheck.consistency.words import words
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Figure, Kind, SlotState

_ONE_SIDED = frozenset({SlotState.ADDED, SlotState.OMITTED})
_CONTENT = frozenset({"counted", "event", "name", "detail", "time", "attribute"})
_LOOSE = frozenset({"name", "detail"})
_TOLD_ASIDE = frozenset({"name", "detail", "time"})
_ADDED_UP = frozenset({Kind.COUNT, Kind.MONEY, Kind.RATE})
# Of these a headline says too little: whose age, the date of what.
_DATED = frozenset({Kind.AGE, Kind.DATE, Kind.TIME})
# Details that two sentences of a text share where surely one thing is told twice; two are enough
# where a headline leaves out what the text says.
_CERTAIN, _SURE, _LEAST = 5, 4, 2
_ALL = "all"
_DAYS: Final = re.compile(
    r"(?:\w+\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+\w+)?|today|night|morning|evening",
    re.IGNORECASE,
)


class _Sharing(NamedTuple):
    """How much two sentences share: how many details, and whether either is a headline.

    Attributes:
        details: how many details of content.
        headed: whether one of them is a headline or heading.
        leading: whether they are the headline and the lead.
    """

    details: int
    headed: bool
    leading: bool


def told_as_one(draft: Draft, sentence: SentenceFrame, frame: FigureFrame, found: Aligned) -> bool:
    """Whether a figure and an earlier one of the draft are told as one thing.

    Args:
        draft: the draft.
        sentence: the sentence of the later figure.
        frame: that figure.
        found: how it aligns with the earlier one.
    """
    other = found.candidate
    if other.frame is None or found.weak or found.part_whole or found.turned:
        return False
    headed = frame.figure.kind not in _DATED and (
        draft.is_heading(sentence) or draft.is_heading(other.sentence)
    )
    alike = told_alike(sentence, frame, other)
    verb = one_verb(sentence, frame, other)
    shared = max(_shared(found.details, verb=verb), alike)
    sharing = _Sharing(shared, headed, headed and _are_first(draft, sentence, other.sentence))
    least = _LEAST if headed else ENOUGH
    if headed and _half_a_score(frame.figure, other.frame.figure):
        least = 1
    if shared < least and not _bare_pair(found.details, shared):
        return False
    if not alike and not _says_enough(found.details, headed=headed, verb=verb):
        return False
    return not (
        _is_set_apart(sentence, frame, other, found.details, sharing)
        or is_contrasted(draft, sentence, frame, other)
        or is_near(frame.figure, other.frame.figure)
        or (shared < _SURE and is_far(frame.figure, other.frame.figure))
    )


def is_told_twice(
    sentence: SentenceFrame, frame: FigureFrame, other: SentenceFrame, theirs: FigureFrame
) -> bool:
    """Whether one of two sentences has both figures, so that neither can be meant for the other."""
    return _tells_too(sentence, theirs) or _tells_too(other, frame)


def _tells_too(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a sentence supports the other's figure: "three on board: the pilot and two more"."""
    parts = sorted(frame.figure.parts)
    return any(
        f.figure.kind is frame.figure.kind
        and (
            sorted(f.figure.parts) == parts
            if parts
            else f.figure.value is not None
            and f.figure.base_interval.overlaps(frame.figure.base_interval)
        )
        for f in sentence.figures
    )


def _half_a_score(one: Figure, other: Figure) -> bool:
    """Whether two scores share what one of the sides made: 31-27 and 31-28 are of one match."""
    return one.kind is Kind.SCORE and not set(one.parts).isdisjoint(other.parts)


def _are_first(draft: Draft, *two: SentenceFrame) -> bool:
    """Whether two sentences are the headline and the lead, which tell of one thing."""
    first = draft.sentences[:2]
    return len(first) == len(two) and all(any(s is one for one in first) for s in two)


def _shared(details: Sequence[Detail], *, verb: bool) -> int:
    """How many details of content both sides have, their verb among them.

    Args:
        details: all that were compared.
        verb: whether both have the same verb. What the lexicon does not know as an event counts
            so; without it, what is said elsewhere in a sentence counts for nothing.
    """
    matched = [
        d
        for d in details
        if d.state is SlotState.MATCHED and d.slot in _CONTENT and d.statement and d.reference
    ]
    event = any(d.slot == "event" for d in matched)
    return sum(verb or d.why != ELSEWHERE for d in matched) + (verb and not event)


def _bare_pair(details: Sequence[Detail], shared: int) -> bool:
    """Whether two sentences share what is counted and what befell it, and say no more."""
    return shared == _LEAST and not any(
        d.state in _ONE_SIDED and not _DAYS.fullmatch(d.statement or d.reference) for d in details
    )


def _says_enough(details: Sequence[Detail], *, headed: bool, verb: bool) -> bool:
    """Whether both say what they count and what is told of it; a headline may leave one out."""
    told = {
        d.slot
        for d in details
        if d.slot in ("counted", "event")
        and d.state is SlotState.MATCHED
        and d.statement
        and d.reference
    }
    if verb:
        told.add("event")
    scored = any(d.slot == "kind" and "score" in (d.statement, d.reference) for d in details)
    return len(told) == 2 or (bool(told) and (headed or scored))


def _is_set_apart(
    sentence: SentenceFrame,
    frame: FigureFrame,
    other: Candidate,
    details: Sequence[Detail],
    sharing: _Sharing,
) -> bool:
    """Whether something that only one side says makes it another thing, or a part of it."""
    for detail in details:
        if detail.state in _ONE_SIDED:
            if _tells_apart(sentence, frame, other, detail, sharing):
                return True
        elif detail.state is not SlotState.MATCHED:
            return True
    if sharing.headed or sharing.details >= _SURE:
        return False
    return _ordinals(sentence) != _ordinals(other.sentence)


def _tells_apart(
    sentence: SentenceFrame,
    frame: FigureFrame,
    other: Candidate,
    detail: Detail,
    sharing: _Sharing,
) -> bool:
    """Whether a detail that one side alone has makes it another thing."""
    said = detail.statement or detail.reference
    if detail.slot in _TOLD_ASIDE and _is_aside(said, *_side(sentence, frame, other, detail)):
        return False
    if detail.slot == "time":
        return not (_DAYS.fullmatch(said) or sharing.leading)
    if detail.slot in _LOOSE:
        speakers = speaker(sentence) | speaker(other.sentence)
        if sharing.details >= _CERTAIN or speakers.issuperset(said.lower().split()):
            return False
        return _may_be_part(frame, other, detail) and not _is_all(
            *_side(sentence, frame, other, detail)
        )
    if detail.slot == "increment":
        return said != "total"
    return detail.slot not in ("counted", "event") and sharing.details < _SURE


def _side(
    sentence: SentenceFrame, frame: FigureFrame, other: Candidate, detail: Detail
) -> tuple[SentenceFrame, FigureFrame]:
    """The side that alone has a detail."""
    if detail.state is SlotState.ADDED or other.frame is None:
        return sentence, frame
    return other.sentence, other.frame


def _is_aside(said: str, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a detail stands behind the figure's clause: "…, and Holm hopes for more"."""
    clause = sentence.clauses[frame.clause]
    last = max(clause.last, frame.last)
    if last >= len(sentence.starts):
        return False
    cut = sentence.starts[last] - sentence.span.start
    return (
        said.lower() in sentence.text[cut:].lower()
        and said.lower() not in sentence.text[:cut].lower()
    )


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


def _is_all(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure is told as the number of all: "all nine miners"."""
    return sentence.lemmas[frame.first - 1 : frame.first] == (_ALL,)


def _ordinals(sentence: SentenceFrame) -> frozenset[str]:
    return words("apart", "ordered").intersection(sentence.lemmas)
