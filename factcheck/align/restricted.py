"""The slots "age" and "each": of which ages people are counted, and whether in each of several."""

from __future__ import annotations

from factcheck.align.memo import remembered
from factcheck.align.sides import Sides
from factcheck.frames.ages import RESTRICTED, leads_to_age
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Kind, SlotState

_EACH_REACH = 8  # tokens behind the number in which "in each van" may stand


def age(sides: Sides) -> list[Detail]:
    """ "A third of the residents over 70" are a part of the residents, and not those over 65."""
    ours = _age_of(sides.sentence, sides.frame)
    theirs = _age_of(sides.reference, sides.their_frame)
    if ours is None and theirs is None:
        return _bound(sides)
    a, b = (f.figure.text if f is not None else "" for f in (ours, theirs))
    if ours is None or theirs is None:
        return [Detail("age", SlotState.NARROWER if ours else SlotState.WIDER, a, b)]
    same = ours.figure.interval == theirs.figure.interval
    return [Detail("age", SlotState.MATCHED if same else SlotState.DIFFERING, a, b)]


def _bound(sides: Sides) -> list[Detail]:
    """The age itself: "65" of "residents over 65" is no number of residents."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None or ours.figure.kind is not Kind.AGE:
        return []
    if not _restricts(sides.sentence, ours):
        return []
    same = ours.figure.interval == theirs.figure.interval and theirs.figure.kind is Kind.AGE
    state = SlotState.MATCHED if same else SlotState.DIFFERING
    return [Detail("age", state, ours.figure.text, theirs.figure.text)]


@remembered
def _age_of(sentence: SentenceFrame, frame: FigureFrame | None) -> FigureFrame | None:
    """The figure that says of what age those are whom a figure counts."""
    if frame is None or frame.figure.kind not in RESTRICTED:
        return None
    behind = [f for f in sentence.figures if f.first >= frame.last][:1]
    if not behind or behind[0].figure.kind is not Kind.AGE:
        return None
    found = leads_to_age(
        sentence.lemmas, sentence.terms, frame.counted, frame.last, behind[0].first
    )
    return behind[0] if found else None


@remembered
def _restricts(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure is the age of those whom another one counts."""
    ages = (_age_of(sentence, other) for other in sentence.figures)
    return any(age is not None and age.first == frame.first for age in ages)


def each(sides: Sides) -> list[Detail]:
    """ "25 prisoners in each of two vans" are not the prisoners of both."""
    ours = _told_of_each(sides.sentence, sides.frame)
    theirs = _told_of_each(sides.reference, sides.their_frame)
    if ours == theirs:
        return []
    a, b = ("each" if told else "all" for told in (ours, theirs))
    return [Detail("each", SlotState.DIFFERING, a, b, f"told of {a}, not of {b}")]


@remembered
def _told_of_each(sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether a count is of each of several: behind its number, or as the clause's subject."""
    if frame is None or frame.figure.kind is not Kind.COUNT:
        return False
    lemmas, tags = sentence.lemmas, sentence.tags
    for at in range(frame.last, min(frame.last + _EACH_REACH, len(lemmas))):
        number = tags[at] == "NUM" and any(f.first == at for f in sentence.figures)
        if number or lemmas[at] in (",", ";", "and", "but", "while"):
            break
        placed = tags[at - 1] == "ADP" or tags[at - 1] in ("NOUN", "PROPN")
        if lemmas[at] in cues().each_words and placed:
            return not _is_time(sentence, at + 1)
    clause = sentence.clauses[frame.clause]
    end = max(clause.first, min(clause.verb, frame.first))
    opens, closes = lemmas[clause.first : clause.first + 1], lemmas[end - 1 : end]
    if end > clause.first and not cues().each_words.isdisjoint(closes):
        return True  # "Mali and Niger each freed 16"
    return not cues().each_words.isdisjoint(opens) and not _is_time(sentence, clause.first + 1)


def _is_time(sentence: SentenceFrame, at: int) -> bool:
    """Whether a period follows: so many "each year" are a rate."""
    return not cues().each_periods.isdisjoint(sentence.lemmas[at : at + 1])
