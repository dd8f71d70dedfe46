"""Tying every figure to what it counts, to its event and to the details that delimit it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.figures.read import Reading
from factcheck.frames.ages import RESTRICTED, leads_to_age
from factcheck.frames.aggregates import increment, statistic
from factcheck.frames.asserted import is_asserted
from factcheck.frames.bare_counts import heads_states, is_alive
from factcheck.frames.bearers import bearer, is_attribute, noun_inside
from factcheck.frames.bracketed import told_in_brackets
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.dating import Owners, dated, owned
from factcheck.frames.debris import without_debris
from factcheck.frames.elided import elided, repeated_measure
from factcheck.frames.governing import governing
from factcheck.frames.lenders import lender
from factcheck.frames.levels import with_levels
from factcheck.frames.measured import has_gapped_subject, measured, topical
from factcheck.frames.model import Clause, FigureFrame
from factcheck.frames.moods import is_accompanying, is_excepted, modality
from factcheck.frames.predications import predications
from factcheck.frames.ranked import subject_in_row
from factcheck.frames.sized import is_of_deed
from factcheck.frames.verb_mood import FACT, ONGOING
from factcheck.frames.windows import Neighbours, neighbours, window
from factcheck.model import Kind, Qualifier
from factcheck.text.tokens import Tokens

# A noun and a bracketed count may stand between a share and its "of which".
_OF_WHICH_REACH = 6
_WHOLE = frozenset({"all", "both"})
# "Of", an article and an owner stand between a part and its base.
_TO_BASE = 3


def attach(context: Context) -> tuple[FigureFrame, ...]:
    """One frame for every figure that the sentence asserts, in text order."""
    frames: list[FigureFrame] = []
    beside, owners = neighbours(context), owned(context)
    for reading in context.words.readings:
        if is_asserted(reading, context):
            frames.append(_frame(reading, frames, beside[reading.first], owners, context))
    levelled = with_levels(frames, context)
    under = predications(context.groups, context.words) if levelled else ()
    firsts = {frame.first for frame in levelled}
    told = {
        r.outer_first: governing(r, under, context)
        for r in context.words.readings
        if r.outer_first in firsts
    }
    worded: list[FigureFrame] = []
    for frame in levelled:
        event = _own_event(frame, levelled, told, context)
        own = _worded(_governed(frame, event, context), levelled, event, context)
        lent = lender(own, worded, context)
        if lent is not None and (lent.figure.counted is not None or own.counted < 0):
            own = own._replace(figure=replace(own.figure, counted=lent.figure.counted))
        worded.append(own)
    return tuple(worded)


def _own_event(
    frame: FigureFrame,
    frames: Sequence[FigureFrame],
    told: Mapping[int, tuple[int, int] | None],
    context: Context,
) -> tuple[int, int] | None:
    """The governing event of a figure; what only a part does is none of its base.

    Of "73 of the 91 patients recovered" nobody knows what became of the 91.
    """
    event = told[frame.first]
    if not frame.base or event is None or _is_of_all(frame, context):
        return event
    before = [f for f in frames if f.last < frame.first <= f.last + _TO_BASE]
    opens = frame.first <= _TO_BASE and not before
    behind = next((f for f in frames if f.first > frame.last), None) if opens else None
    part = before[-1] if before else behind
    if part is None or part.figure.kind not in (Kind.SHARE, frame.figure.kind):
        return event  # "600 clients of $48m"
    return None if told[part.first] == event else event


def _is_of_all(frame: FigureFrame, context: Context) -> bool:
    """Whether something is told of all of a base: "each of the 18 pilgrims had paid $3,000"."""
    before = context.words.lowers[max(0, frame.first - _TO_BASE) : frame.first]
    return not (cues().each_words.isdisjoint(before) and _WHOLE.isdisjoint(before))


def _governed(frame: FigureFrame, told: tuple[int, int] | None, context: Context) -> FigureFrame:
    """The frame with its governing event first, where that stands in another clause.

    In "34 people linked with the hall tested positive" the clause of the figure is about links.
    """
    if told is None:
        return frame
    found = next(
        (i for i, e in enumerate(context.events) if e.first <= told[0] < e.last and not e.light), -1
    )
    if found < 0 or found in frame.events:
        return frame
    return frame._replace(events=(found, *frame.events))


def _frame(
    reading: Reading,
    before: Sequence[FigureFrame],
    beside: Neighbours,
    owners: Owners,
    context: Context,
) -> FigureFrame:
    cue = cues()
    number = context.clause_at(_told_at(reading, context))
    clause = context.clauses[number]
    counted, own, group = _counted(reading, before, context)
    events = _events(reading, number, counted, context)
    near = range(
        max(0, reading.outer_first - 2), min(len(context.words.lemmas), reading.outer_last + 2)
    )
    phrase = context.terms[own] if own >= 0 else None
    inside = set(near) | (set(range(phrase.first, phrase.at)) if phrase else set())
    near_it = window(reading, clause, beside)
    return FigureFrame(
        reading.figure,
        reading.outer_first,
        reading.outer_last,
        number,
        counted,
        group,
        events,
        _is_base(reading, context),
        increment(reading, near_it, inside, context, cue),
        statistic(reading, near_it, context, cue),
        modality(reading, clause, inside, context),
        _denied(reading, clause, context),
        dated(reading, number, owners, context),
    )


def _denied(reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether what is told of a figure is not so."""
    negated = clause.negated and not is_accompanying(reading, context)
    return negated is not is_excepted(reading, context)


def _counted(
    reading: Reading, before: Sequence[FigureFrame], context: Context
) -> tuple[int, int, int]:
    """What a figure counts, what of that stands with it, and the group it is taken of."""
    row = subject_in_row(reading, context) if reading.figure.kind is Kind.ORDINAL else -1
    counted, group = (row, -1) if row >= 0 else measured(reading, context)
    if counted >= 0 and heads_states(counted, reading, context):
        counted = -1
    measures = repeated_measure(reading, before, context)
    if measures >= 0:
        counted, group = measures, -1
    own = counted
    if counted < 0 and before and has_gapped_subject(reading, context):
        counted = _gapped(reading, before, context)
    others = counted >= 0 and context.terms[counted].head == "other"
    if counted < 0 or others:
        lent = elided(reading, before, context)
        counted = lent if lent >= 0 else counted
    kind = _kind_of_which(reading, context)
    if kind >= 0:
        counted = own = kind
    elif before and _is_their_age(reading, before[-1], context):
        counted = before[-1].counted
    if counted < 0:
        counted = _aged_aside(reading, context)
    if counted < 0:
        counted = topical(reading, context)
    return counted, own, group


def _aged_aside(reading: Reading, context: Context) -> int:
    """Whose age stands between commas behind a noun, "the woman, 44, was rescued", or -1."""
    lowers, at = context.words.lowers, reading.outer_first - 1
    if reading.figure.kind is not Kind.AGE or at < 1 or lowers[at] not in (",", "("):
        return -1
    index = context.term_ending(at)
    person = index >= 0 and bool(context.terms[index].head) and is_alive(context.terms[index])
    closed = lowers[reading.outer_last : reading.outer_last + 1] in ((), (",",), (")",), (".",))
    return index if person and closed else -1


def _gapped(reading: Reading, before: Sequence[FigureFrame], context: Context) -> int:
    """What a figure counts behind a subject whose verb is told before.

    "Labour won 300 seats and the Greens 12" are seats both, and so is what "wind supplied 29% of
    the power, dams 47% and sun 3%" tells; "fees rose 6%, fares 4%" are not one.
    """
    alike = [f for f in reversed(before) if f.figure.kind is reading.figure.kind]
    # "11% of the power, up from 2% in 2018, and diesel the other 89%"
    last = next((f for f in alike if f.counted >= 0), next(iter(alike), before[-1]))
    if last.counted < 0 or last.figure.kind is Kind.COUNT:
        return last.counted
    # "the port rose to 94% of its capacity and rail to 89%"
    led = context.words.tags[reading.outer_first - 1] == "ADP"
    noun = context.terms[last.counted].first
    if not led and any(f.counted == last.counted and noun > f.first for f in before):
        return last.counted
    near = [i for i, t in enumerate(context.terms) if last.last <= t.first < reading.first]
    return near[-1] if near else last.counted


def _told_at(reading: Reading, context: Context) -> int:
    """Where a figure's clause stands: behind it in "41% (147 cases) of which are imported"."""
    lowers = context.words.lowers
    last = min(reading.outer_last + _OF_WHICH_REACH, len(lowers) - 1)
    for at in range(reading.outer_last, last):
        if lowers[at] == "of" and lowers[at + 1] in ("which", "whom"):
            return at + 1
        if lowers[at] in (",", ";") or context.words.tags[at] in ("VERB", "AUX", "ADP"):
            break
    return reading.first


def _kind_of_which(reading: Reading, context: Context) -> int:
    """The noun behind "were" that a figure counts in "of which 12,000 were e-books", or -1."""
    lowers, at = context.words.lowers, reading.outer_last
    told = lowers[max(0, reading.outer_first - 2) : reading.outer_first]
    if told not in (("of", "which"), ("of", "whom")) or context.words.lemmas[at : at + 1] != (
        "be",
    ):
        return -1
    index = context.term_at(at + 1) if at + 1 < len(lowers) else -1
    noun = index >= 0 and context.words.tags[context.terms[index].at] == "NOUN"
    return index if noun and reading.figure.kind is Kind.COUNT else -1


def _is_their_age(reading: Reading, before: FigureFrame, context: Context) -> bool:
    """Whether a figure is the age of those whom the one before it counts."""
    if reading.figure.kind is not Kind.AGE or before.figure.kind not in RESTRICTED:
        return False
    if before.counted >= 0 and not is_alive(context.terms[before.counted]):
        return False  # "favour the reform by 68% to 21%, those over 65 oppose it"
    lemmas, start = context.words.lemmas, reading.outer_first
    return leads_to_age(lemmas, context.terms, before.counted, before.last, start)


def _is_base(reading: Reading, context: Context) -> bool:
    """Whether a figure only gives the whole that another one is taken of."""
    at = reading.outer_first - 1
    lowers = context.words.lowers
    while at >= 0 and lowers[at] in ("the", "those", "these", "its", "their", "all", "about"):
        at -= 1
    if at < 0 or lowers[at] not in ("of", "among"):
        return False
    opening = at == 0 or lowers[at - 1] in (",", "and", "out")
    others = [r for r in context.words.readings if r is not reading]
    before = any(r.outer_last in (at, at - 1) for r in others)  # "300 of the 3,600"
    return before or (opening and any(r.first > reading.last for r in others))


def _events(reading: Reading, number: int, counted: int, context: Context) -> tuple[int, ...]:
    """The clause's events: its verb's, then those of the counted phrase, then others."""
    clause = context.clauses[number]
    apart = told_in_brackets(reading, context.words)
    here = [i for i, e in enumerate(context.events) if e.clause == number and e.first not in apart]
    phrase = context.terms[counted] if counted >= 0 else None

    def rank(index: int) -> tuple[int, int]:
        event = context.events[index]
        if index == clause.event and not event.light:
            return (0, event.first)
        if event.form in ("phrase", "verb") and not event.light:
            return (1, event.first)
        if phrase and phrase.first <= event.first < phrase.last:
            return (2, event.first)
        return (4 if event.light else 3, event.first)

    return tuple(sorted(here, key=rank))


def _worded(
    frame: FigureFrame,
    frames: Sequence[FigureFrame],
    event: tuple[int, int] | None,
    context: Context,
) -> FigureFrame:
    """The frame with the words of its attachments written into the public figure.

    Numbers that stand before the noun are none of its words: neither the figure's own ("about
    1,500 troops") nor those of one that lends its noun ("arrested 64 people and charged 19").
    """
    tokens = context.words.tokens
    inside = noun_inside(frame, context)
    if inside >= 0:
        counted: str | None = tokens.cut(inside, inside + 1)
    elif frame.counted >= 0 and not (is_attribute(frame, context) or is_of_deed(frame, context)):
        term = context.terms[frame.counted]
        numbers = (n for f in frames if f.counted == frame.counted for n in _ends(f, tokens))
        first = max((n for n in numbers if term.first < n <= term.at), default=term.first)
        first = without_debris(_with_unit_noun(frame, frames, first, context), term.last, context)
        counted = tokens.cut(first, term.last) or None
    else:
        borne = bearer(frame, context)
        counted = tokens.cut(borne.start, borne.stop) if borne else None
    told = tokens.cut(*event) if event else None
    qualifiers = tuple(_qualifiers(frame, context))
    return frame._replace(figure=frame.figure.attached(counted, told, qualifiers))


def _ends(frame: FigureFrame, tokens: Tokens) -> tuple[int, int]:
    """The tokens behind a figure's number and behind its whole expression."""
    return bisect_left(tokens.starts, frame.figure.span.end), frame.last


def _with_unit_noun(
    frame: FigureFrame, frames: Sequence[FigureFrame], first: int, context: Context
) -> int:
    """Where "cases of cholera" begins, of which only the illness is compared.

    So does what they lend: "convicted on seven counts of fraud and cleared of three".
    """
    terms, before = context.terms, frame.counted - 1
    if before < 0 or terms[frame.counted].role != "of":
        return first
    frame = next((f for f in frames if f.counted == frame.counted), frame)
    if terms[before].first < frame.first:
        return first
    behind_number = _ends(frame, context.words.tokens)[0]
    joined = terms[before].last + 1 == terms[frame.counted].first
    return max(terms[before].first, behind_number) if joined else first


def _qualifiers(frame: FigureFrame, context: Context) -> list[Qualifier]:
    tokens = context.words.tokens
    clause = context.clauses[frame.clause]
    found = [
        Qualifier("name", tokens.cut(n.first, n.last))
        for n in context.names
        if clause.first <= n.first < clause.last
    ]
    found += [
        Qualifier("time", tokens.cut(context.times[i].first, context.times[i].last))
        for i in frame.times
    ]
    for slot, value in (
        ("increment", frame.increment),
        ("statistic", frame.statistic),
        ("modality", "" if frame.modality in (FACT, ONGOING) else frame.modality),
        ("negation", "negated" if frame.negated else ""),
    ):
        if value:
            found.append(Qualifier(slot, value))
    return found
