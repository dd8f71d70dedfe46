"""Figures that the keeper of a claim states outright: explicit beats read.

Where no figure is read ("half a stadium"), what is stated makes one, in the clause it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.errors import ClaimError
from factcheck.figures.quantities import kind_of
from factcheck.figures.unit_data import UnitTable
from factcheck.frames.model import Event, FigureFrame, SentenceFrame, Term
from factcheck.lexicon.events import find_events
from factcheck.model import Figure, Hedge, Interval, Kind, Span, StatedFigure, Unit
from factcheck.text.lemma import fold, lemma
from factcheck.text.locate import locate
from factcheck.text.tagger import tag
from factcheck.text.tokens import tokenize


def with_stated(
    sentence: SentenceFrame, stated: Sequence[StatedFigure], units: UnitTable | None = None
) -> SentenceFrame:
    """The sentence with its read figures corrected by what the claim states of them.

    Args:
        sentence: one sentence of a claim.
        stated: what the claim states of its figures.
        units: the user's own units, from `factcheck.figures.units.user_units`.

    Raises:
        ClaimError: for an unknown unit, wherever the claim was not read from a file.
    """
    if not stated:
        return sentence
    frames, terms, events = list(sentence.figures), list(sentence.terms), list(sentence.events)
    for figure in stated:
        found = locate(sentence.text, figure.text)
        if found is None:
            continue  # it belongs to another sentence of the claim
        start = sentence.span.start
        span = Span(start + found.start, start + found.end)
        number = next((n for n, f in enumerate(frames) if f.figure.span.overlaps(span)), -1)
        if number < 0:
            made = _unread(sentence, span, figure)
            if made is None:
                continue
            number = sum(f.first < made.first for f in frames)
            frames.insert(number, made)
        frame = frames[number]
        corrected = frame._replace(figure=_corrected(frame.figure, figure, units))
        if figure.counted:
            terms.append(_term(figure.counted, frame))
            corrected = corrected._replace(counted=len(terms) - 1)
        if figure.event:
            events.append(_event(figure.event))
            at = len(events) - 1
            corrected = corrected._replace(events=(at,), stated=at)
        frames[number] = corrected
    return sentence._replace(figures=tuple(frames), terms=tuple(terms), events=tuple(events))


def _unread(sentence: SentenceFrame, span: Span, stated: StatedFigure) -> FigureFrame | None:
    """A figure where none is read, with the events of its clause; None where no value is stated."""
    value = stated.value
    low, high = (value, value) if value is not None else (stated.low, stated.high)
    if low is None and high is None:
        return None
    first = sum(end <= span.start for end in sentence.ends)
    last = sum(start < span.end for start in sentence.starts)
    around = (n for n, clause in enumerate(sentence.clauses) if clause.first <= first < clause.last)
    number = next(around, 0)
    clause = sentence.clauses[number]
    own = [n for n, event in enumerate(sentence.events) if event.clause == number]
    figure = Figure(stated.text, span, Kind.COUNT, Interval(low, high), value, None)
    told = sorted(own, key=lambda n: n != clause.event)
    return FigureFrame(
        *(figure, first, last, number, -1, -1, tuple(told)),
        *(False, "", "", clause.modality, clause.negated, ()),
    )


def _term(counted: str, frame: FigureFrame) -> Term:
    """The thing counted as the claim states it; its last word is the head."""
    words = [fold(lemma(word, "NOUN")) for word in tokenize(counted).lowers if word.isalpha()]
    head, rest = (words[-1], tuple(words[:-1])) if words else ("", ())
    return Term(frame.first, frame.last, frame.first, head, rest, (), "complement", frame.clause)


def _event(stated: str) -> Event:
    """The event as the claim states it ("killed", "returned to duty", "deaths")."""
    for wording in (stated, f"They {stated}", f"They were {stated}"):
        tokens = tokenize(wording)
        tags = tuple(tag(tokens.texts))
        lemmas = tuple(map(fold, map(lemma, tokens.lowers, tags)))
        for hit in find_events(lemmas, tags, tokens.lowers):
            if hit.classes:
                return Event(0, 0, lemmas[hit.first], hit.classes, hit.form, False, -1)
    return Event(0, 0, fold(lemma(stated.lower(), "VERB")), (), "verb", False, -1)


def _unit(stated: StatedFigure, read: Figure, units: UnitTable | None) -> tuple[Unit | None, Kind]:
    """The unit as stated, and the kind of quantity that it makes."""
    if not stated.unit:
        return read.unit, read.kind
    from factcheck.frames.stated_units import stated_unit  # not for a check of a read store

    unit = stated_unit(stated.unit, units)
    if unit is None:
        raise ClaimError(
            f"the unit {stated.unit!r} of the figure {stated.text!r} is not known",
            do="write it as after a number: km, percent, EUR",
        )
    # How the value moves, and whose years they are, is not for a unit to say.
    was = read.unit
    same = was is not None and (was.dimension, was.per) == (unit.dimension, unit.per)
    return unit, read.kind if same or read.kind is Kind.CHANGE else kind_of(unit)


def _corrected(read: Figure, stated: StatedFigure, units: UnitTable | None) -> Figure:
    """The figure as read, with every field that is stated put in its place."""
    interval, value = read.interval, read.value
    if stated.value is not None:
        interval, value = Interval.point(stated.value), stated.value
    elif stated.low is not None or stated.high is not None:
        interval, value = Interval(stated.low, stated.high), None
    hedge = Hedge(stated.hedge) if stated.hedge else read.hedge
    if stated.hedge is None and stated.value is None and value is None:
        hedge = Hedge.RANGE
    unit, kind = _unit(stated, read, units)
    return replace(
        read,
        unit=unit,
        kind=kind,
        interval=interval,
        value=value,
        hedge=hedge,
        counted=stated.counted or read.counted,
        event=stated.event or read.event,
        rules=(*read.rules, "stated in the claim"),
    )
