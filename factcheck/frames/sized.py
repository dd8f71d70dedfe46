"""Whose size a clause tells: the object that a verb brings to a figure, or its subject.

"Pushed demand to 92 gigawatts" and "demand reached 92 gigawatts" measure demand. "Struck a rock at
12 knots", "borrowed £2m at 4%" and "fell 40 feet" tell how somebody does something: they are the
size of nobody, and nothing is named. `docs/figures.md` has the table that this follows.
"""

from __future__ import annotations

from typing import Final

from factcheck.frames.bare_counts import is_alive
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.measured import is_bare_statistic
from factcheck.frames.model import Clause, FigureFrame, Term
from factcheck.frames.subjects import is_idiom, nearest_object, subject_of
from factcheck.lexicon.nouns import noun_relation
from factcheck.model import Kind

_HEDGING: Final = frozenset({"ADV", "ADJ", "DET", "SYM"})
_SUMS: Final = frozenset({Kind.MONEY, Kind.SHARE, Kind.RATE})
# Verbs whose sum is never the price or the size of their subject, and who pays without being one.
_TAKING: Final = frozenset({"get", "receive", "want", "demand", "seek", "owe", "spend", "need"})
_FORESEEING: Final = frozenset({"expect", "forecast", "predict", "project", "foresee"})
_PAYERS: Final = frozenset({"household", "family", "employer", "home", "business", "firm"})
_PARTICLES: Final = frozenset({"out", "in", "off", "away"})
_PAID: Final = frozenset({Kind.MONEY, Kind.RATE})
_SIZED: Final = frozenset({*_SUMS, Kind.MEASURE, Kind.CHANGE, Kind.DURATION})
# Between an object and its new size, or by how much it changes.
_LEADING: Final = frozenset({
    "to", "from", "by", "below", "above", "under", "over", "past", "beyond", "towards", "toward",
})  # fmt: skip
_PRICING: Final = frozenset({"at", "for", "to", "from", "against"})
_CHANGING: Final = frozenset({"to", "from", "against"})
_SPREAD: Final = frozenset({"across", "over"})
# Behind these stands by how much, or with what: "won by 12 seconds", "with 12 acres still bare".
_MARGINS: Final = frozenset({"by", "with", "on", "of"})
_AFTERWARDS: Final = frozenset({"on", "later", "after", "earlier", "before", "ago"})
_BECOMING: Final = frozenset({"be", "become", "get", "grow"})
_COMPARATIVES: Final = frozenset({
    "shorter", "longer", "faster", "slower", "quicker", "later", "earlier", "older", "younger",
})  # fmt: skip
_DEEDS: Final = frozenset({Kind.CHANGE, Kind.DURATION, Kind.MEASURE})
_PLACING: Final = frozenset({"after", "before", "within", "every"})
_PERCENT: Final = frozenset({"%", "percent", "percentage point", "basis point"})
_AKIN: Final = frozenset({"same", "narrower", "related"})


def before_figure(frame: FigureFrame, context: Context) -> int:
    """The token that leads to a figure: the verb or preposition before its hedges and articles.

    Args:
        frame: the figure's frame.
        context: the sentence.
    """
    at, verb = frame.first - 1, context.clauses[frame.clause].verb
    while at > verb and context.words.tags[at] in _HEDGING and context.words.lowers[at] != "worth":
        at -= 1
    return at


def sized(frame: FigureFrame, context: Context) -> int:
    """The term whose size a figure's clause tells, or -1 where it is what somebody does.

    Args:
        frame: the figure's frame.
        context: the sentence.
    """
    clause = context.clauses[frame.clause]
    at = before_figure(frame, context)
    lead = context.words.lowers[at]
    hedged = context.words.lowers[frame.first] in _LEADING and context.words.tags[at] != "ADP"
    if hedged and frame.figure.kind is not Kind.DURATION:
        lead = context.words.lowers[frame.first]  # "pushed the fare above €9"
    if lead == "worth":
        return _before_worth(at, context)
    kinds = (*_SIZED, Kind.AGE)
    if clause.verb < 0 or frame.figure.kind not in kinds or _is_held_apart(frame, context):
        return -1
    if clause.verb >= frame.last and context.words.tags[at] != "ADP":
        return -1  # the figure is itself the subject
    particle = at == clause.verb + 1 and lead in _PARTICLES  # "turned out 8 million litres"
    if particle or lead == "with" or _is_held_apart(frame, context):
        return -1  # "with $5,000 coming from him"
    brought = _object(clause, frame, context)
    giving = context.words.lemmas[clause.verb] in cues().measure_giving and lead != "at"
    if brought >= 0 and not giving:
        return brought if _is_brought(brought, lead, frame, clause, context) else -1
    if _has_figure_for_object(frame, clause, context) or not _is_told(frame, context):
        return -1
    if at == clause.verb and _closes_event(clause, context):
        return -1
    subject = _aged(clause, frame, context)
    if subject < 0:
        subject = subject_of(frame.clause, context)
    return -1 if subject >= 0 and _does(subject, frame, context) else subject


def _is_held_apart(frame: FigureFrame, context: Context) -> bool:
    """Whether a difference is set apart from another figure: "8 million, 12% fewer than in May"."""
    lowers = context.words.lowers
    apart = frame.figure.kind is Kind.CHANGE and lowers[frame.first - 1] == ","
    return apart and not {"fewer", "more", "less"}.isdisjoint(
        lowers[frame.last - 1 : frame.last + 1]
    )


def _closes_event(clause: Clause, context: Context) -> bool:
    """Whether a sum is what the whole event before brings: "sold its stake, netting €212m"."""
    lowers, verb = context.words.lowers, clause.verb
    given = context.words.lemmas[verb] in cues().measure_giving
    given = given and any(group.verb < verb for group in context.groups)
    return given and lowers[verb].endswith("ing") and lowers[verb - 1] == ","


def _aged(clause: Clause, frame: FigureFrame, context: Context) -> int:
    """Those "whose average age is 79", or -1."""
    if frame.figure.kind is not Kind.AGE:
        return -1
    before = range(clause.first, clause.verb)
    whose = next((i for i in before if context.words.lowers[i] == "whose"), -1)
    return context.term_ending(whose) if whose >= 0 else -1


def _before_worth(at: int, context: Context) -> int:
    """What "worth" at a token tells the price of: the phrase before it, past an aside."""
    lowers, tags = context.words.lowers, context.words.tags
    if lowers[at - 1] == ")":
        at = next((i for i in range(at - 1, 0, -1) if lowers[i] == "("), at)
    while at > 1 and (tags[at - 1] in ("ADV", "AUX") or lowers[at - 1] == ","):
        at -= 1
    found = context.term_ending(at)
    if found >= 0 or tags[at - 1] != "PART":
        return found
    return subject_of(context.clause_at(at), context)  # "is thought to be worth $90m"


def _object(clause: Clause, frame: FigureFrame, context: Context) -> int:
    """The object that stands between a verb and a figure, or -1."""
    if is_idiom(clause.verb, context):
        return -1
    found = [
        index
        for index, term in enumerate(context.terms)
        if clause.verb < term.first and term.last <= frame.first and term.role == "patient"
        if context.words.tags[term.at] != "ADJ" and not is_bare_statistic(term)
    ]
    return nearest_object(found, frame.first, context) if found else -1


def _is_living(term: Term) -> bool:
    """Whether a term is of people, animals, or a name, and of no quantity ("fares", "losses")."""
    return is_alive(term) and term.head not in cues().measure_quantities


def _is_brought(
    index: int, lead: str, frame: FigureFrame, clause: Clause, context: Context
) -> bool:
    """Whether a verb says of its object that it is or becomes so much."""
    verb, kind = context.words.lemmas[clause.verb], frame.figure.kind
    if kind is Kind.AGE:
        return False
    living = is_actor(context.terms[index])
    if lead == "at":
        return verb in cues().measure_valuing or (kind is Kind.MONEY and not living)
    if lead == "for":
        return kind is Kind.MONEY and (not living or verb in cues().measure_trading)
    if lead in _SPREAD and kind is Kind.MEASURE:
        return True
    if lead in _LEADING:
        return not living and verb not in cues().measure_contests
    return kind is Kind.CHANGE and not living


def _has_figure_for_object(frame: FigureFrame, clause: Clause, context: Context) -> bool:
    """Whether the verb has a sum or number for its object: "borrowed £2m at 4%"."""
    verb = context.words.lemmas[clause.verb]
    if verb in cues().measure_verbs and verb not in cues().measure_trading:
        return False
    tags, after = context.words.tags, clause.verb + 1
    while after < frame.first and tags[after] in (*_HEDGING, "PRON"):
        after += 1
    return any(
        r.outer_first <= after < r.outer_last < frame.first and r.figure.kind is not Kind.CHANGE
        for r in context.words.readings
    )


def is_actor(term: Term) -> bool:
    """Whether a term is of somebody who does things: people, an animal, a body, a name."""
    return _is_living(term) or noun_relation(term.head, "organisation") in _AKIN


def is_of_deed(frame: FigureFrame, context: Context) -> bool:
    """Whether a figure that is laid to an actor is how far or how long he does something.

    "The climber fell 400 feet" is no change of the climber, as it would be of a lake.

    Args:
        frame: the figure's frame, which counts a term.
        context: the sentence.
    """
    term, unit = context.terms[frame.counted], frame.figure.unit
    if frame.figure.kind is Kind.SHARE and term.last <= frame.first and not term.head:
        verb = context.clauses[frame.clause].verb
        return verb >= 0 and context.words.lemmas[verb] in cues().measure_sharing
    if frame.figure.kind is Kind.SHARE and _takes_sum(term, frame, context):
        return True
    if unit is not None and unit.dimension.startswith("money") and frame.figure.kind in _PAID:
        return _is_receiver(term, frame, context) or _takes_sum(term, frame, context)
    if term.last > frame.first or not _is_living(term) or frame.figure.kind not in _DEEDS:
        return False
    verb = context.clauses[frame.clause].verb
    lemma = context.words.lemmas[verb] if verb >= 0 else "be"
    if lemma == "be" or term.last > verb or lemma in cues().measure_sizing:
        return False
    if frame.figure.kind is not Kind.CHANGE or lemma not in cues().measure_verbs:
        return True  # "shoppers spent 6% more", "she ran 10.8 seconds"
    return unit is None or (unit.symbol not in _PERCENT and not unit.dimension.startswith("money"))


def _is_receiver(term: Term, frame: FigureFrame, context: Context) -> bool:
    """Whether a sum is laid to somebody whom a verb does it to: "overpaid builders by £3m"."""
    verb = context.clauses[frame.clause].verb
    if not (0 <= verb < term.first and term.last <= frame.first and term.head):
        return False
    lemma = context.words.lemmas[verb]
    priced = lemma in cues().measure_valuing or lemma in cues().measure_trading
    return not priced and _is_living(term)


def _takes_sum(term: Term, frame: FigureFrame, context: Context) -> bool:
    """Whether a sum is what a verb has for its object: "employers get £1,000 for each"."""
    verb = context.clauses[frame.clause].verb
    if not (term.last <= verb == before_figure(frame, context)):
        return False
    lemma = context.words.lemmas[verb]
    if frame.figure.kind is Kind.SHARE:
        return lemma in _FORESEEING and is_actor(term)  # "economists expect 1.9%"
    payer = is_actor(term) or term.head in _PAYERS
    return lemma in _TAKING or (lemma in ("pay", "earn") and payer)


def _does(subject: int, frame: FigureFrame, context: Context) -> bool:
    """Whether a quantity is of what a subject does, and not its size: "she fell 40 feet"."""
    kind, term = frame.figure.kind, context.terms[subject]
    verb = context.words.lemmas[context.clauses[frame.clause].verb]
    if kind is Kind.CHANGE and verb in cues().measure_giving - cues().measure_sizing:
        return True  # "pays 19% more for flour"
    if kind in (Kind.MEASURE, Kind.DURATION):
        at_rest = verb in cues().measure_sizing or verb in ("be", "stand")
        return not (at_rest and kind is Kind.MEASURE) and _is_living(term)
    if kind is Kind.AGE or verb in ("be", *cues().measure_sizing):
        return False
    if verb in cues().measure_trading and _is_bought(frame, context):
        return False
    unit = frame.figure.unit
    if term.head or (kind is Kind.CHANGE and not (unit and unit.symbol in _PERCENT)):
        return is_actor(term)
    return verb not in cues().measure_verbs  # "Tesla fell 4% to $180"


def _is_told(frame: FigureFrame, context: Context) -> bool:
    """Whether a clause tells the size of its subject.

    Verbs of extent and price have it as their complement; else a preposition leads to it
    ("was valued at", "swam in"). "Raised $9 million" and "drank four pints" size nothing else.
    """
    clause, lowers = context.clauses[frame.clause], context.words.lowers
    verb = context.words.lemmas[clause.verb]
    at = before_figure(frame, context)
    lead = lowers[at]
    if frame.figure.kind is Kind.DURATION:
        return _is_lasting(at, frame, context)
    if is_idiom(clause.verb, context):
        return True
    if verb in cues().measure_verbs:
        return frame.figure.kind is not Kind.MEASURE or not _takes(at, verb, clause)
    if frame.figure.kind is Kind.AGE:
        return at == clause.verb or lead in ("aged", "of")
    if frame.figure.kind is Kind.CHANGE:
        return True
    if "within" in (lead, lowers[frame.first]):
        return False  # "passed within 44 million miles"
    if " ".join(lowers[max(0, at - 1) : at + 1]) in cues().measure_compared:
        return True  # "stood at 38 per cent, compared with 71 per cent a year ago"
    if frame.figure.kind is Kind.RATE and verb in cues().measure_lasting:
        return True
    if at == clause.verb and verb in cues().measure_giving:
        priced = frame.figure.kind is Kind.MONEY
        return (priced and _is_of_relative(clause, context)) or _is_paying(frame, clause, context)
    return _is_led_to(at, lead, frame, context)


def _is_led_to(at: int, lead: str, frame: FigureFrame, context: Context) -> bool:
    """Whether a preposition leads from a verb to the size of its subject: "was valued at £4m"."""
    clause = context.clauses[frame.clause]
    if lead == "by" and frame.figure.kind in (Kind.MEASURE, Kind.RATE):
        return context.words.lemmas[clause.verb] not in cues().measure_contests
    valuing = context.words.lemmas[clause.verb] in cues().measure_valuing
    valued = clause.passive or (valuing and at == clause.verb + 1)
    if not (valued or lead in _CHANGING or _is_bought(frame, context)):
        return False
    if frame.figure.kind in _SUMS:
        return lead in _PRICING
    return context.words.tags[at] == "ADP" and lead not in _MARGINS


def _is_bought(frame: FigureFrame, context: Context) -> bool:
    """Whether a subject changes hands: "the striker, bought for €9m", "were sold at $5"."""
    clause, at = context.clauses[frame.clause], before_figure(frame, context)
    traded = context.words.lemmas[clause.verb] in cues().measure_trading
    return traded and (clause.passive or at == clause.verb + 1)


def _is_of_relative(clause: Clause, context: Context) -> bool:
    """Whether a verb has a relative pronoun for its subject: "a job that pays £98,000"."""
    return context.words.lowers[clause.verb - 1] in ("that", "which")


def _is_paying(frame: FigureFrame, clause: Clause, context: Context) -> bool:
    """Whether a participle tells the price of the noun before it: "25 jobs paying $9 an hour"."""
    words, verb = context.words, clause.verb
    participle = words.lowers[verb].endswith("ing") and words.tags[verb - 1] == "NOUN"
    return participle and frame.figure.kind in _PAID


def _takes(at: int, verb: str, clause: Clause) -> bool:
    """Whether a measure is the object of a verb of price: "sold 3,000 acres"."""
    return at == clause.verb and verb in cues().measure_trading


def _is_lasting(at: int, frame: FigureFrame, context: Context) -> bool:
    """Whether a duration is how long its subject lasts: "the strike went on for six weeks"."""
    words, clause = context.words, context.clauses[frame.clause]
    verb = words.lemmas[clause.verb]
    if words.lowers[frame.last : frame.last + 1] and words.lowers[frame.last] in _COMPARATIVES:
        return verb in _BECOMING  # "journeys have become seven minutes shorter"
    if words.lowers[at] in ("to", "from", "by") and verb in cues().measure_verbs:
        return True  # "the wait has lengthened to 49 weeks"
    if words.lowers[frame.first - 1] == "for" and _is_state(clause.verb, context):
        return False  # "will go dark for 18 months"
    return verb in cues().measure_lasting and not _places_in_time(frame, context)


def _is_state(verb: int, context: Context) -> bool:
    """Whether a verb of lasting is a copula here: "had been dead", "go dark", "been stuck"."""
    behind = context.words.tags[verb + 1 : verb + 2]
    return context.words.lemmas[verb] in ("be", "go", "stay", "remain") and behind == ("ADJ",)


def _places_in_time(frame: FigureFrame, context: Context) -> bool:
    """Whether a duration says when: "after three weeks", "18 months on"."""
    lowers, after = context.words.lowers, frame.last
    behind = lowers[after] if after < len(lowers) else ""
    before = lowers[frame.first - 1] if frame.first else ""
    return behind in _AFTERWARDS or before in _PLACING
