"""Whether an event that one side tells is told by the other in another part of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.mention import mentioned
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, FigureFrame, SentenceFrame


def said(e: Event, own: SentenceFrame, other: SentenceFrame) -> bool:
    """Whether the other sentence has an event's word; the "in" of "in intensive care" is none."""
    return own.tags[e.first] != "ADP" and mentioned(e.lemma, other)


def names_thing(e: Event, sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether an event is only the noun counted, or a phrase around it ("wage increase")."""
    at = sentence.terms[frame.counted].at if frame is not None and frame.counted >= 0 else -1
    verbal = {"VERB", "AUX"}.intersection(sentence.tags[e.first : e.last])
    return e.form in ("noun", "phrase") and e.first <= at < e.last and not verbal


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
