"""Counted nouns that are events: "40 deaths" beside "40 people died"."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.bare import OF_PEOPLE
from factcheck.align.deciding import decisive_events
from factcheck.align.groups import groups
from factcheck.align.mention import mentioned
from factcheck.align.met import told_lightly
from factcheck.align.narrowing import phrase
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, FigureFrame, SentenceFrame, Term
from factcheck.lexicon.events import noun_classes
from factcheck.lexicon.nouns import is_generic, is_transparent
from factcheck.model import Detail, SlotState


def _names(event: Event, term: Term) -> bool:
    """Whether a term's head noun is an event of the lexicon, or hands on to one.

    "Recovered cases" are recoveries: the case only carries the participle.
    """
    if not event.classes:
        return False
    empty = is_transparent(term.head) or is_generic(term.head)
    if event.form in ("adjective", "noun") and empty and event.first < term.at:
        return term.first <= event.first  # "recovered cases", "recovery cases"
    # "made 64 arrests" names its arrests; "won 34 seats" tells what happened to the seats
    got = event.lemma in groups().getting and term.head in groups().got
    done = event.lemma in groups().doing
    inside = event.form == "phrase" and (got or done or event.first >= term.first)
    compound = term.first <= event.first and event.last <= term.last  # "nine death sentences"
    told = done or compound or set(event.classes) & set(noun_classes(term.head))
    by_itself = inside and told
    return bool(event.form == "noun" or by_itself) and event.first <= term.at < event.last


def kind_beside_thing(sides: Sides, ours: Term, theirs: Term) -> list[Detail]:
    """ "40 deaths" and "40 people died" agree; "zinc exports" and "exported copper" do not.

    The event slot compares the event; what narrows its noun must be the other side's thing.
    """
    for event_noun, thing, side in (
        (ours, theirs, sides.sentence),
        (theirs, ours, sides.reference),
    ):
        telling = event_noun.modifiers and not is_transparent(event_noun.head)
        if telling and _is_compound(event_noun, side):
            continue  # "running time" is of no kind
        kind = event_noun.modifiers[-1] if telling else ""  # "recovery cases" are of no kind
        if kind and words.nouns_related(kind, thing.head) == words.EXCLUSIVE:
            return [Detail("counted", SlotState.DIFFERING, phrase(ours), phrase(theirs))]
    return []


def _is_compound(term: Term, sentence: SentenceFrame) -> bool:
    """Whether a noun names its event together with the word before it."""
    return any(
        e.form == "phrase" and e.first < term.at < e.last and e.first >= term.first
        for e in sentence.events
    )


def thing_of_nobody(sides: Sides, ours: Term, theirs: Term) -> list[Detail]:
    """ "Casualties" and "deaths" are of people unless it is said: four dogs are not among them."""
    for event_noun, thing, side in (
        (ours, theirs, sides.sentence),
        (theirs, ours, sides.reference),
    ):
        human = any(
            _names(e, event_noun) and OF_PEOPLE.intersection(e.classes) for e in side.events
        )
        bare = human and not event_noun.modifiers and not mentioned(thing.head, side)
        if bare and words.nouns_related(thing.head, "person") == words.EXCLUSIVE:
            return [Detail("counted", SlotState.DIFFERING, phrase(ours), phrase(theirs))]
        if bare and thing.head in groups().groups_of_people:
            part = SlotState.NARROWER if thing is ours else SlotState.WIDER
            return [Detail("counted", part, phrase(ours), phrase(theirs))]
    return []


def both_are_things(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether both counted nouns tell an event by the way: a novel is a book, a gold a medal."""
    if ours.modifiers or theirs.modifiers:
        return False
    mine, yours = noun_classes(ours.head), noun_classes(theirs.head)
    if not (mine and yours) or not OF_PEOPLE.isdisjoint(mine):
        return False
    verbs = (
        {e.form for e in sides.ours.events},
        {e.form for e in sides.theirs.events},
    )
    return all("verb" in forms or "phrase" in forms for forms in verbs)


def is_told_as_event(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether the noun counted on one side is the event of the other."""
    mine = [e for e in sides.sentence.events if _names(e, ours)]
    yours = [e for e in sides.reference.events if _names(e, theirs)]
    if sides.frame is not None and sides.their_frame is not None:
        lightly = mine and told_lightly(mine, sides.reference, sides.their_frame)
        if lightly or (yours and told_lightly(yours, sides.sentence, sides.frame)):
            return True
    return any(
        words.events_related(a, b) in words.RELATED
        for a in mine
        for b in _own_events(sides.reference, sides.their_frame)
    ) or any(
        words.events_related(a, b) in words.RELATED
        for a in _own_events(sides.sentence, sides.frame)
        for b in yours
    )


def _own_events(sentence: SentenceFrame, frame: FigureFrame | None) -> list[Event]:
    """A figure's decisive events, but those worded with another figure ("sold 90 tickets, …")."""
    others = [f for f in sentence.figures if f is not frame]
    return [
        e
        for e in decisive_events(sentence, frame)
        if not any(e.first <= f.first < e.last for f in others)
    ]


def is_done_there(sides: Sides, ours: Term) -> bool:
    """Whether the reference's figure is of what the noun names: "a gross of $5m", "grossed $5m"."""
    named = [e for e in sides.sentence.events if _names(e, ours)]
    done = _own_events(sides.reference, sides.their_frame) if sides.their_frame else []
    return any(
        words.events_related(a, b) == words.SAME for a in named for b in done if b.form == "verb"
    )
