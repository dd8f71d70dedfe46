"""Bases: of how many something is told is not what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.align import words
from factcheck.align.deciding import decisive_events, text_of
from factcheck.align.memo import remembered
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, FigureFrame, SentenceFrame, Term
from factcheck.lexicon import wordnet
from factcheck.model import Detail, SlotState

# Roles of what is told of those who are counted.
_PREDICATED = frozenset({"complement", "without", "patient"})
_THEM = frozenset({"they", "them", "these", "those"})


def only_of_how_many(sides: Sides) -> bool:
    """Whether the reference's figure is a base, and the statement's none: "nine of 14 on board"."""
    ours, theirs = sides.frame, sides.their_frame
    return ours is not None and theirs is not None and theirs.base and not ours.base


def of_part_alone(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> Detail | None:
    """What the reference tells of a part is not told of its base.

    Of "the 1,250 tenants balloted, 60% voted against": nobody says that 1,250 did.

    Args:
        sides: both sides.
        ours: the statement's events.
        theirs: those of the reference's figure.
    """
    base = sides.their_frame
    if base is None or not base.base or (sides.frame is not None and sides.frame.base):
        return None
    told = [e for e in ours if e.form != "noun"][:1]
    of_part = [
        e
        for f in sides.reference.figures
        if f is not base and not f.base
        for e in decisive_events(sides.reference, f)
        if e.form != "noun"
    ]
    for e in told:
        near = any(words.events_related(e, other) == words.SAME for other in of_part)
        own = any(
            e.lemma == other.lemma or wordnet.same(e.lemma, other.lemma, "v") for other in theirs
        )
        if near and not own:
            text = text_of(sides.sentence, e)
            why = f"the reference tells “{text}” of a part of these alone"
            return Detail("event", SlotState.DIFFERING, text, "", why)
    return None


def part_for_base(sides: Sides) -> Detail | None:
    """A part is not held against those that it is a part of.

    "Two of five defendants": the five are not the two of them who were found guilty. "Eight of the
    miners": they are not the 27 of whom others were brought out.
    """
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None:
        return None
    a, b = ours.figure.text, theirs.figure.text
    if _is_of_them(ours, theirs, sides.sentence):
        why = f"“{a}” is a part, and “{b}” the whole"
        return Detail("event", SlotState.DIFFERING, a, b, why)
    if ours.base == theirs.base:
        return None
    if theirs.base and _is_of_base(sides):
        return Detail("event", SlotState.DIFFERING, a, b, f"“{a}” is a part of “{b}”")
    side, part = (sides.reference, theirs) if ours.base else (sides.sentence, ours)
    taken = part.group == part.counted >= 0
    if ours.base and not any(f.base and f.counted == part.group for f in side.figures):
        taken = False
    if not taken:
        return None
    why = f"“{b if ours.base else a}” is a part, and “{a if ours.base else b}” the whole"
    return Detail("event", SlotState.DIFFERING, a, b, why)


def _is_of_base(sides: Sides) -> bool:
    """Whether the statement takes its figure of the very number that the reference starts from.

    "Of the 60 miners, 20 are trapped" says nothing of all the 60.
    """
    theirs = sides.their_frame
    return theirs is not None and theirs.figure.value in _bases(sides.sentence)


@remembered
def _bases(sentence: SentenceFrame) -> frozenset[Fraction | None]:
    """The numbers that a sentence starts from to tell of a part."""
    return frozenset(f.figure.value for f in sentence.figures if f.base)


def _is_of_them(part: FigureFrame, whole: FigureFrame, sentence: SentenceFrame) -> bool:
    """Whether a number is of those that the sentence has told by the other side's number.

    "Tested 300 pupils and sent 12 of them home": the 12 are some of the 300 who were tested.
    """
    behind = sentence.lemmas[part.last : part.last + 2]
    if len(behind) < 2 or behind[0] != "of" or behind[1] not in _THEM:
        return False
    before = (f for f in sentence.figures if f.last <= part.first and f.counted == part.counted)
    value = whole.figure.value
    return value != part.figure.value and any(f.figure.value == value for f in before)


def told_of_part(term: Term, sides: Sides) -> str:
    """Why what the statement tells of all is no support: the reference tells it of a part.

    "Found errors in 400 files" is not "of 400 files, 26 had errors".

    Args:
        term: what the statement tells.
        sides: both figures with their surroundings.

    Returns:
        The reason, "" where the reference does not start from a base or tells it of all.
    """
    if not only_of_how_many(sides):
        return ""
    far = (t for t in sides.their_scope.far_terms if t.role in _PREDICATED and t.head)
    told = term.role in _PREDICATED and any(
        words.nouns_related(term.head, t.head) == words.SAME for t in far
    )
    return f"the reference tells “{term.said}” of a part of these alone" if told else ""
