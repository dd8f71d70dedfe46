"""Nouns that name people by what befalls them or what they do: defendants, viewers, passengers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import Event, SentenceFrame, Term
from factcheck.lexicon.events import find_events
from factcheck.lexicon.nouns import is_generic

# Letters that a role and its deed share at least, and the words behind a person that may tell it.
_STEM, _ROLE_REACH = 4, 6


def befalls(term: Term, bearer: Term, events: Sequence[Event]) -> bool:
    """Whether mere people are what happened to them makes of them: "seven men were acquitted".

    They are defendants, whoever else they are.
    """
    if bearer.head not in cues().bare_persons or bearer.modifiers:
        return False
    told = {name for e in events for name in e.classes}
    return any(
        term.head in nouns and not classes.isdisjoint(told)
        for nouns, classes in groups().undergoing
    )


def see_it(people: Term, viewers: Term, events: Sequence[Event]) -> bool:
    """Whether one side counts viewers, and the other those who saw the thing."""
    seen = any(e.lemma in groups().viewing for e in events)
    return seen and viewers.head in groups().viewers and is_generic(people.head)


def told_as_role(term: Term, other: SentenceFrame, bearer: Term) -> bool:
    """Whether the other side counts mere persons and says of them what they are by another word.

    "Five men convicted of drug trafficking" are drug traffickers, "12 people on hunger strike"
    hunger strikers. A soldier is no "man" for that: the word itself has to be there.
    """
    if bearer.head not in cues().bare_persons or bearer.modifiers or bearer.head == term.head:
        return False
    stem = term.head.removesuffix("s").removesuffix("er").removesuffix("or").removesuffix("ist")
    agentive = stem != term.head and len(stem) >= _STEM
    behind = other.lemmas[bearer.last : bearer.last + _ROLE_REACH]
    return agentive and any(lemma.startswith(stem) for lemma in behind)


def seated(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether one side counts seats and the other whom they are for: "will hold 30,000 people".

    Of those who came nothing is told.
    """
    heads = {ours.head, theirs.head}
    told = {n for e in (*sides.scope.events, *sides.their_scope.events) for n in e.classes}
    people = any(words.names_people(h) for h in heads)
    return people and not heads.isdisjoint(("seat", "capacity")) and "measure_capacity" in told


def does_it(noun: str, events: Sequence[Event]) -> bool:
    """Whether a noun names those who take part in an event: "people visited", "visitors"."""
    own = classes_of(noun)
    return any(
        words.words_alike(noun, e.lemma) or any(name in own for name in e.classes)
        for e in events
        if not e.light
    )


@lru_cache(maxsize=4096)
def classes_of(noun: str) -> frozenset[str]:
    """The events that a noun alone tells: "passengers" of being carried."""
    hits = find_events((noun,), ("NOUN",), (noun,))
    return frozenset(name for hit in hits for name in hit.classes)
