"""The decisive slots, one function each: what is counted, the event, time, names, details."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.align import words
from factcheck.align.roles import turned_round
from factcheck.align.sides import Sides
from factcheck.figures.dates import date_relation
from factcheck.frames.model import Event, FigureFrame, Name, SentenceFrame, Term
from factcheck.lexicon.events import is_light
from factcheck.lexicon.nouns import is_generic
from factcheck.model import Detail, Kind, SlotState

_STATE = {
    words.SAME: SlotState.MATCHED,
    words.WIDER: SlotState.WIDER,
    words.NARROWER: SlotState.NARROWER,
    words.EXCLUSIVE: SlotState.DIFFERING,
}
_ARGUMENTS = frozenset({"agent", "patient", "poss", "of", "complement", "free"})
_PLACES = frozenset(
    {
        "in",
        "at",
        "near",
        "around",
        "across",
        "off",
        "on",
        "from",
        "to",
        "into",
        "outside",
        "over",
        "along",
        "inside",
        "within",
        "against",
        "for",
        "between",
    }
)


# --- what is counted ---------------------------------------------------------------------


def counted(sides: Sides) -> list[Detail]:
    """The thing counted or measured, and what restricts it."""
    ours, theirs = _counted_terms(sides)
    if ours is None and theirs is None:
        return []
    if ours is None or theirs is None:
        return [_one_sided(sides, ours, theirs)]
    if _is_event(ours, sides.scope.events) or _is_event(theirs, sides.their_scope.events):
        return []  # "deaths": the event slot compares them
    relation = _head_relation(ours, theirs, sides)
    text, other = _phrase(ours), _phrase(theirs)
    state = _STATE.get(relation, SlotState.DIFFERING)
    if state is SlotState.DIFFERING and relation == words.UNKNOWN and _mentioned(ours.head, sides):
        state = SlotState.ADDED
    details = [Detail("counted", state, text, other)]
    if relation == words.SAME:
        details += _modifiers("counted", ours, theirs)
    return details


def _counted_terms(sides: Sides) -> tuple[Term | None, Term | None]:
    frame, their_frame = sides.frame, sides.their_frame
    ours = sides.sentence.terms[frame.counted] if frame and frame.counted >= 0 else None
    theirs = (
        sides.reference.terms[their_frame.counted]
        if their_frame and their_frame.counted >= 0
        else None
    )
    return ours, theirs


def _one_sided(sides: Sides, ours: Term | None, theirs: Term | None) -> Detail:
    if theirs is not None:
        return Detail("counted", SlotState.OMITTED, "", _phrase(theirs))
    assert_term = ours if ours is not None else Term(0, 0, 0, "", (), (), "", 0)
    known = (
        not assert_term.head or is_generic(assert_term.head) or _mentioned(assert_term.head, sides)
    )
    state = SlotState.MATCHED if known else SlotState.ADDED
    return Detail("counted", state, _phrase(assert_term), "")


def _is_event(term: Term, events: Sequence[Event]) -> bool:
    return any(e.form == "noun" and e.classes and e.first <= term.at < e.last for e in events)


def _head_relation(ours: Term, theirs: Term, sides: Sides) -> str:
    if not ours.head or not theirs.head:
        return words.SAME  # a name stands for its people: the slot "name" compares it
    relation = words.nouns_related(_compound(ours), _compound(theirs))
    if relation in (words.UNKNOWN, words.EXCLUSIVE) and (ours.modifiers or theirs.modifiers):
        plain = words.nouns_related(ours.head, theirs.head)
        relation = plain if plain == words.SAME or relation == words.UNKNOWN else relation
    if relation in (words.UNKNOWN, words.WIDER, words.NARROWER):
        if is_generic(ours.head) or is_generic(theirs.head):
            return words.SAME
        if words.words_alike(ours.head, theirs.head):
            return words.SAME
    return relation


def _compound(term: Term) -> str:
    return f"{term.modifiers[-1]} {term.head}" if term.modifiers else term.head


def _phrase(term: Term) -> str:
    return " ".join((*term.adjectives, *term.modifiers, term.head)).strip()


def _mentioned(lemma: str, sides: Sides) -> bool:
    """Whether the reference, or its topic, says this word anywhere in any form."""
    if lemma in sides.reference.lemmas or lemma in sides.reference.topic:
        return True
    return any(
        words.words_alike(lemma, other)
        for other, tag in zip(sides.reference.lemmas, sides.reference.tags, strict=True)
        if tag in ("NOUN", "VERB", "ADJ") and other[:2] == lemma[:2]
    )


def _modifiers(slot: str, ours: Term, theirs: Term) -> list[Detail]:
    """Words that narrow one head: two that differ make two things of it."""
    a = [w for w in (*ours.adjectives, *ours.modifiers) if not is_generic(w)]
    b = [w for w in (*theirs.adjectives, *theirs.modifiers) if not is_generic(w)]
    left = [w for w in a if not any(words.words_alike(w, o) for o in b)]
    right = [w for w in b if not any(words.words_alike(o, w) for o in a)]
    details = []
    for word in left:
        rival = next((o for o in right if _exclude(word, o, ours, theirs)), "")
        state = SlotState.DIFFERING if rival else SlotState.ADDED
        details.append(
            Detail(
                "detail", state, f"{word} {ours.head}", f"{rival} {theirs.head}" if rival else ""
            )
        )
    for word in right:
        details.append(Detail("detail", SlotState.OMITTED, "", f"{word} {theirs.head}"))
    return details


def _exclude(word: str, other: str, ours: Term, theirs: Term) -> bool:
    """Whether two modifiers of one head cannot both hold: "olive oil" and "sunflower oil"."""
    if words.nouns_related(word, other) == words.EXCLUSIVE or words.opposed(word, other):
        return True
    both_nouns = word in ours.modifiers and other in theirs.modifiers
    return both_nouns and words.nouns_related(word, other) == words.UNKNOWN


# --- the event ---------------------------------------------------------------------------


def event(sides: Sides) -> list[Detail]:
    """What happened, or what state holds."""
    ours = _decisive_events(sides.sentence, sides.frame, sides.scope.events)
    theirs = _decisive_events(sides.reference, sides.their_frame, sides.their_scope.events)
    if not ours and not theirs:
        return []
    if not ours:
        return _silent_statement(sides, theirs)
    if not theirs:
        return _silent_reference(sides, ours)
    best = words.strongest(words.events_related(a, b) for a in ours for b in theirs)
    a_text, b_text = _event_text(sides.sentence, ours[0]), _event_text(sides.reference, theirs[0])
    if best in (words.SAME, "converse"):
        return [Detail("event", SlotState.MATCHED, a_text, b_text)]
    if best in ("exclusive", "antonym"):
        return [_opposed(sides, best, a_text, b_text)]
    if best in (words.WIDER, words.NARROWER):
        return [Detail("event", _STATE[best], a_text, b_text)]
    if _met_elsewhere(sides, ours, theirs):
        return [Detail("event", SlotState.MATCHED, a_text, b_text, "")]
    if best == "unrelated":
        return [Detail("event", SlotState.DIFFERING, a_text, b_text)]
    return [
        Detail(
            "event",
            SlotState.ADDED,
            a_text,
            b_text,
            f"no class of events names both “{a_text}” and “{b_text}”",
        )
    ]


def _decisive_events(
    sentence: SentenceFrame, frame: FigureFrame | None, events: Sequence[Event]
) -> list[Event]:
    """The figure's governing event, and the event that its counted noun names."""
    if frame is None:
        return [e for e in events if not e.light]
    heavy = [e for e in events if not e.light]
    clause = sentence.clauses[frame.clause]
    term = sentence.terms[frame.counted] if frame.counted >= 0 else None
    governing = [e for e in heavy if e.first <= clause.verb < e.last]
    named = [
        e for e in heavy if term and e.first <= term.at < e.last and e.form in ("noun", "phrase")
    ]
    predicative = [
        e
        for e in heavy
        if e.form in ("phrase", "adjective", "verb")
        and e not in governing
        and not _inside_phrase(e, sentence, frame)
    ]
    chosen = governing + [e for e in named if e not in governing]
    if not chosen or (governing and governing[0].form == "verb" and not governing[0].classes):
        chosen += [e for e in predicative if e not in chosen]
    if not chosen:
        chosen = heavy[:2]
    return chosen


def _inside_phrase(event: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether an event only describes a noun ("the wounded soldiers")."""
    return any(t.first <= event.first < t.at for t in sentence.terms)


def _event_text(sentence: SentenceFrame, event: Event) -> str:
    start = sentence.span.start
    first, last = sentence.spans[event.first].start, sentence.spans[event.last - 1].end
    return sentence.text[first - start : last - start]


def _opposed(sides: Sides, relation: str, ours: str, theirs: str) -> Detail:
    """A rise against a fall, a yes against a no: turned round; all else is another event."""
    figure = sides.frame.figure if sides.frame else None
    directed = figure is None or figure.kind in (Kind.CHANGE, Kind.FACTOR) or figure.direction
    if relation == "antonym" and directed:
        return Detail("event", SlotState.TURNED, ours, theirs)
    return Detail("event", SlotState.DIFFERING, ours, theirs)


def _silent_statement(sides: Sides, theirs: Sequence[Event]) -> list[Detail]:
    """The statement names no event of its own: it has, there are, it totals."""
    text = _event_text(sides.reference, theirs[0])
    frame = sides.frame
    predicate = frame is not None and sides.sentence.clauses[frame.clause].verb >= 0
    if predicate and any(e.form == "verb" and e.classes for e in theirs):
        return [
            Detail(
                "event",
                SlotState.ADDED,
                "",
                text,
                f"the reference is about “{text}”, the statement names no event",
            )
        ]
    return [Detail("event", SlotState.OMITTED, "", text)]


def _silent_reference(sides: Sides, ours: Sequence[Event]) -> list[Detail]:
    text = _event_text(sides.sentence, ours[0])
    if any(_mentioned(e.lemma, sides) for e in ours):
        return [Detail("event", SlotState.MATCHED, text, "")]
    return [
        Detail("event", SlotState.ADDED, text, "", f"the reference names no event for “{text}”")
    ]


def _met_elsewhere(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> bool:
    """Whether each side's event is told by the other in another part of the sentence."""
    far = [e for e in (*sides.their_scope.events, *sides.their_scope.far_events) if not e.light]
    near = [e for e in (*sides.scope.events, *sides.scope.far_events) if not e.light]
    return any(words.events_related(a, b) == words.SAME for a in ours for b in far) and any(
        words.events_related(a, b) == words.SAME for a in near for b in theirs
    )


# --- increment, statistic, modality ------------------------------------------------------


def labels(sides: Sides) -> list[Detail]:
    """Increment or total, average or median, fact or plan: short closed lists."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None:
        return []
    details = []
    if ours.modality != theirs.modality:
        details.append(Detail("modality", SlotState.DIFFERING, ours.modality, theirs.modality))
    if ours.negated != theirs.negated and not _zero(ours) and not _zero(theirs):
        details.append(
            Detail("modality", SlotState.DIFFERING, _denial(ours.negated), _denial(theirs.negated))
        )
    for slot in ("increment", "statistic"):
        a, b = getattr(ours, slot), getattr(theirs, slot)
        if a == b:
            details += [Detail(slot, SlotState.MATCHED, a, b)] if a else []
        elif a and b:
            details.append(Detail(slot, SlotState.DIFFERING, a, b))
        elif a:
            details.append(Detail(slot, SlotState.ADDED, a, ""))
        else:
            details.append(Detail(slot, SlotState.OMITTED, "", b))
    return details


def _zero(frame: FigureFrame) -> bool:
    return frame.figure.value == 0


def _denial(negated: bool) -> str:
    return "denied" if negated else "asserted"


# --- time --------------------------------------------------------------------------------


def time(sides: Sides) -> list[Detail]:
    """When: a figure with its own date matches only references of that date or period."""
    if sides.frame is None or sides.their_frame is None:
        return []
    ours = [sides.sentence.times[i] for i in sides.frame.times]
    theirs = [sides.reference.times[i] for i in sides.their_frame.times]
    details = []
    for a in ours:
        relations = {date_relation(a.date, b.date): b for b in theirs}
        text = str(a.date)
        if relations.keys() & {"same", "same_less", "same_more"}:
            details.append(Detail("time", SlotState.MATCHED, text, text))
        elif "part" in relations:
            details.append(Detail("time", SlotState.NARROWER, text, str(relations["part"].date)))
        elif "whole" in relations:
            details.append(Detail("time", SlotState.WIDER, text, str(relations["whole"].date)))
        elif "differs" in relations:
            details.append(
                Detail("time", SlotState.DIFFERING, text, str(relations["differs"].date))
            )
        else:
            details.append(Detail("time", SlotState.ADDED, text, ""))
    if not ours:
        details += [Detail("time", SlotState.OMITTED, "", str(b.date)) for b in theirs]
    return details


# --- names -------------------------------------------------------------------------------


def names(sides: Sides) -> list[Detail]:
    """Places, people, organisations: one that differs makes it another thing."""
    details: list[Detail] = []
    matched: set[int] = set()
    theirs = (*sides.their_scope.names, *sides.their_scope.far_names)
    open_ours: list[Name] = []
    for name in sides.scope.names:
        relation, index = _best_name(name, theirs)
        if relation in (words.SAME, words.WIDER, words.NARROWER):
            matched.add(index)
            details.append(_named(name, theirs[index], relation))
        elif _in_topic(name, sides):
            details.append(Detail("name", SlotState.MATCHED, _name(name), "topic or source"))
        else:
            open_ours.append(name)
    rivals = [
        n
        for i, n in enumerate(sides.their_scope.names)
        if i not in matched and not _in_statement(n, sides)
    ]
    for name in open_ours:
        rival = _rival(name, rivals)
        if rival is not None:
            details.append(Detail("name", SlotState.DIFFERING, _name(name), _name(rival)))
        else:
            details.append(Detail("name", SlotState.ADDED, _name(name), ""))
    details += [Detail("name", SlotState.OMITTED, "", _name(n)) for n in rivals]
    return details + turned_round(sides)


def _named(ours: Name, theirs: Name, relation: str) -> Detail:
    """A matched name: the thing it is part of must be the same too ("Kessel bridge")."""
    if relation == words.SAME and ours.head and theirs.head and ours.head != theirs.head:
        heads = words.nouns_related(ours.head, theirs.head)
        if heads == words.EXCLUSIVE:
            return Detail(
                "name",
                SlotState.DIFFERING,
                f"{_name(ours)} {ours.head}",
                f"{_name(theirs)} {theirs.head}",
            )
    return Detail("name", _STATE[relation], _name(ours), _name(theirs))


def _name(name: Name) -> str:
    return " ".join(word.capitalize() for word in name.words) if not name.type else name.key.title()


def _best_name(name: Name, others: Sequence[Name]) -> tuple[str, int]:
    found = (words.EXCLUSIVE, -1)
    for index, other in enumerate(others):
        relation = words.names_related(name, other)
        if relation == words.SAME:
            return relation, index
        if relation in (words.WIDER, words.NARROWER):
            found = (relation, index)
    return found


def _in_topic(name: Name, sides: Sides) -> bool:
    """Whether the reference's topic or attribution names it."""
    known = sides.reference.topic | sides.reference.attribution
    return (
        bool(known)
        and any(w in known for w in name.words)
        and all(w in known or w in words.COMMON_IN_NAMES for w in name.words)
    )


def _in_statement(name: Name, sides: Sides) -> bool:
    known = sides.sentence.attribution | sides.sentence.topic
    if any(w in known for w in name.words):
        return True
    return any(words.names_related(n, name) == words.SAME for n in sides.scope.far_names)


def _rival(name: Name, rivals: Sequence[Name]) -> Name | None:
    """A name of the reference that stands where the statement has another one."""
    place = name.role in _PLACES
    for rival in rivals:
        if name.type and rival.type and name.type != rival.type:
            continue
        if (rival.role in _PLACES) == place or name.role == rival.role:
            return rival
    return None


# --- other details -----------------------------------------------------------------------


def details(sides: Sides) -> list[Detail]:
    """The remaining noun phrases: arguments and circumstances."""
    found: list[Detail] = []
    used: set[int] = set()
    theirs = (*sides.their_scope.terms, *sides.their_scope.far_terms)
    skip = sides.frame.counted if sides.frame else -1
    skipped = sides.sentence.terms[skip] if skip >= 0 else None
    open_ours: list[Term] = []
    for term in sides.scope.terms:
        if term is skipped or not term.head or is_generic(term.head) or is_light(term.head):
            continue
        index = _best_term(term, theirs)
        if index >= 0:
            used.add(index)
            found.append(Detail("detail", SlotState.MATCHED, _phrase(term), _phrase(theirs[index])))
            if (
                theirs[index].head
                and words.nouns_related(term.head, theirs[index].head) == words.SAME
            ):
                found += [
                    d
                    for d in _modifiers("detail", term, theirs[index])
                    if d.state is not SlotState.OMITTED
                ]
        elif _mentioned(term.head, sides):
            found.append(Detail("detail", SlotState.MATCHED, _phrase(term), term.head))
        else:
            open_ours.append(term)
    their_counted = sides.their_frame.counted if sides.their_frame else -1
    rivals = [
        t
        for i, t in enumerate(sides.their_scope.terms)
        if i not in used
        and t.head
        and not is_generic(t.head)
        and (their_counted < 0 or t is not sides.reference.terms[their_counted])
    ]
    for term in open_ours:
        found.append(_open_detail(term, rivals, sides))
    return found


def _open_detail(term: Term, rivals: Sequence[Term], sides: Sides) -> Detail:
    for rival in rivals:
        relation = words.nouns_related(term.head, rival.head)
        if relation == words.EXCLUSIVE and _same_place(term.role, rival.role):
            if _said(rival.head, sides.sentence):
                continue
            return Detail("detail", SlotState.DIFFERING, _phrase(term), _phrase(rival))
    return Detail("detail", SlotState.ADDED, _phrase(term), "")


def _said(lemma: str, sentence: SentenceFrame) -> bool:
    return lemma in sentence.lemmas


def _same_place(ours: str, theirs: str) -> bool:
    if ours in _ARGUMENTS and theirs in _ARGUMENTS:
        return True
    return ours == theirs or (ours in _PLACES and theirs in _PLACES)


def _best_term(term: Term, others: Iterable[Term]) -> int:
    for index, other in enumerate(others):
        if other.head and words.nouns_related(term.head, other.head) == words.SAME:
            return index
    return -1


# --- the order, and the anchor -----------------------------------------------------------


DECISIVE: tuple[tuple[str, Callable[[Sides], list[Detail]]], ...] = (
    ("labels", labels),
    ("time", time),
    ("counted", counted),
    ("event", event),
    ("names", names),
    ("details", details),
)


def unanchored(found: Sequence[Detail]) -> str:
    """Why two figures that nowhere differ still have too little in common; "" where they do not.

    Ours: the contract lets a statement add details, yet two short sentences about nothing in
    common differ nowhere either. The event or the thing counted must be shared, and where the
    statement names anybody or any place, one of its names or both of the others.
    """
    event_shared = _has(found, "event", SlotState.MATCHED)
    counted_shared = _has(found, "counted", SlotState.MATCHED)
    name_shared = any(
        d.slot == "name" and d.state in (SlotState.MATCHED, SlotState.WIDER, SlotState.NARROWER)
        for d in found
    )
    detail_shared = _has(found, "detail", SlotState.MATCHED)
    name_added = _has(found, "name", SlotState.ADDED)
    if not (event_shared or counted_shared or (name_shared and detail_shared)):
        return "neither the event nor the thing counted is the same"
    if name_added and not name_shared and not (event_shared and counted_shared):
        return "none of the statement's names is in the reference"
    weak_event = any(d.slot == "event" and d.state is SlotState.ADDED for d in found)
    if weak_event and not (name_shared or detail_shared):
        return "the event is not certain, and nothing else is shared"
    return ""


def _has(found: Sequence[Detail], slot: str, state: SlotState) -> bool:
    return any(d.slot == slot and d.state is state for d in found)
