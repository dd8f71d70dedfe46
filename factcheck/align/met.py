"""Whether an event that one side tells is told by the other in another part of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.mention import mentioned
from factcheck.align.shared import CORE
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, FigureFrame, SentenceFrame
from factcheck.lexicon.events import find_events
from factcheck.model import Kind

_TOLD_OF = frozenset({*CORE, "complement", "free", "subject"})
# One way of a thing told by its wider name is that thing; who gave it, and who received it, is a
# matter of roles.
_ONE = words.RELATED | {"converse"}


def said(e: Event, own: SentenceFrame, other: SentenceFrame) -> bool:
    """Whether the other sentence has an event's word; the "in" of "in intensive care" is none."""
    return own.tags[e.first] != "ADP" and mentioned(e.lemma, other)


def names_thing(e: Event, sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether an event is only the noun counted, or a phrase around it ("wage increase")."""
    at = sentence.terms[frame.counted].at if frame is not None and frame.counted >= 0 else -1
    if e.form not in ("noun", "phrase") or not e.first <= at < e.last:
        return False
    tags = sentence.tags[e.first : e.last]
    return "VERB" not in tags and "AUX" not in tags


def spends_time(e: Event, sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether a phrase only tells where a time is spent: "was freed after 12 years in jail".

    Args:
        e: an event.
        sentence: its sentence.
        frame: the figure that it is told of.
    """
    timed = frame is not None and frame.figure.kind is Kind.DURATION
    return timed and e.form == "phrase" and sentence.tags[e.first] == "ADP"


def _free_events(sentence: SentenceFrame, frame: FigureFrame | None) -> list[Event]:
    """The events of a sentence but those of clauses that tell of other figures."""
    own = frame.clause if frame is not None else -1
    busy = {f.clause for f in sentence.figures} - {own}
    return [e for e in sentence.events if not e.light and e.clause not in busy]


def met_elsewhere(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> int:
    """How many sides tell the other's event in another part of the sentence: 0, 1 or 2."""
    if sides.their_frame is not None and sides.their_frame.base:
        return 0
    far = _free_events(sides.reference, sides.their_frame)
    near = _free_events(sides.sentence, sides.frame)

    def told(a: Event, b: Event) -> bool:
        """Whether two are one event, and not only the thing that both sides count."""
        thing = names_thing(a, sides.sentence, sides.frame)
        both = thing and names_thing(b, sides.reference, sides.their_frame)
        return not both and words.events_related(a, b) == words.SAME

    there = any(told(a, b) for a in ours for b in far)
    here = any(told(a, b) for a in near for b in theirs)
    return there + here


def fully_told(events: Sequence[Event]) -> bool:
    """Whether the governing event is one whose wordings the lexicon knows to the end.

    Two of those that no class joins are two things: whoever was fined did not thereby die.
    """
    return any(groups().well_told.intersection(e.classes) for e in events[:1])


def told_lightly(events: Sequence[Event], other: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether the other side's light verb may tell an event: "gave 19 jets", "donated 19 jets".

    Args:
        events: the events of one side.
        other: the other side's sentence, which tells no event of its own.
        frame: the figure in it.
    """
    beside = frame.counted >= 0 and other.terms[frame.counted].role not in _TOLD_OF
    if frame.base or beside:
        return False  # "on a $40 million budget, it made …"
    return not _ONE.isdisjoint(_beside_light(events, other, frame))


def _beside_light(events: Sequence[Event], other: SentenceFrame, frame: FigureFrame) -> set[str]:
    """How the events stand to the light verb that leads to a figure, as far as it has a class."""
    verb = other.clauses[frame.clause].verb
    light = [e for e in other.events if e.light and verb >= 0 and e.first <= verb < e.last]
    told = [e for e in events if e.form != "noun"] or events
    return {words.events_related(e, o) for e in told for o in light if o.classes}


def excluded_lightly(events: Sequence[Event], other: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether the other side's light verb is known to tell another event: "gave", "promised".

    Args:
        events: the events of one side.
        other: the other side's sentence, which tells no event of its own.
        frame: the figure in it.
    """
    found = _beside_light([e for e in events if e.form != "noun"], other, frame)
    return words.EXCLUSIVE in found and _ONE.isdisjoint(found)


def told_inside(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> bool:
    """Whether a phrase of one side holds the other's event: "took seven years to build"."""
    return any(
        _holds(a, sides.sentence, b) for a in ours if a.form == "phrase" for b in theirs
    ) or any(_holds(b, sides.reference, a) for b in theirs if b.form == "phrase" for a in ours)


def _holds(e: Event, sentence: SentenceFrame, other: Event) -> bool:
    """Whether an infinitive at the end of a phrase is the other event."""
    last = e.last - 1
    if last - 1 <= e.first or sentence.lemmas[last - 1] != "to":
        return False
    return not _classes_of(sentence.lemmas[last]).isdisjoint(other.classes)


@lru_cache(maxsize=4096)
def _classes_of(verb: str) -> frozenset[str]:
    """The events that a verb alone tells."""
    hits = find_events((verb,), ("VERB",), (verb,))
    return frozenset(name for hit in hits for name in hit.classes)


def one_of_two(sentence: SentenceFrame, events: Sequence[Event]) -> bool:
    """Whether a figure counts those to whom either of two things happened: "killed or hurt".

    Args:
        sentence: the figure's sentence.
        events: its decisive events.
    """
    lemmas, tags = sentence.lemmas, sentence.tags
    return any(
        (lemmas[e.last : e.last + 1] == ("or",) and tags[e.last + 1 : e.last + 2] == ("VERB",))
        or (e.first > 1 and lemmas[e.first - 1] == "or" and tags[e.first - 2] == "VERB")
        for e in events
        if e.form == "verb"
    )
