"""Figures that have a noun of their own for what they measure: "for a total of $159 million"."""

from __future__ import annotations

from factcheck.align.shared import CORE
from factcheck.frames.cues import cues
from factcheck.frames.links import linked_term
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.lexicon.nouns import is_generic, is_transparent

_PART_REACH = 5  # "41% (147 cases) of which"
_GOVERNED = frozenset({*CORE, "complement", "free", "poss", "subject"})


def linked(sentence: SentenceFrame, frame: FigureFrame) -> Term | None:
    """The noun phrase before a figure that hands it its number ("a budget of $50"), if any."""
    return linked_term(frame.first, sentence.terms, sentence.lemmas, sentence.tags)


def is_aside(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure measures a thing of its own beside what its clause tells.

    In "grossed $159 million, against a budget of $50 million" the budget was not grossed. A
    preposition has to lead to the noun, and the noun has to name something: a total is still a
    total of what the clause tells.
    """
    term = linked(sentence, frame) if frame.counted >= 0 else None
    if term is None or term is not sentence.terms[frame.counted]:
        return False
    if term.role in _GOVERNED or not term.head or is_generic(term.head):
        return False
    return not (is_transparent(term.head) or term.head in cues().increment_total_nouns)


def is_told_of_a_part(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure only tells of a part: "41% (147 cases) of which came from abroad"."""
    lemmas = sentence.lemmas[frame.last : frame.last + _PART_REACH]
    for at, word in enumerate(lemmas):
        if word == "of":
            return lemmas[at + 1 : at + 2] in (("which",), ("whom",), ("who",))
        if word in (",", ";"):
            break
    return False
