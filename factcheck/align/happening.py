"""The slot "event": what happened, or what state holds."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.deciding import decisive_events, text_of
from factcheck.align.doers import same_doer
from factcheck.align.framing import only_framed
from factcheck.align.groups import groups
from factcheck.align.headlines import ended, left_over, moved_alike
from factcheck.align.heads import counted_as_one
from factcheck.align.left_out import (
    MOVES,
    without_change,
    without_getting,
    without_motion,
    without_planning,
)
from factcheck.align.met import (
    excluded_lightly,
    fully_told,
    met_elsewhere,
    names_thing,
    one_of_two,
    said,
    told_inside,
    told_lightly,
)
from factcheck.align.partial import of_part_alone, only_of_how_many, part_for_base
from factcheck.align.presence import (
    only_got,
    only_has,
    only_holds,
    only_known,
    only_there,
    only_worth,
)
from factcheck.align.results import result
from factcheck.align.shared import COMPLETE_SUMS
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, FigureFrame, SentenceFrame, Term
from factcheck.frames.verb_mood import PLAN
from factcheck.lexicon.events import noun_classes
from factcheck.lexicon.nouns import is_generic, is_transparent
from factcheck.model import Detail, Kind, SlotState

_ASKING = "ask_for"
_FRAMED = "the verbs only introduce it"
_STATE = {
    words.WIDER: SlotState.WIDER,
    words.NARROWER: SlotState.NARROWER,
}


def event(sides: Sides) -> list[Detail]:
    """Compare the figures' own events; neighbours of one class never match.

    An event that only one side names leaves the two the same thing, unless the other side
    plainly speaks of something else.
    """
    ours = decisive_events(sides.sentence, sides.frame)
    theirs = decisive_events(sides.reference, sides.their_frame)
    ours, theirs = _without_common_noun(sides, ours, theirs)
    ours = without_getting(sides.sentence, sides.frame, ours)
    theirs = without_getting(sides.reference, sides.their_frame, theirs)
    ours, theirs = (
        without_planning(sides.frame, ours),
        without_planning(sides.their_frame, theirs),
    )
    ours = without_change(sides, ours)
    part = part_for_base(sides)
    if part is not None:
        return [part]
    if sides.undone:
        return [_undone(sides)]
    if not ours and not theirs:
        return []
    if ended(sides, ours, theirs):
        return [Detail("event", SlotState.MATCHED, *_texts(sides, ours, theirs))]
    if sides.frame is not None and sides.frame.figure.kind is Kind.SCORE:
        return result(sides, ours, theirs, _texts(sides, ours, theirs))
    if not (ours and theirs) and (turned := _one_way(sides, ours or theirs)):
        return turned
    if not ours:
        return _silent_statement(sides, without_motion(sides.their_frame, theirs))
    if not theirs:
        return _silent_reference(sides, without_motion(sides.frame, ours))
    part = of_part_alone(sides, ours, theirs)
    return [part] if part is not None else _both_tell(sides, ours, theirs)


def _one_way(sides: Sides, told: Sequence[Event]) -> list[Detail]:
    """Changes of which one has its verb ("grew by 3%") and the other only its way ("up 3%")."""
    a, b = sides.frame, sides.their_frame
    if a is None or b is None or not told or any(MOVES.isdisjoint(e.classes) for e in told):
        return []
    ways = a.figure.direction, b.figure.direction
    if not all(ways) or not all(f.figure.kind is Kind.CHANGE for f in (a, b)):
        return []
    state = SlotState.MATCHED if ways[0] == ways[1] else SlotState.TURNED
    return [Detail("event", state, *("up" if way > 0 else "down" for way in ways))]


def _undone(sides: Sides) -> Detail:
    """Whether "unknown" is "not known": so it is where just one side denies it in so many words."""
    a, b = sides.frame, sides.their_frame
    one = a is not None and b is not None and a.negated != b.negated
    return Detail("event", SlotState.MATCHED if one else SlotState.DIFFERING, *sides.undone)


def _both_tell(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> list[Detail]:
    """Compare the events of two figures that both have one."""
    best = _relation(sides, ours, theirs)
    a_text, b_text = text_of(sides.sentence, ours[0]), text_of(sides.reference, theirs[0])
    if best == "converse" and _both_done(sides, ours, theirs):
        return [Detail("event", SlotState.DIFFERING, a_text, b_text)]
    if best in (words.SAME, "converse"):
        return [Detail("event", _of_both(sides, ours, theirs), a_text, b_text)]
    if best == "antonym" and _directed(sides):
        return [Detail("event", SlotState.TURNED, a_text, b_text)]
    if best in ("exclusive", "antonym"):
        return [Detail("event", SlotState.DIFFERING, a_text, b_text)]
    if best in _STATE:
        return [Detail("event", _kind_of(best, sides, ours, theirs), a_text, b_text)]
    return [_unjoined(sides, ours, theirs)]


def _of_both(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> SlotState:
    """What two figures of one event are: "damaged or destroyed" holds those that were damaged."""
    whole = one_of_two(sides.sentence, ours), one_of_two(sides.reference, theirs)
    if whole[0] == whole[1]:
        return SlotState.MATCHED
    return SlotState.WIDER if whole[0] else SlotState.NARROWER


def _both_done(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> bool:
    """Whether one and the same would do both sides of one event, and so does two."""
    return same_doer(sides) and any(words.are_converse(a, b) for a in ours for b in theirs)


def _unjoined(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> Detail:
    """Two events that no class joins or parts: another thing, or a link that is not certain."""
    a_text, b_text = _texts(sides, ours, theirs)
    met = met_elsewhere(sides, ours, theirs)
    if only_framed(sides, ours, theirs):
        return Detail("event", SlotState.MATCHED, a_text, b_text, _FRAMED)
    if met == 2 or told_inside(sides, ours, theirs) or _told_by_light_verb(sides, ours, theirs):
        return Detail("event", SlotState.MATCHED, a_text, b_text)
    why = f"“{a_text}” and “{b_text}” are not known to be one event"
    bare = only_holds(theirs) and any(e.classes for e in ours)
    apart = not met and (bare or (fully_told(ours) and fully_told(theirs)))
    apart = apart or only_of_how_many(sides)
    state = SlotState.DIFFERING if apart else SlotState.ADDED
    return Detail("event", state, a_text, b_text, why)


def _told_by_light_verb(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> bool:
    """Whether one side's verb tells it, where its events are only the thing that has the figure."""
    a, b = sides.frame, sides.their_frame
    if a is None or b is None:
        return False
    here = all(names_thing(e, sides.sentence, a) for e in ours)
    there = all(names_thing(e, sides.reference, b) for e in theirs)
    return (here and told_lightly(theirs, sides.sentence, a)) or (
        there and told_lightly(ours, sides.reference, b)
    )


def _without_common_noun(
    sides: Sides, ours: list[Event], theirs: list[Event]
) -> tuple[list[Event], list[Event]]:
    """Leave out a counted noun that both sides share: it is the thing, not what happens to it."""
    a = _counted_term(sides.sentence, sides.frame)
    b = _counted_term(sides.reference, sides.their_frame)
    if a is None or b is None or not a.head:
        return ours, theirs
    one_word = a.head == b.head
    if not one_word and not counted_as_one(a, b):
        return ours, theirs
    rest = (
        _beside(sides.sentence, sides.frame, ours),
        _beside(sides.reference, sides.their_frame, theirs),
    )
    if not one_word and not (rest[0] or rest[1]):
        return rest  # "a box office of 122 crore", "earnings of 122 crore"
    # "120 seats" beside "34 of the 120 seats": a thing that both count and neither tells of
    return (ours, theirs) if ours and theirs and not (rest[0] or rest[1]) else rest


def _names_counted(events: Sequence[Event], sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether the noun that a figure counts names all of its events: "3,870 thefts"."""
    at = sentence.terms[frame.counted].at if frame.counted >= 0 else -1
    return all(e.form == "noun" and e.first <= at < e.last for e in events)


def _beside(
    sentence: SentenceFrame, frame: FigureFrame | None, events: Sequence[Event]
) -> list[Event]:
    """The events without the one that names the thing counted ("a deployment of 300" stays)."""
    at = sentence.terms[frame.counted].at if frame is not None and frame.counted >= 0 else -1
    return [e for e in events if e.form != "noun" or not e.first <= at < e.last]


def _counted_term(sentence: SentenceFrame, frame: FigureFrame | None) -> Term | None:
    return sentence.terms[frame.counted] if frame is not None and frame.counted >= 0 else None


def _kind_of(
    relation: str, sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]
) -> SlotState:
    """One way of a thing told by its wider name ("gone", "sent") is that thing.

    Only a class that is the sum of its kinds stands to them as a whole (casualties, killed), and
    what is itself counted: burglaries are a part of the thefts.
    """
    wide = ours if relation == words.WIDER else theirs
    summed = any(name in COMPLETE_SUMS for e in wide for name in e.classes)
    a, b = sides.frame, sides.their_frame
    if a is not None and b is not None and a.figure.kind is Kind.COUNT:
        nouns = _names_counted(ours, sides.sentence, a), _names_counted(theirs, sides.reference, b)
        summed = summed or all(nouns)
    return _STATE[relation] if summed else SlotState.MATCHED


def _relation(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> str:
    """How two sets of events stand: predicates with predicates, nouns only where one has none.

    That both sides speak of "hostages" does not make "held" the same as "released".
    """
    nominal = {
        id(e)
        for side, frame, events in (
            (sides.sentence, sides.frame, ours),
            (sides.reference, sides.their_frame, theirs),
        )
        for e in events
        if e.form == "noun" or names_thing(e, side, frame)
    }
    verbs = [e for e in ours if id(e) not in nominal], [e for e in theirs if id(e) not in nominal]
    if not (verbs[0] and verbs[1]):
        return words.strongest(words.events_related(a, b) for a in ours for b in theirs)
    if _asked(verbs[0]) != _asked(verbs[1]):
        verbs = _without_asked(verbs[0]), _without_asked(verbs[1])
    best = words.strongest(words.events_related(a, b) for a in verbs[0] for b in verbs[1])
    if best != words.UNKNOWN:
        return best
    # a verb that no class names may only lead to the noun ("logged 12 arrests")
    crossed = [(a, b) for a in ours for b in theirs if (id(a) in nominal) != (id(b) in nominal)]
    return words.strongest(words.events_related(a, b) for a, b in crossed)


def _asked(told: Sequence[Event]) -> bool:
    """Whether somebody only asks for it: "demanded nine years in prison"."""
    return any(e.form == "verb" and _ASKING in e.classes for e in told)


def _without_asked(told: Sequence[Event]) -> list[Event]:
    """The request alone, where there is one: what is asked for has not happened."""
    return [e for e in told if e.form == "verb" and _ASKING in e.classes] or list(told)


def _texts(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> tuple[str, str]:
    """The first event of either side in its own words, "" for none."""
    return (
        text_of(sides.sentence, ours[0]) if ours else "",
        text_of(sides.reference, theirs[0]) if theirs else "",
    )


def _directed(sides: Sides) -> bool:
    """Whether the figure is one of a rise or a fall, so that an opposite turns it round."""
    figure = sides.frame.figure if sides.frame else None
    return figure is None or figure.kind in (Kind.CHANGE, Kind.FACTOR) or bool(figure.direction)


def _silent_statement(sides: Sides, theirs: Sequence[Event]) -> list[Detail]:
    """The statement names no event of its own: it has, there are, it totals."""
    if not theirs:
        return []
    text = text_of(sides.reference, theirs[0])
    frame = sides.frame
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
        return [Detail("event", SlotState.MATCHED, "", text, _FRAMED)]
    states_it = frame is not None and sides.sentence.clauses[frame.clause].verb >= 0
    if states_it and any(e.form == "verb" and e.classes for e in theirs):
        why = f"the reference is about “{text}”, the statement names no event"
        return [Detail("event", SlotState.ADDED, "", text, why)]
    return [Detail("event", SlotState.OMITTED, "", text)]


def _says_no_more(sides: Sides, told: Sequence[Event]) -> bool:
    """Whether what one side tells is no event beside a side that has or is (see `presence`)."""
    ways = (only_there, only_has, only_got, only_known, only_worth)
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


def _silent_reference(sides: Sides, ours: Sequence[Event]) -> list[Detail]:
    if not ours:
        return []
    text = text_of(sides.sentence, ours[0])
    # what the reference tells of a part, it does not tell of the base
    base = sides.their_frame is not None and sides.their_frame.base
    of_part = base and not (sides.frame is not None and sides.frame.base)
    if any(said(e, sides.sentence, sides.reference) or _met(e, sides) for e in ours):
        if not of_part:
            return [Detail("event", SlotState.MATCHED, text, "")]
        why = f"the reference tells “{text}” of a part of these alone"
        return [Detail("event", SlotState.DIFFERING, text, "", why)]
    if sides.their_frame is not None and told_lightly(ours, sides.reference, sides.their_frame):
        return [Detail("event", SlotState.MATCHED, text, "")]
    if _says_no_more(sides, ours) or left_over(sides, ours) or moved_alike(sides, ours):
        return [Detail("event", SlotState.MATCHED, text, "")]
    if only_framed(sides, ours, ()):
        return [Detail("event", SlotState.MATCHED, text, "", _FRAMED)]
    if any(e.classes for e in ours) and not sides.on_topic:
        return [
            Detail(
                "event", SlotState.DIFFERING, text, "", f"the reference says nothing of “{text}”"
            )
        ]
    if fully_told(ours) and _names_bearers(sides) and not any(_in_topic(e, sides) for e in ours):
        why = f"the reference says nothing of “{text}”"
        return [Detail("event", SlotState.DIFFERING, text, "", why)]
    why = f"the reference names no event for “{text}”"
    return [Detail("event", SlotState.ADDED, text, "", why)]


def _names_bearers(sides: Sides) -> bool:
    """Whether the reference counts those to whom something happens, and not cases of it."""
    frame = sides.their_frame
    head = sides.reference.terms[frame.counted].head if frame and frame.counted >= 0 else ""
    return bool(head) and not (is_transparent(head) or is_generic(head) or noun_classes(head))


def _in_topic(e: Event, sides: Sides) -> bool:
    """Whether the reference's topic speaks of an event, so that the reference need not."""
    return any(words.words_alike(e.lemma, word) for word in sides.reference.topic)


def _met(e: Event, sides: Sides) -> bool:
    return any(
        words.events_related(e, other) == words.SAME
        for other in sides.reference.events
        if not other.light
    )
