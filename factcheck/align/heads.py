"""How the heads of two counted terms stand to each other."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.compounds import lifted
from factcheck.align.groups import groups
from factcheck.align.mention import mentioned
from factcheck.align.roles_of_people import (
    befalls,
    classes_of,
    does_it,
    seated,
    see_it,
    told_as_role,
)
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import Event, FigureFrame, SentenceFrame, Term
from factcheck.lexicon.nouns import classes, is_generic, is_known, is_transparent
from factcheck.model import Kind

# "Of" and an article may stand between a head and what it hands the counting on to.
_SHARE = "share"
_OF_GAP = 2
# Whoever lives there is an inhabitant.
_LIVING = frozenset({"measure_population", "live_in"})
_HOME_TO = ("home", "to")
_MOVING = frozenset({Kind.CHANGE, Kind.FACTOR, Kind.MEASURE, Kind.MONEY})


def head_relation(ours: Term, theirs: Term, sides: Sides) -> str:
    """How the thing that the statement counts stands to the reference's.

    Args:
        ours: the statement's counted term.
        theirs: the reference's counted term.
        sides: both sentences with their surroundings.

    Returns:
        One of the relations of `factcheck.align.words`.
    """
    if _cores_apart(ours, theirs, sides):
        return words.EXCLUSIVE
    if _is_known_kind(ours, theirs, sides):
        return words.NARROWER
    if ours.head and (
        ours.head == theirs.head
        or _one_head(ours, _head_before(theirs, sides.reference), theirs.head)
        or _one_head(theirs, _head_before(ours, sides.sentence), ours.head)
    ):
        return words.SAME  # "cases" and "cases of flu": the flu is a detail of its own
    if _superlative(ours, theirs) or _superlative(theirs, ours):
        return words.SAME
    if _bears(ours, theirs, sides) or _is_collective(ours, theirs, sides):
        return words.SAME
    ours, theirs = core_of(ours), core_of(theirs)
    if _unsaid(ours, sides.sentence) or _unsaid(theirs, sides.reference):
        return words.SAME
    if _only_moves(ours, sides) != _only_moves(theirs, sides):
        return words.SAME
    relation = _by_dictionary(ours, theirs)
    if relation != words.SAME:
        bare = (lifted(ours, theirs, sides.reference), lifted(theirs, ours, sides.sentence))
        relation = words.SAME if _by_dictionary(*bare) == words.SAME else relation
    return words.SAME if _one_all_the_same(relation, ours, theirs, sides) else relation


def _superlative(bare: Term, full: Term) -> bool:
    """Whether one side leaves out the noun: "the seventh busiest", "the sixth busiest airport"."""
    return bare.said.endswith("est") and bare.said.split()[-1] in full.said.split()


def _bears(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether one side names a quantity, and the other what has it: "the price of gold", "gold"."""
    if sides.frame is None or sides.frame.figure.kind not in _MOVING or not ours.head:
        return False
    borne = groups().borne
    if ours.head in borne and theirs.head in borne:
        borne -= {_SHARE}  # shares have a price and a value themselves
    if (ours.head in borne) == (theirs.head in borne):
        return False
    if ours.head in borne:
        return bool(theirs.head) and _has_bearer(theirs.head, sides.sentence, sides)
    return _has_bearer(ours.head, sides.reference, sides)


def _has_bearer(noun: str, sentence: SentenceFrame, sides: Sides) -> bool:
    """Whether a sentence names what has the quantity; of heights, in a word for its kind too.

    The aircraft whose height is told is the jet. The price of vehicles is not that of cars.
    """
    if mentioned(noun, sentence):
        return True
    unit = sides.frame.figure.unit if sides.frame is not None else None
    if unit is None or unit.dimension != "length":
        return False
    return any(
        t.head and words.nouns_related(t.head, noun) in words.RELATED for t in sentence.terms
    )


def _is_collective(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether one side counts a whole by its members: "a fleet of 70", "a fleet of 70 jets"."""
    for whole, member, side in (
        (ours.head, theirs, sides.reference),
        (theirs.head, ours, sides.sentence),
    ):
        of_it = member.role == "of" and any(
            t.head == whole and 0 < member.first - t.last <= _OF_GAP for t in side.terms
        )
        if whole in groups().collectives and of_it:
            return True
    return False


def _is_known_kind(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether the statement counts a kind that the lexicon lists: "gold medals" of the medals.

    What narrows the reference's noun alone is an omission, as any other detail.
    """
    counts = sides.frame is not None and sides.frame.figure.kind is Kind.COUNT
    if not counts or ours.head != theirs.head or not ours.modifiers or theirs.modifiers:
        return False  # "rate" alone may be the interest rate that it is
    if is_transparent(ours.head) or mentioned(ours.modifiers[-1], sides.reference):
        return False  # "cases" may be those of any illness
    if words.counted_alike(ours.modifiers[-1], ours.head):
        return False  # "critic reviews" are the reviews that there are
    if any(words.words_alike(ours.modifiers[-1], word) for word in theirs.adjectives):
        return False  # "derelict houses", "abandoned houses"
    kind = _compound(ours)
    return is_known(kind) and words.nouns_related(kind, _compound(theirs)) == words.NARROWER


def _one_head(term: Term, handing_on: str, core: str) -> bool:
    """Whether a term's head is one that hands the counting on: "cases", "occurrences of flu"."""
    if not term.head or term.head == handing_on:
        return bool(term.head)
    # "malaria patients" are no "cases of dengue"
    narrowing = {*term.modifiers} - groups().cases - {core}
    return words.counted_alike(term.head, handing_on) and not narrowing


def _unsaid(term: Term, sentence: SentenceFrame) -> bool:
    """Whether a counted term leaves open what is counted.

    A name stands for its people, which the slot "name" compares; of what "an average of 8.4" is,
    the rest of the sentence says.
    """
    return not term.head or _is_statistic(term.head) or _of_a_sum(term, sentence)


def _only_moves(term: Term, sides: Sides) -> bool:
    """Whether a head only says that something rose or fell ("an increase of 6%"), and not what."""
    change = sides.frame is not None and sides.frame.figure.kind is Kind.CHANGE
    bare = not term.modifiers and not term.adjectives
    return change and bare and not words.MOVES.isdisjoint(classes_of(term.head))


def moved(term: Term, sentence: SentenceFrame) -> Term:
    """What a change is of, where its noun only says that it is one: "a fall of 18% in profit"."""
    if term.modifiers or term.adjectives or words.MOVES.isdisjoint(classes_of(term.head)):
        return term
    behind = next((t for t in sentence.terms if t.first >= term.last), None)
    told = behind is not None and behind.role == "in" and behind.head
    if behind is not None and told and is_transparent(behind.head):
        of = next((t for t in sentence.terms if 0 < t.first - behind.last <= _OF_GAP), behind)
        behind = of if of.role == "of" and of.head else behind  # "a drop in the amount of herring"
    spans = {unit for unit, _ in groups().comparison_spans}  # "a fall of 3% in a week"
    return behind if behind is not None and told and behind.head not in spans else term


def _one_all_the_same(relation: str, ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether two nouns that the dictionary keeps apart are one thing in these sentences."""
    if relation == words.WIDER and does_it(theirs.head, _beside(ours, sides.scope.events)):
        return True
    if befalls(ours, theirs, sides.their_scope.events) or befalls(theirs, ours, sides.scope.events):
        return True
    if told_as_role(ours, sides.reference, theirs) or told_as_role(theirs, sides.sentence, ours):
        return True
    # of a base, the sentence's events tell of a part: "ten of the 40 casualties are dead"
    base = sides.their_frame is not None and sides.their_frame.base
    beside = _beside(theirs, sides.their_scope.events)
    if relation == words.NARROWER and not base and does_it(ours.head, beside):
        return True
    if relation == words.NARROWER and not base and does_it(ours.head, _told_before(sides)):
        return True
    if see_it(ours, theirs, sides.scope.events) or see_it(theirs, ours, sides.their_scope.events):
        return True
    if relation in (words.WIDER, words.NARROWER) and _of_one_sort(ours, theirs, sides):
        return True
    if seated(ours, theirs, sides):
        return True
    # "with a further 150 joining": of whom, is guessed; else the topic says whose people they are
    guessed = is_generic(theirs.head) and _lent(sides)
    if relation == words.NARROWER and (guessed or (sides.on_topic and theirs.head == "person")):
        return True
    return relation == words.UNKNOWN and (
        (_says_nothing(ours, sides.sentence) and not names_event(theirs, sides.reference))
        or (_says_nothing(theirs, sides.reference) and not names_event(ours, sides.sentence))
    )


def _told_before(sides: Sides) -> list[Event]:
    """What was told of those whom the reference counts again: "11 were hurt, two of them badly"."""
    frame = sides.their_frame
    if frame is None or frame.counted < 0:
        return []
    clause = sides.reference.terms[frame.counted].clause
    if clause == frame.clause:
        return []
    return [e for e in sides.reference.events if e.clause == clause and e.form != "noun"]


def _cores_apart(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether a head that hands the counting on does so to two things ("cases of cholera")."""
    a, b = _handed_to(ours, sides.sentence), _handed_to(theirs, sides.reference)
    if not a or not b or words.words_alike(a, b):
        return False
    return words.nouns_related(a, b) == words.EXCLUSIVE


def _handed_to(term: Term, sentence: SentenceFrame) -> str:
    """What a transparent head counts: the noun before it, or the one behind its "of"."""
    if not is_transparent(term.head):
        return term.head if term.role == "of" and _head_before(term, sentence) else ""
    empty, cases = cues().empty_modifiers, groups().cases  # "positive cases"
    telling = [w for w in term.modifiers if w not in empty and w not in cases]
    if telling:
        return telling[-1]
    behind = next((t for t in sentence.terms if 0 < t.first - term.last <= _OF_GAP), None)
    return behind.head if behind is not None and behind.role == "of" else ""


def _of_a_sum(term: Term, sentence: SentenceFrame) -> bool:
    """Whether a head only says what was taken off a sum ("33 crore net"; nets are things)."""
    span, start = sentence.spans[term.at], sentence.span.start
    written = sentence.text[span.start - start : span.end - start].lower()
    return not term.modifiers and written == term.head and term.head in cues().empty_sums


def _of_one_sort(ours: Term, theirs: Term, sides: Sides) -> bool:
    """Whether the event says who is meant: whoever is employed is staff, any seat holds anybody."""
    told = {
        name
        for e in (*sides.scope.events, *sides.their_scope.events)
        if e.form != "noun"
        for name in e.classes
    }
    heads = (ours.head, theirs.head)
    staff, resident = (
        any(words.nouns_related(head, noun) == words.SAME for head in heads)
        for noun in ("employee", "inhabitant")
    )
    lives = not _LIVING.isdisjoint(told) or any(
        _is_home(frame, sentence)
        for frame, sentence in (
            (sides.frame, sides.sentence),
            (sides.their_frame, sides.reference),
        )
    )
    known = (staff and "workforce" in told) or "measure_capacity" in told or (resident and lives)
    return known and "person" in heads and all(words.names_people(h) for h in heads)


def _is_home(frame: FigureFrame | None, sentence: SentenceFrame) -> bool:
    """Whether a place is told to be home to those whom a figure counts."""
    if frame is None or frame.first < len(_HOME_TO):
        return False
    return sentence.lemmas[frame.first - len(_HOME_TO) : frame.first] == _HOME_TO


def _by_dictionary(ours: Term, theirs: Term) -> str:
    """How two heads stand by their words alone, with what narrows them and without."""
    relation = words.nouns_related(_compound(ours), _compound(theirs))
    if relation in (words.UNKNOWN, words.EXCLUSIVE) and (ours.modifiers or theirs.modifiers):
        plain = words.nouns_related(ours.head, theirs.head)
        relation = plain if plain == words.SAME or relation == words.UNKNOWN else relation
    alike = words.words_alike(ours.head, theirs.head) or counted_as_one(ours, theirs)
    marks = {ours.head, theirs.head} <= cues().marks_nouns  # "an approval", "an approval rating"
    return words.SAME if alike or marks else relation


def counted_as_one(ours: Term, theirs: Term) -> bool:
    """Whether counting one is counting the other: reviews and critics, takings and box office."""
    return any(
        words.counted_alike(a, b)
        for a in {ours.head, _compound(ours)}
        for b in {theirs.head, _compound(theirs)}
    )


def _lent(sides: Sides) -> bool:
    """Whether the statement's figure counts a noun only because an earlier one does."""
    frame = sides.frame
    if frame is None or frame.counted < 0:
        return False
    term = sides.sentence.terms[frame.counted]
    return any(
        f.counted == frame.counted and f.last <= frame.first for f in sides.sentence.figures
    ) and (term.last <= frame.first)


def names_event(term: Term, sentence: SentenceFrame) -> bool:
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


def core_of(term: Term) -> Term:
    """What a compound counts: a "rating average" is a rating, a "measles case" measles.

    The statistic has a slot of its own, and a transparent head hands the counting on.
    """
    if not term.modifiers:
        return term
    if _is_statistic(term.head) or term.head == "population" or is_transparent(term.head):
        return term._replace(head=term.modifiers[-1], modifiers=term.modifiers[:-1])
    return term


def _is_statistic(head: str) -> bool:
    """Whether a head only names the statistic: "an average"."""
    return head in cues().statistic_average or head in cues().statistic_median


def _beside(term: Term, events: Sequence[Event]) -> list[Event]:
    """The events but the one that a counted noun itself names: a book is no writing."""
    return [e for e in events if e.form != "noun" or not e.first <= term.at < e.last]


def _says_nothing(term: Term, sentence: SentenceFrame) -> bool:
    """Whether a head restricts nothing ("units"), and no "of" behind it does ("cases of flu")."""
    if term.modifiers or names_event(term, sentence):
        return False
    return term.head in cues().empty_heads and not any(
        t.role == "of" and 0 <= t.first - term.last <= 2 for t in sentence.terms
    )


def _compound(term: Term) -> str:
    narrowing = [w for w in term.modifiers if w not in cues().empty_modifiers]
    if not narrowing and term.adjectives and not is_generic(term.head):
        listed = f"{term.adjectives[-1]} {term.head}"  # "minimum wage"
        return listed if classes(listed) else term.head
    return f"{narrowing[-1]} {term.head}" if narrowing else term.head
