"""The events of a whole statement, each looked for in the reference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.align import words
from factcheck.align.doers import same_doer
from factcheck.align.mention import mentioned
from factcheck.align.shared import CORE
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, SentenceFrame
from factcheck.model import Detail, SlotState

# Roles of those who only are there when something is done to something else.
_BESIDE = frozenset(
    {"with", "alongside", "beside", "near", "in", "at", "during", "after", "before"}
)


class Told(NamedTuple):
    """What became of the statement's events.

    Attributes:
        details: one for each event.
        pairs: the events that both sides tell.
    """

    details: list[Detail]
    pairs: list[tuple[Event, Event]]


def events(sides: Sides, state: int, exchanged: bool | None) -> Told:
    """Look for every event of the statement in the reference.

    Args:
        sides: two whole sentences.
        state: token of a state that is compared by itself, or -1.
        exchanged: whether the main events tell one contest with its sides exchanged; None where
            they tell none.
    """
    told = Told([], [])
    main = _main_event(sides.sentence)
    for event in sides.sentence.events:
        if event is main and exchanged is not None:
            other = _main_event(sides.reference)
            turned = SlotState.TURNED if exchanged else SlotState.MATCHED
            told.details.append(Detail("event", turned, event.lemma, other.lemma if other else ""))
        elif event.first <= state < event.last or event.form == "adjective":
            continue
        elif event.light:
            if event is main:
                told.details.extend(_light(event, sides))
        else:
            _tell(event, sides, told)
    return told


def _tell(event: Event, sides: Sides, told: Told) -> None:
    """Add what becomes of one event of the statement."""
    relations = {
        words.events_related(event, other): other
        for other in sides.reference.events
        if not _apart(event, other, sides)
    }
    both = relations.get(words.SAME) or relations.get("converse")
    opposite = relations.get("antonym")
    if both is not None:
        told.pairs.append((event, both))
        told.details.append(Detail("event", SlotState.MATCHED, event.lemma, both.lemma))
    elif opposite is not None and _turns(event, opposite, sides):
        told.details.append(Detail("event", SlotState.TURNED, event.lemma, opposite.lemma))
    elif event.form == "noun" and _held(event, sides):
        # a phrase of the reference holds it: "accepted the offer"
        told.details.append(Detail("event", SlotState.MATCHED, event.lemma, event.lemma))
    else:
        told.details.append(Detail("event", SlotState.ADDED, event.lemma, ""))


def _held(event: Event, sides: Sides) -> bool:
    """Whether a noun of the reference names an event, or its like inside a phrase does."""
    if mentioned(event.lemma, sides.reference):
        return True
    phrases = [e for e in sides.reference.events if e.form == "phrase"]
    return any(
        term.head and words.nouns_related(event.lemma, term.head) == words.SAME
        for term in sides.reference.terms
        if any(e.first < term.at < e.last for e in phrases)
    )


def _apart(event: Event, other: Event, sides: Sides) -> bool:
    """Whether two events are not to be compared: nobody does both sides of one."""
    if other.light:
        return True
    return words.are_converse(event, other) and same_doer(sides)


def _light(event: Event, sides: Sides) -> Sequence[Detail]:
    """A main verb that says little ("continues", "passed") against another main verb.

    Beside one that says more, it has to be the same: what continues has not ended.
    """
    other = _main_event(sides.reference)
    if other is None or not event.classes or not other.classes or event.lemma == other.lemma:
        return []
    if _comes_from(event, other, sides):
        return []
    relation = words.events_related(event, other)
    if relation in words.RELATED or relation == "converse":
        return []
    if relation == "antonym":
        return [Detail("event", SlotState.TURNED, event.lemma, other.lemma)]
    if relation == words.EXCLUSIVE:
        return [Detail("event", SlotState.DIFFERING, event.lemma, other.lemma)]
    return [] if other.light else [Detail("event", SlotState.ADDED, event.lemma, "")]


def _comes_from(event: Event, other: Event, sides: Sides) -> bool:
    """Whether a deed's noun comes from whoever did it: "approval has come from the regulator"."""
    lemmas = sides.sentence.lemmas
    if (
        event.lemma not in ("come", "come from")
        or "from" not in lemmas[event.first : event.last + 1]
    ):
        return False
    if not _is_doer(sides):
        return False
    before = (e for e in sides.sentence.events if e.form == "noun" and e.last <= event.first)
    told = {words.events_related(noun, other) for noun in before}
    return not told.isdisjoint((words.SAME, "antonym"))


def _is_doer(sides: Sides) -> bool:
    """Whether whom something comes from here is who does it there."""
    acting = [t for t in sides.reference.terms if t.role == "agent" and t.head]
    named = [n for n in sides.reference.names if n.role == "agent"]
    return any(
        words.nouns_related(term.head, doer.head) == words.SAME
        for term in sides.sentence.terms
        if term.role == "from" and term.head
        for doer in acting
    ) or any(
        words.names_related(name, other) == words.SAME
        for name in sides.sentence.names
        if name.role == "from"
        for other in named
    )


def _main_event(sentence: SentenceFrame) -> Event | None:
    verb = sentence.clauses[0].verb
    return next((e for e in sentence.events if e.first <= verb < e.last), None)


def _turns(event: Event, opposite: Event, sides: Sides) -> bool:
    """Whether two opposites are asserted of one thing."""
    told = _governs(event, sides.sentence) and _asserted(opposite, sides)
    return told and not _beside_object(sides)


def _beside_object(sides: Sides) -> bool:
    """Whether the reference has the statement's object only beside what it tells.

    Who opens a station "with the ambassador" has not done the opposite of recalling one.
    """
    for term in sides.sentence.terms:
        if term.role != "patient" or not term.head:
            continue
        roles = {
            other.role
            for other in sides.reference.terms
            if other.head and words.nouns_related(term.head, other.head) in words.RELATED
        }
        if roles and roles <= _BESIDE:
            return True
    return False


def _asserted(event: Event, sides: Sides) -> bool:
    """Whether the reference says that an event happens, and not of what ("of a deployment")."""
    return _governs(event, sides.reference) or any(
        event.first <= term.at < event.last and term.role in CORE for term in sides.reference.terms
    )


def _governs(event: Event, sentence: SentenceFrame) -> bool:
    return any(event.first <= clause.verb < event.last for clause in sentence.clauses)
