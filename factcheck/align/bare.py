"""What a reference counts beside a statement's bare number: "six killed", "34 arrested"."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.listed import listed_kinds
from factcheck.align.narrowing import phrase
from factcheck.align.side import Side
from factcheck.align.sides import Sides
from factcheck.frames.model import Term
from factcheck.lexicon.events import noun_classes
from factcheck.model import Detail, Kind, SlotState
from factcheck.text.lemma import lemma

# Classes of events that befall people, unless a noun says otherwise.
_JOBS = frozenset({"cut_jobs", "lay_off", "hire_staff", "recruit", "create_jobs"})
OF_PEOPLE = frozenset({"killed", "injured", "casualty"})
_DEATH = frozenset({"killed"})
_LIVES = frozenset({"life", "soul"})


def beside_bare_count(sides: Sides, theirs: Term) -> Detail:
    """The slot "counted", where the statement has no noun for its number.

    Args:
        sides: the statement's figure and the reference's.
        theirs: what the reference counts.
    """
    if _hurts_people(sides) and not _may_be_people(theirs):
        return Detail("counted", SlotState.DIFFERING, "people", phrase(theirs))
    if _is_of_two_kinds(sides):
        text = sides.frame.figure.text if sides.frame is not None else ""
        return Detail("counted", SlotState.WIDER, text, phrase(theirs))
    return Detail("counted", SlotState.OMITTED, "", phrase(theirs))


def without_lives(term: Term | None, side: Side) -> Term | None:
    """What a figure counts, None for the lives that are lost: whose they were is not said.

    Args:
        term: what it counts.
        side: the figure's side of the alignment.
    """
    if term is None or term.head not in _LIVES or term.modifiers or term.adjectives:
        return term
    return None if any(not _DEATH.isdisjoint(e.classes) for e in side.events) else term


def _hurts_people(sides: Sides) -> bool:
    """Whether the statement tells of killed or hurt without a noun, and so of people."""
    told = sides.ours.events
    return bool(told) and all(not OF_PEOPLE.isdisjoint(e.classes) for e in told)


def _may_be_people(term: Term) -> bool:
    person = words.nouns_related(term.head, "person") != words.EXCLUSIVE
    return person or not OF_PEOPLE.isdisjoint(noun_classes(term.head))


def _is_of_two_kinds(sides: Sides) -> bool:
    """Whether the reference tells its kinds apart: "killed two soldiers and four civilians"."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None or ours.figure.kind is not Kind.COUNT:
        return False
    return len(sides.sentence.figures) == 1 and len(listed_kinds(sides.reference, theirs)) > 1


def is_told_otherwise(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether two nouns count the same people: posts cut and staff laid off, the arrested.

    Args:
        sides: the statement's figure and the reference's.
        ours: what the statement counts.
        theirs: what the reference counts.
    """
    if not ours.modifiers and lemma(ours.head, "VERB") in theirs.adjectives:
        return True  # "two of the arrested", "two of the arrested dealers"
    return _are_jobs_of_people(sides, ours, theirs) or _are_jobs_of_people(sides, theirs, ours)


def _are_jobs_of_people(sides: Sides, jobs: Term, people: Term) -> bool:
    """Whether jobs are cut here, and there those are laid off who have them."""
    if words.nouns_related(jobs.head, "job") != words.SAME:
        return False
    if not words.names_people(people.head):
        return False
    told = (sides.ours.events, sides.theirs.events)
    return all(any(not _JOBS.isdisjoint(e.classes) for e in side) for side in told)
