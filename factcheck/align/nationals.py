"""People counted by where they are from: 900 Poles are some of 900 people, or others."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.narrowing import phrase
from factcheck.align.sides import Sides
from factcheck.frames.model import Name, SentenceFrame, Term
from factcheck.model import Detail, SlotState

_COUNTRIES = frozenset({"country", "continent", "region"})


def nationals_compared(sides: Sides, ours: Term, theirs: Term) -> list[Detail]:
    """How people of one country stand to people of whom none is said.

    Args:
        sides: both sides.
        ours: what the statement counts.
        theirs: what the reference counts.

    Returns:
        None where both or neither are counted so, or the other side names the country too.
    """
    a, b = _country_of(ours, sides.sentence), _country_of(theirs, sides.reference)
    if (a is None) == (b is None):
        return []
    name, plain, other = (a, theirs, sides.reference) if a else (b, ours, sides.sentence)
    if name is None or _is_named(name, other) or not plain.head:
        return []
    if not words.names_people(plain.head):
        return []
    state = SlotState.NARROWER if a else SlotState.WIDER
    texts = (_text(ours, sides.sentence), _text(theirs, sides.reference))
    return [Detail("counted", state, *texts)]


def _country_of(term: Term, sentence: SentenceFrame) -> Name | None:
    """The country whose people a term counts: "900 Poles", "Venezuelans"."""
    if term.head:
        return None
    inside = (n for n in sentence.names if term.first <= n.first and n.last <= term.last)
    return next((n for n in inside if n.type in _COUNTRIES), None)


def _is_named(name: Name, sentence: SentenceFrame) -> bool:
    topic = name.key in sentence.topic
    return topic or any(words.names_related(n, name) == words.SAME for n in sentence.names)


def _text(term: Term, sentence: SentenceFrame) -> str:
    start = sentence.span.start
    first, last = sentence.spans[term.first].start, sentence.spans[term.last - 1].end
    return phrase(term) or sentence.text[first - start : last - start]
