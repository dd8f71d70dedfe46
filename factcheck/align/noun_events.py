"""Events that a figure's subject or object names, where its verb only leads to them."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.shared import COMPLETE_SUMS
from factcheck.frames.cues import cues
from factcheck.frames.model import Event, FigureFrame, SentenceFrame
from factcheck.model import Kind

_HOW_LONG = "measure_duration"
_LASTING = frozenset({"last", "continue", "run", "endure", "persist"})
_TOLLS = frozenset({*COMPLETE_SUMS, *(part for parts in COMPLETE_SUMS.values() for part in parts)})


def of_subject(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """What a subject names, where its verb only says how many: "sales came to 4.9 million cars".

    So it is of what lasts: "the blackout lasted seven hours".
    """
    clause = sentence.clauses[frame.clause]
    event = sentence.events[clause.event] if clause.event >= 0 else None
    if event is None or not clause.first < clause.verb < frame.first:
        return []
    level = event.light and sentence.lemmas[clause.verb] in cues().verbs_level
    return named_by_subject(sentence, frame) if level or lasts(event, frame) else []


def of_object(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """What those whom a figure counts received or suffered: "210 patients received transplants"."""
    clause = sentence.clauses[frame.clause]
    behind = range(clause.verb + 1, clause.verb + 3)
    if frame.last > clause.verb or clause.verb < 0 or clause.passive:
        return []
    if sentence.lemmas[clause.verb] not in groups().undergone:
        return []
    at = next((t.at for t in sentence.terms if t.role == "patient" and t.at in behind), -1)
    return [e for e in sentence.events if e.form == "noun" and e.first <= at < e.last]


def named_by_subject(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """The event that the subject of a figure's clause names, if it does."""
    at = next((t.at for t in sentence.terms if t.role == "agent" and t.clause == frame.clause), -1)
    named = (e for e in sentence.events if e.form == "noun" and e.first <= at < e.last)
    return [e for e in named if e.classes and not is_somebody(e, sentence)]


def lasts(e: Event, frame: FigureFrame) -> bool:
    """Whether a verb or its phrase only says how long: "went on for", a matter of what lasts."""
    phrase = e.form == "phrase" and _HOW_LONG in e.classes
    return frame.figure.kind is Kind.DURATION and (phrase or e.lemma in _LASTING)


def is_somebody(e: Event, sentence: SentenceFrame) -> bool:
    """Whether a noun names people by what they do or suffer ("users", "hostages"), not an event.

    Casualties are both, and so are the deaths and injuries among them: what their number tells
    happened to them.
    """
    if e.form != "noun" or not _TOLLS.isdisjoint(e.classes):
        return False
    return words.names_people(sentence.lemmas[e.last - 1])
