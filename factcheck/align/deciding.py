"""Which events a figure takes part in: its predicate's, and what its noun names."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.memo import remembered
from factcheck.align.noun_events import is_somebody, lasts, named_by_subject, of_object, of_subject
from factcheck.align.quantity import is_aside
from factcheck.frames.cues import cues
from factcheck.frames.model import Clause, Event, FigureFrame, Name, SentenceFrame, Term
from factcheck.lexicon.nouns import is_transparent
from factcheck.model import Kind

# "Of" and an article may stand between a noun and what it hands the counting on to.
_OF_GAP = 2
_WITH_REACH = 3  # tokens behind a number up to "with": "12 with", "12 other guests with"
_RELATIVES = frozenset({"that", "which", "who"})
_BEGINNINGS = frozenset({"begin", "start", "commence"})
_STATES = frozenset({"be", "remain", "stay"})  # "eight of those trapped there were still below"
_VERBAL = frozenset({"VERB", "AUX"})
_BEFORE_VERB = frozenset({"AUX", "ADV", "PART"})


@remembered
def decisive_events(sentence: SentenceFrame, frame: FigureFrame | None) -> list[Event]:
    """The events that a figure takes part in: its predicate's, and what its noun names.

    Other nouns of the sentence name circumstances ("on Saturday's march"), not its event.
    """
    if frame is None:
        return [e for e in sentence.events if not e.light]
    if frame.stated >= 0:
        return [sentence.events[frame.stated]]
    if frame.base:
        return _restrictions(sentence, frame)
    return (
        _reached_at(sentence, frame)
        or _of_apposition(sentence, frame)
        or _left_with(sentence, frame)
        or _of_predicate(sentence, frame)
    )


def _of_predicate(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """The events of a figure's predicate, and those of its noun."""
    chosen: list[Event] = []
    handed_on = _handed_on(sentence, frame)
    aside = handed_on or is_aside(sentence, frame)
    for clause in () if aside else _predicates(sentence, frame):
        governing = (e for e in sentence.events if e.first <= clause.verb < e.last)
        chosen += (e for e in governing if _is_predicate(e, sentence, frame))
    chosen = chosen or _listed_state(sentence, frame) or of_subject(sentence, frame)
    chosen = of_object(sentence, frame) or chosen
    counted = _heads_of_counted(sentence, frame)
    for e in sentence.events:
        before = handed_on and e.last <= frame.first
        if e.light or before or e in chosen or frame.first <= e.first < frame.last:
            continue  # "a 26-year-old": the figure's own words are no event
        if _tells(e, counted, sentence, frame):
            chosen.append(e)
    chosen = _of_some(chosen, sentence, frame)
    return [*_shared_by_kind(sentence, frame), *chosen] or _lent(sentence, frame)


def _left_with(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """What somebody is left with: "killed five and left 12 with burns" does not kill the 12."""
    clause = sentence.clauses[frame.clause]
    if frame.figure.kind is not Kind.COUNT or clause.verb < 0:
        return []
    if sentence.lemmas[clause.verb] != "leave":
        return []
    behind = sentence.lemmas[frame.last : clause.last]
    if "with" not in behind[:_WITH_REACH]:
        return []
    at = frame.last + behind.index("with")
    suffered = [e for e in sentence.events if at < e.first < clause.last and e.classes]
    return suffered or [e for e in sentence.events if e.first <= clause.verb < e.last]


def _of_apposition(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """The change that an apposition names: "welcomed 4.1 million visitors, a rise of 12%"."""
    if frame.figure.kind is not Kind.CHANGE or frame.counted < 0:
        return []
    term = sentence.terms[frame.counted]
    if not term.first or sentence.lemmas[term.first - 1] not in (",", "-", "–", "—"):
        return []
    named = (e for e in sentence.events if e.form == "noun" and e.first <= term.at < e.last)
    return [e for e in named if not words.MOVES.isdisjoint(e.classes)]


def _is_predicate(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a clause's event is what a figure's predicate tells, and not a number's own words."""
    if frame.first <= e.first < frame.last or _is_state_of_another(e, sentence, frame):
        return False
    return not (_ends_before_state(e, sentence, frame) or _is_light(e, sentence, frame))


def _reached_at(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """What somebody was at an age, where the predicate tells of more: "Dead at 88, she left 31"."""
    at = frame.first - 1
    if frame.figure.kind is not Kind.AGE or sentence.lemmas[at : at + 1] != ("at",):
        return []
    return [e for e in sentence.events if e.last == at and e.form in ("adjective", "verb")]


def _of_some(chosen: list[Event], sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """What "two of the wounded" did: that they were wounded is told of more than the two."""
    if frame.group < 0 or frame.group != frame.counted:
        return chosen
    group = sentence.terms[frame.group]
    return [e for e in chosen if not group.first <= e.first < group.last] or chosen


def _is_state_of_another(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a list gives an event to another number: "900 injured and 20,000 without shelter"."""
    other = _ending_at(sentence).get(e.first)
    if other is None or other is frame:
        return False
    if other.first < frame.first:
        between = sentence.lemmas[e.last : frame.first]
        told = len(between) <= _OF_GAP and any(o.first == frame.last for o in sentence.events)
    else:  # "four infants dead, over 52,000 reported ill"
        between = sentence.lemmas[frame.last : other.first]
        told = any(
            frame.last < o.last <= other.first and o.form in ("adjective", "phrase")
            for o in sentence.events
        )
    return told and ("and" in between or "," in between)


@remembered
def _ending_at(sentence: SentenceFrame) -> dict[int, FigureFrame]:
    """The figures of a sentence by the token behind each."""
    return {f.last: f for f in sentence.figures}


def _ends_before_state(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a verb's phrase ends with another number's state: "left 23 dead and 9 missing"."""
    if e.last > frame.first or not _around_another(e, sentence, frame):
        return False
    return any(o.first == frame.last and o.form == "adjective" for o in sentence.events)


def _listed_state(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """The state that a list gives to a number before its verb: "four dead, 52,000 reported ill"."""
    after = next((f for f in sentence.figures if f.first > frame.first), None)
    if after is None or sentence.clauses[frame.clause].verb != after.last:
        return []
    return [
        e
        for e in sentence.events
        if e.form in ("adjective", "phrase") and frame.last <= e.first and e.last <= after.first
    ][-1:]


def _shared_by_kind(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """What happened to all, and so to those "of which 12,000 were e-books"."""
    behind = sentence.lemmas[max(0, frame.first - 2) : frame.first]
    if behind not in (("of", "which"), ("of", "whom")) or frame.counted < 0:
        return []
    kind = sentence.terms[frame.counted]
    lender = next((f for f in reversed(sentence.figures) if f.last < frame.first), None)
    if lender is None or kind.role != "complement" or kind.first < frame.last:
        return []
    return decisive_events(sentence, lender)


def _tells(e: Event, counted: Sequence[int], sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether an event beside the predicate is the figure's: its noun's, or a state told of it."""
    if e.form == "noun" and _is_rated(frame) and "rate_review" not in e.classes:
        return False  # "the film averaged 7/10" tells nothing of its making
    if any(e.first <= at < e.last for at in counted) and e.form in ("noun", "phrase"):
        around = e.form == "phrase" and (
            _around_another(e, sentence, frame) or _of_base(e, sentence, frame)
        )
        if not around and not is_somebody(e, sentence):
            return True
    if e.form == "noun":
        return _of_links(e, sentence, frame)
    verb = sentence.clauses[frame.clause].verb
    if is_aside(sentence, frame) or e.clause != frame.clause or e.last <= verb:
        return False
    if e.first <= verb or _is_state_of_another(e, sentence, frame):
        return False  # the predicate itself, where it is another figure's
    # "at a cost of $40": the cost is of that alone
    of_other = any(f is not frame and f.first == e.last for f in sentence.figures)
    return not (e.form == "phrase" and e.first > verb and of_other) and not _describes(e, sentence)


def _is_rated(frame: FigureFrame) -> bool:
    """Whether a figure is a mark with its scale, which tells its event by itself."""
    unit = frame.figure.unit
    return unit is not None and unit.dimension == "rating"


def _around_another(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a phrase holds another figure: what "opened 15 shops" tells is not of the eight."""
    return any(f is not frame and e.first <= f.first < e.last for f in sentence.figures)


def _of_base(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a participle restricts the base: "of the 40 wells drilled, 12 were dry"."""
    return any(
        f.base and f is not frame and f.counted == frame.counted and e in _restrictions(sentence, f)
        for f in sentence.figures
    )


def _lent(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """The events of the figure that lends its noun, where a figure's clause tells none itself."""
    verb = sentence.clauses[frame.clause].verb
    own = frame.counted < 0 or sentence.terms[frame.counted].clause == frame.clause
    if own or (verb >= 0 and sentence.lemmas[verb] in ("be", "have")):
        return []
    lender = next(
        (f for f in sentence.figures if f.counted == frame.counted and f.last < frame.first), None
    )
    return decisive_events(sentence, lender) if lender is not None else []


def _heads_of_counted(sentence: SentenceFrame, frame: FigureFrame) -> list[int]:
    """The counted noun, and the one before it that hands on ("the confirmed cases of measles")."""
    if frame.counted < 0:
        return []
    term = sentence.terms[frame.counted]
    before = sentence.terms[frame.counted - 1] if frame.counted else None
    hands_on = before is not None and term.role == "of" and is_transparent(before.head)
    if before is None or not hands_on or not 0 < term.first - before.last <= _OF_GAP:
        return [term.at]
    return [term.at, before.at]


def _handed_on(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a noun leaves open what is counted ("raised the prospect of a second strike").

    What the sentence's verb tells happens to the prospect, not to the strike; who decides on
    plans decides on what they are for.
    """
    term = sentence.terms[frame.counted] if frame.counted >= 0 else None
    if term is None or term.role not in ("of", "for") or not term.first > 1:
        return False
    noun, verb = sentence.lemmas[term.first - 2], sentence.clauses[frame.clause].verb
    if noun in cues().modality_plan_nouns:
        return verb < 0 or sentence.lemmas[verb] not in cues().modality_deciding_verbs
    return noun in cues().modality_possible_nouns


def _restrictions(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """The participles behind a base ("of 1,150 homes inspected"): what its members underwent."""
    found = []
    for e in sentence.events:
        if e.first < frame.last or e.light or e.form == "noun":
            continue
        between = range(frame.last, e.first)
        if any(sentence.lemmas[i] == "," or sentence.tags[i] == "AUX" for i in between):
            break  # the predicate has begun: it is of the share, not of all
        if _is_of_part(e, sentence, frame):
            break
        if sentence.tags[e.first - 1] != "PART" and e.last - frame.last <= 6:
            found.append(e)
    return found[:1] or _named_by(sentence, frame)


def _is_of_part(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a verb tells what a part does: "73 of the 91 patients recovered"."""
    part = next((f for f in reversed(sentence.figures) if f.last < frame.first), None)
    if part is None or part.figure.event is None or frame.first - part.last > _OF_GAP + 1:
        return False
    start = sentence.spans[e.first].start - sentence.span.start
    end = sentence.spans[e.first].end - sentence.span.start
    return sentence.text[start:end] in part.figure.event.split()


def _named_by(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """What the noun of a base names: of "3,600 casualties", all suffered, whatever ten did."""
    if frame.counted < 0:
        return []
    at = sentence.terms[frame.counted].at
    return [
        e
        for e in sentence.events
        if e.form == "noun"
        and e.classes
        and e.first <= at < e.last
        and not is_somebody(e, sentence)
    ]


def _predicates(sentence: SentenceFrame, frame: FigureFrame) -> list[Clause]:
    """The figure's clause, and those that go on about its subject ("… and walked out")."""
    clauses = sentence.clauses
    found = [_own_clause(sentence, frame)]
    if found[0].verb < 0:
        return found  # "…, with a deployment of 3,500 soldiers and …": nothing goes on
    phrases: tuple[Term | Name, ...] = (*sentence.terms, *sentence.names)
    busy = {f.clause for f in sentence.figures}
    for number in range(frame.clause + 1, len(clauses)):
        clause = clauses[number]
        reduced = _reduced(clause, frame, sentence)
        if reduced and number in busy and _is_gerund(clause, sentence):
            break  # "a town of 3,450 people covering an area of 24 km²"
        joined = reduced or sentence.lemmas[clause.first] in ("and", "then", "but")
        bare = not any(clause.first <= t.first < clause.verb for t in phrases)
        if (number in busy and not reduced) or not joined or not bare:
            break
        found.append(clause)
    return found


def _own_clause(sentence: SentenceFrame, frame: FigureFrame) -> Clause:
    """A figure's clause; "400 killed and 4,000 casualties" tells not that the 4,000 were killed."""
    own = sentence.clauses[frame.clause]
    behind = sentence.clauses[frame.clause + 1 : frame.clause + 2]
    if behind and frame.counted >= 0 and _parts_from_verb(own, behind[0], sentence, frame):
        return behind[0]
    before = next((f for f in reversed(sentence.figures) if f.last <= own.first), None)
    if before is None or before.clause == frame.clause or not _reduced(own, before, sentence):
        return own
    added = sentence.lemmas[own.verb + 1 : frame.first] in (("and",), (",",), (",", "and"))
    return sentence.clauses[before.clause] if added else own


def _parts_from_verb(
    own: Clause, behind: Clause, sentence: SentenceFrame, frame: FigureFrame
) -> bool:
    """Whether a participle parts a figure from its verb: "half of those tested here were ill"."""
    term = sentence.terms[frame.counted]
    relative = sentence.lemmas[term.last] in _RELATIVES if term.last < own.verb else False
    bare = own.verb == term.last + relative and sentence.tags[own.verb] == "VERB"
    raised = sentence.lemmas[behind.verb + 1 : behind.verb + 3]  # "turned out to have", "proved to"
    told = sentence.events[behind.event] if behind.event >= 0 else None
    silent = told is None or (told.light and told.lemma not in _STATES)
    if not bare or silent or frame.first > own.verb or "to" in raised:
        return False
    leading = sentence.tags[behind.first : behind.verb]
    return _BEFORE_VERB.issuperset(leading) and sentence.tags[behind.verb] in _VERBAL


def _is_gerund(clause: Clause, sentence: SentenceFrame) -> bool:
    span, start = sentence.spans[clause.verb], sentence.span.start
    return sentence.text[span.start - start : span.end - start].endswith("ing")


def _reduced(clause: Clause, frame: FigureFrame, sentence: SentenceFrame) -> bool:
    """Whether a clause is a bare participle behind the counted noun ("saw 540 homes completed")."""
    term = sentence.terms[frame.counted] if frame.counted >= 0 else None
    end = max(frame.last, term.last if term else 0)
    return clause.first == clause.verb == end


def _is_light(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a verb says nothing by itself here: "had", and "leaving 11 wagons on their side".

    How long something lasted is a matter of what it was.
    """
    if lasts(e, frame):
        return bool(named_by_subject(sentence, frame))
    if frame.figure.kind is Kind.DATE and e.lemma in _BEGINNINGS:
        return False  # when a thing begins is what is asserted of it
    return e.light or (e.lemma == "leave" and e.form == "verb" and e.last == frame.first)


def _of_links(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether "of" ties a noun to the figure: "a spill of 9,000 barrels"."""
    if e.lemma in cues().attribution_nouns:
        return False  # "estimates of 4,000": whose number it is, and no event
    return e.last < frame.first and all(
        sentence.lemmas[i] in ("of", "about", "some") for i in range(e.last, frame.first)
    )


def _describes(e: Event, sentence: SentenceFrame) -> bool:
    """Whether an event only describes a noun ("the wounded soldiers")."""
    return any(t.first <= e.first < t.at for t in sentence.terms)


def text_of(sentence: SentenceFrame, e: Event) -> str:
    """An event in the sentence's own words, or as its keeper stated it.

    Args:
        sentence: the sentence.
        e: one of its events.
    """
    if e.first == e.last:
        return e.lemma
    start = sentence.span.start
    return sentence.text[
        sentence.spans[e.first].start - start : sentence.spans[e.last - 1].end - start
    ]
