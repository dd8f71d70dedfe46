"""Figures of which only one side names an event."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.deciding import text_of
from factcheck.align.framing import FRAMED, only_framed
from factcheck.align.groups import groups
from factcheck.align.headlines import (
    left_over,
    moved_alike,
    told_of_other_figure,
)
from factcheck.align.met import (
    excluded_lightly,
    fully_told,
    said,
    told_lightly,
)
from factcheck.align.presence import (
    only_expected,
    only_got,
    only_has,
    only_ill,
    only_known,
    only_lives,
    only_there,
    only_worth,
)
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, FigureFrame, SentenceFrame
from factcheck.frames.verb_mood import PLAN
from factcheck.lexicon.events import noun_classes
from factcheck.lexicon.nouns import is_generic, is_transparent
from factcheck.model import Detail, Kind, SlotState

_KNOWN = frozenset({"the", "these", "those", "its", "their", "his", "her"})


def silent_statement(sides: Sides, theirs: Sequence[Event]) -> list[Detail]:
    """The statement names no event of its own: it has, there are, it totals.

    Args:
        sides: the statement's figure and the reference's.
        theirs: the reference's events.
    """
    if not theirs:
        return []
    text = text_of(sides.reference, theirs[0])
    frame = sides.frame
    if why := _part_of_whole(sides):
        return [Detail("event", SlotState.DIFFERING, "", text, why)]
    if any(said(e, sides.reference, sides.sentence) for e in theirs):
        # what the statement tells of a part, it does not tell of the base
        state = SlotState.OMITTED if frame is not None and frame.base else SlotState.MATCHED
        return [Detail("event", state, "", text)]
    if frame is not None and _implied(frame):
        return [Detail("event", SlotState.MATCHED, "", text)]
    if frame is not None and told_lightly(theirs, sides.sentence, frame):
        return [Detail("event", SlotState.MATCHED, "", text)]
    if frame is not None and excluded_lightly(theirs, sides.sentence, frame):
        return [Detail("event", SlotState.DIFFERING, "", text, f"the reference only says “{text}”")]
    if _says_no_more(sides, theirs) or _comes_about(frame, theirs):
        return [Detail("event", SlotState.MATCHED, "", text)]
    if only_framed(sides, (), theirs):
        return [Detail("event", SlotState.MATCHED, "", text, FRAMED)]
    states_it = frame is not None and sides.sentence.clauses[frame.clause].verb >= 0
    if states_it and any(e.form == "verb" and e.classes for e in theirs):
        why = f"the reference is about “{text}”, the statement names no event"
        return [Detail("event", SlotState.ADDED, "", text, why)]
    return [Detail("event", SlotState.OMITTED, "", text)]


def _says_no_more(sides: Sides, told: Sequence[Event]) -> bool:
    """Whether what one side tells is no event beside a side that has or is (see `presence`)."""
    ways = (
        only_there,
        only_has,
        only_got,
        only_ill,
        only_known,
        only_lives,
        only_worth,
        only_expected,
    )
    return any(way(sides, told) for way in ways)


def _comes_about(frame: FigureFrame | None, theirs: Sequence[Event]) -> bool:
    """Whether a thing that is planned for a date is there then: "planned for 2024", "to open"."""
    dated = frame is not None and frame.figure.kind is Kind.DATE and frame.modality == PLAN
    return dated and any(not groups().coming_about.isdisjoint(e.classes) for e in theirs)


def _implied(frame: FigureFrame) -> bool:
    """Whether the unit alone says what is measured: tonnes weigh, degrees warm.

    Metres may be a height or a depth, and hours an age or a delay.
    """
    unit = frame.figure.unit
    return frame.figure.kind is Kind.MEASURE and unit is not None and unit.dimension not in (
        "length", "time", "rating", "count",
    )  # fmt: skip


def silent_reference(sides: Sides, ours: Sequence[Event]) -> list[Detail]:
    """The reference names no event of its own.

    Args:
        sides: the statement's figure and the reference's.
        ours: the statement's events.
    """
    if not ours:
        return []
    text = text_of(sides.sentence, ours[0])
    # what the reference tells of a part, it does not tell of the base
    base = sides.their_frame is not None and sides.their_frame.base
    of_part = base and not (sides.frame is not None and sides.frame.base)
    if why := told_of_other_figure(sides, ours):
        return [Detail("event", SlotState.DIFFERING, text, "", why)]
    if any(said(e, sides.sentence, sides.reference) or _met(e, sides) for e in ours):
        if not of_part:
            return [Detail("event", SlotState.MATCHED, text, "")]
        why = f"the reference tells “{text}” of a part of these alone"
        return [Detail("event", SlotState.DIFFERING, text, "", why)]
    theirs = sides.their_frame
    if theirs is not None and told_lightly(ours, sides.reference, theirs):
        return [Detail("event", SlotState.MATCHED, text, "")]
    if _says_no_more(sides, ours) or left_over(sides, ours) or moved_alike(sides, ours):
        return [Detail("event", SlotState.MATCHED, text, "")]
    if only_framed(sides, ours, ()):
        return [Detail("event", SlotState.MATCHED, text, "", FRAMED)]
    lightly = theirs is not None and excluded_lightly(ours, sides.reference, theirs)
    if lightly or _only_some(sides, ours, of_part=of_part):
        why = f"the reference says nothing of “{text}”"
        return [Detail("event", SlotState.DIFFERING, text, "", why)]
    if why := _part_of_whole(sides):
        return [Detail("event", SlotState.DIFFERING, text, "", why)]
    why = f"the reference names no event for “{text}”"
    return [Detail("event", SlotState.ADDED, text, "", why)]


def _part_of_whole(sides: Sides) -> str:
    """Why some of a group are not the whole group, of which the reference tells no more.

    "Of the drivers stopped, 40 were drunk" is no number of those who were stopped.
    """
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None or ours.figure.kind is not Kind.COUNT:
        return ""
    whole = theirs.base or theirs.group >= 0  # a base is `part_for_base`'s
    if whole or not (_is_some(sides.sentence, ours) and _tells_of_them(sides.sentence, ours)):
        return ""
    return f"“{ours.figure.text}” is a part, and “{theirs.figure.text}” the whole"


def _is_some(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure is some of a group: "40 of the drivers", "of the drivers stopped, 40"."""
    if frame.counted < 0 or any(f.base for f in sentence.figures):
        return False
    if frame.group == frame.counted:
        return True
    group = sentence.terms[frame.counted]
    opens = sentence.lemmas[: group.first] == ("of",)
    return opens and group.last <= frame.first and sentence.lemmas[group.first] in _KNOWN


def _tells_of_them(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure's clause tells what those whom it counts do or are."""
    verb = sentence.clauses[frame.clause].verb
    if verb < frame.last:
        return False
    if sentence.lemmas[verb] != "be":
        return True
    return any(t.role == "complement" and t.clause == frame.clause for t in sentence.terms)


def _only_some(sides: Sides, ours: Sequence[Event], *, of_part: bool) -> bool:
    """Whether an event befell only some of those whom the reference counts, as far as it says.

    Of 90 who sat an exam not all passed it, a school has more pupils than fell ill, and what was
    sunk is not there. A tunnel's length and a town's stations are told by any verb.
    """
    frame = sides.their_frame
    head = sides.reference.terms[frame.counted].head if frame and frame.counted >= 0 else ""
    counted = bool(head) and not (is_transparent(head) or is_generic(head))
    if any(_in_topic(e, sides) for e in ours):
        return False
    known = any(e.classes for e in ours) and not sides.on_topic
    some = of_part or (counted and words.names_people(head))
    return (known and some) or (counted and not noun_classes(head) and fully_told(ours))


def _in_topic(e: Event, sides: Sides) -> bool:
    """Whether the reference's topic speaks of an event, so that the reference need not."""
    return any(words.words_alike(e.lemma, word) for word in sides.reference.topic)


def _met(e: Event, sides: Sides) -> bool:
    return any(
        words.events_related(e, other) == words.SAME
        for other in sides.reference.events
        if not other.light
    )
