"""Changes that are told as something else: "growth was 5%", "employers added 4,000 jobs".

A rate of growth is how much something grew, and jobs that were added are a rise in their number.
Beside a figure that is told as a change they are held against it as changes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.level import BEFORE, level_of
from factcheck.align.memo import remembered
from factcheck.align.mention import mentioned
from factcheck.align.model import Candidate
from factcheck.align.side import Side
from factcheck.align.spans import told_span
from factcheck.figures.wording import tables
from factcheck.frames.model import Event, FigureFrame, Name, SentenceFrame, Term
from factcheck.lexicon.nouns import is_transparent
from factcheck.model import Figure, Kind

_INFLATION = "inflation"
_PASSING = frozenset({"headline", "annual", "yearly", "annualise", "overall", "official"})
_WAYS = {1: "rise", -1: "fall"}
_CONSUMER = "consumer"
_EXCEPTING = frozenset({("exclude",), ("excluding",), ("without",), ("ex",), ("less",), ("strip",)})


class Retold(NamedTuple):
    """A statement's figure and a reference's, both told as changes.

    Attributes:
        ours: the statement's side.
        candidate: the reference.
    """

    ours: Side
    candidate: Candidate


def retold(ours: Side, candidate: Candidate) -> Retold | None:
    """Both figures as changes, where one alone is told as one.

    Args:
        ours: the statement's side.
        candidate: the reference, whose kind is not the statement's.

    Returns:
        None where the other one is no change in other words.
    """
    here, there = ours.frame, candidate.frame
    if here is None or there is None:
        return None
    if here.figure.kind is Kind.CHANGE:
        again = _as_change(candidate.side, ours)
        if again is None or again.frame is None:
            return None
        return Retold(ours, Candidate(candidate.claim, again.sentence, again.frame))
    if there.figure.kind is Kind.CHANGE:
        again = _as_change(ours, candidate.side)
        return None if again is None else Retold(again, candidate)
    return None


def _as_change(side: Side, change: Side) -> Side | None:
    """A side as the change that it comes to, beside one that is told as a change."""
    frame, other = side.frame, change.frame
    if frame is None or other is None or frame.counted < 0 or frame.base:
        return None
    if frame.figure.kind is Kind.SHARE and _is_percent(frame.figure) and _is_percent(other.figure):
        again = _grown(side.sentence, frame, _CONSUMER in change.sentence.lemmas)
        told = side.sentence.terms[frame.counted]
        alike = again is not None and _of_one(again, change) and _over_one_span(again, told, change)
        return again if alike else None
    if frame.figure.kind is Kind.COUNT and other.figure.unit is None:
        noun = _counted(change)
        return _added(side.sentence, frame, noun) if _are_enrolled(_counted(side), noun) else None
    return None


def _are_enrolled(one: str, other: str) -> bool:
    """Whether two nouns are of the same that are gained and lost: jobs and payrolls, members.

    Those who work for a firm are as many as its jobs, and it may hire some while it sheds others.
    """
    if one in groups().jobs or other in groups().jobs:
        return {one, other} <= groups().jobs
    return words.nouns_related(one, other) == words.SAME or words.counted_alike(one, other)


def _is_percent(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.symbol == "percent"


@remembered
def _grown(sentence: SentenceFrame, frame: FigureFrame, consumer: bool) -> Side | None:
    """ "GDP growth was 5%" as "GDP rose 5%", "inflation was 5%" as "prices rose 5%"."""
    value = frame.figure.value
    if value is None or value <= 0 or level_of(sentence, frame) == BEFORE:
        return None
    noun = sentence.terms[frame.counted]
    if sentence.lemmas[noun.last : noun.last + 1] in _EXCEPTING:
        return None
    term = _grows(noun, _behind(sentence, noun), consumer)
    return None if term is None else _changed(sentence, frame, 1, term)


def _behind(sentence: SentenceFrame, noun: Term) -> str:
    """What grows where that stands behind the noun: "growth in lending"; "" where nothing does."""
    following = (t for t in sentence.terms if t.first > noun.at and t.role in ("in", "of"))
    term = next(following, None)
    if term is None or term.first - noun.last > 1 or term.head in tables()["per_time"]:
        return ""
    return term.head


def _grows(term: Term, behind: str, consumer: bool) -> Term | None:
    """What a noun of growth says to grow, or None where a noun is none.

    What narrows the noun grows: "GDP growth", "food inflation". A rate is that of its noun.
    """
    told = [word for word in (*term.modifiers, term.head) if word not in _PASSING]
    if told[-1:] == ["rate"]:
        told.pop()
    if not told or told[-1] not in groups().growth:
        return None
    noun, told = told[-1], told[:-1]
    adjectives = tuple(word for word in term.adjectives if word not in _PASSING)
    if noun == _INFLATION and (not told or told[-1] not in groups().inflated):
        told.append("price")
        if consumer and len(told) == 1:
            told.insert(0, _CONSUMER)
    if behind and not told:
        told.append(behind)
    elif not told and "economic" in adjectives:
        adjectives = tuple(word for word in adjectives if word != "economic")
    head = told.pop() if told else "economy"
    said = " ".join((*adjectives, *told, head))
    return term._replace(head=head, modifiers=tuple(told), adjectives=adjectives, said=said)


def _of_one(again: Side, change: Side) -> bool:
    """Whether what grows here is what rises there, or a word for it.

    The event that a retold figure states hides those that nouns name, as "exports" does.
    """
    one, other = _counted(again), _counted(change)
    if not other or {one, other} <= groups().economies:
        return True
    if words.nouns_related(one, other) in words.RELATED or words.counted_alike(one, other):
        return True
    return is_transparent(other) and mentioned(one, change.sentence)  # "passenger numbers"


def _counted(side: Side | None) -> str:
    """The noun that a side's figure counts, or ""."""
    if side is None or side.frame is None or side.frame.counted < 0:
        return ""
    return side.sentence.terms[side.frame.counted].head


def _over_one_span(again: Side, noun: Term, change: Side) -> bool:
    """Whether both are told over one span; inflation is over a year, unless it says otherwise."""
    if again.frame is None or change.frame is None:
        return False
    inflation = _INFLATION in (*noun.modifiers, noun.head)
    told = (groups().every.get(word, "") for word in noun.adjectives)
    ours = told_span(again.sentence, again.frame) or "".join(told) or ("year" if inflation else "")
    theirs = told_span(change.sentence, change.frame)
    if theirs and ours:
        return ours == theirs
    return not inflation or all(when.date.month is None for when in change.dates)


@remembered
def _added(sentence: SentenceFrame, frame: FigureFrame, noun: str) -> Side | None:
    """ "Employers added 4,000 jobs" as "jobs rose by 4,000", "lost 300 members" as a fall."""
    term = sentence.terms[frame.counted]
    verb = sentence.clauses[frame.clause].verb
    if term.head not in groups().enrolled or verb < 0:
        return None
    for direction, verbs in ((1, groups().enrolling), (-1, groups().dropping)):
        if sentence.lemmas[verb] in verbs:
            named = term._replace(head=noun)
            return _changed(_of_owners(sentence, frame), frame, direction, named)
    return None


def _of_owners(sentence: SentenceFrame, frame: FigureFrame) -> SentenceFrame:
    """A sentence in which whoever gained or lost something is whose number of it rose or fell."""
    clause = sentence.clauses[frame.clause]

    def owns(part: Term | Name) -> bool:
        return part.role == "agent" and clause.first <= part.first < clause.verb

    return sentence._replace(
        terms=tuple(t._replace(role="poss") if owns(t) else t for t in sentence.terms),
        names=tuple(n._replace(role="poss") if owns(n) else n for n in sentence.names),
    )


def _changed(sentence: SentenceFrame, frame: FigureFrame, direction: int, term: Term) -> Side:
    """A figure as that by which what a term names rose or fell."""
    terms = (*sentence.terms, term)
    way = _WAYS[direction]
    event = Event(0, 0, way, (way,), "verb", False, frame.clause)
    figure = replace(frame.figure, kind=Kind.CHANGE, direction=direction)
    told = frame._replace(
        figure=figure,
        counted=len(sentence.terms),
        group=-1,
        stated=len(sentence.events),
        events=(len(sentence.events),),
    )
    figures = tuple(told if one is frame else one for one in sentence.figures)
    events = (*sentence.events, event)
    return Side(sentence._replace(terms=terms, events=events, figures=figures), told)
