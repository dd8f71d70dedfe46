"""The slot "event": what happened, or what state holds."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.approving import APPROVING, is_approval_of_some
from factcheck.align.deciding import text_of
from factcheck.align.doers import same_doer
from factcheck.align.framing import FRAMED, only_framed
from factcheck.align.groups import groups
from factcheck.align.headlines import (
    ended,
    fates_apart,
)
from factcheck.align.heads import counted_as_one
from factcheck.align.inside import kinds_within
from factcheck.align.left_out import (
    without_change,
    without_getting,
    without_motion,
    without_planning,
)
from factcheck.align.met import (
    fully_told,
    met_elsewhere,
    names_thing,
    one_of_two,
    spends_time,
    told_inside,
    told_lightly,
)
from factcheck.align.partial import of_part_alone, only_of_how_many, part_for_base
from factcheck.align.presence import (
    known_cases,
    only_holds,
    owned_apart,
)
from factcheck.align.prices import proceeds
from factcheck.align.results import result
from factcheck.align.shared import COMPLETE_SUMS
from factcheck.align.sides import Sides
from factcheck.align.silent import silent_reference, silent_statement
from factcheck.frames.model import Event, FigureFrame, SentenceFrame, Term
from factcheck.model import Detail, Kind, SlotState

_ASKING = "ask_for"
# Whoever wins or loses something that is nobody (games, deals) may have done both.
_OF_CUSTOMERS = frozenset({"gain_customers", "lose_customers"})
_STATE = {
    words.WIDER: SlotState.WIDER,
    words.NARROWER: SlotState.NARROWER,
}


def event(sides: Sides) -> list[Detail]:
    """Compare the figures' own events; neighbours of one class never match.

    An event that only one side names leaves the two the same thing, unless the other side
    plainly speaks of something else.
    """
    settled = _settled(sides)
    if settled is not None:
        return [settled]
    ours, theirs = _telling(sides)
    if not ours and not theirs:
        return []
    if ended(sides, ours, theirs):
        return [Detail("event", SlotState.MATCHED, *_texts(sides, ours, theirs))]
    if sides.frame is not None and sides.frame.figure.kind is Kind.SCORE:
        return result(sides, ours, theirs, _texts(sides, ours, theirs))
    if not (ours and theirs) and (turned := _one_way(sides, ours or theirs)):
        return turned
    if not ours:
        return silent_statement(sides, without_motion(sides.their_frame, theirs))
    if not theirs:
        return silent_reference(sides, without_motion(sides.frame, ours))
    part = of_part_alone(sides, ours, theirs)
    return [part] if part is not None else _both_tell(sides, ours, theirs)


def _settled(sides: Sides) -> Detail | None:
    """What parts two figures, or makes them one, whatever their events are."""
    part = part_for_base(sides)
    if part is not None:
        return part
    if sides.undone:
        return _undone(sides)
    if is_approval_of_some(sides):
        return Detail("event", SlotState.MATCHED, "", "", APPROVING)
    if proceeds(sides.ours, sides.theirs):
        return Detail("event", SlotState.MATCHED, "", "", "sold for, and what the sale brought")
    apart = owned_apart(sides)
    if apart is not None:
        return Detail("event", SlotState.DIFFERING, *apart, "one has what the other has not")
    fates = fates_apart(sides)
    return Detail("event", SlotState.DIFFERING, *fates) if fates[0] else None


def _telling(sides: Sides) -> tuple[list[Event], list[Event]]:
    """The events of both sides that tell something of their figures."""
    ours, theirs = _without_common_noun(
        sides, _untallied(sides.ours.events), _untallied(sides.theirs.events)
    )
    ours = without_getting(sides.sentence, sides.frame, ours)
    theirs = without_getting(sides.reference, sides.their_frame, theirs)
    ours = without_planning(sides.frame, ours)
    return without_change(sides, ours), without_planning(sides.their_frame, theirs)


def _untallied(events: list[Event]) -> list[Event]:
    """The events without the noun of their number: "the measles tally" tells of none."""
    return [e for e in events if e.form != "noun" or e.lemma not in groups().tallies]


def _one_way(sides: Sides, told: Sequence[Event]) -> list[Detail]:
    """Changes of which one has its verb ("grew by 3%") and the other only its way ("up 3%").

    So it is of levels: "has fallen to 63%" is not "63%, up from 48%".
    """
    a, b = sides.frame, sides.their_frame
    if a is None or b is None or not told or any(words.MOVES.isdisjoint(e.classes) for e in told):
        return []
    ways = sides.ours.way, sides.theirs.way
    if not all(ways) or a.figure.kind is not b.figure.kind:
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
        apart = kinds_within(sides, ours, theirs)
        return apart or [Detail("event", _of_both(sides, ours, theirs), a_text, b_text)]
    if (best == "antonym" and _directed(sides)) or _of_one_stock(sides, ours, theirs):
        return [Detail("event", SlotState.TURNED, a_text, b_text), *_moved(sides, ours, theirs)]
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
        return Detail("event", SlotState.MATCHED, a_text, b_text, FRAMED)
    if known_cases(sides, ours, theirs) or _both_scheduled(sides, ours, theirs):
        return Detail("event", SlotState.MATCHED, a_text, b_text)
    if met == 2 or told_inside(sides, ours, theirs) or _told_by_light_verb(sides, ours, theirs):
        return Detail("event", SlotState.MATCHED, a_text, b_text)
    why = f"“{a_text}” and “{b_text}” are not known to be one event"
    bare = only_holds(theirs) and any(e.classes for e in ours)
    apart = not met and (bare or (fully_told(ours) and fully_told(theirs)))
    apart = apart or only_of_how_many(sides)
    state = SlotState.DIFFERING if apart else SlotState.ADDED
    return Detail("event", state, a_text, b_text, why)


def _both_scheduled(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> bool:
    """Whether both sides say from when to when something is on: "runs from 9", "airs from 9"."""
    timed = sides.frame is not None and sides.frame.figure.kind is Kind.TIME
    return timed and all(
        any(e.lemma in groups().scheduled for e in told) for told in (ours, theirs)
    )


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
        if e.form == "noun" or names_thing(e, side, frame) or spends_time(e, side, frame)
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
    if all(any(e.classes for e in told) for told in verbs):
        crossed = [pair for pair in crossed if not _only_spends_time(sides, *pair)]
        crossed = [pair for pair in crossed if not _only_names_sort(sides, *pair)]
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


def _only_spends_time(sides: Sides, ours: Event, theirs: Event) -> bool:
    """Whether one of two events only tells where a time is spent."""
    return spends_time(ours, sides.sentence, sides.frame) or spends_time(
        theirs, sides.reference, sides.their_frame
    )


def _only_names_sort(sides: Sides, ours: Event, theirs: Event) -> bool:
    """Whether one of two events only tells the sort of somebody: "a publishing house closed"."""
    return _names_sort(ours, sides.sentence) or _names_sort(theirs, sides.reference)


def _names_sort(event: Event, sentence: SentenceFrame) -> bool:
    if event.form != "noun" or sentence.tags[event.last : event.last + 1] != ("NOUN",):
        return False
    return any(t.role == "agent" and t.first <= event.first < t.at for t in sentence.terms)


def _directed(sides: Sides) -> bool:
    """Whether the figure is one of a rise or a fall, so that an opposite turns it round."""
    figure = sides.frame.figure if sides.frame else None
    return figure is None or figure.kind in (Kind.CHANGE, Kind.FACTOR) or bool(figure.direction)


def _moved(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> list[Detail]:
    """What rose here and fell there, where both sides name it as an event ("unemployment")."""
    for a, b in ((a, b) for a in ours for b in theirs):
        named = not words.MOVES & {*a.classes, *b.classes} and {"verb"}.isdisjoint((a.form, b.form))
        if named and words.events_related(a, b) == words.SAME:
            texts = text_of(sides.sentence, a), text_of(sides.reference, b)
            return [Detail("counted", SlotState.MATCHED, *texts)]
    return []


def _of_one_stock(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> bool:
    """Whether one number came to what there is here, and went from it there.

    Of two numbers both may have happened: who gained 23 seats may have lost 12.
    """
    a, b = sides.frame, sides.their_frame
    if a is None or b is None or a.figure.value is None or a.figure.value != b.figure.value:
        return False
    pairs = {(x, y) for e in ours for x in e.classes for o in theirs for y in o.classes}
    pairs &= groups().stocks
    term = _counted_term(sides.sentence, a)
    people = term is not None and words.names_people(term.head)
    return any(people or _OF_CUSTOMERS.isdisjoint(pair) for pair in pairs)
