"""An approval rating is the share of those who approve: "44% of critics liked it"."""

from __future__ import annotations

from typing import Final

from factcheck.align.groups import groups
from factcheck.align.marks import names_mark
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.model import Kind

_STOPS: Final = frozenset({",", ";", ".", ":"})
APPROVING: Final = "who approves gives an approval rating"


def is_approval_of_some(sides: Sides) -> bool:
    """Whether one side has a rating in percent and the other the share of those who approve.

    What a rating rests on is all that were asked, so that "44% of critics gave it a positive
    review" is an approval rating of 44%; a share of those who did not like it is none.
    """
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None:
        return False
    if ours.figure.kind is not Kind.SHARE or theirs.figure.kind is not Kind.SHARE:
        return False
    a, b = (sides.sentence, ours), (sides.reference, theirs)
    return (_is_rating(*a) and _is_share_who_approve(*b)) or (
        _is_rating(*b) and _is_share_who_approve(*a)
    )


def _counted(sentence: SentenceFrame, frame: FigureFrame) -> Term | None:
    return sentence.terms[frame.counted] if frame.counted >= 0 else None


def _is_rating(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    term = _counted(sentence, frame)
    if term is not None:
        return names_mark(term)
    verb = sentence.clauses[frame.clause].verb
    return 0 <= verb < frame.first and sentence.lemmas[verb] in cues().marks_verbs


def _is_share_who_approve(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    term = _counted(sentence, frame)
    if term is None or frame.negated or term.head not in groups().judges:
        return False
    told = _behind(sentence, frame)
    return not groups().approving.isdisjoint(told) and groups().disapproving.isdisjoint(told)


def _behind(sentence: SentenceFrame, frame: FigureFrame) -> tuple[str, ...]:
    """The words that tell what a share of them did, to the end of what is told."""
    end = next(
        (i for i in range(frame.last, len(sentence.lemmas)) if sentence.lemmas[i] in _STOPS),
        len(sentence.lemmas),
    )
    return sentence.lemmas[frame.last : end]
