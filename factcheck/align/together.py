"""The slot "together": places in one list, whose number is the sum of what each has."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.called import name_text
from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.scope import scope_of
from factcheck.align.sides import Sides
from factcheck.frames.model import FigureFrame, Name, SentenceFrame
from factcheck.frames.nameless import NAMELESS
from factcheck.model import Detail, SlotState

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
    return []


def _is_among(name: Name, others: tuple[Name, ...] | list[Name]) -> bool:
    return any(words.names_related(name, other) in words.RELATED for other in others)


def _in_topic(name: Name, sides: Sides) -> bool:
    topic = sides.reference.topic
    return name.key in topic or all(word in topic for word in name.words)


def _text(names: tuple[Name, ...] | list[Name]) -> str:
    return " and ".join(name_text(name) for name in names)
