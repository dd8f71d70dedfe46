"""Arithmetic: shares of counts, sums of parts, factors from two levels, converted money.

The operands must agree with the statement in every detail but the one that the arithmetic is
about; a derived value can support and can conflict (contract, section 2).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from factcheck.align import words
from factcheck.align.align import align
from factcheck.align.happening import COMPLETE_SUMS, decisive_events
from factcheck.align.model import Aligned, Candidate
from factcheck.compare import compare
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.lexicon.events import relation
from factcheck.model import Alignment, Citation, Figure, Hedge, Interval, Kind, Unit
from factcheck.policy import Policy

# What may stand between "of" and the number of a whole: "of the province's 1,200 dentists".
_INSIDE_BASE = frozenset({"DET", "ADV", "ADJ", "PROPN", "PART", "NOUN"})
_FARTHEST_BASE = 6
_BASE_WORDS = frozenset({"of", "among", "from", "out"})


class Derived(NamedTuple):
    """A value obtained by arithmetic, held against the statement's."""

    compatible: bool
    operands: tuple[Citation, ...]
    notes: tuple[str, ...]
    alignment: Alignment


class _Sum(NamedTuple):
    """One derivation: the derived interval and nominal value, operands, and how in words."""

    value: Fraction | None
    interval: Interval
    hedge: Hedge
    operands: tuple[Candidate, ...]
    words: str
    aligned: Aligned


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
            first = first or derived
    return first


def _judged(frame: FigureFrame, found: _Sum, policy: Policy) -> Derived:
    """Hold the derived value against the statement's figure."""
    unit = frame.figure.unit
    base = replace(
        frame.figure,
        interval=found.interval,
        value=found.value,
        hedge=found.hedge,
        precision=None,
        unit=_base_unit(unit),
    )
    compatible = compare(frame.figure, base, policy).compatible
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


def _base_unit(unit: Unit | None) -> Unit | None:
    return None if unit is None else replace(unit, factor=Fraction(1), offset=Fraction(0))


def _within(ours: Fraction, value: Fraction, width: Fraction) -> bool:
    return abs(ours - value) <= width * abs(value)


# --- shares ------------------------------------------------------------------------------


def _share_of_counts(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[_Sum]:
    """ "A tenth of the casualties died" against "400 of 4,000 casualties died"."""
    if frame.figure.kind is not Kind.SHARE or frame.counted < 0:
        return []
    base = sentence.terms[frame.counted]
    found = []
    for part in pool:
        whole = _whole_beside(part, base)
        if whole is None:
            continue
        aligned = align(sentence, frame, part, any_kind=True, ignore=frozenset({"counted"}))
        if not aligned.same or aligned.part_whole:
            continue
        a, b = _value(part), _value(whole)
        if a is None or not b or a > b:
            continue
        hedge = _joint_hedge(part, whole)
        text = f"derived: {_text(part)} of {_text(whole)} is {_percent(a / b)}"
        found.append(_Sum(a / b, _around(a / b, hedge), hedge, (part,), text, aligned))
    return found


def _whole_beside(part: Candidate, base: Term) -> Candidate | None:
    """The figure of the same sentence that gives the whole: "20 of the 80 wells"."""
    if part.frame is None or part.frame.figure.kind is not Kind.COUNT:
        return None
    for other in part.sentence.figures:
        if other is part.frame or other.figure.kind is not Kind.COUNT or other.counted < 0:
            continue
        if not _is_base(part, other):
            continue
        term = part.sentence.terms[other.counted]
        if words.nouns_related(base.head, term.head) in (words.SAME, words.WIDER):
            return part._replace(frame=other)
    return None


def _is_base(part: Candidate, other: FigureFrame) -> bool:
    """Whether a preposition makes the other figure the base that this one is taken of."""
    sentence = part.sentence
    at = other.first - 1
    while at >= 0 and other.first - at < _FARTHEST_BASE and sentence.tags[at] in _INSIDE_BASE:
        at -= 1
    return at >= 0 and sentence.lemmas[at] in _BASE_WORDS


def _count_of_share(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[_Sum]:
    """ "700 respondents" against "among the 2,000 people polled, 35%"."""
    if frame.figure.kind is not Kind.COUNT:
        return []
    found = []
    for share in pool:
        if share.frame is None or share.frame.figure.kind is not Kind.SHARE:
            continue
        for other in share.sentence.figures:
            if other.figure.kind is not Kind.COUNT or not _is_base(share, other):
                continue
            aligned = align(sentence, frame, share, any_kind=True, ignore=frozenset({"counted"}))
            a, b = _base_value(share.frame.figure), other.figure.value
            if not aligned.same or aligned.part_whole or a is None or b is None:
                continue
            whole = share._replace(frame=other)
            hedge = _joint_hedge(share, whole)
            text = f"derived: {_text(share)} of {_text(whole)} is {_number(a * b)}"
            found.append(_Sum(a * b, _around(a * b, hedge), hedge, (share,), text, aligned))
    return found


# --- sums --------------------------------------------------------------------------------


def _sum_of_parts(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[_Sum]:
    """Casualties against the killed and the injured, which make them up by definition."""
    if frame.figure.kind is not Kind.COUNT:
        return []
    classes = {name for e in decisive_events(sentence, frame) for name in e.classes}
    found = []
    for whole, parts in COMPLETE_SUMS.items():
        if whole not in classes:
            continue
        chosen: list[tuple[Candidate, Aligned]] = []
        for part in parts:
            best = _part_of_sum(sentence, frame, pool, part)
            if best is not None:
                chosen.append(best)
        if len(chosen) == len(parts):
            found.append(_added(chosen))
    return found


def _part_of_sum(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate], part: str
) -> tuple[Candidate, Aligned] | None:
    best: tuple[Candidate, Aligned] | None = None
    for candidate in pool:
        if candidate.frame is None or not _tells(candidate, part):
            continue
        aligned = align(
            sentence, frame, candidate, ignore=frozenset({"event", "counted", "labels"})
        )
        if not aligned.same and aligned.reason != UNANCHORED:
            continue
        if best is None or aligned.rank > best[1].rank:
            best = (candidate, aligned)
    return best


UNANCHORED = "neither the event nor the thing counted is the same"


def _tells(candidate: Candidate, part: str) -> bool:
    """Whether a candidate's figure counts one part of a sum: its own event, not a neighbour's."""
    if candidate.frame is None:
        return False
    own = decisive_events(candidate.sentence, candidate.frame)
    return bool(own) and any(relation(name, part) == "same" for name in own[0].classes)


def _added(chosen: Sequence[tuple[Candidate, Aligned]]) -> _Sum:
    values = [_value(candidate) or Fraction(0) for candidate, _ in chosen]
    total = sum(values, Fraction(0))
    hedges = [c.frame.figure.hedge for c, _ in chosen if c.frame is not None]
    hedge = next((h for h in hedges if h is not Hedge.PLAIN), Hedge.PLAIN)
    text = f"derived: {' + '.join(_text(c) for c, _ in chosen)} = {_number(total)}"
    low = sum((_end(c, low=True) for c, _ in chosen), Fraction(0))
    high = sum((_end(c, low=False) for c, _ in chosen), Fraction(0))
    return _Sum(total, Interval(low, high), hedge, tuple(c for c, _ in chosen), text, chosen[0][1])


def _end(candidate: Candidate, *, low: bool) -> Fraction:
    figure = candidate.frame.figure if candidate.frame else None
    if figure is None:
        return Fraction(0)
    end = figure.interval.low if low else figure.interval.high
    return end if end is not None else figure.value or Fraction(0)


# --- factors and changes -----------------------------------------------------------------


def _change_of_levels(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[_Sum]:
    """ "Doubled", "up 100%" against "rose from 210 to 420"."""
    if frame.figure.kind not in (Kind.FACTOR, Kind.CHANGE) or frame.figure.value is None:
        return []
    found = []
    for one, other in combinations([c for c in pool if c.frame is not None], 2):
        if one.sentence is not other.sentence or not _from_to(one, other):
            continue
        aligned = align(sentence, frame, other, any_kind=True)
        if not aligned.same:
            aligned = align(sentence, frame, one, any_kind=True)
        a, b = _value(one), _value(other)
        if not aligned.same or not a or b is None or not _of_one_sort(frame.figure, other):
            continue
        value = _wanted(frame.figure, a, b)
        text = f"derived: from {_text(one)} to {_text(other)} is a factor of {_number(b / a)}"
        found.append(_Sum(value, Interval.point(value), Hedge.PLAIN, (other,), text, aligned))
    return found


def _wanted(figure: Figure, a: Fraction, b: Fraction) -> Fraction:
    """The change from `a` to `b` as the statement tells it: a factor, a share, an amount."""
    if figure.kind is Kind.FACTOR:
        return b / a
    relative = figure.unit is not None and figure.unit.symbol == "percent"
    change = (b - a) / a if relative else b - a
    return -change if figure.direction < 0 else change


def _of_one_sort(figure: Figure, level: Candidate) -> bool:
    """Whether an amount of change can be the distance between two such levels."""
    unit = figure.unit
    if figure.kind is Kind.FACTOR or (unit is not None and unit.symbol == "percent"):
        return True
    theirs = level.frame.figure.unit if level.frame is not None else None
    if unit is None or theirs is None:
        return unit is None and theirs is None
    points = unit.dimension == "share_point" and theirs.dimension == "share"
    return points or unit.dimension == theirs.dimension


def _from_to(one: Candidate, other: Candidate) -> bool:
    """Whether two figures of a sentence are the levels before and after a change."""
    a, b = one.frame, other.frame
    if a is None or b is None or a.figure.kind is not b.figure.kind:
        return False
    if a.figure.kind not in (Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.RATE, Kind.SHARE):
        return False
    sentence = one.sentence
    return sentence.lemmas[a.first - 1] == "from" and any(
        sentence.lemmas[i] == "to" for i in range(a.last, b.first)
    )


def _factor_and_percent(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[_Sum]:
    """Doubled = up 100%, halved = down 50%."""
    found = []
    for candidate in pool:
        if candidate.frame is None:
            continue
        ours, theirs = frame.figure, candidate.frame.figure
        if {ours.kind, theirs.kind} != {Kind.FACTOR, Kind.CHANGE}:
            continue
        value = _translated(ours, theirs)
        if value is None:
            continue
        aligned = align(sentence, frame, candidate, any_kind=True)
        if aligned.same and not aligned.part_whole:
            text = f"derived: {theirs.text} is a factor of {_number(value)}"
            found.append(
                _Sum(value, Interval.point(value), Hedge.PLAIN, (candidate,), text, aligned)
            )
    return found


def _translated(ours: Figure, theirs: Figure) -> Fraction | None:
    """The reference's change in the terms of the statement's."""
    change, factor = (theirs, ours) if theirs.kind is Kind.CHANGE else (ours, theirs)
    if change.unit is None or change.unit.symbol != "percent":
        return None
    if theirs.kind is Kind.CHANGE:
        share = _base_value(theirs)
        return None if share is None else 1 + share * (theirs.direction or 1)
    return None if factor.value is None else (factor.value - 1) * (ours.direction or 1)


# --- money -------------------------------------------------------------------------------


def _converted_money(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[_Sum]:
    """Money in two currencies, where the store gives a rate and its date."""
    unit = frame.figure.unit
    if frame.figure.kind is not Kind.MONEY or unit is None:
        return []
    found = []
    for candidate in pool:
        theirs = candidate.frame.figure if candidate.frame else None
        if theirs is None or theirs.kind is not Kind.MONEY or theirs.unit is None:
            continue
        if theirs.unit.dimension == unit.dimension:
            continue
        rate = _rate(theirs.unit.dimension, unit.dimension, pool)
        value = _base_value(theirs)
        if rate is None or value is None:
            continue
        aligned = align(sentence, frame, candidate, any_kind=True)
        if aligned.same and not aligned.part_whole:
            result = value * rate[0]
            text = f"derived: {theirs.text} × {_number(rate[0])} ({rate[1].claim.id}) = {_number(result)}"
            found.append(
                _Sum(
                    result, Interval.point(result), Hedge.PLAIN, (candidate, rate[1]), text, aligned
                )
            )
    return found


def _rate(source: str, target: str, pool: Sequence[Candidate]) -> tuple[Fraction, Candidate] | None:
    """The exchange rate from one currency to another that a dated claim of the store gives."""
    for one in pool:
        first = one.frame.figure if one.frame else None
        if first is None or first.kind is not Kind.MONEY or first.unit is None or not first.value:
            continue
        if not {"rate", "=", "worth", "exchange"} & set(one.sentence.lemmas) or not one.claim.date:
            continue
        for frame in one.sentence.figures:
            second = frame.figure
            if second is first or second.kind is not Kind.MONEY or second.unit is None:
                continue
            dimensions = (first.unit.dimension, second.unit.dimension)
            if 1 not in (first.value, second.value) or not second.value:
                continue
            if dimensions == (source, target):
                return second.value / first.value, one
            if dimensions == (target, source):
                return first.value / second.value, one
    return None


_Rule = Callable[[SentenceFrame, FigureFrame, Sequence[Candidate]], list[_Sum]]
_RULES: tuple[_Rule, ...] = (
    _share_of_counts,
    _count_of_share,
    _sum_of_parts,
    _change_of_levels,
    _factor_and_percent,
    _converted_money,
)


# --- small helpers -----------------------------------------------------------------------


def _value(candidate: Candidate) -> Fraction | None:
    return None if candidate.frame is None else _base_value(candidate.frame.figure)


def _base_value(figure: Figure) -> Fraction | None:
    if figure.value is None or figure.unit is None:
        return figure.value
    return figure.value * figure.unit.factor + figure.unit.offset


def _joint_hedge(*operands: Candidate) -> Hedge:
    hedged = any(
        c.frame is not None and c.frame.figure.hedge not in (Hedge.PLAIN, Hedge.SHARE_WORD)
        for c in operands
    )
    return Hedge.ABOUT if hedged else Hedge.PLAIN


def _around(value: Fraction, hedge: Hedge) -> Interval:
    if hedge is Hedge.PLAIN:
        return Interval.point(value)
    width = abs(value) / 10
    return Interval(value - width, value + width, True, True)


def _text(candidate: Candidate) -> str:
    return candidate.frame.figure.text if candidate.frame else candidate.claim.id


def _number(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(value):,.4g}"


def _percent(value: Fraction) -> str:
    return f"{float(value * 100):.3g}%"
