"""What a herd counts: "the seal colony numbers 420" counts seals."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.frames.model import FigureFrame, SentenceFrame, Term


def of_herd(term: Term | None, sentence: SentenceFrame, frame: FigureFrame | None) -> Term | None:
    """The animals that a counted term stands for, or the term itself.

    Twelve seal colonies are no twelve seals: a herd that is counted itself stays what it is.

    Args:
        term: what the figure counts.
        sentence: its sentence.
        frame: the figure.
    """
    if term is None or frame is None:
        return term
    if _is_herd(term) and not term.first <= frame.first < term.last:
        return _animals(term)
    if term.head in groups().heads and not term.modifiers:
        clause = sentence.clauses[frame.clause]
        for other in sentence.terms:
            if clause.first <= other.first and other.last <= frame.first and _is_herd(other):
                return _animals(other)
    return term


def _is_herd(term: Term) -> bool:
    if term.head not in groups().herds or not term.modifiers:
        return False
    near = (words.SAME, words.NARROWER)
    return words.nouns_related(term.modifiers[-1], "animal") in near


def _animals(term: Term) -> Term:
    return term._replace(head=term.modifiers[-1], modifiers=term.modifiers[:-1])
