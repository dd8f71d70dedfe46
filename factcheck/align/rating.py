"""Rates told by other means than "a week": "every hour", "a weekly wage", "a tonne sold for £212".

A figure whose sentence tells its denominator elsewhere is held against rates of that denominator;
it stays what it is beside figures that have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.kinds import kind_detail
from factcheck.align.memo import remembered
from factcheck.align.model import Candidate
from factcheck.align.side import Side
from factcheck.figures.wording import tables
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.model import Detail, Figure, Kind, SlotState, Unit

_EVERY = frozenset({"every", "each"})
_OVER = frozenset({"a", "an", "per"})
_PLACING = frozenset({"at", "in", "on", "by"})
_ONE = frozenset({"a", "an", "one", "each", "every", "per"})
_RATED = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.RATE})
_COUNT = Unit("", "", "count", "", Fraction(1), Fraction(0))
_NUMBERED = re.compile(r"(\d+) (.+)")


def rated_alike(our_side: Side, their_side: Side) -> Detail | None:
    """The slot "kind" where one side tells a rate, and the other its denominator elsewhere.

    Returns:
        None where no reading of the two makes them rates of one kind.
    """
    ours, theirs = our_side.frame, their_side.frame
    if ours is None or theirs is None:
        return None
    kinds = {ours.figure.kind, theirs.figure.kind}
    if Kind.RATE not in kinds or not kinds <= _RATED:
        return None
    here = denominators(our_side.sentence, ours)
    there = denominators(their_side.sentence, theirs)
    for a in here:
        for b in there:
            if ratio(a, b):
                found = kind_detail(
                    Side(our_side.sentence, _as_rate(ours, a)),
                    Side(their_side.sentence, _as_rate(theirs, a)),
                )
                if found.state is SlotState.MATCHED:
                    return found
    return None


def in_terms_of(sentence: SentenceFrame, frame: FigureFrame, candidate: Candidate) -> Figure:
    """The reference's figure over the statement's denominator: 1,200 an hour are 20 a minute.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        candidate: the reference's figure.

    Raises:
        ValueError: the candidate is a whole sentence.
    """
    theirs = candidate.frame
    if theirs is None:
        raise ValueError("a figure is held against a figure")
    if Kind.RATE not in (frame.figure.kind, theirs.figure.kind):
        return theirs.figure
    here, there = denominators(sentence, frame), denominators(candidate.sentence, theirs)
    found = (by for a in here for b in there if (by := ratio(a, b)))
    by = next(found, Fraction(1))
    return theirs.figure if by == 1 else _times(theirs.figure, by)


def ratio(ours: str, theirs: str) -> Fraction:
    """By how much to multiply a value per `theirs` to have it per `ours`; 0 where none is known."""
    if ours == theirs:
        return Fraction(1)
    if not ours or not theirs:
        return Fraction(0)
    (size, base), (number, other) = _sized(ours), _sized(theirs)
    one = base == other or words.nouns_related(base, other) == words.SAME  # children, kids
    return size / number if one else Fraction(0)


def _sized(per: str) -> tuple[Fraction, str]:
    """A denominator as so many of a base: an hour is 60 minutes, "1000 person" 1,000 people."""
    found = _NUMBERED.fullmatch(per)
    if found:
        return Fraction(found[1]), found[2]
    size, base = groups().spans.get(per, ("1", per))
    return Fraction(size), base


def _times(figure: Figure, by: Fraction) -> Figure:
    """A figure with its value and its ends multiplied."""
    return replace(
        figure,
        interval=figure.interval.map(by),
        value=None if figure.value is None else figure.value * by,
        precision=None if figure.precision is None else figure.precision * by,
    )


def _as_rate(frame: FigureFrame, per: str) -> FigureFrame:
    unit = replace(frame.figure.unit or _COUNT, per=per)
    return frame._replace(figure=replace(frame.figure, kind=Kind.RATE, unit=unit))


@remembered
def denominators(sentence: SentenceFrame, frame: FigureFrame) -> tuple[str, ...]:
    """Over what a figure may be told, its own denominator first; "" for none.

    Args:
        sentence: the figure's sentence.
        frame: the figure.
    """
    own = (frame.figure.unit.per or "") if frame.figure.unit is not None else ""
    told = list(dict.fromkeys(_told(sentence, frame)))
    if not own:
        return ("", *told)
    return (own, *(f"{per} per {own}" for per in told), *(f"{own} per {per}" for per in told))


def _told(sentence: SentenceFrame, frame: FigureFrame) -> Iterator[str]:
    """The denominators that stand in a figure's clause."""
    yield from spans_each(sentence)
    for other in sentence.figures:
        if is_denominator(sentence, other) and other.figure.value is not None:
            noun = sentence.terms[other.counted].head
            yield f"{other.figure.value} {_canonical(noun)}"
    for term in _near(sentence, frame):
        yield from (groups().every[w] for w in term.adjectives if w in groups().every)
    yield from _of_subject(sentence, frame)
    yield from _paid_for(sentence, frame)


@remembered
def spans_each(sentence: SentenceFrame) -> tuple[str, ...]:
    """The spans over which a sentence tells its figures: "each day", "trains pass here a day".

    "Are bottled an hour", "were sorted per hour" tell it behind the verb.

    Args:
        sentence: any sentence.
    """
    lemmas, tags, times = sentence.lemmas, sentence.tags, tables()["per_time"]
    read = [f for f in sentence.figures if f.figure.unit is not None and f.figure.unit.per]
    found = []
    for at in range(len(lemmas) - 1):
        if lemmas[at + 1] not in times or any(f.first <= at < f.last for f in read):
            continue
        ends = tags[at + 2 : at + 3] in ((), ("PUNCT",))
        closing = lemmas[at] == "a" and ends and tags[at - 1 : at] in (("NOUN",), ("PROPN",))
        done = lemmas[at] in _OVER and tags[at - 1 : at] == ("VERB",) and "be" in lemmas[:at]
        done = done and (ends or lemmas[at + 2] in _PLACING)
        if lemmas[at] in _EVERY or closing or done:
            found.append(lemmas[at + 1])
    return tuple(found)


def is_denominator(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure only tells over how many: "for every 1,000 inhabitants".

    Args:
        sentence: the figure's sentence.
        frame: the figure.
    """
    before = sentence.lemmas[max(0, frame.first - 2) : frame.first]
    counting = frame.figure.kind is Kind.COUNT and frame.counted >= 0
    return counting and before[-1:] == ("every",) and before[:1] in (("for",), ("in",), ("of",))


def _near(sentence: SentenceFrame, frame: FigureFrame) -> Iterator[Term]:
    """The noun that a figure measures, and the one that "of" or "is" ties to it.

    "A weekly wage of £430", "the plant's annual output is 40,000 cars".
    """
    if frame.counted >= 0:
        yield sentence.terms[frame.counted]
    verb = sentence.clauses[frame.clause].verb
    if verb >= 0 and sentence.lemmas[verb] in ("be", *cues().verbs_level):
        yield from (t for t in sentence.terms if t.clause == frame.clause and t.role == "agent")
    led = sentence.lemmas[frame.first - 1 : frame.first] == ("of",)
    for term in sentence.terms:
        if led and term.last == frame.first - 1:
            yield term


def _of_subject(sentence: SentenceFrame, frame: FigureFrame) -> Iterator[str]:
    """What one subject gets or costs: "each resident uses", "a tonne of wheat sold for"."""
    clause = sentence.clauses[frame.clause]
    for term in sentence.terms:
        if term.role not in ("agent", "subject", "of") or not term.head:
            continue
        if not clause.first <= term.first <= clause.verb:
            continue
        opening = sentence.lemmas[term.first]
        sold = frame.figure.kind is Kind.MONEY and _canonical(term.head) in groups().measures
        if (opening in _ONE and sold) or (opening in _EVERY and term.role != "of"):
            yield _canonical(term.head)


def _paid_for(sentence: SentenceFrame, frame: FigureFrame) -> Iterator[str]:
    """What somebody paid a sum for one of: "paid €1.51 for a litre of diesel"."""
    if frame.figure.kind is not Kind.MONEY or sentence.lemmas[frame.last : frame.last + 1] != (
        "for",
    ):
        return
    for term in sentence.terms:
        one = term.first == frame.last + 1 and sentence.lemmas[term.first] in _ONE
        if one and _canonical(term.head) in groups().measures:
            yield _canonical(term.head)


def _canonical(noun: str) -> str:
    """A noun as denominators have it: inhabitants are persons."""
    known = str(tables()["per_same"].get(noun, noun))
    if known in groups().measures or known == "person":
        return known
    anybody = any(words.nouns_related(noun, one) == words.SAME for one in ("person", "resident"))
    return "person" if anybody else known
