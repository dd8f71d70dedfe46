"""The slot "event": what happened, or what state holds."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.memo import remembered
from factcheck.align.met import fully_told, met_elsewhere, names_thing, said
from factcheck.align.presence import only_has, only_holds, only_there, only_worth
from factcheck.align.quantity import is_aside
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import Clause, Event, FigureFrame, Name, SentenceFrame, Term
from factcheck.lexicon.nouns import is_transparent
from factcheck.model import Detail, Kind, SlotState

# Whole = parts that make it up completely, by definition of the classes (contract, section 2).
COMPLETE_SUMS: dict[str, tuple[str, ...]] = {"casualty": ("killed", "injured")}
# "Of" and an article may stand between a noun and what it hands the counting on to.
_OF_GAP = 2
_STATE = {
    words.WIDER: SlotState.WIDER,
    words.NARROWER: SlotState.NARROWER,
}


def event(sides: Sides) -> list[Detail]:
    """Compare the figures' own events; neighbours of one class never match.

    An event that only one side names leaves the two the same thing, unless the other side
    plainly speaks of something else.
    """
    ours = decisive_events(sides.sentence, sides.frame)
    theirs = decisive_events(sides.reference, sides.their_frame)
    ours, theirs = _without_common_noun(sides, ours, theirs)
    if not ours and not theirs:
        return []
    if sides.frame is not None and sides.frame.figure.kind is Kind.SCORE:
        return _result(sides, ours, theirs)
    if not ours:
        return _silent_statement(sides, _without_motion(sides.their_frame, theirs))
    if not theirs:
        return _silent_reference(sides, _without_motion(sides.frame, ours))
    best = _relation(sides, ours, theirs)
    a_text, b_text = text_of(sides.sentence, ours[0]), text_of(sides.reference, theirs[0])
    if best in (words.SAME, "converse"):
        return [Detail("event", SlotState.MATCHED, a_text, b_text)]
    if best == "antonym" and _directed(sides):
        return [Detail("event", SlotState.TURNED, a_text, b_text)]
    if best in ("exclusive", "antonym"):
        return [Detail("event", SlotState.DIFFERING, a_text, b_text)]
    if best in _STATE:
        return [Detail("event", _kind_of(best, ours, theirs), a_text, b_text)]
    return [_unjoined(sides, ours, theirs)]


def _unjoined(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> Detail:
    """Two events that no class joins or parts: another thing, or a link that is not certain."""
    a_text, b_text = text_of(sides.sentence, ours[0]), text_of(sides.reference, theirs[0])
    met = met_elsewhere(sides, ours, theirs)
    if met == 2:
        return Detail("event", SlotState.MATCHED, a_text, b_text)
    why = f"“{a_text}” and “{b_text}” are not known to be one event"
    bare = only_holds(theirs) and any(e.classes for e in ours)
    apart = not met and (bare or (fully_told(ours) and fully_told(theirs)))
    state = SlotState.DIFFERING if apart else SlotState.ADDED
    return Detail("event", state, a_text, b_text, why)


def _without_common_noun(
    sides: Sides, ours: list[Event], theirs: list[Event]
) -> tuple[list[Event], list[Event]]:
    """Leave out a counted noun that both sides share: it is the thing, not what happens to it."""
    a = _counted_lemma(sides.sentence, sides.frame)
    if not a or a != _counted_lemma(sides.reference, sides.their_frame):
        return ours, theirs
    rest = (
        _beside(sides.sentence, sides.frame, ours),
        _beside(sides.reference, sides.their_frame, theirs),
    )
    return rest if rest[0] or rest[1] else (ours, theirs)


def _without_motion(frame: FigureFrame | None, found: list[Event]) -> list[Event]:
    """Leave out the verb that leads to a level: what "rose to 85" now stands at 85."""
    figure = frame.figure if frame is not None else None
    if figure is None or not figure.direction or figure.kind in (Kind.CHANGE, Kind.FACTOR):
        return found
    return [e for e in found if e.form != "verb"]


def _beside(
    sentence: SentenceFrame, frame: FigureFrame | None, events: Sequence[Event]
) -> list[Event]:
    """The events without the one that names the thing counted ("a deployment of 300" stays)."""
    at = sentence.terms[frame.counted].at if frame is not None and frame.counted >= 0 else -1
    return [e for e in events if e.form != "noun" or not e.first <= at < e.last]


def _counted_lemma(sentence: SentenceFrame, frame: FigureFrame | None) -> str:
    return sentence.terms[frame.counted].head if frame is not None and frame.counted >= 0 else ""


def _kind_of(relation: str, ours: Sequence[Event], theirs: Sequence[Event]) -> SlotState:
    """One way of a thing told by its wider name ("gone", "sent") is that thing.

    Only a class that is the sum of its kinds stands to them as a whole (casualties, killed).
    """
    wide = ours if relation == words.WIDER else theirs
    summed = any(name in COMPLETE_SUMS for e in wide for name in e.classes)
    return _STATE[relation] if summed else SlotState.MATCHED


def _result(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> list[Detail]:
    """A score is its own event; the verb beside it ("finished", "drew") only colours it."""
    a_text = text_of(sides.sentence, ours[0]) if ours else ""
    b_text = text_of(sides.reference, theirs[0]) if theirs else ""
    return [Detail("event", SlotState.MATCHED, a_text, b_text)]


def _relation(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> str:
    """How two sets of events stand: predicates with predicates, nouns only where one has none.

    That both sides speak of "hostages" does not make "held" the same as "released".
    """
    nominal = {
        id(e)
        for side, frame, events in (
            (sides.sentence, sides.frame, ours),
            (sides.reference, sides.their_frame, theirs),
        )
        for e in events
        if e.form == "noun" or names_thing(e, side, frame)
    }
    verbs = [e for e in ours if id(e) not in nominal], [e for e in theirs if id(e) not in nominal]
    if not (verbs[0] and verbs[1]):
        return words.strongest(words.events_related(a, b) for a in ours for b in theirs)
    best = words.strongest(words.events_related(a, b) for a in verbs[0] for b in verbs[1])
    if best != words.UNKNOWN:
        return best
    # a verb that no class names may only lead to the noun ("logged 12 arrests")
    crossed = [(a, b) for a in ours for b in theirs if (id(a) in nominal) != (id(b) in nominal)]
    return words.strongest(words.events_related(a, b) for a, b in crossed)


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
    chosen: list[Event] = []
    handed_on = _handed_on(sentence, frame)
    aside = handed_on or is_aside(sentence, frame)
    for clause in () if aside else _predicates(sentence, frame):
        for e in sentence.events:
            own = frame.first <= e.first < frame.last
            if e.first <= clause.verb < e.last and not own and not _is_light(e, sentence, frame):
                chosen.append(e)
    counted = _heads_of_counted(sentence, frame)
    for e in sentence.events:
        before = handed_on and e.last <= frame.first
        if e.light or before or e in chosen or frame.first <= e.first < frame.last:
            continue  # "a 26-year-old": the figure's own words are no event
        if _tells(e, counted, sentence, frame):
            chosen.append(e)
    return chosen or _lent(sentence, frame)


def _tells(e: Event, counted: Sequence[int], sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether an event beside the predicate is the figure's: its noun's, or a state told of it."""
    if any(e.first <= at < e.last for at in counted) and e.form in ("noun", "phrase"):
        around = e.form == "phrase" and _around_another(e, sentence, frame)
        if not around and not _is_somebody(e, sentence):
            return True
    if e.form == "noun":
        return _of_links(e, sentence, frame)
    verb = sentence.clauses[frame.clause].verb
    if is_aside(sentence, frame) or e.clause != frame.clause or e.last <= verb:
        return False
    # "at a cost of $40": the cost is of that alone
    of_other = any(f is not frame and f.first == e.last for f in sentence.figures)
    return not (e.form == "phrase" and e.first > verb and of_other) and not _describes(e, sentence)


def _around_another(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a phrase holds another figure: what "opened 15 shops" tells is not of the eight."""
    return any(f is not frame and e.first <= f.first < e.last for f in sentence.figures)


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

    What the sentence's verb tells happens to the prospect, not to the strike.
    """
    term = sentence.terms[frame.counted] if frame.counted >= 0 else None
    if term is None or term.role not in ("of", "for") or not term.first > 1:
        return False
    nouns = cues().modality_possible_nouns | cues().modality_plan_nouns
    return sentence.lemmas[term.first - 2] in nouns


def _restrictions(sentence: SentenceFrame, frame: FigureFrame) -> list[Event]:
    """The participles behind a base ("of 1,150 homes inspected"): what its members underwent."""
    found = []
    for e in sentence.events:
        if e.first < frame.last or e.light or e.form == "noun":
            continue
        between = range(frame.last, e.first)
        if any(sentence.lemmas[i] == "," or sentence.tags[i] == "AUX" for i in between):
            break  # the predicate has begun: it is of the share, not of all
        if sentence.tags[e.first - 1] != "PART" and e.last - frame.last <= 6:
            found.append(e)
    return found[:1] or _named_by(sentence, frame)


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
        and not _is_somebody(e, sentence)
    ]


def _predicates(sentence: SentenceFrame, frame: FigureFrame) -> list[Clause]:
    """The figure's clause, and those that go on about its subject ("… and walked out")."""
    clauses = sentence.clauses
    found = [clauses[frame.clause]]
    if found[0].verb < 0:
        return found  # "…, with a deployment of 3,500 soldiers and …": nothing goes on
    phrases: tuple[Term | Name, ...] = (*sentence.terms, *sentence.names)
    busy = {f.clause for f in sentence.figures}
    for number in range(frame.clause + 1, len(clauses)):
        clause = clauses[number]
        joined = sentence.lemmas[clause.first] in ("and", "then", "but") or _reduced(
            clause, frame, sentence
        )
        bare = not any(clause.first <= t.first < clause.verb for t in phrases)
        if number in busy or not joined or not bare:
            break
        found.append(clause)
    return found


def _reduced(clause: Clause, frame: FigureFrame, sentence: SentenceFrame) -> bool:
    """Whether a clause is a bare participle behind the counted noun ("saw 540 homes completed")."""
    term = sentence.terms[frame.counted] if frame.counted >= 0 else None
    end = max(frame.last, term.last if term else 0)
    return clause.first == clause.verb == end


def _is_light(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a verb says nothing by itself here: "had", and "leaving 11 wagons on their side"."""
    return e.light or (e.lemma == "leave" and e.form == "verb" and e.last == frame.first)


def _of_links(e: Event, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether "of" ties a noun to the figure: "a spill of 9,000 barrels"."""
    if e.lemma in cues().attribution_nouns:
        return False  # "estimates of 4,000": whose number it is, and no event
    return e.last < frame.first and all(
        sentence.lemmas[i] in ("of", "about", "some") for i in range(e.last, frame.first)
    )


def _is_somebody(e: Event, sentence: SentenceFrame) -> bool:
    """Whether a noun names people by what they do or suffer ("users", "hostages"), not an event.

    Casualties are both: what their number sums up happened to them.
    """
    if e.form != "noun" or COMPLETE_SUMS.keys() & set(e.classes):
        return False
    return words.nouns_related(sentence.lemmas[e.last - 1], "person") in (
        words.NARROWER,
        words.SAME,
    )


def _describes(e: Event, sentence: SentenceFrame) -> bool:
    """Whether an event only describes a noun ("the wounded soldiers")."""
    return any(t.first <= e.first < t.at for t in sentence.terms)


def text_of(sentence: SentenceFrame, e: Event) -> str:
    """An event in the sentence's own words, or as its keeper stated it."""
    if e.first == e.last:
        return e.lemma
    start = sentence.span.start
    return sentence.text[
        sentence.spans[e.first].start - start : sentence.spans[e.last - 1].end - start
    ]


def _directed(sides: Sides) -> bool:
    """Whether the figure is one of a rise or a fall, so that an opposite turns it round."""
    figure = sides.frame.figure if sides.frame else None
    return figure is None or figure.kind in (Kind.CHANGE, Kind.FACTOR) or bool(figure.direction)


def _silent_statement(sides: Sides, theirs: Sequence[Event]) -> list[Detail]:
    """The statement names no event of its own: it has, there are, it totals."""
    if not theirs:
        return []
    text = text_of(sides.reference, theirs[0])
    frame = sides.frame
    if any(said(e, sides.reference, sides.sentence) for e in theirs):
        return [Detail("event", SlotState.MATCHED, "", text)]
    if frame is not None and _implied(frame):
        return [Detail("event", SlotState.MATCHED, "", text)]
    if only_there(sides, theirs) or only_has(sides, theirs) or only_worth(sides, theirs):
        return [Detail("event", SlotState.MATCHED, "", text)]
    states_it = frame is not None and sides.sentence.clauses[frame.clause].verb >= 0
    if states_it and any(e.form == "verb" and e.classes for e in theirs):
        why = f"the reference is about “{text}”, the statement names no event"
        return [Detail("event", SlotState.ADDED, "", text, why)]
    return [Detail("event", SlotState.OMITTED, "", text)]


def _implied(frame: FigureFrame) -> bool:
    """Whether the unit alone says what is measured: tonnes weigh, degrees warm.

    Metres may be a height or a depth, and hours an age or a delay.
    """
    unit = frame.figure.unit
    return frame.figure.kind is Kind.MEASURE and unit is not None and unit.dimension not in (
        "length", "time", "rating", "count",
    )  # fmt: skip


def _silent_reference(sides: Sides, ours: Sequence[Event]) -> list[Detail]:
    if not ours:
        return []
    text = text_of(sides.sentence, ours[0])
    # what the reference tells of a part, it does not tell of the base
    base = sides.their_frame is not None and sides.their_frame.base
    of_part = base and not (sides.frame is not None and sides.frame.base)
    if not of_part and any(
        said(e, sides.sentence, sides.reference) or _met(e, sides) for e in ours
    ):
        return [Detail("event", SlotState.MATCHED, text, "")]
    if only_there(sides, ours) or only_has(sides, ours) or only_worth(sides, ours):
        return [Detail("event", SlotState.MATCHED, text, "")]
    if any(e.classes for e in ours) and not sides.on_topic:
        return [
            Detail(
                "event", SlotState.DIFFERING, text, "", f"the reference says nothing of “{text}”"
            )
        ]
    why = f"the reference names no event for “{text}”"
    return [Detail("event", SlotState.ADDED, text, "", why)]


def _met(e: Event, sides: Sides) -> bool:
    return any(
        words.events_related(e, other) == words.SAME
        for other in sides.reference.events
        if not other.light
    )
