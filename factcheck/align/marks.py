"""Marks without a scale ("a score of 53", "scored 73"), which look like counts."""

from __future__ import annotations

from factcheck.align.heads import core_of
from factcheck.align.narrowing import phrase
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.lexicon.events import noun_classes
from factcheck.model import Detail, Kind, SlotState


def mark_apart(sides: Sides, ours: Term | None, theirs: Term | None) -> Detail | None:
    """What tells a mark from what it rests on and from other numbers, or None.

    Args:
        sides: both figures with their surroundings.
        ours: what the statement's figure counts.
        theirs: what the reference's does.
    """
    kinds = [f.figure.kind for f in (sides.frame, sides.their_frame) if f is not None]
    if kinds != [Kind.COUNT, Kind.COUNT]:
        return _beside_a_share(sides)
    if ours is not None and theirs is not None:
        if names_mark(ours) == names_mark(theirs):
            return None
        return Detail("counted", SlotState.DIFFERING, phrase(ours), phrase(theirs))
    return _beside_reviews(sides, ours, theirs)


def names_mark(term: Term) -> bool:
    """Whether a noun is of a mark: "a critic score", "a rating average"."""
    return not cues().marks_nouns.isdisjoint((term.head, core_of(term).head))


def _beside_a_share(sides: Sides) -> Detail | None:
    """A bare number beside a share is a mark only right behind its verb or noun.

    In "Hearts 1.5 is rated above 81%" the 1.5 is none.
    """
    for sentence, frame, other in (
        (sides.sentence, sides.frame, sides.their_frame),
        (sides.reference, sides.their_frame, sides.frame),
    ):
        if frame is None or other is None or frame.figure.kind is not Kind.COUNT:
            continue
        if frame.figure.value == 0:
            continue  # "no oil leaked" is none of what a measure tells
        if other.figure.kind in (Kind.SHARE, Kind.MEASURE) and not _is_mark(sentence, frame):
            why = f"“{frame.figure.text}” is told as no mark"
            texts = [f.figure.text if f else "" for f in (sides.frame, sides.their_frame)]
            return Detail("counted", SlotState.DIFFERING, texts[0], texts[1], why)
    return None


def _is_mark(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a count is told by a noun or a verb of marks."""
    if frame.counted >= 0 and names_mark(sentence.terms[frame.counted]):
        return True
    verb = sentence.clauses[frame.clause].verb
    return 0 <= verb < frame.first and sentence.lemmas[verb] in cues().marks_verbs


def _beside_reviews(sides: Sides, ours: Term | None, theirs: Term | None) -> Detail | None:
    """ "Scored 73" tells a mark, and no number of the reviews that it rests on."""
    counting, other, frame = theirs, sides.sentence, sides.frame
    if counting is None:
        counting, other, frame = ours, sides.reference, sides.their_frame
    if counting is None or frame is None or "rate_review" not in noun_classes(counting.head):
        return None
    if counting.head in cues().marks_nouns or not _is_mark(other, frame):
        return None
    why = f"a mark is no number of “{phrase(counting)}”"
    texts = [phrase(term) if term is not None else "" for term in (ours, theirs)]
    return Detail("counted", SlotState.DIFFERING, texts[0], texts[1], why)
