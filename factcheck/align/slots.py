"""The decisive slots, one function each: what is counted, the event, time, names, details."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.align import words
from factcheck.align.happening import decisive_events, event
from factcheck.align.mention import mentioned
from factcheck.align.roles import turned_round
from factcheck.align.sides import Sides
from factcheck.figures.dates import date_relation, later
from factcheck.frames.clauses import FACT, ONGOING, PLAN
from factcheck.frames.cues import cues
from factcheck.frames.model import Event, FigureFrame, Name, SentenceFrame, Term, Time
from factcheck.lexicon.events import is_light
from factcheck.lexicon.nouns import is_generic, is_known, is_transparent
from factcheck.model import Detail, Kind, SlotState

_STATE = {
    words.SAME: SlotState.MATCHED,
    words.WIDER: SlotState.WIDER,
    words.NARROWER: SlotState.NARROWER,
    words.EXCLUSIVE: SlotState.DIFFERING,
}
# A match that the reference makes in a part of the sentence that is about another figure.
ELSEWHERE = "said elsewhere in the reference"
_EXCLUDING = frozenset({"outside", "beyond", "except", "excluding", "without"})
_OPEN_ENDED = frozenset({"after", "before"})
_DATE_STATES = (
    ("part", SlotState.NARROWER),
    ("whole", SlotState.WIDER),
    ("differs", SlotState.DIFFERING),
)
_CORE = frozenset({"agent", "patient"})
_PLACE_TYPES = frozenset({"country", "region", "city", "state", "continent"})
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
    named = _names_of_counted(sides, ours, theirs)
    if named:
        return named
    relation = _head_relation(ours, theirs, sides)
    if relation != words.SAME and _is_told_as_event(sides, ours, theirs):
        return _kind_beside_thing(ours, theirs)
    text, other = _phrase(ours), _phrase(theirs)
    state = _STATE.get(relation, SlotState.DIFFERING)
    if state is SlotState.DIFFERING and _attribute_beside_subject(sides, ours, theirs):
        state = SlotState.ADDED
    details = [Detail("counted", state, text, other)]
    if relation == words.SAME:
        details += _modifiers("counted", _core_of(ours), _core_of(theirs))
        details += _base_restriction(sides, ours, theirs)
    return details


def _base_restriction(sides: Sides, ours: Term, theirs: Term) -> list[Detail]:
    """ "12% of women" is not "12% of women over 65": a base may not lose its restriction."""
    if sides.frame is None or sides.frame.figure.kind not in (Kind.SHARE, Kind.RATE):
        return []
    words_of = sides.reference.lemmas[theirs.last : theirs.last + 2]
    if not words_of or words_of[0] not in cues().base_restricting:
        return []
    rest = [w for w in words_of if w not in sides.sentence.lemmas]
    if not rest:
        return []
    text = " ".join((theirs.head, *words_of))
    return [
        Detail("base", SlotState.DIFFERING, ours.head, text, f"the reference is about “{text}”")
    ]


def _counted_terms(sides: Sides) -> tuple[Term | None, Term | None]:
    frame, their_frame = sides.frame, sides.their_frame
    ours = _counted_term(sides.sentence, frame)
    theirs = _counted_term(sides.reference, their_frame)
    if frame is not None and their_frame is not None and frame.figure.kind is not Kind.COUNT:
        # of two measures, one may name its bearer where the other only has it for a subject
        if ours is None and theirs is _subject(sides.reference, their_frame):
            ours = _light_subject(sides.sentence, frame)
        elif theirs is None and ours is _subject(sides.sentence, frame):
            theirs = _light_subject(sides.reference, their_frame)
    return ours, theirs


def _counted_term(sentence: SentenceFrame, frame: FigureFrame | None) -> Term | None:
    return sentence.terms[frame.counted] if frame is not None and frame.counted >= 0 else None


def _light_subject(sentence: SentenceFrame, frame: FigureFrame) -> Term | None:
    """The subject, where the verb says nothing by itself ("closing arguments took six days")."""
    event = sentence.clauses[frame.clause].event
    light = event < 0 or sentence.events[event].light
    return _subject(sentence, frame) if light else None


def _subject(sentence: SentenceFrame, frame: FigureFrame) -> Term | None:
    """The subject of a figure's clause."""
    clause = sentence.clauses[frame.clause]
    return next(
        (
            t
            for t in sentence.terms
            if clause.first <= t.first < clause.verb and t.role in _CORE and t.head
        ),
        None,
    )


def _one_sided(sides: Sides, ours: Term | None, theirs: Term | None) -> Detail:
    if theirs is not None:
        return Detail("counted", SlotState.OMITTED, "", _phrase(theirs))
    if ours is None:
        raise ValueError("one side has a counted term")
    text = _phrase(ours)
    if not ours.head or is_generic(ours.head):
        return Detail("counted", SlotState.MATCHED, text, "")
    if not mentioned(ours.head, sides.reference):
        return Detail("counted", SlotState.ADDED, text, "")
    for other in sides.reference.figures:
        if other is not sides.their_frame and other.counted >= 0:
            head = sides.reference.terms[other.counted].head
            if head and words.nouns_related(ours.head, head) == words.SAME:
                why = f"another figure of the reference counts “{text}”: {other.figure.text}"
                return Detail("counted", SlotState.DIFFERING, text, other.figure.text, why)
    return Detail("counted", SlotState.MATCHED, text, "")


def _names_of_counted(sides: Sides, ours: Term, theirs: Term) -> list[Detail]:
    """ "Five North Korean soldiers" are not "ten Russian soldiers": the names inside differ."""
    a = [n for n in sides.sentence.names if ours.first <= n.first < ours.last]
    b = [n for n in sides.reference.names if theirs.first <= n.first < theirs.last]
    if not a or not b:
        return []
    if any(words.names_related(x, y) != words.EXCLUSIVE for x in a for y in b):
        return []
    return [
        Detail(
            "counted",
            SlotState.DIFFERING,
            f"{_name(a[0])} {ours.head}".strip(),
            f"{_name(b[0])} {theirs.head}".strip(),
        )
    ]


def _names(event: Event, term: Term) -> bool:
    """Whether a term's head noun is an event of the lexicon."""
    return event.form == "noun" and bool(event.classes) and event.first <= term.at < event.last


def _kind_beside_thing(ours: Term, theirs: Term) -> list[Detail]:
    """ "40 deaths" and "40 people died" agree; "zinc exports" and "exported copper" do not.

    The event slot compares the event; what narrows its noun must be the other side's thing.
    """
    for event_noun, thing in ((ours, theirs), (theirs, ours)):
        kind = event_noun.modifiers[-1] if event_noun.modifiers else ""
        if kind and words.nouns_related(kind, thing.head) == words.EXCLUSIVE:
            return [Detail("counted", SlotState.DIFFERING, _phrase(ours), _phrase(theirs))]
    return []


def _is_told_as_event(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether the noun counted on one side is the event of the other."""
    mine = [e for e in sides.sentence.events if _names(e, ours)]
    yours = [e for e in sides.reference.events if _names(e, theirs)]
    return any(
        words.events_related(a, b) in (words.SAME, words.WIDER, words.NARROWER)
        for a in mine
        for b in decisive_events(sides.reference, sides.their_frame)
    ) or any(
        words.events_related(a, b) in (words.SAME, words.WIDER, words.NARROWER)
        for a in decisive_events(sides.sentence, sides.frame)
        for b in yours
    )


def _head_relation(ours: Term, theirs: Term, sides: Sides) -> str:
    if ours.head and (
        ours.head == theirs.head
        or ours.head == _head_before(theirs, sides.reference)
        or theirs.head == _head_before(ours, sides.sentence)
    ):
        return words.SAME  # "cases" and "cases of flu": the flu is a detail of its own
    ours, theirs = _core_of(ours), _core_of(theirs)
    if not ours.head or not theirs.head:
        return words.SAME  # a name stands for its people: the slot "name" compares it
    relation = words.nouns_related(_compound(ours), _compound(theirs))
    if relation in (words.UNKNOWN, words.EXCLUSIVE) and (ours.modifiers or theirs.modifiers):
        plain = words.nouns_related(ours.head, theirs.head)
        relation = plain if plain == words.SAME or relation == words.UNKNOWN else relation
    if relation != words.SAME and words.words_alike(ours.head, theirs.head):
        return words.SAME
    if relation != words.SAME and words.counted_alike(ours.head, theirs.head):
        return words.SAME
    if relation == words.WIDER and _does_it(theirs.head, sides.scope.events):
        return words.SAME
    if relation == words.NARROWER and _does_it(ours.head, sides.their_scope.events):
        return words.SAME
    if relation == words.NARROWER and sides.on_topic and theirs.head == "person":
        return words.SAME  # whose people they are, the topic says
    if relation == words.UNKNOWN and (
        (_says_nothing(ours, sides.sentence) and not _names_event(theirs, sides.reference))
        or (_says_nothing(theirs, sides.reference) and not _names_event(ours, sides.sentence))
    ):
        return words.SAME
    return relation


def _attribute_beside_subject(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether one side names the quantity and the other its bearer.

    "The drone climbed to 12,000 feet" and "reached a height of 3,660 metres": the unit says
    which quantity it is.
    """
    if sides.frame is None or sides.frame.figure.kind is not Kind.MEASURE:
        return False
    attributes = cues().attributes
    return (ours.head in attributes) != (theirs.head in attributes)


def _names_event(term: Term, sentence: SentenceFrame) -> bool:
    """Whether a counted noun is an event of the lexicon ("recoveries", "deaths")."""
    return any(
        e.form == "noun" and e.classes and e.first <= term.at < e.last for e in sentence.events
    )


def _head_before(term: Term, sentence: SentenceFrame) -> str:
    """The transparent head that hands the counting on to a term ("cases" of "cases of flu")."""
    if term.role != "of":
        return ""
    for before in sentence.terms:
        if 0 <= term.first - before.last <= 2 and is_transparent(before.head):
            return before.head
    return ""


def _core_of(term: Term) -> Term:
    """What a compound counts: a "rating average" is a rating, a "measles case" measles.

    The statistic has a slot of its own, and a transparent head hands the counting on.
    """
    statistics = cues().statistic_average | cues().statistic_median
    hands_on = term.head in statistics or term.head == "population" or is_transparent(term.head)
    if term.modifiers and hands_on:
        return term._replace(head=term.modifiers[-1], modifiers=term.modifiers[:-1])
    return term


def _does_it(noun: str, events: Sequence[Event]) -> bool:
    """Whether a noun names those who take part in an event: "people visited", "visitors"."""
    return any(words.words_alike(noun, e.lemma) for e in events if not e.light)


def _says_nothing(term: Term, sentence: SentenceFrame) -> bool:
    """Whether a head restricts nothing ("units"), and no "of" behind it does ("cases of flu")."""
    if term.modifiers or _names_event(term, sentence):
        return False
    return term.head in cues().empty_heads and not any(
        t.role == "of" and 0 <= t.first - term.last <= 2 for t in sentence.terms
    )


def _compound(term: Term) -> str:
    narrowing = [w for w in term.modifiers if w not in cues().empty_modifiers]
    return f"{narrowing[-1]} {term.head}" if narrowing else term.head


def _phrase(term: Term) -> str:
    return " ".join((*term.adjectives, *term.modifiers, term.head)).strip()


def _modifiers(slot: str, ours: Term, theirs: Term) -> list[Detail]:
    """Words that narrow one head: two that differ make two things of it."""
    a, b = _telling(ours), _telling(theirs)
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


def _telling(term: Term) -> list[str]:
    """The modifiers that narrow a head; quantifiers and increments have slots of their own."""
    cue = cues()
    empty = cue.empty_modifiers | cue.statistic_average | cue.statistic_median
    return [w for w in (*term.adjectives, *term.modifiers) if w not in empty and not is_generic(w)]


def _exclude(word: str, other: str, ours: Term, theirs: Term) -> bool:
    """Whether two modifiers of one head cannot both hold: "olive oil" and "sunflower oil"."""
    if words.nouns_related(word, other) == words.EXCLUSIVE or words.opposed(word, other):
        return True
    kinds = _names_a_kind(word, ours) and _names_a_kind(other, theirs)
    return kinds and words.nouns_related(word, other) == words.UNKNOWN


# Adjectives made of nouns, and gerunds: "solar", "nuclear", "medical", "fishing".
_KIND_ENDINGS = ("al", "ar", "ic", "ary", "ine", "ese", "ian", "ing")


def _names_a_kind(word: str, term: Term) -> bool:
    """Whether a modifier says of what kind: a noun, or an adjective made of one ("solar")."""
    return word in term.modifiers or word.endswith(_KIND_ENDINGS) or is_known(word)


# --- increment, statistic, modality ------------------------------------------------------


def labels(sides: Sides) -> list[Detail]:
    """Increment or total, average or median, fact or plan: short closed lists."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None:
        return []
    details = []
    if not same_mood(ours.modality, theirs.modality):
        details.append(Detail("modality", SlotState.DIFFERING, ours.modality, theirs.modality))
    if ours.negated != theirs.negated and not _zero(ours) and not _zero(theirs):
        details.append(
            Detail("modality", SlotState.DIFFERING, _denial(ours.negated), _denial(theirs.negated))
        )
    details += _attribute(sides)
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


def same_mood(ours: str, theirs: str) -> bool:
    """Whether two moods match: what is under way agrees with the fact and with the plan."""
    if ONGOING in (ours, theirs):
        return {ours, theirs} <= {ONGOING, FACT, PLAN}
    return ours == theirs


def _attribute(sides: Sides) -> list[Detail]:
    """Which of its lengths a measure gives: a lake is not as deep as it is long."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None or ours.figure.kind is not Kind.MEASURE:
        return []
    a, b = _attributes(sides.sentence, ours), _attributes(sides.reference, theirs)
    if not a or not b:
        return []
    state = SlotState.DIFFERING if a.isdisjoint(b) else SlotState.MATCHED
    return [Detail("attribute", state, " ".join(sorted(a)), " ".join(sorted(b)))]


def _attributes(sentence: SentenceFrame, frame: FigureFrame) -> frozenset[str]:
    clause = sentence.clauses[frame.clause]
    known = cues().attributes
    return frozenset(
        known[lemma] for lemma in sentence.lemmas[clause.first : clause.last] if lemma in known
    )


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
    details += [_dated(a, theirs) for a in ours]
    if not ours:
        details += [_undated(b, sides) for b in theirs]
    return details


def _dated(ours: Time, theirs: Sequence[Time]) -> Detail:
    """How a date of the statement stands to the reference's dates."""
    text = str(ours.date)
    if ours.relation in _OPEN_ENDED:
        for other in theirs:
            if other.relation not in _OPEN_ENDED:
                return _open_ended(ours, other)
    relations = {date_relation(ours.date, b.date): b for b in theirs}
    if relations.keys() & {"same", "same_less", "same_more"}:
        return Detail("time", SlotState.MATCHED, text, text)
    for relation, state in _DATE_STATES:
        if relation in relations:
            return Detail("time", state, text, str(relations[relation].date))
    return Detail("time", SlotState.ADDED, text, "")


def _open_ended(ours: Time, theirs: Time) -> Detail:
    """ "After 23 April" holds what is dated later, "before" what is dated earlier."""
    after = later(theirs.date, ours.date)
    fits = after is True if ours.relation == "after" else later(ours.date, theirs.date) is True
    state = SlotState.MATCHED if fits else SlotState.DIFFERING
    return Detail("time", state, f"{ours.relation} {ours.date}", str(theirs.date))


def _undated(theirs: Time, sides: Sides) -> Detail:
    """A date that only the reference gives: an omission, unless it looks back.

    Copy without a date speaks of what is news. A reference that speaks of a year before the
    one it was published in ("two years ago", "in 2017") is about another occasion.
    """
    published = getattr(sides.candidate.claim.date, "year", None)
    text = str(theirs.date)
    past = theirs.date.relative is not None and theirs.date.relative.endswith(
        ("years ago", "years earlier")
    )
    if theirs.date.year is not None and published is not None:
        past = theirs.date.year < published - 1 and theirs.relation not in ("since", "from")
    if past and sides.frame is not None and sides.frame.figure.kind is not Kind.DATE:
        return Detail("time", SlotState.DIFFERING, "", text, f"the reference looks back to {text}")
    return Detail("time", SlotState.OMITTED, "", text)


# --- names -------------------------------------------------------------------------------


def names(sides: Sides) -> list[Detail]:
    """Places, people, organisations: one that differs makes it another thing."""
    details: list[Detail] = []
    matched: set[int] = set()
    theirs = sides.their_scope.names
    open_ours: list[Name] = []
    for name in sides.scope.names:
        relation, index = _best_name(name, theirs)
        partial = relation in (words.WIDER, words.NARROWER)
        if partial and not (_says_where(name) and _says_where(theirs[index])):
            matched.add(index)
            continue  # "Russian operations" are in no part of Russia: the two do not compete
        if partial or relation == words.SAME:
            matched.add(index)
            details.append(_named(name, theirs, index, relation))
        elif _said_by(name, sides.reference.topic):
            details.append(Detail("name", SlotState.MATCHED, _name(name), "topic"))
        else:
            open_ours.append(name)
    rivals = [
        n
        for i, n in enumerate(sides.their_scope.names)
        if i not in matched and not _in_statement(n, sides)
    ]
    for name in open_ours:
        rival = _rival(name, rivals, sides)
        if rival is not None and _told_of_another(name, rival, sides):
            rival = None
        if rival is not None:
            details.append(Detail("name", SlotState.DIFFERING, _name(name), _name(rival)))
        elif _said_by(name, sides.reference.attribution):
            details.append(Detail("name", SlotState.MATCHED, _name(name), "source"))
        elif _best_name(name, sides.their_scope.far_names)[1] >= 0:
            details.append(
                Detail("name", SlotState.MATCHED, _name(name), _name(name), ELSEWHERE)
            )
        else:
            details.append(Detail("name", SlotState.ADDED, _name(name), ""))
    details += [Detail("name", SlotState.OMITTED, "", _name(n)) for n in rivals]
    return details + turned_round(sides)


def _named(ours: Name, others: Sequence[Name], index: int, relation: str) -> Detail:
    """A matched name, unless it only leads to another one or belongs to another thing.

    In "Fonix's rival Telka" the reference is about Telka; the Kessel bridge is not the Kessel
    lighthouse.
    """
    theirs = others[index]
    if relation == words.SAME and (ours.role in _EXCLUDING) != (theirs.role in _EXCLUDING):
        return Detail(
            "name",
            SlotState.DIFFERING,
            f"{ours.role} {_name(ours)}",
            f"{theirs.role} {_name(theirs)}",
        )
    if relation == words.SAME and theirs.role == "poss" and ours.role != "poss":
        behind = next((n for n in others if 0 < n.first - theirs.last <= 4), None)
        if behind is not None and behind.role == ours.role and behind.first == theirs.last + 1:
            return Detail(
                "name", SlotState.WIDER, _name(ours), f"{_name(theirs)}'s {_name(behind)}"
            )
        if behind is not None and behind.role == ours.role:
            return Detail("name", SlotState.DIFFERING, _name(ours), _name(behind))
    named_thing = relation == words.SAME and not ours.type and ours.head and theirs.head
    if named_thing and ours.head != theirs.head:
        if words.apart(ours.head, theirs.head):
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


def _said_by(name: Name, known: frozenset[str]) -> bool:
    """Whether the reference's topic or source names it."""
    if name.key in known:
        return True
    return any(w in known and w not in words.COMMON_IN_NAMES for w in name.words) and all(
        w in known or w in words.COMMON_IN_NAMES for w in name.words
    )


def _in_statement(name: Name, sides: Sides) -> bool:
    known = sides.sentence.attribution | sides.sentence.topic
    if any(w in known for w in name.words):
        return True
    return any(words.names_related(n, name) == words.SAME for n in sides.scope.far_names)


def _told_of_another(name: Name, rival: Name, sides: Sides) -> bool:
    """Whether the reference has the name with another of its figures, beside no other subject."""
    far = _best_name(name, sides.their_scope.far_names)[1] >= 0
    return far and not (name.role == rival.role and name.role in ("agent", "poss", "patient"))


def _sort(name: Name) -> str:
    """Places of any size compete with each other, and so does all else."""
    return "place" if name.type in _PLACE_TYPES else "other"


def _rival(name: Name, rivals: Sequence[Name], sides: Sides) -> Name | None:
    """A name of the reference that stands where the statement has another one."""
    scored = sides.frame is not None and sides.frame.figure.kind is Kind.SCORE
    inside = not name.type and _in_counted(name, sides.sentence, sides.frame)
    for rival in rivals:
        if name.type and rival.type and _sort(name) != _sort(rival):
            continue
        if inside and not _in_counted(rival, sides.reference, sides.their_frame):
            continue  # "COVID-19 cases" compete with "cholera cases", not with a place
        modifier = name.head or rival.head  # "the Mindoro accord", "the accord for Basilo"
        if scored or modifier or not _apart_in_role(name.role, rival.role):
            return rival
    return None


def _says_where(name: Name) -> bool:
    """Whether a name says where, or whose, so that a part of it is a narrower place."""
    return name.role in _PLACES or name.role in ("poss", "of", "agent", "to") and not name.head


def _apart_in_role(ours: str, theirs: str) -> bool:
    """Whether one acts or is acted on where the other says where: they do not compete."""
    return (ours in _CORE and theirs in _PLACES) or (theirs in _CORE and ours in _PLACES)


def _in_counted(name: Name, sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether a name describes what the figure counts."""
    if frame is None or frame.counted < 0:
        return False
    term = sentence.terms[frame.counted]
    return term.first <= name.first < term.last and name.last <= term.at


# --- other details -----------------------------------------------------------------------


def details(sides: Sides) -> list[Detail]:
    """The remaining noun phrases: arguments and circumstances."""
    found: list[Detail] = []
    used: set[int] = set()
    theirs = sides.their_scope.terms
    skip = sides.frame.counted if sides.frame else -1
    skipped = sides.sentence.terms[skip] if skip >= 0 else None
    open_ours: list[Term] = []
    told = _in_events(sides.sentence)
    elsewhere = _counted_elsewhere(sides.sentence, sides.frame)
    found += _other_events(sides)
    for term in sides.scope.terms:
        if term.at in told or term.at in elsewhere:
            continue
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
        elif mentioned(term.head, sides.reference):
            found.append(Detail("detail", SlotState.MATCHED, _phrase(term), term.head, ELSEWHERE))
        else:
            open_ours.append(term)
    theirs_told = _in_events(sides.reference) | _counted_elsewhere(
        sides.reference, sides.their_frame
    )
    their_counted = sides.their_frame.counted if sides.their_frame else -1
    rivals = [
        t
        for i, t in enumerate(sides.their_scope.terms)
        if i not in used
        and t.at not in theirs_told
        and (sides.their_frame is None or t.clause == sides.their_frame.clause)
        and t.head
        and not is_generic(t.head)
        and (their_counted < 0 or t is not sides.reference.terms[their_counted])
    ]
    for term in open_ours:
        found.append(_open_detail(term, rivals, sides))
    return found


def _counted_elsewhere(sentence: SentenceFrame, frame: FigureFrame | None) -> frozenset[int]:
    """Heads that other figures of the sentence count: they are about those figures."""
    if frame is None:
        return frozenset()
    return frozenset(
        sentence.terms[f.counted].at
        for f in sentence.figures
        if f.counted >= 0 and f.counted != frame.counted
    )


def _in_events(sentence: SentenceFrame) -> frozenset[int]:
    """Tokens that belong to an event of several words ("walked off the job")."""
    return frozenset(
        i
        for e in sentence.events
        if e.form == "phrase" and e.classes
        for i in range(e.first + 1, e.last)
    )


def _other_events(sides: Sides) -> list[Detail]:
    """What else happens on both sides ("the bill for refurbishing the opera house")."""
    decisive = decisive_events(sides.sentence, sides.frame)
    return [
        Detail("detail", SlotState.MATCHED, e.lemma, other.lemma)
        for e in sides.scope.events
        if e.form == "verb" and not e.light and e not in decisive
        for other in sides.reference.events[:12]
        if not other.light and words.events_related(e, other) == words.SAME
    ][:2]


def _open_detail(term: Term, rivals: Sequence[Term], sides: Sides) -> Detail:
    for rival in rivals:
        relation = words.nouns_related(term.head, rival.head)
        asserted = term.role == rival.role and (
            term.role == "complement"
            or (term.role == "patient" and _is_subject(term, sides))
            or (term.role == "agent" and _subject_decides(sides))
        )
        listed = is_known(term.head) and is_known(rival.head)
        excluded = relation == words.EXCLUSIVE and listed and _same_place(term.role, rival.role)
        opposed = words.opposed(term.head, rival.head) and term.role == rival.role
        if asserted or excluded or opposed:
            if rival.head in sides.sentence.lemmas:
                continue
            return Detail("detail", SlotState.DIFFERING, _phrase(term), _phrase(rival))
    return Detail("detail", SlotState.ADDED, _phrase(term), "")


def _is_subject(term: Term, sides: Sides) -> bool:
    """Whether a patient is the subject of a passive ("bird flu was confirmed on 164 farms")."""
    clause = sides.sentence.clauses[sides.frame.clause] if sides.frame is not None else None
    return clause is not None and clause.passive and term.last <= clause.verb


def _subject_decides(sides: Sides) -> bool:
    """Whether the figure counts nothing, so that its subject says what it is about."""
    ours, theirs = sides.frame, sides.their_frame
    return ours is not None and theirs is not None and ours.counted < 0 and theirs.counted < 0


def _same_place(ours: str, theirs: str) -> bool:
    return ours == theirs or (ours in _PLACES and theirs in _PLACES)


def _best_term(term: Term, others: Iterable[Term]) -> int:
    own = {term.head, *term.modifiers}
    for index, other in enumerate(others):
        if own == {other.head, *other.modifiers}:
            return index  # "rating average", "average rating"
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


def unanchored(found: Sequence[Detail], *, on_topic: bool = False) -> str:
    """Why two figures that nowhere differ still have too little in common; "" where they do not.

    Ours: the contract lets a statement add details, yet two short sentences about nothing in
    common differ nowhere either. The event or the thing counted must be shared, and where the
    statement names anybody or any place, one of its names or both of the others.
    """
    if on_topic:
        return ""
    event_shared = _has(found, "event", SlotState.MATCHED)
    counted_shared = _has(found, "counted", SlotState.MATCHED)
    name_shared = any(
        d.slot == "name" and d.state in (SlotState.MATCHED, SlotState.WIDER, SlotState.NARROWER)
        for d in found
    )
    details_shared = sum(
        d.slot in ("detail", "time") and d.state is SlotState.MATCHED for d in found
    )
    detail_shared = details_shared > 0
    name_added = _has(found, "name", SlotState.ADDED)
    known = event_shared or counted_shared or (name_shared and detail_shared)
    if not known and details_shared < 2:
        return "neither the event nor the thing counted is the same"
    if name_added and not name_shared and not (event_shared and counted_shared):
        return "none of the statement's names is in the reference"
    weak_event = any(d.slot == "event" and d.state is SlotState.ADDED for d in found)
    told = _has(found, "event", SlotState.MATCHED)
    loose = sum(d.slot in ("name", "detail") and d.state is SlotState.ADDED for d in found)
    if not told and loose > 1:
        return "no event is shared, and the reference lacks several details"
    if weak_event and not (name_shared or detail_shared):
        return "the event is not certain, and nothing else is shared"
    if weak_event and any(
        d.slot in ("name", "detail", "time", "counted") and d.state is SlotState.ADDED
        for d in found
    ):
        return "the event is not certain, and the reference lacks other details"
    return ""


def _has(found: Sequence[Detail], slot: str, state: SlotState) -> bool:
    return any(d.slot == slot and d.state is state for d in found)
