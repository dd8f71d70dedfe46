"""Roles exchanged: who did it to whom, who beat whom, from where to where."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.contest import result_turned
from factcheck.align.groups import groups
from factcheck.align.headlines import ended
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import Event, FigureFrame, Name, SentenceFrame, Term
from factcheck.lexicon.nouns import is_generic
from factcheck.model import Detail, Kind, SlotState

_ACTING = frozenset({"agent"})
_ACTED_ON = frozenset({"patient", "to", "into", "against", "v", "vs", "versus", "over", "for"})
_HELD = frozenset({"in", "of", "at"})
_PARTIES = 2  # that can change places
_ARTICLE = 2  # "in", "in the"
_ORIGIN = frozenset({"from", "by"})


def turned_round(sides: Sides) -> list[Detail]:
    """The slot "roles": two shared names that have changed places.

    A result turned round ("India beat Australia 3-1") conflicts; any other exchange of roles
    is another thing (contract, section 2).
    """
    if _is_mutual(sides) or _tells_how_long(sides):
        return []
    converse = is_converse(sides)
    shared = _shared(sides.scope.names, sides.their_scope.names)
    swapped = _names_exchanged(sides, shared, converse=converse)
    swapped = swapped or _nouns_exchanged(sides, converse=converse)
    if not swapped:
        score = sides.frame is not None and sides.frame.figure.kind is Kind.SCORE
        return _sides_exchanged(sides) if score else []
    text = " and ".join(_text(name) for name, _ in swapped[:2])
    state = SlotState.TURNED if _is_result(sides) else SlotState.DIFFERING
    return [Detail("roles", state, text, text, f"{text} have changed places")]


def _tells_how_long(sides: Sides) -> bool:
    """Whether one side tells what ended after a time, and the other how long it lasted."""
    told = (
        sides.ours.events,
        sides.theirs.events,
    )
    return ended(sides, *told)


def _names_exchanged(
    sides: Sides, shared: Sequence[tuple[Name, Name]], *, converse: bool
) -> list[tuple[Name, Name]]:
    """The names that both sides have, and that have changed places: two of them, as a rule."""
    if len(shared) < _PARTIES:
        return [] if converse else _sent_back(sides, shared)
    places = _places(sides, shared)
    exchanged = [place for place in places if {*place[2:]} == {"acting", "acted on"}]
    if len({ours for _, _, ours, _ in exchanged}) < _PARTIES:
        del exchanged[1:]  # a museum and its town move together: one party, not two
    swapped = [(o, t) for o, t, *_ in exchanged]
    left = [(o, t) for o, t, ours, theirs in places if ours == "origin" != theirs]
    come = [(o, t) for o, t, ours, theirs in places if theirs == "origin" != ours]
    if left and come:  # "from A to B", "from B to A"
        swapped += [*left, *come]
    actors = [(o, t) for o, t, ours, theirs in places if ours == theirs == "acting"]
    turned = [(o, t) for o, t, ours, theirs in places if {ours, theirs} == {"acted on", "origin"}]
    if converse:
        # told from the other end: whoever acts in one must not act in the other
        swapped = [*actors, *turned] if actors else []
    elif swapped and turned:
        swapped += turned
    elif len(swapped) < _PARTIES:
        swapped = [*turned, *actors] if turned and actors else []
    if swapped or converse:
        return swapped
    return _sent_back(sides, shared) or _doer_and_done_to(sides, shared)


def _is_mutual(sides: Sides) -> bool:
    """Whether both tell an event that has no direction: a club signs whoever signs for it."""
    mutual = groups().mutual
    return any(
        a.lemma in mutual and b.lemma in mutual and words.events_related(a, b) == words.SAME
        for a in sides.ours.events
        for b in sides.theirs.events
    )


def _is_result(sides: Sides) -> bool:
    """Whether both sides tell who won: a score, or "beat", "lost to" with a margin."""
    if sides.frame is not None and sides.frame.figure.kind is Kind.SCORE:
        return True
    contests = groups().winning | groups().losing
    return all(
        any(not contests.isdisjoint(e.classes) for e in side.events)
        for side in (sides.ours, sides.theirs)
    )


def _nouns_exchanged(sides: Sides, *, converse: bool) -> list[tuple[Name, Name]]:
    """Two parties of which one at least is a common noun: "the bank lent the farm £200,000".

    Only the same verb, or one that is known to tell the event from its other end, says that the
    parties are exchanged: testers took samples from the jockeys who gave them.
    """
    if not converse and not _same_verb(sides):
        return []
    shared = _shared(
        (*sides.scope.names, *_parties(sides.sentence, sides.frame, sides.scope.terms)),
        (
            *sides.their_scope.names,
            *_parties(sides.reference, sides.their_frame, sides.their_scope.terms),
        ),
    )
    pairs = _places(sides, shared) if len(shared) >= _PARTIES else []
    passive = ("acted on", "origin")
    if converse:
        stays = [p for p in pairs if p[2] == p[3] == "acting"]
        moves = [p for p in pairs if p[2] in passive and p[3] in passive]
        return [(o, t) for o, t, *_ in (*stays[:1], *moves[:1])] if stays and moves else []
    left = [(o, t) for o, t, a, b in pairs if a == "acting" and b in passive]
    right = [(o, t) for o, t, a, b in pairs if b == "acting" and a in passive]
    return [left[0], right[0]] if left and right else []


def _same_verb(sides: Sides) -> bool:
    """Whether both figures' clauses have one verb."""
    ours = _verb(sides.sentence, sides.frame)
    return bool(ours) and ours == _verb(sides.reference, sides.their_frame)


def _verb(sentence: SentenceFrame, frame: FigureFrame | None) -> str:
    """The verb of a figure's clause, or of the first one, as a lemma; "" where it has none."""
    at = sentence.clauses[frame.clause if frame is not None else 0].verb
    return sentence.lemmas[at] if at >= 0 else ""


def _parties(
    sentence: SentenceFrame, frame: FigureFrame | None, terms: Sequence[Term]
) -> list[Name]:
    """The common nouns of those who take part, as if they were their names."""
    counted = frame.counted if frame is not None else -1
    return [
        Name(t.first, t.last, t.head, (t.head,), "", t.role, "")
        for t in terms
        if t.head
        and not is_generic(t.head)
        and (counted < 0 or t != sentence.terms[counted])
        and not any(t.first <= n.first < t.last for n in sentence.names)
    ]


def _sides_exchanged(sides: Sides) -> list[Detail]:
    """A result turned round whose sides are names here and nouns there: "Rovers edge United"."""
    if not result_turned(sides.sentence, sides.reference):
        return []
    return [Detail("roles", SlotState.TURNED, "", "", "winner and loser have changed places")]


def _sent_back(sides: Sides, shared: Sequence[tuple[Name, Name]]) -> list[tuple[Name, Name]]:
    """A name that acts on one side and is where the other side sends: no other name is needed.

    Who only has what there is does not act, "Assam had 28 cases", "rose to 28 in Assam"; nor does
    who gets it: "Assam received 28 tents", "28 tents went to Assam".
    """
    found = []
    for ours, theirs in shared:
        if ours.type and not (ours.head or theirs.head):
            ways = {_way(ours, sides.scope.names), _way(theirs, sides.their_scope.names)}
            found += [(ours, theirs)] if ways == {"agent", "to"} else []
    told = (_verbal(sides.scope.events), _verbal(sides.their_scope.events)) if found else ()
    idle = any(all(e.light or e.lemma in groups().getting for e in events) for events in told)
    return [] if idle else found


def _doer_and_done_to(sides: Sides, shared: Sequence[tuple[Name, Name]]) -> list[tuple[Name, Name]]:
    """Who acts, and whose people it is done to: "Loria expelled Kardian diplomats".

    Kardia then did not expel Lorian ones, nor "diplomats from Loria".
    """
    left, right = [], []
    for ours, theirs in shared:
        if _acts(ours) and _whose(theirs, sides.reference):
            left.append((ours, theirs))
        elif _acts(theirs) and _whose(ours, sides.sentence):
            right.append((ours, theirs))
    return [left[0], right[0]] if left and right else []


def _acts(name: Name) -> bool:
    return name.role in _ACTING and not name.head


def _whose(name: Name, sentence: SentenceFrame) -> bool:
    """Whether a name says whose those are to whom it is done: "Lorian diplomats", "envoys of"."""
    if name.head:
        return name.role == "patient"
    before = next((t for t in reversed(sentence.terms) if t.last < name.first), None)
    described = sentence.tags[name.first - 1] in ("ADJ", "VERB")  # "of neighbouring Kardia"
    at = name.first - 1 - described
    near = before is not None and before.last == at and before.role != "agent"
    return near and name.role in ("from", "of")


def _way(name: Name, names: Sequence[Name]) -> str:
    """A name's role, or that of the place it owns: "to Russia's Far East"."""
    owned = (n for n in names if name.role == "poss" and 0 < n.first - name.last <= 1)
    return next((n.role for n in owned), name.role)


def is_converse(sides: Sides) -> bool:
    """Whether one side tells the event from the other end ("bought from", "sold to").

    The verbs say so: that both lost and won "in the cup" makes them no one event.
    """
    relations = {
        words.events_related(a, b)
        for a in _verbal(sides.scope.events)
        for b in _verbal(sides.their_scope.events)
        if (a.classes or not a.light) and (b.classes or not b.light)
    }
    return "converse" in relations and words.SAME not in relations


def _verbal(events: Sequence[Event]) -> Sequence[Event]:
    """The events told by verbs, or all where there are none."""
    return [e for e in events if e.form in ("verb", "phrase")] or events


def _shared(mine: Sequence[Name], yours: Sequence[Name]) -> list[tuple[Name, Name]]:
    """The parties that both sides have, each with the other side's.

    A part of a place plays the same role: whoever is sent to the Far East is sent to Russia.
    """
    found = (
        (ours, next((t for t in yours if words.names_related(ours, t) in words.RELATED), None))
        for ours in mine
    )
    return [(ours, theirs) for ours, theirs in found if theirs is not None]


def _places(sides: Sides, shared: Sequence[tuple[Name, Name]]) -> list[tuple[Name, Name, str, str]]:
    """The parties that both sides have, and where each stands in the event of either side."""
    found = []
    for ours, theirs in shared:
        # "North Korean soldiers" may be sent by anybody: a name that describes a noun
        # stands nowhere, but for "the Patrona museum", which is one and the same
        one = ours.head == theirs.head
        a = _place(ours, sides.sentence) if one or not ours.head else ""
        b = _place(theirs, sides.reference) if one or not theirs.head else ""
        if _is_host(ours, a, b, sides):
            a = "acted on"
        found.append((ours, theirs, a, b))
    return found


def _is_host(name: Name, ours: str, theirs: str, sides: Sides) -> bool:
    """Whether a side plays at the ground of the other: "won 3-1 at Lund"."""
    scored = sides.frame is not None and sides.frame.figure.kind is Kind.SCORE
    return scored and name.role == "at" and not ours and bool(theirs)


def _place(name: Name, sentence: SentenceFrame) -> str:
    """Where a name stands in the event, or what it names with the noun behind it."""
    role = _role_of_holder(name, sentence)
    if role in _ACTING:
        return "acting"
    if name.role == "patient" and _is_told_to(name, sentence):
        return "acting"  # "ordered the firm to pay": the firm is to pay
    if name.role == "patient" and _is_left(name, sentence):
        return "origin"  # who leaves a place does nothing to it
    if role in _ACTED_ON:
        return "acted on"
    return "origin" if role in _ORIGIN else ""


def _role_of_holder(name: Name, sentence: SentenceFrame) -> str:
    """A name's role, or that of the noun it says the place of: "a gallery in Boston gave …"."""
    if name.role not in _HELD:
        return name.role
    phrase = (t.first for t in sentence.terms if t.first <= name.first < t.last)
    first = min((name.first, *phrase))
    behind = (t for t in sentence.terms if t.head and 0 < first - t.last <= _ARTICLE)
    return next((t.role for t in behind), name.role)


def _is_told_to(name: Name, sentence: SentenceFrame) -> bool:
    """Whether an infinitive follows a name, which then is who is to do it."""
    at = name.last
    return sentence.lemmas[at : at + 1] == ("to",) and sentence.tags[at] == "PART"


def _is_left(name: Name, sentence: SentenceFrame) -> bool:
    """Whether a name is what somebody leaves: "left Lyon", "fled Aleppo"."""
    before = sentence.lemmas[max(0, name.first - 2) : name.first]
    return any(lemma in cues().roles_leaving for lemma in before)


def _text(name: Name) -> str:
    return " ".join(word.capitalize() for word in name.words)
