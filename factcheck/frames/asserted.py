"""Which figures are asserted, and which times only delimit another figure."""

from __future__ import annotations

from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.label import is_label
from factcheck.model import Hedge, Kind, PartialDate

# "For six months" says how long, "for the six months to June" when.
_DELIMITING: Final = frozenset({"in", "within", "over", "after", "during", "every", "since"})
_TIMES: Final = frozenset({Kind.DATE, Kind.TIME})
_IN_THE: Final = (("in", "the"), ("over", "the"))
# Behind "after 17 years", what the years were spent in.
_SPENT: Final = frozenset({("in",), ("as",), ("without",)})
_OPENING: Final = frozenset({"open", "close", "reopen", "start", "begin", "end", "finish"})


def is_asserted(reading: Reading, context: Context) -> bool:
    """Whether a figure is what is asserted, and not a detail of another (contract, section 1).

    Args:
        reading: the figure.
        context: its sentence.
    """
    figure = reading.figure
    if figure.kind is Kind.COUNT and reading.first in context.source:
        return False  # "one executive says"
    clause = context.clause_at(reading.first)
    own = context.clauses[clause]
    if is_label(reading, own, context.words) or _names_race(reading, clause, context):
        return False
    if figure.kind not in _TIMES and figure.kind is not Kind.DURATION:
        return True
    reduced = own.first == own.verb  # "540 homes completed in 2023"
    rivals = [
        r
        for r in context.words.readings
        if r is not reading
        and (reduced or context.clause_at(r.first) == clause)
        and r.figure.kind not in _TIMES
        and r.figure.kind is not Kind.AGE
        and not is_label(r, own, context.words)
    ]
    if figure.kind is Kind.DURATION:
        at = reading.outer_first - 1
        known = at > 0 and context.words.lowers[at] == "the"
        before = context.words.lowers[at - known] if at >= known else ""
        delimits = before in _DELIMITING or (known and before == "for")
        others = [r for r in rivals if r.figure.kind is not Kind.DURATION]
        hedged = figure.hedge is not Hedge.PLAIN and before != "within"  # "in under four seconds"
        return hedged or not (others and delimits) or _is_told(reading, context, before)
    if figure.kind is Kind.TIME and _opens(reading, context):
        return True
    if figure.kind is Kind.TIME:
        rivals = [r for r in rivals if not _is_across(reading, r, context)]
    if rivals or _is_of_source(reading, context) or _names_edition(reading, context):
        return False
    if figure.kind is Kind.TIME:
        return True
    return figure.date is not None and _is_definite(figure.date)


def _names_race(reading: Reading, clause: int, context: Context) -> bool:
    """Whether a distance says in which race somebody came fourth: "in the 10,000 metres"."""
    unit, lowers = reading.figure.unit, context.words.lowers
    if reading.figure.kind is not Kind.MEASURE or unit is None or unit.dimension != "length":
        return False
    led = lowers[max(0, reading.outer_first - 2) : reading.outer_first] in _IN_THE
    return led and any(
        r.figure.kind is Kind.ORDINAL and context.clause_at(r.first) == clause
        for r in context.words.readings
    )


def _names_edition(reading: Reading, context: Context) -> bool:
    """Whether a year says which one is meant: "a 2019 study", "to recognise 1915 killings"."""
    tags, at, after = context.words.tags, reading.outer_first - 1, reading.outer_last
    bare = "bare-year" in reading.figure.rules and at >= 0 and tags[at] in ("DET", "VERB")
    return bare and after < len(tags) and tags[after] in ("NOUN", "ADJ", "PROPN")


def _is_of_source(reading: Reading, context: Context) -> bool:
    """Whether a date says when the source spoke: "said on 12 March that"."""
    source = context.source
    return reading.first in source or {reading.outer_first - 1, reading.outer_last} <= source


def _is_definite(date: PartialDate) -> bool:
    """Whether a date tells by itself when: a year, a century, a day of a month."""
    if date.relative is not None:
        return False
    century = date.season is not None and date.season.endswith("century")
    if century or date.year is not None:
        return True
    return date.month is not None and date.day is not None


def _is_across(one: Reading, two: Reading, context: Context) -> bool:
    """Whether "and" and words of another subject part them: "opens at 10 and entry costs 50p"."""
    first, last = sorted((one, two), key=lambda r: r.first)
    between = range(first.outer_last, last.outer_first)
    words = context.words
    joints = (i for i in between if words.lowers[i] in {"and", "but", ";", "while"})
    return any(words.tags[i + 1] in {"NOUN", "PROPN", "DET", "PRON"} for i in joints)


def _is_told(reading: Reading, context: Context, before: str) -> bool:
    """Whether a duration is told though something else is counted.

    "Crossed the line in 9.91 seconds" and "ran a half in 1:47:32" time somebody, "freed three after
    17 years in jail" says what the years were spent in, and "comes in four colours and charges in
    an hour and a half" has a verb of its own behind "and".
    """
    words, figure = context.words, reading.figure
    if before == "after":
        return words.lowers[reading.outer_last : reading.outer_last + 1] in _SPENT
    if before != "in":
        return False
    precise = figure.precision is not None and figure.precision < 1
    if precise and figure.unit is not None and figure.unit.factor <= 1:
        return True
    if ":" in figure.text:
        return True
    verb = next((k for k in range(reading.first, 0, -1) if words.tags[k] == "VERB"), 0)
    own = words.lowers[verb - 1] == "and"
    return own and not any(verb < r.first < reading.first for r in words.readings)


def _opens(reading: Reading, context: Context) -> bool:
    """ "Polls close at 8pm in all 50 states": when something opens or closes is what is told."""
    words, at = context.words, reading.outer_first
    return at > 1 and words.lowers[at - 1] == "at" and words.lemmas[at - 2] in _OPENING
