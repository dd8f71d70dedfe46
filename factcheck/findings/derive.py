"""Arithmetic: shares of counts, sums of parts, factors from two levels, converted money.

The operands must agree with the statement in every detail but the one that the arithmetic is
about; a derived value can support and can conflict (contract, section 2).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.align.model import Candidate
from factcheck.compare import compare
from factcheck.findings.changes import change_of_levels, factor_and_percent
from factcheck.findings.conversion import converted_money
from factcheck.findings.dated_levels import change_between_dates
from factcheck.findings.derivation import (
    Derivation,
)
from factcheck.findings.margins import margin_of_two
from factcheck.findings.parts import left_over, rest_of_whole, sum_in_turn, sum_of_kinds
from factcheck.findings.periods import sum_of_periods
from factcheck.findings.places import sum_of_places
from factcheck.findings.ratios import part_and_base
from factcheck.findings.shares import count_of_share, share_of_counts
from factcheck.findings.sums import sum_of_parts
from factcheck.findings.things import sum_of_owners, sum_of_things
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Alignment, Citation, Hedge, Kind
from factcheck.policy import Policy


class Derived(NamedTuple):
    """A value obtained by arithmetic, held against the statement's."""

    compatible: bool
    operands: tuple[Citation, ...]
    notes: tuple[str, ...]
    alignment: Alignment


_Rule = Callable[[SentenceFrame, FigureFrame, Sequence[Candidate]], list[Derivation]]


_RULES: tuple[_Rule, ...] = (
    share_of_counts,
    count_of_share,
    part_and_base,
    rest_of_whole,
    left_over,
    sum_of_parts,
    sum_of_kinds,
    sum_in_turn,
    sum_of_things,
    sum_of_owners,
    margin_of_two,
    sum_of_places,
    sum_of_periods,
    change_of_levels,
    change_between_dates,
    factor_and_percent,
    converted_money,
)


def derive(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate], policy: Policy
) -> Derived | None:
    """Try every kind of arithmetic on the current references.

    Returns:
        The first derivation that supports the figure, else the first that contradicts it,
        else None.
    """
    first: Derived | None = None
    for rule in _RULES:
        for found in rule(sentence, frame, pool):
            derived = _judged(frame, found, policy)
            if derived.compatible:
                return derived
            if found.complete:
                first = first or derived
    return first


def _judged(frame: FigureFrame, found: Derivation, policy: Policy) -> Derived:
    """Hold the derived value against the statement's figure."""
    compatible = compare(frame.figure, found.as_figure(frame.figure), policy).compatible
    if not compatible and frame.figure.hedge is Hedge.PLAIN and found.value is not None:
        ours = frame.figure.base_interval.low
        compatible = (
            ours is not None
            and _within(ours, found.value, policy.multiple_width)
            and (frame.figure.kind in (Kind.FACTOR, Kind.CHANGE))
        )
    sources = {c.claim.source for c in found.operands}
    notes = [found.words]
    if len(sources) > 1:
        notes.append("the operands come from different sources")
    return Derived(
        compatible,
        tuple(Citation(c.claim, c.frame.figure if c.frame else None) for c in found.operands),
        tuple(notes),
        found.aligned.alignment,
    )


def _within(ours: Fraction, value: Fraction, width: Fraction) -> bool:
    return abs(ours - value) <= width * abs(value)
