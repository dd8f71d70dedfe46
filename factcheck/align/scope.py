"""Which names and terms of a sentence speak about one of its figures."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from factcheck.align.memo import remembered
from factcheck.align.quantity import linked
from factcheck.align.respective import others_in_list
from factcheck.frames.model import Clause, Event, FigureFrame, Name, SentenceFrame, Term

# Where something happens; "to" and "from" are of one verb alone.
_WHERE = frozenset({"in", "at", "near", "across", "outside"})


class Scope(NamedTuple):
    """What surrounds one figure.

    Attributes:
        names, terms: those of its own clause, and of clauses that hold no other figure.
        far_names, far_terms: those of clauses that belong to other figures.
        events: its own events, the governing one first.
        far_events: all other events of the sentence.
    """

    names: tuple[Name, ...]
    terms: tuple[Term, ...]
    far_names: tuple[Name, ...]
    far_terms: tuple[Term, ...]
    events: tuple[Event, ...]
    far_events: tuple[Event, ...]


@remembered
def scope_of(sentence: SentenceFrame, frame: FigureFrame | None) -> Scope:
    """The surroundings of `frame`, or of the whole sentence where it is None."""
    if frame is None:
        return Scope(sentence.names, sentence.terms, (), (), sentence.events, ())
    others = [*_other_segments(sentence, frame), *_other_subjects(sentence, frame)]
    others += others_in_list(sentence, frame)
    near = _marked(sentence, _own_clauses(sentence, frame), others)
    here = {*frame.events}
    for name in _shared_places(sentence, frame, near):
        near[name.first] = 1
    return Scope(
        tuple(n for n in sentence.names if near[n.first]),
        tuple(t for t in sentence.terms if near[t.first]),
        tuple(n for n in sentence.names if not near[n.first]),
        tuple(t for t in sentence.terms if not near[t.first]),
        tuple(sentence.events[i] for i in frame.events),
        tuple(e for i, e in enumerate(sentence.events) if i not in here),
    )


def _shared_places(sentence: SentenceFrame, frame: FigureFrame, near: bytearray) -> list[Name]:
    """Where all of it happened: "found 70 pigs and closed 4 farms in Drenthe".

    A place behind the last of several verbs of one subject is that of the others as well, where
    they have none of their own.
    """
    if any(near[n.first] and n.role in _WHERE for n in sentence.names):
        return []
    clauses, last = sentence.clauses, frame.clause
    items: tuple[Name | Term, ...] = (*sentence.names, *sentence.terms)
    while last + 1 < len(clauses):
        joined = clauses[last + 1]
        own = any(joined.first <= item.first < joined.verb for item in items)
        apart = joined.verb < 0  # "reached 2,179, with 1,142 in the capital"
        if own or apart or sentence.lemmas[joined.first] not in ("and", ","):
            break
        last += 1
    if last == frame.clause:
        return []
    stop = max((f.last for f in sentence.figures if f.clause == last), default=len(sentence.lemmas))
    return [
        n
        for n in sentence.names
        if n.role in _WHERE and stop <= n.first < clauses[last].last and not n.head
    ]


def _marked(
    sentence: SentenceFrame,
    ranges: Iterable[tuple[int, int]],
    without: Iterable[tuple[int, int]] = (),
) -> bytearray:
    """One byte a token: 1 inside `ranges` and outside `without`, else 0.

    A run-on sentence has hundreds of ranges, and hundreds of things to look up in them.
    """
    marks = bytearray(len(sentence.lemmas) + 1)
    for value, listed in ((b"\1", ranges), (b"\0", without)):
        for first, last in listed:
            marks[first:last] = value * (last - first)
    return marks


def _other_segments(sentence: SentenceFrame, frame: FigureFrame) -> list[tuple[int, int]]:
    """Token ranges of the same clause that speak about another figure of it."""
    firsts, segments, owned = _segments(sentence, sentence.clauses[frame.clause])
    if len(firsts) < 2:
        return []
    number = firsts.index(frame.first)
    found = [s for i, s in enumerate(segments) if i != number]
    if number != len(firsts) - 1 and not owned:
        found.remove(segments[-1])
    return [s for s in found if s[0] < s[1]]


def _other_subjects(sentence: SentenceFrame, frame: FigureFrame) -> list[tuple[int, int]]:
    """The subjects of the other figures of a gapped sentence.

    In "Labour won 300 seats and the Greens 12" the Greens have nothing to do with the 300, nor
    Labour with the 12.
    """
    clause = sentence.clauses[frame.clause]
    items: tuple[Name | Term, ...] = (*sentence.names, *sentence.terms)
    subjects = [
        (i.first, i.last)
        for i in items
        if clause.first <= i.first < clause.last and (i.role == "agent" or i.last == clause.verb)
    ]
    gapped = [s for s in subjects if 0 <= clause.verb < s[0] and _leads(s, sentence)]
    own = max((last for first, last in gapped if first < frame.first), default=-1)
    return [s for s in subjects if s[1] != own] if own >= 0 else gapped


def _leads(subject: tuple[int, int], sentence: SentenceFrame) -> bool:
    """Whether a figure stands right behind a subject, at most a preposition between."""
    return any(0 <= f.first - subject[1] <= 1 for f in sentence.figures)


@remembered
def _segments(
    sentence: SentenceFrame, clause: Clause
) -> tuple[list[int], list[tuple[int, int]], bool]:
    """The figures of a clause by their first tokens, what each owns, and whether any owns a thing.

    In "$54 million in North America and $105 million in other territories for a total of $159
    million" each figure owns what follows it. What stands behind the last figure is everybody's
    where the earlier ones have nothing of their own ("3 schools and 5 parks in Lyon").
    """
    figures = [f for f in sentence.figures if sentence.clauses[f.clause] is clause]
    if len(figures) < 2:
        return [f.first for f in figures], [], False
    starts = [_start(sentence, f, before) for before, f in pairwise(figures)]
    segments = [(figures[0].last, (*starts, clause.last)[0])]
    stops = (*starts[1:], clause.last)
    segments += [(start, stop) for start, stop in zip(starts, stops, strict=True)]
    owned = _have_own_phrase(sentence, segments[:-1])
    return [f.first for f in figures], segments, owned


def _start(sentence: SentenceFrame, frame: FigureFrame, before: FigureFrame) -> int:
    """Where the words about a figure begin: at the phrase that names its quantity, if there is one.

    "For a total of $159 million" belongs to the $159 million, not to the figure before it.
    """
    items: tuple[Name | Term, ...] = (*sentence.names, *sentence.terms)
    own = [
        i.first
        for i in items
        if i.role == "agent" and 0 <= frame.first - i.last <= 1 and not _by(sentence, i)
    ]
    if own and min(own) >= before.last:
        return min(own)
    term = linked(sentence, frame)
    if term is None:
        return frame.first
    first = term.first
    while first > before.last and sentence.tags[first - 1] in ("ADP", "DET", "ADJ"):
        first -= 1
    return first if first >= before.last else frame.first


def _by(sentence: SentenceFrame, item: Name | Term) -> bool:
    """Whether whoever acts stands behind "by", and so is no subject of what follows."""
    return item.first > 0 and sentence.lemmas[item.first - 1] == "by"


def _have_own_phrase(sentence: SentenceFrame, segments: Iterable[tuple[int, int]]) -> bool:
    """Whether any of the segments has a name or a term that belongs to its figure alone."""
    inside = _marked(sentence, segments)
    items: tuple[Name | Term, ...] = (*sentence.names, *sentence.terms)
    return any(
        inside[item.first]
        # "sixth in the 50 km race": the race is of both, and no part of it, as "34 of the 120"
        and (inside[item.last - 1] or item.role == "of")
        and (
            item.role not in ("patient", "agent", "free", "complement")
            or _by(sentence, item)  # "17% by funds"
        )
        for item in items
    )


def _own_clauses(sentence: SentenceFrame, frame: FigureFrame) -> tuple[tuple[int, int], ...]:
    """Token ranges of the clauses that speak about a figure.

    A clause that holds another figure of its own is about that one, unless the figure's own
    clause has no subject and must borrow it ("carried 4 million people and lost €83 million").
    """
    clauses = sentence.clauses
    busy = {f.clause for f in sentence.figures if f.clause != frame.clause}
    ranges = [
        (c.first, c.last) for i, c in enumerate(clauses) if i == frame.clause or i not in busy
    ]
    number = frame.clause
    while number and not _has_subject(sentence, number, frame):
        number -= 1
        lender = clauses[number]
        ranges.append((lender.first, max(lender.first, lender.verb)))
    return tuple(ranges)


def _has_subject(sentence: SentenceFrame, number: int, frame: FigureFrame) -> bool:
    """Whether something other than the figure's bare number stands before the clause's verb."""
    clause = sentence.clauses[number]
    if number == frame.clause and clause.first <= frame.first < clause.verb:
        return True
    # "…, with bookings down 30 percent": without a verb, what stands before the number
    end = frame.first if clause.verb < 0 and number == frame.clause else clause.verb
    items: tuple[Name | Term, ...] = (*sentence.names, *sentence.terms)
    return any(clause.first <= item.first < end for item in items)
