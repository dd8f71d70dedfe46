"""Elided nouns: what "wounded 30", "of those, 300" and "another 12" count.

A numeral that stands alone is a fused head: it counts what was spoken of before (Huddleston and
Pullum, The Cambridge Grammar of the English Language, 5.9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.antecedents import (
    JOINERS,
    OF_WHICH,
    PRONOUNS,
    before_comma,
    in_which,
    of_clause_before,
    of_them,
    one_of,
    opening_whole,
)
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.measured import VERSUS
from factcheck.frames.model import FigureFrame, Term
from factcheck.frames.subjects import subject_of
from factcheck.lexicon.nouns import noun_relation
from factcheck.model import Kind

_FREE_ROLES: Final = frozenset({"agent", "patient", "complement", "free", "of"})
_ADVERBS: Final = frozenset({"once", "twice", "thrice"})
_LENDING: Final = frozenset({Kind.COUNT, Kind.RATE})
_WHERE: Final = frozenset({"in", "at", "from", "across"})
_AMOUNTS: Final = frozenset({Kind.MONEY, Kind.MEASURE, Kind.DURATION})
_OF_THAT: Final = (("of", "that"), ("of", "it"), ("of", "this"))
_APART: Final = frozenset({",", "or", "(", "—", "–"})
_LISTING: Final = frozenset({",", ";", "and", "but", "while"})
_MORE: Final = (("more",), ("others",))
_MORE_OR_LESS: Final = frozenset({"more", "fewer", "less"})


def elided(reading: Reading, before: Sequence[FigureFrame], context: Context) -> int:
    """The term that a figure without a noun counts, or -1.

    Args:
        reading: the figure.
        before: the frames of the figures before it.
        context: the sentence.
    """
    listed = _listed_share(reading, before, context)
    if listed >= 0:
        return listed
    if not _stands_alone(reading, context):
        return -1
    after = reading.outer_last
    if context.words.lowers[after : after + 2] in _OF_THAT and before:
        return _of_that(reading, before)
    found = _first_of((one_of, before_comma, in_which), reading, context)
    if found < 0:
        found = _lent(reading, before, context)
    if found < 0:
        found = _first_of((of_them, of_clause_before, opening_whole), reading, context)
    return found


def _first_of(
    ways: Iterable[Callable[[Reading, Context], int]], reading: Reading, context: Context
) -> int:
    return next((i for way in ways if (i := way(reading, context)) >= 0), -1)


def _stands_alone(reading: Reading, context: Context) -> bool:
    """Whether a figure without a noun may count what was spoken of before.

    A share does where it is of "them", or where its verb follows at once ("…, with ten percent
    presumed dead").
    """
    if _is_mark(reading, context):
        return False
    if reading.figure.kind in (Kind.COUNT, Kind.RATE):
        unit = reading.figure.unit
        return (unit is None or not unit.symbol) and reading.figure.text.lower() not in _ADVERBS
    after, lowers = reading.outer_last, context.words.lowers
    if reading.figure.kind is Kind.CHANGE:
        return bool(_MORE_OR_LESS.intersection(lowers[reading.last : after + 1]))
    if reading.figure.kind is not Kind.SHARE or after + 1 >= len(lowers):
        return False
    if lowers[after] == "of":
        return lowers[after + 1] in PRONOUNS or lowers[after : after + 2] in _OF_THAT
    return context.words.tags[after] in ("VERB", "AUX")


def _listed_share(reading: Reading, before: Sequence[FigureFrame], context: Context) -> int:
    """ "49% of the market in Loria, 72% in Wexmere": each share of a list is of the same."""
    at, after = reading.outer_first - 1, reading.outer_last
    shares = reading.figure.kind is Kind.SHARE and bool(before)
    if not shares or before[-1].figure.kind is not Kind.SHARE or after >= len(context.words.tags):
        return -1
    joined = context.words.lowers[at] in _LISTING and context.words.tags[after] == "ADP"
    of_own = context.words.lowers[after] == "of"
    return before[-1].counted if joined and not of_own else -1


def _is_mark(reading: Reading, context: Context) -> bool:
    """Whether a number is what a verb gives by itself: "played 30 matches and scored 12"."""
    lemmas, at = context.words.lemmas, reading.outer_first - 1
    return at >= 0 and lemmas[at] in cues().marks_verbs and lemmas[at] not in lemmas[:at]


def _lent(reading: Reading, before: Sequence[FigureFrame], context: Context) -> int:
    """ "Killed 12 men and wounded 30": a bare count takes over what an earlier one counted.

    The nearest count that no preposition governs lends it, else the nearest of all.
    """
    lenders = _lenders(reading, before, context)
    if not lenders:
        return -1
    lowers, last = context.words.lowers, lenders[-1]
    opening = lowers[max(0, reading.outer_first - 2) : reading.outer_first]
    closing = lowers[reading.outer_last : reading.outer_last + 2]
    more = lowers[reading.outer_last : reading.outer_last + 1] in _MORE  # "options on 25 more"
    if _names_no_more(reading.outer_first - 1, context) and not more:
        return -1
    if opening in OF_WHICH or closing in OF_WHICH or lowers[reading.outer_first - 1] in VERSUS:
        near = [f for f in lenders if context.terms[f.counted].role not in _WHERE]
        return (near or lenders)[-1].counted
    between = slice(last.last, reading.outer_first)
    governed = not more and context.words.tags[reading.outer_first - 1] in ("ADP", "DET")
    summed = cues().increment_total_verbs.intersection(context.words.lemmas[between])
    if governed and not summed and not JOINERS.intersection(lowers[between]):
        return -1
    if _counts_people(reading, context) and not is_alive(context.terms[last.counted]):
        return -1
    free = [f for f in lenders if context.terms[f.counted].role in _FREE_ROLES]
    subject = -1 if free else of_clause_before(reading, context)
    if subject < 0 and not free:
        subject = _head_of_lender(lenders[-1], context)
    if subject >= 0 and is_alive(context.terms[subject]):
        lent = context.terms[lenders[-1].counted]
        if not is_alive(lent):
            return subject  # "residents fled in 11 boats, and about 160 spent the night …"
    return (free or lenders)[-1].counted


def _lenders(
    reading: Reading, before: Sequence[FigureFrame], context: Context
) -> list[FigureFrame]:
    """The figures that may lend their noun.

    To a difference that is the figure it is set apart from: "cleared 90 desks, 12 more than on
    Monday".
    """
    told = [f for f in before if f.counted >= 0 and not _is_part(f, context)]
    told = [f for f in told if not _is_compound(f, context)]
    if reading.figure.kind is Kind.CHANGE:
        before = [f for f in before if f.figure.kind is not Kind.ORDINAL]
        set_apart = context.words.lowers[reading.outer_first - 1] in _APART
        return [told[-1]] if set_apart and told and told[-1] is before[-1] else []
    found = [f for f in told if f.figure.kind in (*_LENDING, reading.figure.kind)]
    return found or [f for f in told if f.figure.kind is Kind.SHARE]


def _names_no_more(at: int, context: Context) -> bool:
    """Whether what stands before makes it a number of nothing: "at 14", "the last eight"."""
    lowers = context.words.lowers
    turn = at > 0 and context.words.tags[at - 1] == "DET" and lowers[at] in ("last", "back")
    return turn or lowers[at] == "at"


def _head_of_lender(frame: FigureFrame, context: Context) -> int:
    """The plural that "delegates from 57 churches" is about: the first subject of its clause."""
    subject = subject_of(frame.clause, context)
    verb = context.clauses[frame.clause].verb
    if subject < 0 or subject != frame.counted - 1 or context.terms[frame.counted].last > verb:
        return -1
    return subject if context.is_plural(subject) else -1


def _is_part(frame: FigureFrame, context: Context) -> bool:
    """Whether a figure only tells of some of the others: "among them nine children"."""
    lowers = context.words.lowers
    opening = lowers[max(0, frame.first - 2) : frame.first]
    closing = lowers[frame.last : frame.last + 2]
    apart = closing == ("of", "them") and lowers[frame.first - 1] == ","
    return apart or "including" in opening or opening in (("among", "them"), ("of", "them"))


def _is_compound(frame: FigureFrame, context: Context) -> bool:
    """Whether a figure is a part of a word: "the 21-strong committee", "a two-day strike"."""
    return frame.figure.text.lower().endswith("-strong") or context.words.lowers[
        frame.last : frame.last + 2
    ] == ("-", "strong")


def _of_that(reading: Reading, before: Sequence[FigureFrame]) -> int:
    """What "38 million of that" and "a quarter of it" are of: what the last amount is of."""
    amounts = [f for f in before if f.figure.kind in _AMOUNTS]
    share = reading.figure.kind is Kind.SHARE
    return (amounts if amounts and share else before)[-1].counted


def _counts_people(reading: Reading, context: Context) -> bool:
    """Whether people are meant without being named: "left 400 homeless", "employs 4,300"."""
    before, after = reading.outer_first - 1, reading.outer_last
    lemmas, tags = context.words.lemmas, context.words.tags
    state = after < len(tags) and tags[after] == "ADJ" and lemmas[after] in cues().people_states
    return state or (before >= 0 and lemmas[before] in cues().people_verbs)


def is_alive(term: Term) -> bool:
    """Whether a term is of people, animals, or somebody with a name."""
    kinds = (noun_relation(term.head, "person"), noun_relation(term.head, "animal"))
    return not term.head or not {"same", "narrower"}.isdisjoint(kinds)
