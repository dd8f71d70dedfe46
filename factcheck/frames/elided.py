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
    led_whole,
    of_clause_before,
    of_them,
    one_of,
    opening_whole,
)
from factcheck.frames.bare_counts import (
    VERSUS,
    is_alive,
    is_person,
    is_sided,
    is_turn,
    names_nothing,
)
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.edges import ACCOMPANYING
from factcheck.frames.model import FigureFrame
from factcheck.frames.subjects import subject_of
from factcheck.model import Kind

_FREE_ROLES: Final = frozenset({"agent", "patient", "complement", "free", "of"})
_ADVERBS: Final = frozenset({"once", "twice", "thrice"})
_LENDING: Final = frozenset({Kind.COUNT, Kind.RATE})
_RELATIVES: Final = frozenset({"that", "which", "who", "whose", "where"})
_WHERE: Final = frozenset({"in", "at", "from", "across"})
_AMOUNTS: Final = frozenset({Kind.MONEY, Kind.MEASURE, Kind.DURATION})
_OF_THEM: Final = ("of", "them")
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
    found = _whole_of_which(reading, before, context)
    if found < 0:
        found = _first_of((one_of, led_whole, before_comma, in_which), reading, context)
    if found < 0:
        found = _of_the_aged(_lent(reading, before, context), context)
    if found < 0:
        found = _first_of((of_them, of_clause_before, opening_whole), reading, context)
    return found


def repeated_measure(reading: Reading, before: Sequence[FigureFrame], context: Context) -> int:
    """The container or unit of "200 crates of apples and 45 of pears", told once for both, or -1.

    The noun behind the second "of" is bare: "and 45 of the pears" counts pears.
    """
    lowers, tags, at = context.words.lowers, context.words.tags, reading.outer_last
    if reading.figure.kind is not Kind.COUNT or lowers[at : at + 1] != ("of",) or not before:
        return -1
    last = before[-1]
    if last.figure.kind is not Kind.COUNT or last.counted < 0:
        return -1
    listed = lowers[reading.outer_first - 1] in _LISTING
    bare = tags[at + 1 : at + 2] in (("NOUN",), ("ADJ",))
    measured = lowers[context.terms[last.counted].last :][:1] == ("of",)
    return last.counted if listed and bare and measured else -1


def _first_of(
    ways: Iterable[Callable[[Reading, Context], int]], reading: Reading, context: Context
) -> int:
    return next((i for way in ways if (i := way(reading, context)) >= 0), -1)


def _whole_of_which(reading: Reading, before: Sequence[FigureFrame], context: Context) -> int:
    """Those of "16 condors fitted with transmitters, four of which flew off", or -1.

    "Which" and "whom" lead to the plural right before them, unless an earlier one was counted;
    "whom" is of people alone: "closed 13 parishes for want of priests, of whom 40 have retired".
    """
    lowers = context.words.lowers
    opening = lowers[max(0, reading.outer_first - 2) : reading.outer_first]
    closing = lowers[reading.outer_last : reading.outer_last + 2]
    pair = next((p for p in (opening, closing) if p in OF_WHICH or p == _OF_THEM), None)
    comma = reading.outer_first - (3 if pair == opening else 1)
    if pair is None or comma < 1 or lowers[comma] != ",":
        return -1
    value = reading.figure.value
    wholes = [
        f.counted
        for f in before
        if f.counted >= 0 and f.figure.kind is Kind.COUNT and not _is_part(f, context)
        if pair[1] == "them" or is_person(context.terms[f.counted]) is (pair[1] == "whom")
        if value is not None and f.figure.value is not None and f.figure.value > value
    ]
    if wholes:
        return wholes[-1]
    near = context.term_ending(comma)
    told = (
        pair[1] == "whom"
        and near >= 0
        and context.is_plural(near)
        and is_person(context.terms[near])
    )
    return near if told else -1


def _stands_alone(reading: Reading, context: Context) -> bool:
    """Whether a figure without a noun may count what was spoken of before.

    A share does where it is of "them", or where its verb follows at once ("…, with ten percent
    presumed dead").
    """
    if _is_mark(reading, context):
        return False
    if reading.figure.kind in (Kind.COUNT, Kind.RATE):
        unit = reading.figure.unit
        if is_sided(reading, context):
            return False
        return (unit is None or not unit.symbol) and reading.figure.text.lower() not in _ADVERBS
    after, lowers = reading.outer_last, context.words.lowers
    if reading.figure.kind is Kind.CHANGE:
        return bool(_MORE_OR_LESS.intersection(lowers[reading.last : after + 1]))
    if reading.figure.kind is Kind.ORDINAL:
        return _is_one_more(reading, context)
    if reading.figure.kind is not Kind.SHARE or after + 1 >= len(lowers):
        return False
    if lowers[after] == "of":
        return lowers[after + 1] in PRONOUNS or lowers[after : after + 2] in _OF_THAT
    if lowers[after] == "to" and lowers[reading.outer_first - 1] in JOINERS:
        return context.words.tags[after + 1] == "VERB"  # "43% plan to hire, 21% to cut staff"
    while after + 1 < len(lowers) and context.words.tags[after] == "ADV":
        after += 1  # "and 12% already have"
    return context.words.tags[after] in ("VERB", "AUX")


def _is_one_more(reading: Reading, context: Context) -> bool:
    """Whether an ordinal is one of those counted before: "charged two men and hunt a third"."""
    tags, after = context.words.tags, reading.outer_last
    led = reading.outer_first and context.words.lowers[reading.outer_first - 1] in ("a", "the")
    ends = after >= len(tags) or tags[after] in ("PUNCT", "ADP", "CCONJ", "AUX", "VERB")
    return bool(led) and ends


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
    if not lenders or _scores_no_such(reading, lenders[-1], context):
        return -1
    lowers, last = context.words.lowers, lenders[-1]
    opening = lowers[max(0, reading.outer_first - 2) : reading.outer_first]
    closing = lowers[reading.outer_last : reading.outer_last + 2]
    more = closing[:1] in _MORE  # "options on 25 more"
    if _names_no_more(reading, last, context) and not more:
        return -1
    if opening in OF_WHICH or closing in OF_WHICH or lowers[reading.outer_first - 1] in VERSUS:
        near = [f for f in lenders if context.terms[f.counted].role not in _WHERE]
        return (near or lenders)[-1].counted
    free = [f for f in lenders if context.terms[f.counted].role in _FREE_ROLES]
    of_them = closing[:1] == ("of",) and closing[-1] in PRONOUNS
    if not (more or of_them) and _is_governed_apart(reading, last, bool(free), context):
        return -1
    if _counts_people(reading, context) and not is_alive(context.terms[last.counted]):
        return -1
    subject = -1 if free else _lending_subject(reading, last, context)
    if subject >= 0 and is_alive(context.terms[subject]):
        alive = is_alive(context.terms[last.counted])
        return last.counted if alive else subject  # "fled in 11 boats, and about 160 spent …"
    return _in_line(reading, free or lenders, context).counted


def _of_the_aged(found: int, context: Context) -> int:
    """Those whose age is told, where a share is lent an age: "the median age of farmers is 58"."""
    if found < 0 or context.terms[found].head != "age":
        return found
    behind = found + 1
    of = behind < len(context.terms) and context.terms[behind].role == "of"
    return behind if of and context.is_plural(behind) else -1


def _in_line(reading: Reading, lenders: Sequence[FigureFrame], context: Context) -> FigureFrame:
    """The last of some lenders, but for an aside.

    "Cancelled 48 flights, stranding 7,000 travellers, and delayed another 33".
    """

    def is_aside(number: int) -> bool:
        verb, lowers = context.clauses[number].verb, context.words.lowers
        if lowers[context.clauses[number].first] in _RELATIVES:
            return True  # "five bears that had broken into 30 cabins, and moved eight"
        return verb > 0 and lowers[verb].endswith("ing") and lowers[verb - 1] == ","

    own = context.clauses[context.clause_at(reading.first)].verb
    if own >= 0 and context.words.lowers[own].endswith("ing"):
        return lenders[-1]
    main = [f for f in lenders if not is_aside(f.clause)]
    joined = context.words.lowers[lenders[-1].last : reading.outer_first].count("and")
    return main[-1] if main and joined else lenders[-1]


def _lenders(
    reading: Reading, before: Sequence[FigureFrame], context: Context
) -> Sequence[FigureFrame]:
    """The figures before a bare one whose noun it may share.

    To a difference that is the figure it is set apart from: "cleared 90 desks, 12 more than on
    Monday".
    """
    if before and _is_nameless(before[-1], context):
        return ()
    told = [f for f in before if f.counted >= 0 and not _is_part(f, context)]
    told = [f for f in told if not _is_compound(f, context)]
    behind = context.words.tags[reading.outer_last : reading.outer_last + 1]
    governed = reading.outer_first and context.words.tags[reading.outer_first - 1] == "ADP"
    doing = governed or behind == ("VERB",)  # "two in five firms use no gas, and six burn wood"
    if doing or context.words.lowers[reading.outer_last : reading.outer_last + 1] == ("of",):
        told = [f for f in told if f.figure.value != 0]  # "have no job, and 48 of them"
    if reading.figure.kind is Kind.CHANGE:
        before = [f for f in before if f.figure.kind is not Kind.ORDINAL]
        set_apart = context.words.lowers[reading.outer_first - 1] in _APART
        return told[-1:] if set_apart and told and told[-1] is before[-1] else ()
    if reading.figure.kind is Kind.ORDINAL:
        counts = [f for f in told if f.figure.kind is Kind.COUNT]
        own = [f for f in counts if context.terms[f.counted].last > f.first]
        return own or counts  # "the oldest of the three is 83, and a fourth died"
    lenders = [f for f in told if f.figure.kind in (*_LENDING, reading.figure.kind)]
    return lenders or [f for f in told if _is_of_several(f, context)]


def _is_governed_apart(reading: Reading, last: FigureFrame, free: bool, context: Context) -> bool:
    """Whether a preposition governs a bare count that no word joins to its lender."""
    lowers, tags = context.words.lowers, context.words.tags
    before, between = reading.outer_first - 1, slice(last.last, reading.outer_first)
    if tags[before] not in ("ADP", "DET"):
        return False
    if cues().increment_total_verbs.intersection(context.words.lemmas[between]):
        return False
    again = not free and "VERB" in tags[between]  # "from 61 balls, and India closed on 342"
    if again and lowers[before] not in ACCOMPANYING:
        return True
    return not JOINERS.intersection(lowers[between])


def _lending_subject(reading: Reading, last: FigureFrame, context: Context) -> int:
    """The subject before that a bare count is of, where its lender only says where; or -1.

    "While" sets two counts against each other: "in three cantons rejected it, while 20 …".
    """
    if "while" in context.words.lowers[last.last : reading.outer_first]:
        return -1
    subject = of_clause_before(reading, context)
    return subject if subject >= 0 else _head_of_lender(last, context)


def _is_of_several(frame: FigureFrame, context: Context) -> bool:
    """Whether another kind than a count lends its noun: a share of some, or so much of a stuff.

    "15 tonnes of cherries a hectare, and expect just six".
    """
    term = context.terms[frame.counted]
    if frame.figure.kind is Kind.MEASURE:
        return term.role == "of" and term.first > frame.first
    several = context.is_plural(frame.counted) or is_alive(term)
    return frame.figure.kind is Kind.SHARE and several


def _scores_no_such(reading: Reading, frame: FigureFrame, context: Context) -> bool:
    """Whether a number is of goals or runs that no noun names: "against ten men scored two"."""
    verb = context.words.lemmas[reading.outer_first - 1]
    scored = verb in cues().scoring_verbs
    return scored and context.terms[frame.counted].head not in cues().scoring_nouns


def _is_nameless(frame: FigureFrame, context: Context) -> bool:
    """Whether a figure is of people whom no noun names: the 400 of "left 400 homeless"."""
    lemmas, after = context.words.lemmas, frame.last
    return frame.counted < 0 and after < len(lemmas) and lemmas[after] in cues().people_states


def _names_no_more(reading: Reading, before: FigureFrame, context: Context) -> bool:
    """Whether what stands before makes it a number of nothing: "at 14", "the last eight".

    A turn is of what an earlier turn counts: "lost the first four games and won the next five".
    """
    if is_turn(reading.outer_first, context) and is_turn(before.first, context):
        return False
    at = reading.outer_first - 1
    if context.words.lowers[at] == "at":  # but "putting the figure at 26,000"
        noun = context.words.lemmas[at - 1]
        return not (noun in cues().increment_total_nouns or noun in cues().attribution_nouns)
    return names_nothing(reading, context)


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
    left = before >= 0 and lemmas[before] == "leave" and tags[after : after + 1] == ("VERB",)
    state = state or left  # "left 2,300 sleeping outdoors"
    return state or (before >= 0 and lemmas[before] in cues().people_verbs)
