"""What a preposition ties a sum to: what it is paid in, what it is taken off, what is put at it."""

from __future__ import annotations

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.model import Clause
from factcheck.model import Kind

_SUBJECTS = frozenset({"agent", "patient", "complement", "free"})
_OBJECTS = frozenset({"patient", "free", "complement"})


def in_kind(reading: Reading, context: Context) -> int:
    """What a sum of money is of: "€1.2 million in cash", "$340,000 in withheld tips".

    Args:
        reading: the figure.
        context: the sentence.

    Returns:
        The index of a term, -1 where none is said.
    """
    if reading.figure.kind is not Kind.MONEY:
        return -1
    tags, at = context.words.tags, reading.outer_last
    if context.words.lowers[at : at + 1] != ("in",):
        return -1
    index = context.term_at(min(at + 1 + (tags[at + 1 : at + 2] == ("VERB",)), len(tags) - 1))
    if index < 0 or not context.terms[index].head or any(n.first == at for n in context.names):
        return -1  # "in other countries" says where
    if tags[context.terms[index].first] in ("DET", "PRON", "NUM"):
        return -1  # "paid in two instalments"
    return index


def changed_in(reading: Reading, context: Context) -> int:
    """What somebody gains or loses so much in: "lost five points in popularity".

    Args:
        reading: the figure.
        context: the sentence.

    Returns:
        The index of a term, -1 where none is said.
    """
    if reading.figure.kind is not Kind.CHANGE:
        return -1
    index = _behind("in", reading, context)
    told = index >= 0 and context.terms[index].head in cues().measure_gained_in
    return index if told else -1


def taken_off(reading: Reading, context: Context) -> int:
    """What is cut by as much as "$3 off the fare" or "18% off its bill" says.

    Args:
        reading: the figure.
        context: the sentence.

    Returns:
        The index of a term, -1 where none is said.
    """
    if reading.figure.kind in (Kind.COUNT, Kind.MEASURE):
        return -1  # "40 miles off Peterhead"
    return _behind("off", reading, context)


def _behind(preposition: str, reading: Reading, context: Context) -> int:
    """The term behind a preposition that stands right behind a figure, or -1."""
    lowers, at = context.words.lowers, reading.outer_last
    if lowers[at : at + 1] != (preposition,) or at + 1 >= len(lowers):
        return -1
    return context.term_at(at + 1)


def put_at(at: int, clause: Clause, context: Context) -> int:
    """The object of "puts X at 40": the first phrase behind the verb without preposition.

    Other verbs say with "at" how they happen: "struck a rock at 12 knots".

    Args:
        at: the token of "at".
        clause: the clause of the figure.
        context: the sentence.

    Returns:
        The index of a term, -1 where none is said.
    """
    lemmas = context.words.lemmas
    reduced = clause.first == clause.verb == at - 1 or at - 1 in context.source
    if at > 1 and reduced and values(at - 1, context):
        finite = context.words.lowers[at - 1].endswith("s")  # "a cost the county puts at $5"
        return _put_before(at - 1, context) if finite else context.term_ending(at - 1)
    putting = [i for i in range(at) if lemmas[i] in cues().attribution_object_verbs]
    after = max(
        (
            i
            for i in (clause.verb, *putting)
            if i < at and (i == clause.verb or i in context.source)
        ),
        default=-1,
    )
    if after >= 0 and not values(after, context):
        return -1
    roles = _SUBJECTS if after in context.source else _OBJECTS
    for index, term in enumerate(context.terms):
        if after < term.first and term.last <= at and term.role in roles:
            return index
    return -1


def _put_before(verb: int, context: Context) -> int:
    """What stands before the subject of its relative clause: "a cost the county puts at $5"."""
    tags, at = context.words.tags, verb
    while at > 1 and tags[at - 1] in ("NOUN", "PROPN", "ADJ"):
        at -= 1
    return context.term_ending(at - (tags[at - 1] == "DET"))


def values(verb: int, context: Context) -> bool:
    """Whether a verb says with "at" how large its object is: "put the bill at £4m".

    Args:
        verb: the token of the verb.
        context: the sentence.
    """
    lemma = context.words.lemmas[verb]
    return lemma in cues().measure_valuing or lemma in cues().attribution_object_verbs


def past_worth(at: int, context: Context) -> int:
    """The token behind "worth", where it follows a sum: "60 million francs' worth of damage".

    Args:
        at: the token behind the sum.
        context: the sentence.
    """
    lowers = context.words.lowers
    worth = at + (lowers[at : at + 1] in (("'",), ("\u2019",), ("'s",), ("s",)))
    return worth + 1 if lowers[worth : worth + 1] == ("worth",) else at
