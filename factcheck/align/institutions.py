"""Institutions called by their own name, by their country's or by its capital.

"The Riksdag", "Sweden's parliament" and "lawmakers in Stockholm" are one body, as "Kenyan MPs" and
"lawmakers in Nairobi" are; the government of Sweden is another.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.called import name_text
from factcheck.align.sides import Sides
from factcheck.frames.model import Name, SentenceFrame, Term
from factcheck.lexicon import names
from factcheck.lexicon.nouns import classes
from factcheck.model import Detail, SlotState

_OF_GAP = 2  # "in", "of the"
# What a country has one of, and what its capital is told for.
_OF_STATE = ("parliament", "government", "central bank", "lower house", "upper house", "congress")


def institution(name: Name, sides: Sides) -> tuple[int, list[Detail]] | None:
    """Which of the reference's names stands for the same body of a country, and what it comes to.

    Args:
        name: a name of the statement.
        sides: both sentences with their surroundings.

    Returns:
        Its index, or -1 where the country's other body is told, with the detail; else None.
    """
    for index, other in enumerate(sides.their_scope.names):
        told = _is_of(name, other, sides.reference) or _is_of(other, name, sides.sentence)
        if told == words.EXCLUSIVE:
            return -1, [Detail("name", SlotState.DIFFERING, _text(name), _text(other))]
        seated = _sits_in(name, sides.sentence, other, sides.reference)
        seated = seated or _sits_in(other, sides.reference, name, sides.sentence)
        if told or seated:
            return index, [Detail("name", SlotState.MATCHED, name_text(name), name_text(other))]
    return None


def _text(name: Name) -> str:
    return f"{name_text(name)} {name.head}".strip()


def _is_of(institution: Name, country: Name, sentence: SentenceFrame) -> str:
    """What a sentence tells of a country: this institution, by a common noun, or another one."""
    called = names.bodies(institution.key)
    key = names.government(country.key) or country.key
    if not called or not names.part_of(institution.key, key):
        return ""
    body = _body_of(country, sentence)
    if body is None:  # "Sweden rejects private jails"
        return words.SAME if country.role == "agent" and not country.head else ""
    if _is_called(body, called):
        return words.SAME
    return words.EXCLUSIVE if _is_called(body, _OF_STATE) else ""


def _sits_in(
    seat: Name, sentence: SentenceFrame, country: Name, their_sentence: SentenceFrame
) -> bool:
    """Whether a body told by its seat is the other side's: "lawmakers in Nairobi", "Kenyan MPs"."""
    if seat.role != "in" or names.government(seat.key) != country.key:
        return False
    body, other = _body_of(seat, sentence), _body_of(country, their_sentence)
    if body is None or other is None:
        return False
    return any(_is_called(body, (noun,)) and _is_called(other, (noun,)) for noun in _OF_STATE)


def _body_of(place: Name, sentence: SentenceFrame) -> Term | None:
    """The common noun that a place goes with: "Sweden's parliament", "the bank in Oslo"."""
    for term in sentence.terms:
        within = term.first <= place.first < term.last
        behind = place.role == "poss" and 0 <= term.first - place.last <= 1
        before = place.role in ("in", "of") and 1 <= place.first - term.last <= _OF_GAP
        if term.head and (within or behind or before):
            return term
    return None


def _is_called(body: Term, nouns: Sequence[str]) -> bool:
    """Whether a term is one of the nouns, or of those who act for it."""
    whole = " ".join(body.said.split()[-2:])  # "lower house", whose base form is "low"
    told = whole if classes(whole) else body.head
    return any(
        words.nouns_related(told, noun) == words.SAME or words.act_as_one(told, noun)
        for noun in nouns
    )
