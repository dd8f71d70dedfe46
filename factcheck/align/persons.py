"""Where one side counts people and the other what stands for each of them: a case, a copy."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.mention import mentioned
from factcheck.align.sides import Sides
from factcheck.frames.model import Term
from factcheck.lexicon.nouns import is_generic


def is_one_each(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether one side counts those who bought a thing, and the other how often it was sold."""
    for people, thing, side in (
        (ours, theirs, sides.sentence),
        (theirs, ours, sides.reference),
    ):
        human = words.names_people(people.head)
        goods = {t.head for t in side.terms if t.role == "patient"} & groups().sold_in_copies
        other = sides.reference if side is sides.sentence else sides.sentence
        copies = thing.head == "copy" and any(mentioned(head, other) for head in goods)
        bought = copies or thing.head in goods
        if human and bought and thing.head in groups().sold_in_copies:
            relations = {
                words.events_related(a, b) for a in sides.ours.events for b in sides.theirs.events
            }
            return bool({words.SAME, "converse"} & relations)
    return False


def is_case_of_people(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether one side counts cases of an illness, and the other the people who have it."""
    for people, case, scope in (
        (ours, theirs, sides.scope),
        (theirs, ours, sides.their_scope),
    ):
        told = {n for e in scope.events[:1] for n in e.classes}  # of the infected, 40 may have died
        sample = people.head in groups().samples and "test_positive" in told
        person = is_generic(people.head) and people.head not in groups().cases
        uncertain = words.tells_doubt(case.adjectives)
        ill = people.head == "person" and _is_with(people, sides)
        if (
            (ill or told & groups().case_classes)
            and (sample or person)
            and case.head in groups().cases
        ):
            return not uncertain
        if "killed" in told and person and case.head in groups().fatal:
            return not uncertain  # "cases, of which 75 have died"
    return False


def _is_with(people: Term, sides: Sides) -> bool:
    """Whether people are those "with" something: "90 people with COVID-19"."""
    side = sides.sentence if people in sides.sentence.terms else sides.reference
    return side.lemmas[people.last : people.last + 1] == ("with",)
