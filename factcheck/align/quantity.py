"""Figures that have a noun of their own for what they measure: "for a total of $159 million"."""

from __future__ import annotations

from itertools import pairwise

from factcheck.align.groups import groups
from factcheck.align.shared import CORE
from factcheck.frames.cues import cues
from factcheck.frames.links import linked_term
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.lexicon.nouns import is_generic, is_transparent
from factcheck.model import Kind

_PART_REACH = 5  # "41% (147 cases) of which"
_OF_WHICH = frozenset({("of", "which"), ("of", "whom"), ("of", "who")})
_TELLING = frozenset({"NOUN", "ADJ", "VERB", "PROPN"})
_BESIDE = frozenset({"with", "to"})
_ASIDE_OPENINGS = frozenset({"with", "home", "despite", "besides"})
_AT = frozenset({"at", "for"})
_LONGEST_ASIDE = 12
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
    if _is_set_apart(sentence, frame) or _describes_subject(sentence, frame):
        return True
    term = linked(sentence, frame) if frame.counted >= 0 else None
    if term is None or term is not sentence.terms[frame.counted]:
        return False
    if term.role in _GOVERNED or not term.head or is_generic(term.head):
        return False
    if term.role in _AT and _is_traded(sentence, frame):
        return False  # "bought at a price of €2m": bought for it
    return not (is_transparent(term.head) or term.head in cues().increment_total_nouns)


def _is_traded(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure is a sum of money, and its verb one of buying, selling or making."""
    verb = sentence.clauses[frame.clause].verb
    money = frame.figure.kind is Kind.MONEY and verb >= 0
    return money and sentence.lemmas[verb] in groups().trading


def _describes_subject(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a size stands in the subject: "a wall 50 km long separates the two"."""
    before = frame.last <= sentence.clauses[frame.clause].verb
    around = sentence.lemmas[frame.last - 1 : frame.last + 1]
    sized = frame.figure.kind is Kind.MEASURE and not cues().attributes.keys().isdisjoint(around)
    return before and sized


def _is_set_apart(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether commas part a figure from what is told: "With 3,450 inhabitants, Kessel lies on …".

    "The town, home to 3,450 people, lies on …" and "…, with 40 rooms, opened" are the same.
    """
    term = sentence.terms[frame.counted] if frame.counted >= 0 else None
    if term is None or term.role not in _BESIDE or not term.head:
        return False
    clause, lemmas = sentence.clauses[frame.clause], sentence.lemmas
    first, last = min(term.first, frame.first), max(term.last, frame.last)
    while first > clause.first and lemmas[first - 1] != "," and last - first < _LONGEST_ASIDE:
        first -= 1
    opens = lemmas[first] in _ASIDE_OPENINGS and (first == clause.first or lemmas[first - 1] == ",")
    closes = lemmas[last : last + 1] == (",",)
    return opens and closes and last <= clause.verb


def is_told_of_a_part(
    sentence: SentenceFrame, frame: FigureFrame, other: SentenceFrame | None = None
) -> bool:
    """Whether a figure only tells of a part: "41% (147 cases) of which came from abroad".

    Where the other side has the part's own words ("of which 12 are active"), it is about the part.

    Args:
        sentence: the figure's sentence.
        frame: the figure.
        other: the other side's sentence, where it is known.
    """
    if _is_of_which(sentence, frame):
        return other is None or not _shares_words(sentence, frame, other)
    if sentence.lemmas[frame.first - 1] == "including" and frame.counted < 0 and frame.first:
        return True
    lemmas = sentence.lemmas[frame.last : frame.last + _PART_REACH]
    if "of" not in lemmas:
        return False
    for at, word in enumerate(lemmas):
        if word == "of":
            return lemmas[at + 1 : at + 2] in (("which",), ("whom",), ("who",))
        if word in (",", ";"):
            break
    return False


def _is_of_which(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure stands in a list of parts: "90 cases, of which 34 recovered, 11 died"."""
    if frame.counted < 0:
        return False
    between = sentence.lemmas[sentence.terms[frame.counted].last : frame.first]
    return any(pair in _OF_WHICH for pair in pairwise(between))


def _shares_words(sentence: SentenceFrame, frame: FigureFrame, other: SentenceFrame) -> bool:
    """Whether the words behind a figure, to the next comma, stand in the other sentence."""
    for at in range(frame.last, len(sentence.lemmas)):
        if sentence.lemmas[at] in (",", ";", "and"):
            return False
        if sentence.tags[at] in _TELLING and sentence.lemmas[at] in other.lemmas:
            return True
    return False
