"""The slot "counted": the thing counted or measured, and what restricts it."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.approving import APPROVING, is_approval_of_some
from factcheck.align.bare import beside_bare_count, is_told_otherwise, without_lives
from factcheck.align.called import name_text
from factcheck.align.compounds import (
    are_of_two,
    contents_apart,
    is_told_as_phrase,
    lifted,
    unpacked,
)
from factcheck.align.event_nouns import (
    both_are_things,
    is_done_there,
    is_told_as_event,
    kind_beside_thing,
    thing_of_nobody,
)
from factcheck.align.groups import groups
from factcheck.align.heads import core_of, head_relation, moved
from factcheck.align.herds import of_herd
from factcheck.align.listed_things import things_compared
from factcheck.align.marks import mark_apart, names_mark
from factcheck.align.mention import mentioned
from factcheck.align.narrowing import meant_for, modifiers_compared, of_what, phrase
from factcheck.align.nationals import nationals_compared
from factcheck.align.persons import is_case_of_people, is_one_each
from factcheck.align.shared import CORE, STATES
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, Name, SentenceFrame, Term
from factcheck.frames.nameless import NAMELESS
from factcheck.lexicon.events import noun_classes
from factcheck.lexicon.nouns import classes, comparable, is_generic
from factcheck.model import Detail, Kind, SlotState

_KEY_RATES = frozenset({"raise_rates", "cut_rates", "hold_rates"})
_MOTION = frozenset({"rise", "fall", "raise_level", "cut_level"})
_OF_ONE = {SlotState.WIDER: SlotState.MATCHED, SlotState.NARROWER: SlotState.ADDED}
_OF_LEVEL = frozenset({"of", "in", "off", "from"})
_SEXES = frozenset({"male", "female"})
_VOLUME = "volume"
_LEVEL_REACH = 4  # tokens of "off the company's"
_OF_A_BASE = frozenset({Kind.SHARE, Kind.RATE, Kind.CHANGE, Kind.FACTOR})


def counted(sides: Sides) -> list[Detail]:
    """The thing counted or measured, and what restricts it."""
    ours, theirs = _told_of(sides)
    mark = mark_apart(sides, ours, theirs)
    if mark is not None:
        return [mark]
    if ours is None and theirs is None:
        return []
    if ours is None or theirs is None:
        return [_one_sided(sides, ours, theirs)]
    return _compared(sides, ours, theirs)


def _compared(sides: Sides, ours: Term, theirs: Term) -> list[Detail]:
    """How two things counted stand, by their names, their heads and what narrows these."""
    named = _names_of_counted(sides, ours, theirs) or things_compared(sides, ours, theirs)
    named = named or nationals_compared(sides, ours, theirs)
    if named:
        return named
    if is_approval_of_some(sides):
        return [Detail("counted", SlotState.MATCHED, phrase(ours), phrase(theirs), APPROVING)]
    relation = head_relation(ours, theirs, sides)
    ways = (is_told_otherwise, is_one_each, is_case_of_people, is_told_as_phrase)
    if relation != words.SAME and any(way(sides, ours, theirs) for way in ways):
        return [Detail("counted", SlotState.MATCHED, phrase(ours), phrase(theirs))]
    if are_of_two(sides, ours, theirs) or _are_two_lines(sides, ours, theirs):
        return [Detail("counted", SlotState.DIFFERING, phrase(ours), phrase(theirs))]
    listed = relation in (words.WIDER, words.NARROWER) and both_are_things(sides, ours, theirs)
    listed = listed or _are_other_beings(relation, ours, theirs)
    if relation != words.SAME and not listed and is_told_as_event(sides, ours, theirs):
        return kind_beside_thing(sides, ours, theirs) or thing_of_nobody(sides, ours, theirs)
    state = _state(relation, sides, ours, theirs)
    details = [Detail("counted", state, phrase(ours), phrase(theirs))]
    if relation == words.SAME:
        other = meant_for(ours, theirs, sides) or of_what(ours, theirs, sides)
        other = other or contents_apart(sides, ours, theirs)
        if other is not None:
            return [other]
        details += _restricted(sides, ours, theirs)
        details += _base_restriction(sides, ours, theirs)
    return details


def _are_two_lines(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether sums are of two lines of an account: a profit is no revenue, whoever earned it."""
    if sides.frame is None or sides.frame.figure.kind is not Kind.MONEY:
        return False
    exclusive = words.nouns_related(ours.head, theirs.head) == words.EXCLUSIVE
    return exclusive and comparable(ours.head, theirs.head)


def _are_other_beings(relation: str, ours: Term, theirs: Term) -> bool:
    """Whether no one is both, whatever both do: undergraduates and postgraduates enrol.

    Nor is a stock of cod one of herring.
    """
    if relation != words.EXCLUSIVE:
        return False
    if words.names_people(ours.head):
        return words.names_people(theirs.head)
    kinds = (words.nouns_related(t.head, "animal") for t in (ours, theirs))
    return all(kind == words.NARROWER for kind in kinds)


def _state(relation: str, sides: Sides, ours: Term, theirs: Term) -> SlotState:
    """What the relation of the two things counted comes to for the figures."""
    state = STATES.get(relation, SlotState.DIFFERING)
    if relation == words.WIDER and _is_share_of(sides):
        return SlotState.DIFFERING  # a share of all women is none of all people
    if state is SlotState.DIFFERING and _attribute_beside_subject(sides, ours, theirs):
        return SlotState.MATCHED if names_mark(ours) != names_mark(theirs) else SlotState.ADDED
    if sides.frame is not None and sides.frame.figure.kind is Kind.AGE:
        # "the first person to die", "a woman of 68": an age is of one, and of no part
        return _OF_ONE.get(state, state)
    return state


def _is_share_of(sides: Sides) -> bool:
    """Whether both figures are shares of the things that they count."""
    frames = (sides.frame, sides.their_frame)
    return all(f is not None and f.figure.kind is Kind.SHARE and f.group >= 0 for f in frames)


def _restricted(sides: Sides, ours: Term, theirs: Term) -> list[Detail]:
    """What narrows the thing counted: "youth unemployment" is another rate than unemployment.

    A count that leaves a restriction out is about the same things; a share, a rate or a change
    is not (contract, section 2, restrictions on a base).
    """
    bare = lifted(ours, theirs, sides.reference), lifted(theirs, ours, sides.sentence)
    found = [_told_apart(d, sides) for d in modifiers_compared(*map(core_of, bare))]
    frame = sides.frame
    if frame is not None and frame.figure.kind is Kind.COUNT:
        return [_of_one_sex(d) for d in found]
    if frame is None or frame.figure.kind not in _OF_A_BASE or not theirs.head:
        return found
    if not ours.head and not {theirs.head, _whole(theirs)}.isdisjoint(groups().borne):
        return found  # "the lake's water level fell", "the lake fell"
    if theirs.head in cues().marks_nouns or _MOTION.intersection(noun_classes(theirs.head)):
        return found  # "a pay rise" is a rise, of which the event slot tells
    if theirs.head == "rate" and _both_set_rates(sides):
        return found  # what a central bank raises is an interest rate
    return [
        d._replace(state=SlotState.DIFFERING)
        if (d.state is SlotState.ADDED and _is_new(d.statement, ours, sides.reference))
        or (d.state is SlotState.OMITTED and _is_new(d.reference, theirs, sides.sentence))
        else d
        for d in found
    ]


def _of_one_sex(detail: Detail) -> Detail:
    """Of a count, "male" and "female" make a part of the whole: nurses are not male nurses."""
    told = detail.statement or detail.reference
    word, _, noun = told.partition(" ")
    if word not in _SEXES or detail.state not in (SlotState.ADDED, SlotState.OMITTED):
        return detail
    if detail.state is SlotState.ADDED:
        return Detail("counted", SlotState.NARROWER, told, noun)
    return Detail("counted", SlotState.WIDER, noun, told)


def _whole(term: Term) -> str:
    """A head with the noun before it: "water level", "share price"."""
    return " ".join((*term.modifiers[-1:], term.head))


def _told_apart(detail: Detail, sides: Sides) -> Detail:
    """A word that narrows the noun here, and there stands in a phrase of its own.

    "Bicycle sales" are "sales of bicycles", "family income" is "the income for a family".
    """
    word = detail.statement.split(maxsplit=1)[0] if detail.statement else ""
    told = detail.state is SlotState.ADDED and any(
        t.role in ("of", "for")
        and (word in (t.head, *t.modifiers, *t.adjectives) or _one_thing(word, t))
        for t in sides.their_scope.terms
    )
    return detail._replace(state=SlotState.MATCHED, reference=word) if told else detail


def _one_thing(word: str, term: Term) -> bool:
    """Whether a word is one for a phrase of two: "CO2", "carbon dioxide"."""
    return bool(term.modifiers) and words.nouns_related(word, _whole(term)) == words.SAME


def _both_set_rates(sides: Sides) -> bool:
    """Whether both sides tell what a central bank does with its rate."""
    return all(
        any(not _KEY_RATES.isdisjoint(e.classes) for e in side.events)
        for side in (sides.ours, sides.theirs)
    )


def _is_new(told: str, term: Term, other: SentenceFrame) -> bool:
    """Whether the word of a kind that opens a detail stands nowhere in the other sentence."""
    word = told.split(maxsplit=1)[0]
    telling = word in term.modifiers or word in groups().restricting
    return telling and not mentioned(word, other)


def _base_restriction(sides: Sides, ours: Term, theirs: Term) -> list[Detail]:
    """ "12% of women" is not "12% of women over 65": a base may not lose its restriction."""
    if sides.frame is None or sides.frame.figure.kind not in (Kind.SHARE, Kind.RATE):
        return []
    if names_mark(theirs):
        return []  # "a rating of 74% with an average of 7/10"
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


def _told_of(sides: Sides) -> tuple[Term | None, Term | None]:
    """What the figures count: of a herd its animals, of a bottle the wine, of lives nobody."""
    ours, theirs = _counted_terms(sides)
    ours = without_lives(of_herd(ours, sides.sentence, sides.frame), sides.ours)
    theirs = without_lives(of_herd(theirs, sides.reference, sides.their_frame), sides.theirs)
    return unpacked(ours, theirs, sides.sentence), unpacked(theirs, ours, sides.reference)


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
    if frame is None or frame.counted < 0:
        return None
    if frame.figure.kind is not Kind.CHANGE:
        return sentence.terms[frame.counted]
    return _level_behind(sentence, frame) or moved(sentence.terms[frame.counted], sentence)


def _level_behind(sentence: SentenceFrame, frame: FigureFrame) -> Term | None:
    """What a change behind its verb is one of: "wiped $3bn off the firm's value", "5% in price"."""
    behind = (t for t in sentence.terms if t.first >= frame.last and t.role != "poss")
    term = next(behind, None)
    if term is None or term.role not in _OF_LEVEL:
        return None
    amount = term.head == _VOLUME and not term.adjectives  # shares fall "in heavy volume"
    if term.head not in groups().borne and not amount:
        return None
    return term if term.first - frame.last <= _LEVEL_REACH else None


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
            if clause.first <= t.first < clause.verb and t.role in CORE and t.head
        ),
        None,
    )


def _one_sided(sides: Sides, ours: Term | None, theirs: Term | None) -> Detail:
    if theirs is not None:
        return beside_bare_count(sides, theirs)
    if ours is None:
        raise ValueError("one side has a counted term")
    text = phrase(ours)
    if not ours.head or is_generic(ours.head):
        return Detail("counted", SlotState.MATCHED, text, "")
    if not mentioned(ours.head, sides.reference):
        return Detail("counted", SlotState.ADDED, text, "")
    if kind := _kind_told(ours, sides):
        return Detail("counted", SlotState.WIDER, text, kind)
    if is_done_there(sides, ours):
        return Detail("counted", SlotState.MATCHED, text, "")
    for other in sides.reference.figures:
        if other is not sides.their_frame and other.counted >= 0:
            head = sides.reference.terms[other.counted].head
            if head and words.nouns_related(ours.head, head) == words.SAME:
                why = f"another figure of the reference counts “{text}”: {other.figure.text}"
                return Detail("counted", SlotState.DIFFERING, text, other.figure.text, why)
    return Detail("counted", SlotState.MATCHED, text, "")


def _kind_told(ours: Term, sides: Sides) -> str:
    """The kind of what the statement counts of which the reference tells alone: "income tax"."""
    own = [f"{w} {ours.head}" for w in ours.modifiers] or [ours.head]
    told = [t for t in sides.reference.terms if t.head == ours.head]
    kinds = [k for t in told if (k := next(filter(classes, (t.said, _whole(t))), ""))]
    narrower = [k for k in kinds if all(words.nouns_related(o, k) == words.WIDER for o in own)]
    return narrower[0] if narrower and len(narrower) == len(told) else ""


def _names_of_counted(sides: Sides, ours: Term, theirs: Term) -> list[Detail]:
    """ "Five North Korean soldiers" are not "ten Russian soldiers": the names inside differ."""
    a, b = _whose(sides.sentence, ours), _whose(sides.reference, theirs)
    if not a or not b:
        return []
    if any(words.names_related(x, y) != words.EXCLUSIVE for x in a for y in b):
        return _together(a, b, ours, theirs)
    return [
        Detail(
            "counted",
            SlotState.DIFFERING,
            f"{name_text(a[0])} {ours.head}".strip(),
            f"{name_text(b[0])} {theirs.head}".strip(),
        )
    ]


def _whose(sentence: SentenceFrame, term: Term) -> list[Name]:
    """The names that say whose a counted thing is, with those joined to them by "and"."""
    found = [n for n in sentence.names if term.first <= n.first < term.last]
    if found:
        joined = (n for n in sentence.names if n.last == term.first - 1 and not n.head)
        found += [n for n in joined if sentence.lemmas[n.last] in ("and", "&")]
    return [n for n in found if n.key not in NAMELESS]


def _together(a: list[Name], b: list[Name], ours: Term, theirs: Term) -> list[Detail]:
    """ "Russian and North Korean forces" are the whole of which the North Koreans are a part."""
    alone = [n for n in b if all(words.names_related(m, n) == words.EXCLUSIVE for m in a)]
    added = [n for n in a if all(words.names_related(n, m) == words.EXCLUSIVE for m in b)]
    if bool(alone) == bool(added):
        return []
    state = SlotState.NARROWER if alone else SlotState.WIDER
    texts = [" and ".join(map(name_text, names)) for names in (a, b)]
    return [
        Detail(
            "counted", state, f"{texts[0]} {ours.head}".strip(), f"{texts[1]} {theirs.head}".strip()
        )
    ]


def _attribute_beside_subject(sides: Sides, ours: Term, theirs: Term) -> bool:
    """Whether one side names the quantity and the other its bearer.

    "The drone climbed to 12,000 feet" and "reached a height of 3,660 metres": the unit says
    which quantity it is. "The film averaged 7/10" tells its average mark, and who puts "the age of
    the skull at 9,000 years" says how old the skull is.
    """
    if "age" in (ours.head, theirs.head):
        if {*ours.modifiers, *ours.adjectives, *theirs.modifiers, *theirs.adjectives}:
            return False  # an average age is nobody's
        of_ours = theirs.head == "age" and mentioned(ours.head, sides.reference)
        return of_ours or (ours.head == "age" and mentioned(theirs.head, sides.sentence))
    if sides.frame is not None and sides.frame.figure.kind is Kind.DURATION:
        return _names_duration(ours) != _names_duration(theirs)
    if sides.frame is None or sides.frame.figure.kind is not Kind.MEASURE:
        return False
    unit = sides.frame.figure.unit
    marked = unit is not None and unit.dimension == "rating"
    if marked:
        return names_mark(ours) != names_mark(theirs)
    attributes = cues().attributes
    return (ours.head in attributes) != (theirs.head in attributes)


def _names_duration(term: Term) -> bool:
    """Whether a noun is of how long something is: "a running time", "its length"."""
    running = "run" in (*term.adjectives, *term.modifiers) or "running" in term.modifiers
    return term.head in groups().durations or (term.head == "time" and running)
