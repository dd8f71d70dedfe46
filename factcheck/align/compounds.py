"""Compounds told as phrases, and what is packed in what.

"Mortgage arrears" are "mortgages in arrears", "the cod quota" is "the catch limit for cod", and 27
bottles of wine are 27 wines.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.mention import mentioned
from factcheck.align.shared import CORE
from factcheck.align.sides import Sides
from factcheck.frames.model import SentenceFrame, Term
from factcheck.lexicon.nouns import is_known
from factcheck.model import Detail, SlotState

_TOLD_BEHIND = frozenset({"of", "for", "on"})
_GAP = 2  # "of", "of the"
_TO_OBJECT = 3  # "to save", "to help save"


def is_told_as_phrase(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether one side counts by a compound what the other tells in a phrase.

    Args:
        sides: the statement's figure and the reference's.
        ours: what the statement counts.
        theirs: what the reference counts.
    """
    return (
        _in_state(ours, theirs, sides.reference)
        or _in_state(theirs, ours, sides.sentence)
        or _waits(ours, theirs, sides.reference)
        or _waits(theirs, ours, sides.sentence)
    )


def _in_state(compound: Term, bearer: Term, sentence: SentenceFrame) -> bool:
    """Whether those in a state are counted by it: "child poverty", "children in poverty"."""
    if compound.head not in groups().in_state or not compound.modifiers:
        return False
    whole = " ".join((*bearer.modifiers[-1:], bearer.head))  # a car loan is no mortgage
    if words.nouns_related(compound.modifiers[-1], whole) != words.SAME:
        return False
    behind = _behind(bearer, sentence, "in")
    return behind is not None and behind.head == compound.head


def _waits(queue: Term, people: Term, other: SentenceFrame) -> bool:
    """Whether a list counts those who wait: "the hospital waiting list", "patients waiting"."""
    if not _may_wait(queue, people, other):
        return False
    for_what = [w for w in queue.modifiers if w != "waiting"]
    if not groups().wards.isdisjoint(for_what):
        return _are_to_be_treated(people, other)
    return bool(for_what) and all(mentioned(w, other) for w in for_what)


def _may_wait(queue: Term, people: Term, other: SentenceFrame) -> bool:
    """Whether one side counts a list or a queue, and the other people who wait."""
    if queue.head not in groups().queues or not words.names_people(people.head):
        return False
    return any(e.lemma in groups().waiting for e in other.events)


def _are_to_be_treated(people: Term, sentence: SentenceFrame) -> bool:
    """Whether those who wait are told to wait for treatment of any sort, or for nothing special."""
    told = next((t for t in sentence.terms if t.role == "for" and t.first >= people.last), None)
    if told is None:
        return True
    of_which_sort = (*told.modifiers, *told.adjectives)  # "a hip operation"
    return told.head in groups().treatments and groups().wards.issuperset(of_which_sort)


def are_of_two(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether a noun that says little by itself is held against a thing that it does not mean.

    A hospital's list is of those who wait for treatment, and a country's growth its economy's.

    Args:
        sides: the statement's figure and the reference's.
        ours: what the statement counts.
        theirs: what the reference counts.
    """
    return (
        _waits_for_another(ours, theirs, sides.reference)
        or _waits_for_another(theirs, ours, sides.sentence)
        or _is_another_growth(ours, theirs, sides.sentence)
        or _is_another_growth(theirs, ours, sides.reference)
    )


def _waits_for_another(queue: Term, people: Term, other: SentenceFrame) -> bool:
    """Whether a hospital's list is held against people who wait for something else."""
    if not _may_wait(queue, people, other) or groups().wards.isdisjoint(queue.modifiers):
        return False
    return not _are_to_be_treated(people, other)


def _is_another_growth(growth: Term, other: Term, sentence: SentenceFrame) -> bool:
    """Whether "Ghanaian growth" is held against that of exports."""
    owned = growth.head == "growth" and any(
        n.type in words.PLACE_TYPES and (n.head == "growth" or n.last + 1 == growth.first)
        for n in sentence.names
    )
    bare = owned and not growth.modifiers and not growth.adjectives
    if not bare or not other.head or other.head == growth.head:
        return False
    return words.nouns_related(other.head, "economy") != words.SAME


def lifted(term: Term, other: Term, sentence: SentenceFrame) -> Term:
    """A term without the nouns that the other side tells in a phrase: "cod quota", "for cod".

    Args:
        term: a term of one side.
        other: the other side's, which the phrase stands behind.
        sentence: the other side's sentence.
    """
    behind = [t for t in _chained(other, sentence) if t.role in _TOLD_BEHIND]
    behind += _aimed_at(other, sentence)
    told = {word for t in behind for word in (*t.modifiers, t.head)}
    kept = tuple(w for w in term.modifiers if w not in told)
    return term if kept == term.modifiers else term._replace(modifiers=kept)


def _aimed_at(term: Term, sentence: SentenceFrame) -> list[Term]:
    """What an infinitive behind a term tells that it is for: "a petition to save the library"."""
    purposed = term.head in groups().purposed
    if not purposed or sentence.lemmas[term.last : term.last + 1] != ("to",):
        return []
    return [t for t in sentence.terms if 0 < t.first - term.last <= _TO_OBJECT][:1]


def unpacked(term: Term | None, other: Term | None, sentence: SentenceFrame) -> Term | None:
    """What is in a helping that a term counts, where the other side counts just that.

    Args:
        term: what the figure counts.
        other: what the other side's counts.
        sentence: the term's sentence.
    """
    if term is None or other is None or term.head not in groups().packed:
        return term
    content = _behind(term, sentence, "of")
    if content is None or words.nouns_related(content.head, other.head) != words.SAME:
        return term
    return content


def contents_apart(sides: Sides, ours: Term, theirs: Term) -> Detail | None:
    """Crates of beer are no crates of fireworks, though both count crates.

    Args:
        sides: the statement's figure and the reference's.
        ours: what the statement counts.
        theirs: what the reference counts.
    """
    if ours.head != theirs.head or ours.head not in groups().packed | groups().bulk:
        return None
    a, b = _behind(ours, sides.sentence, "of"), _behind(theirs, sides.reference, "of")
    if a is None or b is None or not (is_known(a.head) and is_known(b.head)):
        return None
    if words.nouns_related(a.head, b.head) in words.RELATED:
        return None
    texts = (f"{ours.head} of {a.head}", f"{theirs.head} of {b.head}")
    return Detail("counted", SlotState.DIFFERING, *texts)


def _chained(term: Term, sentence: SentenceFrame) -> Iterator[Term]:
    """The phrases that hang on a term, one behind the other: "advice for parents on asbestos"."""
    last = term.last
    for other in sentence.terms:
        if 0 < other.first - last <= _GAP and other.role not in CORE:
            yield other
            last = other.last


def _behind(term: Term, sentence: SentenceFrame, role: str) -> Term | None:
    """The phrase right behind a term that a preposition governs."""
    near = (t for t in sentence.terms if 0 < t.first - term.last <= _GAP)
    return next((t for t in near if t.role == role and t.head), None)
