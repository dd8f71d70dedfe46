"""Events that say nothing by themselves of how two figures stand, and so are left out."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import Event, FigureFrame, SentenceFrame
from factcheck.frames.verb_mood import PLAN
from factcheck.model import Kind

_PLANNED_FOR = 2  # tokens of a planning verb with its preposition
_CHANGES = frozenset({Kind.CHANGE, Kind.FACTOR})


def without_getting(
    sentence: SentenceFrame, frame: FigureFrame | None, found: list[Event]
) -> list[Event]:
    """Leave out how a work came by a mark: "gaining an 81% rating" is having one."""
    if frame is None or frame.figure.kind not in (Kind.SHARE, Kind.MEASURE):
        return found
    clause = sentence.clauses[frame.clause]
    if cues().marks_nouns.isdisjoint(sentence.lemmas[clause.first : clause.last]):
        return found
    getting = groups().getting - cues().marks_verbs
    return [e for e in found if e.form != "verb" or e.lemma not in getting]


def without_planning(frame: FigureFrame | None, found: list[Event]) -> list[Event]:
    """Leave out the verb of a plan, which tells the mood: "is planned for completion in 2024".

    "Plans to build" is an event of its own, which tells what is planned.
    """
    if frame is None or frame.modality != PLAN or frame.figure.kind is not Kind.DATE:
        return found
    planning = cues().modality_plan_verbs | cues().modality_plan_alone
    return [
        e
        for e in found
        if e.form == "noun" or e.lemma not in planning or e.last - e.first > _PLANNED_FOR
    ]


def without_change(sides: Sides, ours: list[Event]) -> list[Event]:
    """Leave out that a change is one, beside a level: arithmetic tells by how much it moved."""
    a, b = sides.frame, sides.their_frame
    if a is None or b is None or a.figure.kind not in _CHANGES or b.figure.kind in _CHANGES:
        return ours
    return [e for e in ours if words.MOVES.isdisjoint(e.classes)]


def without_motion(frame: FigureFrame | None, found: list[Event]) -> list[Event]:
    """Leave out the verb that leads to a level: what "rose to 85" now stands at 85."""
    figure = frame.figure if frame is not None else None
    if figure is None or not figure.direction or figure.kind in _CHANGES:
        return found
    return [e for e in found if e.form != "verb" and not _moves_to(e)]


def _moves_to(e: Event) -> bool:
    """Whether an event is a verb of change with its preposition: "fallen to"."""
    return e.form == "phrase" and e.last - e.first == 2 and not words.MOVES.isdisjoint(e.classes)
