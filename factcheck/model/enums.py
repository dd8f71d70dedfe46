"""The closed vocabularies of the contract, as string enums."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What a finding says of a figure. Always about the store, never about the truth."""

    CONSISTENT = "consistent"
    NOVEL = "novel"
    CONFLICTING = "conflicting"

    @property
    def severity(self) -> int:
        """Rank for "the worst of its figures": consistent 0, novel 1, conflicting 2."""
        return _SEVERITY[self]


_SEVERITY = {Verdict.CONSISTENT: 0, Verdict.NOVEL: 1, Verdict.CONFLICTING: 2}


class Support(StrEnum):
    """How firmly a reference supports a consistent figure, strongest first."""

    EXACT = "exact"
    ROUNDED = "rounded"
    HEDGED = "hedged"
    BOUND = "bound"
    DERIVED = "derived"

    @property
    def weakness(self) -> int:
        """Rank from 0 (exact) to 4 (derived)."""
        return tuple(Support).index(self)


class Flag(StrEnum):
    """A warning beside a verdict."""

    DISPUTED = "disputed"
    SUPERSEDED = "superseded"
    DEBUNKED = "debunked"


class Kind(StrEnum):
    """What sort of quantity a figure is. Figures of two kinds never measure the same thing.

    A level that was reached ("rose to 5%") has the kind of the level itself; only the
    amount of a change ("rose by 5%") is a `CHANGE`.
    """

    COUNT = "count"  # 300 soldiers
    MEASURE = "measure"  # 12 km, 40 °C, a magnitude of 6.8; the unit names the dimension
    MONEY = "money"  # €3bn; the unit names the currency
    SHARE = "share"  # 12%, a third, one in ten, most
    RATE = "rate"  # 9 per 100,000 residents, 900 cars a week, $15 an hour
    DATE = "date"  # 12 March 2024, in 1987, where it is what is asserted
    TIME = "time"  # 6.05 a.m.
    DURATION = "duration"  # six hours
    AGE = "age"  # a 12-year-old, aged 41
    ORDINAL = "ordinal"  # the third woman
    SCORE = "score"  # 3-1
    CHANGE = "change"  # rose by 5%, fell by 20 crowns, up 3 percentage points
    FACTOR = "factor"  # doubled, halved, twice as many, tenfold


class Hedge(StrEnum):
    """How the wording of a figure bounds its value (the contract's table of intervals)."""

    PLAIN = "plain"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    UP_TO = "up to"
    RANGE = "range"
    MARGIN = "margin"  # n ± e
    VAGUE = "vague"  # dozens, several, hundreds
    SHARE_WORD = "share word"  # half, a third, most


class ClaimStatus(StrEnum):
    """Where a claim stands in its life. Drafts never take part in verdicts.

    A debunked claim is one that a fact-check found false: it is kept so that whoever repeats it
    is told, and it decides nothing.
    """

    DRAFT = "draft"
    CURRENT = "current"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"
    DEBUNKED = "debunked"


class SlotState(StrEnum):
    """How one detail of the statement stands to the reference's."""

    MATCHED = "matched"
    OMITTED = "omitted"  # only the reference has it
    ADDED = "added"  # only the statement has it
    WIDER = "wider"  # the statement's is the wider term
    NARROWER = "narrower"  # the statement's is the narrower term
    TURNED = "turned round"  # roles or result exchanged, or direction opposed
    DIFFERING = "differing"
