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
_TOLD_ASIDE = frozenset({"name", "detail", "time"})
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
_RUN = 5  # words around two figures that are the same one by one: hardly of two things
_ALIKE = Fraction(2, 3)  # of the words of the shorter clause
_WORDS = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_EMPTY = frozenset({"be", "have", "do", "say", "tell", "%", "percent"})
_DAYS: Final = re.compile(
    r"(?:\w+\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+\w+)?|today|night|morning|evening", re.I
)
_SAID: Final = re.compile(
    r"(?:\A|,[\"”’]?\s+|[\"”]\s+)((?:[\w'’-]+\s+){1,5}?)(?:said|says|told|announced|reported|added|explained)\b"
)
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "on", "of", "who", "has", "had"})
_CLAUSE: Final = re.compile(r"[,;:]|\band\b|\bbut\b")
_OF_MORE: Final = re.compile(r"\b(?:of|among)\s+(?:the|all|these|those)\b(?!.*\bnumber\b)", re.IGNORECASE)
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
    alike = _told_alike(sentence, frame, other)
    verb = _one_verb(sentence, frame, other)
    shared = max(_shared(found.details, verb=verb), alike)
    leading = headed and _are_first(draft, sentence, other.sentence)
    least = _LEAST if headed else _ENOUGH
    if headed and _half_a_score(frame.figure, other.frame.figure):
        least = 1
    if shared < least and not _bare_pair(found.details, shared):
        return False
    if not alike and not _says_enough(found.details, headed=headed, verb=verb):
        return False
    sides = (draft, sentence, frame, other)
    return not (
        _is_set_apart(*sides, found.details, shared=shared, headed=headed, leading=leading)
        or _is_contrasted(*sides)
        or _is_near(frame.figure, other.frame.figure)
        or (shared < _SURE and _is_far(frame.figure, other.frame.figure))
    )


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


def _told_alike(sentence: SentenceFrame, frame: FigureFrame, other: Candidate) -> int:
    """How many details the wording of two clauses stands for, 0 where it is not the same."""
    if other.frame is None:
        return 0
    if _counted(sentence, frame) != _counted(other.sentence, other.frame):
        return 0
    if frame.counted < 0 and frame.figure.kind is Kind.COUNT:
        return 0  # "the activities of 1307": no count of anything
    if _run(sentence, frame, other.sentence, other.frame) >= _RUN:
        return _ENOUGH
    ours, theirs = _clause(sentence, frame), _clause(other.sentence, other.frame)
    shared = len(ours & theirs)
    if shared < _ENOUGH or shared < _ALIKE * min(len(ours), len(theirs)):
        return 0
    return shared


def _counted(sentence: SentenceFrame, frame: FigureFrame) -> str:
    """The noun that a figure counts."""
    return sentence.terms[frame.counted].head if frame.counted >= 0 else ""


def _run(
    sentence: SentenceFrame, frame: FigureFrame, other: SentenceFrame, theirs: FigureFrame
) -> int:
    """How many words around two figures are the same, one after the other."""
    before = _same(sentence.lemmas[: frame.first][::-1], other.lemmas[: theirs.first][::-1])
    return before + _same(sentence.lemmas[frame.last :], other.lemmas[theirs.last :])


def _same(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words two sequences begin with alike, up to a stop."""
    alike = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other or not one[:1].isalnum():
            break
        alike += 1
    return alike


def _clause(sentence: SentenceFrame, frame: FigureFrame) -> frozenset[str]:
    """The words of content in a figure's clause."""
    clause = sentence.clauses[frame.clause]
    tokens = range(min(clause.first, frame.first), max(clause.last, frame.last))
    return frozenset(
        sentence.lemmas[at]
        for at in tokens
        if sentence.tags[at] in _WORDS and sentence.lemmas[at] not in _EMPTY
    )


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


def _one_verb(sentence: SentenceFrame, frame: FigureFrame, other: Candidate) -> bool:
    """Whether the clauses of two figures have one and the same verb, which says something."""
    if other.frame is None:
        return False
    verbs = set()
    for place, one in ((sentence, frame), (other.sentence, other.frame)):
        at = place.clauses[one.clause].verb
        verbs.add(place.lemmas[at] if at >= 0 else "")
    return len(verbs) == 1 and verbs.isdisjoint(_EMPTY | {""})


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
        if d.slot in ("counted", "event") and d.state is SlotState.MATCHED and d.statement
        and d.reference
    }
    if verb:
        told.add("event")
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
        if d.slot in _TOLD_ASIDE and _is_aside(said, *_side(sentence, frame, other, d)):
            continue
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
    return said.lower() in sentence.text[cut:].lower() and said.lower() not in sentence.text[:cut].lower()


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
        if one.figure.kind is Kind.COUNT and _OF_MORE.search(before[-_BEFORE:]):
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
