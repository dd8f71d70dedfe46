"""What a figure counts or measures: the noun phrase that its number belongs to."""

from __future__ import annotations

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.gapping import gapped_subject
from factcheck.frames.inner import INNER
from factcheck.frames.model import Clause, Term
from factcheck.frames.subjects import nearest_object, subject_from
from factcheck.frames.sums import in_kind, put_at, taken_off, values
from factcheck.lexicon.events import is_reporting, noun_classes
from factcheck.lexicon.nouns import is_transparent, noun_relation
from factcheck.model import Kind

_WAYS = frozenset({"down", "up", "off"})
_BARE = frozenset({Kind.DATE, Kind.TIME, Kind.SCORE})
_SUBJECTS = frozenset({"agent", "patient", "complement", "free"})
_AS_MANY = (("as", "many"), ("as", "much"))
# Prepositions between the two sides of a vote or a match.
VERSUS = frozenset({"to", "against", "versus", "v"})
_KNOWN = frozenset({"the", "these", "those", "its", "their"})
_PRONOUNS = (("what",), ("them",), ("whom",), ("which",), ("it",), ("us",))
_BEFORE_NO_ARTICLE = frozenset({
    Kind.COUNT, Kind.CHANGE, Kind.MONEY, Kind.MEASURE, Kind.DURATION,
})  # fmt: skip
_PARENTS = frozenset({"father", "mother", "parent", "grandfather", "grandmother", "grandparent"})
_COMPARED = frozenset({
    "more", "many", "much", "fewer", "few", "less", "short", "low", "high", "light", "heavy",
    "long",
})  # fmt: skip
_CHANGING = frozenset({"to", "from", "by"})
_STOPS = frozenset({",", ";", ":", "(", "—", "–"})
_GIVEN = frozenset({Kind.MONEY, Kind.SHARE})
_MORE = frozenset({"more", "fewer", "less", "higher", "lower"})
_STATISTICS = frozenset({"average", "median", "mean", "maximum", "minimum"})
_OWN_NOUN = frozenset({Kind.COUNT, Kind.ORDINAL, Kind.SHARE, Kind.RATE, Kind.FACTOR})


def measured(reading: Reading, context: Context) -> tuple[int, int]:
    """What a figure counts or measures, and the group that it is taken of.

    Returns:
        Indices into the sentence's terms, -1 where nothing is said.
    """
    if reading.figure.kind in _BARE or _told_by_age(reading, context):
        return -1, -1
    if has_gapped_subject(reading, context):
        return -1, -1
    after = _after_of(reading, context)
    if after >= 0:
        return after, after
    inner = next((n for n, t in enumerate(context.terms) if _is_inner(t, reading)), -1)
    if inner >= 0:
        return inner, -1
    own = _own_phrase(reading, context)
    if own < 0:
        own = max(in_kind(reading, context), taken_off(reading, context))
    if own >= 0:
        return _through(own, context, reading), -1
    if _is_held_against(reading, context) or _adds_to(reading, context):
        return -1, -1
    return _by_link(reading, context), -1


def _adds_to(reading: Reading, context: Context) -> bool:
    """Whether a difference is set apart from the figure it is of: "…, 12% more than before"."""
    lowers, at = context.words.lowers, reading.outer_first
    if reading.figure.kind is not Kind.CHANGE or not at or lowers[at - 1] != ",":
        return False
    return not _MORE.isdisjoint(lowers[reading.last : reading.outer_last + 1])


def _is_held_against(reading: Reading, context: Context) -> bool:
    """Whether a bare number is the other side's: the 38 of "by 61 votes to 38"."""
    if reading.figure.kind is not Kind.COUNT or not reading.outer_first:
        return False
    if context.words.lowers[reading.outer_first - 1] not in VERSUS:
        return False
    before = [r for r in context.words.readings if r.last < reading.first]
    if not before or before[-1].figure.kind is not Kind.COUNT:
        return False  # "lengthened by 3,400 patients to 796,000"
    index = context.term_at(reading.outer_first - 2)
    return index >= 0 and any(context.words.numbers[context.terms[index].first :][:2])


def has_gapped_subject(reading: Reading, context: Context) -> bool:
    """Whether a figure counts what the one before it counts ("…, the Greens 12")."""
    readings = context.words.readings
    at = next((n for n, r in enumerate(readings) if r is reading), 0)
    return at > 0 and gapped_subject(readings[at - 1], reading, context.words) is not None


def _told_by_age(reading: Reading, context: Context) -> bool:
    """Whether an age stands behind "the age of", which is no thing that is measured."""
    if reading.figure.kind is not Kind.AGE:
        return False
    return context.words.lowers[max(0, reading.first - 2) : reading.first] == ("age", "of")


def _is_inner(term: Term, reading: Reading) -> bool:
    """Whether a term is what a number counts inside a compound ("a 190-seat cabin")."""
    return term.role == INNER and 0 <= term.first - reading.last <= 1  # a hyphen


def _after_of(reading: Reading, context: Context) -> int:
    """ "300 of the injured", "a quarter of the wells", "2,400 hectares of vineyards"."""
    at, lowers = reading.outer_last, context.words.lowers
    if reading.figure.kind in (Kind.RATE, Kind.MEASURE):  # "20 kg of bamboo a day"
        inside = lowers[reading.last : reading.outer_last]
        at = reading.last + inside.index("of") if "of" in inside else at
    if at >= len(lowers) or lowers[at] != "of":
        return -1
    if reading.outer_first and lowers[reading.outer_first - 1] == "within":
        return -1  # "within 44 million miles of Earth"
    if lowers[at + 1 : at + 2] in _PRONOUNS and not _is_plural(at + 2, context):
        return -1  # "two of them hold", not "two of them children"
    for step in range(at + 1, min(at + 3, len(lowers))):
        index = context.term_at(step)
        while index >= 0 and context.terms[index].role == "poss":
            index = index + 1 if index + 1 < len(context.terms) else -1
        if index >= 0:
            return -1 if _is_place(index, reading, context) else index
    return -1


def _is_place(index: int, reading: Reading, context: Context) -> bool:
    """Whether an extent is of a place with a name: "covers 9 square miles of the Antarctic"."""
    unit = reading.figure.unit
    extent = unit is not None and unit.dimension in ("area", "length")
    return extent and reading.figure.kind is Kind.MEASURE and not context.terms[index].head


def _is_plural(at: int, context: Context) -> bool:
    words = context.words
    return (
        at < len(words.tags) and words.tags[at] == "NOUN" and words.lowers[at] != words.lemmas[at]
    )


def _own_phrase(reading: Reading, context: Context) -> int:
    """The phrase that the number stands in or runs into: "3,500 soldiers", "a $3 million fine"."""
    index = context.term_at(reading.first)
    if index >= 0 and _expect(index, reading, context):
        return -1
    if index >= 0 and context.terms[index].at >= reading.last and _is_thing(index, context):
        return _coordinated(index, context)
    at = reading.outer_last
    if reading.figure.kind is Kind.FACTOR and context.words.lowers[at : at + 2] in _AS_MANY:
        return context.term_at(at + 2)  # "three times as many drones"
    limit = 2 if reading.figure.kind in _OWN_NOUN else 1
    for step in range(at, min(at + limit, len(context.words.tags))):
        index = context.term_at(step)
        behind = index >= 0 and context.terms[index].first >= reading.outer_last
        if behind and (_has_verb(index, reading, context) or _is_another(index, reading, context)):
            break
        if index >= 0 and context.terms[index].at >= at and _is_thing(index, context):
            return index
        if (
            context.words.tags[step] not in ("ADV", "ADJ", "PUNCT")
            or context.words.lowers[step] in _STOPS
        ):
            break
    return -1


def _expect(index: int, reading: Reading, context: Context) -> bool:
    """Whether those behind a definite sum have a verb of their own: "the $2bn analysts expect"."""
    definite = context.words.lowers[context.terms[index].first] == "the"
    several = context.is_plural(index) and noun_relation(context.terms[index].head, "person")
    return definite and several in ("same", "narrower") and _has_verb(index, reading, context)


def _has_verb(index: int, reading: Reading, context: Context) -> bool:
    """Whether a phrase behind a sum is the subject of a relative clause ("$2m analysts expect")."""
    term, tags = context.terms[index], context.words.tags
    if reading.figure.kind not in (Kind.MONEY, Kind.MEASURE):
        return False
    return tags[term.last : term.last + 1] in (("VERB",), ("AUX",))


def _is_another(index: int, reading: Reading, context: Context) -> bool:
    """Whether a phrase with its own article follows a bare number: "fewer than 200 a library"."""
    term, figure = context.terms[index], reading.figure
    named = figure.kind is Kind.SHARE and not term.head and figure.text[0].isdigit()
    bare = figure.kind in _BEFORE_NO_ARTICLE or named  # "28% the Greens", "half the Greens"
    return bare and context.words.tags[term.first] in ("DET", "PRON")  # "the £3m its owner paid"


def _coordinated(index: int, context: Context) -> int:
    """ "63,000 Russian and North Korean soldiers": the noun stands behind the last of the names."""
    term, rest = context.terms[index], context.terms[index + 1 :]
    if term.head or not rest or not rest[0].head:
        return index
    joined = rest[0].first - term.last == 1 and context.words.lowers[term.last] in ("and", "or")
    named = any(n.type and rest[0].first <= n.first and n.last <= rest[0].at for n in context.names)
    # "12 Danes and …"
    return index + 1 if joined and named and not context.is_plural(index) else index


def _is_thing(index: int, context: Context) -> bool:
    """Whether a phrase can be counted: it has a noun, a name, or an article ("the wounded")."""
    term = context.terms[index]
    if term.head in _COMPARED and term.at >= term.first:
        return False  # "90,000 fewer than a month before"
    if context.words.tags[term.at] in ("NOUN", "PROPN") or not term.head:
        return True
    return context.words.tags[term.first] == "DET"


def _by_link(reading: Reading, context: Context) -> int:
    """A quantity named before its value: "a staff of 2,573", "turnout rose to 71%"."""
    at, lowers = reading.outer_first - 1, context.words.lowers
    clause = context.clauses[context.clause_at(reading.first)]
    if at < 0:
        return -1
    while at > 0 and context.words.tags[at] in ("DET", "ADV", "ADJ") and lowers[at] not in ("of",):
        at -= 1
    at -= lowers[at] in _WAYS and context.words.tags[at - 1] == "NOUN"  # "bookings down 30%"
    if lowers[at] == "of":
        if reading.figure.kind is Kind.COUNT and _is_definite(at, reading, context):
            return -1
        index = _before_where(context.term_at(at - 1), context)
        if index >= 0 and is_bare_statistic(context.terms[index]):
            giving = clause.verb >= 0 and context.words.lemmas[clause.verb] in cues().measure_giving
            # "climbed to an average of €1,640"
            return -1 if giving else _subject(reading, clause, context)
        if index < 0 or _is_value(context.terms[index]):
            return -1  # "for a total of 12" counts what was counted before
        if reading.figure.kind is Kind.FACTOR and context.terms[index].head == "factor":
            return _subject(reading, clause, context)  # "costs fell by a factor of ten"
        parent = reading.figure.kind is Kind.COUNT and context.terms[index].head in _PARENTS
        return -1 if parent else index  # "a father of three"
    return _by_word(at, reading, clause, context)


def _before_where(index: int, context: Context) -> int:
    """The noun before a name that says where: "a score on Metacritic of 57"."""
    if index <= 0 or context.terms[index].head:
        return index
    before, named = context.terms[index - 1], context.terms[index]
    near = before.last == named.first - 1 and before.head
    return index - 1 if near and context.words.tags[before.last] == "ADP" else index


def _is_receiver(at: int, reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether a noun before a sum is of who receives it: "paid the smugglers about $3,000"."""
    if reading.figure.kind not in (Kind.MONEY, Kind.RATE) or clause.verb < 0:
        return False
    return at > clause.verb and context.words.lemmas[clause.verb] in cues().measure_giving


def is_bare_statistic(term: Term) -> bool:
    """Whether a noun says how a value was found, and not of what: "an average of 300"."""
    return term.head in _STATISTICS and not term.modifiers


def _is_definite(at: int, reading: Reading, context: Context) -> bool:
    """Whether "of" at a token leads to some who are known: "hold of the remaining 13"."""
    lowers = context.words.lowers
    known = not _KNOWN.isdisjoint(lowers[at + 1 : reading.outer_first])
    index = context.term_at(at - 1)
    if known or index < 0 or not any(r.last < at for r in context.words.readings):
        return known
    term = context.terms[index]  # "the deaths of 12 miners and the injury of nine more"
    return lowers[term.first] == "the" and bool(noun_classes(term.head))


def _by_word(at: int, reading: Reading, clause: Clause, context: Context) -> int:
    """The quantity that the noun, the verb or the preposition at a token hands on to a figure."""
    lower, kind = context.words.lowers[at], reading.figure.kind
    if context.words.tags[at] == "NOUN":
        return _by_noun(at, reading, clause, context)
    if is_reporting(context.words.lemmas[at]) and _is_others(reading, context):
        return -1
    if lower in cues().measure_links or context.words.tags[at] in ("AUX", "VERB"):
        put = put_at(at, clause, context) if lower == "at" else -1
        put = _through(put, context) if put >= 0 else -1
        return put if put >= 0 else _subject(reading, clause, context, lower)
    if lower == "worth" and context.term_at(at - 1) >= 0:
        return context.term_at(at - 1)
    # "raises the age from 62 to 64"; "up from 31" is of what was counted before
    changes = kind is Kind.COUNT and lower == "from" and context.words.lowers[at - 1] not in _WAYS
    changes = changes and clause.verb >= 0
    sized = lower == "worth" or (
        kind in (Kind.CHANGE, Kind.FACTOR) and lower not in ("as", "with", "in")
    )
    return _subject(reading, clause, context) if changes or sized else -1


def _is_others(reading: Reading, context: Context) -> bool:
    """Whether what a source's verb gives is a count of others, and not of the source itself.

    "Half a million lined the route; the police thought 180,000 did", "the agency reported 1,500
    injured and 50,000 without shelter".
    """
    if reading.figure.kind is not Kind.COUNT:
        return False
    behind = context.words.tags[reading.outer_last : reading.outer_last + 1]
    before = (r for r in context.words.readings if r.last <= reading.first)
    return behind in (("ADJ",), ("VERB",)) or any(r.figure.kind is Kind.COUNT for r in before)


def _by_noun(at: int, reading: Reading, clause: Clause, context: Context) -> int:
    """The same of a noun that stands right before the figure: "a rating below 57%"."""
    if reading.figure.kind is Kind.FACTOR:
        return _subject(reading, clause, context)  # "visitors to the zoo doubled"
    if reading.figure.kind is Kind.DURATION or _is_receiver(at, reading, clause, context):
        return -1  # "living in tents 18 months on"
    return context.term_at(at)


def topical(reading: Reading, context: Context) -> int:
    """The matter that a bare number is said to be about: "regarding losses, he cited 4,000"."""
    if reading.figure.kind is not Kind.COUNT:
        return -1
    about = cues().prepositions_topical
    found = [
        i
        for i, t in enumerate(context.terms)
        if t.last <= reading.first and t.role in about and t.head
    ]
    return found[-1] if found else -1


def _subject(reading: Reading, clause: Clause, context: Context, lead: str = "") -> int:
    """The object between the verb and the figure where there is one, else the subject."""
    verb = clause.verb
    if reading.figure.kind is Kind.DURATION and not _lasts(clause, context):
        return -1  # "sentenced him to nine years"
    between = [
        i
        for i, t in enumerate(context.terms)
        if verb < t.first and t.last <= reading.outer_first and t.role == "patient"
    ]
    given = context.words.lemmas[verb] in cues().measure_giving and lead not in _CHANGING
    if between and not given:
        priced = reading.figure.kind in (Kind.MONEY, Kind.COUNT)
        if lead == "at" and not priced and not values(verb, context):
            return -1  # "struck a rock at 12 knots"
        near = nearest_object(between, reading.outer_first, context)
        return _through(between[0] if _is_value(context.terms[near]) else near, context)
    counting = reading.figure.kind is Kind.COUNT
    if counting and clause.verb >= 0 and context.words.lemmas[clause.verb] == "have":
        return -1  # "and the south has 25": of what, the clause before has said
    light = clause.event < 0 or context.events[clause.event].light
    changing = reading.figure.kind in (Kind.CHANGE, Kind.FACTOR) or reading.figure.direction
    if not light and not changing:
        return -1
    if verb < 0:
        verb = reading.first  # the figure is the verb itself: "cases have doubled"
    start = subject_from(clause, context.clause_at(reading.first), context)
    after = (
        reading.outer_last
    )  # what follows at once has a clause of its own: "$2m analysts expect"
    subjects = [
        i
        for i, t in enumerate(context.terms)
        if start <= t.first < verb and t.role in _SUBJECTS and t.first != after
    ]
    # "on Saturday, the third day, sales grew by …": what stands between commas is an aside
    subjects = [i for i in subjects if not _between_commas(context.terms[i], context)] or subjects
    return _through(subjects[0], context) if subjects else -1


def _lasts(clause: Clause, context: Context) -> bool:
    return clause.verb < 0 or context.words.lemmas[clause.verb] in cues().measure_lasting


def _between_commas(term: Term, context: Context) -> bool:
    lowers = context.words.lowers
    return term.first > 0 and lowers[term.first - 1] == "," == lowers[term.last]


def _through(index: int, context: Context, reading: Reading | None = None) -> int:
    """Look through "the number of X" and "the total of X" to X."""
    index = _coordinated(index, context)
    term = context.terms[index]
    following = context.terms[index + 1] if index + 1 < len(context.terms) else None
    of_what = following is not None and following.role == "of"
    counted = reading is not None and term.first <= reading.first < term.at  # "nine counts"
    if _is_value(term) and not of_what and not counted:
        return -1  # "the total" counts what was counted before
    if not of_what or not is_transparent(term.head):
        return index
    what = _coordinated(index + 1, context)
    named = _is_value(term)  # "the number of Danes"
    return what if context.terms[what].head or named else index


def _is_value(term: Term) -> bool:
    """Whether a noun is of a number as such, and says nothing of what it counts ("a total")."""
    values = cues().increment_total_nouns | cues().attribution_nouns
    return term.head in values and not term.modifiers
