"""Contests: who won and who lost, from whichever side it is told, and how far they reach."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, Name, SentenceFrame, Term
from factcheck.model import Detail, SlotState

_TITLE = 4  # tokens of "South Asian junior chess" before "championship"
_CLOSING = frozenset({",", "the", "a", "and", "in", "at", "of", "to", "for"})
# "Lost to", "won against", "saw off", "edged past".
_OPPONENTS = frozenset({"patient", "to", "against", "over", "off", "past"})


class _Side(NamedTuple):
    """One side of a contest: the names and the heads that stand for it."""

    names: tuple[Name, ...]
    heads: frozenset[str]

    def meets(self, other: _Side) -> bool:
        """Whether both are one side; "City" may be read as a name here, as a noun there."""
        if any(words.names_related(a, b) == words.SAME for a in self.names for b in other.names):
            return True
        return not self.told.isdisjoint(other.told)

    @property
    def told(self) -> frozenset[str]:
        """Every word that stands for the side, singular."""
        spoken = {w.removesuffix("s") for name in self.names for w in name.words}
        return self.heads | spoken


def result_turned(ours: SentenceFrame, theirs: SentenceFrame) -> bool | None:
    """Whether two sentences tell one contest with the sides exchanged.

    Args:
        ours: the statement.
        theirs: the reference.

    Returns:
        None where they do not both name a winner and a loser of one contest.
    """
    a, b = _result(ours), _result(theirs)
    if a is None or b is None:
        return None
    if a[0].meets(b[0]) and a[1].meets(b[1]):
        return False
    return True if a[0].meets(b[1]) and a[1].meets(b[0]) else None


def _result(sentence: SentenceFrame) -> tuple[_Side, _Side] | None:
    """Winner and loser of the contest that a sentence's main clause tells, if it tells one."""
    clause = sentence.clauses[0]
    event = sentence.events[clause.event] if clause.event >= 0 else None
    if event is None:
        return None
    won = not groups().winning.isdisjoint(event.classes)
    lost = not clause.passive and not groups().losing.isdisjoint(event.classes)
    if won == lost:
        return None  # in the passive, "beaten by" has its winner for an agent all the same
    doer = _side(sentence, frozenset({"agent"}), event)
    other = _side(sentence, _OPPONENTS, event)
    if not doer.told or not other.told:
        return None
    return (doer, other) if won else (other, doer)


def _side(sentence: SentenceFrame, roles: frozenset[str], event: Event) -> _Side:
    """Whoever stands in one of the roles of the main clause."""
    last = sentence.clauses[0].last
    names = tuple(n for n in sentence.names if n.role in roles and n.first < last and not n.head)
    heads = (t.head for t in sentence.terms if _stands(t, roles, last, event))
    return _Side(names, frozenset(h for h in heads if h))


def _stands(term: Term, roles: frozenset[str], last: int, event: Event) -> bool:
    return term.role in roles and term.first < last and not event.first <= term.at < event.last


def contests(sides: Sides) -> list[Detail]:
    """The slot "contest": third at the European championships is not third at the world's."""
    ours, theirs = reach_of(sides.sentence), reach_of(sides.reference)
    if not ours or not theirs or not ours.isdisjoint(theirs):
        return []
    a, b = (" and ".join(sorted(told)) for told in (ours, theirs))
    return [Detail("contest", SlotState.DIFFERING, a, b)]


@remembered
def reach_of(sentence: SentenceFrame) -> frozenset[str]:
    """How far the contests of a sentence reach: "south asian" of "the South Asian Games"."""
    found, lemmas, far = set(), sentence.lemmas, groups().far
    for at, noun in enumerate(lemmas):
        if noun not in groups().titled or (noun == "game" and not _is_title(at, sentence)):
            continue
        near = [i for i in range(max(0, at - _TITLE), at) if lemmas[i] in far]
        between = lemmas[near[0] : at] if near else ()
        if near and _CLOSING.isdisjoint(between):
            found.add(" ".join(lemmas[i] for i in near))
    return frozenset(found)


def _is_title(at: int, sentence: SentenceFrame) -> bool:
    """Whether a word is written with a capital."""
    return sentence.text[sentence.spans[at].start - sentence.span.start].isupper()
