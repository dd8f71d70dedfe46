"""What a figure counts or measures: the noun phrase that its number belongs to."""

from __future__ import annotations

from factcheck.figures.read import Reading
from factcheck.frames.bare_counts import (
    adds,
    counts_subject,
    is_held_against,
    is_of_others,
    is_part_of,
    names_nothing,
    opens_clause,
)
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.gapping import before_alike, gapped_subject
from factcheck.frames.inner import INNER
from factcheck.frames.model import Clause, Term
from factcheck.frames.own_phrase import coordinated, own_phrase
from factcheck.frames.ranked import is_superlative
from factcheck.frames.set_apart import PARENTS
from factcheck.frames.subjects import (
    done_at_pace,
    is_granted,
    is_idiom,
    is_pace,
    nearest_object,
    subject_from,
)
from factcheck.frames.sums import changed_in, in_kind, past_worth, put_at, taken_off, values
from factcheck.lexicon.events import noun_classes
from factcheck.lexicon.nouns import is_transparent
from factcheck.model import Kind

_WAYS = frozenset({"down", "up", "off"})
_BARE = frozenset({Kind.DATE, Kind.TIME, Kind.SCORE})
_SUBJECTS = frozenset({"agent", "patient", "complement", "free"})
_KNOWN = frozenset({"the", "these", "those", "its", "their"})
_PRONOUNS = (("what",), ("them",), ("whom",), ("which",), ("it",), ("us",))
_CHANGING = frozenset({"to", "from", "by"})
_MORE = frozenset({"more", "fewer", "less", "higher", "lower"})
_HELD = frozenset({"against", "than", "below", "above"})
_TO_STATISTIC = 4
_VOTING = frozenset({
    "favour", "favor", "oppose", "back", "support", "approve", "reject", "accept", "endorse",
    "pass", "prefer", "vote", "ratify",
})  # fmt: skip
_STATISTICS = frozenset({"average", "median", "mean", "maximum", "minimum"})
_EXTREMES = frozenset({"high", "low", "peak", "trough"})  # "to a record high of 54,000"


def measured(reading: Reading, context: Context) -> tuple[int, int]:
    """What a figure counts or measures, and the group that it is taken of.

    Returns:
        Indices into the sentence's terms, -1 where nothing is said.
    """
    if reading.figure.kind in _BARE or _told_by_age(reading, context):
        return -1, -1
    if has_gapped_subject(reading, context) or _is_age_at(reading, context):
        return -1, -1
    after = _after_of(reading, context)
    if after >= 0:
        return after, after
    inner = next((n for n, t in enumerate(context.terms) if _is_inner(t, reading)), -1)
    if inner >= 0:
        return inner, -1
    own = own_phrase(reading, context)
    if own < 0:
        own = max(way(reading, context) for way in (in_kind, taken_off, changed_in))
    if own >= 0:
        return _through(own, context, reading), -1
    if is_held_against(reading, context) or _adds_to(reading, context):
        return -1, -1
    return _by_link(reading, context), -1


def _adds_to(reading: Reading, context: Context) -> bool:
    """Whether a difference is set apart from the figure it is of: "…, 12% more than before"."""
    lowers, at = context.words.lowers, reading.outer_first
    if reading.figure.kind is not Kind.CHANGE or not at or lowers[at - 1] != ",":
        return False
    return not _MORE.isdisjoint(lowers[reading.last : reading.outer_last + 1])


def has_gapped_subject(reading: Reading, context: Context) -> bool:
    """Whether a figure counts what the one before it counts ("…, the Greens 12")."""
    before = before_alike(reading, context.words)
    return gapped_subject(before, reading, context.words) is not None


def _told_by_age(reading: Reading, context: Context) -> bool:
    """Whether an age stands behind "the age of", which is no thing that is measured."""
    if reading.figure.kind is not Kind.AGE:
        return False
    return context.words.lowers[max(0, reading.first - 2) : reading.first] == ("age", "of")


def _is_age_at(reading: Reading, context: Context) -> bool:
    """Whether an age only says when: "left school at 14"."""
    before = context.words.lowers[max(0, reading.outer_first - 1) : reading.outer_first]
    return reading.figure.kind is Kind.AGE and before == ("at",)


def _is_inner(term: Term, reading: Reading) -> bool:
    """Whether a term is what a number counts inside a compound ("a 190-seat cabin")."""
    return term.role == INNER and 0 <= term.first - reading.last <= 1  # a hyphen


def _after_of(reading: Reading, context: Context) -> int:
    """ "300 of the injured", "a quarter of the wells", "2,400 hectares of vineyards"."""
    at, lowers = past_worth(reading.outer_last, context), context.words.lowers
    if reading.figure.kind in (Kind.RATE, Kind.MEASURE):  # "20 kg of bamboo a day"
        first = reading.last + 1  # behind the unit, and not the "of" of "thousands of tonnes"
        inside = lowers[first : reading.outer_last]
        at = first + inside.index("of") if "of" in inside else at
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
            led = lowers[reading.outer_first - 1] in ("at", "to")  # "stood at 7% of the total"
            if context.words.lowers[context.terms[index].at] == "s":
                return -1  # "90% of under-25s"
            value = led and context.terms[index].head == "total"
            return -1 if value or _is_place(index, reading, context) else index
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


def _by_link(reading: Reading, context: Context) -> int:
    """A quantity named before its value: "a staff of 2,573", "turnout rose to 71%"."""
    at, lowers = reading.outer_first - 1, context.words.lowers
    clause = context.clauses[context.clause_at(reading.first)]
    if at < 0 or names_nothing(reading, context) or adds(reading, context):
        return -1
    while at > 0 and context.words.tags[at] in ("DET", "ADV", "ADJ") and lowers[at] not in ("of",):
        at -= 1
    at -= lowers[at] in _WAYS and context.words.tags[at - 1] == "NOUN"  # "bookings down 30%"
    if lowers[at] == "of":
        return _by_of(at, reading, clause, context)
    return _by_word(at, reading, clause, context)


def _by_of(at: int, reading: Reading, clause: Clause, context: Context) -> int:
    """The quantity whose value stands behind the "of" at a token."""
    lowers = context.words.lowers
    if reading.figure.kind is Kind.COUNT and _is_definite(at, reading, context):
        return -1
    index = _before_where(context.term_at(at - 1), context)
    if index >= 0 and is_part_of(index, reading, context):
        return -1
    if index >= 0 and is_bare_statistic(context.terms[index]):
        if not _HELD.isdisjoint(lowers[max(0, at - _TO_STATISTIC) : at]):
            return -1  # "against a legal minimum of 60 days"
        unit = reading.figure.unit
        if unit is not None and unit.dimension == "rating":
            return index  # "a score of 79%, with a weighted average of 6.8/10"
        giving = clause.verb >= 0 and context.words.lemmas[clause.verb] in cues().measure_giving
        # "climbed to an average of €1,640"
        return -1 if giving else _subject(reading, clause, context)
    priced = reading.figure.kind is not Kind.COUNT and index >= 0
    priced = priced and context.terms[index].head == "toll"  # "tolls of €4 a trip"
    if index < 0 or (_is_value(context.terms[index]) and not priced):
        return -1  # "for a total of 12" counts what was counted before
    if reading.figure.kind is Kind.RATE and is_pace(index, context):
        done = done_at_pace(index, clause, context)
        return done if done >= 0 else _subject(reading, clause, context)
    if reading.figure.kind is Kind.FACTOR and context.terms[index].head == "factor":
        return _subject(reading, clause, context)  # "costs fell by a factor of ten"
    parent = reading.figure.kind is Kind.COUNT and context.terms[index].head in PARENTS
    return -1 if parent else index  # "a father of three"


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
    return term.head in _EXTREMES or (term.head in _STATISTICS and not term.modifiers)


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
    if is_of_others(at, reading, context):
        return -1
    voted = lower == "by" and kind is Kind.SHARE and clause.verb >= 0
    if voted and context.words.lemmas[clause.verb] in _VOTING:
        return -1  # "favour the reform by 68% to 21%"
    ranked = _ranked_quantity(at, reading, context)
    if ranked >= 0:
        return ranked
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


def _ranked_quantity(at: int, reading: Reading, context: Context) -> int:
    """The quantity that a "with" or "at" gives the value of, where its rank is told, or -1.

    "Has the third-highest number of cases in the country with 12,026", "the most cases at 2,279".
    """
    if reading.figure.kind is not Kind.COUNT or context.words.lowers[at] not in ("with", "at"):
        return -1
    others = (r for r in context.words.readings if r.last <= at and r.figure.kind is Kind.COUNT)
    start = max((context.clauses[context.clause_at(at)].first, *(r.last for r in others)))
    for index, term in enumerate(context.terms):
        inside = range(term.first, min(term.at + 1, term.last))
        ranked = any(is_superlative(i, context.words) for i in inside)
        if ranked and start <= term.first and term.last <= at:
            behind = context.words.lowers[term.last : term.last + 1] == ("of",)
            return index + 1 if behind and term.head == "number" else index
    return -1


def _by_noun(at: int, reading: Reading, clause: Clause, context: Context) -> int:
    """The same of a noun that stands right before the figure: "a rating below 57%"."""
    if reading.figure.kind is Kind.FACTOR:
        return _subject(reading, clause, context)  # "visitors to the zoo doubled"
    if reading.figure.kind is Kind.DURATION or _is_receiver(at, reading, clause, context):
        return -1  # "living in tents 18 months on"
    index = context.term_at(at)
    return -1 if opens_clause(index, reading, context) else index


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
    counting = reading.figure.kind is Kind.COUNT
    if is_idiom(verb, context):
        between = []  # "changed hands for 3 per cent less"
    given = context.words.lemmas[verb] in cues().measure_giving and lead not in _CHANGING
    given = given or (counting and lead == "to" and is_granted(verb, between, context))
    if between and not given and not (counting and lead == "at"):  # "left school at 14"
        if lead == "at" and reading.figure.kind is not Kind.MONEY and not values(verb, context):
            return -1  # "struck a rock at 12 knots"
        near = nearest_object(between, reading.outer_first, context)
        return _through(between[0] if _is_value(context.terms[near]) else near, context)
    if counting and clause.verb >= 0 and context.words.lemmas[clause.verb] == "have":
        return -1  # "and the south has 25": of what, the clause before has said
    light = clause.event < 0 or context.events[clause.event].light
    changing = reading.figure.kind in (Kind.CHANGE, Kind.FACTOR) or reading.figure.direction
    if not light and not changing:
        return -1
    return _subject_before(reading, clause, context)


def _subject_before(reading: Reading, clause: Clause, context: Context) -> int:
    """The first phrase before the verb of a figure's clause that can be its subject."""
    verb = clause.verb if clause.verb >= 0 else reading.first  # "cases have doubled"
    raised = _raised(verb, context)
    if raised >= 0:
        return _through(raised, context)
    start = subject_from(clause, context.clause_at(reading.first), context)
    if 0 <= clause.verb < reading.first:
        start = max(start, _told_before(verb, context))
    after = reading.outer_last  # what follows at once has its own clause: "$2m analysts expect"
    subjects = [
        i
        for i, t in enumerate(context.terms)
        if start <= t.first < verb and t.role in _SUBJECTS and t.first != after
    ]
    owner = [i for i in range(start, verb) if context.words.lowers[i] == "whose"]
    subjects = [i for i in subjects if context.terms[i].first > owner[-1]] if owner else subjects
    # "on Saturday, the third day, sales grew by …": what stands between commas is an aside
    subjects = [i for i in subjects if not _between_commas(context.terms[i], context)] or subjects
    subject = coordinated(subjects[0], context) if subjects else -1
    if subject < 0 or not counts_subject(subject, reading, clause, context):
        return -1
    return _through(subject, context)


def _raised(verb: int, context: Context) -> int:
    """The object whose infinitive a verb of change is: "expect sales to dip 0.5%", or -1."""
    words = context.words
    if words.lowers[verb - 1] != "to" or words.lemmas[verb] not in cues().measure_verbs:
        return -1
    index = context.term_ending(verb - 1)
    start = context.terms[index].first if index >= 0 else 0
    governed = start > 0 and words.tags[start - 1] == "VERB"
    return index if governed and words.tags[context.terms[index].at] == "NOUN" else -1


def _told_before(verb: int, context: Context) -> int:
    """Behind a factor that is a verb itself: "fares doubled to $6, and the debt fell by half"."""
    words = context.words
    told = (r for r in words.readings if r.figure.kind is Kind.FACTOR and r.outer_last <= verb)
    return max((r.outer_last for r in told if words.tags[r.first] == "VERB"), default=0)


def _lasts(clause: Clause, context: Context) -> bool:
    return clause.verb < 0 or context.words.lemmas[clause.verb] in cues().measure_lasting


def _between_commas(term: Term, context: Context) -> bool:
    lowers = context.words.lowers
    return term.first > 0 and lowers[term.first - 1] == "," == lowers[term.last]


def _through(index: int, context: Context, reading: Reading | None = None) -> int:
    """Look through "the number of X" and "the total of X" to X."""
    index = coordinated(index, context)
    term = context.terms[index]
    following = context.terms[index + 1] if index + 1 < len(context.terms) else None
    of_what = following is not None and following.role == "of"
    of_what = of_what and context.words.lowers[term.last] == "of"  # not "units were out of service"
    counted = reading is not None and term.first <= reading.first < term.at  # "nine counts"
    if _is_value(term) and not of_what and not counted:
        return -1  # "the total" counts what was counted before
    if not of_what or not is_transparent(term.head):
        return index
    told = (e for e in context.events if e.form == "adjective" and e.last <= term.at)
    if term.head == "case" and any(term.first <= e.first for e in told):
        return index  # "recovered cases of flu" are recoveries, and no flu
    what = coordinated(index + 1, context)
    named = _is_value(term)  # "the number of Danes"
    return what if context.terms[what].head or named else index


def _is_value(term: Term) -> bool:
    """Whether a noun is of a number as such, and says nothing of what it counts ("a total")."""
    values = cues().increment_total_nouns | cues().attribution_nouns
    return not term.modifiers and term.head in values
