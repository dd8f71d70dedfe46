"""Roles exchanged: who did it to whom, who beat whom, from where to where."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.contest import result_turned
from factcheck.align.narrowing import phrase
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import Event, FigureFrame, Name, SentenceFrame, Term
from factcheck.model import Detail, Kind, SlotState

_ACTING = frozenset({"agent"})
_ACTED_ON = frozenset({"patient", "to", "into", "against", "v", "vs", "versus", "over", "for"})
# A part of a place plays the same role: whoever is sent to the Far East is sent to Russia.
_SHARED = frozenset({words.SAME, words.WIDER, words.NARROWER})
_HELD = frozenset({"in", "of", "at"})
_ARTICLE = 2  # "in", "in the"
_ORIGIN = frozenset({"from", "by"})
_RECEIVING = frozenset({"to", "from", "by", "against"})


def turned_round(sides: Sides) -> list[Detail]:
    """The slot "roles": two shared names that have changed places.

    A result turned round ("India beat Australia 3-1") conflicts; any other exchange of roles
    is another thing (contract, section 2).
    """
    places = _places(sides)
    exchanged = [place for place in places if {*place[2:]} == {"acting", "acted on"}]
    if len({ours for _, _, ours, _ in exchanged}) < 2:
        del exchanged[1:]  # a museum and its town move together: one party, not two
    swapped = [(o, t) for o, t, *_ in exchanged]
    left = [(o, t) for o, t, ours, theirs in places if ours == "origin" != theirs]
    come = [(o, t) for o, t, ours, theirs in places if theirs == "origin" != ours]
    if left and come:  # "from A to B", "from B to A"
        swapped += [*left, *come]
    actors = [(o, t) for o, t, ours, theirs in places if ours == theirs == "acting"]
    turned = [(o, t) for o, t, ours, theirs in places if {ours, theirs} == {"acted on", "origin"}]
    if is_converse(sides):
        # told from the other end: whoever acts in one must not act in the other
        swapped = [*actors, *turned] if actors and len(places) > 1 else []
    elif swapped and turned:
        swapped += turned
    elif len(swapped) < 2:
        swapped = [*turned, *actors] if turned and actors else []
    swapped = swapped or _sent_back(sides, places) or _doer_and_done_to(sides, places)
    score = sides.frame is not None and sides.frame.figure.kind is Kind.SCORE
    if not swapped:
        return (score and _sides_exchanged(sides)) or _nouns_exchanged(sides)
    text = " and ".join(_text(name) for name, _ in swapped[:2])
    state = SlotState.TURNED if score else SlotState.DIFFERING
    return [Detail("roles", state, text, text, f"{text} have changed places")]


def _nouns_exchanged(sides: Sides) -> list[Detail]:
    """The same of two that are not named: "the council sells to the diocese", and the other way."""
    ours = _parties(sides.sentence, sides.frame)
    theirs = _parties(sides.reference, sides.their_frame)
    if ours is None or theirs is None:
        return []
    crossed = _same_party(ours[0], theirs[1]) and _same_party(ours[1], theirs[0])
    kept = _same_party(ours[0], theirs[0]) and _same_party(ours[1], theirs[1])
    if not (kept if is_converse(sides) else crossed):
        return []
    text = f"{phrase(ours[0])} and {phrase(ours[1])}"
    return [Detail("roles", SlotState.DIFFERING, text, text, f"{text} have changed places")]


def _parties(sentence: SentenceFrame, frame: FigureFrame | None) -> tuple[Term, Term] | None:
    """Who acts in a figure's clause, and on whom; None where either is not said by a noun."""
    terms = [t for t in sentence.terms if frame is not None and t.clause == frame.clause]
    doer = next((t for t in terms if t.role in _ACTING and t.head), None)
    other = next((t for t in terms if t.role in _RECEIVING and t.head), None)
    return (doer, other) if doer is not None and other is not None else None


def _same_party(one: Term, other: Term) -> bool:
    return words.nouns_related(one.head, other.head) == words.SAME


def _sides_exchanged(sides: Sides) -> list[Detail]:
    """A result turned round whose sides are names here and nouns there: "Rovers edge United"."""
    if not result_turned(sides.sentence, sides.reference):
        return []
    return [Detail("roles", SlotState.TURNED, "", "", "winner and loser have changed places")]


def _sent_back(
    sides: Sides, places: Sequence[tuple[Name, Name, str, str]]
) -> list[tuple[Name, Name]]:
    """A name that acts on one side and is where the other side sends: no other name is needed.

    Who only has what there is does not act: "Assam had 28 cases", "rose to 28 in Assam".
    """
    both = (_verbal(sides.scope.events), _verbal(sides.their_scope.events))
    if is_converse(sides) or any(all(e.light for e in told) for told in both):
        return []
    found = []
    for ours, theirs, *_ in places:
        ways = {_way(ours, sides.scope.names), _way(theirs, sides.their_scope.names)}
        bare = ours.type and not (ours.head or theirs.head)
        if bare and ways == {"agent", "to"}:
            found.append((ours, theirs))
    return found


def _doer_and_done_to(
    sides: Sides, places: Sequence[tuple[Name, Name, str, str]]
) -> list[tuple[Name, Name]]:
    """Who acts, and whose people it is done to: "Loria expelled Kardian diplomats".

    Kardia then did not expel Lorian ones, nor "diplomats from Loria".
    """
    if is_converse(sides):
        return []
    left, right = [], []
    for ours, theirs, *_ in places:
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
    near = before is not None and before.last == name.first - 1 and before.role != "agent"
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
        if not a.light and not b.light
    }
    return "converse" in relations and words.SAME not in relations


def _verbal(events: Sequence[Event]) -> Sequence[Event]:
    """The events told by verbs, or all where there are none."""
    return [e for e in events if e.form in ("verb", "phrase")] or events


def _places(sides: Sides) -> list[tuple[Name, Name, str, str]]:
    found = []
    for ours in sides.scope.names:
        for theirs in sides.their_scope.names:
            if words.names_related(ours, theirs) in _SHARED:
                one = ours.head == theirs.head  # "the Patrona museum" is one and the same
                a = _place(ours._replace(head="") if one else ours, sides.sentence)
                b = _place(theirs._replace(head="") if one else theirs, sides.reference)
                found.append((ours, theirs, a, b))
                break
    return found


def _place(name: Name, sentence: SentenceFrame) -> str:
    """Where a name stands in the event; one that describes a noun stands nowhere."""
    if name.head:
        return ""  # "North Korean soldiers" may be sent by anybody
    role = _role_of_holder(name, sentence)
    if role in _ACTING:
        return "acting"
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


def _is_left(name: Name, sentence: SentenceFrame) -> bool:
    """Whether a name is what somebody leaves: "left Lyon", "fled Aleppo"."""
    before = sentence.lemmas[max(0, name.first - 2) : name.first]
    return any(lemma in cues().roles_leaving for lemma in before)


def _text(name: Name) -> str:
    return " ".join(word.capitalize() for word in name.words)
