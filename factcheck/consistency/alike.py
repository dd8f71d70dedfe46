"""Whether two figures of a draft are told in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from factcheck.align.model import Candidate
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Kind

# How many details the wording stands for where it is the same: as many as two sentences of a draft
# have to share.
ENOUGH: Final = 3
_RUN = 5  # words around two figures that are the same one by one: hardly of two things
_ALIKE = Fraction(2, 3)  # of the words of the shorter clause
_WORDS = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_EMPTY = frozenset({"be", "have", "do", "say", "tell", "%", "percent"})


def told_alike(sentence: SentenceFrame, frame: FigureFrame, other: Candidate) -> int:
    """How many details the wording of two clauses stands for, 0 where it is not the same."""
    if other.frame is None:
        return 0
    if _counted(sentence, frame) != _counted(other.sentence, other.frame):
        return 0
    if frame.counted < 0 and frame.figure.kind is Kind.COUNT:
        return 0  # "the activities of 1307": no count of anything
    if _run(sentence, frame, other.sentence, other.frame) >= _RUN:
        return ENOUGH
    ours, theirs = _clause(sentence, frame), _clause(other.sentence, other.frame)
    shared = len(ours & theirs)
    if shared < ENOUGH or shared < _ALIKE * min(len(ours), len(theirs)):
        return 0
    return shared


def _counted(sentence: SentenceFrame, frame: FigureFrame) -> str:
    """The noun that a figure counts."""
    return sentence.terms[frame.counted].head if frame.counted >= 0 else ""


def _run(
    sentence: SentenceFrame, frame: FigureFrame, other: SentenceFrame, theirs: FigureFrame
) -> int:
    """How many words around two figures are the same, one after the other."""
    before = _same(sentence.lemmas[: frame.first][::-1], other.lemmas[: theirs.first][::-1])
    return before + _same(sentence.lemmas[frame.last :], other.lemmas[theirs.last :])


def _same(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words two sequences begin with alike, up to a stop."""
    alike = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other or not one[:1].isalnum():
            break
        alike += 1
    return alike


def _clause(sentence: SentenceFrame, frame: FigureFrame) -> frozenset[str]:
    """The words of content in a figure's clause."""
    clause = sentence.clauses[frame.clause]
    tokens = range(min(clause.first, frame.first), max(clause.last, frame.last))
    return frozenset(
        sentence.lemmas[at]
        for at in tokens
        if sentence.tags[at] in _WORDS and sentence.lemmas[at] not in _EMPTY
    )


def one_verb(sentence: SentenceFrame, frame: FigureFrame, other: Candidate) -> bool:
    """Whether the clauses of two figures have one and the same verb, which says something."""
    if other.frame is None:
        return False
    verbs = set()
    for place, one in ((sentence, frame), (other.sentence, other.frame)):
        at = place.clauses[one.clause].verb
        verbs.add(place.lemmas[at] if at >= 0 else "")
    return len(verbs) == 1 and verbs.isdisjoint(_EMPTY | {""})
