"""Verbs that only introduce what is counted, on both sides of one thing in the same words.

"Faces eight counts of first-degree murder" and "the warrant lists eight counts of first-degree
murder": neither verb tells what happens, and the noun phrase says all.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.narrowing import modifiers_compared
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import Event, FigureFrame, SentenceFrame, Term
from factcheck.model import SlotState

# Verbs so common that a shared one says nothing.
_SAYING_NOTHING = frozenset({
    "be", "have", "do", "get", "make", "take", "go", "come", "put", "set", "say", "see", "run",
    "give",
})  # fmt: skip
# Why such events match.
FRAMED = "the verbs only introduce it"
# "Of" and an article may stand between a list and what is listed.
_OF_GAP = 2


def only_framed(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> bool:
    """Whether two figures are one number of one thing, which both sides merely introduce.

    The values have to be equal: where they are not, verbs that say little are no ground for
    calling the one wrong.

    Args:
        sides: both figures with their surroundings.
        ours: the statement's decisive events.
        theirs: the reference's.
    """
    frame, their_frame = sides.frame, sides.their_frame
    if frame is None or their_frame is None or frame.base or their_frame.base:
        return False
    if frame.figure.value is None or frame.figure.value != their_frame.figure.value:
        return False
    introduced = all(_introduces(e, sides.sentence, frame) for e in ours)
    introduced = introduced and all(_introduces(e, sides.reference, their_frame) for e in theirs)
    return introduced and _same_phrase(sides, frame, their_frame)


def _introduces(event: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether an event only leads to the thing counted, or is that thing."""
    if event.form == "noun":
        term = _term(sentence, frame)
        return term is not None and event.first <= term.at < event.last
    if event.form != "verb":
        return False
    if event.lemma in groups().framing:
        return True
    listed = _listing(sentence, frame)
    return listed and event.lemma in groups().publishing


def _listing(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a list hands the counting on: "a list of 11 stations"."""
    return any(
        t.head in groups().listings and 0 < frame.first - t.last <= _OF_GAP for t in sentence.terms
    )


def _term(sentence: SentenceFrame, frame: FigureFrame) -> Term | None:
    return sentence.terms[frame.counted] if frame.counted >= 0 else None


def _same_phrase(sides: Sides, frame: FigureFrame, their_frame: FigureFrame) -> bool:
    """Whether both sides count one thing, with every telling word about it the same.

    A bare noun is in many stories: something else has to be shared as well.
    """
    ours, theirs = _term(sides.sentence, frame), _term(sides.reference, their_frame)
    if ours is None or theirs is None or not ours.head:
        return False
    if words.nouns_related(ours.head, theirs.head) != words.SAME:
        return False
    apart = [
        d for d in modifiers_compared(ours, theirs) if not _is_praise(d.statement or d.reference)
    ]
    if any(d.state is not SlotState.OMITTED for d in apart):
        return False
    telling = [w for w in (*ours.adjectives, *ours.modifiers) if not _is_empty(w)]
    return (
        bool(telling)
        or _same_verb(sides, frame, their_frame)
        or _shared_around(ours, theirs, sides)
    )


def _same_verb(sides: Sides, frame: FigureFrame, their_frame: FigureFrame) -> bool:
    """Whether both sides introduce the thing with one and the same verb."""
    verb, other = (
        sides.sentence.clauses[frame.clause].verb,
        sides.reference.clauses[their_frame.clause].verb,
    )
    if verb < 0 or other < 0:
        return False
    lemma = sides.sentence.lemmas[verb]
    return lemma == sides.reference.lemmas[other] and lemma not in _SAYING_NOTHING


def _is_praise(told: str) -> bool:
    return told.split(maxsplit=1)[0] in cues().empty_praise


def _is_empty(word: str) -> bool:
    return word in cues().empty_praise or word in cues().empty_modifiers


def _shared_around(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether a name or another noun is told with the thing on both sides."""
    named = any(
        words.names_related(a, b) == words.SAME
        for a in sides.scope.names
        for b in sides.their_scope.names
    )
    return named or any(
        a.head and a is not ours and b is not theirs
        and words.nouns_related(a.head, b.head) == words.SAME
        for a in sides.scope.terms
        for b in sides.their_scope.terms
    )  # fmt: skip
