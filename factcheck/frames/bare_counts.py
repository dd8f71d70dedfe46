"""Bare counts: numbers without a noun, which may tell how many somebody is, or name nothing at all.

"Deaths reached 41" counts deaths. "Root made 112", "he left school at 16" and "four for 21" name
nothing that is counted, and the noun nearest to them is not it.
"""

from __future__ import annotations

from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.model import Clause, Term
from factcheck.lexicon.events import is_reporting
from factcheck.lexicon.nouns import noun_relation
from factcheck.model import Kind

# "The last eight", "the back nine": a turn, and no number of what was counted before.
_TURNS: Final = frozenset({
    "last", "first", "next", "previous", "past", "final", "opening", "closing", "back", "front",
})  # fmt: skip
_ADDING: Final = frozenset({"further", "another"})
_OWNERS: Final = frozenset({"his", "her"})
# Prepositions between the two sides of a vote or a match.
VERSUS: Final = frozenset({"to", "against", "versus", "v"})
# Verbs of those who count others.
_COUNTING: Final = frozenset({"count", "tally", "log", "record", "register", "list", "find"})
_NUMBERING: Final = frozenset({"number", "count", "be"})


def is_alive(term: Term) -> bool:
    """Whether a term is of people, animals, or somebody with a name."""
    kinds = (noun_relation(term.head, "person"), noun_relation(term.head, "animal"))
    return not term.head or not {"same", "narrower"}.isdisjoint(kinds)


def is_person(term: Term) -> bool:
    """Whether a term is of people, or of somebody with a name."""
    return not term.head or noun_relation(term.head, "person") in ("same", "narrower")


def heads_states(index: int, reading: Reading, context: Context) -> bool:
    """Whether a noun before a colon only heads what befell people: "Army base attack: 34 dead".

    Args:
        index: the term that the figure seems to count.
        reading: the figure.
        context: the sentence.
    """
    words, at = context.words, reading.outer_last
    if ":" not in words.lowers[context.terms[index].at : reading.first] or at >= len(words.tags):
        return False
    return words.lowers[at] in cues().people_states or words.tags[at] == "VERB"


def counts_subject(index: int, reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether a figure can tell the number of a subject: "deaths reached 41", not "Root made 112".

    Args:
        index: the term that is the subject.
        reading: the figure.
        clause: its clause.
        context: the sentence.
    """
    if reading.figure.kind is not Kind.COUNT:
        return True
    term = context.terms[index]
    if not term.head:  # "Ivo Pell is 58", not "England made 58"
        return clause.verb >= 0 and context.words.lowers[clause.verb] in ("is", "was")
    if clause.verb < 0 or context.words.tags[reading.outer_first - 1] == "ADP":
        return True
    verb = context.words.lemmas[clause.verb]
    if verb in _NUMBERING or verb in cues().measure_sizing:
        return True  # "the population is 4,000"
    acts = is_alive(term) and not context.is_plural(index)  # "the striker hit 30"
    return not acts and verb in cues().measure_verbs


def names_nothing(reading: Reading, context: Context) -> bool:
    """Whether what stands before a bare count makes it a number of nothing that is named.

    "The last eight", "in his 131", "four for 21", "lived to be 98".

    Args:
        reading: the figure.
        context: the sentence.
    """
    at, lowers = reading.outer_first - 1, context.words.lowers
    if at < 0 or reading.figure.kind is not Kind.COUNT:
        return False
    if lowers[at] in _OWNERS or is_turn(reading.outer_first, context) or _ends_life(at, context):
        return True
    return at > 0 and lowers[at] == "for" and context.words.numbers[at - 1]


def adds(reading: Reading, context: Context) -> bool:
    """Whether a count is added to another one: "a further nine", "another 33".

    Args:
        reading: the figure.
        context: the sentence.
    """
    before = context.words.lowers[max(0, reading.outer_first - 1) : reading.first]
    return reading.figure.kind is Kind.COUNT and not _ADDING.isdisjoint(before)


def is_part_of(index: int, reading: Reading, context: Context) -> bool:
    """Whether a group is of what was counted before: "600 boxes, part of a consignment of 4,500".

    Args:
        index: the term of the group.
        reading: the figure behind its "of".
        context: the sentence.
    """
    term = context.terms[index]
    if reading.figure.kind is not Kind.COUNT or term.role not in ("of", "from"):
        return False
    before = (r for r in context.words.readings if r.last < term.first)
    counted = any(r.figure.kind is Kind.COUNT for r in before)
    return counted and term.head in cues().collections_nouns


def opens_clause(index: int, reading: Reading, context: Context) -> bool:
    """Whether a count is the subject behind an opening phrase: "at any time about 70 are out".

    Args:
        index: the term right before the figure, or -1.
        reading: the figure.
        context: the sentence.
    """
    if reading.figure.kind is not Kind.COUNT or index < 0:
        return False
    governed = context.terms[index].role in ("at", "in", "on", "by", "during", "after", "before")
    behind = context.words.tags[reading.outer_last : reading.outer_last + 1]
    return governed and behind in (("AUX",), ("VERB",))


def is_sided(reading: Reading, context: Context) -> bool:
    """Whether a number counts what only an adjective names: the legs of "a three-legged stool"."""
    lowers, at = context.words.lowers, reading.last
    joined = at + 1 < len(lowers) and lowers[at] == "-" and reading.figure.kind is Kind.COUNT
    return joined and context.words.tags[at + 1] != "NOUN" and lowers[at + 1].endswith("ed")


def is_held_against(reading: Reading, context: Context) -> bool:
    """Whether a bare number is the other side's: the 38 of "by 61 votes to 38".

    Args:
        reading: the figure.
        context: the sentence.
    """
    if reading.figure.kind is not Kind.COUNT or not reading.outer_first:
        return False
    if context.words.lowers[reading.outer_first - 1] not in VERSUS:
        return False
    before = [r for r in context.words.readings if r.last < reading.first]
    if not before or before[-1].figure.kind is not Kind.COUNT:
        return False  # "lengthened by 3,400 patients to 796,000"
    index = context.term_at(reading.outer_first - 2)
    return index >= 0 and any(context.words.numbers[context.terms[index].first :][:2])


def is_of_others(at: int, reading: Reading, context: Context) -> bool:
    """Whether what a source's verb gives is a count of others, and not of the source itself.

    "Half a million lined the route; the police thought 180,000 did", "the agency reported 1,500
    injured and 50,000 without shelter", "medics counted 31 dead".

    Args:
        at: the verb.
        reading: the figure.
        context: the sentence.
    """
    told = context.words.lemmas[at]
    if reading.figure.kind is not Kind.COUNT or not (is_reporting(told) or told in _COUNTING):
        return False
    behind = context.words.tags[reading.outer_last : reading.outer_last + 1]
    before = (r for r in context.words.readings if r.last <= reading.first)
    return behind in (("ADJ",), ("VERB",)) or any(r.figure.kind is Kind.COUNT for r in before)


def is_turn(first: int, context: Context) -> bool:
    """Whether the words of a turn stand before a token: "the next five"."""
    at = first - 1
    return at > 0 and context.words.tags[at - 1] == "DET" and context.words.lowers[at] in _TURNS


def _ends_life(at: int, context: Context) -> bool:
    """Whether a number is the age that somebody "lived to" or "lived to be"."""
    lemmas = context.words.lemmas
    at -= lemmas[at] == "be"
    return at > 0 and lemmas[at - 1 : at + 1] == ("live", "to")
