"""The slot "together": places in a list and owners whose number is the sum of what each has."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.called import name_text
from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.narrowing import phrase
from factcheck.align.scope import scope_of
from factcheck.align.sides import Sides
from factcheck.frames.model import FigureFrame, Name, SentenceFrame, Term
from factcheck.frames.nameless import NAMELESS
from factcheck.model import Detail, Kind, SlotState
from factcheck.text.lemma import lemma

# Words that say that what each has is added up.
_SUMMING = frozenset({"together", "combined", "combine", "jointly", "collectively"})
_JOINING = frozenset({"and", ",", "&", "plus", "the", "both"})
# What lies between two places is in neither.
_NOT_ADDED = frozenset({"between", "from", "to"})


@remembered
def listed_together(sentence: SentenceFrame, frame: FigureFrame | None) -> tuple[Name, ...]:
    """The places that a figure is told of together: "42 in Aleppo, Idlib and Homs".

    Args:
        sentence: the sentence.
        frame: the figure in it.

    Returns:
        Two or more names in text order, or none where the figure has no list of places.
    """
    run: list[Name] = []
    for name in scope_of(sentence, frame).names:
        if run and not name.head and _joined(sentence, run[0], run[-1], name):
            run.append(name)
        elif len(run) < 2:
            where = name.role in groups().places and name.role not in _NOT_ADDED and not name.head
            run = [name] if where and name.key not in NAMELESS else []
    return tuple(run) if len(run) > 1 else ()


def _joined(sentence: SentenceFrame, head: Name, last: Name, name: Name) -> bool:
    """Whether a name goes on with a list; behind a comma it may have no role of its own."""
    between = sentence.lemmas[last.last : name.first]
    alike = name.role in (head.role, "free") or (name.type and name.type == head.type)
    # "in Aleppo, and Homs was shelled": another clause
    here = any(c.first <= head.first and name.last <= c.last for c in sentence.clauses)
    return bool(alike and between and here) and {*_JOINING, head.role}.issuperset(between)


def together(sides: Sides) -> list[Detail]:
    """Of places told together, what is told of some of them is a part."""
    ours = listed_together(sides.sentence, sides.frame)
    theirs = listed_together(sides.reference, sides.their_frame)
    if ours:
        there = sides.their_scope.names
        missing = [n for n in ours if not _is_among(n, there) and not _in_topic(n, sides)]
        if missing and len(missing) < len(ours):
            met = [n for n in ours if n not in missing]
            return [Detail("together", SlotState.WIDER, _text(ours), _text(met))]
    if theirs:
        here = [n for n in sides.scope.names if n.role in groups().places]
        met = [n for n in theirs if _is_among(n, here)]
        if met and len(met) < len(theirs):
            return [Detail("together", SlotState.NARROWER, _text(met), _text(theirs))]
    owners = owners_together(sides.sentence, sides.frame)
    if owners is not None and (one := one_of(owners, sides.reference, sides.their_frame)):
        return [Detail("together", SlotState.WIDER, phrase(owners), phrase(one))]
    return []


@remembered
def owners_together(sentence: SentenceFrame, frame: FigureFrame | None) -> Term | None:
    """Those who have together what a figure tells: "together, the houses have 210 members".

    Args:
        sentence: the sentence.
        frame: the figure in it.
    """
    if frame is None or not _are_added(sentence):
        return None
    counted = frame.counted if frame.figure.kind is Kind.COUNT else -1
    for at, term in enumerate(sentence.terms):
        acting = term.role == "agent" and term.clause == frame.clause and at != counted
        if acting and term.head and _is_plural(term, sentence):
            return term
    return None


def one_of(owners: Term, sentence: SentenceFrame, frame: FigureFrame | None) -> Term | None:
    """The one of several of which a reference tells alone, if it does: "the lower house".

    Args:
        owners: those several.
        sentence: the reference's sentence.
        frame: the figure in it.
    """
    for term in sentence.terms:
        acting = frame is not None and term.role == "agent" and term.clause == frame.clause
        alike = acting and words.nouns_related(owners.head, term.head) == words.SAME
        if alike and not _is_plural(term, sentence):
            return term
    return None


@remembered
def _are_added(sentence: SentenceFrame) -> bool:
    """Whether the sentence adds up what several have."""
    lemmas = sentence.lemmas
    if not _SUMMING.isdisjoint(lemmas):
        return True
    return any(lemmas[i : i + 2] == ("between", "they") for i in range(len(lemmas) - 1))


def _is_plural(term: Term, sentence: SentenceFrame) -> bool:
    """Whether the head of a term is another form than its lemma."""
    span, start = sentence.spans[term.at], sentence.span.start
    written = sentence.text[span.start - start : span.end - start].lower()
    return written != lemma(written, "NOUN")


def _is_among(name: Name, others: tuple[Name, ...] | list[Name]) -> bool:
    return any(words.names_related(name, other) in words.RELATED for other in others)


def _in_topic(name: Name, sides: Sides) -> bool:
    topic = sides.reference.topic
    return name.key in topic or all(word in topic for word in name.words)


def _text(names: tuple[Name, ...] | list[Name]) -> str:
    return " and ".join(name_text(name) for name in names)
