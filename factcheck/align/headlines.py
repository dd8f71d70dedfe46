"""Events as headlines tell them: by a way alone, by what is left, by the end of a state."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, FigureFrame, SentenceFrame
from factcheck.lexicon import events
from factcheck.lexicon.events import noun_classes
from factcheck.model import Kind

# What befalls people, of which a number tells one.
_TOLD_FATES = frozenset(
    {"killed", "injured", "missing", "infected", "vaccinated", "arrested", "homeless", "evacuated"}
)
_FATES = frozenset({"killed", "injured", "missing"})
_ILL = frozenset({"infected"})
_APART = frozenset({"exclusive", "unrelated"})
_WAYS = {1: "rise", -1: "fall"}
_LASTING = 4  # tokens between "after" and its figure: "after being stuck for 34 hours"


def left_over(sides: Sides, ours: Sequence[Event]) -> bool:
    """Whether "200 left in the forest" are the 200 that remain there.

    Args:
        sides: the statement's figure and the reference's.
        ours: the statement's events.
    """
    left = all(e.lemma == "leave" and e.form == "verb" for e in ours)
    remain = "remain" in sides.reference.lemmas or "remaining" in sides.reference.lemmas
    return left and remain and _is_bare_participle(sides.sentence, ours[0])


def _is_bare_participle(sentence: SentenceFrame, e: Event) -> bool:
    """Whether "left" stands behind what is counted and has no object."""
    behind = sentence.tags[e.last : e.last + 1]
    return behind in ((), ("ADP",), ("PUNCT",), ("ADV",))


def moved_alike(sides: Sides, ours: Sequence[Event]) -> bool:
    """Whether a headline tells a motion by its way alone: "Copper up 4%" for a price that rose.

    Args:
        sides: the statement's figure and the reference's.
        ours: the statement's events.
    """
    theirs = sides.their_frame
    way = _WAYS.get(theirs.figure.direction or 0, "") if theirs is not None else ""
    return bool(way) and all(any(_is_kind(name, way) for name in e.classes) for e in ours)


def _is_kind(name: str, of: str) -> bool:
    return events.relation(name, of) in words.RELATED


def ended(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> bool:
    """Whether one side tells how long a state lasted, and the other what ended it after as long.

    "Freed after 34 hours" and "were held for 34 hours", "lights back on after 22 hours" and "an
    outage of 22 hours".

    Args:
        sides: the statement's figure and the reference's.
        ours: the statement's events.
        theirs: the reference's events.
    """
    a, b = sides.frame, sides.their_frame
    if a is None or b is None or a.figure.kind is not Kind.DURATION:
        return False
    here, there = _is_after(sides.sentence, a), _is_after(sides.reference, b)
    if here == there:
        return False
    end, state = (ours, theirs) if here else (theirs, ours)
    beside = sides.reference.events if here else sides.sentence.events
    others = [o for o in beside if o not in state]
    if any(words.events_related(e, o) == words.EXCLUSIVE for e in end for o in others):
        return False  # "died after being stuck for 34 hours": nobody was rescued
    return any(
        not one.isdisjoint(_classes(end)) and not other.isdisjoint(_classes(state))
        for one, other in groups().ended_by
    )


def _is_after(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a duration stands behind "after", and no verb of its own between."""
    before = range(max(0, frame.first - _LASTING), frame.first)
    at = next((i for i in before if sentence.lemmas[i] == "after"), -1)
    return at >= 0 and not {"VERB", "AUX", "NOUN"} & {*sentence.tags[at : frame.first]}


def _classes(told: Sequence[Event]) -> set[str]:
    return {name for e in told for name in e.classes}


def told_of_other_figure(sides: Sides, ours: Sequence[Event]) -> str:
    """Why a reference's figure is not the statement's: its event is counted by another one.

    "12 cases and four deaths" tells nothing of who killed 12.

    Args:
        sides: the statement's figure and the reference's.
        ours: the statement's events.
    """
    theirs = sides.their_frame
    if theirs is None or theirs.counted < 0 or theirs.figure.kind is not Kind.COUNT:
        return ""
    for f in sides.reference.figures:
        if f is theirs or f.counted < 0 or f.counted == theirs.counted or f.clause != theirs.clause:
            continue
        noun = sides.reference.terms[f.counted].head
        told = _FATES.intersection(noun_classes(noun))
        if any(not told.isdisjoint(e.classes) for e in ours):
            return f"another figure of the reference counts the “{noun}”: {f.figure.text}"
    return ""


def fates_apart(sides: Sides) -> tuple[str, str]:
    """What befell those whose number both sides tell, where that is two things; or nothing.

    "The toll climbs to 34" is not about "the number of people injured", which rose to 34.

    Args:
        sides: the statement's figure and the reference's.
    """
    ours, theirs = _fate(sides.sentence, sides.frame), _fate(sides.reference, sides.their_frame)
    if not ours or not theirs or not ours[1].isdisjoint(theirs[1]):
        return "", ""
    apart = all(events.relation(a, b) in _APART for a in ours[1] for b in theirs[1])
    return (ours[0], theirs[0]) if apart else ("", "")


def _fate(sentence: SentenceFrame, frame: FigureFrame | None) -> tuple[str, frozenset[str]] | None:
    """The word that tells what befell them, and its classes: a noun, or a participle behind one."""
    if frame is None or frame.figure.kind is not Kind.COUNT:
        return None
    clause = sentence.clauses[frame.clause]
    if not 0 <= clause.verb < frame.first:
        return None
    for e in sentence.events:
        told = _TOLD_FATES.intersection(e.classes)
        if told and clause.first <= e.first and e.last <= clause.verb:
            return e.lemma, told
    counted = sentence.terms[frame.counted].head if frame.counted >= 0 else ""
    return (counted, _ILL) if counted in groups().cases else None
