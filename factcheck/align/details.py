"""The slot "detail": the remaining noun phrases, arguments and circumstances."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from factcheck.align import words
from factcheck.align.compounds import lifted
from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.mention import mentioned
from factcheck.align.narrowing import meant_for, modifiers_compared, phrase, told_as_event
from factcheck.align.partial import told_of_part
from factcheck.align.rivals import (
    ACTING,
    APART,
    acts_alike,
    exclude,
    housed_apart,
    is_handed,
    is_no_rival,
    paid_of_kin,
)
from factcheck.align.shared import ELSEWHERE
from factcheck.align.sides import Sides
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.frames.nameless import NAMELESS
from factcheck.lexicon.events import is_light
from factcheck.lexicon.nouns import classes, is_generic, is_known
from factcheck.model import Detail, Kind, SlotState

# Roles of what is told of some of those whom a base counts: "households without a car".
_RESTRICTING = frozenset({"complement", "without"})


def details(sides: Sides) -> list[Detail]:
    """The remaining noun phrases: arguments and circumstances."""
    found = [*_other_events(sides), *_inside_events(sides)]
    used: set[int] = set()
    theirs = sides.their_scope.terms
    open_ours: list[Term] = []
    for term in _own_terms(sides):
        index = _best_term(term, theirs)
        if index >= 0:
            used.add(index)
            found += _another(term, theirs[index], sides) or _matched(term, theirs[index], sides)
        elif rival := _other_subject(term, sides) or _against_topic(term, used, sides):
            found.append(Detail("detail", SlotState.DIFFERING, phrase(term), phrase(rival)))
        elif _told_of_another(term, sides):
            why = f"the reference tells of “{phrase(term)}” with another figure"
            found.append(Detail("detail", SlotState.DIFFERING, phrase(term), "", why))
        elif why := told_of_part(term, sides):
            found.append(Detail("detail", SlotState.DIFFERING, phrase(term), "", why))
        elif mentioned(term.head, sides.reference) or _state_met(term, sides):
            found.append(Detail("detail", SlotState.MATCHED, phrase(term), term.head, ELSEWHERE))
        else:
            open_ours.append(term)
    rivals = _rivals(sides, used)
    return found + [
        _other_kind(term, sides) or _open_detail(term, rivals, sides) for term in open_ours
    ]


def _another(ours: Term, theirs: Term, sides: Sides) -> list[Detail]:
    """ "Another ship" and "a rival union" are not the ship and the union that were spoken of."""
    a, b = _opening(ours, sides.sentence), _opening(theirs, sides.reference)
    others = groups().others
    if others.isdisjoint(a) == others.isdisjoint(b):
        return []
    texts = (" ".join((*lead[:1], phrase(term))) for lead, term in ((a, ours), (b, theirs)))
    return [Detail("detail", SlotState.DIFFERING, *texts)]


def _opening(term: Term, sentence: SentenceFrame) -> tuple[str, ...]:
    """The words of a term before its noun: "a rival"."""
    return tuple(sentence.lemmas[term.first : term.at])


def _told_of_another(term: Term, sides: Sides) -> bool:
    """Whether what the statement's counted things are is told of another figure's there.

    "200 pupils are girls" is no count of the 500 in "500 pupils, 40% of whom are girls".
    """
    if term.role != "complement" or sides.frame is None or sides.frame.counted < 0:
        return False
    if sides.sentence.terms[sides.frame.counted].role != "agent":
        return False
    return any(
        t.role == "complement" and words.nouns_related(term.head, t.head) == words.SAME
        for t in sides.their_scope.far_terms
        if t.head
    )


def _other_subject(term: Term, sides: Sides) -> Term | None:
    """The subject of the reference's figure, where the statement's is that of another figure.

    "The north has 40 clinics and the south has 25" does not give the south 40.
    """
    if term.role != "agent":
        return None
    far = [t for t in sides.their_scope.far_terms if t.role == "agent" and t.head]
    if not any(words.nouns_related(term.head, t.head) == words.SAME for t in far):
        return None
    near = [
        t
        for t in sides.their_scope.terms
        if t.role == "agent" and t.head and not _is_counted(t, sides)
    ]
    return next(
        (t for t in near if words.nouns_related(term.head, t.head) in APART and t != term), None
    )


def _against_topic(term: Term, used: Collection[int], sides: Sides) -> Term | None:
    """The reference's own subject, where only its topic has the statement's.

    "The metro opened in 2008", filed under tramways, is not about the tramway.
    """
    dated = sides.frame is not None and sides.frame.figure.kind is Kind.DATE
    if term.role != "agent" or not dated or sides.on_topic or not _subject_decides(sides):
        return None
    if term.head in sides.reference.lemmas or term.head not in sides.reference.topic:
        return None
    return next(
        (
            rival
            for rival in _rivals(sides, used)
            if rival.role == "agent"
            and rival.head not in sides.sentence.lemmas
            and words.nouns_related(term.head, rival.head) == words.EXCLUSIVE
        ),
        None,
    )


def _other_kind(term: Term, sides: Sides) -> Detail | None:
    """A term against what narrows the thing counted: "17 goals in the cup", "17 league goals"."""
    frame = sides.their_frame
    if frame is None or frame.counted < 0:
        return None
    counted = sides.reference.terms[frame.counted]
    for word in (*counted.adjectives, *counted.modifiers):
        if words.opposed(term.head, word) and word not in sides.sentence.lemmas:
            return Detail("detail", SlotState.DIFFERING, phrase(term), phrase(counted))
    return None


def _own_terms(sides: Sides) -> list[Term]:
    """The statement's terms that say something about the figure and that no other slot compares."""
    frame = sides.frame
    counted = sides.sentence.terms[frame.counted] if frame and frame.counted >= 0 else None
    told = _in_events(sides.sentence) | _counted_elsewhere(sides.sentence, frame)
    return [
        term
        for term in sides.scope.terms
        if term is not counted
        and term.at not in told
        and term.head
        and not is_generic(term.head)
        and not is_light(term.head)
        and not _introduces(term, sides.sentence)
        and not _says_where(term, sides.sentence)
    ]


def _introduces(term: Term, sentence: SentenceFrame) -> bool:
    """Whether a noun only says what a name is of: "the film The Ringer", "the isle of Rum"."""
    lemmas = sentence.lemmas
    whole = lemmas[term.first] == "the"  # "a district of Rum" is a part of it
    classifies = whole and term.head in groups().classifiers
    if classifies and lemmas[term.last : term.last + 1] == ("of",):
        return any(name.first in (term.last + 1, term.last + 2) for name in sentence.names)
    return any(
        name.first == term.last
        or (name.first == term.last + 1 and sentence.lemmas[term.last] in ("the", "a"))
        for name in sentence.names
        if term.at + 1 == term.last
    )


def _says_where(term: Term, sentence: SentenceFrame) -> bool:
    """Whether a noun belongs to a place without a name, "in other countries": a name tells it."""
    nameless = (n for n in sentence.names if n.key in NAMELESS)
    return any(n.first <= term.first and term.last <= n.last for n in nameless)


def _matched(ours: Term, theirs: Term, sides: Sides) -> list[Detail]:
    """A shared term, and what narrows it here and not there.

    "Coffee imports" are "imports of coffee": what narrows the noun may stand behind it.
    """
    found = [Detail("detail", SlotState.MATCHED, phrase(ours), phrase(theirs))]
    if theirs.head and words.nouns_related(ours.head, theirs.head) == words.SAME:
        bare = lifted(ours, theirs, sides.reference), lifted(theirs, ours, sides.sentence)
        narrower = modifiers_compared(*bare)
        other = meant_for(ours, theirs, sides) or housed_apart(ours, theirs, sides)
        if other is not None:
            return [other]
        found += [
            d
            for d in narrower
            if (d.state is SlotState.DIFFERING and not told_as_event(d, ours, sides))
            or (
                d.state is SlotState.ADDED
                and not mentioned(d.statement.split()[0], sides.reference)
            )
        ]
    return found


def _rivals(sides: Sides, used: Collection[int]) -> list[Term]:
    """The reference's terms that have no partner, and so may exclude one of the statement's."""
    frame = sides.their_frame
    counted = sides.reference.terms[frame.counted] if frame and frame.counted >= 0 else None
    told = _in_events(sides.reference) | _counted_elsewhere(sides.reference, frame)
    return [
        term
        for index, term in enumerate(sides.their_scope.terms)
        if index not in used
        and term is not counted
        and term.at not in told
        and (frame is None or term.clause == frame.clause)
        and term.head
        and not is_generic(term.head)
        and not _introduces(term, sides.reference)
        and not _says_where(term, sides.reference)
    ]


def _is_its_own(frame: FigureFrame, sentence: SentenceFrame) -> bool:
    """Whether what a figure counts is said with it, and not taken up from before ("of them")."""
    return sentence.terms[frame.counted].clause == frame.clause


@remembered
def _counted_elsewhere(sentence: SentenceFrame, frame: FigureFrame | None) -> frozenset[int]:
    """Heads that other figures of the sentence count: they are about those figures."""
    if frame is None:
        return frozenset()
    return frozenset(
        sentence.terms[f.counted].at
        for f in sentence.figures
        if f.counted >= 0 and f.counted != frame.counted and _is_its_own(f, sentence)
    )


@remembered
def _in_events(sentence: SentenceFrame) -> frozenset[int]:
    """Tokens that belong to an event of several words ("walked off the job").

    Whoever does it or undergoes it is no part of it: "solar farms" are not wind farms, nor is bird
    flu swine fever.
    """
    acting = (t for t in sentence.terms if t.role == "agent")
    telling = {t.at for t in acting if t.adjectives or (t.modifiers and _acts(t, sentence))}
    telling |= {t.at for t in sentence.terms if t.role == "patient" and t.modifiers}
    return frozenset(
        i
        for e in sentence.events
        if e.form == "phrase" and e.classes
        for i in range(e.first + 1, e.last)
        if i not in telling
    )


def _acts(subject: Term, sentence: SentenceFrame) -> bool:
    """Whether a subject does something: "gold mines employ", not "the approval rating is"."""
    return not is_light(sentence.lemmas[sentence.clauses[subject.clause].verb])


def _state_met(term: Term, sides: Sides) -> bool:
    """Whether the reference tells the state of a subject in other words: "are happy with"."""
    if term.role != "complement" or sides.sentence.tags[term.at] != "ADJ":
        return False
    return any(
        words.events_related(e, other) == words.SAME
        for e in sides.sentence.events
        if e.first == term.at and e.classes
        for other in sides.reference.events
    )


def _other_events(sides: Sides) -> list[Detail]:
    """What else happens on both sides ("the bill for refurbishing the opera house")."""
    decisive = sides.ours.events
    return [
        Detail("detail", SlotState.MATCHED, e.lemma, other.lemma)
        for e in sides.scope.events
        if e.form == "verb" and not e.light and e not in decisive
        for other in sides.reference.events[:12]
        if not other.light and words.events_related(e, other) == words.SAME
    ][:2]


def _inside_events(sides: Sides) -> list[Detail]:
    """What a phrase is about: "passed the maths exam" is not "passed the physics exam"."""
    ours = [t for t in sides.scope.terms if t.modifiers]
    theirs = [t for t in sides.their_scope.terms if t.modifiers]
    told, there = _in_events(sides.sentence), _in_events(sides.reference)
    counted = sides.frame.counted if sides.frame is not None else -1
    return [
        detail
        for a in ours
        for b in theirs
        if a.head == b.head
        and (a.at in told or b.at in there)
        and (counted < 0 or a != sides.sentence.terms[counted])
        for detail in modifiers_compared(a, b)
        if detail.state is SlotState.DIFFERING
    ]


def _open_detail(term: Term, rivals: Sequence[Term], sides: Sides) -> Detail:
    # "the film Glass Harbour scored": the noun only says what the name is
    named = term.role == "agent" and any(term.at + 1 == n.first for n in sides.sentence.names)
    for rival in rivals:
        if _is_counted(rival, sides):
            continue
        relation = _of_compounds(term, rival)  # "the time trial", "the road race"
        if relation == words.UNKNOWN:
            relation = words.nouns_related(term.head, rival.head)
        if kindred := paid_of_kin(term, rival, relation, sides):
            return kindred
        if acts_alike(term, rival, relation) or is_no_rival(term, rival, sides) or named:
            continue
        asserted = term.role == rival.role and (
            term.role == "complement"
            or (term.role == "patient" and _is_subject(term, sides))
            or (term.role == "agent" and (_subject_decides(sides) or _both_act(term, rival, sides)))
        )
        apart = asserted or exclude(term, rival, relation, sides)
        if apart and rival.head not in sides.sentence.lemmas:
            return Detail("detail", SlotState.DIFFERING, phrase(term), phrase(rival))
    base = sides.their_frame is not None and sides.their_frame.base
    if base and term.role in _RESTRICTING and not (sides.frame and sides.frame.base):
        why = f"the reference only says of how many, not how many were {phrase(term)}"
        return Detail("detail", SlotState.DIFFERING, phrase(term), "", why)
    state = SlotState.DIFFERING if is_handed(term, sides) else SlotState.ADDED
    return Detail("detail", state, phrase(term), "")


def _of_compounds(ours: Term, theirs: Term) -> str:
    """How two things stand that the lexicon lists by more than their heads."""
    a, b = _compound(ours), _compound(theirs)
    return words.nouns_related(a, b) if classes(a) and classes(b) else words.UNKNOWN


def _is_counted(rival: Term, sides: Sides) -> bool:
    """Whether a subject is whom the figure counts: "a blaze kills 24", "24 workers died"."""
    frame = sides.their_frame
    counted = frame.counted if frame is not None else -1
    return counted >= 0 and rival.first == sides.reference.terms[counted].first


def _is_subject(term: Term, sides: Sides) -> bool:
    """Whether a patient is the subject of a passive ("bird flu was confirmed on 164 farms")."""
    clause = sides.sentence.clauses[sides.frame.clause] if sides.frame is not None else None
    return clause is not None and clause.passive and term.last <= clause.verb


def _both_act(term: Term, rival: Term, sides: Sides) -> bool:
    """Whether two nouns that mean two things do what the figures tell: "wind", "solar power"."""
    if not (sides.frame and is_known(term.head) and is_known(rival.head)):
        return False
    clause = sides.sentence.clauses[sides.frame.clause]
    return term.clause == sides.frame.clause and term.last <= clause.verb


def _subject_decides(sides: Sides) -> bool:
    """Whether the figure counts nothing, so that its subject says what it is about."""
    ours, theirs = sides.frame, sides.their_frame
    return ours is not None and theirs is not None and ours.counted < 0 and theirs.counted < 0


def _best_term(term: Term, others: Iterable[Term]) -> int:
    own = {term.head, *term.modifiers}
    for index, other in enumerate(others):
        if own == {other.head, *other.modifiers}:
            return index  # "rating average", "average rating"
        if other.head and words.nouns_related(term.head, other.head) == words.SAME:
            return index
        if other.head and words.nouns_related(_compound(term), _compound(other)) == words.SAME:
            return index
        if {term.role, other.role} <= ACTING and _act_as_one(term, other):
            return index
    return -1


def _act_as_one(ours: Term, theirs: Term) -> bool:
    """Whether one acts for the other, by their heads or with the word before: "fire brigade"."""
    a, b = ((t.head, " ".join((*t.adjectives, *t.modifiers, t.head)[-2:])) for t in (ours, theirs))
    return any(words.act_as_one(one, other) for one in a for other in b)


def _compound(term: Term) -> str:
    """A head with the word before it, where the lexicon lists the two ("front line")."""
    before = term.modifiers or term.adjectives
    joined = f"{before[-1]} {term.head}" if before else ""
    return joined if joined and is_known(joined) else term.head
