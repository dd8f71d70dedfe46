"""Whether two things told of two figures compete: two subjects, two occasions, two diseases."""

from __future__ import annotations

from functools import lru_cache

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.mention import mentioned
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.lexicon.events import is_light, noun_classes
from factcheck.lexicon.nouns import comparable, is_generic, is_known, noun_relation
from factcheck.model import Detail, Kind, SlotState

ACTING = frozenset({"agent", "by"})
APART = frozenset({words.EXCLUSIVE, words.UNKNOWN})
_KINDRED = {words.WIDER: SlotState.WIDER, words.NARROWER: SlotState.NARROWER}
_BEARING = frozenset({"agent", "poss", "of", "at", "by", "free", "subject"})
_DATING = frozenset({"after", "before", "during", "since", "following"})
_PAID = frozenset({"agent", "by", "for", "of", "poss", "patient", "to", "among"})
_PER_HEAD = frozenset({Kind.CHANGE, Kind.FACTOR, Kind.RATE})
_PURPOSES = frozenset({"for", "on"})
_WHOSE = frozenset({"poss", "for"})
_TO_PLACE = 4  # tokens from a happening to its place: "at an old people's home"
# What a figure is of, wherever in the sentence it stands: of two of these it is of one.
_MATTERS = ("disease", "crop", "crime", "sport", "metal", "fuel")


def acts_alike(ours: Term, theirs: Term, relation: str) -> bool:
    """Whether one who acts is told in two ways: a carmaker, the company; chess prodigy, player."""
    if relation in _KINDRED:
        return {ours.role, theirs.role} <= ACTING
    trade = relation == words.UNKNOWN and {ours.role, theirs.role} <= {*ACTING, "free"}
    return trade and not {*ours.modifiers}.isdisjoint(theirs.modifiers)


def is_no_rival(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether another subject is no other thing: who calls a strike, or the event itself.

    "Metro workers" strike where "union leaders" call for it, and what "judges will hear" on a day
    is the hearing that is set for it.
    """
    told = {name for e in sides.ours.events for name in e.classes}
    if not told.isdisjoint(groups().striking):
        one, other = (_speaks_for_workers(t) for t in (ours, theirs))
        return one != other and words.names_people(ours.head) and words.names_people(theirs.head)
    happens = not told.isdisjoint(noun_classes(theirs.head))
    known = all(mentioned(w, sides.sentence) for w in theirs.modifiers[-1:])
    return happens and known and {ours.role, theirs.role} <= ACTING and _does(ours, sides)


def _does(term: Term, sides: Sides) -> bool:
    """Whether a term is who does what the statement tells, by its verb."""
    return words.names_people(term.head) and any(e.form != "noun" for e in sides.ours.events)


def _speaks_for_workers(term: Term) -> bool:
    """Whether a term is a union or one who leads it."""
    return not groups().unions.isdisjoint((term.head, *term.modifiers))


def housed_apart(ours: Term, theirs: Term, sides: Sides) -> Detail | None:
    """Two buildings of one happening: "a hotel fire", "a blaze at a care home"."""
    if not noun_classes(ours.head):
        return None
    a, b = _building(ours, sides.sentence), _building(theirs, sides.reference)
    if not a or not b or words.nouns_related(a, b) != words.EXCLUSIVE:
        return None
    return Detail("detail", SlotState.DIFFERING, f"{a} {ours.head}", f"{b} {theirs.head}")


def _building(happening: Term, sentence: SentenceFrame) -> str:
    """The building that a happening is told of, before its noun or behind "at" and "in"."""
    behind = (t for t in sentence.terms if t.role in ("at", "in") and t.head)
    places = [t.head for t in behind if 0 < t.first - happening.last <= _TO_PLACE]
    told = (*happening.modifiers[-1:], *places[:1])
    return next((w for w in told if noun_relation(w, "building") == words.NARROWER), "")


def paid_of_kin(ours: Term, theirs: Term, relation: str, sides: Sides) -> Detail | None:
    """What nurses are paid is what health workers are paid in part: a rise, an hourly wage."""
    if relation not in _KINDRED or sides.frame is None or sides.frame.figure.kind not in _PER_HEAD:
        return None
    told = {name for e in (*sides.ours.events, *sides.theirs.events) for name in e.classes}
    paid = not groups().paying.isdisjoint(told) and {ours.role, theirs.role} <= _PAID
    if not paid or not (words.names_people(ours.head) and words.names_people(theirs.head)):
        return None
    return Detail("detail", _KINDRED[relation], ours.said, theirs.said)


def exclude(ours: Term, theirs: Term, relation: str, sides: Sides) -> bool:
    """Whether what the statement tells cannot be what the reference has in its stead.

    Args:
        ours: a term of the statement that the reference lacks.
        theirs: one of the reference that the statement lacks.
        relation: how their heads stand.
        sides: both sentences with their surroundings.
    """
    listed = is_known(ours.head) and is_known(theirs.head)
    beside = relation == words.EXCLUSIVE and _same_place(ours.role, theirs.role)
    if listed and beside and comparable(ours.head, theirs.head):
        return True
    if words.opposed(ours.head, theirs.head) and _stand_alike(ours.role, theirs.role):
        return True
    if listed and _bears_it(ours, theirs, relation, sides):
        return True
    if listed and _are_occasions(ours, theirs, relation):
        return True
    if listed and relation == words.EXCLUSIVE and _are_objects(ours, theirs, sides):
        return True
    if listed and relation in APART and _both_get(ours, theirs, sides):
        return True
    ways = (_are_two_goods, _is_had)
    if relation in APART and any(way(ours, theirs, sides) for way in ways):
        return True
    if _of_others(ours, theirs, relation):
        return True
    return _are_two_matters(ours, theirs, relation) or _is_somebody_else(ours, theirs)


def _are_objects(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether two things are what those who are counted do: "28 schools have dropped swimming"."""
    frame = sides.frame
    if frame is None or frame.counted < 0 or not ours.role == theirs.role == "patient":
        return False
    return sides.sentence.terms[frame.counted].role == "agent"


def is_handed(term: Term, sides: Sides) -> bool:
    """Whether a term is what so many were given: who got blankets is not who got meals."""
    frame, lemmas = sides.frame, sides.sentence.lemmas
    if frame is None or frame.counted >= 0 or term.role != "patient":
        return False
    led = lemmas[max(0, frame.first - 1) : frame.first] == ("to",)
    verb = sides.sentence.clauses[frame.clause].verb
    return led and term.last <= frame.first and lemmas[verb] in cues().measure_granting


def _are_two_goods(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether two sums were for two things: "£80,000 for a mural", "£30,000 for a bus shelter"."""
    bought = _is_bought(ours, sides.sentence, sides.frame)
    return bought and _is_bought(theirs, sides.reference, sides.their_frame)


def _both_get(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether either gets what its figure tells of: "was awarded to nurses", "doctors received".

    Of two bodies that no list parts one may be another word for the other ("its alma mater").
    """
    people = words.names_people(ours.head) and words.names_people(theirs.head)
    get = _gets(ours, sides.sentence, sides.frame)
    return people and get and _gets(theirs, sides.reference, sides.their_frame)


def _gets(term: Term, sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    if frame is None or term.clause != frame.clause:
        return False
    clause = sentence.clauses[frame.clause]
    verb = sentence.lemmas[clause.verb] if clause.verb >= 0 else ""
    if term.role == "agent":
        return verb in groups().receiving
    paid = term.role == "to" or (term.role == "patient" and clause.passive)
    counted = frame.counted >= 0 and sentence.terms[frame.counted] == term
    return paid and not counted and verb in groups().giving


def _is_bought(term: Term, sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether a term is what a sum of money was paid for, or what was sold for it."""
    if frame is None or frame.figure.kind is not Kind.MONEY or is_generic(term.head):
        return False
    verb = sentence.clauses[frame.clause].verb
    lemma = sentence.lemmas[verb] if verb >= 0 and term.clause == frame.clause else ""
    if lemma in groups().trading:
        return term.role == "patient"
    return lemma in groups().spending and term.role in _PURPOSES and term.first >= frame.last


def _is_had(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether both are what people who are counted have: "31% had nausea", "31% suffered cramps".

    The verb says nothing, so what it governs is the event; "a form of autism" is autism.
    """
    frames = ((ours, sides.frame, sides.sentence), (theirs, sides.their_frame, sides.reference))
    return all(
        term.role == "patient"
        and frame is not None
        and frame.counted >= 0
        and sentence.terms[frame.counted].role in _BEARING
        and words.names_people(sentence.terms[frame.counted].head)
        and is_light(sentence.lemmas[sentence.clauses[term.clause].verb])
        and sentence.lemmas[term.last : term.last + 1] != ("of",)
        for term, frame, sentence in frames
    )


def _of_others(term: Term, rival: Term, relation: str) -> bool:
    """Whether something is of other people, or for them: "a choir for children", "pensioners'"."""
    people = words.names_people(term.head) and words.names_people(rival.head)
    if not people or not {term.role, rival.role} <= _WHOSE:
        return False
    return relation == words.EXCLUSIVE or (relation in APART and term.role == rival.role == "poss")


def _stand_alike(ours: str, theirs: str) -> bool:
    """Whether two sides of a pair compete: "in the north" with "the south" that acts as well."""
    wide = groups().places | {"agent"}
    return ours == theirs or (ours in wide and theirs in wide)


def _bears_it(term: Term, rival: Term, relation: str, sides: Sides) -> bool:
    """Whether a share is of both, or a price: "48% are men", "women are 52%"; "a kilo of tea"."""
    kind = sides.frame.figure.kind if sides.frame is not None else None
    roles = {term.role, rival.role}
    share = kind is Kind.SHARE and roles == {"complement", "agent"}
    price = kind in (Kind.RATE, Kind.MONEY) and roles == {"of", "agent"}
    return (share or price) and relation in APART


def _is_somebody_else(term: Term, rival: Term) -> bool:
    """Whether one is named by being another than the other: "the group", "its rival"."""
    one, other = (t.head in groups().contrasting for t in (term, rival))
    return one != other and {term.role, rival.role} <= _BEARING


def somebody_else(sides: Sides) -> Term | None:
    """Who does what the reference tells, where that is another than whoever is named here.

    "A rival opened 40 shops" and "another carmaker sold 900 cars" are not said of Telmar.
    """
    frame = sides.their_frame
    for at, term in enumerate(sides.reference.terms):
        if frame is None or at == frame.counted or term.clause != frame.clause:
            continue  # "another 30 workers left" are only more of them
        if term.role not in ACTING:
            continue
        opening = sides.reference.lemmas[term.first : term.at]
        other = term.head in groups().contrasting or not groups().others.isdisjoint(opening)
        if other and not mentioned(term.head, sides.sentence):
            return term
    return None


def _are_occasions(term: Term, rival: Term, relation: str) -> bool:
    """Whether two happenings date what is told: "after the derby", "after the cup final"."""
    dating = {term.role, rival.role} <= _DATING
    return dating and relation not in words.RELATED and comparable(term.head, rival.head)


def _are_two_matters(term: Term, rival: Term, relation: str) -> bool:
    """Whether two diseases, crops or crimes are told: "have asthma", "diabetes affects"."""
    return relation == words.EXCLUSIVE and not _matters(term.head).isdisjoint(_matters(rival.head))


@lru_cache(maxsize=4096)
def _matters(noun: str) -> frozenset[str]:
    """Of which sorts of matter a noun is one."""
    return frozenset(m for m in _MATTERS if noun_relation(noun, m) == words.NARROWER)


def _same_place(ours: str, theirs: str) -> bool:
    return ours == theirs or (ours in groups().places and theirs in groups().places)
